"""The only threads of the screen: one owns the vault, a small pool does heavy work without it."""

import gc
import logging
import os
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from shiboken6 import isValid

from auditor_app.domain import Record
from auditor_app.errors import AuditorError

if TYPE_CHECKING:
    # The door leads to the whole house; the first window is painted before it is opened.
    from auditor_app.vault import Vault

T = TypeVar("T")
_log = logging.getLogger("ui.tasks")
Kinds = frozenset[type[Record]]

BUSY_AFTER_MS = 1000
PAUSE_MS = 400
SWEEP_MS = 1000


def warm_up(module: str) -> None:
    """Import a slow module beside the screen once the first window is painted."""
    _sweep_here()
    QTimer.singleShot(0, partial(_import_beside, module))


def _import_beside(module: str) -> None:
    pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="import")
    pool.submit(import_module, module)
    pool.shutdown(wait=False)


def _sweep_here() -> None:
    """Have cycles of garbage collected on the Qt thread alone, from now on.

    Python collects on whatever thread allocates. A widget freed on the vault's thread holds Qt's
    lock while it waits for the interpreter, which the screen holds while it waits for that lock:
    then nothing moves any more.
    """
    if gc.isenabled():
        gc.disable()
        timer = QTimer(QCoreApplication.instance(), interval=SWEEP_MS)
        timer.timeout.connect(_sweep)
        timer.start()


def _sweep() -> None:
    """As Python does by itself: the oldest generation that is due, with the younger ones."""
    counts, limits = gc.get_count(), gc.get_threshold()
    due = [age for age, limit in enumerate(limits) if counts[age] > limit]
    if due:
        gc.collect(max(due))


def _nothing(_: object) -> None:
    """What follows an operation whose result nobody needs."""


class Pause(QObject):
    """Does something once nothing more came for a while, such as keeping text after typing."""

    def __init__(self, owner: QObject, action: Callable[[], object], *, ms: int = PAUSE_MS) -> None:
        super().__init__(owner)
        self._action = action
        self._timer = QTimer(self, singleShot=True, interval=ms)
        self._timer.timeout.connect(self._act)

    def restart(self) -> None:
        """Wait anew: something came."""
        self._timer.start()

    def finish(self) -> None:
        """Do it now if it is still to be done."""
        if self._timer.isActive():
            self._timer.stop()
            self._act()

    def _act(self) -> None:
        self._action()


class Tasks(QObject):
    """Runs operations on the vault, one at a time and in order, away from the screen.

    The vault is opened on its own thread as the first operation: `opened` follows, or `failed`,
    after which this object can only be closed. Connect methods of QObjects to the signals, so that
    they run on the Qt thread.
    """

    opened = Signal()
    committed = Signal(object)
    """The kinds of record (`Kinds`) that a committed write touched."""
    failed = Signal(object)
    """An `AuditorError` that no caller has taken."""
    busy = Signal(bool)
    """True once work has taken a second, False when there is none left."""
    _done = Signal(object)

    def __init__(self, open_vault: Callable[[], "Vault"]) -> None:
        super().__init__()
        _sweep_here()
        self._waiting = 0
        self._patience = QTimer(self, singleShot=True, interval=BUSY_AFTER_MS)
        self._patience.timeout.connect(self._lose_patience)
        # Queued also for work that is done at once: `then` never runs before `run` returns.
        self._done.connect(self._finish, Qt.ConnectionType.QueuedConnection)
        self._worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="vault")
        cores = max(1, (os.cpu_count() or 2) - 1)
        self._pool = ThreadPoolExecutor(max_workers=cores, thread_name_prefix="work")
        self._vault: Vault | None = None
        self._is_closed = False
        self._watch(self._worker.submit(self._open, open_vault), self, self._tell_opened, None)

    def run(
        self,
        owner: QObject,
        operation: Callable[["Vault"], T],
        then: Callable[[T], object] = _nothing,
        otherwise: Callable[[AuditorError], object] | None = None,
    ) -> None:
        """Run `operation` on the vault, then `then` on the Qt thread if `owner` still lives.

        An `AuditorError` goes to `otherwise`, or without one to everybody by `failed`. Anything
        else is a bug and is raised on the Qt thread, where the crash hook takes it.
        """
        if self._is_closed:
            _log.warning("asked for work after the vault was closed")
            return
        self._watch(self._worker.submit(self._call, operation), owner, then, otherwise)

    def compute(
        self,
        owner: QObject,
        work: Callable[[], T],
        then: Callable[[T], object] = _nothing,
        otherwise: Callable[[AuditorError], object] | None = None,
    ) -> None:
        """Do heavy work that needs no vault beside the screen; otherwise as `run`."""
        if self._is_closed:
            _log.warning("asked for work after the vault was closed")
            return
        self._watch(self._pool.submit(work), owner, then, otherwise)

    def close(self) -> None:
        """Finish what was asked for, close the vault; blocks until both are done.

        A second call does nothing.
        """
        if self._is_closed:
            return
        self._is_closed = True
        self._worker.submit(self._close).result()
        self._worker.shutdown()
        self._pool.shutdown()

    def _open(self, open_vault: Callable[[], "Vault"]) -> None:
        vault = open_vault()
        vault.on_commit(self.committed.emit)
        self._vault = vault

    def _call(self, operation: Callable[["Vault"], T]) -> T:
        if self._vault is None:
            raise AuditorError("资料库没有打开。没有改动任何数据；请先解锁资料库。")
        return operation(self._vault)

    def _close(self) -> None:
        if self._vault is not None:
            self._vault.close()
            self._vault = None

    def _tell_opened(self, _: None) -> None:
        self.opened.emit()

    def _watch(
        self,
        future: Future[T],
        owner: QObject,
        then: Callable[[T], object],
        otherwise: Callable[[AuditorError], object] | None,
    ) -> None:
        self._waiting += 1
        if not self._patience.isActive():
            self._patience.start()

        def settle() -> None:
            self._settle(future, owner, then, otherwise)

        future.add_done_callback(lambda _: self._done.emit(settle))

    def _finish(self, settle: Callable[[], None]) -> None:
        self._waiting -= 1
        if not self._waiting:
            self._patience.stop()
            self.busy.emit(False)
        settle()

    def _settle(
        self,
        done: Future[T],
        owner: QObject,
        then: Callable[[T], object],
        otherwise: Callable[[AuditorError], object] | None,
    ) -> None:
        try:
            result = done.result()
        except AuditorError as error:
            if otherwise is None or not isValid(owner):
                self.failed.emit(error)
            else:
                otherwise(error)
        else:
            if isValid(owner):
                then(result)

    def _lose_patience(self) -> None:
        self.busy.emit(bool(self._waiting))
