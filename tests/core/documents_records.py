"""Client, team and meetings of an invented audit with rare characters in its names."""

import hashlib
import random
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from auditor_app.domain import (
    Attendance,
    AttendeeRole,
    Audit,
    AuditKind,
    Client,
    KeyAuditPoint,
    Meeting,
    MeetingKind,
    PlanSlot,
    RecordId,
    Site,
    Stroke,
    TeamMember,
    TeamRole,
    Visit,
    VisitKind,
)

MADE_AT = datetime(2026, 11, 20, 8, 30, tzinfo=UTC)
CLIENT_NAME = "深圳市堃犇䶮精密机械制造（集团）有限公司"


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


def known_id(name: str) -> RecordId:
    return RecordId(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest())


AUDIT_ID = known_id("audit")
STAGE1_ID, STAGE2_ID = known_id("stage1"), known_id("stage2")
OPENING_ID, CLOSING_ID = known_id("opening"), known_id("closing")
DEPARTMENTS = ("管理层", "安环部", "生产部铆焊车间", "设备动力部", "仓储物流部", "人力资源部")

CLIENT = Client(
    id=known_id("client"),
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
    scope=(
        "精密机械结构件、石化检修用非标压力容器部件的设计、生产、安装及相关管理活动所涉及的职"
        "业健康安全管理（不含特种设备安装改造）"
    ),
    objective=(
        "评价受审核方职业健康安全管理体系与 GB/T 45001-2020 的符合性和运行有效性，确定是否可"
        "以推荐认证注册。"
    ),
    criteria=(
        "GB/T 45001-2020/ISO 45001:2018；受审核方体系文件（SM-2026 B/1 版及 28 份程序文件）；"
        "《中华人民共和国安全生产法》《中华人民共和国职业病防治法》等适用的法律法规，GB 2893."
        "1-2025 及其他强制性标准；HCR-TXGZ-03 A/1。"
    ),
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
        id=known_id("t1"),
        name="赵堃",
        role=TeamRole.LEADER,
        registration_number="2023-N1OHSMS-1204417",
        registration_until=date(2027, 5, 31),
        area_codes=("18.05.02", "17.12.00"),
    ),
    TeamMember(
        id=known_id("t2"),
        name="王欣妍",
        role=TeamRole.AUDITOR,
        registration_number="2024-N1OHSMS-2210093",
        registration_until=date(2028, 2, 28),
        area_codes=("18.05.02",),
    ),
    TeamMember(
        id=known_id("t3"),
        name="杨䶮",
        role=TeamRole.TRAINEE,
        registration_number="2026-N0OHSMS-3001177",
        area_codes=(),
    ),
    TeamMember(id=known_id("t4"), name="陈志强", role=TeamRole.EXPERT, area_codes=("18.05.02",)),
)
SLOTS = tuple(
    PlanSlot(
        visit_id=STAGE2_ID,
        starts_at=datetime(2026, 11, 17 + i // 2, 1 + 4 * (i % 2), tzinfo=UTC),
        ends_at=datetime(2026, 11, 17 + i // 2, 4 + 4 * (i % 2), tzinfo=UTC),
        department=dept,
        member_ids=(TEAM[i % 4].id, TEAM[(i + 1) % 2].id),
    )
    for i, dept in enumerate(DEPARTMENTS)
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
        id=known_id(f"{meeting.id}{name}"),
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
        id=known_id("kp1"),
        visit_id=STAGE1_ID,
        title="喷涂线有限空间清理作业的许可与监护",
        why="2025 年发生过一起未遂事件，承包商人员流动大",
        clauses=("8.1.2", "8.1.4"),
        department="惠州分厂",
    ),
    KeyAuditPoint(
        id=known_id("kp2"),
        visit_id=STAGE1_ID,
        title="铆焊车间电焊烟尘与噪声的工程控制",
        why="检测结果连续两年接近限值",
        clauses=("6.1.2", "8.1.2"),
        department="生产部铆焊车间",
    ),
)
