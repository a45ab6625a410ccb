"""Facts, photos and rulebook heads for the document tests, drawn from the invented audit."""

import hashlib
import io
import random
import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

from auditor_app.documents.facts import (
    AgendaLine,
    Demand,
    NonconformityFacts,
    ReportFacts,
    RulebookHead,
    SigninFacts,
)
from auditor_app.documents.fonts import Fonts
from auditor_app.domain import (
    AgendaMark,
    ApplicationFact,
    AuditReport,
    Client,
    Evidence,
    PlanConfirmation,
    Readiness,
    Stage1Report,
    VisitKind,
)
from auditor_app.fonts import font_files
from tests.core.documents_findings import CLASS_TITLES, ITEMS, NONCONFORMITIES, REPORT
from tests.core.documents_records import (
    ATTENDANCES,
    AUDIT,
    CLIENT,
    CLOSING_ID,
    KEY_POINTS,
    MADE_AT,
    MEETINGS,
    OPENING_ID,
    SITES,
    SLOTS,
    STAGE1_ID,
    STAGE2_ID,
    TEAM,
    VISITS,
    known_id,
)

RULEBOOKS = Path(__file__).parents[2] / "data" / "rulebooks"
HEAD = hashlib.sha256(b"journal head").hexdigest()


def rulebook(key: str = "hcr") -> RulebookHead:
    data = tomllib.loads((RULEBOOKS / f"{key}.toml").read_text("utf-8"))
    return RulebookHead(
        key=data["key"],
        name=data["name"],
        body=data["body"],
        document_number=data["document_number"],
        edition=data["edition"],
        standard=data["standard"],
        report_contents=tuple(
            Demand(
                key=one["key"],
                clause=one["clause"],
                title=one["title"],
                is_required=one.get("required", True),
                may_be_not_applicable=one.get("may_be_not_applicable", False),
                visits=tuple(VisitKind(kind) for kind in one.get("visits", ())),
            )
            for one in data["report_content"]
        ),
    )


@cache
def jpeg(seed: int, size: tuple[int, int] = (1600, 1200)) -> bytes:
    dice = random.Random(seed)
    picture = Image.new("RGB", size, (90 + seed * 7 % 90, 100 + seed * 11 % 80, 110))
    pen = ImageDraw.Draw(picture)
    for _ in range(40):
        x, y = dice.randrange(size[0]), dice.randrange(size[1])
        color = tuple(dice.randrange(40, 230) for _ in range(3))
        pen.rectangle((x, y, x + dice.randrange(60, 260), y + dice.randrange(40, 200)), fill=color)
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=82)
    return out.getvalue()


def evidence(count: int = 40) -> tuple[Evidence, ...]:
    captions = (
        "铆焊车间打磨工位未戴防护面屏",
        "激光切割机 GF-3015 安全联锁与急停按钮",
        "动火作业票 DH-2026-1046 及气体检测记录",
        "惠州分厂喷涂线有限空间入口警示标识（杨𫖯确认）",
    )
    links = [item.answer.id for item in ITEMS if item.answer is not None]
    return tuple(
        Evidence(
            id=known_id(f"e{number}"),
            number=f"E-{number:03}",
            sha256=photo_hash(number),
            size=len(jpeg(number % 8)),
            name=f"IMG_{number:04}.jpg",
            media_type="image/jpeg",
            caption=captions[number % 4],
            taken_at=""
            if number % 9 == 0
            else f"2026-11-{17 + number % 4}T{8 + number % 9:02}:42:10+08:00",
            latitude="" if number % 5 == 0 else "22.6913",
            longitude="" if number % 5 == 0 else "113.9334",
            location="石岩总部工厂" if number % 2 else "惠州分厂",
            links=(NONCONFORMITIES[0].id,) if number in {1, 5} else (links[number % len(links)],),
        )
        for number in range(1, count + 1)
    )


def photo_hash(number: int) -> str:
    return hashlib.sha256(f"original {number}".encode()).hexdigest()


def photos(count: int = 40) -> dict[str, bytes]:
    sizes = ((1600, 1200), (1600, 1200), (1200, 1600), (1600, 900))
    return {
        photo_hash(number): jpeg(number % 8, sizes[number % 4]) for number in range(1, count + 1)
    }


def report_facts(key: str = "hcr", *, photo_count: int = 40, repeat: int = 1) -> ReportFacts:
    return ReportFacts(
        rulebook=rulebook(key),
        client=CLIENT,
        audit=AUDIT,
        visit=VISITS[1],
        report=REPORT,
        journal_head=HEAD,
        sites=SITES,
        visits=VISITS,
        team=TEAM,
        slots=SLOTS,
        confirmations=(
            PlanConfirmation(
                visit_id=STAGE2_ID,
                confirmed_by="陈㛃",
                confirmed_at=datetime(2026, 11, 18, 3, 0, tzinfo=UTC),
                change="大亚湾项目部改到 11 月 19 日上午",
            ),
        ),
        meetings=MEETINGS,
        attendances=ATTENDANCES,
        items=ITEMS * repeat,
        nonconformities=NONCONFORMITIES,
        key_points=KEY_POINTS,
        evidence=evidence(photo_count),
        application_facts=(
            ApplicationFact(
                key="headcount",
                label="体系覆盖有效人数",
                declared="362",
                unit="人",
                confirmed="393",
                confirmed_source="2026 年 10 月社保与劳务派遣名册",
                consequence="大亚湾项目部 31 人申报时漏计，审核时间重新核算后不变",
            ),
            ApplicationFact(
                key="shifts",
                label="班次",
                declared="两班",
                confirmed="两班",
                confirmed_source="排班表",
            ),
            ApplicationFact(
                key="sites",
                label="临时场所",
                declared="0",
                unit="个",
                confirmed="1",
                confirmed_source="在建项目清单",
            ),
            ApplicationFact(key="accidents", label="近一年事故", declared="无"),
        ),
        stage1_report=Stage1Report(
            visit_id=STAGE1_ID,
            readiness=Readiness.READY_WITH_POINTS,
            conclusion=(
                "体系文件与现场基本一致，体系自 2026 年 3 月 1 日运行，已超过 3 个月，内部审"
                "核和管理评审各完成一次。"
            ),
            concerns="惠州分厂有限空间台账不全；承包商入厂培训记录缺少考核结果。",
            sent_at=datetime(2026, 10, 29, 2, 0, tzinfo=UTC),
            received_by="李强",
        ),
    )


def signin_facts() -> SigninFacts:
    opening = (
        "介绍审核组与参会人员",
        "确认目的、范围与准则",
        "确认审核计划与沟通渠道",
        "说明抽样局限性",
        "保密与公正性承诺",
        "现场安全须知",
        "不符合分级与申诉程序",
    )
    closing = (
        "宣读审核发现",
        "不符合项确认与整改期限",
        "审核结论与推荐意见",
        "证书使用与监督要求",
        "受审核方意见",
    )
    lines = [
        AgendaLine(
            meeting_id=meeting,
            title=title,
            mark=AgendaMark(meeting_id=meeting, item=title, said_at=MADE_AT)
            if title != "受审核方意见"
            else None,
        )
        for meeting, titles in ((OPENING_ID, opening), (CLOSING_ID, closing))
        for title in titles
    ]
    return SigninFacts(
        rulebook=rulebook(),
        client=CLIENT,
        audit=AUDIT,
        visit=VISITS[1],
        leader="赵堃",
        journal_head=HEAD,
        meetings=MEETINGS,
        attendances=ATTENDANCES,
        agenda=tuple(lines),
    )


def nonconformity_facts(number: int = 0) -> NonconformityFacts:
    one = NONCONFORMITIES[number]
    linked = tuple(each for each in evidence() if one.id in each.links)
    return NonconformityFacts(
        rulebook=rulebook(),
        client=CLIENT,
        audit=AUDIT,
        visit=VISITS[1],
        nonconformity=one,
        leader="赵堃",
        journal_head=HEAD,
        evidence=linked,
        class_titles=CLASS_TITLES,
        answer_within="5 个工作日内",
    )


@cache
def bundled() -> Fonts:
    regular, bold = font_files()
    return Fonts(regular=regular, bold=bold)


def marked(number: int) -> bytes:
    """A JPEG of its own for every number: one picture with another comment."""
    data, comment = jpeg(number % 8), f"{number:08}".encode()
    return data[:2] + b"\xff\xfe" + (len(comment) + 2).to_bytes(2) + comment + data[2:]


def bare_facts() -> ReportFacts:
    """An audit of which only the assignment is known."""
    return ReportFacts(
        rulebook=rulebook(),
        client=Client(name=CLIENT.name),
        audit=replace(AUDIT, scope="", objective="", criteria=""),
        visit=VISITS[1],
        report=AuditReport(number="R-1", visit_id=VISITS[1].id),
        journal_head=HEAD,
    )


def cmyk() -> bytes:
    out = io.BytesIO()
    Image.new("CMYK", (40, 30)).save(out, "JPEG")
    return out.getvalue()
