"""The sample workspace: a believable audit in progress that passes its own checks."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from auditor_app.domain import (
    AttendeeRole,
    Audit,
    AuditState,
    Evidence,
    MeetingKind,
    NcState,
    TeamRole,
    Verdict,
    VisitKind,
)
from auditor_app.errors import Refused
from auditor_app.media.photo import accept
from auditor_app.media.scenes import SCENES
from auditor_app.media.synthetic import Shot, photograph
from auditor_app.sample import DEMO_PASSPHRASE, make_sample, open_sample
from auditor_app.sample.signatures import signature
from auditor_app.vault import Vault, open_vault
from tests.core.builders import CHEAP
from tests.journeys import workspace


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    sample = workspace.made().copied(tmp_path_factory.mktemp("sample") / "sample")
    vault = open_sample(sample.folder)
    yield vault
    vault.close()


@pytest.fixture(scope="module")
def audit(vault: Vault) -> Audit:
    return vault.audits.get(workspace.NUMBER)


@pytest.fixture(scope="module")
def photos(vault: Vault, audit: Audit) -> list[Evidence]:
    return vault.evidence.of(audit.id)


def test_the_sample_stands_on_the_second_day_of_stage_2(vault: Vault, audit: Audit) -> None:
    visit = vault.audits.main_visit(audit.id)
    assert visit is not None
    assert (audit.rulebook, audit.state) == ("HCR", AuditState.STAGE2)
    assert (visit.first_day, visit.last_day) == (date(2026, 3, 11), date(2026, 3, 13))
    last = max(vault.history.of(audit), key=lambda version: version.at)
    assert last.at.date() < visit.last_day


def test_46_answers_stand_with_their_notes(vault: Vault, audit: Audit) -> None:
    visit = vault.audits.main_visit(audit.id)
    assert visit is not None
    state = vault.checklists.state(audit.id, visit.id)
    given = Counter(answer.verdict for answer in state.answers.values())
    assert given == {
        Verdict.CONFORMING: 36,
        Verdict.OBSERVATION: 5,
        Verdict.MINOR: 2,
        Verdict.MAJOR: 1,
        Verdict.NOT_APPLICABLE: 2,
    }
    assert min(len(answer.note) for answer in state.answers.values()) > 20
    assert [item.key for item in state.items if item.is_gap] == []
    assert state.answers.keys() <= {item.key for item in state.items}


def test_stage_1_is_answered_to_its_last_item_and_handed_points_on(
    vault: Vault, audit: Audit
) -> None:
    visit = vault.audits.visit(audit.id, VisitKind.STAGE1)
    assert visit is not None
    state = vault.checklists.state(audit.id, visit.id)
    assert state.answered == len(state.items) > 50
    assert len(vault.audits.key_points(audit.id)) == 3
    report = vault.audits.stage1_report(audit.id)
    assert report is not None
    assert report.sent_at == datetime(2026, 3, 4, 7, 30, tzinfo=UTC)


def test_the_team_and_the_drifted_facts_are_there(vault: Vault, audit: Audit) -> None:
    team = vault.audits.team(audit.id)
    roles = Counter(member.role for member in team)
    assert roles == {
        TeamRole.LEADER: 1,
        TeamRole.AUDITOR: 2,
        TeamRole.EXPERT: 1,
        TeamRole.TRAINEE: 1,
    }
    assert all(m.registration_number for m in team if m.role is not TeamRole.EXPERT)
    drifted = [(f.declared, f.confirmed) for f in vault.audits.facts(audit.id) if f.has_drifted]
    assert drifted == [("268", "283"), ("46", "58"), ("7", "9")]


def test_the_opening_meeting_is_signed_by_12_and_the_closing_one_not_held(
    vault: Vault, audit: Audit
) -> None:
    visit = vault.audits.main_visit(audit.id)
    assert visit is not None
    (meeting,) = vault.meetings.of(visit.id)
    assert meeting.kind is MeetingKind.OPENING
    state = vault.meetings.state(meeting.id)
    signed = [person for person in state.people if person.is_signed]
    assert len(signed) == 12
    assert AttendeeRole.OHS_REPRESENTATIVE in {person.role for person in signed}
    assert all(len(person.strokes) > 2 for person in signed)
    assert meeting.closed_at is not None
    assert [item.key for item in state.agenda if item.key not in state.marks] == []


def test_the_three_nonconformities_stand_at_three_steps(vault: Vault, audit: Audit) -> None:
    found = vault.nonconformities.of(audit.id)
    assert [(nc.number, nc.state) for nc in found] == [
        ("NC-01", NcState.ISSUED),
        ("NC-02", NcState.DRAFT),
        ("NC-03", NcState.PLAN_SUBMITTED),
    ]
    assert all(len(vault.nonconformities.evidence(nc)) >= 2 for nc in found)
    assert vault.nonconformities.missing_for(found[1], NcState.ISSUED) == ()
    assert found[2].acknowledged_strokes


def test_every_photo_loads_and_differs(vault: Vault, photos: list[Evidence]) -> None:
    assert [photo.number for photo in photos] == [f"P-{n:04d}" for n in range(1, 49)]
    assert len({photo.sha256 for photo in photos}) == 48
    for photo in photos:
        assert accept(vault.evidence.original(photo)).width == photo.width


def test_the_cameras_tell_what_cameras_tell(photos: list[Evidence]) -> None:
    assert {photo.orientation for photo in photos} == {1, 3, 6, 8}
    bare = [photo for photo in photos if not photo.taken_at]
    assert len(bare) == 5
    assert all("device" in photo.missing for photo in bare)
    assert all(photo.taken_at.endswith("+08:00") for photo in photos if photo not in bare)
    placed = [photo for photo in photos if photo.latitude]
    assert 20 < len(placed) < 42
    assert {photo.latitude[:5] for photo in placed} == {"31.38", "31.19"}
    assert len({photo.device for photo in photos}) == 5


def test_every_photo_but_one_proves_something(
    vault: Vault, audit: Audit, photos: list[Evidence]
) -> None:
    known = {record.id for record in vault.audits.file(audit.id)}
    assert [len(photo.links) for photo in photos].count(0) == 1
    assert {link for photo in photos for link in photo.links} <= known


def test_the_sample_passes_its_own_checks(vault: Vault) -> None:
    checked = vault.care.check()
    assert (checked.problems, checked.photos, checked.orphans) == ((), 48, 0)


def test_the_office_waits_empty_and_trusts_the_leader(
    vault: Vault, tmp_path_factory: pytest.TempPathFactory
) -> None:
    copy = workspace.made().copied(tmp_path_factory.mktemp("office") / "sample")
    office = open_vault(copy.office, passphrase=DEMO_PASSPHRASE)
    assert office.audits.all() == []
    assert office.identity.role == "office"
    assert office.devices.is_trusted(vault.identity.public_key)
    assert vault.devices.is_trusted(office.identity.public_key)
    office.close()


def test_a_folder_that_holds_anything_is_refused_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(Refused):
        make_sample(tmp_path, cost=CHEAP)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_a_person_signs_alike_but_never_the_same_twice() -> None:
    assert signature("李敏") == signature("李敏")
    assert signature("李敏", "opening") != signature("李敏", "closing")
    assert signature("李敏") != signature("赵喆")
    times = [point[3] for stroke in signature("张犇犇") for point in stroke]
    assert times == sorted(times)


SHOT = Shot(
    scene="detector",
    words=("20.8", "O2 %", "JC-02"),
    seed=3,
    make="Xiaomi",
    model="Xiaomi 14",
    taken_at=datetime.fromisoformat("2026-03-12T10:29:11+08:00"),
    latitude=Decimal("31.38542"),
    longitude=Decimal("120.98067"),
)


@pytest.mark.parametrize("orientation", [1, 3, 6, 8])
def test_a_drawn_photo_says_where_when_and_which_way_up(orientation: int) -> None:
    facts = accept(photograph(replace(SHOT, orientation=orientation)))
    assert facts.taken_at == "2026-03-12T10:29:11+08:00"
    assert facts.device == "Xiaomi 14"
    assert str(facts.latitude)[:7] == "31.3854"
    assert facts.orientation == orientation
    assert (facts.width > facts.height) == (orientation in {1, 3})


def test_the_same_shot_is_the_same_picture() -> None:
    assert photograph(SHOT) == photograph(SHOT)
    assert photograph(SHOT) != photograph(replace(SHOT, seed=4))


def test_every_scene_of_the_script_can_be_drawn(photos: list[Evidence]) -> None:
    from auditor_app.sample.script import script

    assert {table["scene"] for table in script()["photo"]} == SCENES.keys()
