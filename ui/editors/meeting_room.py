"""One opened meeting: agenda, people, pad side by side, and how it stands at the foot."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from auditor_app.domain import Attendance, Meeting, MeetingKind, now
from ui import theme
from ui.audit_words import clock
from ui.editors.meeting_rows import (
    Counts,
    Demand,
    counts,
    difference,
    missing,
    queue,
    row,
)
from ui.editors.people_panel import PeoplePanel
from ui.editors.record_strip import RecordStrip
from ui.editors.sign_panel import SignPanel, Turn
from ui.widgets.agenda import AgendaItem, AgendaList
from ui.widgets.chips import IconLine
from ui.widgets.segmented import Segment, Segmented

MINUTE = 60
WIDTH = 1056
"""Design pixels that the three columns need."""
AGENDA, PEOPLE = "agenda", "people"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomData:
    """A meeting with its people in the order shown; `head` and `opening` for the closing only."""

    meeting: Meeting
    agenda: tuple[AgendaItem, ...]
    last_said_at: datetime | None
    people: tuple[Attendance, ...]
    demands: tuple[Demand, ...]
    points: tuple[str, ...]
    head: str = ""
    opening: tuple[Attendance, ...] | None = None

    @property
    def is_locked(self) -> bool:
        """Whether the meeting is over."""
        return self.meeting.closed_at is not None


class MeetingRoom(QWidget):
    """Arranges the three columns; each part has its own signals."""

    preview_asked = Signal()
    close_asked = Signal()

    def __init__(self, kind: MeetingKind) -> None:
        super().__init__()
        self._kind = kind
        self._data: RoomData | None = None
        self.strip = RecordStrip()
        self.agenda = AgendaList()
        self.people = PeoplePanel()
        self.sign = SignPanel()
        self._facts = IconLine("", "clock")
        self._open = IconLine("", "circle-alert")
        self.preview = QPushButton(self.tr("预览签到表"))
        self.preview.clicked.connect(self.preview_asked)
        self.close_button = QPushButton(self._close_word())
        self.close_button.clicked.connect(self.close_asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._build_tabs())
        column.addLayout(self._build_columns(), 1)
        column.addWidget(_line(is_upright=False))
        column.addLayout(self._build_foot())

    def show_room(self, data: RoomData, signing: str) -> None:
        """Show the meeting; `signing` is the id of whose turn it is, or empty."""
        self._data = data
        self.strip.setVisible(self._kind is MeetingKind.CLOSING)
        self.strip.show_head(data.head)
        opening = data.opening
        self.strip.show_difference(difference(opening, data.people) if opening else None)
        self.agenda.show_agenda(
            data.agenda,
            spent=self._spent(),
            planned=sum(item.minutes for item in data.agenda),
            is_locked=data.is_locked,
        )
        self.show_people(data, signing)
        self._show_foot(data)

    def show_people(self, data: RoomData, signing: str) -> None:
        """Show who is listed and whose turn it is."""
        at_pad = "" if data.is_locked else signing
        rows = tuple(row(one, signing=at_pad) for one in data.people)
        self.people.show_people(rows, counts(data.people), is_locked=data.is_locked)
        demands = () if data.is_locked else missing(data.demands, data.people)
        self.people.guard.show_demands(demands)
        if self.people.guard.points():
            self.people.guard.show_points(() if data.is_locked else data.points)
        self.people.people.select(signing)
        self.sign.show_turn(self._turn(data, signing))

    def show_refusal(self, words: str) -> None:
        """The meeting can't be closed yet: list why, where it can be mended."""
        points = self._data.points if self._data else ()
        self.people.guard.show_points(points or (words,))
        self.people.guard.take_focus()

    def tick(self) -> None:
        """How long the current item has been talked about."""
        data = self._data
        if data is None or data.is_locked:
            return
        since = data.last_said_at or data.meeting.starts_at
        seconds = max(int((now() - since).total_seconds()), 0)
        if seconds < MINUTE * MINUTE:
            words = self.tr("已讲 {0}").format(f"{seconds // MINUTE}:{seconds % MINUTE:02}")
            self.agenda.show_spent(words)

    def flush(self) -> None:
        """Keep the answer and the three fields."""
        self.agenda.flush()
        self.sign.flush()

    def panes(self) -> tuple[QWidget, ...]:
        """The regions in the order of F6."""
        return (self.agenda, self.people, self.sign, self._foot)

    def facts(self) -> str:
        """Since when, where, in whose hands."""
        return self._facts.text()

    def open_words(self) -> str:
        """What is open, as shown at the foot."""
        return self._open.text()

    def _spent(self) -> int:
        data = self._data
        if data is None:
            return 0
        until = data.meeting.closed_at or now()
        return max(int((until - data.meeting.starts_at).total_seconds()) // MINUTE, 0)

    def _turn(self, data: RoomData, signing: str) -> Turn:
        person = next((one for one in data.people if one.id == signing), None)
        side = [one for one in data.people if person and one.role.is_team == person.role.is_team]
        position = ""
        if person is not None:
            group = self.tr("审核组") if person.role.is_team else self.tr("受审核方")
            word = self.tr("已签名") if person.is_signed else self.tr("正在签名")
            if data.is_locked and not person.is_signed:
                word = person.absence_reason or self.tr("未签")
            place = f"{side.index(person) + 1} / {len(side)}"
            position = f"{word} · {group} {place}"
        return Turn(
            person=row(person, signing="" if data.is_locked else signing) if person else None,
            position=position,
            waiting=tuple(row(one) for one in queue(data.people, signing)),
            is_locked=data.is_locked,
            idle=self._idle(data),
        )

    def _idle(self, data: RoomData) -> str:
        if data.meeting.closed_at:
            words = self.tr("会议已于 {time} 结束，签到表已锁定。更正请写入审核记录并说明原因。")
            return words.format(time=clock(data.meeting.closed_at))
        return self.tr("名单上的人都已签到或写明缺席。可以结束会议，或继续添加人员。")

    def _show_foot(self, data: RoomData) -> None:
        self._facts.show_fact(self._say_facts(data.meeting))
        words, icon, tone = self._say_open(data, counts(data.people))
        self._open.show_fact(words, icon, tone)
        self.close_button.setVisible(not data.is_locked)

    def _say_facts(self, meeting: Meeting) -> str:
        start = self.tr("{time} 开始").format(time=clock(meeting.starts_at))
        host = self.tr("{name} 主持").format(name=meeting.host) if meeting.host else ""
        notes = self.tr("{name} 记录").format(name=meeting.minutes_by) if meeting.minutes_by else ""
        people = "，".join(part for part in (host, notes) if part)
        return " · ".join(part for part in (start, meeting.location, people) if part)

    def _say_open(self, data: RoomData, count: Counts) -> tuple[str, str, str]:
        if data.meeting.closed_at:
            words = self.tr("{time} 已结束，签到表已锁定").format(
                time=clock(data.meeting.closed_at)
            )
            return words, "lock", "ink2"
        parts = []
        if count.unsigned:
            parts.append(self.tr("{0} 人未签").format(count.unsigned))
        if count.unexplained:
            parts.append(self.tr("{0} 人缺席未写理由").format(count.unexplained))
        if not parts and data.points:
            parts.append(self.tr("还有 {0} 项未完成").format(len(data.points)))
        if parts:
            return "，".join(parts), "circle-alert", "major"
        return self.tr("可以结束会议"), "circle-check", "ok"

    def _close_word(self) -> str:
        is_opening = self._kind is MeetingKind.OPENING
        return self.tr("结束首次会议") if is_opening else self.tr("结束末次会议")

    def _build_tabs(self) -> QWidget:
        """Agenda and people take turns where there is no room for both beside the pad."""
        self._tabs = Segmented(
            (
                Segment(key=AGENDA, word=self.tr("议程")),
                Segment(key=PEOPLE, word=self.tr("参会人员")),
            )
        )
        self._tabs.choose(PEOPLE)
        self._tabs.chosen.connect(self._fit)
        self._tab_bar = QWidget()
        inside = QHBoxLayout(self._tab_bar)
        inside.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), 0)
        inside.addWidget(self._tabs)
        inside.addStretch(1)
        return self._tab_bar

    def _fit(self, _: str = "") -> None:
        is_narrow = self.width() < theme.px(WIDTH)
        shown = self._tabs.chosen_key()
        self._tab_bar.setVisible(is_narrow)
        self._left.setVisible(not is_narrow or shown == AGENDA)
        self.people.setVisible(not is_narrow or shown == PEOPLE)
        self._left_line.setVisible(not is_narrow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns instead of three in a small window."""
        super().resizeEvent(event)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """One column and the pad."""
        return QSize(theme.px(790), theme.px(420))

    def _build_columns(self) -> QHBoxLayout:
        row_ = QHBoxLayout()
        row_.setSpacing(0)
        inside = QWidget()
        inside.setProperty("role", "page")
        column = QVBoxLayout(inside)
        column.setContentsMargins(theme.px(8), theme.px(14), theme.px(8), theme.px(8))
        column.addWidget(self.agenda)
        left = self._left = _scrolling(inside)
        left.setMinimumWidth(theme.px(264))
        self.people.setMinimumWidth(theme.px(390))
        self.sign.setProperty("role", "page")
        pad = _scrolling(self.sign)
        pad.setMinimumWidth(theme.px(394))
        self._left_line = _line(is_upright=True)
        row_.addWidget(left, 317)
        row_.addWidget(self._left_line)
        row_.addWidget(self.people, 485)
        row_.addWidget(_line(is_upright=True))
        row_.addWidget(pad, 394)
        return row_

    def _build_foot(self) -> QHBoxLayout:
        self._foot = QWidget()
        inside = QHBoxLayout(self._foot)
        inside.setContentsMargins(theme.px(20), theme.px(10), theme.px(20), theme.px(10))
        inside.setSpacing(theme.px(10))
        inside.addWidget(self._facts, 1)
        inside.addWidget(self._open)
        inside.addSpacing(theme.px(6))
        inside.addWidget(self.preview)
        inside.addWidget(self.close_button)
        foot = QHBoxLayout()
        foot.addWidget(self._foot)
        return foot


def _line(*, is_upright: bool) -> QWidget:
    line = QFrame()
    line.setProperty("role", "line")
    if is_upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line


def _scrolling(inside: QWidget) -> QScrollArea:
    """A column that scrolls on its own when the window is low."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
