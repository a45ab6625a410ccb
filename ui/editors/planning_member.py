"""A person of the audit team."""

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from auditor_app.domain import RecordId, TeamMember, TeamRole, now
from ui import theme
from ui.audit_words import team_role_word
from ui.editors.form import Form
from ui.editors.planning_dates import DayField
from ui.editors.planning_visit import split_clauses


class MemberEditor(Form):
    """Name, role, registration, codes, who guides a trainee, impartiality."""

    def __init__(self, draft: TeamMember, others: tuple[TeamMember, ...], *, is_new: bool) -> None:
        title = self.tr("添加审核组成员") if is_new else self.tr("修改审核组成员")
        super().__init__(title, icon="users", width=560)
        self._draft, self._others = draft, others
        self.name = QLineEdit(draft.name)
        self.role = QComboBox()
        for role in TeamRole:
            self.role.addItem(team_role_word(role), role)
        self.role.setCurrentIndex(self.role.findData(draft.role))
        self.number = QLineEdit(draft.registration_number)
        self.until = DayField(draft.registration_until, may_be_empty=self.tr("未填写"))
        self.codes = QLineEdit(" ".join(draft.area_codes))
        self.codes.setPlaceholderText(self.tr("例如 18.05.02 17.12.00"))
        self.guide = QComboBox()
        self.guide.addItem(self.tr("无"), "")
        for one in others:
            if one.role in {TeamRole.LEADER, TeamRole.AUDITOR}:
                self.guide.addItem(one.name, one.id)
        self.guide.setCurrentIndex(max(self.guide.findData(draft.guided_by or ""), 0))
        self.employer, self.title = QLineEdit(draft.employer), QLineEdit(draft.title)
        self.phone = QLineEdit(draft.phone)
        self.impartial = QCheckBox(self.tr("已声明与受审核方无利害关系"))
        self.impartial.setChecked(draft.declared_impartial_at is not None)
        self._add_pairs()
        self.rows.addWidget(self.impartial)
        if draft.device_id:
            self.add_note(self.tr("已记下此人设备的公钥，来自该设备的记录会被接受。"))
        self.finish(self.tr("添加") if is_new else self.tr("保存"))
        self.role.currentIndexChanged.connect(self._show_guide)
        self._show_guide()
        self.name.setFocus()

    def record(self) -> TeamMember:
        """The person as typed."""
        declared = self._draft.declared_impartial_at or now()
        guide = str(self.guide.currentData() or "")
        role = TeamRole(self.role.currentData())
        return replace(
            self._draft,
            name=self.name.text().strip(),
            role=role,
            registration_number=self.number.text().strip(),
            registration_until=self.until.value(),
            area_codes=split_clauses(self.codes.text()),
            guided_by=RecordId(guide) if guide and role is TeamRole.TRAINEE else None,
            employer=self.employer.text().strip(),
            title=self.title.text().strip(),
            phone=self.phone.text().strip(),
            declared_impartial_at=declared if self.impartial.isChecked() else None,
        )

    def find_trouble(self) -> str:
        """A name, one leader only."""
        if not self.name.text().strip():
            return self.tr("请填写姓名。")
        if any(one.name == self.name.text().strip() for one in self._others):
            return self.tr("审核组里已有同名的人，请加以区分。")
        is_leader = self.role.currentData() == TeamRole.LEADER
        if is_leader and any(one.role is TeamRole.LEADER for one in self._others):
            return self.tr("审核组已有组长。请先把原组长改为其他身份。")
        return ""

    def _show_guide(self) -> None:
        self.guide.setEnabled(self.role.currentData() == TeamRole.TRAINEE)

    def _add_pairs(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(14))
        grid.setVerticalSpacing(theme.px(4))
        fields: tuple[tuple[str, QWidget], ...] = (
            (self.tr("姓名"), self.name),
            (self.tr("身份"), self.role),
            (self.tr("注册号"), self.number),
            (self.tr("注册有效期至"), self.until),
            (self.tr("专业代码"), self.codes),
            (self.tr("实习指导人"), self.guide),
            (self.tr("所属单位"), self.employer),
            (self.tr("职称"), self.title),
            (self.tr("电话"), self.phone),
        )
        for place, (word, field) in enumerate(fields):
            row, column = divmod(place, 2)
            label = QLabel(word)
            theme.mark(label, role="secondary")
            label.setBuddy(field)
            field.setAccessibleName(word)
            grid.addWidget(label, row * 2, column)
            grid.addWidget(field, row * 2 + 1, column)
            grid.setColumnStretch(column, 1)
        self.rows.addLayout(grid)
