"""Two pages of the tests: what the frame must be able to do, it must do for any page."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from auditor_app.domain import Audit, Client, RecordId
from auditor_app.vault import Vault
from ui.ask import Ask
from ui.pages.base import Badge, Page, Section
from ui.tasks import Pause, Tasks


class ClientPage(Page[str]):
    """The client's name in a field that keeps itself."""

    KEY = "client"
    TITLE = QT_TRANSLATE_NOOP("Pages", "概况与日程")
    ICON = "layout-dashboard"
    SHOWS = frozenset({Client})

    def __init__(self, tasks: Tasks, ask: Ask, audit_id: RecordId) -> None:
        super().__init__(tasks, ask, audit_id)
        self.loads = 0
        self.aimed: list[object] = []
        self.field = QLineEdit()
        self.field.setAccessibleName("受审核方")
        self.segment = QPushButton("二阶段")
        self.action = QPushButton("拍照取证")
        self._keep = Pause(self, self._save)
        self.field.textEdited.connect(self._keep.restart)
        QVBoxLayout(self).addWidget(self.field)

    @classmethod
    def badge(cls, vault: Vault, audit_id: RecordId) -> Badge | None:
        """The length of the name."""
        return Badge(text=str(len(vault.audits.client(audit_id).name)), is_alert=True)

    def load(self, vault: Vault) -> str:
        """The name."""
        return vault.audits.client(self.audit_id).name

    def show_data(self, data: str) -> None:
        """Shown unless it is being typed."""
        self.loads += 1
        if not self.field.isModified():
            self.field.setText(data)

    def header_widgets(self) -> Sequence[QWidget]:
        """One button."""
        return (self.segment,)

    def header_actions(self) -> Sequence[QWidget]:
        """One button."""
        return (self.action,)

    def commands(self) -> Sequence[QAction]:
        """One command."""
        action = QAction("清空名称", self)
        action.triggered.connect(self.field.clear)
        return (action,)

    def go_to(self, target: object) -> None:
        """Remember it."""
        self.aimed.append(target)

    def flush(self) -> None:
        """Keep the name now."""
        self._keep.finish()

    def _save(self) -> None:
        name = self.field.text()
        audit_id = self.audit_id

        def operation(vault: Vault) -> None:
            vault.audits.keep(_renamed(vault.audits.client(audit_id), name))

        self.tasks.run(self, operation)


class ListPage(Page[int]):
    """How many audits there are."""

    KEY = "list"
    TITLE = QT_TRANSLATE_NOOP("Pages", "全部审核")
    ICON = "folder-open"
    SECTION = Section.WORKSPACE
    SHOWS = frozenset({Audit})

    def __init__(self, tasks: Tasks, ask: Ask, audit_id: RecordId) -> None:
        super().__init__(tasks, ask, audit_id)
        self.button = QPushButton("打开")
        QVBoxLayout(self).addWidget(self.button)
        self.count = -1

    def load(self, vault: Vault) -> int:
        """The count."""
        return len(vault.audits.all())

    def show_data(self, data: int) -> None:
        """Keep it."""
        self.count = data


def _renamed(client: Client, name: str) -> Client:
    return replace(client, name=name)
