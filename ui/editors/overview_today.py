"""The plan of a day against the clock: done, now, later, and slots nobody has."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from auditor_app.domain import PlanSlot, RecordId, SlotKind
from ui import theme
from ui.audit_words import day
from ui.editors.overview_card import TitledCard, clear, quiet_line
from ui.editors.overview_file import AuditFile, plan_day
from ui.editors.planning_words import local_clock, slot_title, weekday
from ui.widgets import drawing
from ui.widgets.avatars import draw_disc
from ui.widgets.gate_list import Link
from ui.widgets.painted import PaintedButton

DISC = 20
PAGES = {SlotKind.OPENING: "opening", SlotKind.CLOSING: "closing"}


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotLine:
    """A slot as the day shows it; `phase` is done, missed, now, later or vacant."""

    time: str
    title: str
    clauses: str
    people: tuple[str, ...]
    phase: str
    page: str
    target: str


LOOKS = {
    "done": ("circle-check", "ok"),
    "missed": ("circle-alert", "obs"),
    "now": ("circle-dot", "accent"),
    "later": ("circle", "control"),
    "vacant": ("triangle-alert", "obs"),
}


def slot_line(slot: PlanSlot, file: AuditFile) -> SlotLine:
    """The line of a slot at the moment the file was read."""
    names = {str(one.id): one.name for one in file.team}
    people = tuple(names[key] for key in slot.member_ids if key in names)
    return SlotLine(
        time=f"{local_clock(slot.starts_at)}–{local_clock(slot.ends_at)}",
        title=slot_title(slot),
        clauses=" ".join(slot.clauses),
        people=people,
        phase=phase_of(slot, file.closed, is_vacant=not people, moment=file.moment),
        page=PAGES.get(slot.kind, "checklist"),
        target=slot.department,
    )


def phase_of(
    slot: PlanSlot, closed: frozenset[tuple[RecordId, str]], *, is_vacant: bool, moment: datetime
) -> str:
    """By the clock; but a meeting is done when it was closed, and not before."""
    if slot.kind in PAGES and (slot.visit_id, PAGES[slot.kind]) in closed:
        return "done"
    if slot.ends_at <= moment:
        return "missed" if slot.kind in PAGES else "done"
    if is_vacant:
        return "vacant"
    return "now" if slot.starts_at <= moment else "later"


class SlotRow(PaintedButton):
    """Time, state, title, clauses, people; a press goes to the work of the slot."""

    focus_radius = 8.0

    def __init__(self, line: SlotLine, parent: QWidget) -> None:
        title = line.title
        if line.phase == "vacant":
            title = self.tr("{title}，尚未派人").format(title=title)
        super().__init__(title, parent)
        self.line = line
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        phases = {
            "done": self.tr("已过"),
            "missed": self.tr("时间已过，会议还没有结束"),
            "now": self.tr("正在进行"),
            "later": self.tr("未到"),
            "vacant": self.tr("尚未派人"),
        }
        people = "、".join(line.people)
        self.setAccessibleDescription(f"{line.time}，{phases[line.phase]}，{people}".rstrip("，"))
        late = phases["missed"] if line.phase == "missed" else ""
        self.setToolTip(f"{line.time} {title}\n{line.clauses}\n{people}\n{late}".strip())

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(theme.px(320), theme.px(30))

    def minimumSizeHint(self) -> QSize:
        """The title may be cut."""
        return QSize(theme.px(240), theme.px(30))

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        is_now = self.line.phase == "now"
        if is_now:
            drawing.box(painter, rect, fill="accent_soft", radius=8)
        elif self.is_hot:
            drawing.box(painter, rect, fill="sunken", radius=8)
        icon, tone = LOOKS[self.line.phase]
        room = rect.adjusted(theme.px(8), 0, -theme.px(8), 0)
        time = drawing.SECONDARY_STRONG.colored("accent") if is_now else drawing.SECONDARY
        drawing.write(painter, room, self.line.time, time)
        spot = QPointF(room.left() + theme.px(97), room.center().y())
        drawing.glyph(painter, icon, tone, spot, size=16)
        right = self._draw_people(painter, room)
        self._draw_title(painter, QRectF(room), right)

    def _draw_people(self, painter: QPainter, room: QRectF) -> float:
        disc, x = theme.px(DISC), room.right() - theme.px(DISC) / 2
        for name in reversed(self.line.people[:5]):
            draw_disc(painter, name, QPointF(x, room.center().y()), disc)
            x -= disc + theme.px(3)
        return x + disc / 2

    def _draw_title(self, painter: QPainter, room: QRectF, right: float) -> None:
        room.setLeft(room.left() + theme.px(113))
        room.setRight(right - theme.px(6))
        kind = drawing.STRONG if self.line.phase == "now" else drawing.BODY
        if self.line.phase == "vacant":
            kind = drawing.BODY.colored("obs")
        clauses = drawing.META.colored("ink2")
        width = drawing.advance(self.line.clauses, clauses)
        title = drawing.advance(self.text(), kind)
        drawing.write(painter, room, self.text(), kind)
        rest = room.adjusted(title + theme.px(10), 0, 0, 0)
        if rest.width() > min(width, theme.px(36)):
            drawing.write(painter, rest, self.line.clauses, clauses)


class TodayCard(TitledCard):
    """`opened(page, target)` leads to a slot's work, `plan_asked` to the whole plan."""

    opened = Signal(str, str)
    plan_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._link = Link(self.tr("全部日程"), self)
        self._link.clicked.connect(self.plan_asked)
        self.act(self._link)
        self.column.setContentsMargins(theme.px(10), 0, theme.px(10), theme.px(10))

    def show_file(self, file: AuditFile) -> None:
        """Show today, or the nearest planned day."""
        clear(self.column)
        shown, slots = plan_day(file)
        self.heading.setText(self._heading(file))
        if shown is None:
            self.say("")
            self._show_nothing(file)
            return
        words = self.tr("{day} {weekday}").format(day=day(shown), weekday=weekday(shown))
        if shown == file.today:
            words = self.tr("{day} · 现在 {clock}").format(
                day=words, clock=local_clock(file.moment)
            )
        self.say(words)
        for slot in slots:
            row = SlotRow(slot_line(slot, file), self)
            row.clicked.connect(self._open_sender)
            self.column.addWidget(row)

    def _heading(self, file: AuditFile) -> str:
        shown, _ = plan_day(file)
        if shown is None or shown == file.today:
            return self.tr("今日安排")
        return self.tr("下一个审核日") if shown > file.today else self.tr("最后一个审核日")

    def _show_nothing(self, file: AuditFile) -> None:
        self.column.addWidget(quiet_line(self.tr("还没有日程。"), self))
        if not file.is_over:
            button = QPushButton(self.tr("编制审核计划"), self)
            button.clicked.connect(self.plan_asked)
            self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _open_sender(self) -> None:
        row = self.sender()
        if isinstance(row, SlotRow):
            self.opened.emit(row.line.page, row.line.target)
