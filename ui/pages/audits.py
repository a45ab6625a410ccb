"""全部审核: every audit of this vault, and how far it has come."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import (
    QT_TRANSLATE_NOOP,
    QCoreApplication,
    QPointF,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from auditor_app.domain import (
    Answer,
    Audit,
    AuditKind,
    AuditState,
    Client,
    Evidence,
    Nonconformity,
    PlanSlot,
    Record,
    RecordId,
    TeamMember,
    TeamRole,
    Visit,
)
from auditor_app.vault import NewAudit, Vault
from ui import theme
from ui.ask import Ask
from ui.audit_words import ENDED, kind_word, span, state_tone, state_word
from ui.editors.new_audit import NewAuditEditor
from ui.models import RECORD_ROLE, Column, Index, RecordTable
from ui.pages.base import Badge, Page, Section
from ui.tasks import Tasks
from ui.widgets import drawing
from ui.widgets.chips import Chip, FilterChips
from ui.widgets.empty import EmptyState

ROW = 56
CLIENT, KIND, DAYS, STATE, PROGRESS, FINDINGS, PHOTOS = range(7)
WIDTHS = {KIND: 120, DAYS: 180, STATE: 120, PROGRESS: 180, FINDINGS: 90, PHOTOS: 80}
RUNNING, OVER = "running", "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow:
    """An audit as the list shows it; `items` is what the visit going on must ask."""

    id: RecordId
    client: str
    number: str
    rulebook: str
    kind: AuditKind
    state: AuditState
    first_day: date | None
    last_day: date | None
    answered: int
    items: int
    nonconformities: int
    photos: int

    @property
    def is_over(self) -> bool:
        """Whether nothing is to be done here any more."""
        return self.state in ENDED


class AuditsPage(Page[tuple[AuditRow, ...]]):
    """Enter or a double click shows an audit in the whole window."""

    KEY = "audits"
    TITLE = QT_TRANSLATE_NOOP("Pages", "全部审核")
    ICON = "folder-open"
    SECTION = Section.WORKSPACE
    SHOWS = frozenset({Audit, Client, Visit, PlanSlot, Answer, Nonconformity, Evidence})

    def __init__(self, tasks: Tasks, ask: Ask, audit_id: RecordId) -> None:
        super().__init__(tasks, ask, audit_id)
        self.rows: tuple[AuditRow, ...] = ()
        self.chips = FilterChips()
        self.chips.chosen.connect(self._filter)
        self.model = RecordTable[AuditRow](self._columns())
        self.table = _Table(self.model)
        self.table.opened.connect(self._open)
        self.nothing = EmptyState(
            "folder-open",
            self.tr("还没有审核"),
            help_line=self.tr("新建一个，或导入办公室发来的交接包。"),
            action=self.tr("新建审核"),
        )
        self.nothing.wanted.connect(self.start_new)
        self.new = QPushButton(self.tr("新建审核"))
        self.new.setProperty("kind", "tonal")
        theme.dress(self.new, "plus", "accent")
        self.new.clicked.connect(self.start_new)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list())
        self._stack.addWidget(self.nothing)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._stack)

    @classmethod
    def badge(cls, vault: Vault, audit_id: RecordId) -> Badge | None:
        """How many audits there are."""
        del audit_id
        count = len(vault.audits.all())
        return Badge(text=str(count)) if count else None

    def load(self, vault: Vault) -> tuple[AuditRow, ...]:
        """Every audit, newest first, with the progress of the visit going on."""
        rows = []
        for card in vault.audits.cards():
            visit = vault.standing.current_visit(card.audit)
            state = vault.checklists.state(card.audit.id, visit.id) if visit else None
            rows.append(
                AuditRow(
                    id=card.audit.id,
                    client=card.client.name,
                    number=card.audit.number,
                    rulebook=f"{card.audit.rulebook} {card.audit.rulebook_edition}",
                    kind=card.audit.kind,
                    state=card.audit.state,
                    first_day=min((one.first_day for one in card.visits), default=None),
                    last_day=max((one.last_day for one in card.visits), default=None),
                    answered=state.answered if state else 0,
                    items=len(state.items) if state else 0,
                    nonconformities=card.nonconformities,
                    photos=card.photos,
                )
            )
        return tuple(rows)

    def show_data(self, data: tuple[AuditRow, ...]) -> None:
        """Keep the row that was chosen, by its audit."""
        self.rows = data
        self.chips.show_chips(self.filters())
        self._filter(self.chips.chosen_key())
        self._stack.setCurrentIndex(0 if data else 1)

    def filters(self) -> tuple[Chip, ...]:
        """All, running, ended, each with its count."""
        over = sum(row.is_over for row in self.rows)
        return (
            Chip(key="all", word=self.tr("全部"), count=len(self.rows)),
            Chip(key=RUNNING, word=self.tr("进行中"), count=len(self.rows) - over),
            Chip(key=OVER, word=self.tr("已结束"), count=over),
        )

    def header_actions(self) -> Sequence[QWidget]:
        """新建审核."""
        return (self.new,)

    def start_new(self) -> None:
        """Ask for a new audit, start it, and show it in the whole window."""
        editor = NewAuditEditor()
        if self.ask.finish(editor):
            self.tasks.run(self, partial(_start, editor.audit(), editor.visit), self._open)

    def panes(self) -> Sequence[QWidget]:
        """Filter, then list."""
        return (self.chips, self.table)

    def commands(self) -> Sequence[QAction]:
        """Starting an audit, opening the chosen one."""
        found = []
        for words, act in (
            (self.tr("新建审核"), self.start_new),
            (self.tr("打开选中的审核"), self.table.open_current),
        ):
            action = QAction(words, self)
            action.triggered.connect(act)
            found.append(action)
        return found

    @classmethod
    def shortcuts(cls) -> Sequence[tuple[str, str]]:
        """The keys of the list."""
        translate = QCoreApplication.translate
        return (
            ("↑ ↓", translate("AuditsPage", "选择审核")),
            ("Enter", translate("AuditsPage", "打开选中的审核")),
        )

    def go_to(self, target: object) -> None:
        """Choose the row of an audit by its id."""
        self._choose(str(target))

    def _list(self) -> QWidget:
        box = QWidget()
        rows = QVBoxLayout(box)
        edge = theme.px(28)
        rows.setContentsMargins(edge, theme.px(18), edge, theme.px(14))
        rows.setSpacing(theme.px(10))
        hint = QLabel(self.tr("双击或按 Enter 打开"))
        hint.setProperty("role", "meta")
        head = QHBoxLayout()
        head.addWidget(self.chips, 1)
        head.addWidget(hint)
        rows.addLayout(head)
        rows.addWidget(self.table, 1)
        return box

    def _columns(self) -> list[Column[AuditRow]]:
        right = Qt.AlignmentFlag.AlignRight
        return [
            Column(title=self.tr("受审核方"), text=lambda row: f"{row.client}，{row.number}"),
            Column(title=self.tr("类型"), text=lambda row: kind_word(row.kind)),
            Column(title=self.tr("日期"), text=_days),
            Column(title=self.tr("状态"), text=lambda row: state_word(row.state)),
            Column(title=self.tr("检查进度"), text=lambda row: f"{row.answered}/{row.items}"),
            Column(
                title=self.tr("不符合项"), text=lambda row: str(row.nonconformities), align=right
            ),
            Column(title=self.tr("照片"), text=lambda row: str(row.photos), align=right),
        ]

    def _filter(self, key: str) -> None:
        chosen = self.table.current()
        shown = [row for row in self.rows if key in {"all", OVER if row.is_over else RUNNING}]
        self.model.show(shown)
        self._choose(chosen.id if chosen else self.audit_id)

    def _choose(self, audit_id: str) -> None:
        count = self.model.rowCount()
        ids = [self.model.record(self.model.index(row, 0)).id for row in range(count)]
        if ids:
            self.table.selectRow(ids.index(RecordId(audit_id)) if audit_id in ids else 0)

    def _open(self, audit_id: str) -> None:
        self.audit_chosen.emit(audit_id)


class _Table(QTableView):
    """Whole rows; Enter or a double click opens one."""

    opened = Signal(str)

    def __init__(self, model: RecordTable[AuditRow]) -> None:
        super().__init__()
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_Cells(self))
        self.setAccessibleName(self.tr("全部审核"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionResizeMode(CLIENT, QHeaderView.ResizeMode.Stretch)
        for column, wide in WIDTHS.items():
            self.setColumnWidth(column, theme.px(wide))
        self.doubleClicked.connect(self._open)

    def current(self) -> AuditRow | None:
        """The row chosen."""
        index = self.currentIndex()
        return self._model.record(index) if index.isValid() else None

    def open_current(self) -> None:
        """Open the row chosen."""
        self._open(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.open_current()
        else:
            super().keyPressEvent(event)

    def _open(self, index: Index) -> None:
        if index.isValid():
            self.opened.emit(self._model.record(index).id)


class _Cells(QStyledItemDelegate):
    """Client in two lines, the state as a pill, progress as a bar."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: AuditRow = index.data(RECORD_ROLE)
        cell = QRectF(option.rect)
        painter.save()
        drawing.smooth(painter)
        self._ground(painter, option, cell)
        inner = cell.adjusted(theme.px(10), 0, -theme.px(10), 0)
        match index.column():
            case 0:
                self._client(painter, inner, row)
            case 3:
                middle = QPointF(inner.left(), inner.center().y())
                is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
                ground = "surface" if is_chosen else ""
                words, tone = state_word(row.state), state_tone(row.state)
                drawing.pill(painter, middle, words, tone, ground=ground)
            case 4:
                self._progress(painter, inner, row)
            case column:
                align = drawing.RIGHT if column >= FINDINGS else drawing.LEFT
                words = str(index.data(Qt.ItemDataRole.DisplayRole))
                drawing.write(painter, inner, words, drawing.SECONDARY, align=align)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, cell: QRectF) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(cell, theme.color("accent_soft"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(cell, theme.color("sunken"))
        painter.fillRect(
            QRectF(cell.left(), cell.bottom() - 1, cell.width(), 1), theme.color("line")
        )

    def _client(self, painter: QPainter, inner: QRectF, row: AuditRow) -> None:
        half = inner.height() / 2
        upper = QRectF(inner.left(), inner.top() + theme.px(5), inner.width(), half)
        lower = QRectF(inner.left(), inner.center().y() - theme.px(1), inner.width(), half)
        lower.setHeight(half - theme.px(5))
        drawing.write(painter, upper, row.client, drawing.STRONG)
        drawing.write(painter, lower, f"{row.number} · {row.rulebook}", drawing.META)

    def _progress(self, painter: QPainter, inner: QRectF, row: AuditRow) -> None:
        words = f"{row.answered}/{row.items}" if row.items else "—"
        room = QRectF(inner)
        room.setLeft(inner.right() - theme.px(56))
        drawing.write(painter, room, words, drawing.META, align=drawing.RIGHT)
        if row.items:
            high = theme.px(5)
            track = QRectF(inner.left(), inner.center().y() - high / 2, 0, high)
            track.setRight(room.left() - theme.px(4))
            drawing.box(painter, track, fill="line", radius=3)
            done = QRectF(track)
            done.setWidth(track.width() * row.answered / row.items)
            if row.answered:
                drawing.box(
                    painter, done, fill="ok" if row.answered == row.items else "accent", radius=3
                )


def _start(new: NewAudit, visit: Callable[[RecordId], Visit], vault: Vault) -> RecordId:
    """Start it with its first visit; who starts it leads the team until the office says else."""
    audit = vault.audits.start(new)
    me = vault.identity
    leader = TeamMember(
        audit_id=audit.id,
        name=me.name,
        role=TeamRole.LEADER,
        device_id=me.device_id,
        public_key=me.public_key,
        recipient=me.recipient,
    )
    records: list[Record] = [visit(audit.id), leader]
    vault.audits.keep_all(records)
    return audit.id


def _days(row: AuditRow) -> str:
    return span(row.first_day, row.last_day) if row.first_day and row.last_day else "—"
