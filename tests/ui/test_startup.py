"""The first window comes fast: measured against a bare Qt window, never in milliseconds."""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).resolve().parents[2]
BARE = """
import os; os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtWidgets import QApplication, QWidget
app = QApplication([]); window = QWidget(); window.show(); app.processEvents(); os._exit(0)
"""
OURS = """
import os, sys; os.environ["QT_QPA_PLATFORM"] = "offscreen"
from pathlib import Path
from statistics import median
from ui.app import App, make_application
from ui.ask import Ask
from ui.settings import Settings
qt = make_application([]); app = App(qt, Settings(Path(sys.argv[1])), Ask()); app.start()
"""
PAINTED = "qt.processEvents(); os._exit(0)\n"
SLOW = "sys.stdout.write(' '.join(sorted(sys.modules))); sys.stdout.flush(); os._exit(0)\n"


def run(code: str, folder: Path) -> str:
    command = [sys.executable, "-c", code, str(folder)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def seconds(code: str, folder: Path) -> float:
    started = time.monotonic()
    run(code, folder)
    return time.monotonic() - started


@pytest.mark.parametrize(
    "module",
    ["PIL", "asyncio", "reportlab", "sqlcipher3", "PySide6.QtMultimedia", "PySide6.QtPdf"],
)
def test_slow_modules_wait_until_the_first_window_is_painted(module: str, tmp_path: Path) -> None:
    loaded = run(OURS + SLOW, tmp_path).split()
    assert "ui.shell.unlock" in loaded
    assert module not in loaded


def test_the_first_window_takes_at_most_three_bare_ones(tmp_path: Path) -> None:
    run(OURS + PAINTED, tmp_path)  # unpacks the font where this is the first start of all
    ours, bare = [], []
    for _ in range(5):  # side by side, so that a busy machine slows both
        ours.append(seconds(OURS + PAINTED, tmp_path))
        bare.append(seconds(BARE, tmp_path))
    assert median(ours) <= 3 * median(bare)
