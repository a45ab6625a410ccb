"""交接包: sending audits away sealed, taking them in, and whom this device trusts."""

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QT_TRANSLATE_NOOP, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from auditor_app.domain import (
    Audit,
    Client,
    Package,
    Receipt,
    RecordId,
    TeamMember,
    TrustedDevice,
)
from auditor_app.errors import AuditorError
from auditor_app.vault import Vault
from ui import theme
from ui.ask import Ask
from ui.audit_words import team_role_word
from ui.editors.package_keys import DevicesCard, KeysCard, TrustEditor
from ui.editors.package_receive import ReceiveCard
from ui.editors.package_rows import (
    AuditChoice,
    Keys,
    PackageFile,
    Recipient,
    Seen,
    Taken,
    size_word,
)
from ui.editors.package_send import SendCard
from ui.editors.planning_table import PlanningTable
from ui.editors.planning_words import local_minute
from ui.models import Column
from ui.pages.base import Badge, Page, Section
from ui.tasks import Tasks
from ui.widgets.cards import Card

KINDS = "*.age"


class PackagesPage(Page[PackageFile]):
    """Left what goes and comes, right the keys."""

    KEY = "packages"
    TITLE = QT_TRANSLATE_NOOP("Pages", "交接包")
    ICON = "package"
    SECTION = Section.WORKSPACE
    SHOWS = frozenset({Package, Receipt, TrustedDevice, Audit, Client, TeamMember})

    def __init__(self, tasks: Tasks, ask: Ask, audit_id: RecordId) -> None:
        super().__init__(tasks, ask, audit_id)
        self.file: PackageFile | None = None
        self.send, self.receive = SendCard(), ReceiveCard()
        self.keys, self.devices = KeysCard(), DevicesCard()
        self.sent, self.receipts = self._sent_table(), self._receipt_table()
        self.setAcceptDrops(True)
        self._build()
        self.send.pack_asked.connect(self.pack)
        self.receive.choose_asked.connect(self.choose_package)
        self.receive.chosen.connect(self.verify)
        self.receive.receive_asked.connect(self.take_in)
        self.receive.trust_asked.connect(self._trust_sender)
        self.receive.open_asked.connect(self.audit_chosen)
        self.devices.add_asked.connect(self.add_device)
        self.devices.edit_asked.connect(self._edit_device)
        self.devices.revoke_asked.connect(self._revoke)

    @classmethod
    def badge(cls, vault: Vault, audit_id: RecordId) -> Badge | None:
        """How many came in."""
        del audit_id
        count = len(vault.packages.receipts())
        return Badge(text=str(count)) if count else None

    def load(self, vault: Vault) -> PackageFile:
        """Keys, devices, audits, and what went and came, newest first."""
        me = vault.identity
        devices = tuple(vault.devices.trusted())
        cards = vault.audits.cards()
        titles = {str(one.audit.id): f"{one.client.name}  {one.audit.number}" for one in cards}
        sent = [one for card in cards for one in vault.packages.sent(card.audit.id)]
        choices = tuple(
            AuditChoice(
                audit=card.audit,
                title=titles[card.audit.id],
                recipients=_recipients(devices, vault.audits.team(card.audit.id), me.recipient),
            )
            for card in cards
        )
        names = {one.key: one.name for choice in choices for one in choice.recipients}
        return PackageFile(
            keys=Keys(
                name=me.name,
                device_id=me.device_id,
                public_key=me.public_key,
                recipient=me.recipient,
            ),
            devices=devices,
            audits=choices,
            sent=tuple(sorted(sent, key=lambda one: one.made_at, reverse=True)),
            receipts=tuple(
                sorted(vault.packages.receipts(), key=lambda one: one.made_at, reverse=True)
            ),
            titles=titles,
            names=names,
        )

    def show_data(self, data: PackageFile) -> None:
        """What is being verified or told stays."""
        self.file = data
        self.keys.show_keys(data.keys)
        self.devices.show_devices(data.devices)
        self.send.show_choices(data.audits, self.audit_id)
        self.sent.show_records(data.sent)
        self.receipts.show_records(data.receipts)

    def panes(self) -> Sequence[QWidget]:
        """Sending, receiving, keys, devices."""
        return (self.send, self.receive, self.keys, self.devices)

    def commands(self) -> Sequence[QAction]:
        """Receiving, copying the keys, trusting."""
        found = []
        for words, act in (
            (self.tr("接收交接包…"), self.choose_package),
            (self.tr("复制本机的公钥"), self.keys.copy.click),
            (self.tr("登记设备…"), self.add_device),
        ):
            action = QAction(words, self)
            action.triggered.connect(act)
            found.append(action)
        return found

    def go_to(self, target: object) -> None:
        """A path: look at that package."""
        if isinstance(target, Path):
            self.verify(target)

    def pack(self, choice: AuditChoice, recipients: tuple[str, ...]) -> None:
        """Write the package where the person says."""
        name = f"{choice.audit.number}.age"
        path = self.ask.save_as(self.tr("交接包存到"), name=name, kinds=KINDS)
        if path is None:
            return
        self.send.show_state(self.tr("正在加密、写出并回读核对…"), is_busy=True)
        self.tasks.run(
            self,
            lambda vault: vault.packages.pack(choice.audit, recipients, path),
            partial(self._tell_packed, path),
            self._fail_packing,
        )

    def choose_package(self) -> None:
        """Ask which file."""
        path = self.ask.file(self.tr("选择交接包"), kinds=KINDS)
        if path is not None:
            self.verify(path)

    def verify(self, path: Path) -> None:
        """Prove a package; nothing of it is kept."""
        self.receive.show_busy(self.tr("正在核对 {name}…").format(name=path.name))
        self.tasks.run(
            self, partial(self._look, path), self.receive.show_seen, self._fail_receiving
        )

    def take_in(self, seen: Seen) -> None:
        """Take a proven package in: all of it or nothing."""
        self.receive.show_busy(self.tr("正在收下 {name}…").format(name=Path(seen.path).name))
        self.tasks.run(
            self, partial(self._receive, seen), self.receive.show_taken, self._fail_receiving
        )

    def add_device(self) -> None:
        """Trust one more device."""
        self._ask_trust(TrustEditor(), _nothing)

    def _look(self, path: Path, vault: Vault) -> Seen:
        opened = vault.packages.verify(path)
        info = opened.info
        return Seen(
            path=str(path),
            audit_id=info.audit_id,
            title=self._title(vault, info.audit_id),
            sender=info.sender_name,
            device=info.sender_device,
            key=info.sender_key,
            number=info.number,
            made_at=info.made_at,
            lines=opened.lines,
            photos=opened.evidence,
            size=info.octets,
            is_trusted=opened.is_trusted,
        )

    def _receive(self, seen: Seen, vault: Vault) -> Taken:
        done = vault.packages.receive(Path(seen.path))
        return Taken(
            audit_id=done.audit_id,
            title=self._title(vault, done.audit_id),
            sender=done.sender,
            lines=done.lines,
            known=done.known,
            photos=done.photos,
            held=Counter(one.why for one in done.held),
            is_new=done.is_new,
        )

    def _title(self, vault: Vault, audit_id: str) -> str:
        for card in vault.audits.cards():
            if card.audit.id == audit_id:
                return f"{card.client.name}  {card.audit.number}"
        return self.tr("本机还没有的一次审核")

    def _tell_packed(self, path: Path, package: Package) -> None:
        words = self.tr("已写出 {path}\n{size}，记录 {records} 行，照片 {photos} 张；已回读核对。")
        self.send.show_state(
            words.format(
                path=path,
                size=size_word(package.size),
                records=package.records,
                photos=package.photos,
            ),
            tone="ok",
        )

    def _fail_packing(self, error: AuditorError) -> None:
        self.send.show_state(str(error), tone="major")

    def _fail_receiving(self, error: AuditorError) -> None:
        self.receive.show_trouble(str(error))

    def _trust_sender(self, seen: Seen) -> None:
        editor = TrustEditor()
        editor.fill(name=seen.sender, public_key=seen.key)
        self._ask_trust(editor, lambda _: self.verify(Path(seen.path)))

    def _edit_device(self, device: TrustedDevice) -> None:
        self._ask_trust(TrustEditor(device), _nothing)

    def _ask_trust(self, editor: TrustEditor, then: Callable[[object], object]) -> None:
        if self.ask.finish(editor):
            key, name, recipient = editor.values()
            self.tasks.run(self, lambda vault: vault.devices.trust(key, name, recipient), then)

    def _revoke(self, device: TrustedDevice) -> None:
        question = self.tr("不再信任 {name} 的这台设备？").format(name=device.name)
        detail = self.tr("以后不再收它签名的包。已收下的记录不受影响；需要时可以重新登记。")
        action = self.tr("撤销信任")
        if self.ask.confirm(question, detail=detail, action=action, is_risky=True):
            ident = device.device_id
            self.tasks.run(self, lambda vault: vault.devices.revoke(ident))

    def _sent_table(self) -> PlanningTable[Package]:
        columns: list[tuple[Column[Package], int]] = [
            (Column(title=self.tr("时间"), text=_packed), 140),
            (Column(title=self.tr("审核"), text=lambda one: self._name_of(one.about_audit)), 0),
            (Column(title=self.tr("收件人"), text=self._to), 130),
            (Column(title=self.tr("照片"), text=lambda one: str(one.photos)), 64),
            (Column(title=self.tr("大小"), text=lambda one: size_word(one.size)), 84),
        ]
        table = PlanningTable(
            self.tr("发出的包"), columns, empty=self.tr("还没有发出过交接包。"), add=""
        )
        table.lock(is_locked=True)
        return table

    def _receipt_table(self) -> PlanningTable[Receipt]:
        columns: list[tuple[Column[Receipt], int]] = [
            (Column(title=self.tr("时间"), text=_received), 140),
            (Column(title=self.tr("审核"), text=lambda one: self._name_of(one.about_audit)), 0),
            (Column(title=self.tr("发件人"), text=lambda one: one.sender), 100),
            (Column(title=self.tr("新记录"), text=lambda one: str(one.records)), 76),
        ]
        table = PlanningTable(
            self.tr("收到的包"), columns, empty=self.tr("还没有收到过交接包。"), add=""
        )
        table.lock(is_locked=True)
        return table

    def _name_of(self, audit_id: str) -> str:
        return self.file.titles.get(audit_id, "—") if self.file else "—"

    def _to(self, package: Package) -> str:
        names = self.file.names if self.file else {}
        return "、".join(names.get(key, f"{key[:10]}…") for key in package.recipients)

    def _build(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        sent, came = Card(), Card()
        sent.body.addWidget(self.sent)
        came.body.addWidget(self.receipts)
        for column, cards in (
            (left, (self.send, self.receive, sent)),
            (right, (self.keys, self.devices, came)),
        ):
            column.setSpacing(theme.px(14))
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        inner = QWidget()
        inner.setProperty("role", "page")
        row = QHBoxLayout(inner)
        edge = theme.px(28)
        row.setContentsMargins(edge, theme.px(16), edge, theme.px(16))
        row.setSpacing(theme.px(14))
        row.addLayout(left, 56)
        row.addLayout(right, 44)
        area = QScrollArea()
        area.setAccessibleName(self.tr("交接包"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inner)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(area)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A package may be dropped anywhere on the page."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at the first file."""
        self.receive.zone.dropEvent(event)


def _recipients(
    devices: Sequence[TrustedDevice], team: Sequence[TeamMember], mine: str
) -> tuple[Recipient, ...]:
    """Trusted devices first, then team members whose device is known."""
    found = {
        one.recipient: Recipient(name=one.name, key=one.recipient)
        for one in devices
        if one.recipient and one.revoked_at is None
    }
    gone = {one.recipient for one in devices if one.revoked_at is not None}
    for member in team:
        if member.recipient and member.recipient not in gone | {mine}:
            note = team_role_word(member.role)
            found.setdefault(
                member.recipient, Recipient(name=member.name, key=member.recipient, note=note)
            )
    return tuple(found.values())


def _packed(package: Package) -> str:
    return local_minute(package.packed_at or package.made_at)


def _received(receipt: Receipt) -> str:
    return local_minute(receipt.received_at or receipt.made_at)


def _nothing(_: object) -> None:
    """What follows when nothing needs to."""
