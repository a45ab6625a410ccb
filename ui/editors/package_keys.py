"""The keys of this device, and the devices it trusts."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from auditor_app.domain import TrustedDevice
from ui import theme
from ui.editors.form import Form
from ui.editors.overview_card import TitledCard
from ui.editors.package_rows import Keys, grouped, read_keys
from ui.editors.planning_table import PlanningTable
from ui.models import Column
from ui.widgets.cards import Card
from ui.widgets.quiet_button import QuietButton

KEY_LENGTH = 56


class KeyLine(QWidget):
    """A key with its button to copy it."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = QLineEdit(readOnly=True)
        self.field.setAccessibleName(name)
        self.copy = QuietButton(self.tr("复制"), "copy", self)
        self.copy.setAccessibleName(self.tr("复制{name}").format(name=name))
        self.copy.clicked.connect(self._copy)
        label = QLabel(name)
        theme.mark(label, role="meta")
        label.setFixedWidth(theme.px(88))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(label)
        row.addWidget(self.field, 1)
        row.addWidget(self.copy)

    def show_key(self, text: str) -> None:
        """Show a key from its beginning."""
        self.field.setText(text)
        self.field.setCursorPosition(0)
        self.field.setToolTip(text)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.field.toolTip())


class KeysCard(TitledCard):
    """Public keys only; `copied` when all of them lie on the clipboard."""

    copied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading.setText(self.tr("本机的公钥"))
        self.say(self.tr("发给对方登记，不怕别人看到"))
        self._keys: Keys | None = None
        self.device = KeyLine(self.tr("设备号"), self)
        self.public = KeyLine(self.tr("签名公钥"), self)
        self.recipient = KeyLine(self.tr("加密公钥"), self)
        self.copy = QuietButton(self.tr("全部复制"), "copy", self)
        self.copy.clicked.connect(self._copy)
        self.act(self.copy)
        self.column.setSpacing(theme.px(8))
        self.column.setContentsMargins(theme.px(18), 0, theme.px(14), theme.px(14))
        for line in (self.device, self.public, self.recipient):
            self.column.addWidget(line)

    def show_keys(self, keys: Keys) -> None:
        """Show them."""
        self._keys = keys
        self.device.show_key(grouped(keys.device_id))
        self.public.show_key(keys.public_key)
        self.recipient.show_key(keys.recipient)

    def _copy(self) -> None:
        if self._keys is not None:
            QGuiApplication.clipboard().setText(self._keys.text())
            self.copy.setText(self.tr("已复制"))
            QTimer.singleShot(2000, self.copy, self._reset)
            self.copied.emit()

    def _reset(self) -> None:
        self.copy.setText(self.tr("全部复制"))


class DevicesCard(Card):
    """Devices whose packages are accepted; `add_asked`, `edit_asked`, `revoke_asked(device)`."""

    add_asked = Signal()
    edit_asked = Signal(object)
    revoke_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns: list[tuple[Column[TrustedDevice], int]] = [
            (Column(title=self.tr("姓名"), text=lambda one: one.name, tone=_tone), 0),
            (Column(title=self.tr("设备号"), text=_short, tone=_tone), 110),
            (Column(title=self.tr("可加密"), text=self._can_encrypt, tone=_tone), 72),
            (Column(title=self.tr("状态"), text=self._state, tone=_tone), 92),
        ]
        self.table = PlanningTable[TrustedDevice](
            self.tr("信任的设备"),
            columns,
            empty=self.tr("还没有登记设备。登记后才收得下对方的包，也才能加密给对方。"),
            add=self.tr("登记"),
        )
        self.table.remove.setText(self.tr("撤销"))
        self.table.add_asked.connect(self.add_asked)
        self.table.edit_asked.connect(self.edit_asked)
        self.table.remove_asked.connect(self.revoke_asked)
        self.body.addWidget(self.table)

    def show_devices(self, devices: tuple[TrustedDevice, ...]) -> None:
        """Show all, the revoked ones last."""
        self.table.show_records(sorted(devices, key=_is_revoked))

    def _can_encrypt(self, device: TrustedDevice) -> str:
        return self.tr("是") if device.recipient else self.tr("否")

    def _state(self, device: TrustedDevice) -> str:
        return self.tr("已撤销") if device.revoked_at else self.tr("信任")


class TrustEditor(Form):
    """Whose device: name, signing key, encryption key; a pasted block fills all three."""

    def __init__(self, device: TrustedDevice | None = None) -> None:
        title = self.tr("登记设备") if device is None else self.tr("修改登记")
        super().__init__(title, icon="key-round", width=600)
        self.block = QPlainTextEdit()
        self.block.setTabChangesFocus(True)
        self.block.setFixedHeight(theme.px(84))
        self.block.setPlaceholderText(self.tr("把对方“全部复制”的内容粘贴在这里，下面会自动填好"))
        self.block.textChanged.connect(self._read)
        self.name = QLineEdit(device.name if device else "")
        self.key = QLineEdit(device.public_key if device else "")
        self.key.setPlaceholderText("RW…")
        self.key.setReadOnly(device is not None)
        self.recipient = QLineEdit(device.recipient if device else "")
        self.recipient.setPlaceholderText(self.tr("age1…，只收不发可以空着"))
        if device is None:
            self.add_field(self.tr("粘贴"), self.block)
        self.add_field(self.tr("姓名"), self.name)
        self.add_field(self.tr("签名公钥"), self.key)
        self.add_field(self.tr("加密公钥"), self.recipient)
        self.add_note(self.tr("登记前请用电话或当面核对，确认公钥确实是此人的。"))
        self.finish(self.tr("信任") if device is None else self.tr("保存"))
        (self.block if device is None else self.name).setFocus()

    def fill(self, *, name: str, public_key: str) -> None:
        """Start from what a package says of its sender."""
        self.name.setText(name)
        self.key.setText(public_key)

    def values(self) -> tuple[str, str, str]:
        """Signing key, name, encryption key."""
        return self.key.text().strip(), self.name.text().strip(), self.recipient.text().strip()

    def find_trouble(self) -> str:
        """A name and a signing key; an encryption key only if it is one."""
        key, name, recipient = self.values()
        if not name:
            return self.tr("请填写姓名。")
        if not key.startswith("RW") or len(key) != KEY_LENGTH:
            return self.tr("签名公钥应以 RW 开头，共 56 个字符。")
        if recipient and read_keys(recipient).recipient != recipient:
            return self.tr("加密公钥应以 age1 开头。不需要加密给对方时可以空着。")
        return ""

    def _read(self) -> None:
        found = read_keys(self.block.toPlainText())
        for field, text in (
            (self.name, found.name),
            (self.key, found.public_key),
            (self.recipient, found.recipient),
        ):
            if text:
                field.setText(text)
                field.setCursorPosition(0)


def _short(device: TrustedDevice) -> str:
    return grouped(device.device_id[:8])


def _is_revoked(device: TrustedDevice) -> bool:
    return device.revoked_at is not None


def _tone(device: TrustedDevice) -> QColor:
    return theme.color("ink3" if device.revoked_at else "ink")
