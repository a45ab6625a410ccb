"""`python -m tests.bench [edit photo package open journal checklist start]`: one table of ratios.

`python -m tests.bench crash …` is the full fault-injection sweep, which measures nothing and takes
ten minutes, so it runs only when asked for. Exit status 1 when a figure is over its limit.
"""

import sys
from importlib import import_module
from pathlib import Path

from tests.bench.measure import Figure
from tests.crash.__main__ import main as sweep

ORDER = ("edit", "photo", "package", "open", "journal", "checklist", "start")


def main(names: list[str]) -> int:
    """Measure what is asked for, all by default."""
    if names[:1] == ["crash"]:
        return sweep(names[1:])
    here = {path.stem.removeprefix("bench_") for path in Path(__file__).parent.glob("bench_*.py")}
    chosen = names or sorted(here, key=lambda name: (*ORDER, name).index(name))
    if unknown := set(chosen) - here:
        print(f"no such measurement: {', '.join(sorted(unknown))}; there are {sorted(here)}")
        return 2
    over = 0
    print(f"{'what':<78}{'measured':>12}{'limit':>10}")
    for name in chosen:
        for figure in import_module(f"tests.bench.bench_{name}").run():
            over += _tell(figure)
    print(f"\n{over} over the limit")
    return 1 if over else 0


def _tell(figure: Figure) -> bool:
    name, measured, limit, unit = figure
    is_over = measured > limit
    verdict = "OVER" if is_over else "ok"
    print(f"{name:<78}{measured:>9.2f} {unit:<3}{limit:>7g} {unit:<3}{verdict}", flush=True)
    return is_over


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
