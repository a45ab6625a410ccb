"""What the attendee list shows: people in groups, each with a state."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from auditor_app.domain import AttendeeRole, Stroke


class Presence(StrEnum):
    """Where a person stands in the sign-in."""

    SIGNED = "signed"
    TYPED = "typed"
    SIGNING = "signing"
    UNSIGNED = "unsigned"
    ABSENT = "absent"
    ABSENT_UNEXPLAINED = "absent_unexplained"


ICONS = {
    Presence.SIGNED: ("circle-check", "ok"),
    Presence.TYPED: ("keyboard", "ok"),
    Presence.SIGNING: ("pen-line", "accent"),
    Presence.UNSIGNED: ("circle-dashed", "control"),
    Presence.ABSENT: ("circle-minus", "na"),
    Presence.ABSENT_UNEXPLAINED: ("octagon-alert", "major"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One attendee; `time` is the ready time of day, `reason` why absent or why typed."""

    key: str
    name: str
    role: AttendeeRole
    department: str = ""
    post: str = ""
    presence: Presence = Presence.UNSIGNED
    strokes: tuple[Stroke, ...] = ()
    time: str = ""
    reason: str = ""

    @property
    def place(self) -> str:
        """Department · post."""
        return " · ".join(part for part in (self.department, self.post) if part)

    @property
    def is_done(self) -> bool:
        """Whether the person has signed."""
        return self.presence in {Presence.SIGNED, Presence.TYPED}


def presence_word(presence: Presence) -> str:
    """The word at the right of a row that has no signature."""
    translate = QCoreApplication.translate
    return {
        Presence.SIGNED: translate("People", "已签"),
        Presence.TYPED: translate("People", "已签"),
        Presence.SIGNING: translate("People", "正在签名"),
        Presence.UNSIGNED: translate("People", "未签"),
        Presence.ABSENT: translate("People", "缺席"),
        Presence.ABSENT_UNEXPLAINED: translate("People", "缺席"),
    }[presence]


def role_tone(role: AttendeeRole) -> str:
    """Top management in accent, the workers' representative in blue, all others plain."""
    tones = {AttendeeRole.TOP_MANAGER: "accent", AttendeeRole.OHS_REPRESENTATIVE: "blue"}
    return tones.get(role, "plain")
