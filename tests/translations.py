"""The English of the screen: `python -m tests.translations` brings it up to date; a gate checks it.

Chinese is the source language, so the screen never shows an untranslated key; English is the one
.ts file. The compiled .qm is committed too: a wheel is built without Qt's tools.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENGLISH = ROOT / "resources" / "translations" / "app_en.ts"
COMPILED = ENGLISH.with_suffix(".qm")


def check() -> bool:
    """True when both files are what the sources ask for and no text waits for its English."""
    if not ENGLISH.exists():
        print("no translations yet")
        return True
    with tempfile.TemporaryDirectory() as folder:
        # Beside a copy of the tree's shape: lupdate must not touch the real file.
        english, compiled = Path(folder) / ENGLISH.name, Path(folder) / COMPILED.name
        english.write_bytes(ENGLISH.read_bytes())
        if not (extract(english) and compile_(english, compiled)):
            return False
        stale = [
            committed.name
            for committed, fresh in ((ENGLISH, english), (COMPILED, compiled))
            if not committed.exists() or committed.read_bytes() != fresh.read_bytes()
        ]
    if stale:
        print(f"not up to date: {', '.join(stale)}; run python -m tests.translations")
    return not stale


def update() -> bool:
    """Extract new texts into the .ts and compile it; False while some have no English."""
    ENGLISH.parent.mkdir(parents=True, exist_ok=True)
    return extract(ENGLISH) and compile_(ENGLISH, COMPILED)


def extract(english: Path) -> bool:
    """Bring `english` to the texts that are in the sources of the screen."""
    languages = ["-source-language", "zh_CN", "-target-language", "en"]
    # By name: given a folder, lupdate of PySide6 6.11 looks past every .py file.
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "ui").rglob("*.py"))
    options = ["-no-obsolete", "-locations", "none"]
    return _tool("pyside6-lupdate", *sources, *options, *languages, "-ts", str(english))


def compile_(english: Path, compiled: Path) -> bool:
    """Compile; False when a text is unfinished or a translation doesn't fit its source."""
    strict = ["-fail-on-unfinished", "-fail-on-invalid"]
    return _tool("pyside6-lrelease", str(english), "-qm", str(compiled), *strict)


def _tool(name: str, *arguments: str) -> bool:
    """Run one of Qt's tools from this environment; show its words only when it fails."""
    program = Path(sys.executable).with_name(name)
    done = subprocess.run(
        [program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        print(done.stdout, done.stderr, sep="\n")
    return done.returncode == 0


if __name__ == "__main__":
    sys.exit(0 if update() else 1)
