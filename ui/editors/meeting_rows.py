"""What the meeting page makes of its records: rows, counts, who is missing, who comes next."""

from collections.abc import Sequence
from dataclasses import dataclass

from auditor_app.domain import Attendance, AttendeeRole
from ui.audit_words import clock
from ui.widgets.people_rows import Person, Presence


@dataclass(frozen=True, slots=True, kw_only=True)
class Demand:
    """A role the rulebook wants at the meeting; `clause` with the rulebook's name before it."""

    role: AttendeeRole
    title: str
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How the sign-in stands."""

    expected: int
    signed: int
    unsigned: int
    absent: int
    unexplained: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Who signed at only one of the two meetings, by name."""

    opening_only: tuple[str, ...]
    closing_only: tuple[str, ...]


def in_order(people: Sequence[Attendance]) -> tuple[Attendance, ...]:
    """The client's people first, then the team; by role, within a role as listed."""
    return tuple(sorted(people, key=_rank))


def row(person: Attendance, *, signing: str = "") -> Person:
    """A person as the list shows it; `signing` is the id of the one at the pad."""
    return Person(
        key=person.id,
        name=person.name,
        role=person.role,
        department=person.department,
        post=person.post,
        presence=_presence(person, signing),
        strokes=person.strokes,
        time=clock(person.signed_at) if person.signed_at else "",
        reason=person.absence_reason or person.typed_reason,
    )


def counts(people: Sequence[Attendance]) -> Counts:
    """How many are where."""
    return Counts(
        expected=len(people),
        signed=sum(one.is_signed for one in people),
        unsigned=sum(not one.is_signed and not one.is_absent for one in people),
        absent=sum(one.is_absent for one in people),
        unexplained=sum(one.is_absent and not one.absence_reason for one in people),
    )


def missing(demands: Sequence[Demand], people: Sequence[Attendance]) -> tuple[Demand, ...]:
    """The demanded roles of which nobody signed and nobody's absence is explained."""
    met = {one.role for one in people if one.is_signed or one.absence_reason}
    return tuple(demand for demand in demands if demand.role not in met)


def next_unsigned(people: Sequence[Attendance], after: str = "") -> str:
    """The id of whose turn it is: the first unsigned after a person, round the list."""
    listed = in_order(people)
    ids = [one.id for one in listed]
    start = ids.index(next(one for one in ids if one == after)) + 1 if after in ids else 0
    for one in (*listed[start:], *listed[:start]):
        if not one.is_signed and not one.is_absent:
            return one.id
    return ""


def queue(people: Sequence[Attendance], current: str) -> tuple[Attendance, ...]:
    """Who signs after the current one: the unsigned in order, then the absent unexplained."""
    listed = in_order(people)
    ids = [str(one.id) for one in listed]
    start = ids.index(current) + 1 if current in ids else 0
    turned = [one for one in (*listed[start:], *listed[:start]) if one.id != current]
    waiting = [one for one in turned if not one.is_signed and not one.is_absent]
    unexplained = [one for one in turned if one.is_absent and not one.absence_reason]
    return (*waiting, *unexplained)


def difference(opening: Sequence[Attendance], closing: Sequence[Attendance]) -> Difference:
    """Who of the client signed at one meeting only."""
    first = {one.name for one in opening if one.is_signed and not one.role.is_team}
    last = {one.name for one in closing if one.is_signed and not one.role.is_team}
    return Difference(
        opening_only=tuple(one.name for one in opening if one.name in first - last),
        closing_only=tuple(one.name for one in closing if one.name in last - first),
    )


def _rank(person: Attendance) -> int:
    return tuple(AttendeeRole).index(person.role)


def _presence(person: Attendance, signing: str) -> Presence:
    if person.is_signed:
        return Presence.TYPED if person.typed_reason and not person.strokes else Presence.SIGNED
    if person.id == signing:
        return Presence.SIGNING
    if person.is_absent:
        return Presence.ABSENT if person.absence_reason else Presence.ABSENT_UNEXPLAINED
    return Presence.UNSIGNED
