"""Photos as evidence: bytes untouched, words about them changeable, trouble named file by file."""

import os
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from auditor_app.domain import Audit, Evidence
from auditor_app.errors import AuditorError, Damaged, FileTrouble, Invalid, NotFound
from auditor_app.media.photo import THUMBNAIL_SIDE
from auditor_app.operations.evidence import Origin
from auditor_app.storage.blobs import LARGEST
from auditor_app.vault import Vault
from tests.core.builders import a_photo, an_audit


@pytest.fixture
def audit(fresh: Vault) -> Audit:
    return an_audit(fresh)[0]


@pytest.fixture
def photo(fresh: Vault, audit: Audit) -> Evidence:
    origin = Origin(audit_id=audit.id, links=("a1",), caption="许可证", location="喷漆房")
    return fresh.evidence.add_bytes(a_photo(), "照片.jpg", origin)


def a_file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_file_is_kept_as_the_camera_wrote_it(fresh: Vault, audit: Audit, tmp_path: Path) -> None:
    path = a_file(tmp_path, "IMG_0001.JPG", a_photo())
    kept = fresh.evidence.add(path, Origin(audit_id=audit.id))
    assert fresh.evidence.original(kept) == path.read_bytes() == a_photo()
    assert (kept.name, kept.number, kept.size) == ("IMG_0001.JPG", "P-0001", len(a_photo()))


def test_a_photo_can_be_written_out_again(fresh: Vault, photo: Evidence) -> None:
    out = BytesIO()
    fresh.evidence.copy_out(photo, out)
    assert out.getvalue() == a_photo()


def test_one_bad_file_does_not_stop_the_others(fresh: Vault, audit: Audit, tmp_path: Path) -> None:
    paths = [
        a_file(tmp_path, "一.jpg", a_photo("red")),
        a_file(tmp_path, "说明.jpg", b"no photo at all"),
        tmp_path / "拔掉了.jpg",
        a_file(tmp_path, "二.jpg", a_photo("blue")),
    ]
    told: list[str] = []
    done = fresh.evidence.add_many(
        paths, Origin(audit_id=audit.id), told=lambda one: told.append(one.name)
    )
    assert [one.name for one in done.kept] == told == ["一.jpg", "二.jpg"]
    assert [name for name, _ in done.refused] == ["说明.jpg", "拔掉了.jpg"]
    assert "JPEG" in done.refused[0][1]
    assert "读不出来" in done.refused[1][1]
    assert fresh.evidence.of(audit.id) == list(done.kept)


def test_many_files_need_nobody_who_listens(fresh: Vault, audit: Audit, tmp_path: Path) -> None:
    path = a_file(tmp_path, "一.jpg", a_photo())
    assert len(fresh.evidence.add_many([path], Origin(audit_id=audit.id)).kept) == 1


def test_a_file_too_large_is_refused_unread(fresh: Vault, audit: Audit, tmp_path: Path) -> None:
    path = tmp_path / "录像.jpg"
    with path.open("wb") as file:
        os.truncate(file.fileno(), LARGEST + 1)
    with pytest.raises(FileTrouble, match=f"{LARGEST >> 20} MB"):
        fresh.evidence.add(path, Origin(audit_id=audit.id))
    assert fresh.evidence.of(audit.id) == []


def test_what_is_no_photo_leaves_no_file_behind(fresh: Vault, audit: Audit) -> None:
    with pytest.raises(Invalid):
        fresh.evidence.add_bytes(b"GIF89a", "动画.gif", Origin(audit_id=audit.id))
    assert list((fresh.folder / "evidence").glob("*.age")) == []


def test_the_words_change_and_the_photo_does_not(fresh: Vault, photo: Evidence) -> None:
    changed = fresh.evidence.describe(photo, caption=" 作业许可证 ", location="一楼")
    assert (changed.caption, changed.location) == ("作业许可证", "一楼")
    assert changed.sha256 == photo.sha256
    assert fresh.evidence.original(changed) == a_photo()


def test_a_photo_serves_several_records_and_is_let_go_by_each(
    fresh: Vault, audit: Audit, photo: Evidence
) -> None:
    both = fresh.evidence.link(photo, "b2")
    assert both.links == ("a1", "b2")
    assert fresh.evidence.link(both, "b2") == both
    assert fresh.evidence.linked(audit.id, "b2") == [both]
    rest = fresh.evidence.unlink(both, "a1")
    assert fresh.evidence.linked(audit.id, "a1") == []
    assert fresh.evidence.of(audit.id) == [rest]


def test_numbers_go_on_after_ten_thousand(fresh: Vault, audit: Audit, photo: Evidence) -> None:
    for number in ("P-9999", "P-10000", "P-12 补", "附图 7"):
        fresh.audits.keep(replace(photo, number=number), seen=photo)
        photo = fresh.evidence.of(audit.id)[0]
        fresh.evidence.add_bytes(a_photo(number_color(number)), "x.jpg", Origin(audit_id=audit.id))
    numbers = [one.number for one in fresh.evidence.of(audit.id)[1:]]
    assert numbers == ["P-10000", "P-10001", "P-10002", "P-10003"]


def number_color(number: str) -> str:
    return {"P-9999": "blue", "P-10000": "green", "P-12 补": "gray"}.get(number, "white")


def test_pictures_for_screen_and_paper_are_small_jpegs(fresh: Vault, photo: Evidence) -> None:
    for data, side in (
        (fresh.evidence.prepared(photo.sha256, 160), 160),
        (fresh.evidence.thumbnail(photo.sha256), THUMBNAIL_SIDE),
    ):
        with Image.open(BytesIO(data)) as picture:
            assert (picture.format, max(picture.size)) == ("JPEG", side)


def test_a_thumbnail_is_made_once(fresh: Vault, photo: Evidence) -> None:
    first = fresh.evidence.thumbnail(photo.sha256)
    for file in (fresh.folder / "evidence").glob("*.age"):
        file.unlink()
    assert fresh.evidence.thumbnail(photo.sha256) == first


def test_a_photo_that_is_not_here_is_said_to_be_missing(fresh: Vault, photo: Evidence) -> None:
    for file in (fresh.folder / "evidence").glob("*.age"):
        file.unlink()
    with pytest.raises(NotFound):
        fresh.evidence.original(photo)


def test_a_rotten_photo_is_never_handed_out(fresh: Vault, photo: Evidence) -> None:
    (file,) = (fresh.folder / "evidence").glob("*.age")
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(bytes(data))
    with pytest.raises(AuditorError) as raised:
        fresh.evidence.original(photo)
    assert isinstance(raised.value, Damaged)
