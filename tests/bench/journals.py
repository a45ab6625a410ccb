"""Long journals, made quickly: thousands of answers edited again and again."""

from collections.abc import Iterator

from auditor_app.domain import RecordId, id_for
from auditor_app.domain.answer import Answer, Verdict
from auditor_app.domain.plain import to_plain
from auditor_app.storage.database import Database
from auditor_app.storage.journal import SEAL, Line, Op, Tip, write_line

ANSWERS = 2_000
AUDIT = RecordId("ab")
VISIT = RecordId("cd")
_MOMENT = 1_773_276_000_000 << 16


def add_lines(database: Database, count: int) -> None:
    """Append so many lines in the name of the database's author, and bring the tables up."""
    with database.transaction():
        database.append(list(lines(database.author.device, count)))
        database.rebuild(database.lines())


def lines(device: str, count: int) -> Iterator[Line]:
    """A chain as an auditor writes it: answers made, notes and verdicts changed, a seal."""
    tip = Tip()
    last: dict[tuple[int, str], str] = {}
    for number in range(count):
        place = number % ANSWERS
        ops = list(_edit(place, number) if number >= ANSWERS else _first(place))
        if number == count - 1:
            ops = [Op(SEAL, device, "ed25519", {"key": "k", "sig": "s"})]
        for index, op in enumerate(ops):
            seen = last.get((place, op.field))
            ops[index] = Op(op.entity, op.id, op.field, op.value, (seen,) if seen else ())
            last[place, op.field] = f"{device}.{number + 1}.{index}"
        line = write_line(
            audit=AUDIT, by="李敏", dev=device, hlc=_MOMENT + number + 1, ops=ops, tip=tip
        )
        tip = Tip(line.seq, line.hash, line.hlc)
        yield line


def _first(place: int) -> Iterator[Op]:
    answer = Answer(
        id=id_for("answer", VISIT, str(place)),
        audit_id=AUDIT,
        made_by="李敏",
        visit_id=VISIT,
        item_key=f"8.1.2-{place}@生产部",
        clause="8.1.2",
        department="生产部",
        verdict=Verdict.CONFORMING,
        note="抽查五份作业许可证，审批齐全。",
    )
    for name, value in to_plain(answer).items():
        if name not in {"id", "audit_id"}:
            yield Op("answer", answer.id, name, value)


def _edit(place: int, number: int) -> Iterator[Op]:
    ident = id_for("answer", VISIT, str(place))
    yield Op("answer", ident, "note", f"第 {number} 次补充：现场与班组长访谈，记录一致。")
    if number % 3 == 0:
        yield Op("answer", ident, "verdict", list(Verdict)[number % 5])
