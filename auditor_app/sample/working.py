"""Stage 2 until the afternoon of its second day: what happened, in the order it happened."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial

from auditor_app.domain import Grade, MeetingKind, Nonconformity
from auditor_app.sample import photos
from auditor_app.sample.beginning import confirm_changes, confirm_facts
from auditor_app.sample.making import Making
from auditor_app.sample.meeting import hold
from auditor_app.sample.script import Table, moment, revised
from auditor_app.sample.signatures import signature

Event = tuple[datetime, Callable[[], object]]

_DRAFTED = (
    "grade_reason",
    "classes",
    "clause",
    "rulebook_clause",
    "department",
    "responsible",
    "auditor",
    "requirement",
    "facts",
    "gap",
    "due_on",
)
_PLANNED = ("cause", "correction", "corrective_action")


def work(making: Making) -> None:
    """Do what the script says has been done when the sample is opened."""
    hold(making, MeetingKind.OPENING, making.script["opening"])
    confirm_changes(making)
    happen(_events(making))
    confirm_facts(making, until="stops_at")
    making.at(making.script, "stops_at")


def happen(events: Iterable[Event]) -> None:
    """Let things happen in the order of their times."""
    for _, act in sorted(events, key=lambda event: event[0]):
        act()


def _events(making: Making) -> Iterator[Event]:
    items = making.items("stage2")
    for table in making.script["answer"]:
        item = items[table["key"]]
        yield moment(table, "at"), partial(making.answer, "stage2", item, table)
    for table in making.script["photo"]:
        if table.get("visit") != "stage1":
            yield moment(table, "at"), partial(photos.take, making, table)
    for table in making.script["nc"]:
        yield moment(table, "made_at"), partial(_draft, making, table)
        if "issued_at" in table:
            yield moment(table, "issued_at"), partial(_issue, making, table)
        if "acknowledged_at" in table:
            yield moment(table, "acknowledged_at"), partial(_acknowledge, making, table)
        if "plan_submitted_at" in table:
            yield moment(table, "plan_submitted_at"), partial(_plan, making, table)


def find(making: Making, number: str) -> Nonconformity:
    """A nonconformity by its number."""
    found = making.vault.nonconformities.of(making.audit.id)
    return next(one for one in found if one.number == number)


def advance(making: Making, number: str) -> Nonconformity:
    """One step forward, through the gates."""
    return making.vault.nonconformities.advance(find(making, number))


def plan(making: Making, number: str, table: Table) -> Nonconformity:
    """The client's causes, correction and corrective action, submitted."""
    nc = find(making, number)
    told = {name: table[name] for name in _PLANNED}
    making.vault.nonconformities.save(revised(nc, told), seen=nc)
    return advance(making, number)


def acknowledge(making: Making, number: str, name: str) -> Nonconformity:
    """The client's representative signs."""
    return making.vault.nonconformities.acknowledge(
        find(making, number), name, strokes=signature(name)
    )


def _draft(making: Making, table: Table) -> None:
    making.at(table, "made_at")
    answers = making.vault.checklists.answers(making.visits["stage2"].id)
    blank = making.vault.nonconformities.draft_from(answers[table["answer"]])
    told = {name: table[name] for name in _DRAFTED if name in table}
    draft = replace(revised(blank, told), number=table["number"], grade=Grade(table["grade"]))
    kept = making.vault.nonconformities.save(draft)
    photos.link(making, kept.number, kept.id)


def _issue(making: Making, table: Table) -> None:
    making.at(table, "issued_at")
    advance(making, table["number"])


def _acknowledge(making: Making, table: Table) -> None:
    making.at(table, "acknowledged_at")
    acknowledge(making, table["number"], table["acknowledged_by"])


def _plan(making: Making, table: Table) -> None:
    making.at(table, "plan_submitted_at")
    plan(making, table["number"], table)
