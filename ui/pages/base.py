"""A page is two functions: `load(vault)` off the screen, `show_data(data)` on it."""

from abc import abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from auditor_app.domain import Record
from auditor_app.domain.record import RecordId
from auditor_app.vault import Vault
from ui.ask import Ask
from ui.tasks import Kinds, Tasks

T = TypeVar("T")


class Section(StrEnum):
    """Where the sidebar lists a page."""

    AUDIT = "audit"
    WORKSPACE = "workspace"


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """What stands beside a page's name in the sidebar; `is_alert` makes it a coloured pill."""

    text: str
    is_alert: bool = False


class Page(QWidget, Generic[T]):
    """A page of the window, made anew for each audit, language and text size.

    So a page reads `self.tr(...)` and `theme.px(...)` while it is built and never has to change
    them. It loads when first shown and again when a commit touches `SHOWS`: at once if it is
    visible, otherwise when it is shown next.
    """

    KEY: ClassVar[str]
    """The name other pages navigate by; never shown."""
    TITLE: ClassVar[object]
    """In Chinese, written `QT_TRANSLATE_NOOP("Pages", "…")`, which Qt's stubs call an object."""
    ICON: ClassVar[str]
    SECTION: ClassVar[Section] = Section.AUDIT
    SHOWS: ClassVar[frozenset[type[Record]]]

    navigate = Signal(str, object)
    """(key of a page, target): go there; the target is handed to that page's `go_to`."""
    audit_chosen = Signal(str)
    """The id of the audit that the whole window shall show."""

    def __init__(self, tasks: Tasks, ask: Ask, audit_id: RecordId) -> None:
        super().__init__()
        self.tasks = tasks
        self.ask = ask
        self.audit_id = audit_id
        self._stale = True
        self.has_shown = False
        self._target: object = None
        self.setProperty("role", "page")
        tasks.committed.connect(self._on_committed)

    @classmethod
    def title(cls) -> str:
        """The page's name in the language of the screen."""
        return QCoreApplication.translate("Pages", str(cls.TITLE))

    @classmethod
    def badge(cls, vault: Vault, audit_id: RecordId) -> Badge | None:
        """The count beside the name. Runs on the vault's thread, also for pages not yet opened."""
        del vault, audit_id
        return None

    @abstractmethod
    def load(self, vault: Vault) -> T:
        """Gather what the page shows. Runs on the vault's thread: no widgets here."""

    @abstractmethod
    def show_data(self, data: T) -> None:
        """Put it on the screen. Runs on the Qt thread: no vault here.

        Called again after every commit that touches `SHOWS`: keep selection, scroll position and
        text being typed.
        """

    def header_widgets(self) -> Sequence[QWidget]:
        """What stands right of the title: usually one segmented control."""
        return ()

    def header_actions(self) -> Sequence[QWidget]:
        """What stands at the right end of the header: one tonal or outlined button, or none."""
        return ()

    def commands(self) -> Sequence[QAction]:
        """What the search box (Ctrl+K) offers while this page is open."""
        return ()

    @classmethod
    def shortcuts(cls) -> Sequence[tuple[str, str]]:
        """(keys, what they do), for the sheet F1 shows."""
        return ()

    def panes(self) -> Sequence[QWidget]:
        """The regions F6 walks through, in order; each must take focus or hold what does."""
        return (self,)

    def go_to(self, target: object) -> None:
        """Show one thing: called after data was shown when another page navigated here."""
        del target

    def flush(self) -> None:
        """Keep what is being typed: called before page, audit or window changes, and on Ctrl+S."""

    def refresh(self) -> None:
        """Load and show again."""
        self._stale = False
        self.tasks.run(self, self.load, self._take)

    def aim(self, target: object) -> None:
        """Remember where to go once the data is there; at once if it is there already."""
        self._target = target
        if self.has_shown and not self._stale:
            self._hit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        self.flush()
        super().hideEvent(event)

    def _take(self, data: T) -> None:
        self.show_data(data)
        self.has_shown = True
        self._hit()

    def _hit(self) -> None:
        target, self._target = self._target, None
        if target is not None:
            self.go_to(target)

    def _on_committed(self, kinds: Kinds) -> None:
        self._stale = self._stale or bool(kinds & self.SHOWS)
        if self._stale and self.isVisible():
            self.refresh()
