"""Pairs measured in turn, so that a busy machine slows both sides."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

Figure = tuple[str, float, float, str]
"""Name, measured, limit, unit: at most the limit is good."""


def seconds(work: Callable[[], object]) -> float:
    """How long it took once."""
    started = perf_counter()
    work()
    return perf_counter() - started


def ratio(
    name: str,
    ours: Callable[[], object],
    plain: Callable[[], object],
    *,
    limit: float,
    times: int,
    before: Callable[[], object] = lambda: None,
) -> Figure:
    """Median of ours by median of the plain way; `before` makes ready for each, untimed."""
    mine: list[float] = []
    floor: list[float] = []
    for _ in range(times):
        for took, work in ((floor, plain), (mine, ours)):
            before()
            took.append(seconds(work))
    ours_took, plain_took = median(mine), median(floor)
    words = f"{name}: {shown(ours_took)} / {shown(plain_took)}"
    return (words, ours_took / plain_took, limit, "x")


def shown(took: float) -> str:
    """A time with the unit that suits it."""
    if took >= 1:
        return f"{took:.2f} s"
    return f"{took * 1e3:.1f} ms" if took >= 1e-3 else f"{took * 1e6:.0f} us"
