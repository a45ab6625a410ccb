"""The visits, the plan of each, and the client's word on it."""

from dataclasses import replace
from datetime import date, time, timedelta

from PySide6.QtCore import QCoreApplication

from auditor_app.domain import (
    AuditKind,
    PlanConfirmation,
    PlanSlot,
    SlotKind,
    Visit,
    VisitKind,
    now,
)
from ui.ask import Ask
from ui.audit_words import day, span, visit_word
from ui.editors.overview_file import AuditFile
from ui.editors.planning_panel import PlanningPanel
from ui.editors.planning_slot import SlotEditor
from ui.editors.planning_table import PlanningTable
from ui.editors.planning_visit import KINDS, ConfirmationEditor, VisitEditor
from ui.editors.planning_words import (
    local_clock,
    local_day,
    local_minute,
    local_moment,
    slot_title,
    weekday,
)
from ui.models import Column

NEXT = {
    AuditKind.INITIAL: (VisitKind.STAGE1, VisitKind.STAGE2),
    AuditKind.SURVEILLANCE: (VisitKind.SURVEILLANCE,),
    AuditKind.RECERTIFICATION: (VisitKind.RECERTIFICATION,),
    AuditKind.SPECIAL: (VisitKind.SPECIAL,),
}


class PlanPanel(PlanningPanel):
    """Three tables; the lower two belong to the visit chosen in the first."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(QCoreApplication.translate("PlanPanel", "审核计划"), ask)
        self.visits, self.slots = self._visit_table(), self._slot_table()
        self.words = self._confirmation_table()
        self._wanted: object = None
        for table, add, edit in (
            (self.visits, self._add_visit, self._edit_visit),
            (self.slots, self._add_slot, self._edit_slot),
            (self.words, self.confirm, self._edit_confirmation),
        ):
            table.add_asked.connect(add)
            table.edit_asked.connect(edit)
            table.remove_asked.connect(self._remove)
        self.visits.chosen.connect(self._show_visit)
        self.add_card(self.visits)
        self.add_card(self.slots)
        self.add_card(self.words)

    def show_file(self, file: AuditFile) -> None:
        """The visit chosen stays chosen; at first it is the one going on."""
        super().show_file(file)
        keep = self.visit()
        self.visits.show_records(file.visits)
        wanted = keep or file.current_visit
        places = [one.id for one in file.visits]
        if wanted is not None and wanted.id in places:
            self.visits.choose(places.index(wanted.id))
        self._show_visit(self.visits.current())
        for table in (self.visits, self.slots, self.words):
            table.lock(is_locked=file.is_over)

    def visit(self) -> Visit | None:
        """The visit whose plan is shown."""
        return self.visits.current()

    def choose_visit(self, kind: VisitKind) -> None:
        """Show the plan of a kind of visit."""
        places = [one.kind for one in self.file.visits] if self.file else []
        if kind in places:
            self.visits.choose(places.index(kind))

    def confirm(self) -> None:
        """Note the client's word on the plan shown."""
        visit = self.visit()
        if visit is None or self.file is None:
            return
        draft = PlanConfirmation(
            audit_id=visit.audit_id,
            visit_id=visit.id,
            confirmed_by=self.file.client.contact_name,
            confirmed_at=now(),
        )
        is_change = bool(self.file.confirmed(visit))
        self.run(ConfirmationEditor(draft, visit=visit_word(visit.kind), is_change=is_change))

    def _show_visit(self, visit: Visit | None) -> None:
        file = self.file
        if visit is None or file is None:
            self.slots.show_records(())
            self.words.show_records(())
            self.slots.setEnabled(False)
            self.words.setEnabled(False)
            return
        self.slots.setEnabled(True)
        self.words.setEnabled(True)
        slots = file.slots.get(visit.id, ())
        self.slots.show_records(slots)
        days = span(visit.first_day, visit.last_day)
        words = self.tr("{visit} · {days} · {count} 个时段")
        self.slots.say(words.format(visit=visit_word(visit.kind), days=days, count=len(slots)))
        self.words.show_records(file.confirmed(visit))

    def _visit_table(self) -> PlanningTable[Visit]:
        columns: list[tuple[Column[Visit], int]] = [
            (Column(title=self.tr("访问"), text=lambda one: visit_word(one.kind)), 140),
            (Column(title=self.tr("日期"), text=_days), 190),
            (Column(title=self.tr("地点"), text=self._where), 0),
            (Column(title=self.tr("计划"), text=self._plan_words), 150),
        ]
        return PlanningTable(
            self.tr("访问"),
            columns,
            empty=self.tr("还没有安排访问。初次认证先安排一阶段和二阶段。"),
            add=self.tr("安排访问"),
        )

    def _slot_table(self) -> PlanningTable[PlanSlot]:
        columns: list[tuple[Column[PlanSlot], int]] = [
            (Column(title=self.tr("日期"), text=_slot_day), 130),
            (Column(title=self.tr("时间"), text=_slot_times), 110),
            (Column(title=self.tr("部门与过程"), text=slot_title), 0),
            (Column(title=self.tr("条款"), text=lambda one: " ".join(one.clauses)), 190),
            (Column(title=self.tr("审核员"), text=self._people), 190),
            (Column(title=self.tr("场所"), text=self._site), 100),
        ]
        return PlanningTable(
            self.tr("日程"),
            columns,
            empty=self.tr("这次访问还没有日程。检查表按日程中的部门和条款生成。"),
            add=self.tr("添加日程"),
        )

    def _confirmation_table(self) -> PlanningTable[PlanConfirmation]:
        columns: list[tuple[Column[PlanConfirmation], int]] = [
            (Column(title=self.tr("时间"), text=lambda one: local_minute(one.confirmed_at)), 170),
            (Column(title=self.tr("确认人"), text=lambda one: one.confirmed_by), 200),
            (Column(title=self.tr("方式"), text=lambda one: one.method), 220),
            (Column(title=self.tr("变更内容"), text=lambda one: one.change or "—"), 0),
        ]
        return PlanningTable(
            self.tr("受审核方确认"),
            columns,
            empty=self.tr("计划还没有经受审核方确认。"),
            add=self.tr("登记确认"),
        )

    def _plan_words(self, visit: Visit) -> str:
        if self.file is None or not self.file.slots.get(visit.id):
            return self.tr("未编制")
        return self.tr("已确认") if self.file.confirmed(visit) else self.tr("待确认")

    def _where(self, visit: Visit) -> str:
        return visit.location or self.tr("未填写")

    def _people(self, slot: PlanSlot) -> str:
        names = {str(one.id): one.name for one in self.file.team} if self.file else {}
        found = "、".join(names[key] for key in slot.member_ids if key in names)
        return found or self.tr("未派人")

    def _site(self, slot: PlanSlot) -> str:
        names = {one.id: one.name for one in self.file.sites} if self.file else {}
        return names.get(slot.site_id, "—") if slot.site_id else "—"

    def _add_visit(self) -> None:
        if self.file is None:
            return
        audit = self.file.audit
        there = {one.kind for one in self.file.visits}
        kinds = [kind for kind in NEXT[audit.kind] if kind not in there] or [KINDS[audit.kind][-1]]
        last = max((one.last_day for one in self.file.visits), default=self.file.today)
        first = max(last + timedelta(days=7), self.file.today)
        draft = Visit(
            audit_id=audit.id,
            kind=kinds[0],
            first_day=first,
            last_day=first,
            location=_address(self.file),
        )
        self.run(VisitEditor(draft, audit.kind, is_new=True))

    def _edit_visit(self, visit: Visit) -> None:
        """A visit without a place offers the client's: the report wants one."""
        if self.file is not None:
            draft = visit if visit.location else replace(visit, location=_address(self.file))
            self.run(VisitEditor(draft, self.file.audit.kind, is_new=False), visit)

    def _add_slot(self) -> None:
        visit = self.visit()
        if self.file is not None and visit is not None:
            draft = next_slot(visit, self.file.slots.get(visit.id, ()))
            self._edit(draft, visit, is_new=True)

    def _edit_slot(self, slot: PlanSlot) -> None:
        visit = self.visit()
        if visit is not None:
            self._edit(slot, visit, is_new=False)

    def _edit(self, slot: PlanSlot, visit: Visit, *, is_new: bool) -> None:
        if self.file is not None:
            editor = SlotEditor(
                slot, visit, team=self.file.team, sites=self.file.sites, is_new=is_new
            )
            self.run(editor, None if is_new else slot)

    def _edit_confirmation(self, word: PlanConfirmation) -> None:
        visit = self.visit()
        if visit is not None:
            name = visit_word(visit.kind)
            self.run(ConfirmationEditor(word, visit=name, is_change=bool(word.change)), word)

    def _remove(self, record: Visit | PlanSlot | PlanConfirmation) -> None:
        if isinstance(record, Visit):
            if self.file is not None and self.file.slots.get(record.id):
                self.ask.tell(
                    self.tr("这次访问已有日程，不能删除。记录没有改变；请先删除它的日程。")
                )
                return
            self.ask_removal(record, f"{visit_word(record.kind)} {day(record.first_day)}")
        elif isinstance(record, PlanSlot):
            self.ask_removal(record, f"{_slot_times(record)} {slot_title(record)}")
        else:
            self.ask_removal(record, record.confirmed_by)


def next_slot(visit: Visit, slots: tuple[PlanSlot, ...]) -> PlanSlot:
    """A draft that begins where the plan ends: first the opening meeting, then audit hours."""
    if not slots:
        start = local_moment(visit.first_day, time(9, 0))
        is_stage1 = visit.kind is VisitKind.STAGE1
        kind = SlotKind.AUDIT if is_stage1 else SlotKind.OPENING
        length = timedelta(hours=1) if is_stage1 else timedelta(minutes=30)
        return PlanSlot(
            audit_id=visit.audit_id,
            visit_id=visit.id,
            kind=kind,
            starts_at=start,
            ends_at=start + length,
        )
    last = max(slots, key=lambda slot: slot.ends_at)
    start = last.ends_at
    if start >= local_moment(local_day(start), time(17, 0)):
        start = local_moment(_after(local_day(start), visit), time(8, 30))
    return PlanSlot(
        audit_id=visit.audit_id,
        visit_id=visit.id,
        starts_at=start,
        ends_at=start + timedelta(hours=1),
        member_ids=last.member_ids,
        site_id=last.site_id,
    )


def _address(file: AuditFile) -> str:
    return "；".join(one.address for one in file.sites) or file.client.legal_address


def _after(that: date, visit: Visit) -> date:
    return min(that + timedelta(days=1), visit.last_day)


def _days(visit: Visit) -> str:
    return span(visit.first_day, visit.last_day)


def _slot_day(slot: PlanSlot) -> str:
    that = local_day(slot.starts_at)
    return f"{day(that)} {weekday(that)}"


def _slot_times(slot: PlanSlot) -> str:
    return f"{local_clock(slot.starts_at)}–{local_clock(slot.ends_at)}"
