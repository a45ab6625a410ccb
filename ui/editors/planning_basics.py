"""What must be known of client and audit before the report: names, scope, criteria, sites."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from auditor_app.domain import Site
from ui.ask import Ask
from ui.audit_words import kind_word
from ui.editors.overview_file import AuditFile
from ui.editors.planning_fields import FieldSet, as_day, as_days
from ui.editors.planning_panel import PlanningPanel
from ui.editors.planning_table import PlanningTable
from ui.editors.planning_visit import SiteEditor
from ui.models import Column
from ui.widgets import drawing
from ui.widgets.elided import ElidedLabel

CLIENT = (
    "name",
    "credit_code",
    "legal_address",
    "industry",
    "top_manager",
    "contact_name",
    "contact_phone",
)
AUDIT = ("scope", "objective", "criteria", "area_code", "risk_class")


class BasicsPanel(PlanningPanel):
    """Every field keeps itself."""

    def __init__(self, ask: Ask) -> None:
        super().__init__(QCoreApplication.translate("BasicsPanel", "基本信息"), ask)
        self.pinned = ElidedLabel(kind=drawing.SECONDARY)
        self.audit, self.client = self._audit_fields(), self._client_fields()
        self.audit.kept.connect(self._keep_audit)
        self.client.kept.connect(self._keep_client)
        self.sites = self._site_table()
        self.sites.add_asked.connect(self._add_site)
        self.sites.edit_asked.connect(self._edit_site)
        self.sites.remove_asked.connect(self._remove_site)
        self.add_card(self.client, title=self.tr("受审核方"))
        self.add_card(self.pinned, self.audit, title=self.tr("本次审核"))
        self.add_card(self.sites)

    def show_file(self, file: AuditFile) -> None:
        """Fields being written are left alone."""
        super().show_file(file)
        audit, client, book = file.audit, file.client, file.rulebook
        words = self.tr("{number} · {kind} · 规则《{name}》{document} {edition}，版次已固定")
        self.pinned.setText(
            words.format(
                number=audit.number,
                kind=kind_word(audit.kind),
                name=book.name,
                document=book.number,
                edition=book.edition,
            )
        )
        self.client.show_values({field: getattr(client, field) for field in CLIENT})
        values = {field: str(getattr(audit, field)) for field in AUDIT}
        since = audit.running_since
        self.audit.show_values(
            {
                **values,
                "running_since": since.isoformat() if since else "",
                "planned_days": f"{audit.planned_days.normalize():f}",
                "on_site_days": f"{audit.on_site_days.normalize():f}",
            }
        )
        self.sites.show_records(file.sites)
        for part in (self.client, self.audit, self.sites):
            part.lock(is_locked=file.is_over)

    def focus_field(self, field: str) -> None:
        """Go to a field of client or audit."""
        if not self.audit.focus_field(field) and not self.client.focus_field(field):
            self.ensureWidgetVisible(self.sites)
            self.sites.add.setFocus()

    def refuse(self, noun: str, field: str, words: str) -> bool:
        """Say it under the field; the text stays."""
        fields = {"audit": self.audit, "client": self.client}
        return noun in fields and fields[noun].refuse(field, words)

    def flush(self) -> None:
        """Give out now what is being written."""
        self.client.flush()
        self.audit.flush()

    def _client_fields(self) -> FieldSet:
        fields = FieldSet()
        fields.add_line("name", self.tr("名称"))
        fields.add_line("credit_code", self.tr("统一社会信用代码"))
        fields.add_line("legal_address", self.tr("注册地址"))
        fields.add_line("industry", self.tr("行业"))
        fields.add_line("top_manager", self.tr("最高管理者"))
        fields.add_line("contact_name", self.tr("联系人"))
        fields.add_line("contact_phone", self.tr("联系电话"))
        return fields

    def _audit_fields(self) -> FieldSet:
        fields = FieldSet()
        fields.add_paragraph("scope", self.tr("认证范围"), lines=2)
        fields.add_paragraph("objective", self.tr("审核目的"), lines=2)
        fields.add_paragraph("criteria", self.tr("审核准则"), lines=2)
        fields.add_line("area_code", self.tr("专业代码"))
        risks = (
            ("", self.tr("未定")),
            ("high", self.tr("高")),
            ("medium", self.tr("中")),
            ("low", self.tr("低")),
        )
        fields.add_choice("risk_class", self.tr("风险等级"), risks)
        fields.add_line("planned_days", self.tr("计划人日"), as_days)
        fields.add_line("on_site_days", self.tr("其中现场人日"), as_days)
        fields.add_line("running_since", self.tr("体系运行起始日"), as_day, "2026-03-12")
        return fields

    def _site_table(self) -> PlanningTable[Site]:
        columns: list[tuple[Column[Site], int]] = [
            (Column(title=self.tr("场所"), text=lambda one: one.name), 160),
            (Column(title=self.tr("地址"), text=lambda one: one.address), 0),
            (Column(title=self.tr("活动"), text=lambda one: one.activities), 0),
            (Column(title=self.tr("人数"), text=lambda one: str(one.headcount)), 80),
            (Column(title=self.tr("班次"), text=lambda one: one.shifts), 180),
        ]
        return PlanningTable(
            self.tr("场所"),
            columns,
            empty=self.tr("还没有场所。报告须写明每个场所的地址和活动。"),
            add=self.tr("添加场所"),
        )

    def _keep_audit(self, field: str, value: object) -> None:
        self.field_kept.emit("audit", field, value)

    def _keep_client(self, field: str, value: object) -> None:
        self.field_kept.emit("client", field, value)

    def _add_site(self) -> None:
        if self.file is not None:
            audit, client = self.file.audit, self.file.client
            draft = Site(audit_id=audit.id, client_id=client.id, name="")
            if not self.file.sites:
                draft = replace(draft, name=self.tr("总部"), address=client.legal_address)
            self.run(SiteEditor(draft, is_new=True))

    def _edit_site(self, site: Site) -> None:
        self.run(SiteEditor(site, is_new=False), site)

    def _remove_site(self, site: Site) -> None:
        self.ask_removal(site, site.name)
