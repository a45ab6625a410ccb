"""Folding and merging journals beside `json.loads` of the same lines, which nobody can avoid."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from auditor_app.storage.database import Database
from auditor_app.storage.merge import Chain, Merge
from tests.bench.journals import AUDIT, add_lines, lines
from tests.bench.measure import Figure, ratio
from tests.core.builders import Clock, a_database

LINES, TIMES = 200_000, 3
MINE, THEIRS = "a" * 24, "b" * 24


def run() -> list[Figure]:
    """Rebuild of 200,000 lines; merge of a chain of 100,000 into another of 100,000."""
    with TemporaryDirectory(prefix="auditor-bench-") as folder:
        return [_rebuild(Path(folder)), _merge(Path(folder))]


def _rebuild(folder: Path) -> Figure:
    database = a_database(folder / "one.db", MINE, clock=Clock())
    add_lines(database, LINES)
    texts = [line.text for line in database.lines()]

    def rebuild() -> None:
        with database.transaction():
            database.rebuild(database.lines())

    figure = ratio(
        f"rebuild from {LINES:,} lines / json.loads",
        rebuild,
        lambda: _parse(texts),
        limit=3,
        times=TIMES,
    )
    database.close()
    return figure


def _merge(folder: Path) -> Figure:
    half = LINES // 2
    theirs = [line.text for line in lines(THEIRS, half)]
    texts = theirs + [line.text for line in lines(MINE, half)]
    ready: list[Database] = []

    def before() -> None:
        for path in folder.glob("two.db*"):
            path.unlink()
        ready[:] = [a_database(folder / "two.db", MINE, clock=Clock())]
        add_lines(ready[0], half)

    def merge() -> None:
        with ready[0].transaction():
            one = Merge(ready[0], is_sealed=lambda _line: True)
            one.take(Chain(AUDIT, THEIRS, theirs), is_known=True)
            taken = one.finish().taken
        if taken != half:
            raise RuntimeError(f"{taken} lines taken")

    return ratio(
        f"merge of two journals of {half:,} lines / json.loads of both",
        merge,
        lambda: _parse(texts),
        limit=5,
        times=TIMES,
        before=before,
    )


def _parse(texts: list[bytes]) -> None:
    for text in texts:
        json.loads(text)
