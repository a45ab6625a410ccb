"""Tables: a repeated head, zebra rows, rows that break between pages only when they must."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from auditor_app.documents.boxes import HAIR, Box, Gap
from auditor_app.documents.canvas import Sheet
from auditor_app.documents.style import CONTENT_BOTTOM, CONTENT_TOP, LINE, NAVY, PANEL

PAD_X: Final = 6.0
PAD_Y: Final = 4.4

FRAME_PAD: Final = 6.0
_TALL: Final = (CONTENT_BOTTOM - CONTENT_TOP) / 3
"""A row higher than this may be split between pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A box in a cell, padded by the table; `filled` cells have a panel behind them."""

    box: Box
    filled: bool = False
    span: int = 1


@dataclass(frozen=True, slots=True)
class TableRow(Box):
    """One row; `fill` is a colour or empty."""

    cells: tuple[Cell, ...]
    widths: tuple[float, ...]
    fill: str = ""
    is_band: bool = False
    middle: bool = True
    grid: str = LINE

    @property
    def height(self) -> float:
        return max(cell.box.height for cell in self.cells) + 2 * PAD_Y

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        height = self.height
        if self.fill:
            sheet.box((x, top, sum(self.widths), height), fill=self.fill)
        edges = self._edges(x)
        for cell, (left, right) in zip(self.cells, edges, strict=True):
            if cell.filled:
                sheet.box((left, top, right - left, height), fill=PANEL)
            free = height - cell.box.height
            cell.box.draw(sheet, left + PAD_X, top + (free / 2 if self.middle else PAD_Y))
        for left, _ in edges[1:]:
            sheet.rule((left, top), (left, top + height), color=self.grid, weight=0.5)

    def _edges(self, x: float) -> list[tuple[float, float]]:
        """Left and right of every cell."""
        found, column = [], 0
        for cell in self.cells:
            width = sum(self.widths[column : column + cell.span])
            found.append((x, x + width))
            x, column = x + width, column + cell.span
        return found

    @property
    def least(self) -> float:
        if self.height <= _TALL:
            return self.height
        return max(min(cell.box.least, _TALL / 2) for cell in self.cells) + 2 * PAD_Y

    def split(self, room: float) -> tuple[Box | None, Box]:
        if self.height <= _TALL:
            return None, self
        heads, tails = [], []
        for cell in self.cells:
            head, tail = _split_cell(cell.box, room - 2 * PAD_Y)
            if head is None:
                return None, self
            heads.append(replace(cell, box=head))
            tails.append(replace(cell, box=tail))
        top = replace(self, middle=False)
        return replace(top, cells=tuple(heads)), replace(top, cells=tuple(tails))

    @property
    def clings(self) -> bool:
        return self.is_band


def _split_cell(box: Box, room: float) -> tuple[Box | None, Box]:
    return (box, Gap(0.0)) if box.height <= room + HAIR else box.split(room)


@dataclass(frozen=True, slots=True)
class Table(Box):
    """Rows under a head that is drawn again on every page."""

    rows: tuple[TableRow, ...]
    head: TableRow | None = None

    @property
    def height(self) -> float:
        return self._head_height + sum(row.height for row in self.rows)

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        y, width = top, sum(self.rows[0].widths)
        for row in (*self._heads, *self.rows):
            row.draw(sheet, x, y)
            y += row.height
        self._rule(sheet, x, top)
        sheet.box((x, top, width, y - top), line=LINE)

    def _rule(self, sheet: Sheet, x: float, top: float) -> None:
        """Lines between rows, drawn last: the ground of the next row would cover half of them."""
        for row in (*self._heads, *self.rows[:-1]):
            top += row.height
            sheet.rule((x, top), (x + sum(row.widths), top), color=LINE, weight=0.5)

    @property
    def least(self) -> float:
        return self._head_height + _least_rows(self.rows)

    def split(self, room: float) -> tuple[Box | None, Box]:
        used = self._head_height
        for index, row in enumerate(self.rows):
            if used + row.height <= room + HAIR and self._may_follow(index, room - used):
                used += row.height
                continue
            head, tail = row.split(room - used)
            if isinstance(head, TableRow) and isinstance(tail, TableRow):
                return self._parts((*self.rows[:index], head), (tail, *self.rows[index + 1 :]))
            return self._parts(self.rows[:index], self.rows[index:])
        return self, Gap(0.0)

    def _may_follow(self, index: int, room: float) -> bool:
        """A band needs room for the row below it."""
        return not self.rows[index].is_band or _least_rows(self.rows[index:]) <= room + HAIR

    def _parts(self, first: Sequence[TableRow], rest: Sequence[TableRow]) -> tuple[Box | None, Box]:
        if not first:
            return None, self
        return replace(self, rows=tuple(first)), replace(self, rows=tuple(rest))

    @property
    def _heads(self) -> tuple[TableRow, ...]:
        return () if self.head is None else (self.head,)

    @property
    def _head_height(self) -> float:
        return 0.0 if self.head is None else self.head.height


def _least_rows(rows: Sequence[TableRow]) -> float:
    height = 0.0
    for row in rows:
        if not row.is_band:
            return height + row.least
        height += row.height
    return height


def head_row(cells: Sequence[Cell], widths: tuple[float, ...]) -> TableRow:
    """The dark row of column titles."""
    return TableRow(tuple(cells), widths, fill=NAVY, grid=NAVY)


@dataclass(frozen=True, slots=True)
class Framed(Box):
    """A box with a thin line around it on every page it reaches."""

    inner: Box
    width: float
    above: float = 0.0
    below: float = 0.0

    @property
    def height(self) -> float:
        return self.above + self.inner.height + self.below

    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        self.inner.draw(sheet, x, top + self.above)
        sheet.box((x, top, self.width, self.height), line=LINE)

    @property
    def least(self) -> float:
        return min(self.height, self.above + self.inner.least + FRAME_PAD)

    def split(self, room: float) -> tuple[Box | None, Box]:
        head, tail = self.inner.split(room - self.above - FRAME_PAD)
        if head is None:
            return None, self
        cut = replace(self, inner=head, below=FRAME_PAD)
        return cut, replace(self, inner=tail, above=FRAME_PAD)
