"""What ships is found; the font is unpacked once, whole, or not at all."""

import hashlib
import lzma
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditor_app import fonts, places
from auditor_app.errors import Damaged


@pytest.fixture(autouse=True)
def forgets_fonts() -> Iterator[None]:
    """Each test finds the program as at its start."""
    fonts.font_files.cache_clear()
    yield
    fonts.font_files.cache_clear()


def test_shipped_knowledge_is_found_from_any_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert (places.resources() / "changes.md").is_file()
    assert (places.resources() / "fonts" / "OFL.txt").is_file()
    assert places.data().is_dir()


def test_what_a_user_keeps_never_lies_beside_the_program() -> None:
    program = Path(places.__file__).resolve().parents[1]
    for place in (places.vaults(), places.settings(), places.logs(), places.cache()):
        assert place.is_absolute()
        assert program not in place.parents


def test_fonts_come_out_as_they_were_built(tmp_path: Path) -> None:
    regular, bold = fonts.unpack(tmp_path)
    packed = places.resources() / "fonts"
    assert regular.read_bytes() == lzma.decompress(
        (packed / "NotoSansSC-Regular.ttf.xz").read_bytes()
    )
    assert hashlib.sha256(bold.read_bytes()).hexdigest()[:12] == bold.name[:12]
    assert sorted(tmp_path.iterdir()) == sorted([regular, bold])


def test_fonts_are_unpacked_only_once(tmp_path: Path) -> None:
    first = [file.stat().st_mtime_ns for file in fonts.unpack(tmp_path)]
    assert [file.stat().st_mtime_ns for file in fonts.unpack(tmp_path)] == first


def test_a_font_cut_short_by_a_crash_is_unpacked_again(tmp_path: Path) -> None:
    regular, _ = fonts.unpack(tmp_path)
    whole = regular.read_bytes()
    regular.write_bytes(whole[:1000])
    fonts.unpack(tmp_path)
    assert regular.read_bytes() == whole


def test_a_home_that_cannot_be_written_does_not_stop_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_the_way = tmp_path / "a file where the cache should be"
    in_the_way.write_text("")
    monkeypatch.setattr(places, "cache", lambda: in_the_way)
    regular, bold = fonts.font_files()
    assert regular.stat().st_size > 10_000_000
    assert bold.parent == regular.parent != in_the_way


@pytest.mark.parametrize("spoil", [lambda data: data[:5000], lambda data: b"", lambda data: b"x"])
def test_a_damaged_shipped_font_is_named(
    spoil: Callable[[bytes], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = tmp_path / "resources" / "fonts"
    shipped.mkdir(parents=True)
    whole = (places.resources() / "fonts" / "NotoSansSC-Regular.ttf.xz").read_bytes()
    (shipped / "NotoSansSC-Regular.ttf.xz").write_bytes(spoil(whole))
    monkeypatch.setattr(places, "resources", lambda: shipped.parent)
    with pytest.raises(Damaged, match="NotoSansSC-Regular"):
        fonts.unpack(tmp_path / "cache")
    assert not (tmp_path / "cache").exists() or not list((tmp_path / "cache").iterdir())
