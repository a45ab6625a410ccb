"""What the parts of the sample share while it is made: vault, clock, script, names to ids."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TypeVar

from auditor_app.domain import Audit, Record, RecordId, TeamMember, Verdict, Visit
from auditor_app.rules.checklist import Item
from auditor_app.sample.clock import SampleClock
from auditor_app.sample.script import Table, moment, record, script, texts
from auditor_app.vault import Vault

R = TypeVar("R", bound=Record)


@dataclass(slots=True, kw_only=True)
class Making:
    """The audit under work; people, sites and visits go by the names the script uses."""

    vault: Vault
    clock: SampleClock
    script: Table
    audit: Audit
    members: dict[str, TeamMember] = field(default_factory=dict)
    sites: dict[str, RecordId] = field(default_factory=dict)
    visits: dict[str, Visit] = field(default_factory=dict)

    def at(self, table: Table, name: str) -> datetime:
        """Set the clock to a time of the script, and return it."""
        value = moment(table, name)
        self.clock.set(value)
        return value

    def keep(self, kind: type[R], table: Table, **given: object) -> R:
        """Keep a new record of this audit as the script tells it."""
        made = record(kind, table, audit_id=self.audit.id, made_at=self.clock(), **given)
        return self.vault.audits.keep(made)

    def items(self, visit: str) -> dict[str, Item]:
        """The visit's checklist; a key point goes by its title: `KP:集中供液罐区…`."""
        items = self.vault.checklists.items(self.audit, self.visits[visit])
        titles = {p.id: p.title for p in self.vault.audits.key_points(self.audit.id)}
        named = {one.key: one for one in items if not one.key.startswith("KP:")}
        points = {one.key[3:]: one for one in items if one.key.startswith("KP:")}
        return named | {f"KP:{titles[RecordId(key)]}": one for key, one in points.items()}

    def answer(self, visit: str, item: Item, table: Table) -> None:
        """Answer an item at the script's time: `verdict`, `note`, `who`, `docs`, `at`."""
        moment = self.at(table, "at")
        blank = self.vault.checklists.blank(self.visits[visit], item)
        self.vault.checklists.save(
            replace(
                blank,
                verdict=Verdict(table["verdict"]),
                note=table["note"],
                interviewees=texts(table, "who"),
                documents=texts(table, "docs"),
                answered_at=moment,
            )
        )


def resumed(vault: Vault, clock: SampleClock) -> Making:
    """The sample audit of a vault that was made earlier."""
    told = script()
    audit = vault.audits.get(told["audit"]["number"])
    return Making(
        vault=vault,
        clock=clock,
        script=told,
        audit=audit,
        members={one.name: one for one in vault.audits.team(audit.id)},
        visits={str(one.kind): one for one in vault.audits.visits(audit.id)},
    )
