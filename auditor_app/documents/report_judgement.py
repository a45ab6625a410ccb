"""The parts of an audit report in which the leader judges and signs."""

from auditor_app.documents.demands import OWN_PLACE, clauses_of, told
from auditor_app.documents.facts import ReportFacts
from auditor_app.documents.paper import (
    Field,
    Fields,
    Ink,
    Leaf,
    Section,
    Signature,
    Signatures,
    Text,
    Tone,
)
from auditor_app.documents.wording import NONE, RECOMMENDATIONS, minute

_UNSAID = "组长尚未填写。"


def evaluation(facts: ReportFacts) -> Section:
    """Section 5: the paragraphs the rulebook asks for by name, and what the client does well."""
    parts = [
        Section(
            title=demand.title,
            clause=clauses_of(facts, demand.key),
            nodes=(Text(text=told(facts, demand) or _UNSAID),),
        )
        for demand in facts.demands
        if demand.key not in OWN_PLACE
    ]
    if facts.report.strengths:
        parts.append(Section(title="值得肯定之处", nodes=(Text(text=facts.report.strengths),)))
    numbered = tuple(
        Section(title=part.title, clause=part.clause, number=f"5.{index}", nodes=part.nodes)
        for index, part in enumerate(parts, 1)
    )
    return Section(title="综合评价", number="5", nodes=numbered or (Text(text=_UNSAID),))


def limits(facts: ReportFacts) -> Section:
    """Section 6: where the audit left its plan, and what makes its result uncertain."""
    changes = "\n".join(
        f"{minute(one.confirmed_at)} {one.confirmed_by}确认计划变更：{one.change}"
        for one in facts.confirmations
        if one.change
    )
    absent = "\n".join(
        f"{one.name}未参加会议：{one.absence_reason or '未说明原因'}"
        for one in facts.attendances
        if one.is_absent
    )
    deviations = "\n".join(part for part in (facts.report.deviations, changes, absent) if part)
    return Section(
        title="计划偏离与不确定性",
        number="6",
        nodes=(
            Section(
                title="与审核计划不一致之处",
                number="6.1",
                clause=clauses_of(facts, "deviations"),
                nodes=(Text(text=deviations or _UNSAID),),
            ),
            Section(
                title="审核风险与不确定性",
                number="6.2",
                clause=clauses_of(facts, "uncertainty"),
                nodes=(
                    Text(text=facts.report.uncertainty or _UNSAID),
                    Text(
                        text="审核基于抽样，未发现不符合并不表示不存在不符合。",
                        tone=Tone.MUTED,
                    ),
                ),
            ),
        ),
    )


def conclusion(facts: ReportFacts) -> Section:
    """Section 7: the conclusion, the recommendation, the leader's signature."""
    report = facts.report
    recommended = RECOMMENDATIONS[report.recommendation] if report.recommendation else _UNSAID
    nodes: tuple[Leaf, ...] = (
        Text(text=report.conclusion or _UNSAID, label="审核结论"),
        Text(text=recommended, label="推荐意见"),
        Text(
            text="推荐意见供认证机构作认证决定时使用，本身不是认证决定。",
            tone=Tone.MUTED,
        ),
        Signatures(signatures=(_leader(facts),)),
    )
    return Section(
        title="审核结论与推荐意见",
        number="7",
        clause=clauses_of(facts, "conclusion", "recommendation", "keep_recommendation"),
        nodes=nodes,
    )


def _leader(facts: ReportFacts) -> Signature:
    report = facts.report
    return Signature(
        role="审核组长",
        name=report.signed_by,
        ink=Ink(strokes=report.strokes, typed="" if report.is_signed else "（待签）"),
        note="对报告内容负责，签名",
        date=minute(report.signed_at) if report.is_signed else NONE,
    )


def integrity(facts: ReportFacts) -> Section:
    """Section 8: what proves that the record was not changed afterwards."""
    records = f"检查表 {len(facts.items)} 项，不符合项 {len(facts.nonconformities)} 个"
    fields = Fields(
        rows=(
            (Field(label="日志链头", value=facts.journal_head),),
            (
                Field(label="审核记录", value=records),
                Field(label="证据", value=f"{len(facts.evidence)} 件，原件逐字节保存"),
            ),
        )
    )
    note = Text(
        text=(
            "日志链头是出具本报告时审核记录日志最末一行的 SHA-256，"
            "日志逐行相扣，改动任何一条记录都会使它改变。"
            "本报告所载数据以 JSON 附于文件之内，可用任何 PDF 工具取出核对。"
        ),
        tone=Tone.MUTED,
    )
    return Section(title="记录完整性", number="8", nodes=(fields, note))
