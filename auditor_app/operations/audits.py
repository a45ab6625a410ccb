"""Starting audits and knowing how they stand."""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeVar

from auditor_app.domain import (
    RECORD_TYPES,
    ApplicationFact,
    Audit,
    AuditKind,
    AuditState,
    Client,
    KeyAuditPoint,
    PlanConfirmation,
    PlanSlot,
    Record,
    RecordId,
    Site,
    Stage1Report,
    StateChange,
    TeamMember,
    Visit,
    VisitKind,
    new_id,
)
from auditor_app.errors import Invalid, NotFound
from auditor_app.operations.library import Library, shipped
from auditor_app.storage.database import Database

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAudit:
    """What must be known to start an audit; the rest is filled in later."""

    number: str
    kind: AuditKind
    rulebook: str
    client: str
    standards: tuple[str, ...] = ("iso45001",)
    scope: str = ""
    area_code: str = ""
    risk_class: str = ""
    running_since: date | None = None
    planned_days: Decimal = Decimal(0)
    on_site_days: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditCard:
    """One line of the list of audits."""

    audit: Audit
    client: Client
    visits: tuple[Visit, ...]
    answered: int
    nonconformities: int
    photos: int


class Audits:
    """The audits of this vault."""

    def __init__(self, database: Database, library: Library) -> None:
        self._database = database
        self._library = library

    def start(self, new: NewAudit) -> Audit:
        """Begin an audit under the shipped edition of its rulebook, and pin that edition."""
        if not new.number.strip() or not new.client.strip():
            raise Invalid("审核编号和受审核方名称不能为空。没有保存；请补填后再试。")
        audit_id, moment = new_id(), self._database.clock()
        client = Client(audit_id=audit_id, made_at=moment, name=new.client.strip())
        key = new.rulebook.lower()
        pins = self._library.pins(audit_id, key, new.standards)
        audit = Audit(
            id=audit_id,
            audit_id=audit_id,
            made_at=moment,
            number=new.number.strip(),
            kind=new.kind,
            client_id=client.id,
            rulebook=key.upper(),
            rulebook_edition=pins[0].edition,
            rulebook_sha256=shipped("rulebooks", key).sha256,
            standards=new.standards,
            scope=new.scope,
            area_code=new.area_code,
            risk_class=new.risk_class,
            running_since=new.running_since,
            planned_days=new.planned_days,
            on_site_days=new.on_site_days,
        )
        with self._database.writing() as writer:
            kept = writer.put(audit)
            writer.put(client)
            for pin in pins:
                writer.put(pin)
        return kept

    def all(self) -> list[Audit]:
        """Every audit, oldest first."""
        return self._database.where(Audit)

    def cards(self) -> list[AuditCard]:
        """Every audit with its counts, newest first."""
        return [self._card(audit) for audit in reversed(self.all())]

    def get(self, audit_id: str) -> Audit:
        """An audit by id, by the beginning of its id, or by its number. Raises NotFound."""
        found = [one for one in self.all() if audit_id and (one.id.startswith(audit_id))] or [
            one for one in self.all() if one.number == audit_id
        ]
        if len(found) != 1:
            raise NotFound(
                f"没有找到编号或标识为“{audit_id}”的审核。没有改动任何数据；可先列出全部审核。"
            )
        return found[0]

    def client(self, audit_id: RecordId) -> Client:
        """The audited organization."""
        return self._database.of_audit(Client, audit_id)[0]

    def sites(self, audit_id: RecordId) -> list[Site]:
        """The places where the client works."""
        return self._database.of_audit(Site, audit_id)

    def facts(self, audit_id: RecordId) -> list[ApplicationFact]:
        """What was declared beside what was confirmed on site."""
        return self._database.of_audit(ApplicationFact, audit_id)

    def team(self, audit_id: RecordId) -> list[TeamMember]:
        """The audit team."""
        return self._database.of_audit(TeamMember, audit_id)

    def visits(self, audit_id: RecordId) -> list[Visit]:
        """The visits by their first day."""
        visits = self._database.of_audit(Visit, audit_id)
        return sorted(visits, key=lambda visit: visit.first_day)

    def visit(self, audit_id: RecordId, kind: VisitKind) -> Visit | None:
        """The audit's latest visit of a kind."""
        return next((v for v in reversed(self.visits(audit_id)) if v.kind is kind), None)

    def main_visit(self, audit_id: RecordId) -> Visit | None:
        """The visit on which the report rests: the last that is not stage 1 or a follow-up."""
        aside = {VisitKind.STAGE1, VisitKind.NC_FOLLOW_UP}
        visits = self.visits(audit_id)
        return next((v for v in reversed(visits) if v.kind not in aside), None)

    def slots(self, visit_id: RecordId) -> list[PlanSlot]:
        """The plan of a visit by time."""
        slots = self._database.where(PlanSlot, "visit_id = ?", visit_id)
        return sorted(slots, key=lambda slot: (slot.starts_at, slot.ends_at, slot.id))

    def confirmations(self, visit_id: RecordId) -> list[PlanConfirmation]:
        """The client's words on the plan."""
        return self._database.where(PlanConfirmation, "visit_id = ?", visit_id)

    def key_points(self, audit_id: RecordId) -> list[KeyAuditPoint]:
        """What stage 1 handed to stage 2."""
        return self._database.of_audit(KeyAuditPoint, audit_id)

    def stage1_report(self, audit_id: RecordId) -> Stage1Report | None:
        """The result of stage 1, if there is one yet."""
        reports = self._database.of_audit(Stage1Report, audit_id)
        return reports[-1] if reports else None

    def file(self, audit_id: RecordId) -> tuple[Record, ...]:
        """Every record of an audit, kind by kind: what must be the same wherever it is received."""
        of_audit = self._database.of_audit
        return tuple(one for kind in RECORD_TYPES for one in of_audit(kind, audit_id))

    def keep(self, record: R, *, seen: R | None = None) -> R:
        """Keep a record of an audit as typed; `seen` is what the author had before the eyes."""
        return self.keep_all([record], seen=seen)[0]

    def keep_all(self, records: list[R], *, seen: R | None = None) -> list[R]:
        """Keep several records in one action."""
        with self._database.writing() as writer:
            return [writer.put(record, seen=seen) for record in records]

    def remove(self, record: Record) -> None:
        """Delete a record; the journal keeps it."""
        with self._database.writing() as writer:
            writer.remove(record)

    def confirm_fact(self, fact: ApplicationFact, confirmed: str, source: str) -> ApplicationFact:
        """Note what was seen on site; a source is demanded because the figure drives audit time."""
        if confirmed.strip() and not source.strip():
            raise Invalid("请写明现场确认的依据（文件或访谈）。原来的值没有改变。")
        author = self._database.author.name
        return self.keep(
            replace(
                fact,
                confirmed=confirmed.strip(),
                confirmed_source=source.strip(),
                confirmed_by=author,
                confirmed_at=self._database.clock(),
            ),
            seen=fact,
        )

    def move(self, audit: Audit, state: AuditState, reason: str = "") -> Audit:
        """Record that the audit reached a state: who, when, why."""
        change = StateChange(
            audit_id=audit.id,
            made_at=self._database.clock(),
            subject_id=audit.id,
            subject_kind="audit",
            from_state=audit.state,
            to_state=state,
            reason=reason,
        )
        with self._database.writing() as writer:
            writer.put(change)
            return writer.put(replace(audit, state=state), seen=audit)

    def _card(self, audit: Audit) -> AuditCard:
        return AuditCard(
            audit=audit,
            client=self.client(audit.id),
            visits=tuple(self.visits(audit.id)),
            answered=self._count("answer", audit.id, " AND verdict IS NOT NULL"),
            nonconformities=self._count("nonconformity", audit.id),
            photos=self._count("evidence", audit.id),
        )

    def _count(self, table: str, audit_id: RecordId, condition: str = "") -> int:
        sql = f"SELECT count(*) FROM {table} WHERE audit_id = ?{condition}"  # noqa: S608
        return int(self._database.query(sql, audit_id)[0][0])
