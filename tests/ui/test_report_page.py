"""审核报告: the leader's words are kept, what is missing is named, a signed report is locked."""

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from auditor_app.documents.demands import OWN_PLACE
from auditor_app.domain import (
    Audit,
    AuditKind,
    AuditState,
    Recommendation,
    Site,
    TeamMember,
    TeamRole,
    Verdict,
    Visit,
    VisitKind,
    now,
)
from auditor_app.vault import NewAudit, Vault
from tests.ui.filling import Person, ask_vault, cut, unnamed
from tests.ui.gallery import signature
from ui.editors.planning_fields import Paragraph
from ui.editors.report_rows import ELSEWHERE, OWN_FIELDS, recommendations
from ui.editors.report_sign import SignReport
from ui.pages.report import ReportPage
from ui.tasks import Tasks

Show = Callable[[], ReportPage]
PATIENCE = 30_000


@pytest.fixture
def ask() -> Person:
    return Person()


@pytest.fixture(params=["HCR"])
def rulebook(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def audit(qtbot: QtBot, tasks: Tasks, rulebook: str) -> Audit:
    def operation(vault: Vault) -> Audit:
        new = NewAudit(
            number="OHS-0001", kind=AuditKind.INITIAL, rulebook=rulebook, client="华东精密机械"
        )
        return vault.audits.start(new)

    return ask_vault(qtbot, tasks, operation)


@pytest.fixture
def show(
    qtbot: QtBot, tasks: Tasks, ask: Person, audit: Audit, monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> Show:  # fmt: skip
    monkeypatch.setattr("ui.pages.report.places.cache", lambda: tmp_path / "cache")

    def show_it() -> ReportPage:
        page = ReportPage(tasks, ask, audit.id)
        qtbot.addWidget(page)
        page.resize(1180, 800)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.has_shown)
        return page

    return show_it


@pytest.fixture
def visit(qtbot: QtBot, tasks: Tasks, audit: Audit) -> Visit:
    today = now().date()
    visit = Visit(
        audit_id=audit.id,
        kind=VisitKind.STAGE2,
        first_day=today,
        last_day=today,
        location="江苏昆山",
    )
    return ask_vault(qtbot, tasks, lambda vault: vault.audits.keep(visit))


def complete(vault: Vault, audit: Audit, visit: Visit) -> bool:
    """Give everything HCR wants, but the leader's own words."""
    full = replace(audit, scope="机械加工", objective="推荐与否", criteria="GB/T 45001-2020")
    vault.audits.keep(replace(full, state=AuditState.REPORTING), seen=audit)
    client = vault.audits.client(audit.id)
    vault.audits.keep(replace(client, legal_address="昆山"), seen=client)
    site = Site(audit_id=audit.id, client_id=client.id, name="总厂", address="昆山")
    leader = TeamMember(
        audit_id=audit.id, name="李敏", role=TeamRole.LEADER, registration_number="2023-N1"
    )
    vault.audits.keep(site)
    vault.audits.keep(leader)
    from auditor_app.domain import MeetingKind

    vault.meetings.open(visit, MeetingKind.OPENING, location="会议室")
    for item in vault.checklists.items(audit, visit):
        blank = vault.checklists.blank(visit, item)
        answer = replace(blank, verdict=Verdict.CONFORMING, note="抽查记录三份，相符。")
        vault.checklists.save(answer)
    return True


def write(page: ReportPage, name: str, text: str) -> None:
    field = page.form.fields.field(name)
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(field, event)


def test_without_a_visit_it_says_why_there_is_no_report(show: Show) -> None:
    page = show()
    assert "审核计划" in page.file.obstacle
    assert page.preview.waiting.isVisible()
    assert not page.form.isVisible()


def test_what_the_rulebook_wants_is_listed_with_its_clause(show: Show, visit: Visit) -> None:
    page = show()
    found = {lack.key: lack.clause for lack in page.file.lacks}
    assert found["uncertainty"].startswith("HCR 5.4.4.2")
    assert found["leader"].startswith("HCR 5.4.4.2")
    assert all(lack.key for lack in page.file.lacks)
    assert not page.sign.isEnabled()


@pytest.mark.parametrize("key", ["hcr", "tcc", "oypx"])
def test_every_demand_has_a_place_where_it_is_answered(
    qtbot: QtBot, tasks: Tasks, key: str
) -> None:
    books = ask_vault(qtbot, tasks, lambda vault: vault.library.rulebooks())
    book = next(one for one in books if one.key.lower() == key)
    own_place = {one.key for one in book.report_contents} & OWN_PLACE
    assert own_place <= OWN_FIELDS.keys() | ELSEWHERE.keys()
    assert book.report_contents


def test_the_leader_s_words_keep_themselves(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit, visit: Visit
) -> None:
    page = show()
    write(page, "uncertainty", "夜班只看了一个班组")
    page.flush()
    report = ask_vault(qtbot, tasks, lambda vault: vault.reports.report(audit.id))
    assert report.uncertainty == "夜班只看了一个班组"
    qtbot.waitUntil(lambda: "uncertainty" not in {one.key for one in page.file.lacks})


def test_two_fields_written_in_a_row_are_both_kept_without_a_conflict(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit, visit: Visit
) -> None:
    page = show()
    for name in ("summary", "strengths", "summary"):
        write(page, name, "有效。")
        page.flush()
    report = ask_vault(qtbot, tasks, lambda vault: vault.reports.report(audit.id))
    assert (report.summary, report.strengths) == ("有效。有效。", "有效。")
    assert ask_vault(qtbot, tasks, lambda vault: vault.conflicts.of(audit.id)) == []


def test_the_recommendation_is_one_of_those_the_audit_allows(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit, visit: Visit
) -> None:
    page = show()
    values = [one.property("value") for one in page.form.choices.buttons()]
    assert values == list(recommendations(AuditKind.INITIAL))
    page.form.choices.buttons()[1].click()
    report = ask_vault(qtbot, tasks, lambda vault: vault.reports.report(audit.id))
    assert report.recommendation is Recommendation.GRANT_AFTER_CLOSURE


@pytest.mark.parametrize("rulebook", ["TCC"], indirect=True)
def test_a_demand_of_the_rulebook_s_own_gets_a_field(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit, visit: Visit
) -> None:
    page = show()
    field = page.form.statements.field("test_results")
    assert isinstance(field, Paragraph)
    event = QInputMethodEvent()
    event.setCommitString("噪声检测 12 点，均合格")
    QApplication.sendEvent(field, event)
    page.flush()
    said = ask_vault(qtbot, tasks, lambda vault: vault.reports.statements(audit.id))
    assert said["test_results"] == "噪声检测 12 点，均合格"


def test_a_missing_thing_leads_to_where_it_is_written(
    qtbot: QtBot, show: Show, visit: Visit
) -> None:
    page = show()
    keys = [lack.key for lack in page.file.lacks]
    with qtbot.waitSignal(page.navigate) as went:
        page.form.gates.followed.emit(str(keys.index("scope")))
    assert went.args == ["overview", "scope"]
    page.form.gates.followed.emit(str(keys.index("deviations")))
    assert page.focusWidget() is page.form.fields.field("deviations")


def test_the_preview_shows_what_was_written(
    qtbot: QtBot, show: Show, tasks: Tasks, audit: Audit, visit: Visit
) -> None:
    page = show()
    qtbot.waitUntil(lambda: page.preview.view.page_count() > 1, timeout=PATIENCE)
    write(page, "summary", "体系运行平稳，绿萝计划有效")
    page.flush()
    qtbot.waitUntil(lambda: page.file.report is not None and bool(page.file.report.summary))
    page.compile()
    qtbot.waitUntil(lambda: "绿萝计划" in words_of(page), timeout=PATIENCE)


def words_of(page: ReportPage) -> str:
    view = page.preview.view
    return "".join(view.text_of(number + 1) for number in range(view.page_count()))


def test_no_preview_stays_on_the_disk(
    qtbot: QtBot, show: Show, visit: Visit, tmp_path: Path
) -> None:
    page = show()
    qtbot.waitUntil(lambda: page.preview.view.page_count() > 1, timeout=PATIENCE)
    assert list((tmp_path / "cache").rglob("*.pdf")) == []


def test_the_report_is_written_where_the_leader_says(
    qtbot: QtBot, show: Show, ask: Person, visit: Visit, tmp_path: Path
) -> None:
    page = show()
    ask.paths = [tmp_path / "报告.pdf"]
    page.save.click()
    qtbot.waitUntil(ask.paths[0].is_file, timeout=PATIENCE)
    assert ask.paths[0].read_bytes().startswith(b"%PDF")


@pytest.fixture
def ready(
    qtbot: QtBot, show: Show, ask: Person, tasks: Tasks, audit: Audit, visit: Visit
) -> ReportPage:
    """Everything is there, the leader's words too."""
    ask_vault(qtbot, tasks, lambda vault: complete(vault, audit, visit))
    page = show()
    for name in ("summary", "strengths", "deviations", "uncertainty", "conclusion"):
        write(page, name, "无。")
        page.flush()
    page.form.choices.buttons()[0].click()
    for one in page.file.told:
        QApplication.sendEvent(page.form.statements.field(one.key), commit("已评价。"))
    page.flush()
    qtbot.waitUntil(page.sign.isEnabled, timeout=PATIENCE)
    return page


def commit(text: str) -> QInputMethodEvent:
    event = QInputMethodEvent()
    event.setCommitString(text)
    return event


def put_signature(dialog: QDialog) -> None:
    assert isinstance(dialog, SignReport)
    dialog.pad.show_strokes(signature(3))


def test_a_signed_report_is_locked(
    qtbot: QtBot, ready: ReportPage, ask: Person, tasks: Tasks, audit: Audit
) -> None:
    ask.fill = put_signature
    ready.sign.click()
    qtbot.waitUntil(lambda: ready.file.is_signed, timeout=PATIENCE)
    summary = ready.form.fields.field("summary")
    assert isinstance(summary, Paragraph)
    assert summary.isReadOnly()
    assert not ready.sign.isVisible()
    report = ask_vault(qtbot, tasks, lambda vault: vault.reports.report(audit.id))
    assert (report.signed_by, len(report.pdf_sha256)) == ("李敏", 64)


def test_the_signed_report_comes_out_with_the_hash_that_was_kept(
    qtbot: QtBot, ready: ReportPage, ask: Person, tasks: Tasks, audit: Audit, tmp_path: Path
) -> None:
    ask.fill = put_signature
    ready.sign.click()
    qtbot.waitUntil(lambda: ready.file.is_signed, timeout=PATIENCE)
    ask.paths = [tmp_path / "签署.pdf"]
    ready.save.click()
    qtbot.waitUntil(ask.paths[0].is_file, timeout=PATIENCE)
    report = ask_vault(qtbot, tasks, lambda vault: vault.reports.report(audit.id))
    assert hashlib.sha256(ask.paths[0].read_bytes()).hexdigest() == report.pdf_sha256


def test_a_blank_pad_is_no_signature() -> None:
    dialog = SignReport("OHS-0001-S2", "李敏")
    assert "还没有笔迹" in dialog.find_trouble()


def test_somebody_else_than_the_leader_is_asked_first(
    qtbot: QtBot, ready: ReportPage, ask: Person, tasks: Tasks, audit: Audit
) -> None:
    def other_leader(vault: Vault) -> bool:
        leader = vault.audits.team(audit.id)[0]
        vault.audits.keep(replace(leader, name="周航"), seen=leader)
        return True

    ask_vault(qtbot, tasks, other_leader)
    qtbot.waitUntil(lambda: ready.file.leader == "周航")
    ready.sign.click()
    assert "审核组长是 周航" in ask.asked[-1]
    assert not ready.file.is_signed


def test_the_page_can_be_read_out_and_nothing_is_cut(show: Show, visit: Visit) -> None:
    page = show()
    assert unnamed(page) == []
    assert cut(page) == []
