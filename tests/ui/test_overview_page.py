"""概况: what is open is shown and mended, planning works from nothing, no word is lost."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from auditor_app.domain import (
    BEIJING,
    ApplicationFact,
    Audit,
    AuditState,
    PlanConfirmation,
    PlanSlot,
    Readiness,
    RecordId,
    SlotKind,
    Stage1Report,
    TeamMember,
    TeamRole,
    Verdict,
    Visit,
    VisitKind,
    now,
)
from auditor_app.rules.gates import Facts, open_points
from auditor_app.vault import Vault
from tests.ui.filling import Person, ask_vault, cut, unnamed
from ui.editors.overview_disputes import SettleDialog
from ui.editors.overview_facts import FactRow
from ui.editors.overview_file import NOW, PLAN, STAGE1, TEAM, place_of
from ui.editors.overview_today import SlotRow, phase_of
from ui.editors.planning_fact import ConfirmFact, FactEditor
from ui.editors.planning_fields import FieldSet
from ui.editors.planning_member import MemberEditor
from ui.editors.planning_slot import SlotEditor
from ui.editors.planning_visit import (
    ConfirmationEditor,
    KeyPointEditor,
    SiteEditor,
    VisitEditor,
    split_clauses,
)
from ui.editors.planning_words import local_day, local_moment
from ui.pages.overview import OverviewPage
from ui.tasks import Tasks
from ui.theme import Theme

Start = Callable[[Tasks, str], Audit]
Show = Callable[[], OverviewPage]
CLIENT = "华东精密机械有限公司"


@pytest.fixture
def ask() -> Person:
    return Person()


@pytest.fixture
def audit(tasks: Tasks, start_audit: Start) -> Audit:
    return start_audit(tasks, CLIENT)


@pytest.fixture
def show(qtbot: QtBot, tasks: Tasks, ask: Person, audit: Audit) -> Show:
    def show_it() -> OverviewPage:
        page = OverviewPage(tasks, ask, audit.id)
        qtbot.addWidget(page)
        page.resize(1180, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.has_shown)
        return page

    return show_it


@pytest.fixture
def vault(qtbot: QtBot, tasks: Tasks) -> Callable[[Callable[[Vault], object]], object]:
    return lambda operation: ask_vault(qtbot, tasks, operation)


def stage(audit: Audit, kind: VisitKind, first: date) -> Visit:
    return Visit(audit_id=audit.id, kind=kind, first_day=first, last_day=first, location="昆山")


def slot(visit: Visit, hours: tuple[int, int], *, who: tuple[str, ...] = ()) -> PlanSlot:
    return PlanSlot(
        audit_id=visit.audit_id,
        visit_id=visit.id,
        starts_at=local_moment(visit.first_day, time(hours[0])),
        ends_at=local_moment(visit.first_day, time(hours[1])),
        department="生产部",
        process="机加",
        clauses=("8.1.2",),
        member_ids=who,
    )


def texts(page: OverviewPage) -> list[str]:
    return [row.gate.text for row in page.now.gate.list._rows]


def test_a_fresh_audit_says_what_is_missing_and_locks_the_step(show: Show) -> None:
    page = show()
    assert "审核组还没有组长" in texts(page)
    assert "还没有审核计划" in texts(page)
    assert not page.now.gate.step.isEnabled()
    assert page.now.gate.step.isVisible()


def test_f9_goes_to_where_the_first_point_is_mended(qtbot: QtBot, show: Show) -> None:
    page = show()
    QTest.keyClick(page, Qt.Key.Key_F9)
    assert page.segments.chosen_key() == TEAM
    assert page.team.isVisible()


def test_every_point_of_the_overview_has_a_place(qtbot: QtBot, tasks: Tasks, audit: Audit) -> None:
    book = ask_vault(qtbot, tasks, lambda vault: vault.library.rulebook_of(audit))
    points = [
        point
        for state in AuditState
        for report in (False, True)
        for point in open_points(
            Facts(state=state, conflicts=1, drifted_facts=("x",), has_stage1_report=report), book
        )
        if point.page == "overview"
    ]
    assert len(points) > 8
    assert [point.text for point in points if place_of(point) in {"", NOW}] == []


def test_joining_the_team_brings_this_device_s_keys(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    page = show()
    page.show_view(TEAM)
    page.team.join.click()
    qtbot.waitUntil(lambda: page.team.table.model.rowCount() == 1)
    me = ask_vault(qtbot, tasks, lambda vault: vault.identity)
    member = page.team.table.current()
    assert member is not None
    assert (member.name, member.role) == ("李敏", TeamRole.LEADER)
    assert (member.device_id, member.recipient) == (me.device_id, me.recipient)
    assert not page.team.join.isVisible()


def test_a_second_leader_is_refused(show: Show, ask: Person, audit: Audit) -> None:
    leader = TeamMember(audit_id=audit.id, name="李敏", role=TeamRole.LEADER)
    other = TeamMember(audit_id=audit.id, name="周航", role=TeamRole.LEADER)
    editor = MemberEditor(other, (leader,), is_new=True)
    assert "已有组长" in editor.find_trouble()


def test_an_audit_can_be_planned_from_nothing_and_brought_to_stage_two(
    qtbot: QtBot, show: Show, ask: Person, tasks: Tasks, audit: Audit
) -> None:
    page = show()
    page.team.join.click()
    ask.fill = fill_dialog
    page.plan.visits.add_asked.emit()
    qtbot.waitUntil(lambda: page.plan.visits.model.rowCount() == 1)
    page.plan.visits.add_asked.emit()
    qtbot.waitUntil(lambda: page.plan.visits.model.rowCount() == 2)
    page.plan.choose_visit(VisitKind.STAGE1)
    page.plan.slots.add_asked.emit()
    qtbot.waitUntil(lambda: page.plan.slots.model.rowCount() == 1)
    page.plan.words.add_asked.emit()
    qtbot.waitUntil(page.now.gate.step.isEnabled)
    ask.agrees = True
    page.now.gate.step.click()
    qtbot.waitUntil(lambda: page.file is not None and page.file.audit.state is AuditState.STAGE1)
    ask_vault(qtbot, tasks, lambda vault: answer_all(vault, audit.id, VisitKind.STAGE1))
    page.show_view(STAGE1)
    page.stage1.choices.buttons()[0].click()
    page.plan.choose_visit(VisitKind.STAGE2)
    page.plan.confirm()
    qtbot.waitUntil(page.now.gate.step.isEnabled)
    page.now.gate.step.click()
    qtbot.waitUntil(lambda: page.file is not None and page.file.audit.state is AuditState.STAGE2)
    assert ask.told == []


def fill_dialog(dialog: QDialog) -> None:
    """What the leader types while planning."""
    match dialog:
        case SlotEditor():
            dialog.kind.setCurrentIndex(0)
            dialog.department.setText("安环部")
            dialog.clauses.setText("6.1、9.1")
        case ConfirmationEditor():
            dialog.who.setText("何静（安环部经理）")


def answer_all(vault: Vault, audit_id: RecordId, kind: VisitKind) -> bool:
    visit = vault.audits.visit(audit_id, kind)
    assert visit is not None
    for item in vault.checklists.items(vault.audits.get(audit_id), visit):
        blank = vault.checklists.blank(visit, item)
        vault.checklists.save(replace(blank, verdict=Verdict.CONFORMING))
    return True


def test_the_step_is_taken_only_after_a_word(
    qtbot: QtBot, show: Show, ask: Person, tasks: Tasks, audit: Audit
) -> None:
    ask_vault(qtbot, tasks, lambda vault: plan_stage1(vault, audit))
    page = show()
    qtbot.waitUntil(page.now.gate.step.isEnabled)
    page.now.gate.step.click()
    assert ask.asked == ["开始一阶段？"]
    assert ask_vault(qtbot, tasks, lambda vault: vault.audits.get(audit.id).state) == "planning"


def plan_stage1(vault: Vault, audit: Audit) -> Visit:
    visit = vault.audits.keep(stage(audit, VisitKind.STAGE1, now().date()))
    vault.audits.keep(TeamMember(audit_id=audit.id, name="李敏", role=TeamRole.LEADER))
    vault.audits.keep(slot(visit, (9, 10)))
    vault.audits.keep(
        PlanConfirmation(
            audit_id=audit.id, visit_id=visit.id, confirmed_by="何静", confirmed_at=now()
        )
    )
    return visit


def test_a_field_keeps_itself(qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit) -> None:
    page = show()
    page.show_view("basics")
    field = page.basics.client.field("legal_address")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "Kunshan 168")
    client = ask_until(
        qtbot, tasks, lambda vault: vault.audits.client(audit.id).legal_address or None
    )
    assert client == "Kunshan 168"


def ask_until(qtbot: QtBot, tasks: Tasks, operation: Callable[[Vault], str | None]) -> str:
    found: list[str] = []

    def look() -> bool:
        value = ask_vault(qtbot, tasks, operation)
        if value:
            found.append(value)
        return bool(found)

    qtbot.waitUntil(look)
    return found[0]


def test_half_composed_words_are_not_kept(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    page = show()
    page.show_view("basics")
    scope = page.basics.audit.field("scope")
    scope.setFocus()
    QApplication.sendEvent(scope, QInputMethodEvent("jixie", []))
    qtbot.wait(600)
    assert ask_vault(qtbot, tasks, lambda vault: vault.audits.get(audit.id).scope) == ""


def test_what_is_typed_is_kept_when_the_page_is_left(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    page = show()
    page.show_view("basics")
    event = QInputMethodEvent()
    event.setCommitString("数控机床的机械加工")
    QApplication.sendEvent(page.basics.audit.field("scope"), event)
    page.hide()
    found = ask_vault(qtbot, tasks, lambda vault: vault.audits.get(audit.id).scope)
    assert found == "数控机床的机械加工"


def test_a_wrong_figure_stays_in_its_field_and_the_kept_one_does_not_change(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    kept = replace(audit, planned_days=Decimal("8.5"))
    ask_vault(qtbot, tasks, lambda vault: vault.audits.keep(kept, seen=audit))
    page = show()
    page.show_view("basics")
    days = page.basics.audit.field("planned_days")
    assert isinstance(days, QLineEdit)
    days.selectAll()
    QTest.keyClicks(days, "8.3")
    page.flush()
    assert days.text() == "8.3"
    assert days.property("invalid") is True
    found = ask_vault(qtbot, tasks, lambda vault: vault.audits.get(audit.id).planned_days)
    assert found == Decimal("8.5")


def test_words_that_could_not_be_kept_stay_and_are_tried_again(qtbot: QtBot, theme: Theme) -> None:
    fields = FieldSet()
    qtbot.addWidget(fields)
    fields.add_paragraph("scope", "认证范围")
    fields.show()
    given: list[tuple[str, object]] = []
    fields.kept.connect(lambda field, value: given.append((field, value)))
    event = QInputMethodEvent()
    event.setCommitString("机械加工")
    QApplication.sendEvent(fields.field("scope"), event)
    fields.flush()
    assert fields.refuse("scope", "磁盘已满，没有保存。")
    fields.show_values({"scope": ""})
    fields.flush()
    assert given == [("scope", "机械加工")] * 2
    assert fields.field("scope").property("invalid") is False


def test_what_changed_is_told_when_somebody_looks(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    def rename(vault: Vault) -> bool:
        client = vault.audits.client(audit.id)
        vault.audits.keep(replace(client, industry="通用设备"), seen=client)
        return True

    ask_vault(qtbot, tasks, rename)
    page = show()
    assert page.changes.table.model.rowCount() == 0
    page.show_view("changes")
    qtbot.waitUntil(lambda: page.changes.table.model.rowCount() == 1)
    change = page.changes.table.current()
    assert change is not None
    assert (change.by, change.value) == ("李敏", "通用设备")


def test_a_fact_is_declared_and_confirmed_with_its_source(
    qtbot: QtBot, show: Show, ask: Person, tasks: Tasks, audit: Audit
) -> None:
    page = show()
    ask.fill = fill_fact
    page.now.facts.add_asked.emit()
    qtbot.waitUntil(lambda: len(page.now.facts.findChildren(FactRow)) == 1)
    page.now.facts.findChildren(FactRow)[0].click()
    qtbot.waitUntil(lambda: page.now.facts.pill.text() == "1 处变化")
    fact = ask_vault(qtbot, tasks, lambda vault: vault.audits.facts(audit.id)[0])
    assert (fact.declared, fact.confirmed, fact.unit) == ("268", "283", " 人")
    assert (fact.confirmed_source, fact.confirmed_by) == ("工资表", "李敏")


def fill_fact(dialog: QDialog) -> None:
    match dialog:
        case FactEditor():
            dialog.label.setCurrentText("有效人数")
            dialog.declared.setText("268")
            dialog.unit.setText("人")
        case ConfirmFact():
            dialog.value.setText("283")
            dialog.source.setText("工资表")


def test_a_confirmation_without_source_is_refused(audit: Audit) -> None:
    fact = ApplicationFact(audit_id=audit.id, key="n", label="有效人数", declared="268")
    dialog = ConfirmFact(fact)
    dialog.value.setText("283")
    assert "依据" in dialog.find_trouble()


def test_two_versions_are_settled_side_by_side(
    qtbot: QtBot, show: Show, ask: Person, tasks: Tasks, audit: Audit
) -> None:
    ask_vault(qtbot, tasks, lambda vault: disagree(vault, audit))
    page = show()
    assert page.now.conflicts.pill.text() == "停 1"
    ask.fill = take_left
    page.now.conflicts.asked.emit(page.now.conflicts._disputes[0])
    qtbot.waitUntil(lambda: page.now.conflicts.pill.text() == "没有")
    kept = ask_vault(qtbot, tasks, lambda vault: vault.audits.client(audit.id).industry)
    assert kept in {"通用设备", "专用设备"}


def disagree(vault: Vault, audit: Audit) -> bool:
    seen = vault.audits.client(audit.id)
    for word in ("通用设备", "专用设备"):
        vault.audits.keep(replace(seen, industry=word), seen=seen)
    return bool(vault.conflicts.of(audit.id))


def take_left(dialog: QDialog) -> None:
    assert isinstance(dialog, SettleDialog)
    dialog.choices[0].click()


def test_prose_can_keep_both_versions(qtbot: QtBot, tasks: Tasks, audit: Audit) -> None:
    def disagree_in_prose(vault: Vault) -> Stage1Report:
        first = Stage1Report(audit_id=audit.id, visit_id=RecordId("v"), conclusion="甲")
        kept = vault.audits.keep(first)
        for word in ("乙", "丙"):
            vault.audits.keep(replace(kept, conclusion=word), seen=kept)
        return kept

    ask_vault(qtbot, tasks, disagree_in_prose)
    conflict = ask_vault(qtbot, tasks, lambda vault: vault.conflicts.of(audit.id)[0])
    from ui.editors.overview_disputes import Dispute

    dispute = Dispute(conflict=conflict, title="一阶段结果", field="结论")
    assert dispute.may_keep_both
    assert set(dispute.both().split("\n")) == {"乙", "丙"}


def test_a_backup_leaves_nothing_on_this_machine_only(
    qtbot: QtBot, show: Show, ask: Person, tmp_path: Path
) -> None:
    page = show()
    assert page.file is not None
    assert page.file.alone > 0
    ask.paths = [tmp_path]
    page.now.care.backup.click()
    qtbot.waitUntil(lambda: any("备份完成" in told for told in ask.told))
    qtbot.waitUntil(lambda: page.file is not None and page.file.alone <= 0)
    copies = [path for path in tmp_path.iterdir() if path.name.startswith("现场审核备份")]
    assert (copies[0] / "vault.db").is_file()


def test_the_day_shows_what_goes_on_and_who_is_missing(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    def plan(vault: Vault) -> Visit:
        today = local_day(now())
        visit = vault.audits.keep(stage(audit, VisitKind.STAGE2, today))
        leader = TeamMember(audit_id=audit.id, name="李敏", role=TeamRole.LEADER)
        vault.audits.keep(leader)
        whole = replace(
            slot(visit, (0, 1), who=(leader.id,)), ends_at=local_moment(today, time(23, 59))
        )
        late = replace(
            slot(visit, (0, 1)), ends_at=local_moment(today + timedelta(1), time(0)), process="夜班"
        )
        vault.audits.keep_all([whole, late])
        return visit

    ask_vault(qtbot, tasks, plan)
    rows = show().now.today.findChildren(SlotRow)
    assert {row.line.phase for row in rows} == {"now", "vacant"}


def test_a_slot_leads_to_its_department(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    ask_vault(qtbot, tasks, lambda vault: bool(plan_stage1(vault, audit)))
    page = show()
    with qtbot.waitSignal(page.navigate) as went:
        page.now.today.findChildren(SlotRow)[0].click()
    assert went.args == ["checklist", "生产部"]


def test_the_stepper_leads_to_the_record_of_a_step(qtbot: QtBot, show: Show) -> None:
    page = show()
    page.now.stepper.asked.emit("planning")
    assert page.segments.chosen_key() == PLAN
    with qtbot.waitSignal(page.navigate) as went:
        page.now.stepper.asked.emit("reporting")
    assert went.args == ["report", None]


def test_the_result_of_stage_one_is_made_with_its_first_word(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    ask_vault(qtbot, tasks, lambda vault: bool(plan_stage1(vault, audit)))
    page = show()
    page.show_view(STAGE1)
    page.stage1.choices.buttons()[1].click()
    report = ask_vault(qtbot, tasks, lambda vault: vault.audits.stage1_report(audit.id))
    assert report is not None
    assert report.readiness is Readiness.READY_WITH_POINTS


def test_records_are_added_changed_and_taken_away(
    qtbot: QtBot, show: Show, ask: Person, tasks: Tasks, audit: Audit
) -> None:
    page = show()
    page.show_view("basics")
    ask.fill = lambda dialog: set_site(dialog, "二厂区")
    page.basics.sites.add_asked.emit()
    qtbot.waitUntil(lambda: page.basics.sites.model.rowCount() == 1)
    ask.fill = lambda dialog: set_site(dialog, "三厂区")
    QTest.keyClick(page.basics.sites.rows, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: site_names(qtbot, tasks, audit) == ["三厂区"])
    qtbot.waitUntil(lambda: name_of(page) == "三厂区")
    ask.agrees = True
    QTest.keyClick(page.basics.sites.rows, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.basics.sites.model.rowCount() == 0)


def set_site(dialog: QDialog, name: str) -> None:
    assert isinstance(dialog, SiteEditor)
    dialog.name.setText(name)
    dialog.address.setText("锦溪镇振兴路 26 号")


def name_of(page: OverviewPage) -> str:
    site = page.basics.sites.current()
    return site.name if site else ""


def site_names(qtbot: QtBot, tasks: Tasks, audit: Audit) -> list[str]:
    sites = ask_vault(qtbot, tasks, lambda vault: vault.audits.sites(audit.id))
    return [one.name for one in sites]


def test_a_slot_outside_its_visit_is_refused(audit: Audit) -> None:
    visit = stage(audit, VisitKind.STAGE2, date(2026, 3, 11))
    wrong = replace(visit, first_day=date(2026, 3, 20))
    editor = SlotEditor(slot(wrong, (9, 10)), visit, team=(), sites=(), is_new=True)
    assert "不在这次访问之内" in editor.find_trouble()


def test_plans_are_written_in_chinese_time_wherever_the_laptop_is(audit: Audit) -> None:
    visit = stage(audit, VisitKind.STAGE2, date(2026, 3, 11))
    editor = SlotEditor(slot(visit, (9, 10)), visit, team=(), sites=(), is_new=False)
    kept = editor.record()
    assert kept.starts_at.astimezone(BEIJING).hour == 9
    assert kept.starts_at == slot(visit, (9, 10)).starts_at


def test_a_visit_that_ends_before_it_starts_is_refused(audit: Audit) -> None:
    draft = stage(audit, VisitKind.STAGE2, date(2026, 3, 11))
    editor = VisitEditor(replace(draft, last_day=date(2026, 3, 10)), audit.kind, is_new=True)
    assert editor.find_trouble()


def test_a_key_point_says_what_to_look_at(audit: Audit) -> None:
    from auditor_app.domain import KeyAuditPoint

    draft = KeyAuditPoint(audit_id=audit.id, visit_id=RecordId("v"), title="")
    editor = KeyPointEditor(draft, is_new=True)
    assert editor.find_trouble()
    editor.title.setText("喷漆房通风")
    assert editor.record().title == "喷漆房通风"


@pytest.mark.parametrize("text", ["8.1.2、8.2", "8.1.2, 8.2；8.2", " 8.1.2\n8.2 "])
def test_clauses_are_read_whatever_stands_between_them(text: str) -> None:
    assert split_clauses(text) == ("8.1.2", "8.2")


def test_a_closed_audit_can_only_be_read(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit
) -> None:
    ended = replace(audit, state=AuditState.SUBMITTED)
    ask_vault(qtbot, tasks, lambda vault: vault.audits.keep(ended, seen=audit))
    page = show()
    page.show_view(PLAN)
    assert not page.plan.visits.add.isVisible()
    page.show_view("basics")
    field = page.basics.client.field("name")
    assert isinstance(field, QLineEdit)
    assert field.isReadOnly()


@pytest.mark.parametrize("view", ["now", "basics", "team", "plan", "stage1", "changes"])
def test_every_view_can_be_read_out_and_nothing_is_cut(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit, view: str
) -> None:
    ask_vault(qtbot, tasks, lambda vault: bool(plan_stage1(vault, audit)))
    page = show()
    page.show_view(view)
    qtbot.waitUntil(page.views[view].isVisible)
    assert unnamed(page) == []
    assert cut(page) == []


def test_a_meeting_that_was_not_held_is_not_ticked_when_its_time_has_passed(audit: Audit) -> None:
    yesterday = now().astimezone(BEIJING).date() - timedelta(1)
    visit = stage(audit, VisitKind.STAGE2, yesterday)
    hours = slot(visit, (9, 10))
    closing = replace(hours, kind=SlotKind.CLOSING)
    held = frozenset({(visit.id, "closing")})
    phases = [
        phase_of(one, closed, is_vacant=False, moment=now())
        for one, closed in ((closing, frozenset()), (closing, held), (hours, frozenset()))
    ]
    assert phases == ["missed", "done", "done"]
