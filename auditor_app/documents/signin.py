"""The sign-in sheet of a visit's opening and closing meetings."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from auditor_app.documents.facts import SigninFacts
from auditor_app.documents.fonts import Fonts
from auditor_app.documents.paper import (
    CellValue,
    Check,
    Checks,
    Column,
    Field,
    Fields,
    Head,
    Ink,
    Integrity,
    Leaf,
    Noted,
    Section,
    Side,
    SigninContent,
    Table,
)
from auditor_app.documents.press import Rendered, print_paper
from auditor_app.documents.wording import (
    ATTENDEE_ROLES,
    AUDIT_KINDS,
    MEETINGS,
    NONE,
    clock,
    minute,
    visit_title,
)
from auditor_app.domain import Attendance, Meeting, MeetingKind

_CENTER = Side.CENTER


def build_signin(facts: SigninFacts) -> SigninContent:
    """Everybody who was at the meetings, with signature and time (HCR 5.4.3.1, TCC/OYPX 4.3.2)."""
    return SigninContent(
        head=Head(
            body_name=facts.rulebook.body,
            body_name_en=facts.rulebook.body_en or facts.rulebook.name,
            title="首次／末次会议签到表",
            title_en="OPENING / CLOSING MEETING ATTENDANCE",
            number=f"审核编号 {facts.audit.number}",
            form=facts.rulebook.form,
        ),
        nodes=(_data(facts), *_people(facts), *_agenda(facts), *_proof(facts)),
        missing=_missing(facts),
    )


def render_signin(
    content: SigninContent, *, fonts: Fonts, out: Path, made_at: datetime
) -> Rendered:
    """Write the sheet as PDF/A-3u; see `press.print_paper` for what it promises and raises."""
    return print_paper(
        content,
        photos=lambda _: None,
        fonts=fonts,
        out=out,
        made_at=made_at,
        attachment="signatures.json",
    )


def _missing(facts: SigninFacts) -> tuple[str, ...]:
    unsigned = tuple(
        f"{one.name}的签名" for one in facts.attendances if not one.is_absent and not one.is_signed
    )
    return (*(() if facts.meetings else ("会议记录",)), *unsigned)


def _data(facts: SigninFacts) -> Fields:
    meetings = tuple(
        (
            Field(label=MEETINGS[one.kind], value=_time(one)),
            Field(label="地点", value=one.location),
        )
        for one in _ordered(facts.meetings)
    )
    kind = f"{AUDIT_KINDS[facts.audit.kind]} {visit_title(facts.visit)}"
    return Fields(
        rows=(
            (Field(label="受审核方", value=facts.client.name),),
            (
                Field(label="审核类型", value=kind),
                Field(label="审核组长", value=facts.leader),
            ),
            *meetings,
        )
    )


def _time(meeting: Meeting) -> str:
    end = f"—{clock(meeting.closed_at)}" if meeting.closed_at else ""
    return f"{minute(meeting.starts_at)}{end}"


def _ordered(meetings: Iterable[Meeting]) -> list[Meeting]:
    return sorted(meetings, key=lambda one: (one.kind is MeetingKind.CLOSING, one.starts_at))


def _people(facts: SigninFacts) -> tuple[Section, ...]:
    sides = (("受审核方参会人员", False), ("审核组", True))
    return tuple(
        Section(title=title, nodes=(_table(facts, people),))
        for title, is_team in sides
        if (people := [one for one in facts.attendances if one.role.is_team is is_team])
    )


def _table(facts: SigninFacts, people: list[Attendance]) -> Table:
    meetings = _ordered(facts.meetings)
    signing = tuple(
        column
        for meeting in meetings
        for column in (
            Column(title=f"{MEETINGS[meeting.kind]}签名", share=62 // len(meetings), side=_CENTER),
            Column(title="时间", share=28 // len(meetings), side=_CENTER),
        )
    )
    columns = (
        Column(title="序号", share=14, side=_CENTER),
        Column(title="姓名", share=19, side=_CENTER),
        Column(title="身份", share=35, side=_CENTER),
        Column(title="部门／职务", share=42, side=_CENTER),
        *signing,
    )
    persons: dict[tuple[str, str], list[Attendance]] = {}
    for one in people:
        persons.setdefault((one.name, one.department), []).append(one)
    rows = tuple(_person(number, same, meetings) for number, same in enumerate(persons.values(), 1))
    return Table(columns=columns, rows=rows)


def _person(number: int, same: list[Attendance], meetings: list[Meeting]) -> tuple[CellValue, ...]:
    first = same[0]
    role = ATTENDEE_ROLES[first.role]
    post = "／".join(part for part in (first.department, first.post) if part)
    signing: list[CellValue] = []
    for meeting in meetings:
        here = next((one for one in same if one.meeting_id == meeting.id), None)
        signing += [_ink(here), clock(here.signed_at) if here else NONE]
    return str(number), first.name, role, post, *signing


def _ink(attendance: Attendance | None) -> CellValue:
    if attendance is None:
        return NONE
    if attendance.is_absent:
        return Noted(text="缺席", detail=attendance.absence_reason)
    if attendance.strokes:
        return Ink(strokes=attendance.strokes)
    if attendance.is_signed:
        return Noted(text=attendance.name, detail=f"打字签名：{attendance.typed_reason}")
    return Ink(typed="（未签）")


def _agenda(facts: SigninFacts) -> tuple[Section, ...]:
    rows: list[Leaf] = []
    for meeting in _ordered(facts.meetings):
        lines = [one for one in facts.agenda if one.meeting_id == meeting.id]
        checks = tuple(
            Check(
                text=one.title,
                is_ticked=one.mark is not None and one.mark.said_at is not None,
            )
            for one in lines
        )
        if checks:
            rows.append(Checks(label=MEETINGS[meeting.kind], checks=checks))
    return (Section(title="会议要点确认", nodes=tuple(rows)),) if rows else ()


def _proof(facts: SigninFacts) -> tuple[Leaf, ...]:
    return (
        Integrity(
            title="扫码核对日志链头",
            lines=(
                f"日志链头：{facts.journal_head}",
                "签名为手写输入的矢量笔迹，笔迹数据与签名时间附于本文件的 signatures.json；"
                "时间均为北京时间。",
            ),
            code=facts.journal_head,
        ),
    )
