"""Striking a scenario at call after call, and judging what is left each time."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from tests.crash.faults import Fault, Kind
from tests.crash.scenarios import Scenario
from tests.crash.traced import Run, count, run


@dataclass(slots=True)
class Row:
    """One line of the table: what was struck how often, and what came of it."""

    scenario: str
    kind: Kind
    points: int = 0
    seconds: float = 0
    lost: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    @property
    def cells(self) -> tuple[str, ...]:
        """As the table shows it."""
        return (
            self.scenario,
            self.kind,
            str(self.points),
            str(len(self.lost)),
            str(len(self.broken)),
            f"{self.seconds:.0f} s",
        )


HEADINGS = ("scenario", "fault", "points", "lost", "broken", "time")


class Sweep:
    """The strikes at one scenario; prepared once, copied for every run."""

    def __init__(self, scenario: Scenario, folder: Path, call: str | None = None) -> None:
        self._scenario = scenario
        self._call = call
        self._template = folder / "template"
        self._folder = folder
        self._template.mkdir()
        scenario.prepare(self._template)
        with self._copy() as copy:
            self.calls = count(scenario.act, copy)

    def all(self, kind: Kind) -> Row:
        """Every call, until a run ends unharmed."""
        calls = self._struck(kind)
        return self._row(kind, (fault for call in calls for fault in self._every(kind, call)))

    def sample(self, kind: Kind, most: int) -> Row:
        """At most so many points, spread evenly over all calls."""
        faults = [
            Fault(kind, call, when)
            for call in self._struck(kind)
            for when in range(1, self.calls[call] + 1)
        ]
        step = max(1.0, len(faults) / most)
        chosen = [faults[int(place * step)] for place in range(int(len(faults) / step))]
        return self._row(kind, iter(chosen))

    def _struck(self, kind: Kind) -> list[str]:
        return [call for call in kind.calls if self.calls[call] and self._call in {None, call}]

    def _every(self, kind: Kind, call: str) -> Iterator[Fault]:
        self._is_unharmed = False
        when = 0
        while not self._is_unharmed:
            when += 1
            if when > 2 * self.calls[call] + 50:
                raise RuntimeError(f"{call} never ends")
            yield Fault(kind, call, when)

    def _row(self, kind: Kind, faults: Iterator[Fault]) -> Row:
        row = Row(self._scenario.name, kind)
        started = monotonic()
        for fault in faults:
            with self._copy() as copy:
                ended = run(self._scenario.act, copy, fault)
                self._is_unharmed = _is_unharmed(ended, kind, fault, self.calls[fault.call])
                row.points += not self._is_unharmed
                self._judge(row, copy, fault, ended)
        row.seconds = monotonic() - started
        return row

    def _judge(self, row: Row, copy: Path, fault: Fault, ended: Run) -> None:
        found = self._scenario.judge(copy, [which for _, which in ended.told])
        if ended.bug:
            found.broken.append(f"a bug, not a refusal: {ended.bug}")
        if fault.kind.passes and len(ended.refusals) > 1:
            found.broken.append(f"refused again though the fault had passed: {ended.refusals}")
        if found.lost:
            row.lost.append(f"{fault}: {found.lost}")
        if found.broken:
            row.broken.append(f"{fault}: {found.broken}")

    def _copy(self) -> "_Copy":
        return _Copy(self._template, self._folder)


class _Copy:
    """A copy of the template for one run."""

    def __init__(self, template: Path, folder: Path) -> None:
        self._template = template
        self._room = TemporaryDirectory(dir=folder)

    def __enter__(self) -> Path:
        return Path(shutil.copytree(self._template, Path(self._room.name) / "run"))

    def __exit__(self, *_: object) -> None:
        self._room.cleanup()


def _is_unharmed(ended: Run, kind: Kind, fault: Fault, calls: int) -> bool:
    """Whether the run never came to the struck call: then the call is swept."""
    if kind is Kind.KILL:
        return not ended.was_killed
    # An error need not show (SQLite may put a checkpoint off), so the count decides.
    return fault.when > calls
