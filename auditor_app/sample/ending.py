"""The audit from the second afternoon of stage 2 to the signed report, no gate passed by."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path

from auditor_app.domain import MeetingKind
from auditor_app.rules.checklist import Item
from auditor_app.rules.standard import is_within
from auditor_app.sample.making import Making
from auditor_app.sample.meeting import hold
from auditor_app.sample.script import Table, revised
from auditor_app.sample.signatures import signature
from auditor_app.sample.working import Event, acknowledge, advance, find, happen, plan

Told = Callable[[str], None]


def finish(making: Making, folder: Path, told: Told) -> Path:
    """Bring the audit to its end; where the signed report lies."""
    end, closing = making.script["end"], making.script["closing"]
    making.at(end, "resumes_at")
    told("余下的检查表问题")
    happen([*_answers(making), *_steps(making, end["resumes_at"], closing["starts_at"])])
    told("末次会议与签到")
    hold(making, MeetingKind.CLOSING, closing)
    happen(_steps(making, closing["starts_at"], end["closing_done_at"]))
    making.at(end, "closing_done_at")
    making.vault.standing.go_on(making.audit.id, "末次会议已结束")
    told("整改与验证")
    happen(_steps(making, end["closing_done_at"], end["follow_up_done_at"]))
    making.at(end, "follow_up_done_at")
    making.vault.standing.go_on(making.audit.id, "严重不符合已验证，轻微不符合的计划已接受")
    told("审核报告")
    signed = _report(making, folder)
    making.at(end, "submitted_at")
    making.audit = making.vault.standing.go_on(making.audit.id, "审核报告已签署，资料齐全")
    return signed


def _answers(making: Making) -> Iterator[Event]:
    items = making.items("stage2")
    answers = making.vault.checklists.answers(making.visits["stage2"].id)
    musts: Mapping[str, Table] = {one["key"]: one for one in making.script["must"]}
    rest = {k: i for k, i in items.items() if i.key not in answers and k not in musts}
    end = making.script["end"]
    pace = (end["answers_until"] - end["resumes_at"]) / (len(rest) + len(musts) + 1)
    for number, (_, item) in enumerate(sorted(rest.items()), 1):
        words = _rest(making.script["rest"], item, number)
        table = {**words, "at": end["resumes_at"] + pace * number}
        yield table["at"], partial(making.answer, "stage2", item, table)
    for key, told in musts.items():
        yield told["at"], partial(making.answer, "stage2", items[key], told)


def _rest(tables: Sequence[Table], item: Item, number: int) -> Table:
    """A conforming answer in the words for the item's clause; several take turns."""
    fitting = [one for one in tables if is_within(item.standard_clause, one["clause"])]
    deepest = max(len(one["clause"]) for one in fitting)
    best = [one for one in fitting if len(one["clause"]) == deepest]
    told = best[number % len(best)]
    note = told["note"].format(department=item.department)
    return {"verdict": "conforming", "note": note, "docs": told["docs"]}


def _steps(making: Making, since: datetime, until: datetime) -> Iterator[Event]:
    """What happens to the nonconformities between two times."""
    for step in making.script["step"]:
        if since < step["at"] <= until:
            yield step["at"], partial(_step, making, step)


def _step(making: Making, step: Table) -> None:
    making.at(step, "at")
    _STEPS[step["does"]](making, step)


def _acknowledge(making: Making, step: Table) -> None:
    acknowledge(making, step["number"], step["by"])


def _plan(making: Making, step: Table) -> None:
    plan(making, step["number"], step)


def _advance(making: Making, step: Table) -> None:
    advance(making, step["number"])


def _tell(making: Making, step: Table) -> None:
    """Note what came in or was seen, then one step forward."""
    nc = find(making, step["number"])
    told = {name: step[name] for name in _TOLD if name in step}
    making.vault.nonconformities.save(revised(nc, told), seen=nc)
    advance(making, step["number"])


_TOLD = ("action_evidence", "verification", "verification_method")
_STEPS: Mapping[str, Callable[[Making, Table], None]] = {
    "issue": _advance,
    "acknowledge": _acknowledge,
    "plan": _plan,
    "accept": _advance,
    "evidence": _tell,
    "verify": _tell,
    "close": _advance,
}


def _report(making: Making, folder: Path) -> Path:
    reports, audit_id = making.vault.reports, making.audit.id
    making.at(making.script["end"], "report_written_at")
    blank = reports.report(audit_id)
    reports.save(revised(blank, making.script["report"]), seen=blank)
    making.at(making.script["end"], "report_signed_at")
    leader = making.script["vault"]["leader"]
    _, done = reports.sign(audit_id, signature(leader), folder=folder)
    return done.path
