"""What the audit team does on each page, from the first audit to the package for the office."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget

from auditor_app.domain import (
    BEIJING,
    AuditState,
    NcState,
    Readiness,
    Verdict,
    VisitKind,
    now,
)
from auditor_app.rules.checklist import ItemSource
from auditor_app.rules.gates import Point
from auditor_app.vault import Vault
from tests.journeys.screen import Screen, sign, write
from ui.editors.acknowledgement import AcknowledgementDialog
from ui.editors.attendee import AttendeeEditor
from ui.editors.new_audit import NewAuditEditor
from ui.editors.overview_facts import FactRow
from ui.editors.package_keys import TrustEditor
from ui.editors.planning_fact import ConfirmFact, FactEditor
from ui.editors.planning_fields import FieldSet
from ui.editors.planning_member import MemberEditor
from ui.editors.planning_slot import SlotEditor
from ui.editors.planning_visit import (
    ConfirmationEditor,
    KeyPointEditor,
    SiteEditor,
    VisitEditor,
)
from ui.editors.report_sign import SignReport
from ui.pages.audits import AuditsPage
from ui.pages.checklist import ChecklistPage
from ui.pages.findings import FindingsPage
from ui.pages.meeting import MeetingPage
from ui.pages.overview import OverviewPage
from ui.pages.packages import PackagesPage
from ui.pages.report import ReportPage
from ui.widgets.people_rows import Presence
from ui.widgets.verdict_bar import VerdictButton

NUMBER, CLIENT = "HCR-2026-0311", "江南精密机械有限公司"
TODAY = now().astimezone(BEIJING).date()
PEOPLE = (("刘建邦", "top_manager"), ("周敏", "ohs_representative"), ("王建国", "department_head"))


def start_audit(screen: Screen) -> None:
    """新建审核, from the page that has none."""

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, NewAuditEditor)
        dialog.client.setText(CLIENT)
        dialog.number.setText(NUMBER)
        dialog.scope.setText("机械零件的加工及相关管理活动")
        dialog.location.setText("江苏省昆山市东湖路 8 号")
        dialog.first_day.setDate(dialog.first_day.date().addDays(-14))
        dialog.last_day.setDate(dialog.first_day.date())

    page = screen.page(AuditsPage)
    screen.fill(lambda: screen.press("新建审核", page.nothing), fill)
    screen.shows(lambda: bool(screen.window.audit_id))
    screen.shows(lambda: screen.window.frame is not None and bool(screen.window.frame.audit_id))
    screen.page(OverviewPage)


def describe(screen: Screen) -> None:
    """基本信息: client, scope, criteria, a site; then one fact declared and confirmed."""
    page = screen.go("overview", OverviewPage)
    screen.press("基本信息")
    for fields, values in (
        (
            page.basics.client,
            {
                "credit_code": "91320583MA1SAMPL0X",
                "legal_address": "江苏省昆山市东湖路 8 号",
                "top_manager": "刘建邦",
                "contact_name": "周敏",
            },
        ),
        (
            page.basics.audit,
            {
                "objective": "判定体系是否符合准则",
                "criteria": "GB/T 45001-2020、适用法规、体系文件",
                "planned_days": "4",
                "on_site_days": "3.5",
                "running_since": (TODAY - timedelta(200)).isoformat(),
            },
        ),
    ):
        for name, words in values.items():
            write_over(fields, name, words)
    screen.keep()

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SiteEditor)
        dialog.activities.setText("机械加工")
        dialog.headcount.setValue(68)

    screen.fill(page.basics.sites.add.click, fill)
    screen.press("现在")
    _confirm_headcount(screen, page)


def write_over(fields: FieldSet, name: str, words: str) -> None:
    """Type into a field that keeps itself."""
    field = fields.field(name)
    if isinstance(field, QLineEdit):
        field.selectAll()
    write(field, words)


def _confirm_headcount(screen: Screen, page: OverviewPage) -> None:
    def declare(dialog: QDialog) -> None:
        assert isinstance(dialog, FactEditor)
        dialog.label.setCurrentIndex(0)
        dialog.label.setCurrentText(dialog.label.itemText(0))
        dialog.declared.setText("68")
        dialog.unit.setText("人")

    def confirm(dialog: QDialog) -> None:
        assert isinstance(dialog, ConfirmFact)
        dialog.source.setText("2 月社保名单")

    screen.fill(lambda: screen.press("添加", page.now.facts), declare)
    screen.shows(lambda: bool(page.now.facts.findChildren(FactRow)))
    row = page.now.facts.findChildren(FactRow)[0]
    screen.fill(lambda: QTest.mouseClick(row, Qt.MouseButton.LeftButton), confirm)


def gather_team(screen: Screen) -> None:
    """Who started the audit leads it and adds what is missing; a second auditor is listed."""
    page = screen.go("overview", OverviewPage)
    screen.press("审核组")

    def complete(dialog: QDialog) -> None:
        assert isinstance(dialog, MemberEditor)
        assert dialog.name.text() == "李敏"
        dialog.number.setText("2023-N1OHSMS-1201186")
        dialog.impartial.setChecked(True)

    def add(dialog: QDialog) -> None:
        assert isinstance(dialog, MemberEditor)
        dialog.name.setText("赵喆")
        dialog.number.setText("2022-N1OHSMS-1199333")
        dialog.impartial.setChecked(True)

    screen.fill(page.team.table.edit.click, complete)
    screen.fill(page.team.table.add.click, add)
    screen.press("现在")


def plan(screen: Screen) -> None:
    """Stage 2 gets its days; each stage a plan; the client confirms the first stage's."""
    page = screen.go("overview", OverviewPage)
    screen.press("审核计划")

    def visit(dialog: QDialog) -> None:
        assert isinstance(dialog, VisitEditor)
        assert dialog.kind.currentData() == VisitKind.STAGE2
        dialog.first.put(TODAY)
        dialog.last.put(TODAY)

    screen.fill(page.plan.visits.add.click, visit)
    for row in range(2):
        page.plan.visits.choose(row)
        for department, clauses in (("安环部", "6.1.2 9.2"), ("生产部", "8.1.2 8.2")):
            screen.fill(page.plan.slots.add.click, _slot(department, clauses))
    page.plan.visits.choose(0)
    confirm_plan(screen)
    screen.press("现在")


def _slot(department: str, clauses: str) -> Callable[[QDialog], None]:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SlotEditor)
        dialog.kind.setCurrentIndex(dialog.kind.findData("audit"))
        dialog.department.setText(department)
        dialog.clauses.setText(clauses)
        for box in dialog.people.values():
            box.setChecked(True)

    return fill


def confirm_plan(screen: Screen) -> None:
    """The client's word on the plan shown."""

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ConfirmationEditor)
        assert dialog.who.text() == "周敏"

    page = screen.page(OverviewPage)
    screen.fill(page.plan.words.add.click, fill)


def go_on(screen: Screen, words: str, state: AuditState) -> None:
    """Take the next step by its own button."""
    page = screen.go("overview", OverviewPage)
    screen.press("现在")
    screen.shows(page.now.gate.step.isEnabled)
    screen.press(words, page.now.gate)
    found = screen.vault(lambda vault: vault.audits.get(screen.window.audit_id).state)
    assert found is state


def stops(screen: Screen) -> tuple[Point, ...]:
    """What the overview says is in the way."""
    page = screen.go("overview", OverviewPage)
    assert page.file is not None
    return page.file.stops


def _is_shown(page: ChecklistPage, key: str) -> bool:
    return page.desk.key == key


def answer_musts(screen: Screen, kind: VisitKind) -> int:
    """Follow the gate to each item that must be looked at; how many there were."""
    count = 0
    while point := next((one for one in stops(screen) if "未查：" in one.text), None):
        screen.page(OverviewPage).now.gate.followed.emit(point)
        screen.settle()
        page = screen.page(ChecklistPage)
        screen.shows(partial(_is_shown, page, point.target))
        assert page._data.visit is not None
        assert page._data.visit.kind is kind
        conclude(screen, page, Verdict.CONFORMING)
        write(page.detail.note.text, f"查阅记录并现场核对，第 {count + 1} 项符合要求。")
        screen.press("完成，下一项", page)
        count += 1
        assert count < 40
    return count


def conclude(screen: Screen, page: ChecklistPage, verdict: Verdict) -> None:
    """Press a verdict."""
    buttons = page.detail.verdict.findChildren(VerdictButton)
    wanted = next(button for button in buttons if button.verdict is verdict)
    QTest.mouseClick(wanted, Qt.MouseButton.LeftButton)
    screen.settle()


def answer_rest(vault: Vault, audit_id: str, kind: VisitKind) -> None:
    """The questions of the standard, behind the screen: there are hundreds."""
    audit = vault.audits.get(audit_id)
    visit = vault.audits.visit(audit.id, kind)
    assert visit is not None
    for item in vault.checklists.items(audit, visit):
        if vault.checklists.find(visit, item) is None and item.source is not ItemSource.KEY_POINT:
            blank = vault.checklists.blank(visit, item)
            vault.checklists.save(replace(blank, verdict=Verdict.CONFORMING, note="符合"))


def conclude_stage1(screen: Screen) -> None:
    """The result, sent to the client, with one key audit point for stage 2."""
    page = screen.go("overview", OverviewPage)
    screen.press("一阶段")
    ready = next(
        one for one in page.stage1.choices.buttons() if one.property("value") == Readiness.READY
    )
    QTest.mouseClick(ready, Qt.MouseButton.LeftButton)
    screen.settle()
    write_over(page.stage1.fields, "conclusion", "文件符合标准，可以按期实施二阶段。")
    screen.keep()

    def point(dialog: QDialog) -> None:
        assert isinstance(dialog, KeyPointEditor)
        dialog.title.setText("集中供液罐区的有限空间作业")
        dialog.why.setPlainText("辨识清单漏列两处")
        dialog.clauses.setText("8.1.2")
        dialog.department.setText("生产部")

    screen.fill(page.stage1.points.add.click, point)
    screen.ask.words = "周敏"
    screen.press("登记送达…", page.stage1)
    page = screen.page(OverviewPage)
    assert "周敏" in page.stage1.sent.text()
    screen.press("现在")


def hold_meeting(screen: Screen, key: str) -> None:
    """Open it, tell the agenda, list who came, have everybody sign, close it."""
    page = screen.go(key, MeetingPage)
    screen.ask.words = "三楼会议室"
    screen.press(page._open_word())
    screen.shows(page.room.isVisible)
    while page.room.agenda.current_key():
        QTest.keyClick(page.room.agenda, Qt.Key.Key_Space)
        screen.settle()
    for name, role in PEOPLE if key == "opening" else ():
        screen.fill(page.room.people.add.click, _attendee(name, role))
    while (left := unsigned(page)) > 0:
        sign(page.room.sign.desk.pad)
        QTest.keyClick(page.room.sign.desk.pad, Qt.Key.Key_Return)
        screen.settle()
        screen.shows(partial(_is_fewer, page, left))
    screen.press(page.room.close_button.text())
    screen.shows(lambda: not page.room.close_button.isVisible())


def _attendee(name: str, role: str) -> Callable[[QDialog], None]:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, AttendeeEditor)
        dialog.name.setText(name)
        dialog.role.setCurrentIndex(dialog.role.findData(role))
        dialog.department.setText("管理层")

    return fill


def unsigned(page: MeetingPage) -> int:
    """How many on the list are still to sign."""
    model = page.room.people.people.model()
    rows = [model.index(n, 0).data(Qt.ItemDataRole.UserRole) for n in range(model.rowCount())]
    people = [row for row in rows if not isinstance(row, tuple)]
    return sum(one.presence is not Presence.SIGNED for one in people)


def _is_fewer(page: MeetingPage, before: int) -> bool:
    return unsigned(page) < before


def find_nonconformity(screen: Screen, photo: Path) -> str:
    """A minor on a clause of the standard, with a photo; a draft is issued from it."""
    page = screen.go("checklist", ChecklistPage)
    key = next(
        key
        for key in page._data.order
        if page._data.items[key].department == "生产部"
        and page._data.items[key].source is not ItemSource.KEY_POINT
    )
    page.go_to(key)
    conclude(screen, page, Verdict.MINOR)
    write(page.detail.note.text, "抽查 5 份作业票，2 份没有气体检测记录。")
    screen.keep()
    screen.ask.paths = [photo]
    screen.press("导入照片")
    screen.shows(lambda: bool(page._data.photos.get(key)))
    screen.press("开具不符合项", page)
    screen.page(FindingsPage)
    return key


def issue(screen: Screen) -> None:
    """Fill the draft in and issue it; the client signs."""
    page = screen.page(FindingsPage)
    screen.shows(page.drawer.isVisible)
    form = page.drawer.form
    for name, words in (
        ("requirement", "进入有限空间前 30 分钟内须检测气体并记录"),
        ("gap", "未检测即进入，违反作业规程"),
    ):
        write(form.field(name), words)
    screen.keep()
    advance(screen, page, NcState.ISSUED)

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, AcknowledgementDialog)
        dialog.name.setText("王建国")
        sign(dialog.pad)

    screen.fill(lambda: screen.press("请其签名", page), fill)


def advance(screen: Screen, page: FindingsPage, state: NcState) -> None:
    """The next step of the one in the drawer."""
    QTest.mouseClick(page.drawer.next, Qt.MouseButton.LeftButton)
    screen.settle()
    found = screen.vault(lambda vault: vault.nonconformities.of(screen.window.audit_id))
    assert [one.state for one in found] == [state]


def follow_up(screen: Screen) -> None:
    """Plan, acceptance, evidence, verification, closure."""
    page = screen.go("findings", FindingsPage)
    form = page.drawer.form
    if not page.drawer.isVisible():
        page.go_to(screen.vault(lambda v: v.nonconformities.of(screen.window.audit_id))[0].id)
        screen.shows(page.drawer.isVisible)
    steps: tuple[tuple[NcState, dict[str, str]], ...] = (
        (
            NcState.PLAN_SUBMITTED,
            {
                "cause": "检测仪不够用，作业票审批没有核对检测值",
                "correction": "停止作业，补做检测",
                "corrective_action": "增购检测仪，审批前先核对检测值",
            },
        ),
        (NcState.PLAN_ACCEPTED, {}),
        (NcState.EVIDENCE_SUBMITTED, {"action_evidence": "采购单、培训记录、新作业票 10 份"}),
        (
            NcState.VERIFIED,
            {"verification": "抽查新作业票，均有检测值", "verification_method": "书面验证"},
        ),
        (NcState.CLOSED, {}),
    )
    for state, values in steps:
        for name, words in values.items():
            write(form.field(name), words)
        screen.keep()
        advance(screen, page, state)


def sign_report(screen: Screen, out: Path) -> None:
    """The leader's words, whatever else the rulebook wants, the signature, the file."""
    page = screen.go("report", ReportPage)
    for name in ("summary", "strengths", "deviations", "uncertainty", "conclusion"):
        write_over(page.form.fields, name, "体系运行有效，抽样有限。")
    for one in page.file.told:
        write_over(page.form.statements, one.key, "已逐项核实，见检查表。")
    screen.keep()
    choice = page.form.choices.buttons()[0]
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton)
    screen.settle()
    screen.shows(lambda: page.file.lacks == ())

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, SignReport)
        sign(dialog.pad)

    screen.fill(lambda: screen.press("签署…"), fill)
    screen.shows(lambda: page.file.is_signed)
    screen.ask.paths = [out]
    screen.press("另存为…")
    screen.shows(out.exists)


def copy_keys(screen: Screen) -> str:
    """The public keys of this device, as they are sent to others."""
    page = screen.go("packages", PackagesPage)
    screen.press("全部复制", page.keys)
    return QGuiApplication.clipboard().text()


def pack(screen: Screen, keys: str, out: Path) -> None:
    """Trust the office's device by its pasted keys and pack the audit for it."""
    page = screen.page(PackagesPage)

    def trust(dialog: QDialog) -> None:
        assert isinstance(dialog, TrustEditor)
        dialog.block.setPlainText(keys)
        assert dialog.name.text() == "认证部"

    screen.fill(page.devices.table.add.click, trust)
    screen.shows(lambda: bool(page.send.boxes))
    box: QWidget = next(one for one in page.send.boxes if one.text().startswith("认证部"))
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=box.rect().center() / 8)
    screen.ask.paths = [out]
    screen.press("打包…", page.send)
    screen.shows(lambda: "已写出" in page.send.result.text())
    assert out.exists()


def receive(screen: Screen, package: Path) -> None:
    """The office proves the package, trusts its sender, takes it in and opens the audit."""
    page = screen.go("packages", PackagesPage)
    screen.ask.paths = [package]
    QTest.mouseClick(page.receive.zone, Qt.MouseButton.LeftButton)
    screen.shows(page.receive.trust.isVisible)
    assert not page.receive.receive.isVisible()
    screen.fill(lambda: screen.press("信任这台设备…", page), lambda _: None)
    screen.shows(page.receive.receive.isVisible)
    screen.press("收下", page)
    screen.shows(page.receive.open.isVisible)
    screen.press("打开这次审核", page)
    screen.shows(lambda: bool(screen.window.audit_id))
