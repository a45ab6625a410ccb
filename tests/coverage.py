"""How much of the program the tests reach: four packages whole, the rest to nine tenths.

A pytest plugin (`-p tests.coverage --cov --cov-report=`), so that the last line stays pytest's.
"""

import json
import sys
from collections.abc import Generator, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import coverage
import pytest

FULL = ("auditor_app/domain", "auditor_app/exchange", "auditor_app/security", "auditor_app/storage")
"""Reached line by line and branch by branch: what holds the records, or lets them in or out."""
REST = 90
MOST_NAMED = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """Statements and branches of one file: reached, and there at all; `missing` are lines."""

    path: str
    reached: int
    there: int
    missing: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    name: str
    wanted: int
    files: tuple[File, ...]

    @property
    def percent(self) -> float:
        """Reached of what is there."""
        return 100 * self._reached / max(self._there, 1)

    @property
    def is_met(self) -> bool:
        """In whole numbers: 99.99 is not 100. A package that moved away is not met either."""
        return self._there > 0 and self._reached * 100 >= self.wanted * self._there

    @property
    def weakest(self) -> list[File]:
        """Where most is missing, first."""
        lacking = [one for one in self.files if one.reached < one.there]
        return sorted(lacking, key=lambda one: one.reached - one.there)

    @property
    def _reached(self) -> int:
        return sum(one.reached for one in self.files)

    @property
    def _there(self) -> int:
        return sum(one.there for one in self.files)


def rows(report: Mapping[str, Any]) -> list[Row]:
    """The table from coverage's JSON report: a row a package of `FULL`, a row for each rest."""
    files = [_file(path, found) for path, found in sorted(report["files"].items())]
    whole = [
        Row(name=name, wanted=100, files=tuple(f for f in files if f.path.startswith(f"{name}/")))
        for name in FULL
    ]
    known = {file.path for row in whole for file in row.files}
    rest = [file for file in files if file.path not in known]
    tops = sorted({file.path.partition("/")[0] for file in rest})
    return whole + [
        Row(
            name=f"{top}, the rest" if any(name.startswith(f"{top}/") for name in FULL) else top,
            wanted=REST,
            files=tuple(file for file in rest if file.path.startswith(f"{top}/")),
        )
        for top in tops
    ]


def table(found: Iterable[Row]) -> list[str]:
    """The lines to print; what is missing is named where too much is."""
    lines = []
    for row in found:
        verdict = "ok" if row.is_met else "FAILED"
        lines.append(f"{row.name:<26}{row.percent:>7.2f} %   of {row.wanted:>3} %   {verdict}")
        if not row.is_met:
            lines += [_told(file) for file in row.weakest[:MOST_NAMED]]
    return lines


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """What a property test happens to draw counts for nothing, so that the figure stands still.

    It also saves most of the price: these tests are where the program runs longest.
    """
    # WORKAROUND pytest-cov 7.1: its `no_cover` uncovers a second tracer in a worker of xdist.
    tracer = sys.gettrace()
    if item.get_closest_marker("hypothesis"):
        sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracer)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A run that reached too little has failed, whatever its tests said."""
    if hasattr(session.config, "workerinput"):
        return  # a worker knows its own part only
    found = _measured()
    session.config.stash[_TABLE] = table(found)
    if not all(row.is_met for row in found) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Before pytest's own last line."""
    terminalreporter.section("coverage")
    for line in terminalreporter.config.stash.get(_TABLE, []):
        terminalreporter.write_line(line)


_TABLE = pytest.StashKey[list[str]]()


def _measured() -> list[Row]:
    """pytest-cov has put the workers' parts together by now."""
    measured = coverage.Coverage()
    measured.load()
    with TemporaryDirectory() as folder:
        out = Path(folder) / "coverage.json"
        measured.json_report(outfile=str(out))
        return rows(json.loads(out.read_text(encoding="utf-8")))


def _file(path: str, found: Mapping[str, Any]) -> File:
    summary = found["summary"]
    return File(
        path=Path(path).as_posix(),
        reached=summary["covered_lines"] + summary["covered_branches"],
        there=summary["num_statements"] + summary["num_branches"],
        missing=tuple(
            sorted({*found["missing_lines"], *(a for a, _ in found["missing_branches"])})
        ),
    )


def _told(file: File) -> str:
    lines = ", ".join(str(line) for line in file.missing[:MOST_NAMED])
    more = ", …" if len(file.missing) > MOST_NAMED else ""
    return f"    {file.path}: {file.there - file.reached} missing, lines {lines}{more}"
