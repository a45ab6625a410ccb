"""What the documents say, given the facts of an audit."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from auditor_app.documents.boxes import Setter
from auditor_app.documents.characters import is_wide
from auditor_app.documents.content import build_report
from auditor_app.documents.facts import ReportFacts, Statement
from auditor_app.documents.layout import Layout
from auditor_app.documents.nonconformity import build_nonconformity
from auditor_app.documents.paper import Band, Ink, Paper, Pill, Section, Table, strings
from auditor_app.documents.signin import build_signin
from auditor_app.documents.style import CONTENT_BOTTOM
from auditor_app.domain import AuditKind, Verdict, VisitKind
from tests.core import documents_sample as sample

COVER_TOP = 318 + 14 + 2 * 25 + 29  # where the data of the cover begins, client on two lines
BODIES = ("hcr", "tcc", "oypx")
KINDS = (VisitKind.STAGE2, VisitKind.SURVEILLANCE, VisitKind.RECERTIFICATION)


def facts(key: str = "hcr", kind: VisitKind = VisitKind.STAGE2, **changes: object) -> ReportFacts:
    full = sample.report_facts(key)
    return replace(full, visit=replace(full.visit, kind=kind), **changes)  # type: ignore[arg-type]


def sections(value: object) -> Iterator[Section]:
    nodes = value.nodes if isinstance(value, Paper | Section) else ()
    for node in nodes:
        if isinstance(node, Section):
            yield node
            yield from sections(node)


def section(paper: Paper, title: str) -> Section:
    return next(one for one in sections(paper) if one.title == title)


def table(paper: Paper, title: str) -> Table:
    return next(node for node in section(paper, title).nodes if isinstance(node, Table))


def words(value: object) -> str:
    return "\n".join(text for _, text in strings(value))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("body", BODIES)
def test_everything_a_body_wants_stands_under_a_heading_with_its_clause(
    body: str, kind: VisitKind
) -> None:
    given = facts(body, kind)
    shown = {one.clause for one in sections(build_report(given))}
    found = {part for clause in shown for part in clause.split(" ")[-1].split("、")}
    assert given.demands
    assert {demand.clause for demand in given.demands} <= found


def test_a_full_audit_under_hcr_lacks_nothing() -> None:
    assert build_report(facts()).missing == ()


def test_a_bare_assignment_lacks_what_the_rulebook_lists() -> None:
    missing = build_report(sample.bare_facts()).missing
    assert "活动范围（HCR 5.4.4.2(2)）" in missing
    assert "推荐意见（HCR 5.4.4.2(8)）" in missing
    assert "不符合清单（HCR 5.4.4.2(7)）" not in missing


@pytest.mark.parametrize("number", [0, 3, 4])
def test_one_rulebook_item_without_a_verdict_keeps_the_report_open(number: int) -> None:
    items = list(sample.report_facts().items)
    items[number] = replace(items[number], answer=None)
    missing = build_report(facts(items=tuple(items))).missing
    assert missing == ("二阶段逐项的证据、发现与结论（HCR 5.4.4.2(6)）",)


def test_what_needs_a_certificate_does_not_apply_the_first_time() -> None:
    content = build_report(facts("tcc"))
    assert "不适用" in words(section(content, "证书和标志的使用"))
    assert not any("证书编号" in one for one in content.missing)


def test_a_surveillance_without_the_use_of_the_mark_is_not_complete() -> None:
    given = facts("tcc", VisitKind.SURVEILLANCE)
    again = replace(given, audit=replace(given.audit, kind=AuditKind.SURVEILLANCE))
    assert "证书和标志的使用（TCC 4.4.1(5)）" in build_report(again).missing


def test_the_leaders_words_win_over_what_is_drawn_from_answers() -> None:
    said = (Statement(key="performance", text="三项目标均已达成。"),)
    content = build_report(facts(statements=said))
    assert words(section(content, "目标、过程与绩效的评价")).splitlines()[3:] == [
        "三项目标均已达成。"
    ]


def test_the_rulebooks_own_items_come_before_the_chapters_of_the_standard() -> None:
    rows = table(build_report(facts()), "逐项审核记录").rows
    bands = [row.title for row in rows if isinstance(row, Band)]
    assert bands[:3] == ["认证规则要求的审核内容", "重要审核点", "4 组织所处的环境"]
    assert len(rows) - len(bands) == len(sample.report_facts().items)


def test_a_rulebook_item_is_named_by_the_rulebooks_clause() -> None:
    first = table(build_report(facts()), "逐项审核记录").rows[1]
    assert words(first).splitlines()[:2] == ["5.4.3.4(1)", "标准 6.2"]


def test_a_cover_with_thirty_sites_and_a_long_scope_still_fits_its_page() -> None:
    given = facts()
    site = given.sites[0]
    sites = tuple(replace(site, address=f"惠州市仲恺高新区和畅路 {n} 号") for n in range(30))
    audit = replace(given.audit, scope="精密机械结构件的设计、生产、安装；" * 60)
    cover = build_report(replace(given, sites=sites, audit=audit)).cover
    assert cover
    layout = Layout(
        Setter(lambda char, _: 1.0 if is_wide(char) else 0.56), lambda _: None, "0" * 64
    )
    height = layout.fields(cover.fields).height + layout.integrity(cover.integrity).height
    assert COVER_TOP + height < CONTENT_BOTTOM


def test_an_item_nobody_looked_at_is_said_to_be_pending() -> None:
    last = table(build_report(facts()), "逐项审核记录").rows[-1]
    assert isinstance(last, tuple)
    assert isinstance(last[-1], Pill)
    assert last[-1].text == "待查"


def test_findings_are_counted_as_they_are() -> None:
    given = facts()
    text = words(section(build_report(given), "审核发现汇总").nodes[0])
    observed = sum(
        one.answer is not None and one.answer.verdict is Verdict.OBSERVATION for one in given.items
    )
    assert text.splitlines()[:6] == ["1", "严重不符合", "2", "轻微不符合", str(observed), "观察项"]


def test_an_audit_without_nonconformities_says_so() -> None:
    content = build_report(facts("tcc", nonconformities=()))
    assert "未发现不符合项" in words(section(content, "不符合项清单"))
    assert "没有不符合项" in words(section(content, "不符合项分布"))


def test_what_the_site_showed_otherwise_than_declared_is_marked() -> None:
    rows = table(build_report(facts()), "申报数据与现场确认").rows
    assert [words(row).splitlines()[-1] for row in rows] == ["有变化", "一致", "有变化", "待确认"]


def test_a_key_point_shows_what_became_of_it() -> None:
    rows = table(build_report(facts()), "重要审核点及其跟踪").rows
    assert {words(row).splitlines()[-1] for row in rows} == {"符合"}


def test_who_was_absent_and_why_is_told_with_the_meeting() -> None:
    text = words(section(build_report(facts()), "审核过程、日期与地点"))
    assert "张伟（经理）：赴惠州处理客户投诉，授权副部长代表" in text
    assert "受审核方 7 人" in text


def test_a_photo_without_time_or_place_says_so() -> None:
    plain = tuple(
        replace(one, taken_at="", latitude="", longitude="", location="", caption="")
        for one in sample.evidence(1)
    )
    text = words(section(build_report(facts(evidence=plain)), "现场证据"))
    assert "无拍摄时间  无位置信息" in text
    assert "（无说明）" in text


def test_a_file_that_is_no_picture_is_listed_not_drawn() -> None:
    [one] = sample.evidence(1)
    scan = replace(one, media_type="application/pdf", name="检测报告.pdf")
    content = build_report(facts(evidence=(scan,)))
    assert "检测报告.pdf" in words(table(content, "现场证据"))


def test_an_unsigned_report_is_marked_as_not_issued() -> None:
    given = facts()
    draft = replace(given.report, signed_at=None, strokes=())
    text = words(build_report(replace(given, report=draft)))
    assert "未签发" in text
    assert "（待签）" in text


def test_a_nonconformity_with_its_answer_shows_every_step() -> None:
    text = words(build_nonconformity(sample.nonconformity_facts()))
    for part in ("面屏安全库存", "调拨面屏 12 只", "ERP 设置", "接受整改计划", "（待填写）"):
        assert part in text


@pytest.mark.parametrize(("days", "is_late"), [(0, False), (1, True)])
def test_a_nonconformity_is_overdue_from_the_day_after_its_date(days: int, is_late: bool) -> None:
    given = sample.nonconformity_facts()
    today = (given.nonconformity.due_on or date.max) + timedelta(days=days)
    assert ("已逾期" in words(build_nonconformity(replace(given, today=today)))) is is_late


def test_a_nonconformity_without_facts_is_not_complete() -> None:
    given = sample.nonconformity_facts()
    empty = replace(given, nonconformity=replace(given.nonconformity, facts="", gap=""))
    assert build_nonconformity(empty).missing == ("不符合事实", "不符合之处")


def test_everybody_present_is_on_the_sheet_once_with_both_signatures() -> None:
    rows = table(build_signin(sample.signin_facts()), "受审核方参会人员").rows
    assert len(rows) == 8
    first = rows[0]
    assert isinstance(first, tuple)
    assert sum(isinstance(cell, Ink) and bool(cell.strokes) for cell in first) == 2


def test_a_typed_signature_and_an_absence_give_their_reason() -> None:
    text = words(build_signin(sample.signin_facts()))
    assert "打字签名：右手受伤包扎" in text
    assert "缺席" in text


def test_who_has_not_signed_is_missing_from_the_sheet() -> None:
    given = sample.signin_facts()
    people = (replace(given.attendances[0], signed_at=None, strokes=()), *given.attendances[1:])
    assert build_signin(replace(given, attendances=people)).missing == ("王欣的签名",)


def test_a_sheet_without_meetings_is_not_complete() -> None:
    given = replace(sample.signin_facts(), meetings=(), attendances=())
    assert build_signin(given).missing == ("会议记录",)


def test_every_text_of_a_report_knows_its_place() -> None:
    places = {place for place, _ in strings(build_report(facts()).nodes)}
    assert "受审核方与场所 · 注册地址" in places
    assert "逐项审核记录 · 审核发现" in places
    assert all(places)
