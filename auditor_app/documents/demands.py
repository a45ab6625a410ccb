"""What a rulebook wants in the report: where it stands, and what the facts do not give."""

from collections.abc import Callable, Mapping
from typing import Final

from auditor_app.documents.facts import Demand, Item, ReportFacts
from auditor_app.domain import AuditKind, TeamRole

_FIRST_TIME: Final = "初次认证审核，不适用。"
_NEEDS_A_CERTIFICATE: Final = frozenset(
    {"certificate_number", "previous_nonconformities", "mark_use"}
)


def clauses_of(facts: ReportFacts, *keys: str) -> str:
    """`HCR 5.4.4.2(1)、5.4.4.2(2)`: where the rulebook asks for these, or nothing."""
    found = dict.fromkeys(demand.clause for demand in facts.demands if demand.key in keys)
    return f"{facts.rulebook.key} {'、'.join(found)}" if found else ""


def wants(facts: ReportFacts, key: str) -> bool:
    """Whether the rulebook asks for it in this report."""
    return any(demand.key == key for demand in facts.demands)


def missing(facts: ReportFacts) -> tuple[str, ...]:
    """`审核目的（HCR 5.4.4.2(3)）` for everything required that the facts do not give."""
    return tuple(
        f"{demand.title}（{facts.rulebook.key} {demand.clause}）"
        for demand in facts.demands
        if demand.is_required and not _is_given(facts, demand)
    )


def told(facts: ReportFacts, demand: Demand) -> str:
    """What is written under a demand that has a paragraph of its own; empty when nobody said."""
    said = facts.statement(demand.key)
    if said:
        return said
    is_first = facts.audit.kind is AuditKind.INITIAL and demand.key in _NEEDS_A_CERTIFICATE
    if is_first and demand.may_be_not_applicable:
        return _FIRST_TIME
    source = _OWN_WORDS.get(demand.key)
    return source(facts) if source else ""


def answered(facts: ReportFacts, *clauses: str) -> tuple[Item, ...]:
    """Answered items of these clauses of the standard and what lies below them."""
    return tuple(
        item
        for item in facts.items
        if item.answer is not None
        and item.answer.note
        and any(_is_below(item.answer.clause or item.clause, clause) for clause in clauses)
    )


def _is_below(clause: str, top: str) -> bool:
    return clause == top or clause.startswith(f"{top}.")


def _from_answers(*clauses: str) -> Callable[[ReportFacts], str]:
    def words(facts: ReportFacts) -> str:
        items = answered(facts, *clauses)
        return "\n".join(
            f"（{item.answer.clause or item.clause}）{item.answer.note}"
            for item in items
            if item.answer is not None
        )

    return words


_OWN_WORDS: Final[Mapping[str, Callable[[ReportFacts], str]]] = {
    "performance": _from_answers("6.2", "9.1"),
    "internal_audit": _from_answers("9.2"),
    "effectiveness": lambda facts: facts.report.summary,
}


def _is_given(facts: ReportFacts, demand: Demand) -> bool:
    present = _PRESENT.get(demand.key)
    return present(facts) if present else bool(told(facts, demand))


def _all_answered(facts: ReportFacts) -> bool:
    """Every item the rulebook itself asks for has a verdict (HCR 5.4.3.4, TCC/OYPX 4.3.3.5)."""
    rulebook_items = [item for item in facts.items if item.is_rulebook_item]
    return bool(rulebook_items) and all(
        item.answer is not None and item.answer.verdict is not None for item in rulebook_items
    )


_PRESENT: Final[Mapping[str, Callable[[ReportFacts], bool]]] = {
    "client": lambda facts: bool(facts.client.name and facts.client.legal_address),
    "scope": lambda facts: bool(facts.audit.scope),
    "sites": lambda facts: bool(facts.sites),
    "audit_type": lambda _: True,
    "criteria": lambda facts: bool(facts.audit.criteria),
    "purpose": lambda facts: bool(facts.audit.objective),
    "leader": lambda facts: any(one.role is TeamRole.LEADER for one in facts.team),
    "members": lambda facts: bool(facts.team),
    "registration_numbers": lambda facts: all(
        one.registration_number
        for one in facts.team
        if one.role in {TeamRole.LEADER, TeamRole.AUDITOR}
    ),
    "dates": lambda facts: bool(facts.visits),
    "places": lambda facts: all(visit.location for visit in facts.visits),
    "procedures": lambda facts: bool(facts.meetings),
    "deviations": lambda facts: bool(facts.report.deviations),
    "uncertainty": lambda facts: bool(facts.report.uncertainty),
    "findings": _all_answered,
    "surveillance_findings": _all_answered,
    "nonconformities": lambda _: True,
    "nonconformity_distribution": lambda _: True,
    "conclusion": lambda facts: bool(facts.report.conclusion),
    "recommendation": lambda facts: facts.report.recommendation is not None,
    "keep_recommendation": lambda facts: facts.report.recommendation is not None,
}

OWN_PLACE: Final = frozenset(_PRESENT)
"""Demands that stand in a section of their own; all others are told one by one."""
