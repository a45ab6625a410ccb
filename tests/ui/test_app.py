"""From the first window to an open vault and back to a locked one."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from auditor_app.vault import Locks, Profile, new_vault
from tests.ui.answers import Answers
from tests.ui.conftest import CHEAP, PASSPHRASE
from ui.app import App, choose_input_method
from ui.settings import Settings
from ui.shell.unlock import UnlockWindow, Wish
from ui.theme import Theme

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed vault of 李敏."""
    folder = tmp_path / "外审 2026"
    new_vault(folder, Profile(name="李敏"), Locks(passphrase=PASSPHRASE, cost=CHEAP)).close()
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings")


@pytest.fixture
def app(
    qapp: QApplication,
    settings: Settings,
    ask: Answers,
    theme: Theme,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[App]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    app = App(qapp, settings, ask)
    yield app
    app.lock()
    unlock(app).close()
    app.deleteLater()


def unlock(app: App) -> UnlockWindow:
    assert app.unlock is not None
    return app.unlock


def give(app: App, passphrase: str) -> None:
    form = unlock(app).unlock
    form.passphrase.setText(passphrase)
    QTest.keyClick(form.passphrase, Qt.Key.Key_Return)


def opened(qtbot: QtBot, app: App) -> None:
    qtbot.waitUntil(lambda: app.main is not None and app.main.frame is not None, timeout=20_000)


def test_the_passphrase_opens_the_vault(
    qtbot: QtBot, app: App, folder: Path, settings: Settings
) -> None:
    app.start(folder)
    give(app, PASSPHRASE)
    opened(qtbot, app)
    assert app.unlock is None
    assert settings.recent == [folder]


def test_a_wrong_passphrase_is_told_and_can_be_typed_again(
    qtbot: QtBot, app: App, folder: Path
) -> None:
    app.start(folder)
    give(app, "wrong horse")
    qtbot.waitUntil(lambda: bool(unlock(app).unlock.trouble.text()))
    assert app.main is None
    give(app, PASSPHRASE)
    opened(qtbot, app)


def test_locking_asks_for_the_passphrase_again(qtbot: QtBot, app: App, folder: Path) -> None:
    app.start(folder)
    give(app, PASSPHRASE)
    opened(qtbot, app)
    app.lock()
    assert app.main is None
    assert unlock(app).unlock.title.text() == folder.name
    give(app, PASSPHRASE)
    opened(qtbot, app)


def test_a_new_vault_is_made_and_opened(
    qtbot: QtBot, app: App, settings: Settings, tmp_path: Path
) -> None:
    app.start()
    form = unlock(app).new
    form.name.setText("周航")
    form.first.setText(PASSPHRASE)
    form.second.setText(PASSPHRASE)
    form.go.click()
    opened(qtbot, app)
    assert settings.recent == [tmp_path / "data" / "auditor" / "vaults" / "我的审核"]
    assert app.main is not None
    words = {label.text() for label in app.main.findChildren(QLabel)}
    assert "周航" in words


@pytest.mark.parametrize(
    ("name", "vault", "first", "second"),
    [
        ("", "我的审核", PASSPHRASE, PASSPHRASE),
        ("周航", "", PASSPHRASE, PASSPHRASE),
        ("周航", "a/b", PASSPHRASE, PASSPHRASE),
        ("周航", "..", PASSPHRASE, PASSPHRASE),
        ("周航", "我的审核", "short", "short"),
        ("周航", "我的审核", PASSPHRASE, "another horse"),
    ],
)
def test_a_new_vault_is_not_made_of_bad_answers(
    qtbot: QtBot, theme: Theme, tmp_path: Path, name: str, vault: str, first: str, second: str
) -> None:
    window = UnlockWindow([], new_in=tmp_path)
    qtbot.addWidget(window)
    wishes: list[Wish] = []
    window.create_asked.connect(wishes.append)
    form = window.new
    for field, words in (
        (form.name, name),
        (form.vault, vault),
        (form.first, first),
        (form.second, second),
    ):
        field.setText(words)
    form.go.click()
    assert wishes == []
    assert form.trouble.text()


def test_choices_are_kept_for_the_next_start(
    qtbot: QtBot, app: App, folder: Path, settings: Settings, theme: Theme
) -> None:
    app.start(folder)
    give(app, PASSPHRASE)
    opened(qtbot, app)
    assert app.main is not None
    app.main.dark_chosen.emit(True)
    app.main.percent_chosen.emit(125)
    app.main.language_chosen.emit("en")
    assert (settings.is_dark, settings.percent, settings.language) == (True, 125, "en")
    assert (theme.is_dark, theme.scale) == (True, 1.25)
    app.main.language_chosen.emit("zh")


def test_the_sample_opens_without_a_passphrase(qtbot: QtBot, app: App, settings: Settings) -> None:
    app.start(is_sample=True)
    opened(qtbot, app)
    assert app.main is not None
    assert app.main.audit_id
    assert settings.recent == []


def test_the_installation_tests_itself(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "ui", "--selftest"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    found = json.loads(done.stdout)
    assert {name for name, check in found["checks"].items() if not check["ok"]} == set()
    assert done.returncode == 0


def test_a_crash_is_told_once(app: App, ask: Answers) -> None:
    app.tell_crash("report")
    app.tell_crash("report")
    assert len(ask.told) == 1
    assert "crash.log" in ask.told[0]


def test_a_vault_that_is_gone_leaves_the_list(settings: Settings, tmp_path: Path) -> None:
    there, gone = tmp_path / "a", tmp_path / "b"
    there.mkdir()
    settings.remember(gone)
    settings.remember(there)
    assert settings.recent == [there]


def test_fcitx_users_can_type_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_IM_MODULE", "fcitx5")
    choose_input_method(os.environ)
    assert os.environ["QT_IM_MODULE"] == "ibus"
