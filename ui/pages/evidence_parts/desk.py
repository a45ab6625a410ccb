"""What can be done with one photo: describe, unlink, verify its original, save a copy of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from auditor_app.domain import Evidence, RecordId, now
from auditor_app.errors import AuditorError, FileTrouble, NotFound
from auditor_app.vault import Vault
from ui.ask import Ask
from ui.editors.evidence_rows import Shot
from ui.editors.planning_words import local_clock
from ui.tasks import Tasks

State = tuple[str, str, str]
"""Word, tone and icon of what a check found."""


class PhotoDesk(QObject):
    """`checked(key)` when the state of an original became known, `told(words)` when done."""

    checked = Signal(str)
    told = Signal(str)
    refused = Signal(str, str)
    """(key, words): what was said about a photo could not be kept."""

    def __init__(self, tasks: Tasks, ask: Ask, audit_id: RecordId, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks, self._ask, self._audit_id = tasks, ask, audit_id
        self.states: dict[str, State] = {}

    def is_damaged(self, key: str) -> bool:
        """Whether the original was found to differ or to be missing."""
        return self.states.get(key, ("", "", ""))[1] == "major"

    def describe(self, key: str, caption: str, location: str) -> None:
        """Keep what is said about a photo."""

        def operation(vault: Vault) -> None:
            one = self._fresh(vault, key)
            if (one.caption, one.location) != (caption, location):
                vault.evidence.describe(one, caption=caption, location=location)

        self._tasks.run(self, operation, otherwise=partial(self._on_refused, key))

    def unlink(self, key: str, link: str) -> None:
        """The photo no longer serves a record."""
        self._tasks.run(self, lambda vault: vault.evidence.unlink(self._fresh(vault, key), link))

    def link(self, key: str, link: str) -> None:
        """The photo serves a record again."""
        self._tasks.run(self, lambda vault: vault.evidence.link(self._fresh(vault, key), link))

    def verify(self, shot: Shot) -> None:
        """Decrypt the original and hold it against its fingerprint."""
        self._tasks.run(
            self,
            lambda vault: len(vault.evidence.original(shot.evidence)),
            partial(self._on_whole, shot.key),
            partial(self.blame, shot.key),
        )

    def copy(self, shot: Shot) -> None:
        """Write the untouched bytes where the person says."""
        suffix = Path(shot.evidence.name).suffix or ".jpg"
        name = f"{shot.evidence.number}{suffix}"
        path = self._ask.save_as(self.tr("另存原件"), name=name, kinds=f"*{suffix}")
        if path is not None:
            self._tasks.run(
                self,
                lambda vault: _write(path, vault.evidence.original(shot.evidence)),
                self._tell_copied,
            )

    def blame(self, key: str, error: AuditorError) -> None:
        """The original can't be had: say so once, and mark the photo."""
        if not self.is_damaged(key):
            self.states[key] = (self.tr("原件不符"), "major", "octagon-alert")
            self.checked.emit(key)
            self._ask.tell(error)

    def _on_refused(self, key: str, error: AuditorError) -> None:
        self.refused.emit(key, str(error))

    def _on_whole(self, key: str, _size: int) -> None:
        words = self.tr("原件完好 · {time} 核对").format(time=local_clock(now()))
        self.states[key] = (words, "ok", "shield-check")
        self.checked.emit(key)

    def _tell_copied(self, path: Path) -> None:
        self.told.emit(self.tr("已另存：{path}").format(path=path))

    def _fresh(self, vault: Vault, key: str) -> Evidence:
        found = next((one for one in vault.evidence.of(self._audit_id) if one.id == key), None)
        if found is None:
            raise NotFound("这张照片已不在审核中。没有改动任何数据。")
        return found


class Fetcher(QObject):
    """Gets thumbnails one at a time, so that whatever else is asked for comes in between.

    `fetched(key, image)`. The newest wishes come first: they are what is on the screen now.
    """

    fetched = Signal(str, QImage)
    failed = Signal(str, object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._fresh: list[tuple[str, str]] = []
        self._queue: list[tuple[str, str]] = []
        self._is_busy = False

    def want(self, key: str, sha256: str) -> None:
        """One more."""
        self._fresh.append((key, sha256))
        if not self._is_busy:
            self._next()

    def _next(self) -> None:
        self._queue = self._fresh + self._queue
        self._fresh = []
        self._is_busy = bool(self._queue)
        if self._queue:
            key, sha256 = self._queue.pop(0)
            self._tasks.run(
                self,
                lambda vault: QImage.fromData(vault.evidence.thumbnail(sha256)),
                partial(self._on_fetched, key),
                partial(self._on_failed, key),
            )

    def _on_fetched(self, key: str, image: QImage) -> None:
        self.fetched.emit(key, image)
        self._next()

    def _on_failed(self, key: str, error: AuditorError) -> None:
        self.failed.emit(key, error)
        self._next()


def _write(path: Path, data: bytes) -> Path:
    try:
        path.write_bytes(data)
    except OSError as error:
        words = (
            f"没有写成 {path.name}：位置不可写或空间不足。库中的原件没有改变；请换一个位置再试。"
        )
        raise FileTrouble(words) from error
    return path
