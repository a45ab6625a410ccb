"""Reads one meeting as its page shows it; runs on the vault's thread."""

from auditor_app.domain import Audit, Meeting, MeetingKind
from auditor_app.vault import Vault
from ui.audit_words import clock
from ui.editors.meeting_room import RoomData
from ui.editors.meeting_rows import Demand, in_order
from ui.widgets.agenda import AgendaItem


def read_room(vault: Vault, audit: Audit, meeting: Meeting) -> RoomData:
    """Everything about the meeting; for the closing also the record's head and the opening."""
    state = vault.meetings.state(meeting.id)
    is_closing = meeting.kind is MeetingKind.CLOSING
    opening = vault.meetings.find(meeting.visit_id, MeetingKind.OPENING) if is_closing else None
    items = []
    for item in state.agenda:
        mark = state.marks.get(item.key)
        items.append(
            AgendaItem(
                key=item.key,
                title=item.title,
                prompt=item.text,
                minutes=item.minutes,
                said_at=clock(mark.said_at) if mark and mark.said_at else "",
                reply=mark.reply if mark else "",
                asks=item.asks,
            )
        )
    return RoomData(
        meeting=meeting,
        agenda=tuple(items),
        last_said_at=max(
            (one.said_at for one in state.marks.values() if one.said_at), default=None
        ),
        people=in_order(state.people),
        demands=_demands(vault, audit, meeting),
        points=state.open_points,
        head=vault.seals.head(audit.id) if is_closing else "",
        opening=tuple(vault.meetings.people(opening.id)) if opening else None,
    )


def _demands(vault: Vault, audit: Audit, meeting: Meeting) -> tuple[Demand, ...]:
    return tuple(
        Demand(role=one.role, title=one.title, clause=f"{audit.rulebook} {one.clause}")
        for one in vault.meetings.required_roles(audit, meeting.kind)
        if one.required
    )
