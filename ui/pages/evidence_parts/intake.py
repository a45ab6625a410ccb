"""Taking in many photos, one file a task, so that the rest of the program goes on."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QMimeData,
    QObject,
    Signal,
)
from PySide6.QtGui import QImage, QImageWriter

from auditor_app.domain import BEIJING, Evidence, RecordId, now
from auditor_app.errors import AuditorError
from auditor_app.vault import Origin, Vault
from ui.tasks import Tasks

SUFFIXES = {".jpg", ".jpeg", ".png", ".webp"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """A file, or with `data` what was pasted under a name."""

    path: Path
    data: bytes = b""


class IntakeDesk(QObject):
    """Lives as long as the vault is open: leaving the page does not end an import.

    `progressed(done, total, name)`; `finished(kept, refused)` with a list of (name, why).
    """

    progressed = Signal(int, int, str)
    finished = Signal(int, object)

    def __init__(self, tasks: Tasks, audit_id: RecordId) -> None:
        super().__init__(tasks)
        self.setObjectName(f"intake-{audit_id}")
        self._tasks, self._audit_id = tasks, audit_id
        self._queue: list[Incoming] = []
        self._refused: list[tuple[str, str]] = []
        self._done = self._total = self._kept = 0

    @classmethod
    def of(cls, tasks: Tasks, audit_id: RecordId) -> "IntakeDesk":
        """The desk of an audit; the page is made anew, the desk is not."""
        found = tasks.findChild(cls, f"intake-{audit_id}")
        return found if isinstance(found, IntakeDesk) else cls(tasks, audit_id)

    @property
    def is_busy(self) -> bool:
        """Whether files are still to come."""
        return self._done < self._total

    def take(self, files: Sequence[Incoming]) -> None:
        """Queue more files."""
        was_busy = self.is_busy
        self._queue += files
        self._total += len(files)
        if files and not was_busy:
            self._next()

    def stop(self) -> None:
        """Take in no more; what is kept stays."""
        self._total -= len(self._queue)
        self._queue.clear()

    def tell(self) -> None:
        """Say again how far it is."""
        name = self._queue[0].path.name if self._queue else ""
        self.progressed.emit(self._done, self._total, name)

    def _next(self) -> None:
        one = self._queue.pop(0)
        self.progressed.emit(self._done, self._total, one.path.name)
        self._tasks.run(
            self, partial(self._keep, one), self._on_kept, partial(self._on_refused, one)
        )

    def _keep(self, one: Incoming, vault: Vault) -> Evidence:
        source = "paste" if one.data else "import"
        origin = Origin(audit_id=self._audit_id, source=source)
        if one.data:
            return vault.evidence.add_bytes(one.data, one.path.name, origin)
        return vault.evidence.add(one.path, origin)

    def _on_kept(self, _: Evidence) -> None:
        self._kept += 1
        self._go_on()

    def _on_refused(self, one: Incoming, error: AuditorError) -> None:
        self._refused.append((one.path.name, str(error)))
        self._go_on()

    def _go_on(self) -> None:
        self._done += 1
        if self._queue:
            self._next()
            return
        kept, refused = self._kept, tuple(self._refused)
        self._done = self._total = self._kept = 0
        self._refused.clear()
        self.progressed.emit(0, 0, "")
        self.finished.emit(kept, refused)


def incoming(paths: Sequence[Path]) -> list[Incoming]:
    """Files as they are; of a folder the photos in it, by name."""
    return [Incoming(path=one) for path in paths for one in _photos(path)]


def pasted(mime: QMimeData) -> list[Incoming]:
    """What was dropped or pasted: files, or a picture without a file."""
    paths = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if paths or not mime.hasImage():
        return incoming(paths)
    words = QCoreApplication.translate("Evidence", "粘贴 {time}.png")
    name = words.format(time=f"{now().astimezone(BEIJING):%Y%m%d-%H%M%S}")
    return [Incoming(path=Path(name), data=_png(QImage(mime.imageData())))]


def _photos(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    return sorted(one for one in path.iterdir() if one.suffix.lower() in SUFFIXES)


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
