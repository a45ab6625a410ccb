"""May the audit go on? Every open point at once, none of them passed over."""

from dataclasses import replace
from datetime import date

import pytest

from auditor_app.domain import (
    ApplicationFact,
    AuditKind,
    AuditState,
    Grade,
    PlanConfirmation,
    PlanSlot,
    Readiness,
    Stage1Report,
    TeamMember,
    TeamRole,
    Verdict,
    Visit,
    VisitKind,
    now,
)
from auditor_app.errors import Refused
from auditor_app.operations.audits import NewAudit
from auditor_app.operations.library import rulebook
from auditor_app.rules.gates import Facts, OpenNonconformity, Unanswered, Weight, open_points, stops
from auditor_app.vault import Vault
from tests.core.builders import an_audit

HCR = rulebook("hcr")


def texts(facts: Facts) -> list[str]:
    return [point.text for point in stops(open_points(facts, HCR))]


def test_planning_wants_leader_plan_and_the_clients_word() -> None:
    points = open_points(Facts(state=AuditState.PLANNING), HCR)
    assert [p.clause for p in points] == ["HCR 4.1", "HCR 5.3.4.1", "HCR 5.3.4.5"]


def test_a_rulebook_item_stops_and_a_question_warns() -> None:
    facts = Facts(
        state=AuditState.STAGE2,
        unanswered=(
            Unanswered(key="HCR 5.4.3.4(5)", question="内审与管评", clause="HCR 5.4.3.4(5)"),
            Unanswered(key="KP:1", question="喷漆房通风", is_key_point=True),
            Unanswered(key="8.1.2-03@生产部", question="气体检测"),
        ),
        is_opening_closed=True,
        is_closing_closed=True,
        opening=(),
    )
    points = open_points(facts, HCR)
    assert [p.weight for p in points] == [Weight.STOP, Weight.STOP, Weight.WARN]
    assert points[0].target == "HCR 5.4.3.4(5)"


@pytest.mark.parametrize(
    ("grade", "accepted", "verified", "stops_it"),
    [
        (Grade.MAJOR, True, False, True),
        (Grade.MAJOR, True, True, False),
        (Grade.MINOR, False, False, True),
        (Grade.MINOR, True, False, False),
    ],
)
def test_majors_are_verified_and_minors_planned(
    grade: Grade, *, accepted: bool, verified: bool, stops_it: bool
) -> None:
    nc = OpenNonconformity(
        id="1",
        number="NC-01",
        is_major=grade is Grade.MAJOR,
        is_issued=True,
        is_plan_accepted=accepted,
        is_verified=verified,
    )
    facts = Facts(state=AuditState.FOLLOW_UP, nonconformities=(nc,))
    assert bool(texts(facts)) is stops_it


def test_a_conflict_stops_every_step() -> None:
    for state in (AuditState.STAGE1, AuditState.REPORTING):
        assert any("裁定" in one for one in texts(Facts(state=state, conflicts=2)))


def test_an_unready_stage_1_bars_stage_2() -> None:
    facts = Facts(state=AuditState.STAGE1, has_stage1_report=True, is_plan_confirmed=True)
    assert [p.clause for p in stops(open_points(facts, HCR))] == ["HCR 5.4.3.2(5)"]


def test_drift_is_shown(fresh: Vault) -> None:
    audit, _ = an_audit(fresh)
    fact = fresh.audits.keep(
        ApplicationFact(
            audit_id=audit.id, key="people", label="有效人数", declared="268", unit="人"
        )
    )
    fresh.audits.confirm_fact(fact, "283", "花名册 2026-03")
    assert any("268 → 283" in p.text for p in fresh.standing.overview(audit.id).points)


def test_a_step_with_an_open_stop_is_refused_with_all_of_them(fresh: Vault) -> None:
    audit, _ = an_audit(fresh)
    with pytest.raises(Refused) as refused:
        fresh.standing.go_on(audit.id)
    for word in ("组长", "计划", "HCR 5.3.4.5"):
        assert word in str(refused.value)
    assert fresh.audits.get(audit.id).state is AuditState.PLANNING


def test_an_audit_goes_from_planning_to_stage_2(fresh: Vault) -> None:
    audit, stage2 = an_audit(fresh)
    day = date(2026, 3, 2)
    stage1 = fresh.audits.keep(
        Visit(audit_id=audit.id, kind=VisitKind.STAGE1, first_day=day, last_day=day)
    )
    fresh.audits.keep(TeamMember(audit_id=audit.id, name="李敏", role=TeamRole.LEADER))
    for visit in (stage1, stage2):
        fresh.audits.keep(
            PlanSlot(
                audit_id=audit.id,
                visit_id=visit.id,
                starts_at=now(),
                ends_at=now(),
                department="生产部",
                clauses=("8.1",),
            )
        )
        fresh.audits.keep(
            PlanConfirmation(
                audit_id=audit.id, visit_id=visit.id, confirmed_by="沈怀远", confirmed_at=now()
            )
        )
    assert fresh.standing.go_on(audit.id).state is AuditState.STAGE1
    for item in fresh.checklists.items(audit, stage1):
        blank = fresh.checklists.blank(stage1, item)
        fresh.checklists.save(replace(blank, verdict=Verdict.CONFORMING, note="已查"))
    fresh.audits.keep(
        Stage1Report(
            audit_id=audit.id, visit_id=stage1.id, readiness=Readiness.READY, conclusion="具备条件"
        )
    )
    assert fresh.standing.go_on(audit.id).state is AuditState.STAGE2
    assert fresh.standing.overview(audit.id).current_visit == stage2


def test_a_surveillance_without_stage_1_goes_on_site_at_once(fresh: Vault) -> None:
    audit = fresh.audits.start(
        NewAudit(
            number="HCR-2027-0031", kind=AuditKind.SURVEILLANCE, rulebook="hcr", client="华东精密"
        )
    )
    day = date(2027, 3, 2)
    visit = fresh.audits.keep(
        Visit(audit_id=audit.id, kind=VisitKind.SURVEILLANCE, first_day=day, last_day=day)
    )
    fresh.audits.keep(TeamMember(audit_id=audit.id, name="李敏", role=TeamRole.LEADER))
    fresh.audits.keep(
        PlanSlot(
            audit_id=audit.id,
            visit_id=visit.id,
            starts_at=now(),
            ends_at=now(),
            clauses=("8.1",),
        )
    )
    fresh.audits.keep(
        PlanConfirmation(
            audit_id=audit.id, visit_id=visit.id, confirmed_by="沈怀远", confirmed_at=now()
        )
    )
    assert fresh.standing.overview(audit.id).next_state is AuditState.STAGE2
    assert fresh.standing.go_on(audit.id).state is AuditState.STAGE2
