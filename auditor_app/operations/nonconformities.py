"""Recording nonconformities and following them to closure."""

from dataclasses import replace
from datetime import datetime

from auditor_app.domain import (
    NC_STEPS,
    Answer,
    Evidence,
    Grade,
    NcState,
    Nonconformity,
    RecordId,
    Stroke,
    Verdict,
)
from auditor_app.errors import Refused
from auditor_app.operations.audits import Audits
from auditor_app.operations.conflicts import Conflicts
from auditor_app.storage.database import Database

_NEEDED: dict[NcState, tuple[tuple[str, str], ...]] = {
    NcState.ISSUED: (
        ("requirement", "要求（应当怎样）"),
        ("facts", "证据（看到了什么）"),
        ("gap", "差距（哪里不满足）"),
        ("clause", "标准条款"),
        ("department", "责任部门"),
    ),
    NcState.PLAN_SUBMITTED: (
        ("acknowledged_by", "受审核方确认人"),
        ("cause", "原因分析"),
        ("correction", "纠正"),
        ("corrective_action", "纠正措施"),
    ),
    NcState.PLAN_ACCEPTED: (),
    NcState.EVIDENCE_SUBMITTED: (("action_evidence", "整改证据"),),
    NcState.VERIFIED: (
        ("verification", "验证说明"),
        ("verification_method", "验证方式"),
    ),
    NcState.CLOSED: (),
}
"""What must be filled in before a state is reached (HCR 5.5, TCC/OYPX 4.5.1; matrix c3)."""

_STAMPS: dict[NcState, tuple[str, str | None]] = {
    NcState.ISSUED: ("issued_at", "auditor"),
    NcState.PLAN_SUBMITTED: ("plan_submitted_at", None),
    NcState.PLAN_ACCEPTED: ("plan_accepted_at", "plan_accepted_by"),
    NcState.EVIDENCE_SUBMITTED: ("evidence_submitted_at", None),
    NcState.VERIFIED: ("verified_at", "verified_by"),
    NcState.CLOSED: ("closed_at", None),
}


class Nonconformities:
    """The nonconformities of the audits."""

    def __init__(self, database: Database, audits: Audits, conflicts: Conflicts) -> None:
        self._database = database
        self._audits = audits
        self._conflicts = conflicts

    def of(self, audit_id: RecordId) -> list[Nonconformity]:
        """An audit's nonconformities by number."""
        return sorted(
            self._database.of_audit(Nonconformity, audit_id), key=lambda one: (one.number, one.id)
        )

    def get(self, nc_id: RecordId) -> Nonconformity:
        """One by id. Raises NotFound."""
        return self._database.get(Nonconformity, nc_id)

    def draft_from(self, answer: Answer) -> Nonconformity:
        """A draft that takes over what the answer already says; not kept yet."""
        return Nonconformity(
            audit_id=answer.audit_id,
            made_at=self._database.clock(),
            number=self._next_number(answer.audit_id),
            visit_id=answer.visit_id,
            answer_id=answer.id,
            grade=Grade.MAJOR if answer.verdict is Verdict.MAJOR else Grade.MINOR,
            clause=answer.clause,
            rulebook_clause=answer.rulebook_clauses[0] if answer.rulebook_clauses else "",
            department=answer.department,
            facts=answer.note,
        )

    def blank(self, audit_id: RecordId, visit_id: RecordId) -> Nonconformity:
        """A draft that comes from no checklist item; not kept yet."""
        return Nonconformity(
            audit_id=audit_id,
            made_at=self._database.clock(),
            visit_id=visit_id,
            number=self._next_number(audit_id),
        )

    def save(self, nc: Nonconformity, *, seen: Nonconformity | None = None) -> Nonconformity:
        """Keep it as typed. Its state changes only by `advance`."""
        if seen is not None and nc.state is not seen.state:
            raise Refused("不符合项的状态只能通过“下一步”改变。内容没有保存；请重新打开这一项。")
        return self._audits.keep(nc, seen=seen)

    def missing_for(self, nc: Nonconformity, state: NcState) -> tuple[str, ...]:
        """What is still missing before the state, in words; empty when nothing is."""
        missing = [words for name, words in _NEEDED.get(state, ()) if not getattr(nc, name)]
        if state is NcState.ISSUED and not self.evidence(nc):
            missing.append("至少一张照片证据")
        return tuple(missing)

    def next_state(self, nc: Nonconformity) -> NcState | None:
        """The state after the present one, or None when it is closed."""
        index = NC_STEPS.index(nc.state) + 1
        return NC_STEPS[index] if index < len(NC_STEPS) else None

    def advance(self, nc: Nonconformity) -> Nonconformity:
        """One step forward; refused with every missing thing at once."""
        state = self.next_state(nc)
        if state is None:
            raise Refused(f"{nc.number} 已关闭，没有下一步。记录没有改变。")
        if self._conflicts.of_record(nc):
            raise Refused(f"{nc.number} 有两人写得不同之处，请先裁定。两个版本都在，记录没有改变。")
        missing = self.missing_for(nc, state)
        if missing:
            raise Refused(
                f"{nc.number} 还不能进入下一步，还缺：{'、'.join(missing)}。已填内容都在。"
            )
        return self._audits.keep(self._stamped(nc, state), seen=nc)

    def send_back(self, nc: Nonconformity, reason: str) -> Nonconformity:
        """Evidence was not effective: a new plan is asked for (matrix c3, N4 -> N2)."""
        if nc.state is not NcState.EVIDENCE_SUBMITTED:
            raise Refused(f"{nc.number} 现在没有待验证的整改证据，不能退回。记录没有改变。")
        if not reason.strip():
            raise Refused("退回整改须写明原因。记录没有改变。")
        back = replace(nc, state=NcState.ISSUED, verification=reason.strip())
        return self._audits.keep(back, seen=nc)

    def acknowledge(
        self, nc: Nonconformity, name: str, *, strokes: tuple[Stroke, ...], dispute: str = ""
    ) -> Nonconformity:
        """The client's representative signs; a dispute is kept in their words, never blocks."""
        if not name.strip():
            raise Refused("请填写受审核方确认人的姓名。签名还没有保存。")
        return self._audits.keep(
            replace(
                nc,
                acknowledged_by=name.strip(),
                acknowledged_at=self._database.clock(),
                acknowledged_strokes=strokes,
                dispute=dispute.strip(),
            ),
            seen=nc,
        )

    def evidence(self, nc: Nonconformity) -> list[Evidence]:
        """Photos linked to it or to the answer it came from."""
        own = {nc.id, nc.answer_id}
        return [
            one
            for one in self._database.of_audit(Evidence, nc.audit_id)
            if own.intersection(one.links)
        ]

    def _stamped(self, nc: Nonconformity, state: NcState) -> Nonconformity:
        when, who = _STAMPS[state]
        stamps: dict[str, datetime | str] = {when: self._database.clock()}
        if who and not getattr(nc, who):
            stamps[who] = self._database.author.name
        return replace(nc, state=state, **stamps)  # type: ignore[arg-type]  # names checked by _STAMPS

    def _next_number(self, audit_id: RecordId) -> str:
        taken = [one.number for one in self.of(audit_id)]
        numbers = [int(n[3:]) for n in taken if n.startswith("NC-") and n[3:].isdigit()]
        return f"NC-{max(numbers, default=0) + 1:02d}"
