"""Reading and writing records in the encrypted database.

Everything written goes through `writing()`: one transaction, one journal line per audit touched,
the projections changed with it. A reader sees either all of it or nothing.
"""

import json
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

from auditor_app.domain import Record, RecordId, now
from auditor_app.domain.plain import column_types, field_names, from_row, table_of, to_row
from auditor_app.errors import NewerVersion, NotFound
from auditor_app.storage.connection import DatabaseError, Tables, connect, named, translated
from auditor_app.storage.journal import Line, Tip, load_line
from auditor_app.storage.migrations import FORMAT, migrations
from auditor_app.storage.projection import KINDS, EmptyShelf, Fold, Head, Key
from auditor_app.storage.schema import fingerprint, remake
from auditor_app.storage.writer import Author, Writer

Kinds = frozenset[type[Record]]
R = TypeVar("R", bound=Record)


class Database:
    """The vault's database. One thread at a time; `author` signs what is written."""

    def __init__(self, path: Path, key: bytes, *, clock: Callable[[], datetime] = now) -> None:
        self._tables = connect(path, key)
        self._connection = self._tables.conn
        self._clock = clock
        self._tips: dict[tuple[str, str], Tip] = {}
        self.on_commit: Callable[[Kinds], None] = _nobody
        self.author = Author(name="", device="")
        try:
            with translated():
                self._prepare()
                self._last_hlc = self._one("SELECT max(hlc) FROM tip") or 0
        except BaseException:
            self._tables.close()
            raise

    # -- reading ---------------------------------------------------------------------------

    def get(self, kind: type[R], ident: str) -> R:
        """The record with this id. Raises NotFound."""
        found = self.where(kind, "id = ?", ident)
        if not found:
            raise NotFound("资料库中没有这条记录，可能已被删除。没有改动任何数据。")
        return found[0]

    def find(self, kind: type[R], ident: str) -> R | None:
        """The record with this id, or None."""
        found = self.where(kind, "id = ?", ident)
        return found[0] if found else None

    def where(self, kind: type[R], condition: str = "1", *values: Any) -> list[R]:
        """Records that meet an SQL condition, oldest first."""
        names = field_names(kind)
        sql = (
            f"SELECT {', '.join(names)} FROM [{table_of(kind)}]"  # noqa: S608
            f" WHERE {condition} ORDER BY made_at, id"
        )
        rows = self.query(sql, *values)
        return [from_row(kind, dict(zip(names, row, strict=True))) for row in rows]

    def of_audit(self, kind: type[R], audit_id: RecordId) -> list[R]:
        """All records of one kind in one audit, oldest first."""
        return self.where(kind, "audit_id = ?", audit_id)

    def query(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        """Rows of a read-only query, for the journal's own questions."""
        try:
            return list(self._connection.execute(sql, values).fetchall())
        except DatabaseError as error:
            raise named(error) from error

    def _one(self, sql: str, *values: Any) -> Any:
        row = self._tables.execute(sql, values).fetchone()
        return row[0] if row else None

    # -- writing ---------------------------------------------------------------------------

    @contextmanager
    def writing(self) -> Generator[Writer, None, None]:
        """One action of one person: all of it or nothing, durable when the block ends."""
        with self.transaction():
            writer = Writer(self, self.author, self._next_hlc)
            yield writer
            self.append(writer.finish())
            self.flush(writer.fold, whole=False)
        self.tell(writer.kinds)

    @contextmanager
    def transaction(self) -> Generator[None, None, None]:
        """BEGIN IMMEDIATE … COMMIT; rolled back whatever goes wrong."""
        self.execute("BEGIN IMMEDIATE")
        try:
            yield
            self.execute("COMMIT")
        except BaseException:
            self._tips.clear()
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            raise

    def append(self, lines: Sequence[Line]) -> None:
        """Put lines at the ends of their chains; the caller has checked that they fit there."""
        self._many(
            "INSERT INTO entry VALUES (?, ?, ?, ?, ?)",
            ((line.audit, line.dev, line.seq, line.hash, line.text) for line in lines),
        )
        ends = {(line.audit, line.dev): line for line in lines}
        self._tips |= {chain: Tip(line.seq, line.hash, line.hlc) for chain, line in ends.items()}
        self._last_hlc = max([self._last_hlc, *(line.hlc for line in lines)])

    def flush(self, fold: Fold, *, whole: bool) -> None:
        """Put a fold's heads back and bring the projections up to them.

        `whole` projects every touched record anew (merge, rebuild); otherwise a record already
        on the shelf gets only its changed fields: an edit stays one small update.
        """
        for key in list(fold.touched_keys()):
            self._put_heads(key, fold.heads(key))
        if fold.new_dead:
            self._many("INSERT OR IGNORE INTO dead VALUES (?, ?)", sorted(fold.new_dead))
        for (entity, ident), names in fold.touched.items():
            kind = KINDS.get(entity)
            if kind is None:
                continue
            if whole or not self._update(kind, ident, self._tops(fold, (entity, ident), names)):
                self._project(kind, ident, fold.plain(entity, ident))

    def execute(self, sql: str, values: Iterable[Any] = ()) -> int:
        """One writing statement; returns the number of rows it touched."""
        try:
            return int(self._connection.execute(sql, tuple(values)).rowcount)
        except DatabaseError as error:
            raise named(error) from error

    def tell(self, kinds: Iterable[type[Record]]) -> None:
        """Say which kinds of record changed."""
        self.on_commit(frozenset(kinds))

    def rebuild(self, lines: Iterable[Line]) -> None:
        """Make heads and projections anew from `lines`, in the caller's transaction."""
        fold = Fold(EmptyShelf())
        for line in lines:
            fold.apply(line)
        self.execute("DELETE FROM head")
        self.execute("DELETE FROM dead")
        remake(self._tables)
        self._many(
            "INSERT INTO head VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                _head_row(key, head)
                for key in fold.touched_keys()
                for head in fold.heads(key).values()
            ),
        )
        self._many("INSERT INTO dead VALUES (?, ?)", sorted(fold.new_dead))
        for entity, kind in KINDS.items():
            names = column_types(kind)
            rows = (
                to_row(plain)
                for touched, ident in fold.touched
                if touched == entity and (plain := fold.plain(entity, ident)) is not None
            )
            marks = ", ".join(f":{name}" for name in names)
            self._many(f"INSERT INTO [{entity}] VALUES ({marks})", rows)  # noqa: S608 - our names
        self.set_meta("projections", fingerprint())

    # -- the shelf of a fold ---------------------------------------------------------------

    def heads(self, key: Key) -> list[Head]:
        """The field's heads as they rest."""
        return [
            Head(*row)
            for row in self.query(
                "SELECT version, hlc, audit, by, value FROM head"
                " WHERE entity = ? AND id = ? AND field = ?",
                *key,
            )
        ]

    def fields(self, entity: str, ident: str) -> list[str]:
        """The fields of a record that have heads."""
        sql = "SELECT DISTINCT field FROM head WHERE entity = ? AND id = ?"
        return [row[0] for row in self.query(sql, entity, ident)]

    def dead(self, audit: str) -> list[str]:
        """The versions of an audit that were replaced before they came."""
        return [row[0] for row in self.query("SELECT version FROM dead WHERE audit = ?", audit)]

    # -- the journal's ends ----------------------------------------------------------------

    def tip(self, audit: str, dev: str) -> Tip:
        """The end of a chain."""
        if (audit, dev) not in self._tips:
            sql = (
                "SELECT seq, hash, json_extract(CAST(line AS TEXT), '$.hlc') FROM entry"
                " WHERE audit = ? AND dev = ? ORDER BY seq DESC LIMIT 1"
            )
            rows = self.query(sql, audit, dev)
            self._tips[(audit, dev)] = Tip(*rows[0]) if rows else Tip()
        return self._tips[(audit, dev)]

    def meta(self, key: str) -> str:
        """A fact about the vault itself; empty when unknown."""
        rows = self.query("SELECT value FROM meta WHERE key = ?", key)
        return str(rows[0][0]) if rows else ""

    def set_meta(self, key: str, value: str) -> None:
        """Keep a fact about the vault itself, in the caller's transaction."""
        self.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    @property
    def tables(self) -> Tables:
        """For backup and integrity checks, which speak to SQLite itself."""
        return self._tables

    @property
    def clock(self) -> Callable[[], datetime]:
        """The vault's clock."""
        return self._clock

    def close(self) -> None:
        """Close; what was acknowledged is already on the disk."""
        self._tables.close()

    # -- privates --------------------------------------------------------------------------

    def _prepare(self) -> None:
        fresh = not self._one("SELECT count(*) FROM sqlite_master")
        if not fresh and self._is_newer():
            raise NewerVersion(
                "资料库由更新版本的程序写成，本程序不能打开，未作任何改动。请升级程序后再打开。"
            )
        migrations.apply(self._tables)
        if fresh:
            with self.transaction():
                self.set_meta("format", str(FORMAT))
        if self.meta("projections") != fingerprint():
            with self.transaction():
                self.rebuild(self.lines())

    def _is_newer(self) -> bool:
        if not self._one("SELECT 1 FROM sqlite_master WHERE name = 'meta'"):
            return False
        return int(self.meta("format") or 0) > FORMAT

    def lines(self, condition: str = "1", *values: Any) -> Generator[Line, None, None]:
        """The journal's lines, each chain in its order, one at a time."""
        sql = (
            f"SELECT line FROM entry WHERE {condition}"  # noqa: S608 - our words
            " ORDER BY audit, dev, seq"
        )
        with translated():
            for (text,) in self._tables.execute(sql, values):
                yield load_line(text)

    def _next_hlc(self) -> int:
        moment = int(self._clock().timestamp() * 1000) << 16
        return max(moment, self._last_hlc + 1)

    def _many(self, sql: str, rows: Iterable[Any]) -> None:
        with translated():
            self._tables.conn.executemany(sql, rows)

    def _put_heads(self, key: Key, heads: Mapping[str, Head]) -> None:
        self.execute("DELETE FROM head WHERE entity = ? AND id = ? AND field = ?", key)
        for head in heads.values():
            self.execute("INSERT INTO head VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _head_row(key, head))

    def _tops(self, fold: Fold, record: tuple[str, str], names: Iterable[str]) -> dict[str, str]:
        """Field -> JSON text of its provisional value; what was written this moment has one."""
        return {
            name: max(fold.heads((*record, name)).values(), key=lambda head: head.rank).value
            for name in names
        }

    def _update(self, kind: type[Record], ident: str, tops: Mapping[str, str]) -> bool:
        """Whether the record was already projected and its changed fields could be set."""
        if not tops.keys() <= column_types(kind).keys():
            return False
        row = to_row({name: json.loads(value) for name, value in tops.items()})
        sets = ", ".join(f"[{name}] = ?" for name in row)
        sql = f"UPDATE [{table_of(kind)}] SET {sets} WHERE id = ?"  # noqa: S608
        return self.execute(sql, (*row.values(), ident)) == 1

    def _project(self, kind: type[Record], ident: str, plain: Mapping[str, Any] | None) -> None:
        if plain is None:
            sql = f"DELETE FROM [{table_of(kind)}] WHERE id = ?"  # noqa: S608
            self.execute(sql, (ident,))
            return
        row = to_row(plain)
        names = ", ".join(f"[{name}]" for name in row)
        marks = ", ".join("?" for _ in row)
        sql = f"INSERT OR REPLACE INTO [{table_of(kind)}] ({names}) VALUES ({marks})"  # noqa: S608
        self.execute(sql, row.values())


def _head_row(key: Key, head: Head) -> tuple[Any, ...]:
    return (*key, head.version, head.hlc, head.audit, head.by, head.value)


def _nobody(_kinds: Kinds) -> None:
    """Nobody listens yet."""
