"""Compiling the documents of an audit from its records, and signing the report."""

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from auditor_app import fonts
from auditor_app.documents.content import build_report
from auditor_app.documents.facts import (
    AgendaLine,
    Demand,
    Item,
    NonconformityFacts,
    ReportFacts,
    RulebookHead,
    SigninFacts,
    Statement,
)
from auditor_app.documents.fonts import Fonts
from auditor_app.documents.nonconformity import build_nonconformity, render_nonconformity
from auditor_app.documents.press import Rendered
from auditor_app.documents.report import render_report
from auditor_app.documents.signin import build_signin, render_signin
from auditor_app.domain import (
    Answer,
    Attendance,
    Audit,
    AuditReport,
    Nonconformity,
    RecordId,
    ReportStatement,
    Stroke,
    TeamRole,
    Visit,
    VisitKind,
    id_for,
)
from auditor_app.errors import AuditorError, Refused
from auditor_app.operations.audits import Audits
from auditor_app.operations.checklists import Checklists
from auditor_app.operations.evidence import EvidenceShelf
from auditor_app.operations.library import Library
from auditor_app.operations.meetings import Meetings
from auditor_app.operations.nonconformities import Nonconformities
from auditor_app.operations.seals import Seals
from auditor_app.rules.agenda import agenda
from auditor_app.rules.checklist import Item as ChecklistItem
from auditor_app.rules.checklist import ItemSource
from auditor_app.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The operations a document is drawn from."""

    database: Database
    audits: Audits
    library: Library
    checklists: Checklists
    meetings: Meetings
    nonconformities: Nonconformities
    evidence: EvidenceShelf
    seals: Seals


class Reports:
    """The documents of the audits."""

    def __init__(self, sources: Sources) -> None:
        self._of = sources

    def report(self, audit_id: RecordId) -> AuditReport:
        """The leader's part of the report; a blank one before anybody wrote it."""
        audit, visit = self._main(audit_id)
        found = self._of.database.where(AuditReport, "visit_id = ?", visit.id)
        return found[-1] if found else self._blank(audit, visit)

    def save(self, report: AuditReport, *, seen: AuditReport | None = None) -> AuditReport:
        """Keep the leader's words; a signed report is locked."""
        known = self._of.database.find(AuditReport, report.id)
        _refuse_signed(known)
        return self._of.audits.keep(report, seen=seen if known else None)

    def say(self, audit_id: RecordId, key: str, text: str) -> ReportStatement:
        """Keep the leader's words on one field of the rulebook's list of report contents."""
        _, visit = self._main(audit_id)
        _refuse_signed(self.report(audit_id))
        ident = id_for("statement", visit.id, key)
        known = self._of.database.find(ReportStatement, ident)
        base = known or ReportStatement(
            id=ident,
            audit_id=audit_id,
            made_at=self._of.database.clock(),
            visit_id=visit.id,
            key=key,
        )
        return self._of.audits.keep(replace(base, text=text.strip()), seen=known)

    def statements(self, audit_id: RecordId) -> dict[str, str]:
        """The leader's words by field."""
        found = self._of.database.of_audit(ReportStatement, audit_id)
        return {one.key: one.text for one in found}

    def missing(self, audit_id: RecordId) -> tuple[str, ...]:
        """What the rulebook wants in the report and nobody has given, each with its clause."""
        return build_report(self.facts(audit_id)).missing

    def is_signed(self, audit_id: RecordId) -> bool:
        """Whether the audit's report carries the leader's signature."""
        found = self._of.database.of_audit(AuditReport, audit_id)
        return any(one.is_signed for one in found)

    def sign(
        self, audit_id: RecordId, strokes: tuple[Stroke, ...], *, folder: Path
    ) -> tuple[AuditReport, Rendered]:
        """Sign, compile and lock: the PDF's hash is kept, so a changed file is noticed.

        Refused while the rulebook's list is not complete, and when it is signed already.
        """
        _refuse_signed(self.report(audit_id))
        missing = self.missing(audit_id)
        if missing:
            raise Refused(f"审核报告还不能签署，缺少：{'、'.join(missing)}。已写内容都在。")
        if not any(len(stroke) > 1 for stroke in strokes):
            raise Refused("还没有笔迹，报告没有签署。请组长在签名框内签名。")
        seen = self.report(audit_id)
        known = self._of.database.find(AuditReport, seen.id)
        signed = replace(
            seen,
            signed_by=self._of.database.author.name,
            signed_at=self._of.database.clock(),
            strokes=strokes,
            journal_head=self._of.seals.head(audit_id),
        )
        done = self._render(self.facts(audit_id, signed), folder / self.file_name(audit_id))
        kept = self._of.audits.keep(replace(signed, pdf_sha256=done.sha256), seen=known)
        self._of.seals.seal(audit_id)
        return kept, done

    def file_name(self, audit_id: RecordId) -> str:
        """`HCR-2026-0117_审核报告_v1.pdf`."""
        report = self.report(audit_id)
        return f"{report.number}_审核报告_v{report.version}.pdf"

    def compile(self, audit_id: RecordId, out: Path) -> Rendered:
        """Write the report as it stands; the signed one comes out with the very same text.

        The journal is sealed first: the head printed in the document is one that stays.
        """
        self._of.seals.seal(audit_id)
        return self._render(self.facts(audit_id), out)

    def compile_signin(self, visit_id: RecordId, out: Path) -> Rendered:
        """Write the sign-in sheet of a visit's meetings."""
        visit = self._of.database.get(Visit, visit_id)
        audit = self._of.audits.get(visit.audit_id)
        meetings = self._of.meetings.of(visit_id)
        facts = SigninFacts(
            rulebook=self._head(audit),
            client=self._of.audits.client(audit.id),
            audit=audit,
            visit=visit,
            leader=self._leader(audit.id),
            journal_head=self._of.seals.head(audit.id),
            meetings=tuple(meetings),
            attendances=tuple(self._attendances(visit_id)),
            agenda=tuple(
                AgendaLine(meeting_id=one.id, title=item.title, mark=marks.get(item.key))
                for one in meetings
                for marks in [self._of.meetings.state(one.id).marks]
                for item in agenda(one.kind)
            ),
        )
        content = build_signin(facts)
        return render_signin(content, fonts=bundled(), out=out, made_at=self._made_at(None))

    def compile_nonconformity(self, nc: Nonconformity, out: Path) -> Rendered:
        """Write the report of one nonconformity."""
        audit = self._of.audits.get(nc.audit_id)
        classes = self._of.library.rulebook_of(audit).lists.get("decision_classes", ())
        titles = {one.key: one.title for one in classes}
        facts = NonconformityFacts(
            rulebook=self._head(audit),
            client=self._of.audits.client(audit.id),
            audit=audit,
            visit=self._of.database.get(Visit, nc.visit_id),
            nonconformity=replace(nc, classes=tuple(titles.get(c, c) for c in nc.classes)),
            leader=self._leader(audit.id),
            journal_head=self._of.seals.head(audit.id),
            evidence=tuple(self._of.nonconformities.evidence(nc)),
            class_titles=tuple(titles.values()),
            today=self._of.database.clock().date(),
        )
        return render_nonconformity(
            build_nonconformity(facts),
            photos=self._photo,
            fonts=bundled(),
            out=out,
            made_at=self._made_at(None),
        )

    def facts(self, audit_id: RecordId, report: AuditReport | None = None) -> ReportFacts:
        """Everything the audit report is drawn from."""
        audit, visit = self._main(audit_id)
        said = report or self.report(audit_id)
        audits = self._of.audits
        state = self._of.checklists.state(audit_id, visit.id)
        visits = audits.visits(audit_id)
        return ReportFacts(
            rulebook=self._head(audit),
            client=audits.client(audit_id),
            audit=audit,
            visit=visit,
            report=said,
            journal_head=said.journal_head or self._of.seals.head(audit_id),
            sites=tuple(audits.sites(audit_id)),
            visits=tuple(visits),
            team=tuple(audits.team(audit_id)),
            slots=tuple(slot for one in visits for slot in audits.slots(one.id)),
            confirmations=tuple(c for one in visits for c in audits.confirmations(one.id)),
            meetings=tuple(m for one in visits for m in self._of.meetings.of(one.id)),
            attendances=tuple(a for one in visits for a in self._attendances(one.id)),
            items=tuple(_item(item, state.answers.get(item.key)) for item in state.items),
            nonconformities=tuple(self._of.nonconformities.of(audit_id)),
            key_points=tuple(audits.key_points(audit_id)),
            evidence=tuple(self._of.evidence.of(audit_id)),
            application_facts=tuple(audits.facts(audit_id)),
            stage1_report=audits.stage1_report(audit_id),
            statements=tuple(
                Statement(key=key, text=text) for key, text in self.statements(audit_id).items()
            ),
        )

    def _render(self, facts: ReportFacts, out: Path) -> Rendered:
        return render_report(
            build_report(facts),
            photos=self._photo,
            fonts=bundled(),
            out=out,
            made_at=self._made_at(facts.report.signed_at),
        )

    def _made_at(self, signed_at: datetime | None) -> datetime:
        return signed_at or self._of.database.clock()

    def _photo(self, sha256: str) -> bytes | None:
        """A prepared picture; None where the original is not here or no picture any more."""
        try:
            return self._of.evidence.prepared(sha256)
        except AuditorError:
            return None

    def _attendances(self, visit_id: RecordId) -> list[Attendance]:
        meetings = self._of.meetings.of(visit_id)
        return [person for one in meetings for person in self._of.meetings.people(one.id)]

    def _main(self, audit_id: RecordId) -> tuple[Audit, Visit]:
        audit = self._of.audits.get(audit_id)
        visit = self._of.audits.main_visit(audit_id)
        if visit is None:
            raise Refused("这次审核还没有安排二阶段或监督访问，不能编制报告。请先完成审核计划。")
        return audit, visit

    def _blank(self, audit: Audit, visit: Visit) -> AuditReport:
        suffix = "S2" if visit.kind is VisitKind.STAGE2 else "R"
        return AuditReport(
            id=id_for("report", visit.id),
            audit_id=audit.id,
            made_at=self._of.database.clock(),
            visit_id=visit.id,
            number=f"{audit.number}-{suffix}",
        )

    def _leader(self, audit_id: RecordId) -> str:
        team = self._of.audits.team(audit_id)
        return next((one.name for one in team if one.role is TeamRole.LEADER), "")

    def _head(self, audit: Audit) -> RulebookHead:
        book = self._of.library.rulebook_of(audit)
        return RulebookHead(
            key=book.key,
            name=book.name,
            body=book.body,
            document_number=book.document_number,
            edition=book.edition,
            standard=book.standard,
            report_contents=tuple(
                Demand(
                    key=one.key,
                    clause=one.clause,
                    title=one.title,
                    is_required=one.required,
                    may_be_not_applicable=one.may_be_not_applicable,
                    visits=tuple(VisitKind(kind) for kind in one.visits),
                )
                for one in book.report_contents
            ),
        )


def _refuse_signed(report: AuditReport | None) -> None:
    if report is not None and report.is_signed:
        raise Refused("审核报告已签署并锁定。原报告保持不变；需要更正请出新版本并写明原因。")


def bundled() -> Fonts:
    """The fonts every document is set in."""
    regular, bold = fonts.font_files()
    return Fonts(regular=regular, bold=bold)


def _item(item: ChecklistItem, answer: Answer | None) -> Item:
    return Item(
        key=item.key,
        question=item.question,
        clause=item.standard_clause or item.number,
        chapter=item.chapter,
        department=item.department,
        rulebook_clauses=item.rulebook_clauses,
        is_rulebook_item=item.source is ItemSource.RULEBOOK,
        answer=answer,
    )
