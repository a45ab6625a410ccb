#!/usr/bin/env python3
"""The developer's door: `run`, `test` and the rest; needs nothing but Python and sets up itself.

    python3 dev.py run      open the application on a sample workspace
    python3 dev.py test     every gate that CI runs
    python3 dev.py setup    only the set-up that the others do by themselves
    python3 dev.py build    the one-folder application, in dist/
    python3 dev.py bench    the measurements of tests/bench
    python3 dev.py crash    the full fault-injection sweep of tests/crash

Everything after the command goes on to it. The environment is `.venv`, made from the hashes in
`requirements.lock`; a stamp in it tells whether that still holds.
"""

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

PYTHONS = ((3, 11), (3, 12), (3, 13))
if sys.version_info[:2] not in PYTHONS:
    sys.exit(
        f"This project runs on Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}. "
        "Start it with one of those, for example: python3.11 dev.py test"
    )

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "auditor-stamp"
WHEELS = ROOT / "requirements.lock"
SOURCE = ROOT / "requirements-source.lock"

# What the shared libraries and programs are called, and the Debian packages that bring them
# (found one at a time in a minimal Debian 12).
QT_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libpulse.so.0": "libpulse0",
    "libXrandr.so.2": "libxrandr2",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}
TEST_PROGRAMS = {
    "age": "age",
    "minisign": "minisign",
    "mutool": "mupdf-tools",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "strace": "strace",
    "xauth": "xauth",
    "Xvfb": "xvfb",
}
BUILD_PROGRAMS = {"objdump": "binutils"}


def main(arguments: list[str]) -> int:
    """Do what the command says; return its exit status."""
    _speak_utf8()
    commands = {
        "run": run,
        "test": test,
        "setup": setup,
        "build": build,
        "bench": bench,
        "crash": crash,
    }
    name = arguments[0] if arguments else ""
    if name not in commands:
        print(__doc__.strip())
        return 0 if name in {"-h", "--help", "help"} else 2
    try:
        return commands[name](arguments[1:])
    except KeyboardInterrupt:
        return 130


def run(rest: list[str]) -> int:
    """Open the application on a sample, or drive the sample to its end where no window can open."""
    if _has_display():
        _prepare(QT_LIBRARIES | _x11_if_needed())
        return _become(["-m", "ui", *(rest or ["--sample"])])
    _prepare({})
    out = ROOT / "out" / time.strftime("%Y%m%d-%H%M%S")
    print("没有可用的显示器:不打开窗口,改为把示例审核从头到尾走一遍(交接包、PDF 报告)。")
    print("No display here: driving the sample audit headless to its end (package, PDF) instead.")
    return _become(["-m", "auditor_app", "journey", *(rest or ["--out", str(out)])])


def test(rest: list[str]) -> int:
    """Every gate, in the order of CI."""
    _prepare(QT_LIBRARIES | X11_LIBRARIES, TEST_PROGRAMS)
    return _become(["-m", "tests", *rest])


def setup(_rest: list[str]) -> int:
    """Only what the other commands do first."""
    _prepare(QT_LIBRARIES | X11_LIBRARIES, TEST_PROGRAMS)
    print(f"Ready: {_python()}")
    return 0


def build(rest: list[str]) -> int:
    """Freeze the application into dist/, then let the result test itself."""
    _prepare(QT_LIBRARIES | X11_LIBRARIES, BUILD_PROGRAMS)
    spec = ["-m", "PyInstaller", "build.spec", "--noconfirm", "--log-level", "WARN", *rest]
    status = subprocess.run([_python(), *spec], cwd=ROOT, env=_environment(), check=False)
    if status.returncode:
        return status.returncode
    program = ROOT / "dist" / "auditor" / ("auditor-ui.exe" if os.name == "nt" else "auditor-ui")
    environment = (
        _environment() if _has_display() else _environment() | {"QT_QPA_PLATFORM": "offscreen"}
    )
    print(f"Built: {program}", flush=True)
    return subprocess.run([program, "--selftest"], env=environment, check=False).returncode


def bench(rest: list[str]) -> int:
    """The measurements."""
    _prepare(QT_LIBRARIES, TEST_PROGRAMS)
    return _become(["-m", "tests.bench", *rest])


def crash(rest: list[str]) -> int:
    """The full sweep of crashes."""
    _prepare(QT_LIBRARIES, TEST_PROGRAMS)
    return _become(["-m", "tests.crash", *rest])


def _prepare(libraries: dict[str, str], programs: dict[str, str] | None = None) -> None:
    """Bring the system's packages, then the environment, to what is needed; quick when they are."""
    needed = _missing_libraries(libraries) + _missing_programs(programs or {})
    if not _can_make_venv():
        needed.append(f"python3.{sys.version_info.minor}-venv")
    if needed:
        _install_system(needed)
    if lacking := _missing_libraries(QT_LIBRARIES if libraries else {}):
        sys.exit(f"Qt does not start without the libraries of: {' '.join(lacking)}")
    if not _stamp_holds():
        _make_venv()


def _missing_libraries(libraries: dict[str, str]) -> list[str]:
    """The Debian packages of the libraries that don't load here."""
    if not sys.platform.startswith("linux"):
        return []
    missing = []
    for library, package in libraries.items():
        try:
            ctypes.CDLL(library)
        except OSError:
            missing.append(package)
    return missing


def _missing_programs(programs: dict[str, str]) -> list[str]:
    if not sys.platform.startswith("linux"):
        return []
    return [package for program, package in programs.items() if not shutil.which(program)]


def _can_make_venv() -> bool:
    """Debian keeps `ensurepip` in a package of its own."""
    return _stamp_holds() or importlib.util.find_spec("ensurepip") is not None


def _install_system(packages: list[str]) -> None:
    """Install Debian packages as root; otherwise say which command does it and go on."""
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if shutil.which("apt-get") is None:
        print(f"Missing on this system (Debian's names): {' '.join(packages)}", flush=True)
    elif os.name != "posix" or os.geteuid() != 0:
        commands = f"sudo apt-get update\n  sudo {' '.join(install)}"
        print(f"Missing on this system. Please run:\n  {commands}", flush=True)
    else:
        print(f"Installing Debian packages: {' '.join(packages)}", flush=True)
        if not (_quietly(["apt-get", "update"]) and _quietly(install)):
            print("apt-get did not succeed (network?). Going on without them.", flush=True)


def _quietly(command: list[str]) -> bool:
    """Run a command, show its words only when it fails; True when it succeeded."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode:
        print(done.stdout.decode(errors="replace")[-4000:], flush=True)
    return done.returncode == 0


def _stamp() -> str:
    """What the environment is made from: this Python and the hashes of both lock files."""
    locks = hashlib.sha256(WHEELS.read_bytes() + SOURCE.read_bytes()).hexdigest()
    return f"{sys.version.split()[0]} {locks}\n"


def _stamp_holds() -> bool:
    return STAMP.is_file() and STAMP.read_text() == _stamp() and Path(_python()).exists()


def _make_venv() -> None:
    """Make `.venv`, or bring it to the lock; the stamp comes last, so a broken try is repeated."""
    if importlib.util.find_spec("ensurepip") is None:
        sys.exit("Python's venv module is not complete here: install the package named above.")
    print("Setting up .venv from requirements.lock: once, about 250 MB to download ...", flush=True)
    started = time.monotonic()
    STAMP.unlink(missing_ok=True)
    if not _venv_works() and not _quietly([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        sys.exit(f"Could not make {VENV}. Is the folder writable, and is there room on the disk?")
    wheels = ["--only-binary", ":all:", "-r", str(WHEELS)]
    source = ["--no-deps", "--no-build-isolation", "-r", str(SOURCE)]
    if not (_pip(wheels) and _pip(source)):
        sys.exit(
            "The packages could not be installed: see above. Without a network the first set-up "
            "cannot work; with one, simply try again. Nothing outside .venv was changed."
        )
    STAMP.write_text(_stamp())
    print(f"Set up in {time.monotonic() - started:.0f} s.", flush=True)


def _venv_works() -> bool:
    """True when `.venv` is of this Python and its pip answers."""
    settings = VENV / "pyvenv.cfg"
    if not settings.is_file() or f"version = {sys.version.split()[0]}" not in settings.read_text():
        return False
    answer = subprocess.run([_python(), "-m", "pip", "--version"], capture_output=True, check=False)
    return answer.returncode == 0


def _pip(arguments: list[str]) -> bool:
    """Install with every hash checked; True when it succeeded."""
    command = [_python(), "-m", "pip", "install", "--quiet", "--require-hashes", "--retries", "2"]
    command += ["--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    return subprocess.run([*command, *arguments], env=_environment(), check=False).returncode == 0


def _python() -> str:
    return str(VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def _environment() -> dict[str, str]:
    """The surroundings of every child: UTF-8 in any locale, and no other environment's paths."""
    dropped = {"PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "PIP_USER", "PIP_TARGET"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return kept | {"PYTHONUTF8": "1"}


def _become(arguments: list[str]) -> int:
    """Go on as the environment's Python, so that signals and output need no middleman."""
    os.chdir(ROOT)
    sys.stdout.flush()
    command = [_python(), *arguments]
    if os.name == "posix":
        os.execve(command[0], command, _environment())
    # On Windows, exec returns to the prompt before the program has ended.
    return subprocess.run(command, env=_environment(), check=False).returncode


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _x11_if_needed() -> dict[str, str]:
    return X11_LIBRARIES if os.environ.get("DISPLAY") else {}


def _speak_utf8() -> None:
    """Chinese lines must not stop the program on a terminal of another encoding."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
