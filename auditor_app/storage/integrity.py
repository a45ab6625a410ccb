"""Looking over a vault: file, chains, projections; every problem at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from auditor_app.domain.plain import canonical, column_types, table_of
from auditor_app.errors import Damaged
from auditor_app.files import copy_file, fsync_dir, remove
from auditor_app.storage.connection import Tables, connect, translated
from auditor_app.storage.database import Database
from auditor_app.storage.journal import Line, Tip
from auditor_app.storage.projection import KINDS, EmptyShelf, Fold


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is not as it was written: where, what should be, what is."""

    where: str
    expected: str
    found: str


def file_problems(database: Database) -> list[Problem]:
    """What SQLite and SQLCipher say of the file itself."""
    # A cut during a checkpoint makes the cipher check cry wolf: checkpoint first.
    database.query("PRAGMA wal_checkpoint(TRUNCATE)")
    found = [row[0] for row in database.query("PRAGMA cipher_integrity_check")]
    found += [row[0] for row in database.query("PRAGMA integrity_check") if row[0] != "ok"]
    return [Problem("vault.db", "ok", str(text)) for text in found]


def chain_problems(database: Database, is_sealed: Callable[[Line], bool]) -> list[Problem]:
    """Chains whose lines don't follow each other, or whose seals are false."""
    problems: list[Problem] = []
    ends: dict[tuple[str, str], Tip] = {}
    for line in database.lines():
        end = ends.get((line.audit, line.dev), Tip())
        where = f"{line.audit or '-'}/{line.dev}/{line.seq}"
        if (line.seq, line.prev) != (end.seq + 1, end.hash):
            problems.append(Problem(where, f"{end.seq + 1} {end.hash}", f"{line.seq} {line.prev}"))
        if line.is_seal and not is_sealed(line):
            problems.append(Problem(where, "seal", "forged"))
        ends[(line.audit, line.dev)] = Tip(line.seq, line.hash, max(end.hlc, line.hlc))
    return problems


def projection_problems(database: Database) -> list[Problem]:
    """Records that do not say what the journal says."""
    fold = Fold(EmptyShelf())
    for line in database.lines():
        fold.apply(line)
    problems: list[Problem] = []
    for entity, kind in KINDS.items():
        told = {
            ident: plain
            for touched, ident in fold.touched
            if touched == entity and (plain := fold.plain(entity, ident)) is not None
        }
        names = column_types(kind)
        for row in _rows(database, entity, list(names)):
            plain = told.pop(str(row["id"]), None)
            expected = canonical(plain and {n: _column(plain[n]) for n in names}).decode()
            found = canonical(row).decode()
            if expected != found:
                problems.append(Problem(f"{table_of(kind)}/{row['id']}", expected, found))
        problems += [Problem(f"{entity}/{ident}", "record", "nothing") for ident in told]
    return problems


def back_up(database: Database, goal: Path, key: bytes) -> None:
    """A whole copy of the database under the same key, taken while it is in use.

    Verified by opening it again; a copy that does not open leaves no file.
    """
    part = goal.with_name(goal.name + ".vacuum")
    remove(part)
    try:
        database.query("VACUUM INTO ?", str(part))
        copy_file(part, goal)
        _compare(database, connect(goal, key))
    except BaseException:
        remove(goal)
        raise
    finally:
        remove(part)
    fsync_dir(goal.parent)


def _compare(database: Database, copy: Tables) -> None:
    count = "SELECT count(*) FROM entry"
    try:
        with translated():
            counted = copy.execute(count).fetchone()[0]
            verdict = copy.execute("PRAGMA integrity_check").fetchone()[0]
    finally:
        copy.close()
    if (verdict, counted) != ("ok", database.query(count)[0][0]):
        raise Damaged("备份写出后核对不一致，已删除这份备份。资料库本身完好；请检查移动盘后重做。")


def _rows(database: Database, table: str, names: list[str]) -> Iterator[dict[str, object]]:
    sql = f"SELECT {', '.join(names)} FROM [{table}]"  # noqa: S608
    for row in database.query(sql):
        yield dict(zip(names, row, strict=True))


def _column(value: object) -> object:
    if isinstance(value, bool):
        return int(value)
    return canonical(value).decode() if isinstance(value, list) else value
