"""Every gate in the order of CI: `python -m tests`. What follows goes on to pytest.

All gates run even when one fails, so that one run shows everything. The last line is pytest's; what
the tests reached of the program stands above it when all of them ran.
"""

import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests import translations

ROOT = Path(__file__).resolve().parents[1]
PUBLIC_TOOLS = ("age", "minisign", "mutool", "pdftotext", "qpdf", "strace", "Xvfb")
GATES = {
    "ruff": ["-m", "ruff", "check"],
    "ruff format": ["-m", "ruff", "format", "--check"],
    "mypy": ["-m", "mypy"],
    "import-linter": ["-c", "from importlinter.cli import lint_imports_command as run; run()"],
    "vulture": ["-m", "vulture"],
}
PYTEST = ["-m", "pytest", "-n", "2"]
COVERAGE = ["-p", "tests.coverage", "--cov", "--cov-report="]


def main(arguments: list[str]) -> int:
    """Run them all; 0 only when every one passed."""
    results = {name: _gate(name, _program(command)) for name, command in GATES.items()}
    results["translations"] = _gate("translations", translations.check)
    _tell(results)
    tests = _program([*PYTEST, *(arguments or COVERAGE)])()
    return 0 if all(results.values()) and tests else 1


def _program(arguments: list[str]) -> Callable[[], bool]:
    """A gate that is a program of this environment: True when it exits with 0."""

    def run() -> bool:
        command = [sys.executable, *arguments]
        return subprocess.run(command, cwd=ROOT, check=False).returncode == 0

    return run


def _gate(name: str, run: Callable[[], bool]) -> bool:
    print(f"--- {name}", flush=True)
    started = time.monotonic()
    passed = run()
    verdict = "ok" if passed else "FAILED"
    print(f"--- {name}: {verdict} ({time.monotonic() - started:.0f} s)\n", flush=True)
    return passed


def _tell(results: dict[str, bool]) -> None:
    """What the gates before pytest said, and which public tools the tests will have to miss."""
    failed = [name for name, passed in results.items() if not passed]
    missing = [tool for tool in PUBLIC_TOOLS if not shutil.which(tool)]
    print(f"gates before pytest: {len(results) - len(failed)} ok, {len(failed)} failed", end="")
    print(f" ({', '.join(failed)})" if failed else "")
    print(f"public tools: {len(PUBLIC_TOOLS) - len(missing)} here, {len(missing)} missing", end="")
    print(f" ({', '.join(missing)})\n" if missing else "\n", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
