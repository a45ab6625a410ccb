"""Checklist, nonconformities and report of the invented audit."""

from datetime import UTC, date, datetime

from auditor_app.documents.facts import Item
from auditor_app.domain import (
    Answer,
    AuditReport,
    Grade,
    NcState,
    Nonconformity,
    Recommendation,
    Verdict,
)
from tests.core.documents_records import (
    DEPARTMENTS,
    KEY_POINTS,
    MADE_AT,
    STAGE2_ID,
    known_id,
    scribble,
)

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
_QUESTIONS = (
    (
        "近一年换过的原辅料、设备和工艺里，有没有哪一样在投用前没有重新辨识危险源？谁来判断要"
        "不要重新评价？"
    ),
    "班组长能不能指着现场说出本岗位最要命的三件事，以及各自靠什么挡住？",
    "承包商进厂前的安全交底由谁做、怎么留痕？抽两份动火作业票对照现场监护人和气体检测记录。",
    "职业病危害因素检测结果超标的岗位，整改之后复测了没有？接触人员的在岗体检是否全覆盖？",
)
_NOTES = (
    (
        "抽查《危险源辨识与风险评价表》QR-6.1-02 共 12 份，其中 3 份在 2026-08-15 引入激光切"
        "割机（型号 GF-3015）后已重新评价，评价人杨𫖯、㛃雯签字齐全；"
        "现场询问操作工 4 人，均能说出“眼、手、火、烟”四项主要风险。"
    ),
    (
        "查 2026 年 1—10 月动火作业票 46 份，作业前气体检测值均≤10%LEL，监护人在岗；符合 GB 3"
        "0871-2022 与公司《危险作业管理规定》。"
    ),
    (
        "噪声检测报告（编号 ZY2026-0418）显示冲压岗位 8 h 等效声级 87.6 dB(A)，超过 85 dB(A)"
        "；企业已加装隔声罩，复测 83.9 dB(A)。"
    ),
    (
        "员工对安全目标“轻伤事故率≤2‰、重大火灾事故为 0”知晓，但二班组未按月统计完成情况——建"
        "议纳入班组例会。"
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
                clause="6.2",
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
        department = DEPARTMENTS[number % 6]
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
        id=known_id(key),
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
        id=known_id("nc1"),
        number="NC-01",
        visit_id=STAGE2_ID,
        grade=Grade.MINOR,
        clause="8.1.2",
        rulebook_clause="5.4.3.4(3)",
        department="生产部铆焊车间",
        responsible="刘芳",
        auditor="王欣妍",
        classes=("实施性",),
        requirement=(
            "GB/T 45001-2020 8.1.2 要求按层级消除危险源、降低风险；公司《个体防护用品管理程序"
            "》QP-8.1-05 第 4.3 条要求打磨作业必须佩戴防护面屏与 KN95 以上防尘口罩。"
        ),
        facts=(
            "2026-11-18 10:21 在铆焊车间打磨工位，操作工李犇使用手持角磨机（编号 S-108）打磨"
            "焊缝，未佩戴防护面屏，所戴口罩为普通医用口罩；询问班组长，答“面屏破损，已报领一"
            "周未到”。查《劳保用品发放台账》QR-8.1-11，该班组 10 月应换发面屏 6 只，实发 0 只"
            "。"
        ),
        gap="工程控制失效时没有临时替代措施，防护用品没有按期换发，现场监督没有发现。",
        grade_reason="仅涉及一个班组，未造成伤害，其他班组抽查均符合，判为轻微不符合。",
        state=NcState.PLAN_ACCEPTED,
        issued_at=datetime(2026, 11, 18, 9, 0, tzinfo=UTC),
        due_on=date(2026, 12, 18),
        acknowledged_by="李强",
        acknowledged_at=datetime(2026, 11, 18, 9, 40, tzinfo=UTC),
        acknowledged_strokes=scribble("李强"),
        cause=(
            "直接原因：面屏安全库存只按季度补货，10 月集中到期时库存为零，仓库未触发紧急采购"
            "。\n根本原因（5 Why）：劳保用品最低库存没有写入 ERP，换发周期由人工台账提醒；班"
            "前检查表没有“防护用品完好”一项，班组长没有停止作业的明确授权。"
        ),
        correction=(
            "立即停止该工位打磨作业，11 月 18 日 14:00 从惠州分厂调拨面屏 12 只、KN95 口罩 20"
            "0 只发放到位后恢复；对全厂 9 个打磨工位逐一排查。"
        ),
        corrective_action=(
            "修订 QP-8.1-05，规定最低库存与紧急采购时限；ERP 设置到期前 30/15/7 天提醒；班前"
            "检查表增加“防护用品完好”，并授权班组长停工。"
        ),
        plan_submitted_at=datetime(2026, 11, 19, 2, 0, tzinfo=UTC),
        plan_accepted_by="赵堃",
        plan_accepted_at=datetime(2026, 11, 20, 6, 0, tzinfo=UTC),
    ),
    Nonconformity(
        id=known_id("nc2"),
        number="NC-02",
        visit_id=STAGE2_ID,
        grade=Grade.MINOR,
        clause="7.2",
        department="人力资源部",
        requirement="从事危险作业的人员须持有效证件上岗。",
        facts=(
            "叉车司机张某的特种设备作业人员证 2026-10-31 到期，11 月 3—17 日仍有 9 个班次的出"
            "车记录。"
        ),
        gap="证件到期前没有提醒，也没有停岗。",
        state=NcState.ISSUED,
        due_on=date(2026, 12, 18),
    ),
    Nonconformity(
        id=known_id("nc3"),
        number="NC-03",
        visit_id=STAGE2_ID,
        grade=Grade.MAJOR,
        clause="8.2",
        department="惠州分厂",
        requirement="对可能的紧急情况须有准备并演练。",
        facts=(
            "喷涂线有限空间应急救援预案没有配备三脚架、正压式空气呼吸器，近 18 个月没有演练记"
            "录；现场 3 名监护人员均不能说出救援步骤。"
        ),
        gap="应急准备没有实施，一旦发生事故可能盲目施救。",
        state=NcState.ISSUED,
        due_on=date(2027, 5, 20),
    ),
)
CLASS_TITLES = ("体系性", "实施性", "效果性")


REPORT = AuditReport(
    number="HCR-2026-OHS-0118-S2",
    visit_id=STAGE2_ID,
    summary=(
        "受审核方已按 GB/T 45001-2020 建立并运行职业健康安全管理体系，方针、目标与风险相适应"
        "；危险源辨识覆盖三个场所，合规性评价每半年开展一次。本次审核发现 1 个严重不符合和 2 "
        "个轻微不符合，集中在个体防护、持证上岗与有限空间应急准备。"
    ),
    strengths=(
        "激光切割与机加工单元的工程防护和目视化管理扎实；职工代表参与险肇事件调查的比例达到 92%。"
    ),
    deviations=(
        "原定 11 月 18 日下午审核大亚湾项目部，因台风预警改到 11 月 19 日上午，审核人日不变。"
    ),
    uncertainty=(
        "夜班只抽查了一个班次；承包商人员流动大，面谈样本 6 人（在册 31 人），结论对承包商管"
        "理的代表性有限。"
    ),
    conclusion=(
        "除所列不符合项外，体系符合 GB/T 45001-2020 的要求并有效运行，能够实现其方针和目标。"
    ),
    recommendation=Recommendation.GRANT_AFTER_CLOSURE,
    signed_by="赵堃",
    signed_at=MADE_AT,
    strokes=scribble("赵堃"),
)
