"""The audit team: who, in which part, with which registration."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from auditor_app.domain import TeamMember, TeamRole
from ui import theme
from ui.ask import Ask
from ui.audit_words import team_role_word
from ui.editors.overview_file import AuditFile
from ui.editors.planning_member import MemberEditor
from ui.editors.planning_panel import PlanningPanel
from ui.editors.planning_table import PlanningTable
from ui.editors.planning_words import team_line
from ui.models import Column


class TeamPanel(PlanningPanel):
    """A table, and one press to join it oneself with this device's keys."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(QCoreApplication.translate("TeamPanel", "审核组"), ask)
        self.table = self._build_table()
        self.table.add_asked.connect(self._add)
        self.table.edit_asked.connect(self._edit)
        self.table.remove_asked.connect(self._remove)
        self.join = QPushButton(self.tr("把我加入审核组"))
        theme.mark(self.join, kind="tonal")
        theme.dress(self.join, "user-plus", "accent")
        self.join.clicked.connect(self._join)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.join)
        row.addStretch(1)
        self.add_card(self.table, foot)
        self._foot = foot

    def show_file(self, file: AuditFile) -> None:
        """Show the team."""
        super().show_file(file)
        self.table.show_records(file.team)
        self.table.say(team_line(file.team))
        self.table.lock(is_locked=file.is_over)
        self._foot.setVisible(not file.is_over and not self._is_in(file))

    def _build_table(self) -> PlanningTable[TeamMember]:
        columns: list[tuple[Column[TeamMember], int]] = [
            (Column(title=self.tr("姓名"), text=lambda one: one.name), 110),
            (Column(title=self.tr("身份"), text=lambda one: team_role_word(one.role)), 124),
            (Column(title=self.tr("注册号"), text=lambda one: one.registration_number), 0),
            (Column(title=self.tr("有效期至"), text=_until), 110),
            (Column(title=self.tr("专业代码"), text=lambda one: " ".join(one.area_codes)), 170),
            (Column(title=self.tr("单位"), text=lambda one: one.employer), 0),
            (Column(title=self.tr("公正性"), text=self._impartial), 90),
            (Column(title=self.tr("设备"), text=self._device), 90),
        ]
        return PlanningTable(
            self.tr("审核组"),
            columns,
            empty=self.tr("还没有人。至少要有一名组长，才能开始审核。"),
            add=self.tr("添加成员"),
        )

    def _impartial(self, member: TeamMember) -> str:
        return self.tr("已声明") if member.declared_impartial_at else self.tr("未声明")

    def _device(self, member: TeamMember) -> str:
        return self.tr("已登记") if member.device_id else "—"

    def _is_in(self, file: AuditFile) -> bool:
        mine = {file.me.name, file.me.device_id}
        return any(one.name in mine or (one.device_id or None) in mine for one in file.team)

    def _join(self) -> None:
        if self.file is None:
            return
        me = self.file.me
        has_leader = any(one.role is TeamRole.LEADER for one in self.file.team)
        draft = TeamMember(
            audit_id=self.file.audit.id,
            name=me.name,
            role=TeamRole.AUDITOR if has_leader else TeamRole.LEADER,
            device_id=me.device_id,
            public_key=me.public_key,
            recipient=me.recipient,
        )
        self.run(MemberEditor(draft, self.file.team, is_new=True))

    def _add(self) -> None:
        if self.file is not None:
            has_leader = any(one.role is TeamRole.LEADER for one in self.file.team)
            role = TeamRole.AUDITOR if has_leader else TeamRole.LEADER
            draft = TeamMember(audit_id=self.file.audit.id, name="", role=role)
            self.run(MemberEditor(draft, self.file.team, is_new=True))

    def _edit(self, member: TeamMember) -> None:
        if self.file is not None:
            others = tuple(one for one in self.file.team if one.id != member.id)
            self.run(MemberEditor(member, others, is_new=False), member)

    def _remove(self, member: TeamMember) -> None:
        self.ask_removal(member, member.name)


def _until(member: TeamMember) -> str:
    return member.registration_until.isoformat() if member.registration_until else "—"
