"""Opening and closing meetings: who must be there, what a signature is."""

import pytest

from auditor_app.domain import (
    Attendance,
    AttendeeRole,
    Meeting,
    MeetingKind,
    Place,
    Stroke,
    TeamMember,
    TeamRole,
    Visit,
    VisitKind,
)
from auditor_app.errors import Invalid, Refused
from auditor_app.operations.audits import NewAudit
from auditor_app.vault import Vault
from tests.core.builders import an_audit

STROKES: tuple[Stroke, ...] = (((10, 10, 500, 0), (40, 60, 700, 20), (90, 30, 600, 50)),)


@pytest.fixture
def visit(fresh: Vault) -> Visit:
    audit, visit = an_audit(fresh)
    fresh.audits.keep(TeamMember(audit_id=audit.id, name="李敏", role=TeamRole.LEADER))
    return visit


@pytest.fixture
def meeting(fresh: Vault, visit: Visit) -> Meeting:
    return fresh.meetings.open(visit, MeetingKind.OPENING, location="三楼会议室")


def add(vault: Vault, meeting: Meeting, name: str, role: AttendeeRole) -> Attendance:
    return vault.meetings.save(
        Attendance(audit_id=meeting.audit_id, meeting_id=meeting.id, name=name, role=role)
    )


def everybody_signs(vault: Vault, meeting: Meeting) -> None:
    for person in vault.meetings.people(meeting.id):
        if not person.is_signed and not person.is_absent:
            vault.meetings.sign(person, STROKES, pen="pen")


def test_the_team_is_listed_when_a_meeting_opens(fresh: Vault, meeting: Meeting) -> None:
    assert [(p.name, p.role) for p in fresh.meetings.people(meeting.id)] == [
        ("李敏", AttendeeRole.LEADER)
    ]


def test_opening_twice_is_one_meeting(fresh: Vault, meeting: Meeting, visit: Visit) -> None:
    assert fresh.meetings.open(visit, MeetingKind.OPENING, location="别处") == meeting


def test_hcr_wants_the_ohs_representative_or_a_reason(fresh: Vault, meeting: Meeting) -> None:
    add(fresh, meeting, "沈怀远", AttendeeRole.TOP_MANAGER)
    add(fresh, meeting, "王建国", AttendeeRole.DEPARTMENT_HEAD)
    everybody_signs(fresh, meeting)
    with pytest.raises(Refused, match=r"HCR 5\.4\.3\.1"):
        fresh.meetings.close(meeting)
    absent = add(fresh, meeting, "邱立新", AttendeeRole.OHS_REPRESENTATIVE)
    fresh.meetings.absent(absent, "外地培训，会后补签")
    assert fresh.meetings.close(meeting).closed_at is not None


@pytest.mark.parametrize("rulebook", ["tcc", "oypx"])
def test_the_others_do_not_want_the_ohs_representative(fresh: Vault, rulebook: str) -> None:
    base, visit = an_audit(fresh)
    audit = fresh.audits.start(
        NewAudit(number="X", kind=base.kind, rulebook=rulebook, client="华东精密")
    )
    roles = {one.role for one in fresh.meetings.required_roles(audit, MeetingKind.OPENING)}
    assert AttendeeRole.TOP_MANAGER in roles
    assert AttendeeRole.OHS_REPRESENTATIVE not in roles
    assert visit.audit_id == base.id


def test_a_meeting_nobody_signed_cannot_close(fresh: Vault, meeting: Meeting) -> None:
    with pytest.raises(Refused, match="受审核方还没有人签到"):
        fresh.meetings.close(meeting)


@pytest.mark.parametrize("strokes", [(), ((),), (((1, 1, None, 0),),)])
def test_a_blank_or_accidental_signature_is_refused(
    fresh: Vault, meeting: Meeting, strokes: tuple[Stroke, ...]
) -> None:
    person = fresh.meetings.people(meeting.id)[0]
    with pytest.raises(Refused):
        fresh.meetings.sign(person, strokes, pen="mouse")
    assert not fresh.meetings.people(meeting.id)[0].is_signed


def test_a_signature_keeps_its_strokes_and_the_moment(fresh: Vault, meeting: Meeting) -> None:
    fresh.meetings.sign(fresh.meetings.people(meeting.id)[0], STROKES, pen="pen")
    kept = fresh.meetings.people(meeting.id)[0]
    assert (kept.strokes, kept.pen, kept.is_signed) == (STROKES, "pen", True)


def test_a_typed_signature_needs_a_reason(fresh: Vault, meeting: Meeting) -> None:
    person = fresh.meetings.people(meeting.id)[0]
    with pytest.raises(Refused):
        fresh.meetings.sign_typed(person, " ")
    assert fresh.meetings.sign_typed(person, "右手受伤").is_signed


def test_a_signed_person_stays_on_the_list(fresh: Vault, meeting: Meeting) -> None:
    person = fresh.meetings.sign(fresh.meetings.people(meeting.id)[0], STROKES, pen="pen")
    with pytest.raises(Refused):
        fresh.meetings.remove(person)


def test_a_nameless_attendee_is_refused(fresh: Vault, meeting: Meeting) -> None:
    with pytest.raises(Invalid):
        add(fresh, meeting, "  ", AttendeeRole.OTHER)


def test_a_closed_meeting_is_locked(fresh: Vault, meeting: Meeting) -> None:
    test_hcr_wants_the_ohs_representative_or_a_reason(fresh, meeting)
    with pytest.raises(Refused, match="已锁定"):
        add(fresh, meeting, "后来的人", AttendeeRole.OTHER)
    with pytest.raises(Refused):
        fresh.meetings.mark(meeting, "scope")


def test_the_openings_signers_are_offered_at_closing(
    fresh: Vault, meeting: Meeting, visit: Visit
) -> None:
    add(fresh, meeting, "沈怀远", AttendeeRole.TOP_MANAGER)
    closing = fresh.meetings.open(visit, MeetingKind.CLOSING, location="三楼会议室")
    assert {p.name for p in fresh.meetings.people(closing.id)} == {"李敏", "沈怀远"}


def test_an_agenda_item_is_said_and_taken_back(fresh: Vault, meeting: Meeting) -> None:
    fresh.meetings.mark(meeting, "safety", reply="南门集合，报警 8119")
    said = fresh.meetings.state(meeting.id).marks["safety"]
    assert said.said_at is not None
    assert said.reply == "南门集合，报警 8119"
    taken_back = fresh.meetings.mark(meeting, "safety", reply=said.reply, said=False)
    assert taken_back.said_at is None


def test_an_off_site_stage_1_has_no_sign_in(fresh: Vault, visit: Visit) -> None:
    off_site = fresh.audits.keep(
        Visit(
            audit_id=visit.audit_id,
            kind=VisitKind.STAGE1,
            first_day=visit.first_day,
            last_day=visit.first_day,
            place=Place.OFF_SITE,
        )
    )
    with pytest.raises(Refused):
        fresh.meetings.open(off_site, MeetingKind.OPENING, location="线上")
