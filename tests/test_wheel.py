"""What `pip install` brings is the whole program, wherever it is started."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TELL = """
from pathlib import Path
from auditor_app import fonts, places
print(places.data())
fonts.unpack(Path("fonts"))
"""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built without a network and laid out as pip does."""
    folder = tmp_path_factory.mktemp("wheel of the programme")
    build = ["-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run([sys.executable, *build], check=True, capture_output=True)
    (wheel,) = folder.glob("auditor-*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def test_the_wheel_carries_all_that_ships(installed: Path) -> None:
    for top in ("data", "resources"):
        shipped = {
            path.relative_to(ROOT)
            for path in (ROOT / top).rglob("*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        carried = installed / "auditor_app" / "_shipped"
        assert {path for path in shipped if not (carried / path).is_file()} == set()


def test_the_wheel_offers_both_programs(installed: Path) -> None:
    (entry_points,) = installed.glob("*.dist-info/entry_points.txt")
    words = entry_points.read_text()
    assert "auditor = auditor_app.__main__:main" in words
    assert "auditor-ui = ui.__main__:main" in words


def test_an_installed_program_finds_what_ships_with_it(installed: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(installed)!r})\n{TELL}"]
    answer = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert answer.stdout.startswith(str(installed))
    assert len(list((tmp_path / "fonts").iterdir())) == 2
