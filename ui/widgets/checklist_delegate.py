"""Paints chapters, clauses and items of the checklist, each kind at one fixed height."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from ui import theme
from ui.widgets import drawing
from ui.widgets.checklist_model import ITEM_ROLE, ChecklistModel, Kind
from ui.widgets.checklist_rows import Branch, Row
from ui.widgets.verdicts import ICONS, TONES

HEIGHTS = {Kind.CHAPTER: 40, Kind.CLAUSE: 36, Kind.ITEM: 62}
TITLE = drawing.BODY
TITLE_CHOSEN = drawing.STRONG
CLAUSE_NUMBER = drawing.Type(13, "ink2", bold=True)
MARGIN = 20
TEXT_LEFT = 55
BAR_WIDTH = 64
LABEL_MOST = 200


class ChecklistDelegate(QStyledItemDelegate):
    """No widget per row: everything is painted from the value behind the index."""

    def __init__(self, model: ChecklistModel, view: QTreeView) -> None:
        super().__init__(view)
        self._model, self._view = model, view
        self._sizes: dict[Kind, QSize] = {}
        self.rescale()
        theme.current().changed.connect(self.rescale)

    def rescale(self) -> None:
        """Take the row heights of the chosen text size."""
        self._sizes = {kind: QSize(1, theme.px(height)) for kind, height in HEIGHTS.items()}
        title_lines.cache_clear()

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """One height per kind of row."""
        return self._sizes[self._model.kind(index)]

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row across the whole width of the view."""
        item = index.data(ITEM_ROLE)
        rect = QRectF(option.rect)
        rect.setLeft(0)
        rect.setRight(self._view.viewport().width())
        state = option.state
        painter.save()
        drawing.smooth(painter)
        if isinstance(item, Row):
            self._paint_item(painter, rect, item, state)
        else:
            self._ground(painter, rect, state)
            is_open = self._view.isExpanded(index)
            if self._model.kind(index) is Kind.CHAPTER:
                self._paint_chapter(painter, rect, item, is_open=is_open)
            else:
                self._paint_clause(painter, rect, item, is_open=is_open)
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, state: QStyle.StateFlag) -> bool:
        """Selection frame or hover ground; True when the row is selected."""
        # The style has painted its own hover over the whole row already.
        painter.fillRect(rect, theme.color("surface"))
        frame = rect.adjusted(theme.px(12), theme.px(2), -theme.px(12), -theme.px(2))
        if state & QStyle.StateFlag.State_Selected:
            drawing.box(painter, frame, fill="accent_soft", border="accent", radius=8, width=1.5)
            return True
        if state & QStyle.StateFlag.State_MouseOver:
            drawing.box(painter, frame, fill="sunken", radius=8)
        return False

    def _paint_chapter(
        self, painter: QPainter, rect: QRectF, branch: Branch, *, is_open: bool
    ) -> None:
        middle = rect.center().y()
        arrow = "chevron-down" if is_open else "chevron-right"
        drawing.glyph(painter, arrow, "ink2", QPointF(theme.px(23), middle), size=16)
        right = self._paint_count(painter, rect, branch, is_strong=True)
        bar = QRectF(right - theme.px(BAR_WIDTH), middle - 2, theme.px(BAR_WIDTH), theme.px(4))
        drawing.box(painter, bar, fill="line", radius=2)
        if branch.total:
            bar.setWidth(bar.width() * branch.done / branch.total)
            drawing.box(painter, bar, fill="ok", radius=2)
        words = QRectF(rect)
        words.setLeft(theme.px(38))
        words.setRight(right - theme.px(BAR_WIDTH + 10))
        self._write_title(painter, words, branch, (drawing.STRONG, drawing.STRONG))

    def _paint_clause(
        self, painter: QPainter, rect: QRectF, branch: Branch, *, is_open: bool
    ) -> None:
        arrow = "chevron-down" if is_open else "chevron-right"
        drawing.glyph(painter, arrow, "ink3", QPointF(theme.px(38), rect.center().y()), size=14)
        words = QRectF(rect)
        words.setLeft(theme.px(53))
        words.setRight(self._paint_count(painter, rect, branch, is_strong=False))
        self._write_title(painter, words, branch, (CLAUSE_NUMBER, drawing.SECONDARY))

    def _paint_count(
        self, painter: QPainter, rect: QRectF, branch: Branch, *, is_strong: bool
    ) -> float:
        """n/m at the right edge; returns where the next thing to its left may end."""
        if not branch.total:
            return rect.right() - theme.px(MARGIN)
        is_done = branch.done >= branch.total and is_strong
        kind = drawing.Type(13, "ok" if is_done else "ink3")
        text = f"{branch.done}/{branch.total}"
        room = rect.adjusted(0, 0, -theme.px(MARGIN), 0)
        drawing.write(painter, room, text, kind, align=drawing.RIGHT)
        width = max(drawing.advance(text, kind), theme.px(46 if is_strong else 0))
        return room.right() - width - theme.px(10)

    def _write_title(
        self,
        painter: QPainter,
        rect: QRectF,
        branch: Branch,
        kinds: tuple[drawing.Type, drawing.Type],
    ) -> None:
        if branch.number:
            drawing.write(painter, rect, branch.number, kinds[0])
            rect.setLeft(rect.left() + drawing.advance(branch.number, kinds[0]) + theme.px(7))
        drawing.write(painter, rect, branch.title, kinds[1])

    def _paint_item(
        self, painter: QPainter, rect: QRectF, row: Row, state: QStyle.StateFlag
    ) -> None:
        is_chosen = self._ground(painter, rect, state)
        kind = TITLE_CHOSEN if is_chosen else TITLE
        left = theme.px(TEXT_LEFT)
        width = rect.width() - left - theme.px(MARGIN)
        texts = title_lines(row.title, kind, round(width))
        is_tall = len(texts) > 1
        pitch = theme.px(17 if is_tall else 20)
        top = rect.top() + theme.px(4 if is_tall else 10)
        icon_middle = top + (pitch if is_tall else pitch / 2)
        spot = QPointF(theme.px(34), icon_middle)
        drawing.glyph(painter, ICONS[row.verdict], TONES[row.verdict], spot)
        drawing.write_lines(painter, QPointF(left, top), texts, kind, pitch=pitch)
        meta = rect.bottom() - theme.px(13 if is_tall else 19)
        self._paint_meta(painter, QPointF(left, meta), row, is_chosen=is_chosen)

    def _paint_meta(self, painter: QPainter, place: QPointF, row: Row, *, is_chosen: bool) -> None:
        """Label, finding tag, photo count and marks, from `place` (their middle) to the right."""
        height = theme.px(18)
        label = row.label or row.key
        label_width = min(drawing.advance(label, drawing.META), theme.px(LABEL_MOST))
        room = QRectF(place.x(), place.y() - height / 2, label_width + 1, height)
        drawing.write(painter, room, label, drawing.META)
        x = room.right() + theme.px(11)
        if row.tag:
            tag = QRectF(
                x, room.top(), drawing.advance(row.tag, drawing.META) + theme.px(12), height
            )
            tone = TONES[row.verdict] if row.verdict else "na"
            drawing.box(painter, tag, fill="surface" if is_chosen else f"{tone}_soft", radius=4)
            drawing.write(painter, tag, row.tag, drawing.META.colored(tone), align=drawing.CENTER)
            x = tag.right() + theme.px(11)
        for icon, color, text in _marks(row):
            drawing.glyph(painter, icon, color, QPointF(x + theme.px(7), place.y()), size=14)
            room = QRectF(x + theme.px(18), room.top(), theme.px(48), height)
            drawing.write(painter, room, text, drawing.META.colored(color))
            x = room.left() + drawing.advance(text, drawing.META) + theme.px(11)


def _marks(row: Row) -> tuple[tuple[str, str, str], ...]:
    """Icon, colour and word of what else is known about the row."""
    marks: list[tuple[str, str, str]] = []
    if row.photos:
        marks.append(("camera", "ink3", str(row.photos)))
    if row.is_conflict:
        marks.append(("split", "major", ""))
    if row.is_postponed:
        marks.append(("clock", "obs", ""))
    return tuple(marks)


@lru_cache(maxsize=2_000)
def title_lines(title: str, kind: drawing.Type, width: int) -> tuple[str, ...]:
    """A title in one or two lines; remembered, for it is asked at every frame."""
    return drawing.lines(title, kind, width)
