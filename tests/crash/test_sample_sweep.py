"""A machine that dies, a disk that fails, at any call: a sample of the points for every commit."""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.crash.faults import Kind
from tests.crash.scenarios import SCENARIOS

ROOT = Path(__file__).parents[2]
KILLS, FAILURES, WRONG = 12, 3, 10
LONGEST = 300

pytestmark = pytest.mark.skipif(
    not shutil.which("strace"), reason="strace is not installed: apt install strace"
)


def sweep(scenario: str, points: int, *kinds: Kind, call: str = "") -> list[dict[str, Any]]:
    """A sample in a process of its own: it forks, which a test runner with threads must not."""
    faults = [word for kind in kinds for word in ("--fault", kind)] + ["--call", call] * bool(call)
    command = [sys.executable, "-m", "tests.crash", "--json", "--sample", str(points), *faults]
    done = subprocess.run(
        [*command, scenario],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=LONGEST,
    )
    if "cannot attach" in done.stderr:
        pytest.skip("this machine does not let strace attach")
    assert done.stdout, done.stderr
    rows: list[dict[str, Any]] = json.loads(done.stdout)
    return rows


@pytest.mark.parametrize("name", [one.name for one in SCENARIOS])
def test_nothing_is_lost_when_the_machine_dies(name: str) -> None:
    (row,) = sweep(name, KILLS, Kind.KILL)
    assert row["points"] == KILLS
    assert row["lost"] + row["broken"] == []


@pytest.mark.parametrize("name", [one.name for one in SCENARIOS])
def test_a_disk_that_refuses_costs_nothing_and_is_named(name: str) -> None:
    rows = sweep(name, FAILURES, *(kind for kind in Kind if kind is not Kind.KILL))
    assert [row["points"] for row in rows] == [FAILURES] * 4
    assert [found for row in rows for found in row["lost"] + row["broken"]] == []


@pytest.mark.parametrize(
    ("name", "kind", "call", "found"),
    [
        ("acknowledge before commit", Kind.KILL, "fsync", "lost"),
        ("ignore a refusal", Kind.FULL, "pwrite64", "lost"),
        ("photo row before blob", Kind.KILL, "rename", "broken"),
        ("package in place", Kind.KILL, "write", "broken"),
        ("half a merge", Kind.KILL, "pwrite64", "broken"),
    ],
)
def test_a_wrong_program_is_caught(name: str, kind: Kind, call: str, found: str) -> None:
    (row,) = sweep(name, WRONG, kind, call=call)
    assert row[found]
