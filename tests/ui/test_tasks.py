"""Work beside the screen: in order, on one thread, safe when pages go away."""

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import current_thread, get_ident, main_thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from auditor_app.domain import Audit, Client
from auditor_app.errors import AuditorError, Damaged, WrongKey
from auditor_app.vault import Vault, open_vault
from ui import crash
from ui.tasks import Pause, Tasks


def test_work_is_done_in_the_order_it_was_asked(qtbot: QtBot, tasks: Tasks) -> None:
    came: list[int] = []
    for number in range(20):
        tasks.run(tasks, partial(answer, number), came.append)
    qtbot.waitUntil(lambda: came == list(range(20)))


def test_the_vault_is_touched_on_one_thread_that_is_not_the_screens(
    qtbot: QtBot, tasks: Tasks
) -> None:
    threads: list[object] = []
    for _ in range(3):
        tasks.run(tasks, lambda _: current_thread(), threads.append)
    qtbot.waitUntil(lambda: len(threads) == 3)
    assert len(set(threads)) == 1
    assert threads[0] is not main_thread()


def test_a_result_never_comes_before_the_call_is_over(qtbot: QtBot, tasks: Tasks) -> None:
    came: list[str] = []
    tasks.compute(tasks, lambda: "work", came.append)
    came.append("asked")
    qtbot.waitUntil(lambda: came == ["asked", "work"])


def test_a_commit_is_news_for_every_page(
    qtbot: QtBot, tasks: Tasks, start_audit: Callable[[Tasks, str], Audit]
) -> None:
    with qtbot.waitSignal(tasks.committed) as news:
        start_audit(tasks, "华东精密")
    assert {Audit, Client} <= news.args[0]


def test_a_failure_reaches_the_user(qtbot: QtBot, tasks: Tasks) -> None:
    with qtbot.waitSignal(tasks.failed) as told:
        tasks.run(tasks, fail_with(Damaged("照片与指纹不符。")))
    assert str(told.args[0]) == "照片与指纹不符。"


def test_a_page_may_take_a_failure_itself(qtbot: QtBot, tasks: Tasks) -> None:
    taken: list[AuditorError] = []
    with qtbot.assertNotEmitted(tasks.failed):
        tasks.run(tasks, fail_with(Damaged("磁盘已满。")), otherwise=taken.append)
        qtbot.waitUntil(lambda: len(taken) == 1)


def test_a_late_result_spares_a_closed_page(qtbot: QtBot, tasks: Tasks) -> None:
    page = QObject()
    came: list[int] = []
    tasks.run(page, lambda _: 1, came.append)
    delete(page)
    tasks.run(tasks, lambda _: 2, came.append)
    qtbot.waitUntil(lambda: came == [2])


def test_a_bug_goes_to_the_crash_hook(qtbot: QtBot, tasks: Tasks) -> None:
    with qtbot.captureExceptions() as caught:
        tasks.run(tasks, lambda _: 1 // 0)
        qtbot.waitUntil(lambda: len(caught) == 1)
    assert caught[0][0] is ZeroDivisionError


def test_a_vault_that_does_not_open_says_why(qtbot: QtBot, tasks: Tasks, tmp_path: Path) -> None:
    tasks.close()
    second = Tasks(lambda: open_vault(tmp_path / "vault0", passphrase="wrong horse"))
    with qtbot.waitSignal(second.failed) as told:
        pass
    assert isinstance(told.args[0], WrongKey)
    second.close()


def test_what_was_asked_is_finished_before_the_vault_closes(tasks: Tasks) -> None:
    came: list[str] = []
    tasks.run(tasks, lambda vault: came.append(vault.identity.name))
    tasks.close()
    assert came == ["李敏"]


def test_text_is_kept_once_after_the_last_key(qtbot: QtBot) -> None:
    owner, kept = QObject(), []
    pause = Pause(owner, lambda: kept.append("note"), ms=20)
    for _ in range(5):
        pause.restart()
    qtbot.waitUntil(lambda: kept == ["note"])


def test_leaving_a_page_does_not_wait_for_the_pause() -> None:
    owner, kept = QObject(), []
    pause = Pause(owner, lambda: kept.append("note"), ms=60_000)
    pause.restart()
    pause.finish()
    pause.finish()
    assert kept == ["note"]


def test_a_crash_report_holds_no_word_of_the_audit(tmp_path: Path) -> None:
    hook = crash.CrashHook(tmp_path / "logs" / "crash.log")
    hook.install()
    try:
        raise_quoting("王建国未持证上岗")
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    finally:
        hook.uninstall()
    words = hook.file.read_text(encoding="utf-8")
    assert "builtins.ValueError" in words
    assert "raise_quoting" in words
    assert "王建国" not in words


@pytest.mark.parametrize("good", [True, False])
def test_a_trial_tells_what_came_of_it(good: bool) -> None:
    outcome = crash.attempt(lambda: "svg" if good else str(1 // 0))
    assert outcome.ok is good
    assert outcome.found == "svg" if good else outcome.found.startswith("ZeroDivisionError")


def fail_with(error: AuditorError) -> Callable[[Vault], None]:
    def operation(_: Vault) -> None:
        raise error

    return operation


def answer(number: int, _: Vault) -> int:
    return number


def raise_quoting(note: str) -> None:
    raise ValueError(note)


class Heavy(QObject):
    """Something of the screen that only the cycle collector can free."""

    def __init__(self, freed_on: list[int]) -> None:
        super().__init__()
        self._myself = self
        self._freed_on = freed_on

    def __del__(self) -> None:
        self._freed_on.append(get_ident())


def test_what_belongs_to_the_screen_is_never_freed_on_the_vaults_thread(
    qtbot: QtBot, tasks: Tasks
) -> None:
    freed_on: list[int] = []
    for _ in range(50):
        Heavy(freed_on)
    done: list[object] = []
    tasks.run(tasks, lambda _: [[[] for _ in range(1000)] for _ in range(1000)], done.append)
    qtbot.waitUntil(lambda: bool(done))
    qtbot.waitUntil(lambda: len(freed_on) == 50, timeout=20_000)
    assert set(freed_on) == {get_ident()}
