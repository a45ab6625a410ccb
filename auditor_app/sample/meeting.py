"""The sample's meetings: agenda said, everybody signed, closed."""

from dataclasses import replace

from auditor_app.domain import Attendance, AttendeeRole, Meeting, MeetingKind, id_for
from auditor_app.sample.making import Making
from auditor_app.sample.script import Table
from auditor_app.sample.signatures import signature

_PEN = "pen"
_BETWEEN_SIGNATURES = 45
_BETWEEN_TOPICS = 100
"""Seconds."""


def hold(making: Making, kind: MeetingKind, table: Table) -> Meeting:
    """Hold a meeting as the script tells it; the gates refuse when somebody is missing."""
    meetings = making.vault.meetings
    starts_at = making.at(table, "starts_at")
    opened = meetings.open(making.visits["stage2"], kind, location=table["location"])
    meeting = making.vault.audits.keep(
        replace(opened, starts_at=starts_at, minutes_by=table["minutes_by"]), seen=opened
    )
    for person in table.get("person", ()):
        meetings.save(_listed(making, meeting, person))
    _sign_in(making, meeting, table)
    for said in table["reply"]:
        making.clock.forward(_BETWEEN_TOPICS)
        meetings.mark(meeting, said["item"], reply=said["reply"])
    return meetings.close(meeting, at=making.at(table, "closed_at"))


def _listed(making: Making, meeting: Meeting, person: Table) -> Attendance:
    return Attendance(
        id=id_for("attendance", meeting.id, person["name"]),
        audit_id=meeting.audit_id,
        made_at=making.clock(),
        meeting_id=meeting.id,
        name=person["name"],
        role=AttendeeRole(person["role"]),
        department=person["department"],
        post=person["post"],
    )


def _sign_in(making: Making, meeting: Meeting, table: Table) -> None:
    reasons = {one["name"]: one["absence_reason"] for one in table.get("absent", ())}
    for person in making.vault.meetings.people(meeting.id):
        making.clock.forward(_BETWEEN_SIGNATURES)
        if person.name in reasons:
            making.vault.meetings.absent(person, reasons[person.name])
        else:
            making.vault.meetings.sign(person, signature(person.name, meeting.kind), pen=_PEN)
