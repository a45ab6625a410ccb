"""Listing a person for a meeting: name, role, department, post, or why the person is absent."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit

from auditor_app.domain import Attendance, AttendeeRole
from ui.editors.form import Form
from ui.widgets.words import role_word


class AttendeeEditor(Form):
    """Turns a draft into an `Attendance`; with `is_absence` the reason is asked for as well."""

    def __init__(self, draft: Attendance, *, is_absence: bool = False) -> None:
        super().__init__(
            _title(draft, is_absence=is_absence), icon="user-plus" if not draft.name else "user"
        )
        self._draft = draft
        self.name = QLineEdit(draft.name)
        self.role = QComboBox()
        for role in AttendeeRole:
            if role.is_team == draft.role.is_team:
                self.role.addItem(role_word(role), role)
        self.role.setCurrentIndex(self.role.findData(draft.role))
        self.department = QLineEdit(draft.department)
        self.post = QLineEdit(draft.post)
        self.reason = QLineEdit(draft.absence_reason)
        self.add_field(self.tr("姓名"), self.name)
        self.add_field(self.tr("身份"), self.role)
        self.add_field(self.tr("部门"), self.department)
        self.add_field(self.tr("职务"), self.post)
        self._is_absence = is_absence
        if is_absence:
            self.add_field(self.tr("缺席理由"), self.reason)
        self.finish(self.tr("写入名单"))
        self.name.setFocus()

    def record(self) -> Attendance:
        """The person as typed."""
        person = replace(
            self._draft,
            name=self.name.text().strip(),
            role=AttendeeRole(self.role.currentData()),
            department=self.department.text().strip(),
            post=self.post.text().strip(),
        )
        if self._is_absence:
            reason = self.reason.text().strip()
            return replace(person, is_absent=True, absence_reason=reason)
        return person

    def find_trouble(self) -> str:
        """A person has a name, an absence a reason."""
        if not self.name.text().strip():
            return self.tr("请填写姓名。")
        if self._is_absence and not self.reason.text().strip():
            return self.tr("请写明缺席理由。")
        return ""


def _title(draft: Attendance, *, is_absence: bool) -> str:
    translate = QCoreApplication.translate
    if is_absence:
        return translate("AttendeeEditor", "登记缺席人员")
    if draft.name:
        return translate("AttendeeEditor", "修改人员信息")
    return translate("AttendeeEditor", "添加参会人员")
