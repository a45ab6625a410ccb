"""Merging: any order, any number of times, nothing lost, forgeries held back."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from auditor_app.domain import Answer, RecordId, Verdict
from auditor_app.domain.plain import to_plain
from auditor_app.errors import Damaged
from auditor_app.operations.conflicts import Conflicts
from auditor_app.storage.database import Database
from auditor_app.storage.integrity import chain_problems, projection_problems
from auditor_app.storage.journal import Line
from auditor_app.storage.merge import Chain, Merge, Merged
from tests.core.builders import AUDIT, Clock, a_database

DEVICES = ("a" * 24, "b" * 24, "c" * 24)
ANSWERS = tuple(RecordId(f"{n:032x}") for n in range(1, 4))


def an_answer(ident: RecordId = ANSWERS[0]) -> Answer:
    return Answer(
        id=ident,
        audit_id=AUDIT,
        visit_id=RecordId("cd"),
        item_key="8.1.2-03@生产部",
        made_at=datetime(2026, 3, 12, tzinfo=UTC),
        made_by="李敏",
    )


def any_seal(_line: Line) -> bool:
    """Seals are proven elsewhere; here every seal line counts."""
    return True


def seal(database: Database) -> None:
    with database.writing() as writer:
        writer.seal(AUDIT, key="k", signature="s")


def chain(database: Database, dev: str) -> Chain:
    lines = [one.text for one in database.lines("audit = ? AND dev = ?", AUDIT, dev)]
    return Chain(AUDIT, dev, lines)


def take(
    goal: Database,
    *chains: Chain,
    is_known: bool = True,
    is_sealed: Callable[[Line], bool] = any_seal,
) -> Merged:
    with goal.transaction():
        merge = Merge(goal, is_sealed=is_sealed)
        for one in chains:
            merge.take(one, is_known=is_known)
        return merge.finish()


@pytest.fixture
def two(tmp_path: Path) -> Iterator[tuple[Database, Database]]:
    with ExitStack() as stack:
        made = [a_database(tmp_path / f"{dev[0]}.db", dev, clock=Clock()) for dev in DEVICES[:2]]
        for one in made:
            stack.callback(one.close)
        yield made[0], made[1]


def test_both_sides_of_a_concurrent_edit_stand(two: tuple[Database, Database]) -> None:
    mine, theirs = two
    with mine.writing() as writer:
        base = writer.put(an_answer())
    seal(mine)
    take(theirs, chain(mine, DEVICES[0]))
    with mine.writing() as writer:
        writer.put(replace(base, verdict=Verdict.MINOR), seen=base)
    with theirs.writing() as writer:
        writer.put(replace(base, verdict=Verdict.CONFORMING), seen=base)
    for one in two:
        seal(one)
    take(mine, chain(theirs, DEVICES[1]))
    take(theirs, chain(mine, DEVICES[0]))
    for database in two:
        found = Conflicts(database).of(AUDIT)
        assert [(c.field, {v.value for v in c.candidates}) for c in found] == [
            ("verdict", {"minor", "conforming"})
        ]
    assert mine.get(Answer, base.id) == theirs.get(Answer, base.id)


def test_a_settled_conflict_is_settled_everywhere(two: tuple[Database, Database]) -> None:
    test_both_sides_of_a_concurrent_edit_stand(two)
    mine, theirs = two
    conflict = Conflicts(mine).of(AUDIT)[0]
    Conflicts(mine).settle(conflict, "major")
    seal(mine)
    take(theirs, chain(mine, DEVICES[0]))
    assert Conflicts(theirs).of(AUDIT) == []
    assert theirs.get(Answer, ANSWERS[0]).verdict is Verdict.MAJOR


def test_an_edit_unknown_to_the_deleter_keeps_the_record(two: tuple[Database, Database]) -> None:
    mine, theirs = two
    with mine.writing() as writer:
        base = writer.put(an_answer())
    seal(mine)
    take(theirs, chain(mine, DEVICES[0]))
    with mine.writing() as writer:
        writer.remove(base)
    with theirs.writing() as writer:
        writer.put(replace(base, note="看到三处缺陷"), seen=base)
    for one in two:
        seal(one)
    take(mine, chain(theirs, DEVICES[1]))
    take(theirs, chain(mine, DEVICES[0]))
    assert mine.get(Answer, base.id).note == theirs.get(Answer, base.id).note == "看到三处缺陷"


def test_a_seen_deletion_deletes(two: tuple[Database, Database]) -> None:
    mine, theirs = two
    with mine.writing() as writer:
        base = writer.put(an_answer())
    with mine.writing() as writer:
        writer.remove(base)
    seal(mine)
    take(theirs, chain(mine, DEVICES[0]))
    assert theirs.find(Answer, base.id) is None


def test_taking_a_chain_twice_changes_nothing(two: tuple[Database, Database]) -> None:
    mine, theirs = two
    with mine.writing() as writer:
        writer.put(an_answer())
    seal(mine)
    first = take(theirs, chain(mine, DEVICES[0]))
    before = theirs.query("SELECT * FROM head")
    second = take(theirs, chain(mine, DEVICES[0]))
    assert (first.taken, second.taken, second.known) == (2, 0, 2)
    assert theirs.query("SELECT * FROM head") == before


def written(database: Database, count: int) -> list[bytes]:
    for number in range(count):
        known = database.find(Answer, ANSWERS[0]) or an_answer()
        with database.writing() as writer:
            writer.put(replace(known, note=f"第{number}次"))
    seal(database)
    return list(chain(database, database.author.device).lines)


def whys(database: Database) -> list[str]:
    return [row[0] for row in database.query("SELECT why FROM quarantine ORDER BY seq")]


def test_a_gap_is_held_back_and_healed_later(two: tuple[Database, Database]) -> None:
    mine, theirs = two
    lines = written(mine, 3)
    result = take(theirs, Chain(AUDIT, DEVICES[0], lines[1:]))
    assert result.taken == 0
    assert whys(theirs) == ["gap"] * 3
    assert theirs.find(Answer, ANSWERS[0]) is None
    take(theirs, Chain(AUDIT, DEVICES[0], lines))
    assert whys(theirs) == []
    assert theirs.get(Answer, ANSWERS[0]).note == "第2次"


def test_a_fork_is_shown_and_changes_nothing(
    two: tuple[Database, Database], tmp_path: Path
) -> None:
    mine, theirs = two
    take(theirs, Chain(AUDIT, DEVICES[0], written(mine, 2)))
    clone = a_database(tmp_path / "clone.db", DEVICES[0], clock=Clock())
    other = written(clone, 4)
    clone.close()
    before = theirs.get(Answer, ANSWERS[0])
    take(theirs, Chain(AUDIT, DEVICES[0], other))
    assert "fork" in whys(theirs)
    assert theirs.get(Answer, ANSWERS[0]) == before


def test_lines_behind_the_last_seal_wait(two: tuple[Database, Database]) -> None:
    mine, theirs = two
    lines = written(mine, 2)
    with mine.writing() as writer:
        writer.put(replace(mine.get(Answer, ANSWERS[0]), note="未封"))
    take(theirs, chain(mine, DEVICES[0]))
    assert whys(theirs) == ["unsealed"]
    assert theirs.get(Answer, ANSWERS[0]).note == "第1次"
    assert len(lines) == 3


def test_an_invented_chain_is_never_projected(two: tuple[Database, Database]) -> None:
    mine, theirs = two
    forged = Chain(AUDIT, DEVICES[0], written(mine, 2))
    take(theirs, forged, is_sealed=lambda _line: False)
    assert whys(theirs) == ["unsealed"] * 3
    assert theirs.find(Answer, ANSWERS[0]) is None


def test_an_unknown_device_waits_for_trust(two: tuple[Database, Database]) -> None:
    mine, theirs = two
    lines = written(mine, 1)
    take(theirs, Chain(AUDIT, DEVICES[0], lines), is_known=False)
    assert whys(theirs) == ["unknown_device"] * 2
    take(theirs, Chain(AUDIT, DEVICES[0], lines), is_known=True)
    assert theirs.get(Answer, ANSWERS[0]).note == "第0次"


def test_a_line_of_another_audit_refuses_the_whole(two: tuple[Database, Database]) -> None:
    mine, theirs = two
    lines = written(mine, 1)
    with pytest.raises(Damaged):
        take(theirs, Chain("cd", DEVICES[0], lines))
    assert theirs.query("SELECT count(*) FROM entry") == [(0,)]


def test_an_edit_does_not_hide_what_its_author_never_saw(tmp_path: Path) -> None:
    database = a_database(tmp_path / "v.db", clock=Clock())
    with database.writing() as writer:
        base = writer.put(an_answer())
    with database.writing() as writer:
        writer.put(replace(base, note="先到"), seen=base)
    with database.writing() as writer:
        writer.put(replace(base, note="后到,没见过前一版"), seen=base)
    conflict = Conflicts(database).of(AUDIT)[0]
    assert {one.value for one in conflict.candidates} == {"先到", "后到,没见过前一版"}
    database.close()


class Laptops(RuleBasedStateMachine):
    """Three laptops with wrong clocks edit, delete, swap chains in any order, rebuild."""

    @initialize()
    def start(self) -> None:
        self.folder = TemporaryDirectory()
        offsets = (timedelta(0), timedelta(days=-60), timedelta(days=55))
        self.laptops = [
            a_database(
                Path(self.folder.name) / f"{dev[0]}.db",
                dev,
                clock=Clock(datetime(2026, 3, 12, tzinfo=UTC) + offset),
            )
            for dev, offset in zip(DEVICES, offsets, strict=True)
        ]

    def teardown(self) -> None:
        for laptop in getattr(self, "laptops", []):
            laptop.close()
        if hasattr(self, "folder"):
            self.folder.cleanup()

    @rule(
        who=st.sampled_from(range(3)),
        what=st.sampled_from(ANSWERS),
        verdict=st.sampled_from([None, *Verdict]),
        note=st.text(max_size=3).filter(lambda text: "\x00" not in text),
    )
    def edit(self, who: int, what: RecordId, verdict: Verdict | None, note: str) -> None:
        database = self.laptops[who]
        seen = database.find(Answer, what)
        with database.writing() as writer:
            writer.put(replace(seen or an_answer(what), verdict=verdict, note=note), seen=seen)

    @rule(who=st.sampled_from(range(3)), what=st.sampled_from(ANSWERS))
    def delete(self, who: int, what: RecordId) -> None:
        database = self.laptops[who]
        known = database.find(Answer, what)
        if known:
            with database.writing() as writer:
                writer.remove(known)

    @rule(
        giver=st.sampled_from(range(3)),
        taker=st.sampled_from(range(3)),
        order=st.permutations(DEVICES),
    )
    def send(self, giver: int, taker: int, order: list[str]) -> None:
        if giver != taker:
            seal(self.laptops[giver])
            take(self.laptops[taker], *(chain(self.laptops[giver], dev) for dev in order))

    @rule(who=st.sampled_from(range(3)))
    def rebuild(self, who: int) -> None:
        database = self.laptops[who]
        before = sorted(database.query("SELECT * FROM head"))
        with database.transaction():
            database.rebuild(database.lines())
        assert sorted(database.query("SELECT * FROM head")) == before

    @invariant()
    def tables_say_what_the_journal_says(self) -> None:
        for database in getattr(self, "laptops", []):
            assert projection_problems(database) == []

    @rule()
    def everybody_agrees_after_exchanging(self) -> None:
        for laptop in self.laptops:
            seal(laptop)
        for _ in range(2):
            for taker in self.laptops:
                for giver in self.laptops:
                    if giver is not taker:
                        take(taker, *(chain(giver, dev) for dev in DEVICES))
        states = [
            (
                sorted(one.query("SELECT * FROM head")),
                [to_plain(answer) for answer in one.where(Answer)],
            )
            for one in self.laptops
        ]
        assert states[0] == states[1] == states[2]
        assert all(not chain_problems(one, any_seal) for one in self.laptops)


TestLaptops = Laptops.TestCase
TestLaptops.settings = settings(
    max_examples=25,
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
