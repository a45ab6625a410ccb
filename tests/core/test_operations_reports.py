"""The audit report: complete before it is signed, locked and provable afterwards."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from auditor_app.domain import (
    Audit,
    AuditReport,
    MeetingKind,
    Recommendation,
    Site,
    Stroke,
    TeamMember,
    TeamRole,
    Verdict,
)
from auditor_app.errors import Refused
from auditor_app.operations.audits import NewAudit
from auditor_app.operations.evidence import Origin
from auditor_app.vault import Vault
from tests.core.builders import a_photo, an_audit
from tests.core.test_meetings import STROKES


@pytest.fixture
def audit(fresh: Vault) -> Audit:
    return an_audit(fresh)[0]


@pytest.fixture
def complete(fresh: Vault, audit: Audit) -> Audit:
    """An audit whose report lacks nothing but the signature."""
    audits, reports = fresh.audits, fresh.reports
    described = replace(
        audit, scope="精密零件机械加工", criteria="GB/T 45001", objective="评价体系的符合性"
    )
    audits.keep(described, seen=audit)
    client = audits.client(audit.id)
    audits.keep(replace(client, legal_address="工业路 8 号"), seen=client)
    audits.keep(Site(audit_id=audit.id, client_id=client.id, name="一厂", address="工业路 8 号"))
    audits.keep(
        TeamMember(
            audit_id=audit.id,
            name="李敏",
            role=TeamRole.LEADER,
            registration_number="2024-N1OHSMS-1",
        )
    )
    answer_everything(fresh, described)
    for one in fresh.library.rulebook_of(audit).report_contents:
        reports.say(audit.id, one.key, f"{one.title}：见记录")
    blank = reports.report(audit.id)
    reports.save(
        replace(
            blank,
            deviations="无",
            uncertainty="抽样审核",
            conclusion="体系有效",
            recommendation=Recommendation.GRANT,
        )
    )
    return described


def answer_everything(vault: Vault, audit: Audit) -> None:
    (visit,) = vault.audits.visits(audit.id)
    located = vault.audits.keep(replace(visit, location="工业路 8 号"), seen=visit)
    vault.meetings.open(located, MeetingKind.OPENING, location="三楼会议室")
    for item in vault.checklists.items(audit, located):
        blank = vault.checklists.blank(located, item)
        vault.checklists.save(replace(blank, verdict=Verdict.CONFORMING, note="抽查五份，齐全"))


@pytest.fixture
def signed(fresh: Vault, complete: Audit, tmp_path: Path) -> AuditReport:
    return fresh.reports.sign(complete.id, STROKES, folder=tmp_path)[0]


# --- before it is signed ---


def test_an_audit_without_a_visit_has_no_report(fresh: Vault, audit: Audit) -> None:
    new = NewAudit(number="X", kind=audit.kind, rulebook="hcr", client="华东精密")
    bare = fresh.audits.start(new)
    with pytest.raises(Refused, match="还没有安排"):
        fresh.reports.report(bare.id)


def test_a_blank_report_is_numbered_after_the_audit_and_not_kept(
    fresh: Vault, audit: Audit
) -> None:
    assert fresh.reports.report(audit.id).number == "HCR-2026-0117-S2"
    assert fresh.reports.file_name(audit.id) == "HCR-2026-0117-S2_审核报告_v1.pdf"
    assert not any(isinstance(one, AuditReport) for one in fresh.audits.file(audit.id))
    assert not fresh.reports.is_signed(audit.id)


def test_the_leaders_words_are_kept_and_can_be_reworded(fresh: Vault, audit: Audit) -> None:
    fresh.reports.say(audit.id, "performance", " 目标 5 项 ")
    fresh.reports.say(audit.id, "performance", "目标 5 项，完成 4 项")
    assert fresh.reports.statements(audit.id) == {"performance": "目标 5 项，完成 4 项"}


def test_signing_is_refused_with_everything_missing_by_clause(
    fresh: Vault, audit: Audit, tmp_path: Path
) -> None:
    with pytest.raises(Refused) as refused:
        fresh.reports.sign(audit.id, STROKES, folder=tmp_path / "out")
    for one in fresh.reports.missing(audit.id):
        assert one in str(refused.value)
    assert "审核组长（HCR 5.4.4.2(4)）" in str(refused.value)
    assert not fresh.reports.is_signed(audit.id)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("strokes", [(), ((),), (((1, 1, None, 0),),)])
def test_a_report_without_a_real_signature_is_not_signed(
    fresh: Vault, complete: Audit, tmp_path: Path, strokes: tuple[Stroke, ...]
) -> None:
    with pytest.raises(Refused, match="笔迹"):
        fresh.reports.sign(complete.id, strokes, folder=tmp_path)
    assert not fresh.reports.is_signed(complete.id)
    assert list(tmp_path.glob("*.pdf")) == []


# --- signed ---


def test_the_signed_file_is_the_one_whose_hash_is_kept(
    fresh: Vault, complete: Audit, signed: AuditReport, tmp_path: Path
) -> None:
    file = tmp_path / fresh.reports.file_name(complete.id)
    assert signed.pdf_sha256 == sha256(file.read_bytes()).hexdigest()
    assert (signed.signed_by, signed.strokes) == ("李敏", STROKES)
    assert fresh.reports.report(complete.id) == signed
    assert fresh.reports.is_signed(complete.id)


def test_a_signed_report_comes_out_the_same_byte_for_byte(
    fresh: Vault, complete: Audit, signed: AuditReport, tmp_path: Path
) -> None:
    again = fresh.reports.compile(complete.id, tmp_path / "again.pdf")
    assert again.sha256 == signed.pdf_sha256


def test_the_signature_seals_the_journal(
    fresh: Vault, complete: Audit, signed: AuditReport
) -> None:
    line = list(fresh._database.lines("audit = ?", complete.id))[-1]
    assert line.is_seal
    assert len(signed.journal_head) == 64


def test_a_signed_report_is_locked(
    fresh: Vault, complete: Audit, signed: AuditReport, tmp_path: Path
) -> None:
    with pytest.raises(Refused, match="已签署并锁定"):
        fresh.reports.save(replace(signed, conclusion="另一个结论"), seen=signed)
    with pytest.raises(Refused, match="已签署并锁定"):
        fresh.reports.say(complete.id, "performance", "另一种说法")
    with pytest.raises(Refused, match="已签署并锁定"):
        fresh.reports.sign(complete.id, STROKES, folder=tmp_path / "second")
    assert fresh.reports.report(complete.id) == signed
    assert not (tmp_path / "second").exists()


# --- the other documents ---


def test_a_report_prints_without_a_photo_that_is_not_here(
    fresh: Vault, audit: Audit, tmp_path: Path
) -> None:
    (visit,) = fresh.audits.visits(audit.id)
    blank = fresh.checklists.blank(visit, fresh.checklists.items(audit, visit)[0])
    answer = fresh.checklists.save(replace(blank, verdict=Verdict.MINOR, note="缺一页"))
    fresh.evidence.add_bytes(
        a_photo(), "现场.jpg", Origin(audit_id=audit.id, links=(answer.id,), caption="现场")
    )
    whole = fresh.reports.compile(audit.id, tmp_path / "whole.pdf")
    for file in (fresh.folder / "evidence").glob("*.age"):
        file.unlink()
    rest = fresh.reports.compile(audit.id, tmp_path / "rest.pdf")
    assert rest.pages == whole.pages
    assert rest.path.read_bytes()[:5] == b"%PDF-"
    assert rest.path.stat().st_size < whole.path.stat().st_size


def test_the_sign_in_sheet_and_a_nonconformity_print_before_anything_is_signed(
    fresh: Vault, complete: Audit, tmp_path: Path
) -> None:
    (visit,) = fresh.audits.visits(complete.id)
    nc = fresh.nonconformities.save(fresh.nonconformities.blank(complete.id, visit.id))
    sheet = fresh.reports.compile_signin(visit.id, tmp_path / "签到.pdf")
    paper = fresh.reports.compile_nonconformity(nc, tmp_path / "NC-01.pdf")
    for done in (sheet, paper):
        assert done.pages >= 1
        assert done.sha256 == sha256(done.path.read_bytes()).hexdigest()
