"""An invented audit with long Chinese text and rare characters, for the document tests."""

import hashlib
import io
import random
import tomllib
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

from PIL import Image, ImageDraw

from auditor_app.documents.facts import (
    AgendaLine,
    Demand,
    Item,
    NonconformityFacts,
    ReportFacts,
    RulebookHead,
    SigninFacts,
)
from auditor_app.domain import (
    AgendaMark,
    Answer,
    ApplicationFact,
    Attendance,
    AttendeeRole,
    Audit,
    AuditKind,
    AuditReport,
    Client,
    Evidence,
    Grade,
    KeyAuditPoint,
    Meeting,
    MeetingKind,
    NcState,
    Nonconformity,
    PlanConfirmation,
    PlanSlot,
    Readiness,
    Recommendation,
    RecordId,
    Site,
    Stage1Report,
    Stroke,
    TeamMember,
    TeamRole,
    Verdict,
    Visit,
    VisitKind,
)

RULEBOOKS = Path(__file__).parents[2] / "data" / "rulebooks"
MADE_AT = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
HEAD = hashlib.sha256(b"journal head").hexdigest()
CLIENT_NAME = "深圳市堃犇䶮精密机械制造（集团）有限公司"

_CHAPTERS = {
    "4": "4 组织所处的环境",
    "5": "5 领导作用和工作人员参与",
    "6": "6 策划",
    "7": "7 支持",
    "8": "8 运行",
    "9": "9 绩效评价",
    "10": "10 改进",
}
_CLAUSES = (
    "4.1",
    "4.2",
    "5.2",
    "5.4",
    "6.1.2",
    "6.1.3",
    "6.2",
    "7.2",
    "7.4",
    "8.1.2",
    "8.2",
    "9.1",
    "9.2",
    "9.3",
    "10.2",
)
_DEPARTMENTS = ("管理层", "安环部", "生产部铆焊车间", "设备动力部", "仓储物流部", "人力资源部")
_QUESTIONS = (
    "近一年换过的原辅料、设备和工艺里，有没有哪一样在投用前没有重新辨识危险源？谁来判断要不要重新评价？",
    "班组长能不能指着现场说出本岗位最要命的三件事，以及各自靠什么挡住？",
    "承包商进厂前的安全交底由谁做、怎么留痕？抽两份动火作业票对照现场监护人和气体检测记录。",
    "职业病危害因素检测结果超标的岗位，整改之后复测了没有？接触人员的在岗体检是否全覆盖？",
)
_NOTES = (
    "抽查《危险源辨识与风险评价表》QR-6.1-02 共 12 份，其中 3 份在 2026-08-15 引入激光切割机（型号 GF-3015）后已重新评价，"
    "评价人杨𫖯、㛃雯签字齐全；现场询问操作工 4 人，均能说出“眼、手、火、烟”四项主要风险。",
    "查 2026 年 1—10 月动火作业票 46 份，作业前气体检测值均≤10%LEL，监护人在岗；符合 GB 30871-2022 与公司《危险作业管理规定》。",
    "噪声检测报告（编号 ZY2026-0418）显示冲压岗位 8 h 等效声级 87.6 dB(A)，超过 85 dB(A)；企业已加装隔声罩，复测 83.9 dB(A)。",
    "员工对安全目标“轻伤事故率≤2‰、重大火灾事故为 0”知晓，但二班组未按月统计完成情况——建议纳入班组例会。",
)


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


def scribble(name: str) -> tuple[Stroke, ...]:
    dice = random.Random(name)
    strokes, at = [], 0
    for index, _ in enumerate(name):
        for _ in range(dice.randrange(4, 7)):
            x, y = index * 620 + dice.randrange(80, 420), dice.randrange(60, 420)
            dx, dy, bend = (
                dice.randrange(-160, 260),
                dice.randrange(-60, 260),
                dice.randrange(-90, 90),
            )
            points = []
            for step in range(13):
                t = step / 12
                points.append(
                    (
                        round(x + dx * t + bend * t * (1 - t) * 3),
                        round(y + dy * t + bend * t * (1 - t) * 2),
                        round(300 + 650 * (1 - t) * (0.3 + t)),
                        at,
                    )
                )
                at += 9
            strokes.append(tuple(points))
            at += 120
    return tuple(strokes)


def _id(name: str) -> RecordId:
    return RecordId(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest())


AUDIT_ID = _id("audit")
STAGE1_ID, STAGE2_ID = _id("stage1"), _id("stage2")
OPENING_ID, CLOSING_ID = _id("opening"), _id("closing")

CLIENT = Client(
    id=_id("client"),
    name=CLIENT_NAME,
    credit_code="91440300MA5EXAMPLE",
    legal_address="广东省深圳市宝安区石岩街道龙腾社区光明路 128 号",
    industry="专用设备制造业",
    contact_name="陈㛃",
    contact_phone="0755-8612 0018",
    top_manager="王欣",
)
SITES = (
    Site(
        client_id=CLIENT.id,
        name="石岩总部工厂",
        address=CLIENT.legal_address,
        activities="精密钣金、焊接、机加工、装配与试车",
        headcount=268,
        shifts="两班 8 h",
    ),
    Site(
        client_id=CLIENT.id,
        name="惠州分厂",
        address="惠州市仲恺高新区和畅五路西 9 号（2 号厂房）",
        activities="喷涂与表面处理",
        headcount=94,
        shifts="三班",
    ),
    Site(
        client_id=CLIENT.id,
        name="大亚湾石化检修项目部",
        address="惠州市大亚湾区石化大道中 26 号 3 标段",
        activities="设备现场安装与检修",
        headcount=31,
        shifts="白班",
        is_temporary=True,
    ),
)
AUDIT = Audit(
    id=AUDIT_ID,
    audit_id=AUDIT_ID,
    number="HCR-2026-OHS-0118",
    kind=AuditKind.INITIAL,
    client_id=CLIENT.id,
    rulebook="HCR",
    rulebook_edition="A/1",
    rulebook_sha256="0" * 64,
    scope="精密机械结构件、石化检修用非标压力容器部件的设计、生产、安装及相关管理活动所涉及的职业健康安全管理（不含特种设备安装改造）",
    objective="评价受审核方职业健康安全管理体系与 GB/T 45001-2020 的符合性和运行有效性，确定是否可以推荐认证注册。",
    criteria="GB/T 45001-2020/ISO 45001:2018；受审核方体系文件（SM-2026 B/1 版及 28 份程序文件）；《中华人民共和国安全生产法》《中华人民共和国职业病防治法》等适用的法律法规，GB 2893.1-2025 及其他强制性标准；HCR-TXGZ-03 A/1。",
    area_code="18.05.02",
    risk_class="high",
    planned_days=Decimal("11.5"),
    on_site_days=Decimal("10.5"),
)
VISITS = (
    Visit(
        id=STAGE1_ID,
        kind=VisitKind.STAGE1,
        first_day=date(2026, 10, 27),
        last_day=date(2026, 10, 28),
        location="石岩总部工厂、惠州分厂",
    ),
    Visit(
        id=STAGE2_ID,
        kind=VisitKind.STAGE2,
        first_day=date(2026, 11, 17),
        last_day=date(2026, 11, 20),
        location="石岩总部工厂、惠州分厂、大亚湾石化检修项目部",
    ),
)
TEAM = (
    TeamMember(
        id=_id("t1"),
        name="赵堃",
        role=TeamRole.LEADER,
        registration_number="2023-N1OHSMS-1204417",
        registration_until=date(2027, 5, 31),
        area_codes=("18.05.02", "17.12.00"),
    ),
    TeamMember(
        id=_id("t2"),
        name="王欣妍",
        role=TeamRole.AUDITOR,
        registration_number="2024-N1OHSMS-2210093",
        registration_until=date(2028, 2, 28),
        area_codes=("18.05.02",),
    ),
    TeamMember(
        id=_id("t3"),
        name="杨䶮",
        role=TeamRole.TRAINEE,
        registration_number="2026-N0OHSMS-3001177",
        area_codes=(),
    ),
    TeamMember(id=_id("t4"), name="陈志强", role=TeamRole.EXPERT, area_codes=("18.05.02",)),
)
SLOTS = tuple(
    PlanSlot(
        visit_id=STAGE2_ID,
        starts_at=datetime(2026, 11, 17 + i // 2, 1 + 4 * (i % 2), tzinfo=UTC),
        ends_at=datetime(2026, 11, 17 + i // 2, 4 + 4 * (i % 2), tzinfo=UTC),
        department=dept,
        member_ids=(TEAM[i % 4].id, TEAM[(i + 1) % 2].id),
    )
    for i, dept in enumerate(_DEPARTMENTS)
)
MEETINGS = (
    Meeting(
        id=OPENING_ID,
        visit_id=STAGE2_ID,
        kind=MeetingKind.OPENING,
        starts_at=datetime(2026, 11, 17, 1, 0, tzinfo=UTC),
        location="行政楼三楼第一会议室",
        host="赵堃",
        closed_at=datetime(2026, 11, 17, 1, 32, tzinfo=UTC),
    ),
    Meeting(
        id=CLOSING_ID,
        visit_id=STAGE2_ID,
        kind=MeetingKind.CLOSING,
        starts_at=datetime(2026, 11, 20, 8, 0, tzinfo=UTC),
        location="行政楼三楼第一会议室",
        host="赵堃",
        closed_at=datetime(2026, 11, 20, 8, 45, tzinfo=UTC),
    ),
)
_PEOPLE = (
    ("王欣", AttendeeRole.TOP_MANAGER, "管理层", "总经理"),
    ("李强", AttendeeRole.OHS_REPRESENTATIVE, "管理层", "副总经理"),
    ("陈㛃", AttendeeRole.DEPARTMENT_HEAD, "安环部", "部长"),
    ("刘芳", AttendeeRole.DEPARTMENT_HEAD, "生产部铆焊车间", "主任"),
    ("周志强", AttendeeRole.DEPARTMENT_HEAD, "设备动力部", "经理"),
    ("张伟", AttendeeRole.DEPARTMENT_HEAD, "仓储物流部", "经理"),
    ("孙浩然", AttendeeRole.DEPARTMENT_HEAD, "惠州分厂", "厂长"),
    ("杨𫖯", AttendeeRole.WORKER, "工会", "职工代表"),
    ("赵堃", AttendeeRole.LEADER, "", ""),
    ("王欣妍", AttendeeRole.AUDITOR, "", ""),
    ("杨䶮", AttendeeRole.TRAINEE, "", ""),
    ("陈志强", AttendeeRole.EXPERT, "", ""),
)
ATTENDANCES = tuple(
    Attendance(
        id=_id(f"{meeting.id}{name}"),
        meeting_id=meeting.id,
        name=name,
        role=role,
        department=department,
        post=post,
        strokes=() if is_absent or typed else scribble(name),
        typed_reason=typed,
        signed_at=None if is_absent else meeting.starts_at - timedelta(minutes=15 - index),
        is_absent=is_absent,
        absence_reason="赴惠州处理客户投诉，授权副部长代表" if is_absent else "",
    )
    for meeting in MEETINGS
    for index, (name, role, department, post) in enumerate(_PEOPLE)
    for is_absent in [name == "张伟" and meeting.kind is MeetingKind.CLOSING]
    for typed in ["右手受伤包扎" if name == "孙浩然" else ""]
)
KEY_POINTS = (
    KeyAuditPoint(
        id=_id("kp1"),
        visit_id=STAGE1_ID,
        title="喷涂线有限空间清理作业的许可与监护",
        why="2025 年发生过一起未遂事件，承包商人员流动大",
        clauses=("8.1.2", "8.1.4"),
        department="惠州分厂",
    ),
    KeyAuditPoint(
        id=_id("kp2"),
        visit_id=STAGE1_ID,
        title="铆焊车间电焊烟尘与噪声的工程控制",
        why="检测结果连续两年接近限值",
        clauses=("6.1.2", "8.1.2"),
        department="生产部铆焊车间",
    ),
)


def _items() -> tuple[Item, ...]:
    verdicts = [Verdict.CONFORMING] * 7 + [
        Verdict.OBSERVATION,
        Verdict.MINOR,
        Verdict.NOT_APPLICABLE,
    ]
    found = []
    for number in range(1, 6):
        key = f"HCR 5.4.3.4({number})"
        found.append(
            Item(
                key=key,
                question=_QUESTIONS[number % 4],
                clause=f"5.4.3.4({number})",
                chapter="认证规则要求的审核内容",
                rulebook_clauses=(key,),
                is_rulebook_item=True,
                answer=_answer(key, "6.2", number, Verdict.CONFORMING),
            )
        )
    for point in KEY_POINTS:
        key = f"KP:{point.id}"
        found.append(
            Item(
                key=key,
                question=f"一阶段确定的重要审核点：{point.title}",
                clause=point.clauses[0],
                chapter="重要审核点",
                department=point.department,
                answer=_answer(key, point.clauses[0], 9, Verdict.CONFORMING),
            )
        )
    for number in range(53):
        clause = sorted(_CLAUSES, key=lambda text: [int(part) for part in text.split(".")])[
            number * len(_CLAUSES) // 53
        ]
        department = _DEPARTMENTS[number % 6]
        key = f"{clause}-{number:02}@{department}"
        answer = None if number == 52 else _answer(key, clause, number, verdicts[number % 10])
        found.append(
            Item(
                key=key,
                question=_QUESTIONS[number % 4],
                clause=clause,
                chapter=_CHAPTERS[clause.split(".")[0]],
                department=department,
                answer=answer,
            )
        )
    return tuple(found)


def _answer(key: str, clause: str, number: int, verdict: Verdict) -> Answer:
    return Answer(
        id=_id(key),
        visit_id=STAGE2_ID,
        item_key=key,
        clause=clause,
        verdict=verdict,
        note="" if verdict is Verdict.NOT_APPLICABLE else _NOTES[number % 4],
        interviewees=("刘芳（车间主任）", "焊工 2 人") if number % 2 else (),
        documents=("QR-6.1-02 危险源辨识与风险评价表", "ZY2026-0418 检测报告")
        if number % 3
        else (),
        answered_at=MADE_AT,
    )


ITEMS = _items()
NONCONFORMITIES = (
    Nonconformity(
        id=_id("nc1"),
        number="NC-01",
        visit_id=STAGE2_ID,
        grade=Grade.MINOR,
        clause="8.1.2",
        rulebook_clause="5.4.3.4(3)",
        department="生产部铆焊车间",
        responsible="刘芳",
        auditor="王欣妍",
        classes=("实施性",),
        requirement="GB/T 45001-2020 8.1.2 要求按层级消除危险源、降低风险；公司《个体防护用品管理程序》QP-8.1-05 第 4.3 条要求打磨作业必须佩戴防护面屏与 KN95 以上防尘口罩。",
        facts="2026-11-18 10:21 在铆焊车间打磨工位，操作工李犇使用手持角磨机（编号 S-108）打磨焊缝，未佩戴防护面屏，所戴口罩为普通医用口罩；询问班组长，答“面屏破损，已报领一周未到”。查《劳保用品发放台账》QR-8.1-11，该班组 10 月应换发面屏 6 只，实发 0 只。",
        gap="工程控制失效时没有临时替代措施，防护用品没有按期换发，现场监督没有发现。",
        grade_reason="仅涉及一个班组，未造成伤害，其他班组抽查均符合，判为轻微不符合。",
        state=NcState.PLAN_ACCEPTED,
        issued_at=datetime(2026, 11, 18, 9, 0, tzinfo=UTC),
        due_on=date(2026, 12, 18),
        acknowledged_by="李强",
        acknowledged_at=datetime(2026, 11, 18, 9, 40, tzinfo=UTC),
        acknowledged_strokes=scribble("李强"),
        cause="直接原因：面屏安全库存只按季度补货，10 月集中到期时库存为零，仓库未触发紧急采购。\n根本原因（5 Why）：劳保用品最低库存没有写入 ERP，换发周期由人工台账提醒；班前检查表没有“防护用品完好”一项，班组长没有停止作业的明确授权。",
        correction="立即停止该工位打磨作业，11 月 18 日 14:00 从惠州分厂调拨面屏 12 只、KN95 口罩 200 只发放到位后恢复；对全厂 9 个打磨工位逐一排查。",
        corrective_action="修订 QP-8.1-05，规定最低库存与紧急采购时限；ERP 设置到期前 30/15/7 天提醒；班前检查表增加“防护用品完好”，并授权班组长停工。",
        plan_submitted_at=datetime(2026, 11, 19, 2, 0, tzinfo=UTC),
        plan_accepted_by="赵堃",
        plan_accepted_at=datetime(2026, 11, 20, 6, 0, tzinfo=UTC),
    ),
    Nonconformity(
        id=_id("nc2"),
        number="NC-02",
        visit_id=STAGE2_ID,
        grade=Grade.MINOR,
        clause="7.2",
        department="人力资源部",
        requirement="从事危险作业的人员须持有效证件上岗。",
        facts="叉车司机张某的特种设备作业人员证 2026-10-31 到期，11 月 3—17 日仍有 9 个班次的出车记录。",
        gap="证件到期前没有提醒，也没有停岗。",
        state=NcState.ISSUED,
        due_on=date(2026, 12, 18),
    ),
    Nonconformity(
        id=_id("nc3"),
        number="NC-03",
        visit_id=STAGE2_ID,
        grade=Grade.MAJOR,
        clause="8.2",
        department="惠州分厂",
        requirement="对可能的紧急情况须有准备并演练。",
        facts="喷涂线有限空间应急救援预案没有配备三脚架、正压式空气呼吸器，近 18 个月没有演练记录；现场 3 名监护人员均不能说出救援步骤。",
        gap="应急准备没有实施，一旦发生事故可能盲目施救。",
        state=NcState.ISSUED,
        due_on=date(2027, 5, 20),
    ),
)
CLASS_TITLES = ("体系性", "实施性", "效果性")


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
            id=_id(f"e{number}"),
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


REPORT = AuditReport(
    number="HCR-2026-OHS-0118-S2",
    visit_id=STAGE2_ID,
    summary="受审核方已按 GB/T 45001-2020 建立并运行职业健康安全管理体系，方针、目标与风险相适应；危险源辨识覆盖三个场所，合规性评价每半年开展一次。本次审核发现 1 个严重不符合和 2 个轻微不符合，集中在个体防护、持证上岗与有限空间应急准备。",
    strengths="激光切割与机加工单元的工程防护和目视化管理扎实；职工代表参与险肇事件调查的比例达到 92%。",
    deviations="原定 11 月 18 日下午审核大亚湾项目部，因台风预警改到 11 月 19 日上午，审核人日不变。",
    uncertainty="夜班只抽查了一个班次；承包商人员流动大，面谈样本 6 人（在册 31 人），结论对承包商管理的代表性有限。",
    conclusion="除所列不符合项外，体系符合 GB/T 45001-2020 的要求并有效运行，能够实现其方针和目标。",
    recommendation=Recommendation.GRANT_AFTER_CLOSURE,
    signed_by="赵堃",
    signed_at=MADE_AT,
    strokes=scribble("赵堃"),
)


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
            conclusion="体系文件与现场基本一致，体系自 2026 年 3 月 1 日运行，已超过 3 个月，内部审核和管理评审各完成一次。",
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
