"""The first window: which vault, and what opens it; or a new one, or the sample."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.ask import MIN_PASSPHRASE
from ui.shell.buttons import NavButton

AUDITOR, OFFICE = "auditor", "office"
FORBIDDEN = frozenset('\\/:*?"<>|')


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A vault to be made: where, whose, for what, and what shall open it."""

    folder: Path
    name: str
    role: str
    passphrase: str


class UnlockWindow(QWidget):
    """Left: the vaults of this machine. Right: the form for the one chosen."""

    open_asked = Signal(Path, str)
    """(folder, passphrase)"""
    keychain_asked = Signal(Path)
    create_asked = Signal(object)
    """A `Wish`."""
    sample_asked = Signal()
    browse_asked = Signal()

    def __init__(self, recent: Sequence[Path], *, new_in: Path) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("现场审核"))
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(theme.px(900), theme.px(600))
        self.resize(theme.px(1040), theme.px(680))
        self._rows = QVBoxLayout()
        self._known: dict[Path, NavButton] = {}
        self.unlock, self.new = UnlockForm(), CreateForm(new_in)
        self._forms = QStackedWidget()
        self._build()
        for folder in recent:
            self._add_vault(folder)
        if recent:
            self.choose(recent[0])
        else:
            self.show_create()

    def choose(self, folder: Path) -> None:
        """Ask for the passphrase of a vault, listed before or not."""
        if folder not in self._known:
            self._add_vault(folder)
        self._known[folder].setChecked(True)
        self.unlock.show_vault(folder)
        self._forms.setCurrentWidget(self.unlock)

    def show_create(self) -> None:
        """Ask what a new vault needs."""
        for row in self._known.values():
            row.setAutoExclusive(False)
            row.setChecked(False)
            row.setAutoExclusive(True)
        self._forms.setCurrentWidget(self.new)
        self.new.name.setFocus()

    def show_busy(self, busy: bool) -> None:
        """Say that the vault is being opened; nothing can be pressed meanwhile."""
        self._bar.setVisible(busy)
        self._sheet.setEnabled(not busy)

    def show_trouble(self, words: str) -> None:
        """Say why it did not open."""
        self.show_busy(False)
        form = self._forms.currentWidget()
        if isinstance(form, UnlockForm | CreateForm):
            form.show_trouble(words)

    def _add_vault(self, folder: Path) -> None:
        row = NavButton(key=str(folder), title=folder.name, icon="database")
        row.setToolTip(str(folder))
        row.clicked.connect(lambda: self.choose(folder))
        self._known[folder] = row
        self._rows.addWidget(row)

    def _build(self) -> None:
        self.unlock.passphrase_given.connect(self.open_asked)
        self.unlock.keychain_asked.connect(self.keychain_asked)
        self.new.filled.connect(self.create_asked)
        self._forms.addWidget(self.unlock)
        self._forms.addWidget(self.new)
        self._sheet = QFrame()
        self._sheet.setProperty("role", "sheet")
        self._sheet.setFixedSize(theme.px(820), theme.px(540))
        columns = QHBoxLayout(self._sheet)
        columns.setContentsMargins(1, 1, 1, 1)
        columns.setSpacing(0)
        columns.addWidget(self._side())
        columns.addWidget(self._forms, 1)
        self._bar = QProgressBar(maximum=0)
        self._bar.setAccessibleName(self.tr("正在打开"))
        self._bar.setFixedWidth(theme.px(820))
        keep = self._bar.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(keep)
        self._bar.hide()
        outer = QVBoxLayout(self)
        outer.addStretch(1)
        outer.addWidget(self._sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addSpacing(theme.px(10))
        outer.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(1)

    def _side(self) -> QFrame:
        side = QFrame()
        side.setProperty("role", "side")
        side.setFixedWidth(theme.px(280))
        rows = QVBoxLayout(side)
        rows.setContentsMargins(*(theme.px(20),) * 4)
        rows.setSpacing(theme.px(6))
        mark = QLabel(pixmap=theme.pixmap("shield-check", "accent", 32))
        rows.addWidget(mark)
        rows.addWidget(_labelled(self.tr("现场审核"), "title"))
        rows.addWidget(_labelled(self.tr("职业健康安全管理体系认证审核，全程离线"), "meta"))
        rows.addSpacing(theme.px(14))
        rows.addWidget(_labelled(self.tr("本机的资料库"), "secondary"))
        self._rows.setSpacing(theme.px(2))
        rows.addLayout(self._rows)
        rows.addStretch(1)
        for words, icon, act in (
            (self.tr("新建资料库"), "plus", self.show_create),
            (self.tr("打开其他位置…"), "folder-open", self.browse_asked.emit),
            (self.tr("打开示例"), "book-open", self.sample_asked.emit),
        ):
            button = QPushButton(words)
            button.setProperty("kind", "ghost")
            button.setProperty("align", "left")
            theme.dress(button, icon)
            button.clicked.connect(lambda _=False, act=act: act())
            rows.addWidget(button)
        return side


class _Form(QWidget):
    """Heading, fields, a line for what is wrong, one primary button."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(*(theme.px(36),) * 4)
        self.rows.setSpacing(theme.px(6))
        self.title = _labelled(title, "title")
        self.rows.addWidget(self.title)
        self.trouble = _labelled("", "secondary")
        self.trouble.setProperty("tone", "major")
        self.trouble.hide()

    def add(self, words: str, field: QLineEdit) -> None:
        """A field with its words above it."""
        label = _labelled(words, "secondary")
        label.setBuddy(field)
        field.setAccessibleName(words)
        field.textEdited.connect(self.trouble.hide)
        self.rows.addSpacing(theme.px(6))
        self.rows.addWidget(label)
        self.rows.addWidget(field)

    def show_trouble(self, words: str) -> None:
        """Say what is wrong; typing takes the words away."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))


class UnlockForm(_Form):
    """Asks for the passphrase of one vault."""

    passphrase_given = Signal(Path, str)
    keychain_asked = Signal(Path)

    def __init__(self) -> None:
        super().__init__("")
        self._folder = Path()
        self.passphrase = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.passphrase.returnPressed.connect(self._give)
        self._where = _labelled("", "meta")
        self.rows.addWidget(self._where)
        self.rows.addSpacing(theme.px(10))
        self.add(self.tr("口令"), self.passphrase)
        self.rows.addWidget(self.trouble)
        self.go = QPushButton(self.tr("解锁"))
        self.go.setProperty("kind", "primary")
        self.go.clicked.connect(self._give)
        keychain = QPushButton(self.tr("用系统钥匙串解锁"))
        keychain.setProperty("kind", "ghost")
        keychain.clicked.connect(lambda: self.keychain_asked.emit(self._folder))
        self.rows.addSpacing(theme.px(14))
        self.rows.addWidget(self.go)
        self.rows.addWidget(keychain)
        self.rows.addStretch(1)
        hint = self.tr("口令不会保存在任何地方。忘记口令时，只有办公室的恢复密钥能打开资料库。")
        self.rows.addWidget(_labelled(hint, "meta"))

    def show_vault(self, folder: Path) -> None:
        """Ask for another vault's passphrase; nothing typed before is kept."""
        self._folder = folder
        self.title.setText(folder.name)
        self._where.setText(str(folder))
        self.passphrase.clear()
        self.show_trouble("")
        self.passphrase.setFocus()

    def show_trouble(self, words: str) -> None:
        super().show_trouble(words)
        if words:
            self.passphrase.selectAll()
            self.passphrase.setFocus()

    def _give(self) -> None:
        if self.passphrase.text():
            self.passphrase_given.emit(self._folder, self.passphrase.text())
        else:
            self.show_trouble(self.tr("请输入口令。"))


class CreateForm(_Form):
    """Asks what a new vault needs."""

    filled = Signal(object)

    def __init__(self, new_in: Path) -> None:
        super().__init__(self.tr("新建资料库"))
        self._new_in = new_in
        self.name = QLineEdit(placeholderText=self.tr("记录和签名用这个名字"))
        self.vault = QLineEdit(self.tr("我的审核"))
        self.first = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.second = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        where = self.tr("每台电脑一个资料库，全部内容加密存放在本机。")
        self.rows.addWidget(_labelled(where, "meta"))
        self.add(self.tr("姓名"), self.name)
        self.rows.addSpacing(theme.px(6))
        self.rows.addLayout(self._roles())
        self.add(self.tr("资料库名称"), self.vault)
        self.add(self.tr("口令（至少 8 个字符）"), self.first)
        self.add(self.tr("再输入一次"), self.second)
        self.rows.addWidget(self.trouble)
        self.rows.addStretch(1)
        self.go = QPushButton(self.tr("新建并打开"))
        self.go.setProperty("kind", "primary")
        self.go.clicked.connect(self._fill)
        self.second.returnPressed.connect(self._fill)
        self.rows.addWidget(self.go)

    def _roles(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(_labelled(self.tr("用途"), "secondary"))
        box = QFrame()
        box.setProperty("role", "segmented")
        inside = QHBoxLayout(box)
        inside.setContentsMargins(*(theme.px(3),) * 4)
        inside.setSpacing(theme.px(2))
        self.auditor, self.office = QPushButton(self.tr("审核员")), QPushButton(self.tr("办公室"))
        for button in (self.auditor, self.office):
            button.setProperty("kind", "segment")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            inside.addWidget(button)
        self.auditor.setChecked(True)
        row.addWidget(box)
        row.addStretch(1)
        return row

    def _fill(self) -> None:
        trouble = self._find_trouble()
        self.show_trouble(trouble)
        if not trouble:
            self.filled.emit(
                Wish(
                    folder=self._new_in / self.vault.text().strip(),
                    name=self.name.text().strip(),
                    role=OFFICE if self.office.isChecked() else AUDITOR,
                    passphrase=self.first.text(),
                )
            )

    def _find_trouble(self) -> str:
        vault = self.vault.text().strip()
        checks = (
            (not self.name.text().strip(), self.tr("请填写姓名。")),
            (not vault or bool(FORBIDDEN & set(vault)) or vault.startswith("."),
             self.tr("资料库名称不能为空，也不能含 \\ / : * ? \" < > | 等字符。")),
            ((self._new_in / vault).exists(), self.tr("已有同名的资料库，请换一个名称。")),
            (len(self.first.text()) < MIN_PASSPHRASE, self.tr("口令至少 8 个字符。")),
            (self.first.text() != self.second.text(), self.tr("两次输入的口令不一致。")),
        )  # fmt: skip
        return next((words for is_wrong, words in checks if is_wrong), "")


def _labelled(words: str, role: str) -> QLabel:
    label = QLabel(words, wordWrap=True)
    label.setProperty("role", role)
    return label
