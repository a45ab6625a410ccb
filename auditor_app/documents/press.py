"""Pages: puts boxes on sheets, draws the edges, writes the finished file."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from auditor_app import files
from auditor_app.documents import style
from auditor_app.documents.archive import Archive
from auditor_app.documents.boxes import Box, Setter, split_boxes, without_gaps
from auditor_app.documents.canvas import Faces, Sheet
from auditor_app.documents.characters import mended
from auditor_app.documents.cover import draw_cover
from auditor_app.documents.figures import draw_mark
from auditor_app.documents.fonts import Fonts, Miss, MissingGlyph
from auditor_app.documents.layout import Layout, PhotoSource
from auditor_app.documents.paper import Head, Paper, plain, remade, strings
from auditor_app.documents.style import CONTENT_BOTTOM, CONTENT_TOP, CONTENT_WIDTH, FOOT, MARGIN
from auditor_app.domain.plain import canonical


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A finished document on the disk."""

    path: Path
    sha256: str
    pages: int


def print_paper(
    paper: Paper,
    *,
    photos: PhotoSource,
    fonts: Fonts,
    out: Path,
    made_at: datetime,
    attachment: str,
) -> Rendered:
    """Write the document as PDF/A-3u with its content attached as JSON under that name.

    The same content, photos, fonts and time give the same bytes. Raises MissingGlyph, before
    anything is written, when the font lacks a character; DiskFull or FileTrouble from writing.
    """
    faces = Faces(fonts)
    paper = remade(paper, mended)
    check_glyphs(paper, faces)
    content = canonical(plain(paper))
    setter = Setter(faces.advance)
    layout = Layout(setter, photos, hashlib.sha256(content).hexdigest())
    nodes = layout.report(paper.nodes) if paper.cover else layout.form(paper.head, paper.nodes)
    pages = paginated(nodes)
    sheet = Sheet(faces, title=paper.head.title, author=paper.head.body_name)
    edges = _Edges(paper.head, setter, total=len(pages) + bool(paper.cover))
    if paper.cover is not None:
        draw_cover(sheet, paper.cover, head=paper.head, setter=setter, layout=layout)
        edges.draw_foot(sheet, 1)
        sheet.end_page()
    for number, boxes in enumerate(pages, 1 + bool(paper.cover)):
        _draw_page(sheet, boxes, edges=edges, number=number)
    archive = Archive(
        title=f"{paper.head.title} {paper.head.number}",
        author=paper.head.body_name,
        made_at=made_at,
        name=attachment,
        content=content,
    )
    with files.atomic_writer(out) as file:
        archive.write(sheet.finish(), file)
    sha256, _ = files.hash_file(out)
    return Rendered(path=out, sha256=sha256, pages=edges.total)


def check_glyphs(paper: Paper, faces: Faces) -> None:
    """Raise MissingGlyph with every character of the document that the font lacks."""
    misses = [
        Miss(char=char, field=field or paper.head.title, text=text)
        for field, text in strings(paper)
        for char in dict.fromkeys(text)
        if char != "\n" and faces.lacks(char)
    ]
    if misses:
        raise MissingGlyph(misses)


def paginated(boxes: Sequence[Box]) -> list[tuple[Box, ...]]:
    """Boxes sorted onto pages; what is higher than a page and cannot be split stands alone."""
    room = CONTENT_BOTTOM - CONTENT_TOP
    pages: list[tuple[Box, ...]] = []
    rest = without_gaps(boxes)
    while rest:
        page, rest = split_boxes(rest, room)
        if not page:
            page, rest = rest[:1], rest[1:]
        pages.append(page)
        rest = without_gaps(rest)
    return pages


def _draw_page(sheet: Sheet, boxes: Sequence[Box], *, edges: "_Edges", number: int) -> None:
    edges.draw_head(sheet)
    edges.draw_foot(sheet, number)
    top = CONTENT_TOP
    for box in boxes:
        box.draw(sheet, MARGIN, top)
        top += box.height
    sheet.end_page()


class _Edges:
    """Head and foot of every page."""

    def __init__(self, head: Head, setter: Setter, *, total: int) -> None:
        self.total = total
        self._head = head
        self._set = setter

    def draw_head(self, sheet: Sheet) -> None:
        """The mark and the body's name on the left, the document's name on the right, a rule."""
        draw_mark(sheet, (MARGIN + 12.5, 41), 13, light=False)
        self._put(sheet, self._head.body_name, style.EDGE_NAME, x=MARGIN + 32, top=29.5)
        self._put(sheet, self._head.body_name_en, style.EDGE_NAME_EN, x=MARGIN + 32, top=43.5)
        self._put(sheet, self._head.title, style.EDGE_TITLE, top=29.5)
        self._put(sheet, self._head.number, style.EDGE_NUMBER, top=42.5)
        right = MARGIN + CONTENT_WIDTH
        sheet.rule((MARGIN, 60.5), (right, 60.5), color=style.NAVY, weight=0.8)
        sheet.rule((MARGIN, 60.7), (MARGIN + 68, 60.7), color=style.TEAL, weight=2.2)

    def draw_foot(self, sheet: Sheet, number: int) -> None:
        """Form number, secrecy, page x of y."""
        right = MARGIN + CONTENT_WIDTH
        sheet.rule((MARGIN, FOOT), (right, FOOT), color=style.LINE, weight=0.7)
        count = f"第 {number} 页 / 共 {self.total} 页"
        self._put(sheet, self._head.form, style.FOOT_LEFT, top=FOOT + 3)
        self._put(sheet, self._head.secrecy, style.FOOT_MIDDLE, top=FOOT + 3)
        self._put(sheet, count, style.FOOT_RIGHT, top=FOOT + 3)

    def _put(
        self, sheet: Sheet, text: str, look: style.TextStyle, *, top: float, x: float = MARGIN
    ) -> None:
        self._set.text(text, look, CONTENT_WIDTH).draw(sheet, x, top)
