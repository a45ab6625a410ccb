"""From what a document says to boxes on a page of a given width."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from auditor_app.documents import paper
from auditor_app.documents.boxes import (
    Box,
    Drawing,
    Gap,
    Inset,
    Row,
    Setter,
    Stack,
    without_end_gaps,
)
from auditor_app.documents.canvas import Sheet
from auditor_app.documents.figures import (
    COLORS,
    GapBox,
    InkBox,
    PhotoBox,
    PillBox,
    QrBox,
    TickBox,
    TileBox,
)
from auditor_app.documents.jpeg import jpeg_size
from auditor_app.documents.style import (
    BAND,
    BAND_FILL,
    BODY,
    CAPTION,
    CELL,
    CELL_CENTER,
    CELL_NOTE,
    CLAUSE,
    COLUMN,
    CONTENT_WIDTH,
    DETAIL,
    GREY,
    HEADING,
    LABEL,
    NAVY,
    NOTE,
    NOTE_CENTER,
    NOTE_LEFT,
    PANEL,
    PANEL_NOTE,
    PANEL_TITLE,
    PANEL_TITLE_MIDDLE,
    PILL,
    SIGN_DATE,
    SIGN_NOTE,
    SIGN_ROLE,
    SUBHEADING,
    TEAL,
    TILE_LABEL,
    TILE_VALUE,
    TITLE,
    TITLE_EN,
    WARNING,
    TextStyle,
)
from auditor_app.documents.tables import FRAME_PAD, PAD_X, Cell, Framed, Table, TableRow, head_row
from auditor_app.documents.typeset import Run

PhotoSource = Callable[[str], bytes | None]
"""SHA-256 of an original -> its upright JPEG of at most 1600 px, or None when it is not here."""

_LABEL_WIDTH: Final = 90.0
_PHOTO_GAP: Final = 14.0
_TILE_EDGE: Final = 16.0
_PHOTO_SHAPE: Final = 0.75  # height over width of the frame a photo is fitted into
_PANEL_PAD: Final = 8.0
_SIGN_HEIGHT: Final = 34.0
_PANEL_HEAD: Final = 17.0
_INK_HEIGHT: Final = 20.6
_INK_BLEED: Final = 3.5
_QR_SIDE: Final = 50.0
_TICK_GAP: Final = 14.0


class Layout:
    """Measures the nodes of a document."""

    def __init__(self, setter: Setter, photos: PhotoSource, fingerprint: str) -> None:
        """`fingerprint` is the SHA-256 of the attached data, printed beside the QR code."""
        self._set = setter
        self._photos = photos
        self._fingerprint = fingerprint

    def report(self, nodes: Iterable[paper.Node]) -> list[Box]:
        """The nodes of a document with chapters, which has a cover."""
        return self.boxes(nodes, CONTENT_WIDTH)

    def form(self, head: paper.Head, nodes: Iterable[paper.Node]) -> list[Box]:
        """The nodes of a short document under its title; its sections are minor ones."""
        title = self._set.text(head.title, TITLE, CONTENT_WIDTH)
        english = self._set.text(head.title_en, TITLE_EN, CONTENT_WIDTH)
        found: list[Box] = [title, english, Gap(7, holds=True)]
        for node in nodes:
            if isinstance(node, paper.Section):
                part = self._section(node, CONTENT_WIDTH, level=1)
                is_small = all(isinstance(one, paper.Checks) for one in node.nodes)
                found.extend([Stack(tuple(part), whole=True), Gap(7)] if is_small else part)
            else:
                found.extend(self.boxes([node], CONTENT_WIDTH))
        return found

    def boxes(self, nodes: Iterable[paper.Node], width: float) -> list[Box]:
        """The nodes one below the other with the right distances between them."""
        found: list[Box] = []
        for node in nodes:
            match node:
                case paper.Section():
                    found.extend(self._section(node, width))
                case paper.Panel():
                    found.extend(self._panel(node, width))
                case _:
                    found.extend((*self._leaf(node, width), _below(node)))
        return found

    def _leaf(self, node: paper.Leaf, width: float) -> list[Box]:
        match node:
            case paper.Photos():
                return self._photo_rows(node, width)
            case paper.Text() | paper.Fields() | paper.Table():
                return [self._words(node, width)]
        return [self._figure(node, width)]

    def _words(self, node: paper.Text | paper.Fields | paper.Table, width: float) -> Box:
        match node:
            case paper.Text():
                return self._text(node, width)
            case paper.Fields():
                return self.fields(node, width)
        return self._table(node, width)

    def _figure(
        self, node: paper.Tiles | paper.Checks | paper.Signatures | paper.Integrity, width: float
    ) -> Box:
        match node:
            case paper.Tiles():
                return self._tiles(node, width)
            case paper.Checks():
                return self._checks(node, width)
            case paper.Signatures():
                return self._signatures(node, width)
        return self.integrity(node, width)

    def _section(self, section: paper.Section, width: float, level: int = 0) -> list[Box]:
        style = HEADING if level == 0 else SUBHEADING
        found: list[Box] = [
            Gap(12 if level == 0 else 5),
            self._heading(section, style, width=width, level=level),
            Gap(5 if level == 0 else 3, holds=True),
        ]
        for node in section.nodes:
            if isinstance(node, paper.Section):
                found.extend(self._section(node, width, level + 1))
            else:
                found.extend(self.boxes([node], width))
        return found

    def _heading(
        self, section: paper.Section, style: TextStyle, *, width: float, level: int
    ) -> Box:
        words = f"{section.number}  {section.title}" if section.number else section.title
        clause = self._set.text(section.clause, CLAUSE, width * 0.45)
        title = self._set.text(
            words, style, width - (clause.text_width + 10 if section.clause else 0)
        )

        def paint(sheet: Sheet, x: float, top: float) -> None:
            sheet.bookmark(words.replace("  ", " "), y=top, level=level if section.number else 0)
            title.draw(sheet, x, top)
            if section.clause:
                clause.draw(sheet, x + width * 0.55, top + title.height - clause.height - 2)

        return Drawing(title.height, paint, holds=True)

    def _text(self, node: paper.Text, width: float) -> Box:
        style = {paper.Tone.MUTED: NOTE, paper.Tone.BAD: WARNING}.get(node.tone, BODY)
        runs = [Run(text=f"{node.label}：", bold=True, tone=NAVY)] if node.label else []
        parts = (*runs, Run(text=node.text.rstrip()))
        return self._set.text(parts, style, width)

    def fields(self, node: paper.Fields, width: float = CONTENT_WIDTH) -> Box:
        """Labels on a panel, values beside them."""
        half = width / 2 - _LABEL_WIDTH
        pair = (_LABEL_WIDTH, half, _LABEL_WIDTH, half)
        rows = []
        for row in node.rows:
            is_single = len(row) == 1
            space = width - _LABEL_WIDTH if is_single else half
            cells = []
            for field in row:
                label = self._set.text(field.label, LABEL, _LABEL_WIDTH - 2 * PAD_X)
                value = self._set.text(field.value or "—", CELL, space - 2 * PAD_X)
                cells += [Cell(box=label, filled=True), Cell(box=value, span=3 if is_single else 1)]
            rows.append(TableRow(tuple(cells), pair))
        return Table(tuple(rows))

    def _table(self, node: paper.Table, width: float) -> Box:
        if not node.rows:
            return self._set.text("（无记录）", NOTE, width)
        total = sum(column.share for column in node.columns)
        widths = tuple(width * column.share / total for column in node.columns)
        head = [
            Cell(box=self._set.text(column.title, COLUMN, wide - 2 * PAD_X))
            for column, wide in zip(node.columns, widths, strict=True)
        ]
        rows: list[TableRow] = []
        stripe = False
        for row in node.rows:
            if isinstance(row, paper.Band):
                rows.append(self._band(row, widths))
                stripe = False
                continue
            cells = [
                Cell(box=self._cell(value, column, wide - 2 * PAD_X))
                for value, column, wide in zip(row, node.columns, widths, strict=True)
            ]
            rows.append(TableRow(tuple(cells), widths, fill=PANEL if stripe else ""))
            stripe = not stripe
        return Table(tuple(rows), head_row(head, widths))

    def _band(self, band: paper.Band, widths: tuple[float, ...]) -> TableRow:
        clause = f"  {band.clause}" if band.clause else ""
        runs = (Run(text=band.title, bold=True), Run(text=clause, tone=GREY))
        box = self._set.text(runs, BAND, sum(widths) - 2 * PAD_X)
        return TableRow((Cell(box=box, span=len(widths)),), widths, fill=BAND_FILL, is_band=True)

    def _cell(self, value: paper.CellValue, column: paper.Column, width: float) -> Box:
        style = CELL_CENTER if column.side is paper.Side.CENTER else CELL
        match value:
            case paper.Pill():
                text = self._set.text(value.text, PILL, width)
                return PillBox(text, COLORS[value.tone], width)
            case paper.Ink() if value.strokes:
                return InkBox(value.strokes, width, _INK_HEIGHT, bleed=_INK_BLEED)
            case paper.Ink():
                return self._set.text(value.typed or "—", style, width)
            case paper.Noted():
                text = self._set.text(value.text, style, width)
                note = replace(CELL_NOTE, align=style.align)
                return Stack((text, self._set.text(value.detail, note, width)))
        return self._set.text(value or "—", style, width)

    def _tiles(self, node: paper.Tiles, width: float) -> Box:
        gap = 8.0
        wide = (width - gap * (len(node.tiles) - 1)) / len(node.tiles)
        look = self._fitting([tile.value for tile in node.tiles], wide - _TILE_EDGE)
        boxes = tuple(
            TileBox(
                self._set.text([Run(text=tile.value, tone=COLORS[tile.tone])], look, wide),
                self._set.text(tile.label, TILE_LABEL, wide - _TILE_EDGE),
                COLORS[tile.tone],
                wide,
            )
            for tile in node.tiles
        )
        return Row(boxes, tuple(index * (wide + gap) for index in range(len(boxes))))

    def _fitting(self, values: Sequence[str], width: float) -> TextStyle:
        """The largest look in which every value stays on one line: 1200/1200 is wider than 3."""
        looks = [replace(TILE_VALUE, size=TILE_VALUE.size * step / 10) for step in range(10, 3, -1)]
        for look in looks:
            if all(self._set.text(one, look, width).height <= look.leading for one in values):
                return look
        return looks[-1]

    def _photo_rows(self, node: paper.Photos, width: float) -> list[Box]:
        wide = (width - _PHOTO_GAP * (node.columns - 1)) / node.columns
        places = tuple(index * (wide + _PHOTO_GAP) for index in range(node.columns))
        found: list[Box] = []
        for start in range(0, len(node.photos), node.columns):
            row = node.photos[start : start + node.columns]
            boxes = tuple(self._photo(photo, wide) for photo in row)
            found += [Row(boxes, places[: len(boxes)]), Gap(9)]
        return found[:-1]

    def _photo(self, photo: paper.Photo, width: float) -> Box:
        return Stack(
            (
                self._picture(photo, width),
                Gap(2.5),
                self._set.text(photo.title, CAPTION, width),
                self._set.text(photo.detail, DETAIL, width),
            )
        )

    def _picture(self, photo: paper.Photo, width: float) -> Box:
        size = width * _PHOTO_SHAPE
        data = self._photos(photo.sha256)
        pixels = jpeg_size(data) if data else None
        if data and pixels:
            return PhotoBox(photo.sha256, data, pixels, width, size)
        reason = "照片无法显示：文件不是可打印的 JPEG。" if data else "照片不在本机，原件指纹见下。"
        return GapBox(self._set.text(reason, NOTE_CENTER, width - 16), width, size)

    def _checks(self, node: paper.Checks, width: float) -> Box:
        label_width = _LABEL_WIDTH if node.label else 0.0
        space = width - label_width - (2 * PAD_X if node.label else 0)
        ticks = [
            TickBox(self._set.text(check.text, CELL, space - 14), check.is_ticked)
            for check in node.checks
        ]
        rows = Stack(tuple(_flowed(ticks, space)))
        if not node.label:
            return rows
        label = self._set.text(node.label, LABEL, label_width - 2 * PAD_X)
        cells = (Cell(box=label, filled=True), Cell(box=rows))
        return Table((TableRow(cells, (label_width, width - label_width)),))

    def _signatures(self, node: paper.Signatures, width: float) -> Box:
        wide = width / len(node.signatures)
        cells = tuple(Cell(box=self._signature(one, wide - 2 * PAD_X)) for one in node.signatures)
        return Table((TableRow(cells, (wide,) * len(cells), middle=False),))

    def _signature(self, one: paper.Signature, width: float) -> Box:
        ink: Box = InkBox(one.ink.strokes, width - 8, _SIGN_HEIGHT - 4, left=True)
        if not one.ink.strokes:
            typed = self._set.text(one.ink.typed, CELL, width)
            ink = Inset(typed, above=max(0.0, _SIGN_HEIGHT - 4 - typed.height))
        role = (
            Run(text=one.role, bold=True, tone=NAVY),
            Run(text=f"  {one.name}" if one.name else ""),
        )
        note = self._set.text(one.note, SIGN_NOTE, width * 0.6)
        date = self._set.text(one.date, SIGN_DATE, width)

        def paint(sheet: Sheet, x: float, top: float) -> None:
            sheet.rule((x, top), (x + width, top), color=GREY, weight=0.5)
            note.draw(sheet, x, top + 3)
            date.draw(sheet, x, top + 3)

        foot = Drawing(max(note.height, date.height) + 4, paint)
        return Stack(
            (self._set.text(role, SIGN_ROLE, width), Gap(3), ink, Gap(3), foot), whole=True
        )

    def integrity(self, node: paper.Integrity, width: float = CONTENT_WIDTH) -> Box:
        """The QR code with what it proves beside it."""
        side = _QR_SIDE
        title = self._set.text(node.title, LABEL, width - side - 14)
        told = (*node.lines, f"附件数据 SHA-256：{self._fingerprint}")
        lines = [self._set.text(line, NOTE_LEFT, width - side - 14) for line in told]
        words = Stack((title, Gap(1), *lines))
        return Row((QrBox(node.code, side), words), (0.0, side + 14))

    def _panel(self, panel: paper.Panel, width: float) -> list[Box]:
        inner = without_end_gaps(self.boxes(panel.nodes, width - 2 * _PANEL_PAD))
        stack = Inset(Stack((Gap(7), *inner)), left=_PANEL_PAD)
        return [self._panel_head(panel, width), Framed(stack, width, below=FRAME_PAD), Gap(8)]

    def _panel_head(self, panel: paper.Panel, width: float) -> Box:
        number = self._set.text(panel.number, PANEL_TITLE_MIDDLE, _PANEL_HEAD)
        title = self._set.text(panel.title, PANEL_TITLE, width / 2)
        note = self._set.text(panel.note, PANEL_NOTE, width - 8)

        def paint(sheet: Sheet, x: float, top: float) -> None:
            sheet.bookmark(f"{panel.number} {panel.title}", y=top, level=0)
            sheet.box((x, top, width, _PANEL_HEAD), fill=NAVY)
            sheet.box((x, top, _PANEL_HEAD, _PANEL_HEAD), fill=TEAL)
            for box, left in ((number, 0.0), (title, _PANEL_HEAD + 7), (note, 0.0)):
                box.draw(sheet, x + left, top + (_PANEL_HEAD - box.height) / 2)

        return Drawing(_PANEL_HEAD, paint, holds=True)


def _below(node: paper.Leaf) -> Gap:
    """The distance to what follows; named rows of ticks stand together as one table."""
    return Gap(-0.6 if isinstance(node, paper.Checks) and node.label else 7)


def _flowed(ticks: Sequence[TickBox], width: float) -> list[Box]:
    """Ticks side by side, as many to a row as fit."""
    rows: list[Box] = []
    row: list[tuple[TickBox, float]] = []
    used = 0.0
    for tick in ticks:
        if row and used + tick.width > width:
            rows.append(Row(tuple(one for one, _ in row), tuple(left for _, left in row)))
            row, used = [], 0.0
        row.append((tick, used))
        used += tick.width + _TICK_GAP
    if row:
        rows.append(Row(tuple(one for one, _ in row), tuple(left for _, left in row)))
    return rows
