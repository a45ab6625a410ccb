"""What was changed on an answer, by whom and when, in words."""

from auditor_app.domain import BEIJING, Answer
from auditor_app.vault import Vault
from ui.audit_words import clock, day
from ui.pages.checklist_parts.conflict_box import field_word, value_words

SHOWN = frozenset({"verdict", "note", "interviewees", "documents", "is_postponed"})
MOST_LINES = 20
MOST_WORDS = 60


def history_words(vault: Vault, answer: Answer) -> str:
    """The latest changes, newest first; one line each."""
    lines = []
    for version in reversed(vault.history.of(answer)):
        if version.field in SHOWN:
            when = f"{day(version.at.astimezone(BEIJING).date())} {clock(version.at)}"
            words = value_words(version.field, version.value).replace("\n", " ")
            short = words if len(words) <= MOST_WORDS else f"{words[:MOST_WORDS]}…"
            lines.append(f"{when}  {version.by}  {field_word(version.field)}：{short}")
    return "\n".join(lines[:MOST_LINES])
