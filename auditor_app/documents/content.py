"""What an audit report says, drawn from the facts: pure, nothing is read or written."""

from auditor_app.documents.demands import missing
from auditor_app.documents.facts import ReportFacts
from auditor_app.documents.paper import Cover, Field, Fields, Head, Integrity, ReportContent
from auditor_app.documents.report_findings import item_by_item, photo_appendix, summary
from auditor_app.documents.report_judgement import conclusion, evaluation, integrity, limits
from auditor_app.documents.report_overview import kind_of, overview, preparation
from auditor_app.documents.wording import NONE, PLACES, day, days
from auditor_app.domain import TeamRole

_MOST_ADDRESSES = 3
_MOST_WORDS = 200


def build_report(facts: ReportFacts) -> ReportContent:
    """The report of one visit; `missing` names what the rulebook wants and nobody has given."""
    return ReportContent(
        head=_head(facts),
        cover=_cover(facts),
        nodes=(
            overview(facts),
            preparation(facts),
            summary(facts),
            item_by_item(facts),
            evaluation(facts),
            limits(facts),
            conclusion(facts),
            integrity(facts),
            *photo_appendix(facts),
        ),
        missing=missing(facts),
    )


def _head(facts: ReportFacts) -> Head:
    return Head(
        body_name=facts.rulebook.body,
        body_name_en=facts.rulebook.body_en or facts.rulebook.name,
        title="管理体系审核报告",
        title_en="MANAGEMENT SYSTEM AUDIT REPORT",
        number=f"报告编号 {facts.report.number}",
        form=facts.rulebook.form,
    )


def _cover(facts: ReportFacts) -> Cover:
    client, audit, visit = facts.client, facts.audit, facts.visit
    signed = day(facts.report.signed_at) if facts.report.is_signed else "未签发"
    return Cover(
        subtitle=f"职业健康安全管理体系  ·  {kind_of(facts)}  ·  {facts.rulebook.standard}",
        client_label="受审核方",
        client=client.name,
        fields=Fields(
            rows=(
                (Field(label="注册地址", value=client.legal_address),),
                (Field(label="审核地址", value=_addresses(facts)),),
                (
                    Field(label="统一社会信用代码", value=client.credit_code),
                    Field(label="体系覆盖人数", value=_headcount(facts)),
                ),
                (
                    Field(label="审核类型", value=kind_of(facts)),
                    Field(label="审核方式", value=PLACES[visit.place]),
                ),
                (
                    Field(label="审核日期", value=days(visit.first_day, visit.last_day)),
                    Field(label="审核人日", value=f"{audit.planned_days} 人日"),
                ),
                (Field(label="审核范围", value=_short(audit.scope)),),
                (
                    Field(label="审核组长", value=_leader(facts)),
                    Field(label="审核编号", value=audit.number),
                ),
                (
                    Field(label="签发日期", value=signed),
                    Field(label="版本", value=f"第 {facts.report.version} 版"),
                ),
            )
        ),
        integrity=Integrity(
            title="扫码核对日志链头",
            lines=(
                f"日志链头：{facts.journal_head}",
                f"依据《{facts.rulebook.name}》{facts.rulebook.form} 编制；附件含本报告全部数据。",
            ),
            code=facts.journal_head,
        ),
    )


def _addresses(facts: ReportFacts) -> str:
    """As many addresses as the cover has room for; all of them stand in section 1.1."""
    found = list(dict.fromkeys(site.address for site in facts.sites if site.address))
    if len(found) <= _MOST_ADDRESSES:
        return _short("；".join(found) or NONE)
    return _short("；".join(found[:_MOST_ADDRESSES]) + f"；等 {len(found)} 处，见 1.1")


def _short(text: str) -> str:
    return text if len(text) <= _MOST_WORDS else f"{text[:_MOST_WORDS]}……（全文见 1.3）"


def _leader(facts: ReportFacts) -> str:
    leader = next((one for one in facts.team if one.role is TeamRole.LEADER), None)
    if leader is None:
        return NONE
    number = leader.registration_number
    return f"{leader.name}（{number}）" if number else leader.name


def _headcount(facts: ReportFacts) -> str:
    return f"{sum(site.headcount for site in facts.sites)} 人" if facts.sites else NONE
