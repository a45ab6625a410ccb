"""The sample's photos: drawn as the script tells, kept as evidence, linked to what they prove."""

from decimal import Decimal

from auditor_app.domain import Evidence, id_for
from auditor_app.media.synthetic import Shot, photograph
from auditor_app.operations.evidence import Origin
from auditor_app.sample.making import Making
from auditor_app.sample.script import Table, texts

_PLACES = {
    "main": ("总厂", Decimal("31.38542"), Decimal("120.98067")),
    "second": ("二厂区", Decimal("31.19218"), Decimal("120.90415")),
}
_STEP = Decimal("0.00011")
"""About twelve metres between two photos."""


def take(making: Making, table: Table) -> Evidence:
    """Take one photo of the script, at its time."""
    making.at(table, "at")
    number = making.script["photo"].index(table) + 1
    known = making.vault.nonconformities.of(making.audit.id)
    proves = [nc.id for nc in known if nc.number in texts(table, "nonconformities")]
    visit = making.visits[table.get("visit", "stage2")]
    answers = [id_for("answer", visit.id, key) for key in texts(table, "answers")]
    origin = Origin(
        audit_id=making.audit.id,
        links=(*answers, *proves),
        caption=table["caption"],
        location=_PLACES[table["site"]][0],
        source="import" if table.get("bare") else "camera",
    )
    shot = _shot(table, number)
    return making.vault.evidence.add_bytes(photograph(shot), _name(shot), origin)


def link(making: Making, number: str, goal: str) -> None:
    """Let the photos that were taken before a nonconformity was written prove it."""
    wanted = {t["caption"] for t in making.script["photo"] if number in texts(t, "nonconformities")}
    for photo in making.vault.evidence.of(making.audit.id):
        if photo.caption in wanted:
            making.vault.evidence.link(photo, goal)


def _shot(table: Table, number: int) -> Shot:
    _, north, east = _PLACES[table["site"]]
    placed = not table.get("bare") and table.get("gps", True)
    return Shot(
        scene=table["scene"],
        words=texts(table, "words"),
        seed=number,
        make=table.get("make", ""),
        model=table.get("model", ""),
        taken_at=None if table.get("bare") else table["at"],
        orientation=table.get("orientation", 1),
        latitude=north + _STEP * (number % 7) if placed else None,
        longitude=east + _STEP * (number % 5) if placed else None,
    )


def _name(shot: Shot) -> str:
    if shot.taken_at is None:
        return f"mmexport{1773190000000 + shot.seed * 7177}.jpg"
    return f"IMG_{shot.taken_at:%Y%m%d_%H%M%S}.jpg"
