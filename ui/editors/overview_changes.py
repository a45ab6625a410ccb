"""What was changed in plan and audit: when, by whom, to what; nothing here can be edited."""

from PySide6.QtCore import QCoreApplication

from ui.ask import Ask
from ui.editors.overview_file import AuditFile, Change
from ui.editors.planning_panel import PlanningPanel
from ui.editors.planning_table import PlanningTable
from ui.editors.planning_words import local_minute
from ui.models import Column


class ChangesPanel(PlanningPanel):
    """Newest first."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(QCoreApplication.translate("ChangesPanel", "变更记录"), ask)
        columns: list[tuple[Column[Change], int]] = [
            (Column(title=self.tr("时间"), text=lambda one: local_minute(one.at)), 160),
            (Column(title=self.tr("何人"), text=lambda one: one.by), 110),
            (Column(title=self.tr("何处"), text=lambda one: one.subject), 200),
            (Column(title=self.tr("项目"), text=lambda one: one.field), 140),
            (Column(title=self.tr("改为"), text=lambda one: one.value), 0),
        ]
        self.table = PlanningTable[Change](
            self.tr("变更记录"),
            columns,
            empty=self.tr("还没有变更。"),
            add="",
        )
        self.table.lock(is_locked=True)
        self.add_card(self.table)

    def show_file(self, file: AuditFile) -> None:
        """Show what the journal tells."""
        super().show_file(file)
        self.table.show_records(file.changes)
        words = self.tr("由记录日志得出，共 {count} 处；任何人都不能改")
        self.table.say(words.format(count=len(file.changes)))
