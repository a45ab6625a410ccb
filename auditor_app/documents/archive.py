"""From a PDF to PDF/A-3u: the one module that knows pikepdf.

Adds what ISO 19005-3 asks for and ReportLab does not write: output intent, XMP, language, the
attached data, and a text map that is right for characters beyond U+FFFF.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import BinaryIO, Final

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from auditor_app.documents.srgb import SRGB_PROFILE

_MAP_ENTRY: Final = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4,6})>\s")
_MOST_ENTRIES: Final = 100  # of one bfchar block (PDF 32000-1, 9.10.3 by way of CMap spec 5014)


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """What the file says of itself, and the data attached under `name`."""

    title: str
    author: str
    made_at: datetime
    name: str
    content: bytes

    def write(self, pdf: bytes, out: BinaryIO) -> None:
        """Write `pdf` as PDF/A-3u to `out`; photos pass through byte for byte."""
        with pikepdf.open(BytesIO(pdf)) as document:
            self._describe(document)
            self._attach(document)
            _add_output_intent(document)
            _mend_text_maps(document)
            document.save(
                out,
                min_version="1.7",
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
                recompress_flate=False,
            )

    def _describe(self, document: pikepdf.Pdf) -> None:
        document.Root.Lang = String("zh-CN")
        document.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=True) as xmp:
            xmp["dc:title"] = self.title
            xmp["dc:creator"] = [self.author]
            xmp["dc:language"] = ["zh-CN"]
            xmp["xmp:CreatorTool"] = "Auditor"
            xmp["xmp:CreateDate"] = self.made_at.isoformat(timespec="seconds")
            xmp["xmp:ModifyDate"] = self.made_at.isoformat(timespec="seconds")
            xmp["pdf:Producer"] = "Auditor"
            xmp["pdfaid:part"] = "3"
            xmp["pdfaid:conformance"] = "U"
        for key in [key for key in map(str, document.docinfo.keys()) if key not in _KEPT_INFO]:
            del document.docinfo[key]

    def _attach(self, document: pikepdf.Pdf) -> None:
        stamp = self.made_at.strftime("D:%Y%m%d%H%M%SZ")
        data = document.make_stream(
            self.content,
            Type=Name.EmbeddedFile,
            Subtype=Name("/application/json"),
            Params=Dictionary(
                Size=len(self.content), ModDate=String(stamp), CreationDate=String(stamp)
            ),
        )
        spec = document.make_indirect(
            Dictionary(
                Type=Name.Filespec,
                F=String(self.name),
                UF=String(self.name),
                Desc=String("本文件所载数据"),
                AFRelationship=Name.Data,
                EF=Dictionary(F=data, UF=data),
            )
        )
        document.Root.AF = Array([spec])
        names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([String(self.name), spec])))
        document.Root.Names = names


_KEPT_INFO: Final = frozenset(
    {"/Title", "/Author", "/Creator", "/Producer", "/CreationDate", "/ModDate"}
)


def _add_output_intent(document: pikepdf.Pdf) -> None:
    profile = document.make_stream(SRGB_PROFILE, N=3)
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
        Info=String("sRGB IEC61966-2.1"),
        DestOutputProfile=profile,
    )
    document.Root.OutputIntents = Array([document.make_indirect(intent)])


def _mend_text_maps(document: pikepdf.Pdf) -> None:
    """Rewrite every ToUnicode map.

    WORKAROUND: ReportLab writes U+2BBAF as `<2BBAF>`, which reads back as another character, and
    more than 100 entries per block; may go when `makeToUnicodeCMap` writes UTF-16.
    """
    for thing in document.objects:
        if isinstance(thing, Dictionary) and "/ToUnicode" in thing:
            text_map = thing.ToUnicode
            text_map.write(_mended_map(text_map.read_bytes()))


def _mended_map(text_map: bytes) -> bytes:
    head, _, _ = text_map.partition(b"1 begincodespacerange")
    entries = [
        (code, chr(int(value, 16)).encode("utf-16-be").hex().upper().encode())
        for code, value in _MAP_ENTRY.findall(text_map)
        if int(value, 16)
    ]
    return b"".join(
        (
            head,
            b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n",
            *_blocks(entries),
            b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend",
        )
    )


def _blocks(entries: list[tuple[bytes, bytes]]) -> Iterator[bytes]:
    for start in range(0, len(entries), _MOST_ENTRIES):
        block = entries[start : start + _MOST_ENTRIES]
        yield b"%d beginbfchar\n" % len(block)
        yield from (b"<%s> <%s>\n" % entry for entry in block)
        yield b"endbfchar\n"
