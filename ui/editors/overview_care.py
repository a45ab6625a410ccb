"""How much exists on this machine only, the last backup, and the code of the record."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.editors.overview_file import AuditFile
from ui.editors.planning_words import local_when
from ui.widgets.cards import Card
from ui.widgets.chips import IconLine
from ui.widgets.drawing import META
from ui.widgets.quiet_button import QuietButton

SHOWN = 16


class CareCard(Card):
    """`backup_asked` when a copy shall be made."""

    backup_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = ""
        self._icon = QLabel(self)
        self._alone = QLabel(self, wordWrap=True)
        theme.mark(self._alone, role="section")
        self._last = QLabel(self, wordWrap=True)
        theme.mark(self._last, role="meta")
        self._chain = IconLine("", "link", kind=META.colored("ok"), parent=self)
        self._copy = QuietButton(self.tr("复制"), "copy", self)
        self._copy.setAccessibleName(self.tr("复制记录校验码"))
        self._copy.clicked.connect(self._copy_head)
        self.backup = QPushButton(self.tr("备份…"), self)
        theme.mark(self.backup, kind="tonal")
        theme.dress(self.backup, "hard-drive", "accent")
        self.backup.clicked.connect(self.backup_asked)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.hide()
        self._build()

    def show_file(self, file: AuditFile) -> None:
        """Show what is at stake."""
        is_safe = file.alone <= 0
        icon, tone = ("circle-check", "ok") if is_safe else ("hard-drive", "obs")
        self._icon.setPixmap(theme.pixmap(icon, tone, 20))
        if is_safe:
            self._alone.setText(self.tr("全部记录都有备份"))
        else:
            words = self.tr("只存在于本机的记录 {count} 条")
            self._alone.setText(words.format(count=file.alone))
        self._last.setText(self._last_words(file))
        self._head = file.head
        self._chain.show_fact(self.tr("记录校验码 {code}").format(code=grouped(file.head)))
        self._chain.setToolTip(file.head)

    def show_busy(self, *, is_busy: bool) -> None:
        """While a copy is being made."""
        self.bar.setVisible(is_busy)
        self.backup.setEnabled(not is_busy)
        self.backup.setText(self.tr("正在备份…") if is_busy else self.tr("备份…"))

    def _last_words(self, file: AuditFile) -> str:
        if file.backup is None:
            return self.tr("还没有备份过；建议备份到移动盘")
        words = self.tr("上次备份 {when} · {folder}")
        return words.format(
            when=local_when(file.backup.at, file.today), folder=short_folder(file.backup.folder)
        )

    def _copy_head(self) -> None:
        QGuiApplication.clipboard().setText(self._head)
        self._copy.setText(self.tr("已复制"))
        self._copy.updateGeometry()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        words.addWidget(self._alone)
        words.addWidget(self._last)
        chain = QHBoxLayout()
        chain.setSpacing(theme.px(4))
        chain.addWidget(self._chain)
        chain.addWidget(self._copy)
        chain.addStretch(1)
        words.addLayout(chain)
        words.addWidget(self.bar)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.backup, 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(row)


def grouped(head: str) -> str:
    """The first sixteen digits in fours, as they are read out at the closing meeting."""
    if not head:
        return QCoreApplication.translate("Overview", "（还没有记录）")
    first = head[:SHOWN]
    return " ".join(first[start : start + 4] for start in range(0, len(first), 4)) + " …"


def short_folder(folder: str) -> str:
    """The last two parts of a path."""
    parts = folder.replace("\\", "/").rstrip("/").split("/")
    return "/".join(parts[-2:])
