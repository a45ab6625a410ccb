"""The photos of a nonconformity: fetched once each, looked at, taken in, linked, taken off."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from auditor_app.domain import Nonconformity
from auditor_app.errors import AuditorError, Refused
from auditor_app.vault import Intake, Origin, Vault
from ui.ask import Ask
from ui.editors.photo_dialogs import PhotoDialog, PhotoPicker
from ui.tasks import Tasks
from ui.widgets.photo_rows import Photo

Photos = tuple[Photo, ...]


class Pictures(QObject):
    """`ready(hash, image)` follows every `want`; `damaged(hash)` when the original is not whole."""

    ready = Signal(str, QImage)
    damaged = Signal(str)

    def __init__(self, owner: QObject, tasks: Tasks, ask: Ask) -> None:
        super().__init__(owner)
        self._tasks, self._ask = tasks, ask
        self._here: dict[str, QImage] = {}
        self._asked: set[str] = set()
        self._waiting: list[str] = []
        self._nc: Nonconformity | None = None
        self._own: Photos = ()
        self._others: Photos = ()

    def want(self, sha256: str) -> None:
        """Ask for a thumbnail."""
        if sha256 in self._here:
            self.ready.emit(sha256, self._here[sha256])
        elif sha256 not in self._asked:
            self._asked.add(sha256)
            self._waiting.append(sha256)
            if len(self._waiting) == 1:
                self._fetch_next()

    def show(self, nc: Nonconformity | None, own: Photos, others: Photos) -> None:
        """The nonconformity the acts are about, its photos, and the audit's other ones."""
        self._nc, self._own, self._others = nc, own, others

    def look(self, sha256: str) -> None:
        """Show one in full, with its neighbours."""
        dialog = PhotoDialog(self._own, sha256)
        dialog.wanted.connect(partial(self._fetch, dialog))
        dialog.show_current()
        self._ask.finish(dialog)

    def import_files(self) -> None:
        """Take files in as evidence."""
        nc = self._nc
        paths = self._ask.files(self.tr("导入照片证据")) if nc else []
        if nc is not None and paths:
            origin = Origin(audit_id=nc.audit_id, links=(nc.id,))
            self._tasks.run(self, lambda vault: vault.evidence.add_many(paths, origin), self._tell)

    def link(self) -> None:
        """Let photos of the audit serve the nonconformity too."""
        picker = PhotoPicker(self._others)
        picker.grid.wants_thumbnail.connect(self.want)
        self.ready.connect(picker.grid.set_thumbnail)
        chosen = picker.chosen() if self._ask.finish(picker) else ()
        self.ready.disconnect(picker.grid.set_thumbnail)
        if self._nc is not None and chosen:
            self._tasks.run(self, partial(_link, self._nc, chosen))

    def unlink(self, sha256: str) -> None:
        """The photo no longer serves it; it stays in the audit."""
        if self._nc is not None:
            self._tasks.run(self, partial(_unlink, self._nc, sha256))

    def _tell(self, intake: Intake) -> None:
        if intake.refused:
            self._ask.tell("\n".join(reason for _, reason in intake.refused))

    def _fetch(self, dialog: PhotoDialog, sha256: str) -> None:
        self._tasks.run(dialog, partial(_full, sha256), partial(dialog.set_picture, sha256))

    def _fetch_next(self) -> None:
        """One at a time, so that what is typed never waits behind a row of pictures."""
        sha256 = self._waiting[0]
        keep, damaged = partial(self._keep, sha256), partial(self._tell_damaged, sha256)
        self._tasks.run(self, partial(_thumbnail, sha256), keep, damaged)

    def _keep(self, sha256: str, image: QImage) -> None:
        self._here[sha256] = image
        self.ready.emit(sha256, image)
        self._go_on(sha256)

    def _tell_damaged(self, sha256: str, _: AuditorError) -> None:
        self.damaged.emit(sha256)
        self._go_on(sha256)

    def _go_on(self, sha256: str) -> None:
        self._waiting.remove(sha256)
        if self._waiting:
            self._fetch_next()


def _thumbnail(sha256: str, vault: Vault) -> QImage:
    return QImage.fromData(vault.evidence.thumbnail(sha256))


def _full(sha256: str, vault: Vault) -> QImage:
    return QImage.fromData(vault.evidence.prepared(sha256))


def _link(nc: Nonconformity, hashes: tuple[str, ...], vault: Vault) -> None:
    for one in vault.evidence.of(nc.audit_id):
        if one.sha256 in hashes:
            vault.evidence.link(one, nc.id)


def _unlink(nc: Nonconformity, sha256: str, vault: Vault) -> None:
    for one in vault.evidence.of(nc.audit_id):
        if one.sha256 == sha256 and nc.id not in one.links:
            raise Refused(
                f"{one.number} 是检查项的照片，不能在这里移除。照片没有变动；请在检查表中处理。"
            )
        if one.sha256 == sha256:
            vault.evidence.unlink(one, nc.id)
