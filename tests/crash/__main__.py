"""The full sweep: `python -m tests.crash [--help] [scenario …]`.

Exit status 1 when an acknowledged step was lost or anything broke.
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.crash.faults import CALLS, Kind
from tests.crash.scenarios import SCENARIOS
from tests.crash.sweep import HEADINGS, Row, Sweep
from tests.crash.wrong import WRONG

SHOWN = 5


def main(arguments: list[str]) -> int:
    """Sweep, print the table, say what was found."""
    asked = _parsed(arguments)
    by_name = {one.name: one for one in (*SCENARIOS, *WRONG)}
    names = asked.scenario or [one.name for one in SCENARIOS]
    rows: list[Row] = []
    for name in names:
        with TemporaryDirectory(prefix="auditor-crash-") as folder:
            sweep = Sweep(by_name[name], Path(folder), asked.call)
            for kind in [Kind(one) for one in asked.fault] or list(Kind):
                rows.append(sweep.sample(kind, asked.sample) if asked.sample else sweep.all(kind))
                if not asked.json:
                    _print(rows[-1], is_first=len(rows) == 1)
    if asked.json:
        print(json.dumps([asdict(row) for row in rows], ensure_ascii=False))
    else:
        _conclude(rows)
    return 1 if any(row.lost or row.broken for row in rows) else 0


def _parsed(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.crash", description=__doc__)
    names = [one.name for one in (*SCENARIOS, *WRONG)]
    parser.add_argument("scenario", nargs="*", help=", ".join(names))
    parser.add_argument("--fault", action="append", default=[], choices=list(Kind))
    parser.add_argument("--call", choices=CALLS, help="strike at this system call only")
    parser.add_argument("--sample", type=int, help="at most so many points for each fault")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args(arguments)


def _print(row: Row, *, is_first: bool) -> None:
    widths = (18, 20, 7, 5, 7, 6)
    for cells in (HEADINGS, row.cells) if is_first else (row.cells,):
        print("  ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)))
    sys.stdout.flush()


def _conclude(rows: list[Row]) -> None:
    points = sum(row.points for row in rows)
    lost, broken = (
        sum(len(found) for found in kind)
        for kind in zip(*((row.lost, row.broken) for row in rows), strict=True)
    )
    print(f"\n{points} points, {lost} lost, {broken} broken")
    for row in rows:
        for text in [*row.lost, *row.broken][:SHOWN]:
            print(f"  {row.scenario}: {text}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
