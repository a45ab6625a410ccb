"""What the frame says of the vault: its audits, whose it is, the counts beside the pages."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication

from auditor_app.domain import BEIJING, Audit, Client, RecordId, Visit, now
from auditor_app.vault import Vault
from ui.audit_words import ENDED, kind_word, state_word, team_role_word, visit_line
from ui.pages.base import Badge, Page, Section


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """An audit in the switcher: the client, and where the audit stands today."""

    id: RecordId
    client: str
    number: str
    line: str
    is_over: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """All the frame shows, read in one go; `shown` is None while the vault holds no audit."""

    audits: tuple[AuditLine, ...]
    shown: AuditLine | None
    person: str
    role: str
    backed_up_at: datetime | None
    badges: dict[str, Badge]
    """By page key; a page without a count is missing."""


def read_summary(vault: Vault, pages: Sequence[type[Page[Any]]], wanted: RecordId) -> Summary:
    """Read it; runs on the vault's thread. Without the wanted audit the newest running is shown."""
    audits = tuple(_line(card.audit, card.client, card.visits) for card in vault.audits.cards())
    running = next((line for line in audits if not line.is_over), audits[0] if audits else None)
    shown = next((line for line in audits if line.id == wanted), running)
    badges = {
        page.KEY: page.badge(vault, shown.id if shown else RecordId(""))
        for page in pages
        if shown or page.SECTION is Section.WORKSPACE
    }
    backup = vault.care.last_backup()
    return Summary(
        audits=audits,
        shown=shown,
        person=vault.identity.name,
        role=_role(vault, shown),
        backed_up_at=backup[2] if backup else None,
        badges={key: badge for key, badge in badges.items() if badge},
    )


def _line(audit: Audit, client: Client, visits: Sequence[Visit]) -> AuditLine:
    going_on = visit_line(visits, now().astimezone(BEIJING).date())
    aside = f"{kind_word(audit.kind)} · {state_word(audit.state)}"
    return AuditLine(
        id=audit.id,
        client=client.name,
        number=audit.number,
        line=going_on or aside,
        is_over=audit.state in ENDED,
    )


def _role(vault: Vault, shown: AuditLine | None) -> str:
    """The part this person has in the audit shown, otherwise what the vault is for."""
    me = vault.identity
    for member in vault.audits.team(shown.id) if shown else ():
        if me.name == member.name or me.device_id == member.device_id:
            return team_role_word(member.role)
    translate = QCoreApplication.translate
    is_office = me.role == "office"
    return translate("Words", "办公室") if is_office else translate("Words", "审核员")
