"""What happens when the program itself is wrong: a local report, without a word of the audit.

A report names the kind of error and the lines of the program it passed, never the text of the
exception: that text may quote a note.
"""

import faulthandler
import logging
import sys
import threading
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from auditor_app.domain import now

_log = logging.getLogger("ui.crash")

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def report(kind: type[BaseException], error: BaseException, moment: datetime) -> str:
    """The crash in words that hold nothing of the user: kinds of error, files, lines, functions."""
    lines = [f"{moment:%Y-%m-%d %H:%M:%S}Z python {sys.version.split()[0]} {sys.platform}"]
    cause: BaseException | None = error
    while cause is not None:
        lines.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        lines += [
            f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(cause.__traceback__)
        ]
        cause = cause.__cause__ or cause.__context__
    if kind is not type(error):
        lines.append(f"raised as {kind.__qualname__}")
    return "\n".join(lines) + "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of trying one part of the program: a word on it, or the error."""

    ok: bool
    found: str


def attempt(check: Callable[[], str]) -> Outcome:
    """Try a part of the program out, whatever it does (`--selftest`)."""
    try:
        return Outcome(ok=True, found=check())
    except Exception as error:  # every part must be looked at, whatever one of them does
        return Outcome(ok=False, found=f"{type(error).__name__}: {error}")


class CrashHook(QObject):
    """Takes every exception nobody caught; `crashed` carries the report after it was kept."""

    crashed = Signal(str)

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        self._stream: IO[str] | None = None

    def install(self) -> None:
        """Take over the hooks of Python, its threads, Qt and the C level."""
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self._stream = self.file.open("a", encoding="utf-8")
        faulthandler.enable(self._stream)
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread
        qInstallMessageHandler(_hear_qt)

    def uninstall(self) -> None:
        """Give the hooks back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        qInstallMessageHandler(None)
        faulthandler.disable()
        if self._stream:
            self._stream.close()
            self._stream = None

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Keep the report and tell the screen; a keyboard interrupt ends the program as usual."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        words = report(kind, error.with_traceback(trace), now())
        if self._stream:
            self._stream.write(words)
            self._stream.flush()
        _log.critical("%s", words)
        self.crashed.emit(words)

    def _take_from_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.take(args.exc_type, args.exc_value, args.exc_traceback)


def _hear_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    _log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category or "qt", message)
