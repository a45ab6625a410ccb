"""What the report page shows: the leader's words, what the rulebook wants, what is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QCoreApplication

from auditor_app.domain import AuditKind, AuditReport, AuditState, Recommendation
from auditor_app.rules.rulebook_parts import Entry

RECOMMENDATION = "recommendation"
OWN_FIELDS = {
    "deviations": "deviations",
    "uncertainty": "uncertainty",
    "conclusion": "conclusion",
    "effectiveness": "summary",
    "recommendation": RECOMMENDATION,
    "keep_recommendation": RECOMMENDATION,
}
"""Demands of a rulebook that a field of the report itself answers."""

ELSEWHERE = {
    "client": ("overview", "legal_address"),
    "scope": ("overview", "scope"),
    "sites": ("overview", "sites"),
    "audit_type": ("overview", "basics"),
    "criteria": ("overview", "criteria"),
    "purpose": ("overview", "objective"),
    "leader": ("overview", "team"),
    "members": ("overview", "team"),
    "registration_numbers": ("overview", "team"),
    "dates": ("overview", "plan"),
    "places": ("overview", "plan"),
    "procedures": ("opening", ""),
    "findings": ("checklist", ""),
    "surveillance_findings": ("checklist", ""),
    "nonconformities": ("findings", ""),
    "nonconformity_distribution": ("findings", ""),
}
"""Demands that records of the audit answer: the page and the place where they are mended."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lack:
    """Something the rulebook wants and nobody has given."""

    key: str
    title: str
    clause: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """Read in one go; with `obstacle` there can be no report yet, and it says why."""

    report: AuditReport | None = None
    kind: AuditKind = AuditKind.INITIAL
    rulebook: str = ""
    demands: tuple[Entry, ...] = ()
    statements: Mapping[str, str] = field(default_factory=dict)
    lacks: tuple[Lack, ...] = ()
    leader: str = ""
    me: str = ""
    state: AuditState = AuditState.PLANNING
    file_name: str = ""
    obstacle: str = ""

    @property
    def is_signed(self) -> bool:
        """Whether the report is locked."""
        return self.report is not None and self.report.is_signed

    @property
    def may_be_signed(self) -> bool:
        """Whether the list is complete and the audit has come to its report."""
        is_time = self.state is AuditState.REPORTING
        return self.report is not None and is_time and not self.lacks and not self.is_signed

    @property
    def told(self) -> tuple[Entry, ...]:
        """Demands the leader answers in a paragraph of their own."""
        return tuple(
            one for one in self.demands if one.key not in OWN_FIELDS and one.key not in ELSEWHERE
        )

    def clause_of(self, name: str) -> str:
        """`HCR 5.4.4.2(5)` for a field of the report, or nothing."""
        keys = {key for key, own in OWN_FIELDS.items() if own == name}
        found = next((one.clause for one in self.demands if one.key in keys), "")
        return f"{self.rulebook} {found}" if found else ""


def recommendations(kind: AuditKind) -> tuple[Recommendation, ...]:
    """What can be recommended after an audit of this kind."""
    if kind in {AuditKind.INITIAL, AuditKind.RECERTIFICATION}:
        return (
            Recommendation.GRANT,
            Recommendation.GRANT_AFTER_CLOSURE,
            Recommendation.REFUSE,
        )
    return (Recommendation.KEEP, Recommendation.SUSPEND, Recommendation.WITHDRAW)


def recommendation_word(one: Recommendation) -> str:
    """The recommendation as the report says it."""
    translate = QCoreApplication.translate
    return {
        Recommendation.GRANT: translate("Report", "推荐认证注册"),
        Recommendation.GRANT_AFTER_CLOSURE: translate("Report", "整改验证后推荐认证注册"),
        Recommendation.REFUSE: translate("Report", "不推荐认证注册"),
        Recommendation.KEEP: translate("Report", "建议保持认证资格"),
        Recommendation.SUSPEND: translate("Report", "建议暂停认证资格"),
        Recommendation.WITHDRAW: translate("Report", "建议撤销认证资格"),
    }[one]


def lacks(missing: tuple[str, ...], demands: tuple[Entry, ...], rulebook: str) -> tuple[Lack, ...]:
    """The core's words, each with the key of the demand they are about."""
    by_words = {f"{one.title}（{rulebook} {one.clause}）": one for one in demands}
    return tuple(
        Lack(
            key=by_words[words].key if words in by_words else "",
            title=by_words[words].title if words in by_words else words,
            clause=f"{rulebook} {by_words[words].clause}" if words in by_words else "",
        )
        for words in missing
    )
