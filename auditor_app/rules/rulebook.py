"""A rulebook parsed from its text, with every fault of the text reported at once."""

from hashlib import sha256

from auditor_app.errors import RulebookInvalid, UnknownClause
from auditor_app.rules.rulebook_checks import problems_of
from auditor_app.rules.rulebook_parts import (
    Actor,
    Anomaly,
    ChecklistItem,
    Clause,
    ClauseKind,
    ClauseNumber,
    DayType,
    Entry,
    MeetingRole,
    Parameter,
    ParameterKind,
    Phase,
    Risk,
    RiskCategory,
    Rulebook,
    Start,
    TimeReference,
    TimeRow,
    Unit,
    parent_of,
)
from auditor_app.rules.rulebook_reading import read_rulebook
from auditor_app.rules.tables import Problem, opened

__all__ = (
    "Actor", "Anomaly", "ChecklistItem", "Clause", "ClauseKind", "ClauseNumber", "DayType",
    "Entry", "MeetingRole", "Parameter", "ParameterKind", "Phase", "Problem", "Risk",
    "RiskCategory", "Rulebook", "RulebookInvalid", "Start", "TimeReference", "TimeRow", "Unit",
    "UnknownClause", "parent_of", "parse_rulebook",
)  # fmt: skip


def parse_rulebook(text: str) -> Rulebook:
    """The rulebook in a TOML text; `RulebookInvalid` names every problem at once."""
    problems: list[Problem] = []
    file = opened(text, problems)
    if problems:
        raise RulebookInvalid(problems)
    rulebook = read_rulebook(file, sha256(text.encode()).hexdigest())
    problems.extend(problems_of(rulebook))
    if problems:
        raise RulebookInvalid(problems)
    return rulebook
