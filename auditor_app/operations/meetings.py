"""Holding opening and closing meetings: agenda, sign-in, who must be there."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from auditor_app.domain import (
    AgendaMark,
    Attendance,
    AttendeeRole,
    Audit,
    Meeting,
    MeetingKind,
    Place,
    RecordId,
    Stroke,
    TeamRole,
    Visit,
    id_for,
)
from auditor_app.errors import Invalid, Refused
from auditor_app.operations.audits import Audits
from auditor_app.operations.library import Library
from auditor_app.rules.agenda import AgendaItem, agenda
from auditor_app.rules.rulebook_parts import MeetingRole
from auditor_app.storage.database import Database

_TEAM_ROLES = {
    TeamRole.LEADER: AttendeeRole.LEADER,
    TeamRole.AUDITOR: AttendeeRole.AUDITOR,
    TeamRole.EXPERT: AttendeeRole.EXPERT,
    TeamRole.TRAINEE: AttendeeRole.TRAINEE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingState:
    """A meeting as its page shows it; `marks` go by agenda item key."""

    meeting: Meeting
    agenda: tuple[AgendaItem, ...]
    marks: dict[str, AgendaMark]
    people: tuple[Attendance, ...]
    open_points: tuple[str, ...]


class Meetings:
    """The meetings of the visits."""

    def __init__(self, database: Database, library: Library, audits: Audits) -> None:
        self._database = database
        self._library = library
        self._audits = audits

    def of(self, visit_id: RecordId) -> list[Meeting]:
        """A visit's meetings by time."""
        found = self._database.where(Meeting, "visit_id = ?", visit_id)
        return sorted(found, key=lambda meeting: meeting.starts_at)

    def find(self, visit_id: RecordId, kind: MeetingKind) -> Meeting | None:
        """The visit's meeting of a kind."""
        return self._database.find(Meeting, id_for("meeting", visit_id, kind))

    def open(self, visit: Visit, kind: MeetingKind, *, location: str) -> Meeting:
        """Begin a meeting; the team is listed at once, the opening's signers again at closing."""
        if visit.place is Place.OFF_SITE:
            raise Refused("非现场的一阶段不设现场签到。没有建立会议；请在审核记录中写明沟通方式。")
        known = self.find(visit.id, kind)
        if known:
            return known
        moment = self._database.clock()
        meeting = Meeting(
            id=id_for("meeting", visit.id, kind),
            audit_id=visit.audit_id,
            made_at=moment,
            visit_id=visit.id,
            kind=kind,
            starts_at=moment,
            location=location,
            host=self._database.author.name,
        )
        with self._database.writing() as writer:
            kept = writer.put(meeting)
            for person in self._expected(visit, meeting):
                writer.put(person)
        return kept

    def state(self, meeting_id: RecordId) -> MeetingState:
        """Everything the meeting page shows."""
        meeting = self._database.get(Meeting, meeting_id)
        marks = self._database.where(AgendaMark, "meeting_id = ?", meeting_id)
        return MeetingState(
            meeting=meeting,
            agenda=agenda(meeting.kind),
            marks={mark.item: mark for mark in marks},
            people=tuple(self.people(meeting_id)),
            open_points=self.open_points(meeting),
        )

    def people(self, meeting_id: RecordId) -> list[Attendance]:
        """Who is listed, in the order they were added."""
        return self._database.where(Attendance, "meeting_id = ?", meeting_id)

    def required_roles(self, audit: Audit, kind: MeetingKind) -> tuple[MeetingRole, ...]:
        """Who must attend under the audit's rulebook (HCR 5.4.3.1, TCC/OYPX 4.3.2)."""
        roles = self._library.rulebook_of(audit).meeting_roles
        return tuple(one for one in roles if kind in one.meetings)

    def mark(
        self, meeting: Meeting, item: str, *, reply: str = "", said: bool = True
    ) -> AgendaMark:
        """Note that an agenda item was said (or take it back), and what the client answered."""
        self._still_open(meeting)
        ident = id_for("agenda", meeting.id, item)
        known = self._database.find(AgendaMark, ident)
        base = known or AgendaMark(
            id=ident,
            audit_id=meeting.audit_id,
            made_at=self._database.clock(),
            meeting_id=meeting.id,
            item=item,
        )
        said_at = (base.said_at or self._database.clock()) if said else None
        return self._audits.keep(replace(base, said_at=said_at, reply=reply), seen=known)

    def save(self, person: Attendance, *, seen: Attendance | None = None) -> Attendance:
        """List a person or correct name, department, post, role."""
        self._still_open(self._database.get(Meeting, person.meeting_id))
        if not person.name.strip():
            raise Invalid("请填写姓名。这一行没有保存。")
        return self._audits.keep(person, seen=seen)

    def sign(self, person: Attendance, strokes: tuple[Stroke, ...], *, pen: str) -> Attendance:
        """Keep a signature: its strokes and the moment; refused when there is nothing written."""
        if not any(len(stroke) > 1 for stroke in strokes):
            raise Refused("还没有笔迹，签名没有保存。请本人在框内签名，或键入姓名并说明原因。")
        signed = replace(
            person,
            strokes=strokes,
            pen=pen,
            signed_at=self._database.clock(),
            is_absent=False,
            absence_reason="",
        )
        return self.save(signed, seen=person)

    def sign_typed(self, person: Attendance, reason: str) -> Attendance:
        """A person who can't write: the typed name stands with the reason."""
        if not reason.strip():
            raise Refused("键入签名须说明不能手写的原因。没有保存。")
        signed = replace(
            person,
            typed_reason=reason.strip(),
            pen="typed",
            signed_at=self._database.clock(),
            is_absent=False,
        )
        return self.save(signed, seen=person)

    def absent(self, person: Attendance, reason: str) -> Attendance:
        """Note that a person did not come, with the reason when it is known."""
        return self.save(
            replace(person, is_absent=True, absence_reason=reason.strip()), seen=person
        )

    def remove(self, person: Attendance) -> None:
        """Take somebody off the list; not after signing."""
        if person.is_signed:
            raise Refused(f"{person.name} 已签名，不能从名单中删除。签名保持不变。")
        self._still_open(self._database.get(Meeting, person.meeting_id))
        self._audits.remove(person)

    def open_points(self, meeting: Meeting) -> tuple[str, ...]:
        """What stands against closing: required roles without person or reason, no signatures."""
        people = self.people(meeting.id)
        audit = self._audits.get(meeting.audit_id)
        points = []
        for role in self.required_roles(audit, meeting.kind):
            mine = [one for one in people if one.role == role.role]
            if any(one.is_signed for one in mine) or any(one.absence_reason for one in mine):
                continue
            if role.required:
                points.append(f"{audit.rulebook} {role.clause}：{role.title}须签到，或写明缺席原因")
        points += [
            f"{one.name}还没有签名，也没有标为缺席"
            for one in people
            if not one.is_signed and not one.is_absent
        ]
        if not any(one.is_signed and not one.role.is_team for one in people):
            points.append("受审核方还没有人签到")
        return tuple(points)

    def close(self, meeting: Meeting, *, at: datetime | None = None) -> Meeting:
        """End the meeting; refused with every open point at once."""
        self._still_open(meeting)
        points = self.open_points(meeting)
        if points:
            raise Refused("会议还不能结束：" + ";".join(points) + "。已签的名字都已保存。")
        return self._audits.keep(
            replace(meeting, closed_at=at or self._database.clock()), seen=meeting
        )

    def _expected(self, visit: Visit, meeting: Meeting) -> list[Attendance]:
        """The team, and at the closing meeting whom the client sent to the opening, in order."""
        listed = [
            (member.name, _TEAM_ROLES[member.role], "审核组", member.title)
            for member in self._audits.team(visit.audit_id)
        ]
        before = self.find(visit.id, MeetingKind.OPENING)
        if meeting.kind is MeetingKind.CLOSING and before:
            listed += [
                (one.name, one.role, one.department, one.post)
                for one in self.people(before.id)
                if not one.role.is_team
            ]
        return [
            Attendance(
                id=id_for("attendance", meeting.id, name),
                audit_id=visit.audit_id,
                made_at=meeting.made_at + timedelta(milliseconds=place),
                meeting_id=meeting.id,
                name=name,
                role=role,
                department=department,
                post=post,
            )
            for place, (name, role, department, post) in enumerate(listed)
        ]

    def _still_open(self, meeting: Meeting) -> None:
        """As it stands in the vault, not as somebody still has it on the screen."""
        if self._database.get(Meeting, meeting.id).closed_at is not None:
            raise Refused(
                "会议已结束，签到表已锁定。原记录保持不变；更正请写入审核记录并说明原因。"
            )
