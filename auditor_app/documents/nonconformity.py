"""The report of one nonconformity, from the facts to its closing."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from auditor_app.documents.facts import NonconformityFacts
from auditor_app.documents.fonts import Fonts
from auditor_app.documents.layout import PhotoSource
from auditor_app.documents.paper import (
    Check,
    Checks,
    Field,
    Fields,
    Head,
    Ink,
    Integrity,
    Leaf,
    NonconformityContent,
    Panel,
    Photos,
    Signature,
    Signatures,
    Text,
)
from auditor_app.documents.press import Rendered, print_paper
from auditor_app.documents.report_findings import photo_of
from auditor_app.documents.wording import (
    AUDIT_KINDS,
    GRADES,
    NC_STATES,
    NONE,
    VISIT_KINDS,
    day,
    minute,
)
from auditor_app.domain import Grade, Nonconformity

_OPEN = "（待填写）"
_UNSIGNED = "（待签）"


def build_nonconformity(facts: NonconformityFacts) -> NonconformityContent:
    """The form both sides fill in (HCR 5.5, TCC/OYPX 4.5.1)."""
    one = facts.nonconformity
    return NonconformityContent(
        head=Head(
            body_name=facts.rulebook.body,
            body_name_en=facts.rulebook.body_en or facts.rulebook.name,
            title="不符合报告",
            title_en="NONCONFORMITY REPORT",
            number=f"审核编号 {facts.audit.number} / {one.number}",
            form=facts.rulebook.form,
        ),
        nodes=(
            _data(facts),
            _facts_panel(facts),
            _judgement(facts),
            _cause(facts),
            _actions(one),
            _verification(facts),
            Integrity(
                title="扫码核对日志链头",
                lines=(f"日志链头：{facts.journal_head}",),
                code=facts.journal_head,
            ),
        ),
        missing=_missing(one),
    )


def render_nonconformity(
    content: NonconformityContent,
    *,
    photos: PhotoSource,
    fonts: Fonts,
    out: Path,
    made_at: datetime,
) -> Rendered:
    """Write the report as PDF/A-3u; see `press.print_paper` for what it promises and raises."""
    return print_paper(
        content,
        photos=photos,
        fonts=fonts,
        out=out,
        made_at=made_at,
        attachment="nonconformity.json",
    )


def _missing(one: Nonconformity) -> tuple[str, ...]:
    needed = (
        ("不符合事实", one.facts),
        ("应当做到的要求", one.requirement),
        ("不符合之处", one.gap),
        ("标准条款", one.clause),
        ("受审核部门", one.department),
    )
    return tuple(name for name, value in needed if not value)


def _data(facts: NonconformityFacts) -> Fields:
    one = facts.nonconformity
    clause = f"{facts.rulebook.standard}  {one.clause}"
    if one.rulebook_clause:
        own = one.rulebook_clause.removeprefix(f"{facts.rulebook.key} ")
        clause += f"\n{facts.rulebook.key} {own}"
    kind = f"{AUDIT_KINDS[facts.audit.kind]} {VISIT_KINDS[facts.visit.kind]}"
    return Fields(
        rows=(
            (Field(label="受审核方", value=facts.client.name),),
            (
                Field(label="不符合编号", value=one.number),
                Field(label="审核类型", value=kind),
            ),
            (
                Field(label="受审核部门", value=one.department),
                Field(label="部门负责人", value=one.responsible),
            ),
            (
                Field(label="开具日期", value=day(one.issued_at)),
                Field(label="整改期限", value=_due(facts)),
            ),
            (
                Field(label="标准条款", value=clause),
                Field(label="当前状态", value=NC_STATES[one.state]),
            ),
        )
    )


def _due(facts: NonconformityFacts) -> str:
    one = facts.nonconformity
    is_late = (
        one.due_on is not None
        and facts.today is not None
        and facts.today > one.due_on
        and one.verified_at is None
    )
    return f"{day(one.due_on)}（已逾期）" if is_late else day(one.due_on)


def _facts_panel(facts: NonconformityFacts) -> Panel:
    one = facts.nonconformity
    pictures = [each for each in facts.evidence if each.media_type.startswith("image/")]
    nodes: list[Leaf] = [Text(text=one.facts or _OPEN)]
    if pictures:
        nodes.append(Photos(photos=tuple(photo_of(each) for each in pictures), columns=3))
    return Panel(number="1", title="不符合事实", note="由审核组填写", nodes=tuple(nodes))


def _judgement(facts: NonconformityFacts) -> Panel:
    one = facts.nonconformity
    grades = tuple(Check(text=GRADES[grade], is_ticked=one.grade is grade) for grade in Grade)
    classes = tuple(
        Check(text=title, is_ticked=title in one.classes) for title in facts.class_titles
    )
    nodes: tuple[Leaf, ...] = (
        *_labelled((("要求", one.requirement), ("差距", one.gap))),
        Checks(checks=(*grades, *classes)),
        *_labelled(
            (("分级理由", one.grade_reason), ("受审核方异议", one.dispute)), only_given=True
        ),
        Signatures(
            signatures=(
                _signed("审核员", one.auditor, one.issued_at, note="开具"),
                _signed("审核组长", facts.leader, one.issued_at, note="确认"),
                _acknowledged(one),
            )
        ),
    )
    return Panel(number="2", title="判定", note="依据与分级", nodes=nodes)


def _signed(role: str, name: str, moment: datetime | None, *, note: str) -> Signature:
    typed = name if moment else _UNSIGNED
    return Signature(role=role, name="", ink=Ink(typed=typed), note=note, date=day(moment))


def _acknowledged(one: Nonconformity) -> Signature:
    typed = one.acknowledged_by if one.acknowledged_at else _UNSIGNED
    return Signature(
        role="受审核方确认",
        name=one.acknowledged_by if one.acknowledged_strokes else "",
        ink=Ink(strokes=one.acknowledged_strokes, typed=typed),
        note="事实属实，签名",
        date=day(one.acknowledged_at),
    )


def _cause(facts: NonconformityFacts) -> Panel:
    within = f"，{facts.answer_within}" if facts.answer_within else ""
    return Panel(
        number="3",
        title="原因分析",
        note=f"由受审核方填写{within}",
        nodes=(Text(text=facts.nonconformity.cause or _OPEN),),
    )


def _actions(one: Nonconformity) -> Panel:
    accepted = ""
    if one.plan_accepted_at:
        accepted = f"{one.plan_accepted_by}于 {minute(one.plan_accepted_at)} 接受整改计划"
    return Panel(
        number="4",
        title="纠正与纠正措施",
        note="由受审核方填写",
        nodes=(
            *_labelled((("纠正", one.correction), ("纠正措施", one.corrective_action))),
            *_labelled(
                (("整改证据", one.action_evidence), ("计划评审", accepted)), only_given=True
            ),
        ),
    )


def _verification(facts: NonconformityFacts) -> Panel:
    one = facts.nonconformity
    return Panel(
        number="5",
        title="验证与关闭",
        note="由审核组填写",
        nodes=(
            *_labelled((("验证结果", one.verification), ("验证方式", one.verification_method))),
            Fields(
                rows=(
                    (
                        Field(label="验证人", value=one.verified_by or NONE),
                        Field(label="验证时间", value=minute(one.verified_at)),
                    ),
                    (
                        Field(label="关闭时间", value=minute(one.closed_at)),
                        Field(label="状态", value=NC_STATES[one.state]),
                    ),
                )
            ),
        ),
    )


def _labelled(parts: Iterable[tuple[str, str]], *, only_given: bool = False) -> tuple[Text, ...]:
    return tuple(
        Text(label=label, text=text or _OPEN) for label, text in parts if text or not only_given
    )
