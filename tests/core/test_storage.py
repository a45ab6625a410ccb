"""The database under the records: every trouble gets its name, every foreign line its place."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from auditor_app.domain import Answer, RecordId, Verdict
from auditor_app.errors import (
    AuditorError,
    Damaged,
    DiskFull,
    FileTrouble,
    NotFound,
    VaultInUse,
    WrongKey,
)
from auditor_app.storage import connection, integrity
from auditor_app.storage.database import Database
from auditor_app.storage.journal import Op, Tip, write_line
from auditor_app.storage.merge import Chain, Merge, Merged
from auditor_app.storage.migrations import migrations
from tests.core.builders import AUDIT, KEY, Clock, a_database

ANSWER = RecordId("0f" * 16)
THEIRS = "b" * 24
WHOLE: dict[str, Any] = {
    "made_at": "2026-03-12T01:00:00+00:00",
    "made_by": "王建国",
    "visit_id": "cd",
    "item_key": "8.1.2-03@生产部",
    "note": "抽查五份",
}


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = a_database(tmp_path / "vault.db", clock=Clock())
    yield made
    made.close()


def an_answer(note: str = "抽查五份") -> Answer:
    return Answer(
        id=ANSWER,
        audit_id=AUDIT,
        visit_id=RecordId("cd"),
        item_key="8.1.2-03@生产部",
        note=note,
        made_at=datetime(2026, 3, 12, 1, tzinfo=UTC),
        made_by="李敏",
    )


def kept(database: Database, note: str = "抽查五份") -> Answer:
    with database.writing() as writer:
        return writer.put(an_answer(note))


def received(database: Database, *lines: bytes, dev: str = THEIRS) -> Merged:
    """Take in a colleague's chain; that its seals are good is proven elsewhere."""
    with database.transaction():
        merge = Merge(database, is_sealed=lambda _line: True)
        merge.take(Chain(AUDIT, dev, lines), is_known=True)
        return merge.finish()


def from_a_colleague(ops: Sequence[Op]) -> list[bytes]:
    """A chain of one line and its seal, as it comes out of a package."""
    line = write_line(audit=AUDIT, by="王建国", dev=THEIRS, hlc=1 << 40, ops=ops, tip=Tip())
    seal = write_line(
        audit=AUDIT,
        by="王建国",
        dev=THEIRS,
        hlc=(1 << 40) + 1,
        ops=[Op("seal", THEIRS, "ed25519", {"key": "k", "sig": "s"})],
        tip=Tip(line.seq, line.hash, line.hlc),
    )
    return [line.text, seal.text]


def an_answer_saying(**values: Any) -> list[Op]:
    return [Op("answer", ANSWER, name, value) for name, value in values.items()]


# --- every trouble has its name ---


def test_an_sqlite_without_a_cipher_never_gets_a_record() -> None:
    plain = sqlite3.connect(":memory:")
    with pytest.raises(RuntimeError, match="plain"):
        connection._unlock(plain, KEY)
    plain.close()


def test_another_key_opens_nothing(database: Database, tmp_path: Path) -> None:
    with pytest.raises(WrongKey):
        Database(tmp_path / "vault.db", bytes(32))


def test_a_full_disk_saves_nothing_and_keeps_the_rest(database: Database) -> None:
    before = kept(database)
    (pages,) = database.query("PRAGMA page_count")[0]
    database.query(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull, match="没有保存"), database.writing() as writer:
        writer.put(replace(before, note="气体检测" * 20_000), seen=before)
    assert database.get(Answer, ANSWER) == before


def test_a_second_writer_is_told_instead_of_waiting_for_ever(
    database: Database, tmp_path: Path
) -> None:
    other = Database(tmp_path / "vault.db", KEY)
    other.query("PRAGMA busy_timeout = 1")
    with database.transaction(), pytest.raises(VaultInUse), other.transaction():
        pass
    other.close()


def test_a_page_that_rotted_is_named_as_damage(database: Database, tmp_path: Path) -> None:
    for number in range(40):
        kept(database, f"第{number}次")
    database.query("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    path = tmp_path / "vault.db"
    data = bytearray(path.read_bytes())
    for place in range(1024, len(data), 1024):
        data[place + 100] ^= 1
    path.write_bytes(data)
    with pytest.raises(Damaged, match="最近的备份"):
        Database(path, KEY)


def test_a_folder_in_the_place_of_the_vault_is_trouble_with_the_disk(tmp_path: Path) -> None:
    with pytest.raises(FileTrouble):
        connection.connect(tmp_path, KEY)


def test_a_write_protected_vault_refuses_the_edit(database: Database) -> None:
    database.query("PRAGMA query_only = ON")
    with pytest.raises(FileTrouble, match="没有保存"):
        kept(database)


def test_a_bug_in_our_own_sql_is_not_blamed_on_the_disk(database: Database) -> None:
    with pytest.raises(connection.DatabaseError) as raised:
        database.query("SELECT verdict FROM no_such_table")
    assert not isinstance(raised.value, AuditorError)


def test_a_transaction_that_sqlite_gave_up_is_reported(database: Database) -> None:
    with pytest.raises(connection.DatabaseError), database.transaction():
        database.execute("INSERT OR ROLLBACK INTO meta VALUES ('format', '1')")
    assert kept(database) == database.get(Answer, ANSWER)


def test_a_record_that_is_gone_is_said_to_be_gone(database: Database) -> None:
    with pytest.raises(NotFound):
        database.get(Answer, ANSWER)


def test_a_vault_whose_making_was_cut_short_is_made_whole(tmp_path: Path) -> None:
    begun = connection.connect(tmp_path / "vault.db", KEY)
    migrations.ensure_migrations_table(begun)
    begun.close()
    database = a_database(tmp_path / "vault.db", clock=Clock())
    assert kept(database) == database.get(Answer, ANSWER)
    database.close()


# --- what a writer says ---


def test_the_last_word_of_one_action_counts(database: Database) -> None:
    with database.writing() as writer:
        first = writer.put(an_answer("抽查五份"))
        writer.put(replace(first, note="抽查六份"))
    assert database.get(Answer, ANSWER).note == "抽查六份"
    assert len(list(database.lines())) == 1


def test_a_deletion_taken_back_brings_the_record_back(database: Database) -> None:
    record = kept(database)
    with database.writing() as writer:
        writer.remove(record)
    assert database.find(Answer, ANSWER) is None
    with database.writing() as writer:
        writer.restore(record)
    assert database.get(Answer, ANSWER) == record


# --- what comes from others ---


def test_a_colleagues_answer_is_read_as_it_was_written(database: Database) -> None:
    assert received(database, *from_a_colleague(an_answer_saying(**WHOLE))).taken == 2
    answer = database.get(Answer, ANSWER)
    assert (answer.note, answer.made_by, answer.audit_id) == ("抽查五份", "王建国", AUDIT)


def test_a_record_waits_until_it_is_whole(database: Database) -> None:
    rest = {name: value for name, value in WHOLE.items() if name != "item_key"}
    assert received(database, *from_a_colleague(an_answer_saying(**rest))).taken == 2
    assert database.find(Answer, ANSWER) is None
    assert integrity.projection_problems(database) == []


@pytest.mark.parametrize(
    "wrong",
    [{"verdict": "splendid"}, {"note": 7}, {"made_at": "yesterday"}, {"rulebook_clauses": "5.4"}],
    ids=lambda wrong: next(iter(wrong)),
)
def test_a_value_no_field_can_hold_is_kept_but_not_shown(
    database: Database, wrong: dict[str, Any]
) -> None:
    assert received(database, *from_a_colleague(an_answer_saying(**{**WHOLE, **wrong}))).taken == 2
    assert database.find(Answer, ANSWER) is None
    assert len(list(database.lines())) == 2


def test_records_of_a_newer_program_stay_in_the_journal(database: Database) -> None:
    future = [Op("drone_flight", "0e", "height", 30), Op("answer", ANSWER, "mood", "good")]
    lines = from_a_colleague([*an_answer_saying(**WHOLE), *future])
    assert received(database, *lines).taken == 2
    assert database.get(Answer, ANSWER).note == "抽查五份"
    assert [line.text for line in database.lines()] == lines
    assert integrity.projection_problems(database) == []


def test_a_replacement_that_comes_before_what_it_replaces_wins(tmp_path: Path) -> None:
    chains = {}
    mine, theirs, office = (
        a_database(tmp_path / f"{dev[0]}.db", dev, clock=Clock())
        for dev in ("a" * 24, THEIRS, "c" * 24)
    )
    kept(mine)
    seal(mine)
    chains[mine] = [line.text for line in mine.lines()]
    received(theirs, *chains[mine], dev=mine.author.device)
    with theirs.writing() as writer:
        known = theirs.get(Answer, ANSWER)
        writer.put(replace(known, verdict=Verdict.MAJOR, note="检测栏空白"), seen=known)
    seal(theirs)
    chains[theirs] = [line.text for line in theirs.lines("dev = ?", THEIRS)]
    received(office, *chains[theirs], dev=THEIRS)
    received(office, *chains[mine], dev=mine.author.device)
    assert office.get(Answer, ANSWER) == theirs.get(Answer, ANSWER)
    assert office.query("SELECT count(*) FROM head WHERE field = 'note'") == [(1,)]
    for one in (mine, theirs, office):
        one.close()


def seal(database: Database) -> None:
    with database.writing() as writer:
        writer.seal(AUDIT, key="k", signature="s")


# --- looking it over ---


def test_a_seal_nobody_gave_is_found(database: Database) -> None:
    kept(database)
    seal(database)
    assert integrity.chain_problems(database, lambda _line: True) == []
    (problem,) = integrity.chain_problems(database, lambda _line: False)
    assert (problem.where, problem.found) == (f"{AUDIT}/{database.author.device}/2", "forged")


def test_a_line_taken_out_of_the_journal_is_found(database: Database) -> None:
    for number in range(3):
        kept(database, f"第{number}次")
    with database.transaction():
        database.execute("DELETE FROM entry WHERE seq = 2")
    (problem,) = integrity.chain_problems(database, lambda _line: True)
    assert problem.expected.startswith("2 ")
    assert problem.found.startswith("3 ")


def test_a_copy_that_does_not_open_leaves_no_file(database: Database, tmp_path: Path) -> None:
    kept(database)
    with pytest.raises(WrongKey):
        integrity.back_up(database, tmp_path / "copy.db", bytes(32))
    assert [path.name for path in tmp_path.glob("*copy*")] == []
    assert database.get(Answer, ANSWER).note == "抽查五份"


def test_a_copy_that_says_something_else_is_no_backup(database: Database, tmp_path: Path) -> None:
    other = a_database(tmp_path / "other.db", clock=Clock())
    other.close()
    kept(database)
    with pytest.raises(Damaged, match="核对不一致"):
        integrity._compare(database, connection.connect(tmp_path / "other.db", KEY))
