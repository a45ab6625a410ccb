"""Takes photos in for an item, fetches their pictures, and checks their originals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter

from auditor_app.domain import Answer, Evidence
from auditor_app.errors import AuditorError
from auditor_app.vault import Intake, Origin, Vault
from ui.ask import Ask
from ui.pages.checklist_parts.photo_overlay import PhotoOverlay
from ui.pages.checklist_parts.photo_section import PhotoSection
from ui.pages.checklist_parts.photo_words import photo_of
from ui.tasks import Pause, Tasks
from ui.widgets.photo_strip import SHOWN

FULL = 2400
MOST_KEPT = 400
CHECK_AFTER_MS = 700

Secure = Callable[[Callable[[Answer], object]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The item photos are taken in for; `secure` has its answer kept first, then goes on."""

    key: str
    secure: Secure


class PhotoDesk(QObject):
    """`removed` carries an Evidence that no longer serves the item, and the answer it served."""

    removed = Signal(object, str)
    nothing_to_paste = Signal()

    def __init__(
        self, tasks: Tasks, ask: Ask, *, section: PhotoSection, overlay: PhotoOverlay
    ) -> None:
        super().__init__(section)
        self._tasks, self._ask, self._section, self._overlay = tasks, ask, section, overlay
        self._place: Place | None = None
        self._photos: tuple[Evidence, ...] = ()
        self._pictures: dict[str, QImage] = {}
        self._verified: set[str] = set()
        self._damaged: set[str] = set()
        self._open = ""
        self._checking = Pause(self, self._check, ms=CHECK_AFTER_MS)
        strip = section.strip
        strip.wants_thumbnail.connect(self._fetch)
        strip.dropped.connect(self.take_in)
        strip.pasted.connect(self.take_picture)
        strip.opened.connect(self.open)
        strip.all_asked.connect(self._open_rest)
        strip.delete_asked.connect(self.remove)
        section.files_asked.connect(self.ask_files)
        section.paste_asked.connect(self.paste)
        overlay.stepped.connect(self._step)
        overlay.caption_asked.connect(self._ask_caption)
        overlay.removal_asked.connect(self._remove_open)

    def show_photos(self, place: Place, photos: Sequence[Evidence]) -> None:
        """Show an item's photos."""
        is_same = self._place is not None and place.key == self._place.key
        if not is_same:
            self._overlay.put_away()
        before, self._photos, self._place = self._photos, tuple(photos), place
        if not is_same or before != self._photos:
            self._show()
            self._checking.restart()

    def ask_files(self) -> None:
        """Let the auditor choose files."""
        if paths := self._ask.files(self.tr("导入照片")):
            self.take_in(paths)

    def take_in(self, paths: Sequence[Path]) -> None:
        """Keep files as evidence of the item; the originals stay where they are."""
        chosen = tuple(paths)

        def intake(vault: Vault, answer: Answer) -> Intake:
            origin = Origin(audit_id=answer.audit_id, links=(answer.id,))
            return vault.evidence.add_many(chosen, origin)

        self._keep(intake, self._tell_refused)

    def take_picture(self, image: QImage) -> None:
        """Keep a picture from the clipboard as it came."""
        data, name = _png(image), self.tr("粘贴的图片.png")

        def intake(vault: Vault, answer: Answer) -> Evidence:
            origin = Origin(audit_id=answer.audit_id, links=(answer.id,), source="paste")
            return vault.evidence.add_bytes(data, name, origin)

        self._keep(intake)

    def paste(self) -> None:
        """Keep what is on the clipboard, if that is a picture or files."""
        if not self._section.strip.take(QGuiApplication.clipboard().mimeData()):
            self.nothing_to_paste.emit()

    def open(self, sha256: str) -> None:
        """Show a photo in full: the thumbnail at once, the picture when it has come."""
        if self._find(sha256) is None:
            return
        self._open = sha256
        self._show_open(self._pictures.get(sha256, QImage()))
        self._tasks.run(
            self,
            partial(_full, sha256=sha256),
            partial(self._take_full, sha256),
            partial(self._mark_damaged, sha256),
        )

    def remove(self, sha256: str) -> None:
        """The photo no longer serves the item; it stays in the audit."""
        evidence, place = self._find(sha256), self._place
        if evidence is not None and place is not None:
            place.secure(partial(self._unlink, evidence))

    def restore(self, evidence: Evidence, answer_id: str) -> None:
        """Take a removal back."""
        self._tasks.run(self, lambda vault: vault.evidence.link(evidence, answer_id))

    def _unlink(self, evidence: Evidence, answer: Answer) -> None:
        self._tasks.run(
            self,
            lambda vault: vault.evidence.unlink(evidence, answer.id),
            lambda changed: self.removed.emit(changed, answer.id),
        )

    def _keep(
        self,
        intake: Callable[[Vault, Answer], object],
        then: Callable[[object], object] = lambda _: None,
    ) -> None:
        """First the answer, then what refers to it."""
        if self._place is None:
            return

        def go_on(answer: Answer) -> None:
            self._tasks.run(self, lambda vault: intake(vault, answer), then)

        self._place.secure(go_on)

    def _tell_refused(self, intake: object) -> None:
        if isinstance(intake, Intake) and intake.refused:
            head = self.tr("有 {0} 个文件没有导入，其余的已保存：").format(len(intake.refused))
            lines = [f"{name}：{why}" for name, why in intake.refused]
            self._ask.tell("\n".join([head, *lines]))

    def _show(self) -> None:
        shown = tuple(photo_of(one, is_damaged=one.sha256 in self._damaged) for one in self._photos)
        self._section.strip.show_photos(shown, self._pictures)
        self._show_count()

    def _show_count(self) -> None:
        known = {one.sha256 for one in self._photos}
        verified = sum(one.sha256 in self._verified for one in self._photos)
        self._section.show_count(
            len(self._photos), verified=verified, damaged=len(known & self._damaged)
        )

    def _fetch(self, sha256: str) -> None:
        self._tasks.run(
            self,
            lambda vault: QImage.fromData(vault.evidence.thumbnail(sha256)),
            partial(self._take_thumbnail, sha256),
            partial(self._mark_damaged, sha256),
        )

    def _take_thumbnail(self, sha256: str, image: QImage) -> None:
        while len(self._pictures) >= MOST_KEPT:
            del self._pictures[next(iter(self._pictures))]
        self._pictures[sha256] = image
        self._section.strip.set_thumbnail(sha256, image)

    def _check(self) -> None:
        """Compare the originals with their hashes, once each."""
        known = self._verified | self._damaged
        for one in self._photos:
            if one.sha256 not in known:
                self._tasks.run(
                    self,
                    partial(_verify, evidence=one),
                    self._mark_verified,
                    partial(self._mark_damaged, one.sha256),
                )

    def _mark_verified(self, sha256: str) -> None:
        self._verified.add(sha256)
        self._show_count()

    def _mark_damaged(self, sha256: str, _error: AuditorError) -> None:
        if sha256 not in self._damaged:
            self._damaged.add(sha256)
            self._show()

    def _find(self, sha256: str) -> Evidence | None:
        return next((one for one in self._photos if one.sha256 == sha256), None)

    def _open_rest(self) -> None:
        """The last tile of the strip: go on from the photo it hides."""
        self.open(self._photos[SHOWN - 1].sha256)

    def _photos_shas(self) -> tuple[str, ...]:
        return tuple(one.sha256 for one in self._photos)

    def _step(self, by: int) -> None:
        shas = self._photos_shas()
        if self._open in shas:
            place = shas.index(self._open) + by
            if 0 <= place < len(shas):
                self.open(shas[place])

    def _show_open(self, image: QImage) -> None:
        evidence = self._find(self._open)
        if evidence is None:
            return
        place = self._photos_shas().index(self._open) + 1
        photo = photo_of(evidence, is_damaged=self._open in self._damaged)
        self._overlay.show_photo(photo, image, f"{place} / {len(self._photos)}")

    def _take_full(self, sha256: str, image: QImage) -> None:
        if sha256 == self._open and not self._overlay.isHidden():
            self._show_open(image)

    def _ask_caption(self) -> None:
        evidence = self._find(self._open)
        if evidence is None:
            return
        words = self._ask.text(self.tr("照片说明"), value=evidence.caption)
        if words is not None:
            self._tasks.run(
                self,
                lambda vault: vault.evidence.describe(
                    evidence, caption=words, location=evidence.location
                ),
                lambda _: self._overlay.put_away(),
            )

    def _remove_open(self) -> None:
        self._overlay.put_away()
        self.remove(self._open)


def _verify(vault: Vault, *, evidence: Evidence) -> str:
    vault.evidence.original(evidence)
    return evidence.sha256


def _full(vault: Vault, *, sha256: str) -> QImage:
    return QImage.fromData(vault.evidence.prepared(sha256, FULL))


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())
