"""首次会议 and 末次会议: agenda, sign-in, who must be there, signatures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import ClassVar

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from auditor_app.domain import (
    RECORD_TYPES,
    AgendaMark,
    Attendance,
    Audit,
    Meeting,
    MeetingKind,
    Place,
    RecordId,
    Stroke,
    TeamMember,
    Visit,
)
from auditor_app.errors import AuditorError
from auditor_app.vault import Vault
from ui.ask import Ask
from ui.audit_words import visit_word
from ui.editors.meeting_room import MeetingRoom, RoomData
from ui.editors.meeting_rows import next_unsigned
from ui.editors.pdf_dialog import PdfDialog
from ui.editors.turned_desk import TurnedDesk
from ui.pages.base import Badge, Page
from ui.pages.meeting_parts.reading import read_room
from ui.pages.meeting_parts.sign_in import SignIn
from ui.tasks import Pause, Tasks
from ui.widgets.agenda import AgendaItem
from ui.widgets.empty import EmptyState
from ui.widgets.segmented import Segment, Segmented

TICK_MS = 1000
EMPTY, ROOM, ASIDE = range(3)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingData:
    """The audit's visits, the one shown, and its meeting if that was opened."""

    visits: tuple[Visit, ...]
    visit: Visit | None
    room: RoomData | None


class MeetingPage(Page[MeetingData]):
    """One meeting of the visit chosen in the header; read-only once it is closed."""

    ICON = "presentation"
    SHOWS = frozenset({Meeting, AgendaMark, Attendance, Visit, TeamMember, Audit})
    MEETING: ClassVar[MeetingKind]

    def __init__(self, tasks: Tasks, ask: Ask, audit_id: RecordId) -> None:
        super().__init__(tasks, ask, audit_id)
        self._visit_id = ""
        self._data: MeetingData | None = None
        self._chosen = ""
        self._done_last = ""
        self._turned: TurnedDesk | None = None
        self._sign_in = SignIn(self, tasks, ask)
        self._segments = Segmented()
        self._segments.chosen.connect(self._choose_visit)
        self.room = MeetingRoom(self.MEETING)
        self._ticking = Pause(self, self._tick, ms=TICK_MS)
        self._stack = QStackedWidget()
        self.empty = self._build_empty()
        aside = EmptyState(
            "map-pin",
            self.tr("这次访问不开会议"),
            help_line=self.tr("没有现场访问，或一阶段不在现场进行；沟通方式请写入审核记录。"),
        )
        for widget in (self.empty, self.room, aside):
            self._stack.addWidget(widget)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._stack)
        self._connect()

    @classmethod
    def badge(cls, vault: Vault, audit_id: RecordId) -> Badge | None:
        """How many have signed in."""
        visit = vault.standing.current_visit(vault.audits.get(audit_id))
        meeting = vault.meetings.find(visit.id, cls.MEETING) if visit else None
        if meeting is None:
            return None
        signed = sum(one.is_signed for one in vault.meetings.people(meeting.id))
        words = QCoreApplication.translate("MeetingPage", "已签 {0}")
        return Badge(text=words.format(signed))

    def load(self, vault: Vault) -> MeetingData:
        """The meeting of the chosen visit, else of the visit going on."""
        audit = vault.audits.get(self.audit_id)
        visits = tuple(vault.audits.visits(audit.id))
        chosen = next((one for one in visits if one.id == self._visit_id), None)
        visit = chosen or vault.standing.current_visit(audit)
        meeting = vault.meetings.find(visit.id, self.MEETING) if visit else None
        room = read_room(vault, audit, meeting) if meeting else None
        return MeetingData(visits=visits, visit=visit, room=room)

    def show_data(self, data: MeetingData) -> None:
        """Keep who is at the pad; after a signature the next one comes up."""
        self._data = data
        shown = data.visit.id if data.visit else ""
        self._segments.show_segments(tuple(_segment(one) for one in data.visits), shown)
        self._segments.setVisible(len(data.visits) > 1)
        if data.room is None:
            is_held = data.visit is not None and data.visit.place is Place.ON_SITE
            self._stack.setCurrentIndex(EMPTY if is_held else ASIDE)
            return
        self._sign_in.show(data.room.meeting, data.room.people)
        self._pick(data.room.people)
        self._stack.setCurrentIndex(ROOM)
        self.room.show_room(data.room, self._chosen)
        self._tick()

    def header_widgets(self) -> Sequence[QWidget]:
        """The visits, when there is more than one."""
        return (self._segments,)

    def commands(self) -> Sequence[QAction]:
        """What can be done with this meeting."""
        acts: list[tuple[str, Callable[[], object]]] = [
            (self.tr("添加参会人员"), self._sign_in.add),
            (self.tr("预览签到表"), self._preview),
            (self.tr("结束会议"), self._close),
        ]
        if self._data is None or self._data.room is None:
            acts = [(self._open_word(), self._open)]
        actions = []
        for words, act in acts:
            action = QAction(words, self)
            action.triggered.connect(act)
            actions.append(action)
        return actions

    @classmethod
    def shortcuts(cls) -> Sequence[tuple[str, str]]:
        """The keys of the three columns."""
        translate = QCoreApplication.translate
        return (
            (translate("MeetingPage", "空格"), translate("MeetingPage", "议程：讲完，下一项")),
            ("Backspace", translate("MeetingPage", "议程：撤销上一个勾")),
            ("Enter", translate("MeetingPage", "人员：请其签名；签名框：确认")),
            ("A", translate("MeetingPage", "人员：缺席，写明理由")),
            ("Insert", translate("MeetingPage", "添加参会人员")),
            ("F2", translate("MeetingPage", "修改人员信息")),
            ("Ctrl Z", translate("MeetingPage", "签名框：撤销一笔")),
            ("Del", translate("MeetingPage", "签名框：清除；人员：从名单中删除")),
        )

    def panes(self) -> Sequence[QWidget]:
        """Agenda, people, pad, foot."""
        return self.room.panes() if self._stack.currentIndex() == ROOM else (self._stack,)

    def go_to(self, target: object) -> None:
        """Choose a visit or a person by id."""
        if self._data and any(one.id == target for one in self._data.visits):
            self._choose_visit(str(target))
        else:
            self._choose(str(target))

    def flush(self) -> None:
        """Keep the answer and the three fields."""
        self.room.flush()

    def _connect(self) -> None:
        room, people = self.room, self._sign_in
        room.agenda.said.connect(self._say)
        room.agenda.taken_back.connect(self._take_back)
        room.agenda.reply_edited.connect(self._reply)
        room.people.people.selected.connect(self._choose)
        room.people.people.sign_asked.connect(self._call)
        room.people.act_asked.connect(people.act)
        room.people.add_asked.connect(people.add)
        room.people.guard.sign_asked.connect(people.sign_missing)
        room.people.guard.reason_asked.connect(people.explain_missing)
        room.sign.confirmed.connect(people.sign)
        room.sign.details_changed.connect(people.change_details)
        room.sign.typing_asked.connect(people.type)
        room.sign.turn_asked.connect(self._turn)
        room.sign.clear_asked.connect(self._clear)
        room.sign.chosen.connect(self._call)
        room.preview_asked.connect(self._preview)
        room.close_asked.connect(self._close)
        room.strip.copy_asked.connect(self._copy)
        people.signed.connect(self._on_signed)
        people.excused.connect(self._on_excused)
        people.not_signed.connect(self._on_not_signed)
        people.called.connect(self._call)
        self.empty.wanted.connect(self._open)

    def _build_empty(self) -> EmptyState:
        icon, words = "presentation", self.tr("首次会议还没有召开")
        help_line = self.tr("召开后按议程提示逐项宣讲，参会人员当场签到。")
        if self.MEETING is MeetingKind.CLOSING:
            icon, words = "signature", self.tr("末次会议还没有召开")
            help_line = self.tr("首次会议的参会人员会列入名单，再次签到；议程逐项提示。")
        return EmptyState(icon, words, help_line=help_line, action=self._open_word())

    def _open_word(self) -> str:
        is_opening = self.MEETING is MeetingKind.OPENING
        return self.tr("召开首次会议") if is_opening else self.tr("召开末次会议")

    def _pick(self, people: tuple[Attendance, ...]) -> None:
        """Whose turn it is: as chosen, else the next who has not signed."""
        if self._done_last:
            self._chosen = next_unsigned(people, self._done_last)
            self._done_last = ""
        elif self._chosen not in {one.id for one in people}:
            self._chosen = next_unsigned(people)

    def _choose_visit(self, visit_id: str) -> None:
        self.flush()
        self._visit_id, self._chosen = visit_id, ""
        self.refresh()

    def _choose(self, key: str) -> None:
        self._chosen = key
        if self._data and self._data.room and self._sign_in.find(key):
            self.room.show_people(self._data.room, key)

    def _call(self, key: str) -> None:
        self._choose(key)
        self.room.sign.desk.pad.setFocus()

    def _open(self) -> None:
        visit = self._data.visit if self._data else None
        if visit is None:
            return
        place = self.ask.text(self._open_word(), label=self.tr("会议地点"), value=visit.location)
        kind = self.MEETING
        if place is not None:
            self.tasks.run(self, lambda vault: vault.meetings.open(visit, kind, location=place))

    def _say(self, item: str, reply: str) -> None:
        self._mark(item, reply=reply, said=True)

    def _take_back(self, item: str) -> None:
        self._mark(item, reply=self._shown(item).reply, said=False)

    def _reply(self, item: str, reply: str) -> None:
        self._mark(item, reply=reply, said=bool(self._shown(item).said_at))

    def _shown(self, item: str) -> AgendaItem:
        items = self._data.room.agenda if self._data and self._data.room else ()
        return next(one for one in items if one.key == item)

    def _mark(self, item: str, *, reply: str, said: bool) -> None:
        if self._data and self._data.room:
            meeting = self._data.room.meeting
            self.tasks.run(
                self, lambda vault: vault.meetings.mark(meeting, item, reply=reply, said=said)
            )

    def _on_signed(self, person: Attendance) -> None:
        self.room.sign.forget(person.id)
        self._end_turned()
        self._on_excused(person)

    def _on_excused(self, person: Attendance) -> None:
        """Somebody is done at the pad: the next one comes up."""
        if person.id == self._chosen:
            self._done_last = person.id
            self.refresh()

    def _on_not_signed(self, error: AuditorError) -> None:
        self._end_turned()
        self.room.sign.take_back(self.tr("签名没有保存，请再按一次确认"))
        self.ask.tell(error)

    def _turn(self) -> None:
        sign = self.room.sign
        person = self._sign_in.find(sign.key())
        if person is not None:
            name = sign.name.value() or person.name
            self._turned = TurnedDesk(self.window(), name=name, line=sign.person_line())
            self._turned.pad.show_strokes(sign.desk.strokes())
            self._turned.confirmed.connect(self._sign_turned)
            self._turned.left.connect(self._leave_turned)

    def _sign_turned(self, strokes: tuple[Stroke, ...]) -> None:
        if self._turned is not None:
            self.flush()
            self.room.sign.desk.pad.show_strokes(strokes)
            self._sign_in.sign(self.room.sign.key(), strokes, self._turned.pad.device_key())

    def _leave_turned(self) -> None:
        if self._turned is not None:
            self.room.sign.desk.pad.show_strokes(self._turned.strokes())
            self._end_turned()

    def _end_turned(self) -> None:
        if self._turned is not None:
            self._turned.put_away()
            self._turned = None

    def _clear(self) -> None:
        if self.ask.confirm(self.tr("清除全部笔迹？"), action=self.tr("清除"), is_risky=True):
            self.room.sign.desk.clear()

    def _preview(self) -> None:
        self.flush()
        if self._data and self._data.visit:
            visit_id = self._data.visit.id
            self.tasks.run(self, lambda vault: _compile(vault, visit_id), self._show_sheet)

    def _show_sheet(self, sheet: bytes) -> None:
        dialog = PdfDialog(self.tr("会议签到表"), sheet)
        dialog.save_asked.connect(self._save_sheet)
        self.ask.finish(dialog)

    def _save_sheet(self) -> None:
        name = self.tr("会议签到表") + ".pdf"
        path = self.ask.save_as(self.tr("保存签到表"), name=name, kinds="*.pdf")
        if path is not None and self._data and self._data.visit:
            visit_id = self._data.visit.id
            self.tasks.run(self, lambda vault: vault.reports.compile_signin(visit_id, path))

    def _close(self) -> None:
        self.flush()
        if self._data is None or self._data.room is None:
            return
        room = self._data.room
        if not room.points and not self.ask.confirm(
            self.tr("结束会议？"),
            detail=self.tr("结束后签到表锁定，不能再签名或更改名单。"),
            action=self.room.close_button.text(),
        ):
            return
        meeting = room.meeting
        self.tasks.run(
            self, lambda vault: vault.meetings.close(meeting), otherwise=self._on_not_closed
        )

    def _on_not_closed(self, error: AuditorError) -> None:
        self.room.show_refusal(str(error))

    def _copy(self, head: str) -> None:
        QGuiApplication.clipboard().setText(head)

    def _tick(self) -> None:
        if self.isVisible() and self._stack.currentIndex() == ROOM:
            self.room.tick()
            self._ticking.restart()


class OpeningPage(MeetingPage):
    """首次会议."""

    KEY = "opening"
    TITLE = QT_TRANSLATE_NOOP("Pages", "首次会议")
    MEETING = MeetingKind.OPENING


class ClosingPage(MeetingPage):
    """末次会议; its check code changes with every record, so every commit is looked at."""

    KEY = "closing"
    TITLE = QT_TRANSLATE_NOOP("Pages", "末次会议")
    ICON = "signature"
    SHOWS = frozenset(RECORD_TYPES)
    MEETING = MeetingKind.CLOSING


def _segment(visit: Visit) -> Segment:
    word = visit_word(visit.kind)
    if visit.place is Place.ON_SITE:
        word += QCoreApplication.translate("MeetingPage", " · 现场")
    return Segment(key=visit.id, word=word)


def _compile(vault: Vault, visit_id: RecordId) -> bytes:
    """The sign-in sheet's bytes; the file itself is gone at once, for it is not encrypted."""
    with TemporaryDirectory() as folder:
        return vault.reports.compile_signin(visit_id, Path(folder) / "signin.pdf").path.read_bytes()
