"""照片证据: every photo of the audit, what it says, and what it serves."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import (
    QAction,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
    QShortcut,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from auditor_app.domain import Answer, Evidence, Meeting, Nonconformity, RecordId
from auditor_app.vault import Vault
from ui import theme
from ui.ask import Ask
from ui.editors.evidence_detail import EvidenceDetail
from ui.editors.evidence_rows import CHECKLIST, FINDINGS, MEETINGS, LinkLine, Shot, tile
from ui.editors.evidence_tray import ImportTray
from ui.pages.base import Badge, Page
from ui.pages.evidence_parts.desk import Fetcher, PhotoDesk
from ui.pages.evidence_parts.intake import IntakeDesk, incoming, pasted
from ui.pages.evidence_parts.reading import read_shots
from ui.tasks import Pause, Tasks
from ui.widgets.chips import Chip, FilterChips
from ui.widgets.empty import EmptyState
from ui.widgets.photo_grid import PhotoGrid
from ui.widgets.photo_view import PhotoView
from ui.widgets.toast import Toast

FULL_SIDE = 2400
GATHER_MS = 400
MOST_TOLD = 8


class EvidencePage(Page[tuple[Shot, ...]]):
    """A grid with the chosen photo's details beside it; Enter shows one in full."""

    KEY = "evidence"
    TITLE = QT_TRANSLATE_NOOP("Pages", "照片证据")
    ICON = "images"
    SHOWS = frozenset({Evidence, Answer, Nonconformity, Meeting})

    def __init__(self, tasks: Tasks, ask: Ask, audit_id: RecordId) -> None:
        super().__init__(tasks, ask, audit_id)
        self.shots: dict[str, Shot] = {}
        self.photos = PhotoDesk(tasks, ask, audit_id, self)
        self.fetcher = Fetcher(tasks, self)
        self._full = ""
        self._undo: tuple[str, str] | None = None
        self.desk = IntakeDesk.of(tasks, audit_id)
        self._later = Pause(self, self._refresh_now, ms=GATHER_MS)
        self._is_due = False
        self.chips, self.grid, self.view = FilterChips(), PhotoGrid(), PhotoView()
        self.detail, self.tray, self.toast = EvidenceDetail(), ImportTray(), Toast()
        self.nothing = EmptyState(
            "images",
            self.tr("还没有照片"),
            help_line=self.tr("导入、拖入或粘贴照片；原件一字节不改，加密存放在本机。"),
            action=self.tr("导入照片"),
        )
        self.take_in = QPushButton(self.tr("导入照片"))
        theme.mark(self.take_in, kind="tonal")
        theme.dress(self.take_in, "image-plus", "accent")
        self._stack, self._places = QStackedWidget(), QStackedWidget()
        self.setAcceptDrops(True)
        self._build()
        self._connect()

    @classmethod
    def badge(cls, vault: Vault, audit_id: RecordId) -> Badge | None:
        """How many photos there are."""
        count = len(vault.evidence.of(audit_id))
        return Badge(text=str(count)) if count else None

    def load(self, vault: Vault) -> tuple[Shot, ...]:
        """Every photo with what it serves."""
        words = {"opening": self.tr("首次会议"), "closing": self.tr("末次会议")}
        return read_shots(vault, self.audit_id, words)

    def show_data(self, data: tuple[Shot, ...]) -> None:
        """Keep filter, scroll position and the photo chosen."""
        self.shots = {shot.key: shot for shot in data}
        self.chips.show_chips(self._chips())
        self._filter(self.chips.chosen_key())
        self._stack.setCurrentIndex(0 if data else 1)
        shown = self.detail.shot()
        self._show(shown.key if shown else "")

    def header_actions(self) -> Sequence[QWidget]:
        """导入照片."""
        return (self.take_in,)

    def panes(self) -> Sequence[QWidget]:
        """Filter, photos, details."""
        return (self.chips, self._places, self.detail)

    def commands(self) -> Sequence[QAction]:
        """Taking in, checking, saving a copy."""
        found = []
        for words, act in (
            (self.tr("导入照片…"), self.choose_files),
            (self.tr("粘贴照片\tCtrl V"), self.paste),
            (self.tr("核对选中照片的原件"), self.detail.verify.click),
            (self.tr("另存选中照片的原件…"), self.detail.copy.click),
        ):
            action = QAction(words, self)
            action.triggered.connect(act)
            found.append(action)
        return found

    @classmethod
    def shortcuts(cls) -> Sequence[tuple[str, str]]:
        """The keys of grid and view."""
        translate = QCoreApplication.translate
        return (
            ("Enter", translate("EvidencePage", "看大图")),
            ("← →", translate("EvidencePage", "上一张、下一张")),
            ("+ − 0", translate("EvidencePage", "放大、缩小、适合窗口")),
            ("Ctrl V", translate("EvidencePage", "粘贴照片")),
            ("Esc", translate("EvidencePage", "回到全部照片")),
        )

    def go_to(self, target: object) -> None:
        """Choose a photo by its id, its number or its hash."""
        wanted = str(target)
        for shot in self.shots.values():
            one = shot.evidence
            if wanted in {one.id, one.number, one.sha256}:
                self.chips.show_chips(self._chips(), chosen="all")
                self._filter("all")
                self.grid.select(shot.key)
                return

    def flush(self) -> None:
        """Keep caption and place being written."""
        self.detail.flush()

    def refresh(self) -> None:
        """Load and show again; during an import not more often than one can see."""
        if not self.desk.is_busy:
            super().refresh()
        elif not self._is_due:
            self._is_due = True
            self._stale = False
            self._later.restart()

    def _refresh_now(self) -> None:
        self._is_due = False
        super().refresh()

    def choose_files(self) -> None:
        """Ask for files and take them in."""
        self.desk.take(incoming(self.ask.files(self.tr("选择要导入的照片"))))

    def paste(self) -> None:
        """Take in what lies on the clipboard."""
        self.desk.take(pasted(QGuiApplication.clipboard().mimeData()))

    def open_photo(self, key: str) -> None:
        """Show a photo in full."""
        if key in self.shots:
            self._places.setCurrentWidget(self.view)
            self._show_full(key)
            self.view.canvas.setFocus()

    def _build(self) -> None:
        main = QWidget()
        left = QVBoxLayout()
        left.setContentsMargins(theme.px(22), theme.px(12), theme.px(10), theme.px(12))
        left.setSpacing(theme.px(10))
        self._places.addWidget(self.grid)
        self._places.addWidget(self.view)
        left.addWidget(self.chips)
        left.addWidget(self._places, 1)
        row = QHBoxLayout(main)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left, 1)
        row.addWidget(self.detail)
        self._stack.addWidget(main)
        self._stack.addWidget(self.nothing)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._stack, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(theme.px(22), 0, theme.px(22), theme.px(8))
        foot.addWidget(self.tray)
        foot.addWidget(self.toast)
        rows.addLayout(foot)

    def _connect(self) -> None:
        self.chips.chosen.connect(self._filter)
        self.grid.selected.connect(self._show)
        self.grid.opened.connect(self.open_photo)
        self.grid.wants_thumbnail.connect(self._want)
        self.fetcher.fetched.connect(self.grid.set_thumbnail)
        self.fetcher.failed.connect(self.photos.blame)
        self.view.stepped.connect(self._step)
        self.view.closed.connect(self._close_full)
        self.detail.described.connect(self.photos.describe)
        self.photos.checked.connect(self._on_checked)
        self.photos.refused.connect(self._on_refused)
        self.photos.told.connect(self.toast.say)
        self.detail.unlink_asked.connect(self._unlink)
        self.detail.jumped.connect(self._jump)
        self.detail.verify_asked.connect(self._verify)
        self.detail.copy_asked.connect(self._copy)
        self.toast.undone.connect(self._link_again)
        self.take_in.clicked.connect(self.choose_files)
        self.nothing.wanted.connect(self.choose_files)
        self.tray.cancelled.connect(self.desk.stop)
        self.desk.progressed.connect(self.tray.show_progress)
        self.desk.finished.connect(self._on_imported)
        self.desk.tell()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self).activated.connect(self.paste)

    def _chips(self) -> tuple[Chip, ...]:
        words = (
            ("all", self.tr("全部")),
            ("linked", self.tr("已关联")),
            ("unlinked", self.tr("未关联")),
            (CHECKLIST, self.tr("检查表")),
            (FINDINGS, self.tr("不符合项")),
            (MEETINGS, self.tr("会议")),
        )
        shots = self.shots.values()
        return tuple(
            Chip(key=key, word=word, count=sum(shot.passes(key) for shot in shots))
            for key, word in words
        )

    def _filter(self, key: str) -> None:
        shown = [shot for shot in self.shots.values() if shot.passes(key)]
        self.grid.show_photos(
            tuple(tile(shot, is_damaged=self.photos.is_damaged(shot.key)) for shot in shown)
        )

    def _show(self, key: str) -> None:
        self.detail.show_shot(self.shots.get(key), state=self.photos.states.get(key))

    def _want(self, key: str) -> None:
        if key in self.shots:
            self.fetcher.want(key, self.shots[key].evidence.sha256)

    def _show_full(self, key: str, image: QImage | None = None) -> None:
        shot = self.shots[key]
        keys = [one.key for one in self.shots.values() if one.passes(self.chips.chosen_key())]
        place = keys.index(key) + 1 if key in keys else 1
        photo = tile(shot, is_damaged=self.photos.is_damaged(key))
        self.view.show_photo(photo, image or QImage(), f"{place} / {max(len(keys), 1)}")
        self._full = key
        if image is None:
            sha256 = shot.evidence.sha256

            def operation(vault: Vault) -> QImage:
                return QImage.fromData(vault.evidence.prepared(sha256, FULL_SIDE))

            self.tasks.run(
                self, operation, partial(self._on_full, key), partial(self.photos.blame, key)
            )

    def _on_full(self, key: str, image: QImage) -> None:
        if self._places.currentWidget() is self.view and self._full == key:
            self._show_full(key, image)

    def _step(self, by: int) -> None:
        keys = [one.key for one in self.shots.values() if one.passes(self.chips.chosen_key())]
        if self._full in keys:
            place = keys.index(self._full) + by
            if 0 <= place < len(keys):
                self.grid.select(keys[place])
                self._show_full(keys[place])

    def _close_full(self) -> None:
        self._places.setCurrentWidget(self.grid)
        self.grid.setFocus()

    def _unlink(self, key: str, link: str) -> None:
        self.photos.unlink(key, link)
        self._undo = (key, link)
        self.toast.say(self.tr("已移除关联，照片仍在审核中"), can_undo=True)

    def _link_again(self) -> None:
        if self._undo is not None:
            self.photos.link(*self._undo)

    def _jump(self, link: LinkLine) -> None:
        self.navigate.emit(link.page, link.target or None)

    def _verify(self, key: str) -> None:
        self.photos.verify(self.shots[key])

    def _copy(self, key: str) -> None:
        self.photos.copy(self.shots[key])

    def _on_refused(self, key: str, words: str) -> None:
        shown = self.detail.shot()
        if shown is None or shown.key != key or not self.detail.refuse(words):
            self.ask.tell(words)

    def _on_checked(self, key: str) -> None:
        self._filter(self.chips.chosen_key())
        shown = self.detail.shot()
        if shown is not None and shown.key == key:
            self._show(key)

    def _on_imported(self, kept: int, refused: tuple[tuple[str, str], ...]) -> None:
        self._is_due = False
        self._stale = True
        if self.isVisible():
            self.refresh()
        if kept:
            self.toast.say(self.tr("已导入 {count} 张照片").format(count=kept))
        if refused:
            listed = "\n".join(f"· {name}：{why}" for name, why in refused[:MOST_TOLD])
            more = len(refused) - MOST_TOLD
            rest = self.tr("\n另有 {count} 个文件").format(count=more) if more > 0 else ""
            words = self.tr("{count} 个文件没有导入，其余都已入库：\n{listed}{rest}")
            self.ask.tell(words.format(count=len(refused), listed=listed, rest=rest))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and pictures are welcome."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take in what was dropped."""
        self.desk.take(pasted(event.mimeData()))
        event.acceptProposedAction()
