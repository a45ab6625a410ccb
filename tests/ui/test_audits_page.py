"""全部审核: how far each audit has come, and opening one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from auditor_app.domain import (
    Audit,
    AuditState,
    RecordId,
    TeamMember,
    TeamRole,
    Visit,
    VisitKind,
    now,
)
from auditor_app.vault import Vault
from tests.ui.answers import Answers
from ui.editors.new_audit import NewAuditEditor
from ui.pages.audits import AuditsPage
from ui.tasks import Tasks
from ui.theme import Theme

Start = Callable[[Tasks, str], Audit]
Show = Callable[[], AuditsPage]


@pytest.fixture
def show(qtbot: QtBot, tasks: Tasks, ask: Answers) -> Show:
    def show_it() -> AuditsPage:
        page = AuditsPage(tasks, ask, RecordId(""))
        qtbot.addWidget(page)
        page.resize(1180, 800)
        page.show()
        qtbot.waitUntil(lambda: page.has_shown)
        return page

    return show_it


def names(page: AuditsPage) -> list[str]:
    count = page.model.rowCount()
    return [page.model.record(page.model.index(row, 0)).client for row in range(count)]


def test_an_empty_vault_says_what_to_do(show: Show) -> None:
    page = show()
    assert page.nothing.isVisible()
    assert not page.table.isVisible()


def test_audits_are_listed_newest_first(show: Show, tasks: Tasks, start_audit: Start) -> None:
    start_audit(tasks, "华东精密")
    start_audit(tasks, "海川化工")
    assert names(show()) == ["海川化工", "华东精密"]


def test_a_new_audit_appears_by_itself(
    qtbot: QtBot, show: Show, tasks: Tasks, start_audit: Start
) -> None:
    page = show()
    start_audit(tasks, "华东精密")
    qtbot.waitUntil(lambda: names(page) == ["华东精密"])


def test_the_row_shows_the_visit_and_its_progress(
    qtbot: QtBot, show: Show, tasks: Tasks, start_audit: Start
) -> None:
    audit = start_audit(tasks, "华东精密")
    today = now().date()
    visit = Visit(
        audit_id=audit.id, kind=VisitKind.STAGE2, first_day=today, last_day=today + timedelta(2)
    )
    tasks.run(tasks, lambda vault: vault.audits.keep(visit))
    row = show().rows[0]
    assert (row.first_day, row.last_day) == (today, today + timedelta(2))
    assert row.answered == 0
    assert row.items > 100


def test_ended_audits_can_be_left_out(show: Show, tasks: Tasks, start_audit: Start) -> None:
    ended = replace(start_audit(tasks, "恒泰铸造"), state=AuditState.CERTIFIED)
    tasks.run(tasks, lambda vault: vault.audits.keep(ended))
    start_audit(tasks, "华东精密")
    page = show()
    page.chips.show_chips(page.filters(), chosen="running")
    page.chips.chosen.emit("running")
    assert names(page) == ["华东精密"]


def test_enter_opens_the_chosen_audit(
    qtbot: QtBot, show: Show, tasks: Tasks, start_audit: Start
) -> None:
    first = start_audit(tasks, "华东精密")
    start_audit(tasks, "海川化工")
    page = show()
    QTest.keyClick(page.table, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.audit_chosen) as chosen:
        QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert chosen.args == [first.id]


def test_the_chosen_row_stays_chosen_when_the_list_changes(
    qtbot: QtBot, show: Show, tasks: Tasks, start_audit: Start
) -> None:
    first = start_audit(tasks, "华东精密")
    page = show()
    page.go_to(first.id)
    start_audit(tasks, "海川化工")
    qtbot.waitUntil(lambda: len(names(page)) == 2)
    chosen = page.table.current()
    assert chosen is not None
    assert chosen.id == first.id


def test_the_list_obeys_qt(
    show: Show, tasks: Tasks, start_audit: Start, qtmodeltester: ModelTester
) -> None:
    start_audit(tasks, "华东精密")
    qtmodeltester.check(show().model, force_py=True)


class Starts(Answers):
    """A user who fills the editor in and accepts it."""

    def finish(self, dialog: QDialog) -> bool:
        assert isinstance(dialog, NewAuditEditor)
        dialog.client.setText("绿洲食品")
        dialog.number.setText("OHS-2026-0101")
        return not dialog.find_trouble()


def test_a_new_audit_starts_with_its_first_visit_and_its_leader(qtbot: QtBot, tasks: Tasks) -> None:
    page = AuditsPage(tasks, Starts(), RecordId(""))
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.audit_chosen) as chosen:
        page.new.click()
    found: list[tuple[list[Visit], list[TeamMember]]] = []
    audit_id = RecordId(chosen.args[0])

    def look(vault: Vault) -> tuple[list[Visit], list[TeamMember]]:
        return vault.audits.visits(audit_id), vault.audits.team(audit_id)

    tasks.run(page, look, found.append)
    qtbot.waitUntil(lambda: bool(found))
    visits, team = found[0]
    assert [visit.kind for visit in visits] == [VisitKind.STAGE1]
    assert [(one.name, one.role) for one in team] == [("李敏", TeamRole.LEADER)]


@pytest.mark.parametrize(("client", "number"), [("", "1"), ("华东", ""), ("  ", "1")])
def test_an_audit_needs_a_client_and_a_number(
    qtbot: QtBot, theme: Theme, client: str, number: str
) -> None:
    editor = NewAuditEditor()
    qtbot.addWidget(editor)
    editor.client.setText(client)
    editor.number.setText(number)
    assert editor.find_trouble()
