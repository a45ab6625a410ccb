"""Taking a package in: dropped or chosen, proven first, kept only when the person says so."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.editors.overview_card import TitledCard
from ui.editors.package_rows import Seen, Taken, grouped, held_word, size_word
from ui.editors.planning_words import local_minute
from ui.widgets import drawing
from ui.widgets.chips import Pill
from ui.widgets.painted import PaintedButton


class DropZone(PaintedButton):
    """Drop a package here, or press to choose one; `dropped` carries the path."""

    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setText(self.tr("把交接包（.age）拖到这里，或点按选择文件"))
        self.setAcceptDrops(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Room for icon and words."""
        return QSize(theme.px(300), theme.px(92))

    def minimumSizeHint(self) -> QSize:
        """The words may be cut."""
        return QSize(theme.px(160), theme.px(92))

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        fill = "accent_soft" if self.is_hot else "sunken"
        drawing.dashed_box(painter, rect, border="control", fill=fill)
        spot = rect.center()
        spot.setY(spot.y() - theme.px(14))
        drawing.glyph(painter, "package-open", "accent", spot, size=24)
        words = rect.adjusted(theme.px(12), theme.px(34), -theme.px(12), 0)
        drawing.write(painter, words, self.text(), drawing.SECONDARY, align=drawing.CENTER)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """One file is welcome."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first file."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.dropped.emit(paths[0])


class ReceiveCard(TitledCard):
    """`chosen(path)`, `receive_asked(seen)`, `trust_asked(seen)`, `open_asked(audit id)`."""

    choose_asked = Signal()
    chosen = Signal(object)
    receive_asked = Signal(object)
    trust_asked = Signal(object)
    open_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("接收"))
        self.say(self.tr("先核对，再收下；核对不写入任何数据"))
        self.seen: Seen | None = None
        self._audit_id = ""
        self.zone = DropZone()
        self.zone.clicked.connect(self.choose_asked)
        self.zone.dropped.connect(self.chosen)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.words = QLabel(wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._box, self._lines = QFrame(), QGridLayout()
        self._title, self._trust = QLabel(wordWrap=True), Pill()
        self.receive = QPushButton(self.tr("收下"))
        self.trust = QPushButton(self.tr("信任这台设备…"))
        self.forget = QPushButton(self.tr("不收"))
        self.open = QPushButton(self.tr("打开这次审核"))
        self._connect()
        self._build()
        self.show_nothing()

    def show_nothing(self) -> None:
        """Ready for a package."""
        self.seen = None
        self._show(box=False)

    def show_busy(self, words: str) -> None:
        """Work is going on."""
        self._show(box=False, is_busy=True, words=words)

    def show_trouble(self, words: str) -> None:
        """Why nothing was taken in."""
        self._show(box=False, words=words, tone="major")

    def show_seen(self, seen: Seen) -> None:
        """Who sent what, proven."""
        self.seen = seen
        self._title.setText(seen.title)
        if seen.is_trusted:
            self._trust.show_word(self.tr("签名可信"), "ok", icon="shield-check")
        else:
            self._trust.show_word(self.tr("发件设备未登记"), "obs", icon="shield-alert")
        self._show_facts(seen)
        self.receive.setVisible(seen.is_trusted)
        self.trust.setVisible(not seen.is_trusted)
        words = ""
        if not seen.is_trusted:
            words = self.tr(
                "包是完整的，签名也对得上，但本机还不认识这台设备。"
                "请用电话或当面核对上面的设备号，一致后再信任。"
            )
        self._show(box=True, words=words, tone="obs")

    def show_taken(self, taken: Taken) -> None:
        """What came of it."""
        self.seen = None
        self._audit_id = taken.audit_id
        self._show(box=False, words=self._taken_words(taken), tone="" if taken.held else "ok")
        self.open.show()

    def _taken_words(self, taken: Taken) -> str:
        if not taken.is_new and not taken.lines:
            words = self.tr("{title}：这个包以前收过，没有新的内容，什么也没有改动。")
            return words.format(title=taken.title)
        words = self.tr("已收下 {sender} 的交接包：{title}\n新记录 {lines} 行，照片 {photos} 张")
        lines = [
            words.format(
                sender=taken.sender, title=taken.title, lines=taken.lines, photos=taken.photos
            )
        ]
        for why, count in taken.held.items():
            held = self.tr("暂扣 {count} 行：{why}。没有写入记录，原样留存")
            lines.append(held.format(count=count, why=held_word(why)))
        return "\n".join(lines)

    def _show(self, *, box: bool, is_busy: bool = False, words: str = "", tone: str = "") -> None:
        self.zone.setVisible(not box and not is_busy)
        self.bar.setVisible(is_busy)
        self._box.setVisible(box)
        self.open.hide()
        self.words.setVisible(bool(words))
        self.words.setText(words)
        theme.mark(self.words, role="secondary", tone=tone)

    def _show_facts(self, seen: Seen) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            if widget := item.widget():
                widget.setParent(None)
                widget.deleteLater()
        rows = (
            (self.tr("发件人"), seen.sender),
            (self.tr("设备号"), grouped(seen.device)),
            (self.tr("第几包"), self.tr("第 {number} 包").format(number=seen.number)),
            (self.tr("打包时间"), local_minute(seen.made_at)),
            (
                self.tr("内容"),
                self.tr("日志 {lines} 行，照片 {photos} 张，{size}").format(
                    lines=seen.lines, photos=seen.photos, size=size_word(seen.size)
                ),
            ),
            (self.tr("文件"), Path(seen.path).name),
        )
        for row, (name, value) in enumerate(rows):
            label, fact = QLabel(name), QLabel(value, wordWrap=True)
            theme.mark(label, role="meta")
            theme.mark(fact, role="small")
            fact.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._lines.addWidget(fact, row, 1)

    def _connect(self) -> None:
        theme.mark(self.receive, kind="primary")
        theme.mark(self.trust, kind="tonal")
        self.receive.clicked.connect(self._ask_receive)
        self.trust.clicked.connect(self._ask_trust)
        self.forget.clicked.connect(self.show_nothing)
        self.open.clicked.connect(self._ask_open)

    def _ask_receive(self) -> None:
        if self.seen is not None:
            self.receive_asked.emit(self.seen)

    def _ask_trust(self) -> None:
        if self.seen is not None:
            self.trust_asked.emit(self.seen)

    def _ask_open(self) -> None:
        self.open_asked.emit(self._audit_id)

    def _build(self) -> None:
        theme.mark(self._box, role="sunken")
        theme.mark(self._title, role="section")
        head, foot = QHBoxLayout(), QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(self._title, 1)
        head.addWidget(self._trust, 0, Qt.AlignmentFlag.AlignTop)
        self._lines.setHorizontalSpacing(theme.px(14))
        self._lines.setVerticalSpacing(theme.px(4))
        self._lines.setColumnStretch(1, 1)
        foot.setSpacing(theme.px(8))
        for button in (self.receive, self.trust, self.forget):
            foot.addWidget(button)
        foot.addStretch(1)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(*(theme.px(14),) * 4)
        inside.setSpacing(theme.px(10))
        inside.addLayout(head)
        inside.addLayout(self._lines)
        inside.addLayout(foot)
        self.column.setSpacing(theme.px(10))
        self.column.setContentsMargins(theme.px(18), 0, theme.px(18), theme.px(14))
        for widget in (self.zone, self._box, self.bar, self.words):
            self.column.addWidget(widget)
        self.column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignLeft)
