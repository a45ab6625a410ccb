"""The first window painted, beside a bare PySide6 window; each a process of its own."""

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measure import Figure, ratio
from tests.ui.test_startup import BARE, OURS, PAINTED
from tests.ui.test_startup import run as started

TIMES = 7


def run() -> list[Figure]:
    """The one figure."""
    with TemporaryDirectory(prefix="auditor-bench-") as name:
        folder = Path(name)
        started(OURS + PAINTED, folder)  # unpacks the font where this is the first start of all
        return [
            ratio(
                "start to first paint / bare PySide6 window",
                lambda: started(OURS + PAINTED, folder),
                lambda: started(BARE, folder),
                limit=3,
                times=TIMES,
            )
        ]
