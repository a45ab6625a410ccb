"""Taking in other devices' chains: union, never a winner.

A line is projected only when its chain is whole up to it and a seal of the device that wrote it
stands behind it. Everything else is kept in quarantine with its reason: shown, never dropped,
never projected.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from auditor_app.domain import Record
from auditor_app.errors import Damaged
from auditor_app.storage.database import Database
from auditor_app.storage.journal import Line, Tip, read_line
from auditor_app.storage.projection import KINDS, Fold

Sealed = Callable[[Line], bool]
"""Whether a seal line's signature is good and by the very device its chain belongs to."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The lines of one device in one audit as they came, in the order of their `seq`."""

    audit: str
    dev: str
    lines: Iterable[bytes]


@dataclass(frozen=True, slots=True)
class Held:
    """A line in quarantine and why."""

    audit: str
    dev: str
    seq: int
    why: str


@dataclass(slots=True)
class Merged:
    """What a merge did: lines taken, lines known before, lines held back."""

    taken: int = 0
    known: int = 0
    held: list[Held] = field(default_factory=list)
    kinds: set[type[Record]] = field(default_factory=set)


class Merge:
    """One merge inside the caller's transaction; `finish` brings the projections up."""

    def __init__(self, database: Database, *, is_sealed: Sealed) -> None:
        self._database = database
        self._is_sealed = is_sealed
        self._fold = Fold(database)
        self.result = Merged()

    def take(self, chain: Chain, *, is_known: bool) -> None:
        """Accept a chain as far as it is whole and sealed; `is_known`: its device is trusted.

        Raises Damaged where a line is not a line of this chain at all: then nothing of the whole
        package is taken.
        """
        tip = self._database.tip(chain.audit, chain.dev)
        pending: list[Line] = []
        sealed = 0
        lines = self._fresh(chain, tip)
        for line in lines:
            why = self._misfit(line, pending[-1] if pending else None, tip)
            if why:
                self._hold(line, why)
                for rest in lines:
                    self._hold(rest, why)
                break
            pending.append(line)
            if line.is_seal and self._is_sealed(line):
                sealed = len(pending)
        good = pending[:sealed] if is_known else []
        self._accept(chain, good)
        for line in pending[len(good) :]:
            self._hold(line, "unsealed" if is_known else "unknown_device")

    def finish(self) -> Merged:
        """Write what the taken lines mean into heads and projections."""
        self._database.flush(self._fold, whole=True)
        self.result.kinds = {KINDS[entity] for entity, _ in self._fold.touched if entity in KINDS}
        return self.result

    def _fresh(self, chain: Chain, tip: Tip) -> Iterator[Line]:
        """Lines after our tip; a known one that differs is a fork."""
        for text in chain.lines:
            line = read_line(text)
            if (line.audit, line.dev) != (chain.audit, chain.dev):
                raise Damaged(
                    "交接包中的记录属于另一次审核或另一台设备。没有写入任何数据；请向发件人核实。"
                )
            if line.seq > tip.seq:
                yield line
            elif self._stored_hash(line) == line.hash:
                self.result.known += 1
            else:
                self._hold(line, "fork")

    def _misfit(self, line: Line, last: Line | None, tip: Tip) -> str:
        seq, before = (last.seq, last.hash) if last else (tip.seq, tip.hash)
        if line.seq != seq + 1:
            return "gap"
        return "" if line.prev == before else "chain"

    def _stored_hash(self, line: Line) -> Any:
        sql = "SELECT hash FROM entry WHERE audit = ? AND dev = ? AND seq = ?"
        rows = self._database.query(sql, line.audit, line.dev, line.seq)
        return rows[0][0] if rows else None

    def _accept(self, chain: Chain, lines: Sequence[Line]) -> None:
        self._database.append(lines)
        for line in lines:
            self._fold.apply(line)
        self.result.taken += len(lines)
        waiting = "SELECT hash FROM quarantine WHERE audit = ? AND dev = ?"
        held = {row[0] for row in self._database.query(waiting, chain.audit, chain.dev)}
        for one in held & {line.hash for line in lines} if held else ():
            self._database.execute("DELETE FROM quarantine WHERE hash = ?", (one,))

    def _hold(self, line: Line, why: str) -> None:
        self._database.execute(
            "INSERT OR IGNORE INTO quarantine (audit, dev, seq, hash, why, line, came_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                line.audit,
                line.dev,
                line.seq,
                line.hash,
                why,
                line.text,
                self._database.clock().isoformat(),
            ),
        )
        self.result.held.append(Held(line.audit, line.dev, line.seq, why))
