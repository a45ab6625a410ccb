"""The developer's door answers plainly on machines that lack something."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev

DEV = Path(dev.__file__)


def run(*arguments: str, **surroundings: str) -> subprocess.CompletedProcess[str]:
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return subprocess.run(
        [sys.executable, str(DEV), *arguments],
        env=environment | surroundings,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(("arguments", "status"), [(["--help"], 0), ([], 2), (["destroy"], 2)])
def test_a_wrong_command_is_answered_with_the_right_ones(arguments: list[str], status: int) -> None:
    answer = run(*arguments, LANG="C")
    assert answer.returncode == status
    assert "python3 dev.py test" in answer.stdout


def test_set_up_again_finds_nothing_to_do() -> None:
    if not dev.STAMP.is_file():
        pytest.skip("this environment was not made by dev.py")
    answer = run("setup", LANG="C")
    assert answer.returncode == 0
    assert answer.stdout.startswith("Ready: ")


def test_a_changed_lock_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = dev._stamp()
    changed = tmp_path / "requirements.lock"
    changed.write_bytes(dev.WHEELS.read_bytes() + b"\n")
    monkeypatch.setattr(dev, "WHEELS", changed)
    assert dev._stamp() != before


def test_children_see_utf8_and_no_foreign_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere/else")
    environment = dev._environment()
    assert environment["PYTHONUTF8"] == "1"
    assert "PYTHONPATH" not in environment


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Debian's names are Linux's")
def test_a_missing_library_is_named_by_its_package() -> None:
    assert dev._missing_libraries({"libc.so.6": "libc6"}) == []
    assert dev._missing_libraries({"libnot-there.so.9": "libnot-there9"}) == ["libnot-there9"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always one")
@pytest.mark.parametrize("name", ["DISPLAY", "WAYLAND_DISPLAY"])
def test_a_window_opens_only_where_there_is_a_display(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert not dev._has_display()
    monkeypatch.setenv(name, ":0")
    assert dev._has_display()
