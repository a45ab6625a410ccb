"""Photos as phones make them: upright, whole, and honest about what they don't say."""

import struct
import zlib
from collections.abc import Mapping
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageDraw, features

from auditor_app.media.exif import Exif, read_exif
from auditor_app.media.photo import (
    MOST_PIXELS_WHOLE,
    NotAPhoto,
    PhotoFacts,
    accept,
    prepare,
    thumbnail,
)

MAKE, MODEL, ORIENTATION, EXIF, GPS = 0x010F, 0x0110, 0x0112, 0x8769, 0x8825
TAKEN, DIGITIZED, OFFSET, OFFSET_DIGITIZED = 0x9003, 0x9004, 0x9011, 0x9012
CORNERS = ("red", "green", "blue", "white")
"""Of the upright scene: top left, top right, bottom left, bottom right."""
COLOURS = {"red": (255, 0, 0), "green": (0, 128, 0), "blue": (0, 0, 255), "white": (255,) * 3}
HOW_A_CAMERA_LIES = {
    1: None,
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}


def scene(width: int = 320, height: int = 240) -> Image.Image:
    """A picture whose four quarters tell which way is up."""
    image = Image.new("RGB", (width, height))
    draw = ImageDraw.Draw(image)
    for at, colour in enumerate(CORNERS):
        left, top = at % 2 * width // 2, at // 2 * height // 2
        draw.rectangle((left, top, left + width // 2, top + height // 2), fill=colour)
    return image


def encoded(image: Image.Image, kind: str = "JPEG", **options: object) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def exif(  # the facts as a phone writes them
    main: Mapping[int, object] | None = None,
    taken: Mapping[int, object] | None = None,
    gps: Mapping[int, object] | None = None,
) -> Image.Exif:
    block = Image.Exif()
    block.update(main or {})
    block.get_ifd(EXIF).update(taken or {})
    block.get_ifd(GPS).update(gps or {})
    return block


HERE = {1: "N", 2: (31.0, 13.0, 49.5), 3: "E", 4: (121.0, 28.0, 25.25)}


def phone_photo() -> bytes:
    return encoded(
        scene(),
        exif=exif(
            {MAKE: "HUAWEI", MODEL: "ALN-AL00", ORIENTATION: 6},
            {TAKEN: "2026:11:20 09:31:05", OFFSET: "+08:00"},
            HERE,
        ),
    )


def corner_colours(data: bytes) -> tuple[str, ...]:
    """The nearest named colour in the middle of each quarter."""
    image = Image.open(BytesIO(data)).convert("RGB")
    width, height = image.size
    spots = [(width * x // 4, height * y // 4) for y in (1, 3) for x in (1, 3)]
    return tuple(min(COLOURS, key=lambda name: distance(image, spot, name)) for spot in spots)


def distance(image: Image.Image, spot: tuple[int, int], name: str) -> int:
    found = image.getpixel(spot)
    assert isinstance(found, tuple)
    return sum(abs(int(a) - b) for a, b in zip(found, COLOURS[name], strict=True))


def size_of(data: bytes) -> tuple[int, int]:
    return Image.open(BytesIO(data)).size


# --- what a photo says ---


def test_a_phone_photo_tells_when_where_and_with_what() -> None:
    assert accept(phone_photo()) == PhotoFacts(
        media_type="image/jpeg",
        width=240,
        height=320,
        orientation=6,
        taken_at="2026-11-20T09:31:05+08:00",
        device="HUAWEI ALN-AL00",
        latitude="31.2304167",
        longitude="121.4736806",
        missing=(),
    )


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_forwarded_by_wechat_says_what_it_lacks(kind: str) -> None:
    facts = accept(encoded(scene(), kind))
    assert facts.missing == ("taken_at", "offset", "device", "location")
    assert (facts.taken_at, facts.device, facts.latitude, facts.longitude) == ("", "", None, None)
    assert (facts.width, facts.height, facts.orientation) == (320, 240, 1)
    assert facts.media_type == f"image/{kind.lower()}"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_kind_of_photo_may_carry_facts(kind: str) -> None:
    block = exif({ORIENTATION: 8, MODEL: "P60"}, {TAKEN: "2026:11:20 09:31:05"})
    facts = accept(encoded(scene(), kind, exif=block))
    assert (facts.width, facts.height, facts.orientation) == (240, 320, 8)
    assert (facts.taken_at, facts.device) == ("2026-11-20T09:31:05", "P60")
    assert facts.missing == ("offset", "location")


@pytest.mark.parametrize("order", ["<", ">"])
def test_both_byte_orders_are_read(order: str) -> None:
    block = exif({MODEL: "Nikon"}, {TAKEN: "2026:11:20 09:31:05"}, HERE)
    block.endian = order
    found = read_exif(block.tobytes())
    assert (found.device, found.taken_at) == ("Nikon", "2026-11-20T09:31:05")
    assert (found.latitude, found.longitude) == ("31.2304167", "121.4736806")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026:11:20 09:31:05", "2026-11-20T09:31:05"),
        ("2026-11-20 09:31:05", "2026-11-20T09:31:05"),
        ("2026/11/20 09:31:05", "2026-11-20T09:31:05"),
        ("2026-11-20T09:31:05Z", "2026-11-20T09:31:05"),
        ("2026:02:29 09:31:05", ""),
        ("0000:00:00 00:00:00", ""),
        ("2026:11:20 24:00:00", ""),
        ("    :  :     :  :  ", ""),
        ("2026:11:20", ""),
        ("yesterday", ""),
        ("٢٠٢٦:11:20 09:31:05", ""),
    ],
)
def test_a_time_is_kept_as_the_camera_wrote_it_if_it_ever_was(text: str, expected: str) -> None:
    assert accept(encoded(scene(), exif=exif(taken={TAKEN: text}))).taken_at == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("+08:00", "+08:00"), ("-03:30", "-03:30"), ("+14:00", "+14:00"), ("Z", "+00:00"),
        ("+14:01", ""), ("+08:60", ""), ("+99:00", ""), ("08:00", ""), ("   :  ", ""), ("", ""),
    ],
)  # fmt: skip
def test_an_offset_counts_only_when_it_is_one(text: str, expected: str) -> None:
    block = exif(taken={TAKEN: "2026:11:20 09:31:05", OFFSET: text})
    facts = accept(encoded(scene(), exif=block))
    assert facts.taken_at == f"2026-11-20T09:31:05{expected}"
    assert ("offset" in facts.missing) == (not expected)


def test_the_digitizing_time_stands_in_for_the_taking_time() -> None:
    block = exif(
        taken={TAKEN: "    ", DIGITIZED: "2026:11:20 09:31:05", OFFSET_DIGITIZED: "+08:00"}
    )
    assert accept(encoded(scene(), exif=block)).taken_at == "2026-11-20T09:31:05+08:00"


def test_the_time_of_an_editing_program_is_not_the_time_of_taking() -> None:
    assert not accept(encoded(scene(), exif=exif({0x0132: "2026:11:20 09:31:05"}))).taken_at


@pytest.mark.parametrize(
    ("make", "model", "expected"),
    [
        ("HUAWEI", "HUAWEI P60", "HUAWEI P60"),
        ("Apple", "iPhone 15", "Apple iPhone 15"),
        ("", "P60", "P60"),
        ("Canon", "", "Canon"),
        ("  ", "\x07", ""),
        ("X" * 100, "Y", "X" * 64 + " Y"),
    ],
)
def test_a_device_is_named_once(make: str, model: str, expected: str) -> None:
    assert accept(encoded(scene(), exif=exif({MAKE: make, MODEL: model}))).device == expected


def test_a_chinese_device_name_is_read_in_either_encoding() -> None:
    for encoding in ("utf-8", "gb18030"):
        block = exif({MODEL: "X" * 12}).tobytes()
        named = "小米相机".encode(encoding).ljust(12, b"\0")
        assert read_exif(block.replace(b"X" * 12, named)).device == "小米相机"


@pytest.mark.parametrize(
    ("gps", "expected"),
    [
        (HERE, ("31.2304167", "121.4736806")),
        (HERE | {1: "S", 3: "W"}, ("-31.2304167", "-121.4736806")),
        ({1: "N", 2: (31.5, 0.0, 0.0), 3: "E", 4: (121.0, 0.0, 0.0)}, ("31.5", "121")),
        ({1: "S", 2: (0.0, 0.0, 0.0), 3: "W", 4: (0.0, 0.0, 0.0)}, ("0", "0")),
        ({1: "N", 2: (90.0, 0.0, 0.1), 3: "E", 4: (1.0, 0.0, 0.0)}, (None, None)),
        ({1: "N", 2: (1.0, 0.0, 0.0), 3: "E", 4: (180.0, 1.0, 0.0)}, (None, None)),
        ({2: (31.0, 0.0, 0.0), 4: (121.0, 0.0, 0.0)}, (None, None)),
        ({1: "E", 2: (31.0, 0.0, 0.0), 3: "N", 4: (121.0, 0.0, 0.0)}, (None, None)),
        ({1: "N", 2: (31.0, 0.0, 0.0)}, (None, None)),
        ({3: "E", 4: (121.0, 0.0, 0.0)}, (None, None)),
    ],
)
def test_a_place_counts_only_when_it_is_whole(
    gps: dict[int, object], expected: tuple[str | None, str | None]
) -> None:
    facts = accept(encoded(scene(), exif=exif(gps=gps)))
    assert (facts.latitude, facts.longitude) == expected
    assert ("location" in facts.missing) == (expected[0] is None)


def test_a_place_divided_by_zero_is_no_place() -> None:
    block = exif(gps=HERE).tobytes()
    third = struct.pack(">II", 99, 2)
    assert third in block, "the seconds as Pillow writes them"
    assert read_exif(block.replace(third, struct.pack(">II", 99, 0))).latitude == ""


def block_of(tag: int, kind: int, count: int, value: int) -> bytes:
    """A block of one fact, as no honest program would write it."""
    return b"II*\0\x08\0\0\0\x01\0" + struct.pack("<HHII", tag, kind, count, value)


@pytest.mark.parametrize("kind", [0, 1, 2, 5, 7, 99])
def test_a_fact_of_the_wrong_type_is_none(kind: int) -> None:
    assert read_exif(block_of(ORIENTATION, 3, 1, 6)).orientation == 6
    assert read_exif(block_of(ORIENTATION, kind, 1, 6)) == Exif()


def test_a_place_in_words_is_no_place() -> None:
    block = exif(gps=HERE).tobytes()
    rational, text = struct.pack(">HHI", 2, 5, 3), struct.pack(">HHI", 2, 2, 24)
    assert read_exif(block).latitude
    assert read_exif(block.replace(rational, text)) == Exif()


@pytest.mark.parametrize("value", [0, 9, 65535])
def test_an_orientation_that_is_none_means_upright(value: int) -> None:
    assert accept(encoded(scene(), exif=exif({ORIENTATION: value}))).orientation == 1


# --- broken and hostile facts ---


@given(block=st.binary(max_size=400))
def test_no_block_of_bytes_breaks_the_reading(block: bytes) -> None:
    for start in (b"", b"Exif\0\0", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08"):
        assert 1 <= read_exif(start + block).orientation <= 8


WHOLE_BLOCK = exif(
    {MAKE: "HUAWEI", MODEL: "P60", ORIENTATION: 6}, {TAKEN: "2026:11:20 09:31:05"}, HERE
).tobytes()


@given(
    st.lists(st.tuples(st.integers(0, len(WHOLE_BLOCK) - 1), st.integers(1, 255)), max_size=8),
    st.integers(0, len(WHOLE_BLOCK)),
)
@settings(deadline=None)
def test_broken_facts_never_cost_the_photo(flips: list[tuple[int, int]], cut: int) -> None:
    block = bytearray(WHOLE_BLOCK)
    for at, mask in flips:
        block[at] ^= mask
    broken = encoded(scene(64, 48), exif=bytes(block[:cut]))
    assert accept(broken).width in {64, 48}
    assert max(size_of(thumbnail(broken))) == 64


def test_facts_that_point_at_themselves_end() -> None:
    assert read_exif(block_of(EXIF, 4, 1, 8)) == Exif()


def test_a_fact_that_claims_four_gigabytes_is_left_out() -> None:
    assert read_exif(block_of(MODEL, 2, 0xFFFFFFFF, 8)) == Exif()


def test_an_emptied_block_means_no_facts() -> None:
    data = encoded(scene(), exif=b"Exif\0\0")
    assert accept(data).missing == ("taken_at", "offset", "device", "location")


# --- what is no photo ---


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "不是 JPEG"),
        (b"%PDF-1.7", "不是 JPEG"),
        (b"GIF89a" + bytes(100), "不是 JPEG"),
        (b"<html><img src=x>", "不是 JPEG"),
        (b"RIFF\0\0\0\0WAVE", "不是 JPEG"),
        (bytes(4) + b"ftypisom" + bytes(20), "不是 JPEG"),
        (bytes(4) + b"ftypheic" + bytes(20), "HEIC"),
        (bytes(4) + b"ftypmif1" + bytes(20), "HEIC"),
        (b"\xff\xd8\xff", "损坏"),
        (b"\xff\xd8\xff\xe0" + bytes(100), "损坏"),
        (b"\x89PNG\r\n\x1a\n" + bytes(40), "损坏"),
        (b"RIFF\x40\0\0\0WEBPVP8 " + bytes(60), "损坏"),
    ],
)
def test_what_is_no_photo_is_refused_in_words(data: bytes, words: str) -> None:
    for verb in (accept, prepare, thumbnail):
        with pytest.raises(NotAPhoto, match=words):
            verb(data)


def png_of(width: int, height: int) -> bytes:
    """A PNG that only claims to be this large."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def jpeg_of(width: int, height: int, *, progressive: bool = False) -> bytes:
    """A JPEG that only claims to be this large."""
    data = encoded(scene(16, 16), progressive=progressive)
    start = data.index(b"\xff\xc2" if progressive else b"\xff\xc0")
    return data[: start + 5] + struct.pack(">HH", height, width) + data[start + 9 :]


@pytest.mark.parametrize(
    "bomb",
    [
        png_of(65_000, 65_000),
        png_of(MOST_PIXELS_WHOLE // 1000, 1001),
        jpeg_of(65_535, 65_535),
        jpeg_of(10_000, 7_000, progressive=True),
    ],
    ids=["png", "png one row over", "jpeg", "progressive jpeg"],
)
def test_a_picture_too_large_to_unfold_is_refused_unopened(bomb: bytes) -> None:
    for verb in (accept, prepare, thumbnail):
        with pytest.raises(NotAPhoto, match="像素"):
            verb(bomb)


def test_the_largest_phone_cameras_are_welcome() -> None:
    assert accept(jpeg_of(16_320, 12_240)).width == 16_320


def test_accepting_reads_the_header_only() -> None:
    assert accept(png_of(8000, 8000)).width == 8000
    data = phone_photo()
    assert accept(data[:-100]) == accept(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_photo_cut_off_while_copying_is_found_out(kind: str, share: float) -> None:
    noisy = Image.effect_noise((400, 300), 90).convert("RGB")
    data = encoded(noisy, kind)
    cut = data[: int(len(data) * share)]
    for verb in (prepare, thumbnail):
        with pytest.raises(NotAPhoto, match="不完整"):
            verb(cut)


# --- derived pictures ---


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_way_of_holding_the_phone_comes_out_upright(orientation: int, kind: str) -> None:
    how = HOW_A_CAMERA_LIES[orientation]
    lying = scene() if how is None else scene().transpose(how)
    data = encoded(lying, kind, exif=exif({ORIENTATION: orientation}))
    facts = accept(data)
    assert (facts.width, facts.height) == (320, 240)
    for picture in (prepare(data, 160), thumbnail(data, 80)):
        assert corner_colours(picture) == CORNERS
        assert accept(picture).orientation == 1
    assert size_of(prepare(data, 160)) == (160, 120)


def test_a_derived_picture_carries_no_facts_to_leak() -> None:
    picture = prepare(phone_photo())
    assert b"Exif" not in picture
    assert accept(picture).missing == ("taken_at", "offset", "device", "location")


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [(4000, 3000, (1600, 1200)), (3000, 4000, (1200, 1600)), (640, 480, (640, 480)), (1, 1, (1, 1)),
     (5000, 1, (1600, 1))],
)  # fmt: skip
def test_a_picture_for_the_report_is_never_enlarged(
    width: int, height: int, expected: tuple[int, int]
) -> None:
    assert size_of(prepare(encoded(Image.new("RGB", (width, height))))) == expected


def test_a_thumbnail_is_small_in_every_sense() -> None:
    small = thumbnail(encoded(scene(4000, 3000)))
    assert size_of(small) == (320, 240)
    assert len(small) < 20_000


@pytest.mark.parametrize("mode", ["1", "L", "P", "CMYK", "RGB", "I;16"])
def test_every_colour_mode_becomes_rgb(mode: str) -> None:
    kind = "JPEG" if mode == "CMYK" else "PNG"
    image = Image.new("I;16", (8, 8), 65_535) if mode == "I;16" else scene(64, 48).convert(mode)
    picture = Image.open(BytesIO(prepare(encoded(image, kind))))
    assert (picture.mode, picture.format) == ("RGB", "JPEG")


def test_a_cmyk_photo_keeps_its_colours() -> None:
    assert corner_colours(prepare(encoded(scene().convert("CMYK")))) == CORNERS


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_is_transparent_is_white_on_paper(mode: str) -> None:
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0)).convert(mode)
    options = {"transparency": 0} if mode == "P" else {}
    picture = Image.open(BytesIO(prepare(encoded(clear, "PNG", **options))))
    assert picture.getpixel((20, 20)) == (255, 255, 255)


SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def swapped_profile() -> bytes:
    """A camera's own colour space in which red is green and green is red."""
    named = SRGB.replace("sRGB".encode("utf-16-be"), "CAMS".encode("utf-16-be"))
    return named.replace(b"rXYZ", b"xxxx").replace(b"gXYZ", b"rXYZ").replace(b"xxxx", b"gXYZ")


def test_a_photo_in_the_common_colour_space_keeps_its_colours() -> None:
    assert corner_colours(prepare(encoded(scene(), icc_profile=SRGB))) == CORNERS


def test_a_photo_in_a_cameras_colour_space_is_shown_in_true_colours() -> None:
    picture = prepare(encoded(scene(), icc_profile=swapped_profile()))
    assert corner_colours(picture) == ("green", "red", "blue", "white")
    assert "icc_profile" not in Image.open(BytesIO(picture)).info


@pytest.mark.parametrize(
    "profile",
    [b"no profile at all", bytes(500), swapped_profile()[:300],
     ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()],
)  # fmt: skip
def test_a_profile_that_does_not_fit_costs_shades_not_the_photo(profile: bytes) -> None:
    assert corner_colours(prepare(encoded(scene(), icc_profile=profile))) == CORNERS


def test_a_grey_photo_with_a_colour_profile_stays_grey() -> None:
    grey = encoded(Image.new("L", (8, 8), 100), icc_profile=swapped_profile())
    pixel = Image.open(BytesIO(prepare(grey))).getpixel((4, 4))
    assert pixel == (100, 100, 100)


def test_this_machine_reads_webp() -> None:
    assert features.check("webp"), "the frozen program must carry it"
