"""Starting audits, finding them again, and keeping what is learned about them."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from auditor_app.domain import (
    ApplicationFact,
    Audit,
    AuditKind,
    AuditState,
    KeyAuditPoint,
    PlanSlot,
    Site,
    SlotKind,
    StateChange,
    Verdict,
    Visit,
    VisitKind,
)
from auditor_app.errors import FileTrouble, Invalid, NotFound, Refused
from auditor_app.operations.audits import NewAudit
from auditor_app.operations.evidence import Origin
from auditor_app.operations.library import STANDARDS, shipped
from auditor_app.vault import Vault
from tests.core.builders import a_photo, an_audit
from tests.core.test_meetings import STROKES

NEW = NewAudit(number="HCR-2026-0200", kind=AuditKind.INITIAL, rulebook="HCR", client="华东精密")


def a_fact(vault: Vault, audit: Audit) -> ApplicationFact:
    return vault.audits.keep(
        ApplicationFact(
            audit_id=audit.id, key="people", label="有效人数", declared="268", unit="人"
        )
    )


# --- starting and finding ---


@pytest.mark.parametrize("changes", [{"number": "  "}, {"client": ""}])
def test_an_audit_without_number_or_client_is_not_started(
    fresh: Vault, changes: dict[str, str]
) -> None:
    with pytest.raises(Invalid, match="没有保存"):
        fresh.audits.start(replace(NEW, **changes))  # type: ignore[arg-type]  # two text fields
    assert fresh.audits.all() == []


def test_an_audit_under_an_unknown_rulebook_is_not_started(fresh: Vault) -> None:
    with pytest.raises(NotFound, match="hcr、tcc、oypx"):
        fresh.audits.start(replace(NEW, rulebook="xyz"))
    assert fresh.audits.all() == []


def test_an_audit_keeps_the_edition_it_was_started_under(fresh: Vault) -> None:
    audit = fresh.audits.start(replace(NEW, standards=STANDARDS))
    book = fresh.library.rulebook_of(audit)
    assert (audit.rulebook, audit.rulebook_edition) == ("HCR", book.edition)
    assert audit.rulebook_sha256 == shipped("rulebooks", "hcr").sha256
    assert [one.number for one in fresh.library.standards_of(audit)] == [
        "GB/T 45001-2020 / ISO 45001:2018",
        "ISO 45003:2021",
    ]


def test_an_audit_whose_rules_are_not_here_says_so(fresh: Vault) -> None:
    audit, _ = an_audit(fresh)
    with pytest.raises(NotFound, match="tcc"):
        fresh.library.rulebook_of(replace(audit, rulebook="TCC"))


def test_an_installation_without_a_text_says_which_file_is_missing() -> None:
    with pytest.raises(FileTrouble, match=r"iso14001\.toml"):
        shipped("standards", "iso14001")


def test_the_library_holds_three_rulebooks_and_the_cycle(fresh: Vault) -> None:
    assert [book.key for book in fresh.library.rulebooks()] == ["HCR", "TCC", "OYPX"]
    assert len(fresh.library.cycle()) > 3


def test_an_audit_is_found_by_id_the_ids_beginning_or_its_number(fresh: Vault) -> None:
    audit = fresh.audits.start(NEW)
    fresh.audits.start(replace(NEW, number="HCR-2026-0201"))
    for words in (audit.id, audit.id[:20], audit.number):
        assert fresh.audits.get(words) == audit


@pytest.mark.parametrize("words", ["", "HCR-1999-0001", "zz"])
def test_an_audit_that_is_not_here_is_not_guessed(fresh: Vault, words: str) -> None:
    fresh.audits.start(NEW)
    with pytest.raises(NotFound):
        fresh.audits.get(words)


def test_two_audits_of_one_number_are_not_confused(fresh: Vault) -> None:
    first = fresh.audits.start(NEW)
    fresh.audits.start(NEW)
    with pytest.raises(NotFound):
        fresh.audits.get(NEW.number)
    assert fresh.audits.get(first.id) == first


def test_a_card_counts_what_was_done_and_the_newest_comes_first(fresh: Vault) -> None:
    audit, visit = an_audit(fresh)
    item = fresh.checklists.items(audit, visit)[0]
    blank = fresh.checklists.blank(visit, item)
    answer = fresh.checklists.save(replace(blank, verdict=Verdict.MINOR, note="缺一页"))
    fresh.nonconformities.save(fresh.nonconformities.draft_from(answer))
    later = fresh.audits.start(NEW)
    newest, oldest = fresh.audits.cards()
    assert (newest.audit, newest.answered, newest.visits) == (later, 0, ())
    assert (oldest.audit, oldest.answered, oldest.nonconformities, oldest.photos) == (
        audit,
        1,
        1,
        0,
    )


# --- visits and plan ---


def test_the_report_rests_on_the_last_visit_that_is_no_follow_up(fresh: Vault) -> None:
    audit, stage2 = an_audit(fresh)
    for kind, day in ((VisitKind.STAGE1, date(2026, 3, 2)), (VisitKind.NC_FOLLOW_UP, date.max)):
        fresh.audits.keep(Visit(audit_id=audit.id, kind=kind, first_day=day, last_day=day))
    assert fresh.audits.main_visit(audit.id) == stage2
    assert [v.kind for v in fresh.audits.visits(audit.id)] == [
        VisitKind.STAGE1,
        VisitKind.STAGE2,
        VisitKind.NC_FOLLOW_UP,
    ]
    assert fresh.audits.visit(audit.id, VisitKind.SURVEILLANCE) is None


def test_a_plan_is_read_in_the_order_of_the_day(fresh: Vault) -> None:
    audit, visit = an_audit(fresh)
    morning = datetime(2026, 3, 11, 1, tzinfo=UTC)
    for hours, department in ((4, "设备部"), (0, "总经理"), (2, "生产部")):
        fresh.audits.keep(
            PlanSlot(
                audit_id=audit.id,
                visit_id=visit.id,
                starts_at=morning + timedelta(hours=hours),
                ends_at=morning + timedelta(hours=hours + 1),
                department=department,
                kind=SlotKind.AUDIT,
            )
        )
    slots = fresh.audits.slots(visit.id)
    assert [slot.department for slot in slots] == ["总经理", "生产部", "设备部"]


def test_what_stage_1_hands_over_is_asked_in_stage_2_only(fresh: Vault) -> None:
    audit, stage2 = an_audit(fresh)
    day = date(2026, 3, 2)
    stage1 = fresh.audits.keep(
        Visit(audit_id=audit.id, kind=VisitKind.STAGE1, first_day=day, last_day=day)
    )
    point = fresh.audits.keep(
        KeyAuditPoint(audit_id=audit.id, visit_id=stage1.id, title="喷漆房通风", clauses=("8.1.2",))
    )
    asked = [item.question for item in fresh.checklists.items(audit, stage2)]
    assert any(point.title in question for question in asked)
    asked = [item.question for item in fresh.checklists.items(audit, stage1)]
    assert not any(point.title in question for question in asked)


# --- facts, removal, steps ---


def test_a_fact_is_confirmed_with_its_source_and_who_saw_it(fresh: Vault) -> None:
    audit, _ = an_audit(fresh)
    fact = fresh.audits.confirm_fact(a_fact(fresh, audit), " 283 ", "花名册 2026-03")
    assert (fact.confirmed, fact.confirmed_by, fact.has_drifted) == ("283", "李敏", True)
    assert fact.confirmed_at is not None


def test_a_figure_without_a_source_is_not_confirmed(fresh: Vault) -> None:
    audit, _ = an_audit(fresh)
    fact = a_fact(fresh, audit)
    with pytest.raises(Invalid, match="依据"):
        fresh.audits.confirm_fact(fact, "283", "  ")
    assert fresh.audits.facts(audit.id) == [fact]


def test_a_removed_site_is_gone_and_its_history_stays(fresh: Vault) -> None:
    audit, _ = an_audit(fresh)
    site = fresh.audits.keep(Site(audit_id=audit.id, client_id=audit.client_id, name="二厂"))
    fresh.audits.remove(site)
    assert fresh.audits.sites(audit.id) == []
    assert {one.value for one in fresh.history.of(site) if one.field == "name"} == {"二厂"}


def test_a_step_says_who_when_and_why(fresh: Vault) -> None:
    audit, _ = an_audit(fresh)
    assert fresh.audits.move(audit, AuditState.STAGE1, "计划已确认").state is AuditState.STAGE1
    (change,) = (one for one in fresh.audits.file(audit.id) if isinstance(one, StateChange))
    assert (change.from_state, change.to_state) == (AuditState.PLANNING, AuditState.STAGE1)
    assert (change.reason, change.made_by) == ("计划已确认", "李敏")


def test_an_audit_that_went_all_the_way_has_no_next_step(fresh: Vault) -> None:
    audit, _ = an_audit(fresh)
    done = fresh.audits.move(audit, AuditState.SUBMITTED)
    with pytest.raises(Refused, match="已走完全部步骤"):
        fresh.standing.go_on(done.id)


def test_an_audit_without_visits_still_has_an_overview(fresh: Vault) -> None:
    audit = fresh.audits.start(NEW)
    overview = fresh.standing.overview(audit.id)
    assert (overview.current_visit, overview.items, overview.answered) == (None, 0, 0)
    assert not overview.may_go_on
    assert overview.points


# --- the checklist's state ---


def test_the_checklist_shows_photos_and_nonconformities_at_their_item(fresh: Vault) -> None:
    audit, visit = an_audit(fresh)
    first, second = fresh.checklists.items(audit, visit)[:2]
    answer = fresh.checklists.save(
        replace(fresh.checklists.blank(visit, first), verdict=Verdict.MAJOR, note="无记录")
    )
    photo = fresh.evidence.add_bytes(
        a_photo(), "现场.jpg", Origin(audit_id=audit.id, links=(answer.id, "elsewhere"))
    )
    nc = fresh.nonconformities.save(fresh.nonconformities.draft_from(answer))
    fresh.nonconformities.save(fresh.nonconformities.blank(audit.id, visit.id))
    state = fresh.checklists.state(audit.id, visit.id)
    assert state.photos == {first.key: (photo,)}
    assert state.nonconformities == {first.key: (nc,)}
    assert (state.answered, state.counts[Verdict.MAJOR]) == (1, 1)
    assert fresh.checklists.find(visit, first) == answer
    assert fresh.checklists.find(visit, second) is None


def test_an_answer_is_dated_when_it_gets_its_verdict(fresh: Vault) -> None:
    audit, visit = an_audit(fresh)
    blank = fresh.checklists.blank(visit, fresh.checklists.items(audit, visit)[0])
    noted = fresh.checklists.save(replace(blank, note="待看许可证"))
    assert noted.answered_at is None
    given = fresh.checklists.save(replace(noted, verdict=Verdict.CONFORMING), seen=noted)
    assert given.answered_at is not None
    again = fresh.checklists.save(replace(given, note="已看"), seen=given)
    assert again.answered_at == given.answered_at


# --- nonconformities: the ways aside ---


def test_a_nonconformity_needs_no_checklist_item(fresh: Vault) -> None:
    audit, visit = an_audit(fresh)
    nc = fresh.nonconformities.save(fresh.nonconformities.blank(audit.id, visit.id))
    assert (nc.number, nc.answer_id, nc.is_open) == ("NC-01", None, True)


def test_an_acknowledgement_needs_a_name(fresh: Vault) -> None:
    audit, visit = an_audit(fresh)
    nc = fresh.nonconformities.save(fresh.nonconformities.blank(audit.id, visit.id))
    with pytest.raises(Refused, match="姓名"):
        fresh.nonconformities.acknowledge(nc, " ", strokes=STROKES)
    assert fresh.nonconformities.get(nc.id) == nc
