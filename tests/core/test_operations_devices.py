"""Whose device is trusted, and what happens where two people wrote different things."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from auditor_app.domain import Answer, Audit, TeamMember, TeamRole, Verdict
from auditor_app.errors import Invalid, NotFound
from auditor_app.operations.conflicts import Conflict
from auditor_app.operations.envelope import Envelope
from auditor_app.security.age import generate_identity
from auditor_app.vault import Vault
from tests.core.builders import a_vault, an_audit


@pytest.fixture
def colleague(tmp_path: Path) -> Iterator[Vault]:
    vault = a_vault(tmp_path / "colleague", "王建国")
    yield vault
    vault.close()


def test_a_device_is_trusted_by_its_key_and_revoked_by_its_id(
    fresh: Vault, colleague: Vault
) -> None:
    me = colleague.identity
    assert not fresh.devices.is_trusted(me.public_key)
    kept = fresh.devices.trust(f" {me.public_key} ", " 王建国 ", me.recipient)
    assert (kept.name, kept.device_id, kept.recipient) == ("王建国", me.device_id, me.recipient)
    assert fresh.devices.is_trusted(me.public_key)
    assert fresh.devices.revoke(me.device_id).revoked_at is not None
    assert not fresh.devices.is_trusted(me.public_key)
    assert [one.name for one in fresh.devices.trusted()] == ["王建国"]


def test_trusting_again_corrects_the_name_and_lifts_the_revocation(
    fresh: Vault, colleague: Vault
) -> None:
    me = colleague.identity
    first = fresh.devices.trust(me.public_key, "王健国")
    fresh.devices.revoke(me.device_id)
    fresh.devices.trust(me.public_key, "王建国")
    (known,) = fresh.devices.trusted()
    assert (known.name, known.made_at, known.revoked_at) == ("王建国", first.made_at, None)
    assert fresh.devices.is_trusted(me.public_key)


@pytest.mark.parametrize("key", ["", "RW", "age1qqqq", "RW" + "A" * 54, "RWé"])
def test_what_is_no_key_is_not_trusted(fresh: Vault, key: str) -> None:
    with pytest.raises(Invalid, match="没有保存"):
        fresh.devices.trust(key, "王建国")
    assert fresh.devices.trusted() == []
    assert not fresh.devices.is_trusted(key)


def test_a_key_without_a_name_is_not_trusted(fresh: Vault, colleague: Vault) -> None:
    with pytest.raises(Invalid, match="属于谁"):
        fresh.devices.trust(colleague.identity.public_key, "  ")
    assert fresh.devices.trusted() == []


def test_a_device_nobody_trusted_cannot_be_revoked(fresh: Vault) -> None:
    with pytest.raises(NotFound):
        fresh.devices.revoke("a" * 24)


def test_the_team_of_an_audit_is_trusted_until_revoked(fresh: Vault, colleague: Vault) -> None:
    audit, _ = an_audit(fresh)
    me = colleague.identity
    fresh.audits.keep(
        TeamMember(audit_id=audit.id, name="王建国", role=TeamRole.AUDITOR, device_id=me.device_id)
    )
    assert fresh.devices.known_ids(audit.id) == {fresh.identity.device_id, me.device_id}
    assert fresh.devices.known_ids("another audit") == {fresh.identity.device_id}
    fresh.devices.trust(me.public_key, "王建国")
    fresh.devices.revoke(me.device_id)
    assert fresh.devices.known_ids(audit.id) == {fresh.identity.device_id}


def test_an_envelope_that_only_reads_cannot_sign() -> None:
    envelope = Envelope(None, generate_identity(), lambda _key: False)
    with pytest.raises(RuntimeError):
        envelope.sign(b"head", "")
    assert not envelope.trusts("RW")


# --- two versions of one field ---


@pytest.fixture
def audit(fresh: Vault) -> Audit:
    return an_audit(fresh)[0]


@pytest.fixture
def conflict(fresh: Vault, audit: Audit) -> Conflict:
    """One answer, written twice by people who had the same version before their eyes."""
    visit = fresh.audits.visits(audit.id)[0]
    blank = fresh.checklists.blank(visit, fresh.checklists.items(audit, visit)[0])
    base = fresh.checklists.save(replace(blank, note="待查"))
    fresh.checklists.save(replace(base, note="抽查五份"), seen=base)
    fresh.checklists.save(replace(base, note="抽查六份"), seen=base)
    (found,) = fresh.conflicts.of(audit.id)
    return found


def test_both_versions_are_shown_with_their_authors_latest_first(conflict: Conflict) -> None:
    assert (conflict.entity, conflict.field) == ("answer", "note")
    assert [(one.value, one.by) for one in conflict.candidates] == [
        ("抽查六份", "李敏"),
        ("抽查五份", "李敏"),
    ]
    assert conflict.candidates[0].at_ms >= conflict.candidates[1].at_ms


def test_settling_chooses_one_and_forgets_none(
    fresh: Vault, audit: Audit, conflict: Conflict
) -> None:
    settled = fresh.conflicts.settle(conflict, "抽查五份")
    assert isinstance(settled, Answer)
    assert settled.note == "抽查五份"
    assert fresh.conflicts.of(audit.id) == []
    notes = [one.value for one in fresh.history.of(settled) if one.field == "note"]
    assert notes == ["待查", "抽查五份", "抽查六份", "抽查五份"]


def test_a_choice_made_on_an_old_view_is_not_kept(
    fresh: Vault, audit: Audit, conflict: Conflict
) -> None:
    stale = replace(conflict, candidates=conflict.candidates[:1])
    with pytest.raises(Invalid, match="新的改动"):
        fresh.conflicts.settle(stale, "抽查六份")
    assert fresh.conflicts.of(audit.id) == [conflict]


def test_a_conflict_about_nothing_is_said_to_be_gone(fresh: Vault, conflict: Conflict) -> None:
    with pytest.raises(NotFound):
        fresh.conflicts.settle(replace(conflict, field="no_such_field"), "x")


def test_a_conflict_stops_the_next_step_until_it_is_settled(
    fresh: Vault, audit: Audit, conflict: Conflict
) -> None:
    assert any("裁定" in point.text for point in fresh.standing.points(audit))
    fresh.conflicts.settle(conflict, Verdict.CONFORMING.value)
    assert not any("裁定" in point.text for point in fresh.standing.points(audit))
