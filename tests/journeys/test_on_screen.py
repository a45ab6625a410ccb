"""One initial audit on the screen: from a machine without a vault to the office's own window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from auditor_app.domain import AuditState, Record, RecordId, VisitKind
from auditor_app.vault import Locks, Profile, new_vault
from tests.core.builders import a_photo
from tests.journeys import steps
from tests.journeys.screen import PATIENCE, Auditor, Screen
from tests.ui.conftest import CHEAP, PASSPHRASE
from ui.app import App
from ui.main_window import MainWindow
from ui.pages import PAGES
from ui.pages.overview import OverviewPage
from ui.settings import Settings
from ui.tasks import Tasks
from ui.theme import Theme


@pytest.fixture
def ask() -> Auditor:
    return Auditor()


@pytest.fixture
def app(
    qapp: QApplication,
    ask: Auditor,
    theme: Theme,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[App]:
    """The program on a machine that was never used."""
    for name in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    app = App(qapp, Settings(tmp_path / "settings"), ask)
    yield app
    app.lock()
    if app.unlock is not None:
        app.unlock.close()
    app.deleteLater()


@pytest.fixture
def office(qtbot: QtBot, tmp_path: Path) -> Iterator[Screen]:
    """The office's window over its own empty vault."""
    profile = Profile(name="认证部", role="office")
    locks = Locks(passphrase=PASSPHRASE, cost=CHEAP)
    tasks = Tasks(lambda: new_vault(tmp_path / "office", profile, locks))
    with qtbot.waitSignal(tasks.opened, timeout=PATIENCE):
        pass
    ask = Auditor()
    window = MainWindow(tasks, ask, PAGES)
    qtbot.addWidget(window)
    window.show()
    qtbot.waitUntil(lambda: window.frame is not None, timeout=PATIENCE)
    yield Screen(qtbot, window, ask)
    tasks.close()


def make_vault(qtbot: QtBot, app: App, ask: Auditor) -> Screen:
    """新建资料库, in the first window of the program."""
    app.start()
    assert app.unlock is not None
    form = app.unlock.new
    form.name.setText("李敏")
    form.first.setText(PASSPHRASE)
    form.second.setText(PASSPHRASE)
    QTest.mouseClick(form.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: app.main is not None and app.main.frame is not None, timeout=PATIENCE)
    assert app.main is not None
    app.main.activateWindow()
    return Screen(qtbot, app.main, ask)


def records(screen: Screen, audit_id: RecordId) -> list[Record]:
    """Every record of the audit."""
    file = screen.vault(lambda vault: vault.audits.file(audit_id))
    return sorted(file, key=lambda one: (type(one).__name__, one.id))


def plan_it(screen: Screen) -> None:
    """From nothing to a plan that the client has confirmed."""
    steps.start_audit(screen)
    points = [point.text for point in steps.stops(screen)]
    assert points == ["还没有审核计划", "审核计划还没有经受审核方确认"]
    steps.gather_team(screen)
    steps.describe(screen)
    steps.plan(screen)
    steps.go_on(screen, "开始一阶段", AuditState.STAGE1)


def hold_stage1(screen: Screen) -> None:
    """The rulebook's items, the result, the plan of stage 2."""
    assert steps.answer_musts(screen, VisitKind.STAGE1) > 3
    steps.conclude_stage1(screen)
    screen.page(OverviewPage).now.gate.follow_first()
    steps.confirm_plan(screen)
    steps.go_on(screen, "开始现场审核", AuditState.STAGE2)


def hold_stage2(screen: Screen, photo: Path) -> None:
    """Between the two meetings a nonconformity, and every item of the rulebook."""
    steps.hold_meeting(screen, "opening")
    steps.find_nonconformity(screen, photo)
    steps.issue(screen)
    assert steps.answer_musts(screen, VisitKind.STAGE2) > 3
    audit_id = screen.window.audit_id
    screen.vault(lambda vault: steps.answer_rest(vault, audit_id, VisitKind.STAGE2))
    steps.hold_meeting(screen, "closing")
    steps.go_on(screen, "结束现场审核", AuditState.FOLLOW_UP)


def report_it(screen: Screen, out: Path) -> None:
    """Nothing open, the report signed, the audit ready for the office."""
    steps.follow_up(screen)
    steps.go_on(screen, "编写报告", AuditState.REPORTING)
    steps.sign_report(screen, out)
    steps.go_on(screen, "交回办公室", AuditState.SUBMITTED)


def hand_over(screen: Screen, office: Screen, package: Path) -> None:
    """The office's keys, the package, its receipt."""
    keys = steps.copy_keys(office)
    screen.press("去打包")
    steps.pack(screen, keys, package)
    steps.receive(office, package)


def test_an_initial_audit_runs_on_screen_from_an_empty_machine_to_the_office(
    qtbot: QtBot, app: App, ask: Auditor, office: Screen, tmp_path: Path
) -> None:
    screen = make_vault(qtbot, app, ask)
    photo, report = tmp_path / "现场.jpg", tmp_path / "审核报告.pdf"
    photo.write_bytes(a_photo())

    plan_it(screen)
    hold_stage1(screen)
    hold_stage2(screen, photo)
    report_it(screen, report)
    hand_over(screen, office, tmp_path / "HCR.age")

    audit_id = screen.window.audit_id
    assert report.read_bytes().startswith(b"%PDF-")
    assert office.window.audit_id == audit_id
    assert records(office, audit_id) == records(screen, audit_id)
