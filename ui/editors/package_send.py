"""Packing an audit: which one, for whom, where to."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.editors.overview_card import TitledCard, clear
from ui.editors.package_rows import AuditChoice


class SendCard(TitledCard):
    """`pack_asked(choice, recipient keys)`."""

    pack_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("打包发出"))
        self.say(self.tr("加密后只有收件人能打开"))
        self._choices: tuple[AuditChoice, ...] = ()
        self.audit = QComboBox()
        self.audit.setAccessibleName(self.tr("要打包的审核"))
        self.audit.currentIndexChanged.connect(self._show_recipients)
        self.boxes: list[QCheckBox] = []
        self._people = QVBoxLayout()
        self._none = QLabel(wordWrap=True)
        theme.mark(self._none, role="secondary")
        self._none.setText(
            self.tr("还没有收件人。先在右边登记办公室或同组审核员的设备，填上加密公钥。")
        )
        self.pack = QPushButton(self.tr("打包…"))
        theme.mark(self.pack, kind="primary")
        theme.dress(self.pack, "package", "on_accent")
        self.pack.clicked.connect(self._ask)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.result = QLabel(wordWrap=True)
        theme.mark(self.result, role="secondary")
        self._build()
        self.show_state()

    def show_choices(self, choices: tuple[AuditChoice, ...], shown: str) -> None:
        """The audits to choose from; `shown` is the one the window shows."""
        before = self._chosen()
        keep = before.audit.id if before else shown
        self._choices = choices
        with QSignalBlocker(self.audit):
            self.audit.clear()
            for one in choices:
                self.audit.addItem(one.title, one.audit.id)
            self.audit.setCurrentIndex(max(self.audit.findData(keep), 0) if choices else -1)
        self._show_recipients()

    def show_state(self, words: str = "", *, tone: str = "", is_busy: bool = False) -> None:
        """What is going on, or what came of it."""
        self.bar.setVisible(is_busy)
        self.result.setVisible(bool(words))
        self.result.setText(words)
        theme.mark(self.result, tone=tone)
        self.audit.setEnabled(not is_busy)
        self._show_button(is_busy=is_busy)

    def recipients(self) -> tuple[str, ...]:
        """The keys ticked."""
        return tuple(str(box.property("key")) for box in self.boxes if box.isChecked())

    def _chosen(self) -> AuditChoice | None:
        place = self.audit.currentIndex()
        return self._choices[place] if 0 <= place < len(self._choices) else None

    def _show_recipients(self) -> None:
        ticked = set(self.recipients())
        clear(self._people)
        self.boxes = []
        choice = self._chosen()
        for one in choice.recipients if choice else ():
            box = QCheckBox(f"{one.name}  ·  {one.note}" if one.note else one.name)
            box.setProperty("key", one.key)
            box.setChecked(one.key in ticked)
            box.toggled.connect(self._on_toggled)
            self.boxes.append(box)
            self._people.addWidget(box)
        self._none.setVisible(not self.boxes)
        self._show_button(is_busy=self.bar.isVisible())

    def _on_toggled(self) -> None:
        self._show_button(is_busy=False)

    def _show_button(self, *, is_busy: bool) -> None:
        is_ready = bool(self.recipients()) and not is_busy
        self.pack.setEnabled(is_ready)
        self.pack.setToolTip("" if is_ready else self.tr("先选择收件人"))

    def _ask(self) -> None:
        choice = self._chosen()
        if choice is not None and self.recipients():
            self.pack_asked.emit(choice, self.recipients())

    def _build(self) -> None:
        self.column.setSpacing(theme.px(8))
        self.column.setContentsMargins(theme.px(18), 0, theme.px(18), theme.px(14))
        for word, widget in ((self.tr("审核"), self.audit), (self.tr("收件人"), None)):
            label = QLabel(word)
            theme.mark(label, role="secondary")
            self.column.addWidget(label)
            if widget is not None:
                self.column.addWidget(widget)
        self._people.setSpacing(theme.px(2))
        self.column.addWidget(self._none)
        self.column.addLayout(self._people)
        row = QHBoxLayout()
        row.addWidget(self.pack)
        row.addStretch(1)
        self.column.addLayout(row)
        self.column.addWidget(self.bar)
        self.column.addWidget(self.result)
