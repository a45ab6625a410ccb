"""概况: how the audit stands, what is open before the next step, and planning it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from auditor_app.domain import (
    Answer,
    ApplicationFact,
    Attendance,
    Audit,
    AuditReport,
    AuditState,
    Client,
    Evidence,
    KeyAuditPoint,
    Meeting,
    Nonconformity,
    PlanConfirmation,
    PlanSlot,
    Record,
    RecordId,
    ReportStatement,
    Site,
    Stage1Report,
    TeamMember,
    Visit,
    VisitKind,
    id_for,
)
from auditor_app.errors import AuditorError
from auditor_app.rules.gates import Point
from auditor_app.vault import Vault
from ui.ask import Ask
from ui.editors.overview_changes import ChangesPanel
from ui.editors.overview_disputes import Dispute, SettleDialog
from ui.editors.overview_file import (
    BASICS,
    CHANGES,
    CONFIRM,
    DISPUTES,
    FACTS,
    NOW,
    PLAN,
    STAGE1,
    TEAM,
    AuditFile,
    place_of,
)
from ui.editors.overview_now import NowView
from ui.editors.planning_basics import BasicsPanel
from ui.editors.planning_panel import PlanningPanel
from ui.editors.planning_plan import PlanPanel
from ui.editors.planning_stage1 import Stage1Panel
from ui.editors.planning_team import TeamPanel
from ui.pages.base import Page
from ui.pages.overview_parts.facts import FactDesk
from ui.pages.overview_parts.reading import read_file
from ui.tasks import Tasks
from ui.widgets.segmented import Segment, Segmented

FIELDS = {"legal_address": BASICS, "scope": BASICS, "objective": BASICS, "criteria": BASICS}


class OverviewPage(Page[AuditFile]):
    """The parts of the page are exclusive views; F9 takes the first open point."""

    KEY = "overview"
    TITLE = QT_TRANSLATE_NOOP("Pages", "概况")
    ICON = "layout-dashboard"
    SHOWS = frozenset(
        {
            Audit, Client, Site, Visit, TeamMember, PlanSlot, PlanConfirmation, ApplicationFact,
            Answer, Attendance, Meeting, Evidence, Nonconformity, KeyAuditPoint, Stage1Report,
            AuditReport, ReportStatement,
        }
    )  # fmt: skip

    def __init__(self, tasks: Tasks, ask: Ask, audit_id: RecordId) -> None:
        super().__init__(tasks, ask, audit_id)
        self.file: AuditFile | None = None
        self._wants_changes = False
        self.now = NowView()
        self.basics, self.team = BasicsPanel(ask), TeamPanel(ask)
        self.plan, self.stage1 = PlanPanel(ask), Stage1Panel(ask)
        self.changes = ChangesPanel(ask)
        self._facts = FactDesk(tasks, ask, audit_id, self)
        self.views: dict[str, QWidget] = {
            NOW: self.now,
            BASICS: self.basics,
            TEAM: self.team,
            PLAN: self.plan,
            STAGE1: self.stage1,
            CHANGES: self.changes,
        }
        self.segments = Segmented()
        self.segments.chosen.connect(self.show_view)
        self._stack = QStackedWidget()
        for view in self.views.values():
            self._stack.addWidget(view)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._stack)
        self._show_segments(has_stage1=True)
        self._connect()

    def load(self, vault: Vault) -> AuditFile:
        """Everything, in one go."""
        return read_file(vault, self.audit_id, with_changes=self._wants_changes)

    def show_data(self, data: AuditFile) -> None:
        """Every view keeps its scroll position and what is being typed."""
        if self.file is None or self.file.has_stage1 != data.has_stage1:
            self._show_segments(has_stage1=data.has_stage1)
        self.file = data
        self.now.show_file(data)
        for panel in self._panels():
            panel.show_file(data)

    def header_widgets(self) -> Sequence[QWidget]:
        """The views."""
        return (self.segments,)

    def commands(self) -> Sequence[QAction]:
        """The views, the first open point, the backup."""
        found = []
        for words, act in (
            (self.tr("先办第 1 件\tF9"), self.now.gate.follow_first),
            (self.tr("编辑基本信息"), partial(self.show_view, BASICS)),
            (self.tr("编辑审核组"), partial(self.show_view, TEAM)),
            (self.tr("编制审核计划"), partial(self.show_view, PLAN)),
            (self.tr("填写一阶段结果"), partial(self.show_view, STAGE1)),
            (self.tr("查看变更记录"), partial(self.show_view, CHANGES)),
            (self.tr("备份…"), self.back_up),
        ):
            action = QAction(words, self)
            action.triggered.connect(partial(_press, act))
            found.append(action)
        return found

    @classmethod
    def shortcuts(cls) -> Sequence[tuple[str, str]]:
        """The page's keys."""
        translate = QCoreApplication.translate
        return (
            ("F9", translate("OverviewPage", "先办第 1 件")),
            ("↑ ↓", translate("OverviewPage", "在未办事项间移动")),
            ("Enter", translate("OverviewPage", "去办选中的一件")),
            ("Alt L / Alt B / Alt R", translate("OverviewPage", "裁定：采用左、两版都写、采用右")),
        )

    def panes(self) -> Sequence[QWidget]:
        """The cards, or the view shown."""
        if self._stack.currentWidget() is self.now:
            return (
                self.now.gate,
                self.now.conflicts,
                self.now.today,
                self.now.facts,
                self.now.care,
            )
        return tuple(view for view in self.views.values() if view.isVisible())

    def go_to(self, target: object) -> None:
        """Show a part of the page, or a field of the basics."""
        name = str(target)
        if name in FIELDS:
            self.show_view(FIELDS[name])
            self.basics.focus_field(name)
        else:
            self.show_place(name)

    def flush(self) -> None:
        """Keep what is being typed in any view."""
        for panel in self._panels():
            panel.flush()

    def show_view(self, key: str) -> None:
        """Show one of the views."""
        self.flush()
        self._stack.setCurrentWidget(self.views[key])
        if key == CHANGES and not self._wants_changes:
            self._wants_changes = True  # it walks the journal: only when somebody looks
            self.refresh()
        self._show_segments(has_stage1=self.file is None or self.file.has_stage1, chosen=key)

    def show_place(self, place: str) -> None:
        """Show a view, a card of the first view, or what a point asks for."""
        if place == CONFIRM:
            self.show_view(PLAN)
            self._choose_visit_to_confirm()
            self.plan.words.add.setFocus()
        elif place in self.views:
            self.show_view(place)
        elif place in {FACTS, DISPUTES}:
            self.show_view(NOW)
            self.now.show_place(place)

    def go_on(self) -> None:
        """Take the next step, once the person has said so; after the last one, pack."""
        file = self.file
        if file is None or file.next_state is None:
            self.navigate.emit("packages", None)
            return
        word = self.now.gate.step_word(file)
        detail = self.tr("这一步记入日志，不能撤回。")
        if file.points:
            open_ = "\n".join(f"· {point.text}" for point in file.points[:5])
            detail = self.tr("还有提示没有处理：\n{open}\n这一步记入日志，不能撤回。").format(
                open=open_
            )
        if self.ask.confirm(self.tr("{step}？").format(step=word), detail=detail, action=word):
            self.tasks.run(self, lambda vault: vault.standing.go_on(self.audit_id))

    def back_up(self) -> None:
        """Copy the vault to a folder of its own inside the one chosen."""
        folder = self.ask.folder(self.tr("选择移动盘或文件夹"))
        if folder is None:
            return
        self.now.care.show_busy(is_busy=True)
        word = self.tr("现场审核备份")

        def operation(vault: Vault) -> tuple[Path, int, int]:
            name = f"{word} {vault.folder.name}"
            done = vault.care.back_up(folder if folder.name == name else folder / name)
            return done.folder, done.entries, done.photos

        self.tasks.run(self, operation, self._tell_backup, self._fail_backup)

    def _connect(self) -> None:
        now = self.now
        now.step_chosen.connect(self._show_step)
        now.gate.followed.connect(self._follow)
        now.gate.clause_asked.connect(self._show_clause)
        now.gate.step_asked.connect(self.go_on)
        now.conflicts.asked.connect(self._settle)
        now.today.opened.connect(lambda page, target: self.navigate.emit(page, target or None))
        now.today.plan_asked.connect(partial(self.show_view, PLAN))
        now.facts.asked.connect(self._facts.confirm)
        now.facts.add_asked.connect(self._facts.add)
        now.care.backup_asked.connect(self.back_up)
        for panel in self._panels():
            panel.kept.connect(self._keep)
            panel.removed.connect(self._remove)
            panel.field_kept.connect(self._keep_field)
        QShortcut(QKeySequence("F9"), self).activated.connect(now.gate.follow_first)

    def _panels(self) -> tuple[PlanningPanel, ...]:
        return (self.basics, self.team, self.plan, self.stage1, self.changes)

    def _show_segments(self, *, has_stage1: bool, chosen: str = "") -> None:
        words = {
            NOW: self.tr("现在"),
            BASICS: self.tr("基本信息"),
            TEAM: self.tr("审核组"),
            PLAN: self.tr("审核计划"),
            STAGE1: self.tr("一阶段"),
            CHANGES: self.tr("变更记录"),
        }
        shown = [key for key in words if key != STAGE1 or has_stage1]
        segments = tuple(Segment(key=key, word=words[key]) for key in shown)
        self.segments.show_segments(segments, chosen)

    def _follow(self, point: Point) -> None:
        place = place_of(point)
        if place:
            self.show_place(place)
        else:
            self.navigate.emit(point.page, point.target or None)

    def _show_step(self, state: str) -> None:
        places = {AuditState.PLANNING: PLAN, AuditState.STAGE1: STAGE1}
        pages = {
            AuditState.STAGE2: "checklist",
            AuditState.FOLLOW_UP: "findings",
            AuditState.REPORTING: "report",
            AuditState.SUBMITTED: "packages",
        }
        if AuditState(state) in places:
            self.show_place(places[AuditState(state)])
        else:
            self.navigate.emit(pages[AuditState(state)], None)

    def _choose_visit_to_confirm(self) -> None:
        file = self.file
        if file is None:
            return
        first = file.audit.state is AuditState.PLANNING and file.has_stage1
        kind = file.main_visit.kind if file.main_visit else VisitKind.STAGE2
        self.plan.choose_visit(VisitKind.STAGE1 if first else kind)

    def _show_clause(self, tag: str) -> None:
        key, _, number = tag.partition(" ")

        def operation(vault: Vault) -> str:
            book = vault.library.rulebook_of(vault.audits.get(self.audit_id))
            return book.clause(number).gist

        self.tasks.run(self, operation, lambda gist: self.ask.inform(f"{key} {number}", gist))

    def _settle(self, dispute: Dispute) -> None:
        dialog = SettleDialog(dispute)
        if self.ask.finish(dialog):
            value = dialog.chosen
            self.tasks.run(self, lambda vault: vault.conflicts.settle(dispute.conflict, value))

    def _keep(self, record: Record, seen: Record | None) -> None:
        self.tasks.run(self, lambda vault: vault.audits.keep(record, seen=seen))

    def _remove(self, record: Record) -> None:
        self.tasks.run(self, lambda vault: vault.audits.remove(record))

    def _keep_field(self, noun: str, field: str, value: object) -> None:
        """Change one field of the record as it is kept now."""

        def operation(vault: Vault) -> None:
            record = self._noun(vault, noun)
            changed = replace(record, **{field: value})  # type: ignore[arg-type]
            vault.audits.keep(changed, seen=record)

        self.tasks.run(self, operation, otherwise=partial(self._fail_field, noun, field))

    def _noun(self, vault: Vault, noun: str) -> Audit | Client | Stage1Report:
        if noun == "audit":
            return vault.audits.get(self.audit_id)
        if noun == "client":
            return vault.audits.client(self.audit_id)
        report = vault.audits.stage1_report(self.audit_id)
        if report is not None:
            return report
        visit = vault.audits.visit(self.audit_id, VisitKind.STAGE1)
        where = visit.id if visit else RecordId("")
        blank = Stage1Report(
            id=id_for("stage1_report", where), audit_id=self.audit_id, visit_id=where
        )
        return vault.audits.keep(blank)

    def _fail_field(self, noun: str, field: str, error: AuditorError) -> None:
        if not any([panel.refuse(noun, field, str(error)) for panel in self._panels()]):
            self.ask.tell(error)
        self.refresh()

    def _tell_backup(self, done: tuple[Path, int, int]) -> None:
        self.now.care.show_busy(is_busy=False)
        self.refresh()
        words = self.tr("已备份到 {folder}\n日志 {entries} 条、照片 {photos} 张，备份已打开核对。")
        folder, entries, photos = done
        self.ask.inform(
            self.tr("备份完成"), words.format(folder=folder, entries=entries, photos=photos)
        )

    def _fail_backup(self, error: AuditorError) -> None:
        self.now.care.show_busy(is_busy=False)
        self.ask.tell(error)


def _press(act: object, _checked: bool = False) -> None:
    if callable(act):
        act()
