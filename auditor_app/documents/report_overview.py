"""The parts of an audit report that say who, where, when, and what stage 1 found."""

from auditor_app.documents.demands import clauses_of
from auditor_app.documents.facts import ReportFacts
from auditor_app.documents.paper import (
    Column,
    Field,
    Fields,
    Noted,
    Pill,
    Section,
    Side,
    Table,
    Text,
    Tone,
)
from auditor_app.documents.wording import (
    ATTENDEE_ROLES,
    AUDIT_KINDS,
    MEETINGS,
    NONE,
    PLACES,
    READINESS,
    TEAM_ROLES,
    VISIT_KINDS,
    day,
    days,
    listed,
    minute,
    risk,
    verdict_pill,
)
from auditor_app.domain import (
    ApplicationFact,
    AttendeeRole,
    KeyAuditPoint,
    Meeting,
    PlanSlot,
    SlotKind,
    TeamMember,
    Visit,
)

_CENTER = Side.CENTER


def overview(facts: ReportFacts) -> Section:
    """Section 1: the client, the team, what the audit was for, how it went."""
    return Section(
        title="审核概况",
        number="1",
        nodes=(_client(facts), _team(facts), _terms(facts), _course(facts)),
    )


def preparation(facts: ReportFacts) -> Section:
    """Section 2: what the application said and stage 1 found."""
    parts = (_declared(facts), _stage1(facts), _key_points(facts))
    nodes = tuple(part for part in parts if part is not None)
    return Section(title="一阶段结果与现场确认", number="2", nodes=nodes or (_nothing_yet(),))


def _nothing_yet() -> Text:
    return Text(text="本次审核没有一阶段记录，也没有需在现场确认的申报数据。")


def _client(facts: ReportFacts) -> Section:
    client = facts.client
    fields = Fields(
        rows=(
            (Field(label="受审核方", value=client.name),),
            (Field(label="注册地址", value=client.legal_address),),
            (
                Field(label="统一社会信用代码", value=client.credit_code),
                Field(label="所属行业", value=client.industry),
            ),
            (
                Field(label="最高管理者", value=client.top_manager),
                Field(
                    label="联系人", value=f"{client.contact_name} {client.contact_phone}".strip()
                ),
            ),
        )
    )
    sites = Table(
        columns=(
            Column(title="场所", share=20),
            Column(title="地址", share=34),
            Column(title="活动", share=26),
            Column(title="人数", share=8, side=_CENTER),
            Column(title="班次", share=12, side=_CENTER),
        ),
        rows=tuple(
            (
                Noted(text=site.name, detail="临时场所" if site.is_temporary else "固定场所"),
                site.address,
                site.activities,
                str(site.headcount),
                site.shifts,
            )
            for site in facts.sites
        ),
    )
    return Section(
        title="受审核方与场所",
        number="1.1",
        clause=clauses_of(
            facts, "client", "sites", "management_representative", "certificate_number"
        ),
        nodes=(fields, sites) if facts.sites else (fields,),
    )


def _team(facts: ReportFacts) -> Section:
    rows = tuple(_member(one, facts.slots) for one in facts.team)
    table = Table(
        columns=(
            Column(title="姓名", share=11, side=_CENTER),
            Column(title="组内身份", share=13, side=_CENTER),
            Column(title="注册号", share=27, side=_CENTER),
            Column(title="专业代码", share=13, side=_CENTER),
            Column(title="承担的部门与过程", share=36),
        ),
        rows=rows,
    )
    return Section(
        title="审核组",
        number="1.2",
        clause=clauses_of(facts, "leader", "members", "registration_numbers"),
        nodes=(table,) if rows else (Text(text="审核组尚未录入。"),),
    )


def _member(member: TeamMember, slots: tuple[PlanSlot, ...]) -> tuple[str | Noted, ...]:
    work = dict.fromkeys(
        slot.department
        for slot in slots
        if slot.kind is SlotKind.AUDIT and member.id in slot.member_ids
    )
    until = f"有效期至 {day(member.registration_until)}" if member.registration_until else ""
    number = member.registration_number or NONE
    return (
        member.name,
        TEAM_ROLES[member.role],
        Noted(text=number, detail=until) if until else number,
        listed(member.area_codes),
        listed(work),
    )


def _terms(facts: ReportFacts) -> Section:
    audit = facts.audit
    fields = Fields(
        rows=(
            (
                Field(label="审核类型", value=kind_of(facts)),
                Field(label="专业与风险", value=_area(facts)),
            ),
            (Field(label="审核目的", value=audit.objective),),
            (Field(label="审核准则", value=audit.criteria),),
            (Field(label="审核范围", value=audit.scope),),
        )
    )
    return Section(
        title="审核类型、目的、准则与范围",
        number="1.3",
        clause=clauses_of(facts, "audit_type", "purpose", "criteria", "scope"),
        nodes=(fields,),
    )


def kind_of(facts: ReportFacts) -> str:
    """`初次认证 二阶段`, `监督审核`."""
    audit, visit = AUDIT_KINDS[facts.audit.kind], VISIT_KINDS[facts.visit.kind]
    return audit if audit == visit else f"{audit} {visit}"


def _area(facts: ReportFacts) -> str:
    parts = (
        facts.audit.area_code,
        f"风险等级{risk(facts.audit.risk_class)}" if facts.audit.risk_class else "",
    )
    return "，".join(part for part in parts if part)


def _course(facts: ReportFacts) -> Section:
    visits = Table(
        columns=(
            Column(title="到访", share=16, side=_CENTER),
            Column(title="日期", share=28, side=_CENTER),
            Column(title="方式", share=16, side=_CENTER),
            Column(title="地点", share=40),
        ),
        rows=tuple(_visit(visit) for visit in facts.visits or (facts.visit,)),
    )
    return Section(
        title="审核过程、日期与地点",
        number="1.4",
        clause=clauses_of(facts, "dates", "places", "procedures"),
        nodes=(visits, *_meetings(facts), _method(facts)),
    )


def _visit(visit: Visit) -> tuple[str | Noted, ...]:
    place: str | Noted = visit.location
    if visit.off_site_reason:
        place = Noted(text=visit.location or NONE, detail=f"非现场理由：{visit.off_site_reason}")
    return (
        VISIT_KINDS[visit.kind],
        days(visit.first_day, visit.last_day),
        PLACES[visit.place],
        place,
    )


def _meetings(facts: ReportFacts) -> tuple[Table, ...]:
    if not facts.meetings:
        return ()
    columns = (
        Column(title="会议", share=12, side=_CENTER),
        Column(title="时间与地点", share=26),
        Column(title="主持人", share=10, side=_CENTER),
        Column(title="到会签到", share=16, side=_CENTER),
        Column(title="应到未到及原因", share=36),
    )
    ordered = sorted(facts.meetings, key=lambda meeting: meeting.starts_at)
    return (Table(columns=columns, rows=tuple(_meeting(facts, one) for one in ordered)),)


def _meeting(facts: ReportFacts, meeting: Meeting) -> tuple[str | Noted, ...]:
    visits = {visit.id: VISIT_KINDS[visit.kind] for visit in facts.visits}
    people = [one for one in facts.attendances if one.meeting_id == meeting.id]
    present = [one for one in people if not one.is_absent]
    team = sum(one.role.is_team for one in present)
    absent = [
        f"{one.name}（{_post(one.role, one.post)}）：{one.absence_reason or '未说明原因'}"
        for one in people
        if one.is_absent
    ]
    return (
        Noted(text=MEETINGS[meeting.kind], detail=visits.get(meeting.visit_id, "")),
        Noted(text=minute(meeting.starts_at), detail=meeting.location),
        meeting.host,
        f"受审核方 {len(present) - team} 人\n审核组 {team} 人",
        "\n".join(absent) or "无",
    )


def _post(role: AttendeeRole, post: str) -> str:
    return post or ATTENDEE_ROLES[role]


def _method(facts: ReportFacts) -> Text:
    audited = [slot for slot in facts.slots if slot.kind is SlotKind.AUDIT]
    departments = dict.fromkeys(slot.department for slot in audited if slot.department)
    photos = sum(one.media_type.startswith("image/") for one in facts.evidence)
    answered = sum(
        item.answer is not None and item.answer.verdict is not None for item in facts.items
    )
    return Text(
        text=(
            f"审核组按经受审核方确认的计划，对 {len(departments)} 个部门或过程实施了审核，"
            f"完成检查表 {answered} 项（共 {len(facts.items)} 项），"
            f"采集照片证据 {photos} 张。"
            "审核采用面谈、现场观察和查阅成文信息相结合的抽样方法；"
            f"计划审核 {facts.audit.planned_days} 人日，其中现场 {facts.audit.on_site_days} 人日。"
        )
    )


def _declared(facts: ReportFacts) -> Section | None:
    if not facts.application_facts:
        return None
    table = Table(
        columns=(
            Column(title="事项", share=20),
            Column(title="申请时申报", share=20),
            Column(title="现场确认", share=20),
            Column(title="依据与影响", share=28),
            Column(title="结果", share=12, side=_CENTER),
        ),
        rows=tuple(_fact(one) for one in facts.application_facts),
    )
    return Section(title="申报数据与现场确认", number="2.1", nodes=(table,))


def _fact(fact: ApplicationFact) -> tuple[str | Noted | Pill, ...]:
    basis = "；".join(part for part in (fact.confirmed_source, fact.consequence) if part)
    result = Pill(text="待确认", tone=Tone.MUTED)
    if fact.is_confirmed:
        result = (
            Pill(text="有变化", tone=Tone.WARNING)
            if fact.has_drifted
            else Pill(text="一致", tone=Tone.GOOD)
        )
    confirmed = f"{fact.confirmed} {fact.unit}".strip() if fact.is_confirmed else NONE
    return fact.label, f"{fact.declared} {fact.unit}".strip(), confirmed, basis, result


def _stage1(facts: ReportFacts) -> Section | None:
    report = facts.stage1_report
    if report is None:
        return None
    nodes = [Text(text=READINESS[report.readiness], label="结论")] if report.readiness else []
    nodes += [
        Text(text=text, label=label)
        for label, text in (("综述", report.conclusion), ("提请二阶段关注", report.concerns))
        if text
    ]
    if report.sent_at:
        receiver = f"，由{report.received_by}签收" if report.received_by else ""
        nodes.append(
            Text(text=f"一阶段结果已于 {day(report.sent_at)} 书面告知受审核方{receiver}。")
        )
    return Section(title="一阶段结论", number="2.2", nodes=tuple(nodes))


def _key_points(facts: ReportFacts) -> Section | None:
    if not facts.key_points:
        return None
    table = Table(
        columns=(
            Column(title="重要审核点", share=26),
            Column(title="理由", share=32),
            Column(title="条款", share=12, side=_CENTER),
            Column(title="部门", share=16, side=_CENTER),
            Column(title="二阶段结果", share=14, side=_CENTER),
        ),
        rows=tuple(_key_point(facts, point) for point in facts.key_points),
    )
    return Section(title="重要审核点及其跟踪", number="2.3", nodes=(table,))


def _key_point(facts: ReportFacts, point: KeyAuditPoint) -> tuple[str | Pill, ...]:
    answer = next((item.answer for item in facts.items if item.key == f"KP:{point.id}"), None)
    pill = verdict_pill(answer.verdict if answer else None)
    return point.title, point.why, listed(point.clauses), point.department, pill
