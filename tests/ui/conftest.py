"""What every test of the screen stands on: the look, a real vault on its thread, the user."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from auditor_app import places
from auditor_app.domain import Audit, AuditKind
from auditor_app.operations.audits import NewAudit
from auditor_app.security.keys import Cost
from auditor_app.vault import Locks, Profile, Vault, new_vault
from tests.ui.answers import Answers
from ui.tasks import Tasks
from ui.theme import Theme

CHEAP = Cost(rounds=1, memory_kib=64, lanes=1)
PASSPHRASE = "correct horse"


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The look of the whole test session; `tests/conftest.py` has put the font in."""
    return Theme(qapp, places.resources())


@pytest.fixture(autouse=True)
def light(theme: Theme) -> None:
    """Every test starts with the light look at plain size."""
    if theme.is_dark or theme.scale != 1.0:
        theme.use(dark=False)


@pytest.fixture
def ask() -> Answers:
    """The user: says what the test put in, remembers what was told."""
    return Answers()


@pytest.fixture
def make_tasks(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Tasks]]:
    """Make an empty vault in the name of 李敏 and open it on its thread."""
    made: list[Tasks] = []

    def make() -> Tasks:
        locks = Locks(passphrase=PASSPHRASE, cost=CHEAP)
        folder = tmp_path / f"vault{len(made)}"
        tasks = Tasks(lambda: new_vault(folder, Profile(name="李敏"), locks))
        made.append(tasks)
        with qtbot.waitSignal(tasks.opened):
            pass
        return tasks

    yield make
    for tasks in made:
        tasks.close()


@pytest.fixture
def tasks(make_tasks: Callable[[], Tasks]) -> Tasks:
    """An empty vault, open."""
    return make_tasks()


@pytest.fixture
def start_audit(qtbot: QtBot) -> Callable[[Tasks, str], Audit]:
    """Start an audit of a client in an open vault."""

    def start(tasks: Tasks, client: str) -> Audit:
        def operation(vault: Vault) -> Audit:
            number = f"OHS-{len(vault.audits.all()) + 1:04}"
            new = NewAudit(number=number, kind=AuditKind.INITIAL, rulebook="HCR", client=client)
            return vault.audits.start(new)

        kept: list[Audit] = []
        owner = QObject()
        tasks.run(owner, operation, kept.append)
        qtbot.waitUntil(lambda: bool(kept))
        return kept[0]

    return start
