"""Photos: accepted by their header, prepared upright for the report, small for the screen.

The bytes the auditor took are never changed; everything made here is a copy. Only JPEG, PNG and
WebP are read, by their first bytes and never by a file's extension.
"""

import struct
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from auditor_app.errors import Invalid
from auditor_app.media.exif import Exif, read_exif

REPORT_SIDE = 1600
THUMBNAIL_SIDE = 320
QUALITY = 82

MOST_PIXELS = 210_000_000
"""Baseline JPEG, read in reduced size: the largest phone cameras of 2026 make 200 million."""
MOST_PIXELS_WHOLE = 64_000_000
"""PNG, WebP and progressive JPEG, which are unfolded whole: 256 MB at most."""

_LARGEST_PROFILE = 4 << 20
_SRGB_MARKS = (b"sRGB", "sRGB".encode("utf-16-be"))
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"})


class _Jpeg(JpegImageFile):
    """Keeps Pillow from reading EXIF for the resolution: it complains about broken blocks."""

    def getexif(self) -> Image.Exif:
        return Image.Exif()


_READERS: dict[str, type[ImageFile]] = {
    "image/jpeg": _Jpeg,
    "image/png": PngImageFile,
    "image/webp": WebPImageFile,
}
_UPRIGHTING = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_LYING = 5
"""From this orientation on, width and height change places."""


class NotAPhoto(Invalid):
    """The bytes are no picture this program shows, or too large or too broken a one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFacts:
    """What a photo says about itself; `width` and `height` are those of the upright picture.

    `taken_at` is the camera's local time, with an offset only where the camera gave one.
    `missing` lists, of `taken_at`, `offset`, `device`, `location`, what the photo doesn't say:
    all of them, for a photo that went through WeChat.
    """

    media_type: str
    width: int
    height: int
    orientation: int
    taken_at: str
    device: str
    latitude: str | None
    longitude: str | None
    missing: tuple[str, ...]


def accept(data: bytes) -> PhotoFacts:
    """Read a photo's header without unfolding the picture, or raise NotAPhoto.

    A photo cut off after its header is accepted: `thumbnail` and `prepare` find it out.
    """
    media_type = _media_type(data)
    with _opened(data) as image:
        width, height = image.size
        exif = _exif_of(image)
    if exif.orientation >= _LYING:
        width, height = height, width
    return PhotoFacts(
        media_type=media_type,
        width=width,
        height=height,
        orientation=exif.orientation,
        taken_at=exif.taken_at + exif.offset,
        device=exif.device,
        latitude=exif.latitude or None,
        longitude=exif.longitude or None,
        missing=_missing(exif),
    )


def prepare(data: bytes, long_side: int = REPORT_SIDE, quality: int = QUALITY) -> bytes:
    """Make an upright sRGB JPEG for documents, without metadata.

    NotAPhoto when the picture is not whole: a cut JPEG would pass through a PDF unnoticed.
    """
    with _opened(data) as image:
        turned = _UPRIGHTING.get(_exif_of(image).orientation)
        image.thumbnail((long_side, long_side), reducing_gap=1.0)
        image.load()
        plain = _on_white(_in_srgb(image))
        upright = plain if turned is None else plain.transpose(turned)
        out = BytesIO()
        upright.save(out, "JPEG", quality=quality)
    return out.getvalue()


def thumbnail(data: bytes, long_side: int = THUMBNAIL_SIDE) -> bytes:
    """Make a small upright JPEG for lists; errors as in `prepare`."""
    return prepare(data, long_side)


@contextmanager
def _opened(data: bytes) -> Generator[ImageFile, None, None]:
    """Open a picture of a kind and size we read; whatever breaks inside is NotAPhoto."""
    reader = _READERS[_media_type(data)]
    try:
        with reader(BytesIO(data)) as image:
            _check_size(image)
            yield image
    except (
        OSError,
        SyntaxError,  # Pillow's word for a malformed file
        ValueError,
        ArithmeticError,
        LookupError,
        TypeError,
        EOFError,
        MemoryError,
        struct.error,
        zlib.error,
    ) as error:
        raise NotAPhoto(
            "照片文件不完整或已损坏,无法读取。请从相机或手机重新导入原图;已保存的证据不受影响。"
        ) from error


def _check_size(image: ImageFile) -> None:
    whole = image.format != "JPEG" or "progressive" in image.info
    most = MOST_PIXELS_WHOLE if whole else MOST_PIXELS
    width, height = image.size
    if width * height > most:
        raise NotAPhoto(
            f"照片有 {width}×{height} 像素,超过允许的 {most // 1_000_000} 百万像素。"
            "没有保存;请在相机中改用较小的尺寸。"
        )


def _media_type(data: bytes) -> str:
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "image/webp"
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        raise NotAPhoto(
            "这是 HEIC 照片,本程序不能读取。没有保存;"
            "请在手机相机设置中选择“兼容性最佳”(JPEG),或导出为 JPEG 后再导入。"
        )
    raise NotAPhoto("这个文件不是 JPEG、PNG 或 WebP 照片。没有保存;请选择照片文件。")


def _exif_of(image: ImageFile) -> Exif:
    block = image.info.get("exif")
    return read_exif(block) if isinstance(block, bytes) else Exif()


def _missing(exif: Exif) -> tuple[str, ...]:
    said = {
        "taken_at": exif.taken_at,
        "offset": exif.offset,
        "device": exif.device,
        "location": exif.latitude,
    }
    return tuple(name for name, value in said.items() if not value)


def _in_srgb(image: Image.Image) -> Image.Image:
    """The colours as a page without a profile shows them: phones take Display P3."""
    profile = image.info.get("icc_profile")
    if not isinstance(profile, bytes) or any(mark in profile for mark in _SRGB_MARKS):
        return image
    if image.mode not in {"RGB", "CMYK"} or len(profile) > _LARGEST_PROFILE:
        return image
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        goal = ImageCms.createProfile("sRGB")
        return ImageCms.profileToProfile(image, source, goal, outputMode="RGB") or image
    except (ImageCms.PyCMSError, OSError):
        return image  # a broken profile costs shades, never the picture


def _on_white(image: Image.Image) -> Image.Image:
    """RGB as a printed page shows it: transparent is white, CMYK and palettes are converted."""
    if image.mode == "RGB":
        return image
    if not image.has_transparency_data:
        return image.convert("RGB")
    clear = image.convert("RGBA")
    page = Image.new("RGB", image.size, "white")
    page.paste(clear, mask=clear.getchannel("A"))
    return page
