"""Nonconformities: complete before they are issued, followed step by step to closure."""

from dataclasses import replace

import pytest

from auditor_app.domain import Answer, Grade, NcState, Nonconformity, Verdict
from auditor_app.errors import Refused
from auditor_app.operations.evidence import Origin
from auditor_app.vault import Vault
from tests.core.builders import a_photo, an_audit
from tests.core.test_meetings import STROKES


@pytest.fixture
def answer(fresh: Vault) -> Answer:
    audit, visit = an_audit(fresh)
    item = next(i for i in fresh.checklists.items(audit, visit) if i.standard_clause == "8.1.2")
    blank = fresh.checklists.blank(visit, item)
    return fresh.checklists.save(
        replace(blank, verdict=Verdict.MAJOR, note="SX-0311 气体检测栏空白", department="生产部")
    )


@pytest.fixture
def draft(fresh: Vault, answer: Answer) -> Nonconformity:
    return fresh.nonconformities.save(fresh.nonconformities.draft_from(answer))


def complete(vault: Vault, draft: Nonconformity) -> Nonconformity:
    vault.evidence.add_bytes(
        a_photo(), "许可证.jpg", Origin(audit_id=draft.audit_id, links=(draft.id,))
    )
    return vault.nonconformities.save(
        replace(draft, requirement="作业前检测气体并记录", gap="无法证明作业前已检测"),
        seen=draft,
    )


def test_a_draft_takes_over_what_the_answer_says(draft: Nonconformity, answer: Answer) -> None:
    assert (draft.grade, draft.facts, draft.clause) == (Grade.MAJOR, answer.note, "8.1.2")
    assert draft.department == answer.department
    assert draft.rulebook_clause.startswith("HCR 5.4.3.4")


def test_numbers_count_up(fresh: Vault, draft: Nonconformity, answer: Answer) -> None:
    assert draft.number == "NC-01"
    assert fresh.nonconformities.draft_from(answer).number == "NC-02"


def test_everything_missing_is_said_at_once(fresh: Vault, draft: Nonconformity) -> None:
    with pytest.raises(Refused) as refused:
        fresh.nonconformities.advance(draft)
    for word in ("要求", "差距", "照片证据"):
        assert word in str(refused.value)
    assert fresh.nonconformities.get(draft.id).state is NcState.DRAFT


def test_it_goes_to_closure_step_by_step(fresh: Vault, draft: Nonconformity) -> None:
    ncs = fresh.nonconformities
    nc = ncs.advance(complete(fresh, draft))
    assert (nc.state, nc.auditor) == (NcState.ISSUED, "李敏")
    nc = ncs.acknowledge(nc, "王建国", strokes=STROKES)
    plan = replace(
        nc, cause="未配备检测仪", correction="停止作业补测", corrective_action="配备两台"
    )
    nc = ncs.advance(ncs.save(plan, seen=nc))
    nc = ncs.advance(nc)
    assert (nc.state, nc.plan_accepted_by) == (NcState.PLAN_ACCEPTED, "李敏")
    nc = ncs.advance(ncs.save(replace(nc, action_evidence="采购单与培训记录"), seen=nc))
    nc = ncs.advance(
        ncs.save(replace(nc, verification="现场核对有效", verification_method="现场"), seen=nc)
    )
    nc = ncs.advance(nc)
    assert nc.state is NcState.CLOSED
    assert nc.verified_by == "李敏"
    with pytest.raises(Refused, match="已关闭"):
        ncs.advance(nc)


def test_a_state_is_never_typed(fresh: Vault, draft: Nonconformity) -> None:
    with pytest.raises(Refused):
        fresh.nonconformities.save(replace(draft, state=NcState.CLOSED), seen=draft)


def test_a_dispute_is_kept_and_does_not_block(fresh: Vault, draft: Nonconformity) -> None:
    nc = fresh.nonconformities.advance(complete(fresh, draft))
    nc = fresh.nonconformities.acknowledge(nc, "王建国", strokes=STROKES, dispute="当天检测仪送检")
    assert (nc.dispute, nc.acknowledged_by) == ("当天检测仪送检", "王建国")


def test_sending_back_needs_a_reason_and_evidence(fresh: Vault, draft: Nonconformity) -> None:
    with pytest.raises(Refused):
        fresh.nonconformities.send_back(draft, "证据不足")
    ready = fresh.audits.keep(replace(draft, state=NcState.EVIDENCE_SUBMITTED), seen=draft)
    with pytest.raises(Refused, match="原因"):
        fresh.nonconformities.send_back(ready, " ")
    assert fresh.nonconformities.send_back(ready, "照片不是整改后").state is NcState.ISSUED


def test_a_step_waits_until_two_versions_are_settled(fresh: Vault, draft: Nonconformity) -> None:
    nc = complete(fresh, draft)
    fresh.nonconformities.save(replace(nc, gap="甲的写法"), seen=nc)
    fresh.nonconformities.save(replace(nc, gap="乙的写法"), seen=nc)
    now = fresh.nonconformities.get(nc.id)
    with pytest.raises(Refused, match="裁定"):
        fresh.nonconformities.advance(now)
    fresh.conflicts.settle(fresh.conflicts.of_record(now)[0], "甲的写法")
    issued = fresh.nonconformities.advance(fresh.nonconformities.get(nc.id))
    assert (issued.state, issued.gap) == (NcState.ISSUED, "甲的写法")
