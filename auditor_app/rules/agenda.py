"""What is said at opening and closing meetings, in our words (ISO/IEC 17021-1 9.4.2, 9.4.7)."""

from dataclasses import dataclass

from auditor_app.domain import MeetingKind


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One thing to say: `text` to read from, `minutes` foreseen, `asks` what the client answers."""

    key: str
    title: str
    text: str
    minutes: int
    asks: str = ""


_OPENING = (
    AgendaItem(
        "introductions",
        "介绍审核组与参会人员",
        "逐一介绍审核组成员及分工；请受审核方介绍到会的领导、职业健康安全代表和各部门负责人，核对签到。",
        3,
    ),
    AgendaItem(
        "scope",
        "确认目的、范围与准则",
        "说明本次审核的目的；逐项核对认证范围、场所、人数与班次；说明依据的标准、认证规则和法规。",
        3,
        "范围、场所、人数有无变化",
    ),
    AgendaItem(
        "plan",
        "确认审核计划与变更",
        "核对日程、部门、现场路线和夜班安排；如需调整，当场商定并记录。",
        5,
        "计划有无需要调整之处",
    ),
    AgendaItem(
        "confidentiality",
        "保密与公正性声明",
        "承诺对接触到的信息保密；说明审核组与受审核方无利害关系，有异议可当场提出。",
        2,
    ),
    AgendaItem(
        "safety",
        "安全、应急与安保",
        "请说明现场主要危险源、报警电话和集合地点，进入各区域须佩戴的防护用品。发生险情时审核立即停止，听从现场指挥。",
        4,
        "报警电话、集合地点、防护要求",
    ),
    AgendaItem(
        "communication",
        "沟通渠道与陪同人员",
        "确定每日沟通的时间和方式、各组陪同人员、办公地点；说明审核语言。",
        2,
        "陪同人员与联系方式",
    ),
    AgendaItem(
        "methods",
        "审核方法与抽样的局限",
        "通过面谈、观察和查阅记录取证；抽样不能覆盖全部，未发现问题不等于没有问题。",
        2,
    ),
    AgendaItem(
        "grading",
        "不符合的分级与报告方式",
        "说明严重、轻微不符合和观察项的区别，以及报告的形式和时间。",
        3,
    ),
    AgendaItem(
        "previous",
        "以往发现的处理情况",
        "回顾一阶段提出的问题或上次审核不符合项的整改情况。",
        2,
        "整改是否完成",
    ),
    AgendaItem(
        "termination",
        "提前终止审核的条件",
        "受审核方不配合、情况与申请明显不符，或出现重大安全风险时，审核组报机构同意后可终止审核。",
        1,
    ),
    AgendaItem(
        "questions",
        "提问与双方确认",
        "请受审核方提问；确认以上内容后首次会议结束。",
        3,
        "受审核方的问题",
    ),
)

_CLOSING = (
    AgendaItem(
        "thanks",
        "致谢与重申目的、范围、准则",
        "感谢配合；重申本次审核的目的、范围和准则，核对签到。",
        2,
    ),
    AgendaItem(
        "sampling",
        "说明证据来自抽样",
        "结论基于抽取的样本，存在不确定性；未抽到之处请自行检查。",
        2,
    ),
    AgendaItem(
        "strengths",
        "体系运行的总体情况",
        "概括体系运行的有效之处和需要关注的方面。",
        4,
    ),
    AgendaItem(
        "findings",
        "宣读不符合项与观察项",
        "逐项说明要求、事实和差距，请责任部门核实事实。",
        8,
        "是否接受，有异议的写明理由",
    ),
    AgendaItem(
        "deadlines",
        "整改要求与期限",
        "说明原因分析、纠正、纠正措施和证据的提交期限、验证方式，以及逾期的后果。",
        3,
        "整改负责人和计划完成日期",
    ),
    AgendaItem(
        "conclusion",
        "审核结论与推荐意见",
        "宣布审核组的结论；说明认证决定由机构另行作出。",
        2,
    ),
    AgendaItem(
        "after",
        "后续安排",
        "说明报告交付、认证决定、证书使用和监督审核的安排。",
        3,
    ),
    AgendaItem(
        "appeals",
        "投诉与申诉的途径",
        "告知对审核过程或结论有异议时，向机构投诉、申诉的方式和时限。",
        1,
    ),
    AgendaItem(
        "record_head",
        "记录封存",
        "向受审核方出示审核记录的校验码，并印在签字的末次会议签到表上，双方各留一份。",
        1,
    ),
    AgendaItem(
        "questions", "提问与散会", "请受审核方提问或发表不同意见，如实记录。", 3, "问题与不同意见"
    ),
)


def agenda(kind: MeetingKind) -> tuple[AgendaItem, ...]:
    """The items of a meeting in the order they are said."""
    return _OPENING if kind is MeetingKind.OPENING else _CLOSING
