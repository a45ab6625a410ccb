"""The audit up to the opening meeting: assignment, plan, stage 1."""

from datetime import timedelta

from auditor_app.domain import (
    ApplicationFact,
    AuditKind,
    KeyAuditPoint,
    PlanConfirmation,
    PlanSlot,
    Site,
    Stage1Report,
    TeamMember,
    Visit,
)
from auditor_app.operations.audits import NewAudit
from auditor_app.sample import photos
from auditor_app.sample.clock import SampleClock
from auditor_app.sample.making import Making
from auditor_app.sample.script import Table, moment, record, revised, script
from auditor_app.sample.signatures import signature
from auditor_app.vault import Vault

_CONFIRMED = ("confirmed", "confirmed_source", "confirmed_at", "consequence")


def begin(vault: Vault, clock: SampleClock) -> Making:
    """Start the audit and walk it through planning and stage 1, gate by gate."""
    making = _start(vault, clock)
    _people_and_places(making)
    _plan(making, "stage1")
    vault.standing.go_on(making.audit.id, "一阶段计划已经受审核方确认")
    _stage1(making)
    _plan(making, "stage2")
    making.audit = vault.standing.go_on(making.audit.id, "一阶段报告已发出，问题已答复")
    return making


def confirm_facts(making: Making, *, until: str) -> None:
    """Note what was seen on site, up to a time of the script."""
    known = {fact.key: fact for fact in making.vault.audits.facts(making.audit.id)}
    for table in making.script["fact"]:
        fact = known[table["key"]]
        if "confirmed_at" not in table or fact.is_confirmed:
            continue
        if moment(table, "confirmed_at") <= moment(making.script, until):
            leader = making.script["vault"]["leader"]
            making.vault.audits.keep(revised(fact, {**table, "confirmed_by": leader}), seen=fact)


def _start(vault: Vault, clock: SampleClock) -> Making:
    told = script()
    clock.set(moment(told, "opened_at"))
    audit = vault.audits.start(
        NewAudit(
            number=told["audit"]["number"],
            kind=AuditKind.INITIAL,
            rulebook="hcr",
            client=told["client"]["name"],
        )
    )
    kept = vault.audits.keep(revised(audit, told["audit"]), seen=audit)
    client = vault.audits.client(audit.id)
    vault.audits.keep(revised(client, told["client"]), seen=client)
    return Making(vault=vault, clock=clock, script=told, audit=kept)


def _people_and_places(making: Making) -> None:
    me = making.vault.identity
    client = making.vault.audits.client(making.audit.id)
    for table in making.script["site"]:
        making.sites[table["key"]] = making.keep(Site, table, client_id=client.id).id
    for table in making.script["fact"]:
        declared = {name: table[name] for name in table if name not in _CONFIRMED}
        making.keep(ApplicationFact, declared)
    for table in making.script["member"]:
        keys = {"device_id": me.device_id, "public_key": me.public_key, "recipient": me.recipient}
        own = keys if table["name"] == me.name else {}
        guide = making.members.get(table.get("guided_by", ""))
        member = making.keep(TeamMember, table, **own, guided_by=guide.id if guide else None)
        making.members[member.name] = member
    for table in making.script["visit"]:
        making.visits[table["kind"]] = making.keep(Visit, table)


def _plan(making: Making, visit: str) -> None:
    for table in making.script["slot"]:
        if table["visit"] == visit:
            making.keep(PlanSlot, {**table, **_slot(making, table)})
    for table in making.script["confirmation"]:
        if table["visit"] == visit and not table.get("change"):
            _confirm(making, table)


def confirm_changes(making: Making) -> None:
    """The client's word on changes agreed at the opening meeting."""
    for table in making.script["confirmation"]:
        if table.get("change"):
            _confirm(making, table)


def _confirm(making: Making, table: Table) -> None:
    making.at(table, "confirmed_at")
    making.keep(PlanConfirmation, table, visit_id=making.visits[table["visit"]].id)


def _slot(making: Making, table: Table) -> dict[str, object]:
    return {
        "visit_id": making.visits[table["visit"]].id,
        "starts_at": table["from"],
        "ends_at": table["to"],
        "member_ids": [making.members[name].id for name in table["who"]],
        "site_id": making.sites[table["site"]],
    }


def _stage1(making: Making) -> None:
    confirm_facts(making, until="stage1_done_at")
    items = making.items("stage1")
    told = making.script["stage1_answer"]
    rest = making.script["stage1_rest"]
    for number, (key, item) in enumerate(items.items()):
        if not any(table["key"] == key for table in told):
            words = rest["note"].format(
                question=item.question.rstrip("？"), department=item.department
            )
            at = rest["from"] + timedelta(minutes=4 * number)
            making.answer("stage1", item, {"verdict": "conforming", "note": words, "at": at})
    for table in told:
        making.answer("stage1", items[table["key"]], table)
    for table in making.script["photo"]:
        if table.get("visit") == "stage1":
            photos.take(making, table)
    visit = making.visits["stage1"].id
    for table in making.script["key_point"]:
        making.keep(KeyAuditPoint, table, visit_id=visit)
    report = making.script["stage1_report"]
    making.at(report, "sent_at")
    kept = record(
        Stage1Report,
        report,
        audit_id=making.audit.id,
        made_at=making.clock(),
        visit_id=visit,
    )
    making.vault.audits.keep(revised(kept, {"strokes": _strokes(report["signed_by"])}))


def _strokes(name: str) -> list[list[list[int | None]]]:
    return [[list(point) for point in stroke] for stroke in signature(name)]
