"""The safe file verbs: old or new, never half, and nothing left lying about."""

import errno
import os
import stat
import sys
from collections.abc import Generator
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor_app.errors import AuditorError, Damaged, DiskFull, FileTrouble, Invalid, NotFound
from auditor_app.files import (
    Part,
    atomic_writer,
    copy_file,
    free_bytes,
    fsync_dir,
    hash_file,
    make_folder,
    mend_twins,
    read_twins,
    remove,
    rename,
    safe_child,
    sweep_parts,
    translated,
    write_atomic,
    write_twins,
)

OLD, NEW = b"the finding as signed", b"the finding as corrected"
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="POSIX permissions and limits")


@pytest.fixture
def small_files() -> Generator[int, None, None]:
    """The system refuses to let any file grow beyond this many bytes."""
    import resource  # POSIX only

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    yield 4096
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def break_off(path: Path, failure: BaseException) -> None:
    with atomic_writer(path) as file:
        file.write(NEW)
        raise failure


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_written_file_replaces_the_old_one(tmp_path: Path) -> None:
    write_atomic(tmp_path / "report.pdf", OLD)
    write_atomic(tmp_path / "report.pdf", NEW)
    assert (tmp_path / "report.pdf").read_bytes() == NEW
    assert names(tmp_path) == ["report.pdf"]


@posix_only
def test_only_the_auditor_may_read_what_is_written(tmp_path: Path) -> None:
    write_atomic(tmp_path / "slots.json", OLD)
    assert stat.S_IMODE((tmp_path / "slots.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("failure", [ValueError("bug"), KeyboardInterrupt(), SystemExit(1)])
def test_a_write_broken_off_leaves_the_old_file_alone(
    tmp_path: Path, failure: BaseException
) -> None:
    write_atomic(tmp_path / "report.pdf", OLD)
    with pytest.raises(type(failure)):
        break_off(tmp_path / "report.pdf", failure)
    assert (tmp_path / "report.pdf").read_bytes() == OLD
    assert names(tmp_path) == ["report.pdf"]


def test_until_the_block_ends_the_old_file_is_the_file(tmp_path: Path) -> None:
    write_atomic(tmp_path / "report.pdf", OLD)
    with atomic_writer(tmp_path / "report.pdf") as file:
        file.write(NEW)
        file.flush()
        assert (tmp_path / "report.pdf").read_bytes() == OLD


@posix_only
def test_a_disk_that_refuses_in_the_middle_leaves_the_old_file(
    tmp_path: Path, small_files: int
) -> None:
    write_atomic(tmp_path / "report.pdf", OLD)
    with pytest.raises(FileTrouble, match=r"report\.pdf"):
        write_atomic(tmp_path / "report.pdf", bytes(small_files + 1))
    assert (tmp_path / "report.pdf").read_bytes() == OLD
    assert names(tmp_path) == ["report.pdf"]


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.ENOSPC, DiskFull, "空间不足"),
        (errno.EDQUOT, DiskFull, "空间不足"),
        (errno.EIO, FileTrouble, "故障"),
        (errno.EACCES, FileTrouble, "权限"),
        (errno.EROFS, FileTrouble, "权限"),
        (errno.ENOENT, NotFound, "找不到"),
        (errno.ENAMETOOLONG, FileTrouble, "无法读写"),
    ],
)
def test_the_systems_errors_tell_the_auditor_what_to_do(
    number: int, kind: type[AuditorError], words: str
) -> None:
    with pytest.raises(kind, match=words) as caught, translated(Path("/a/报告.pdf")):
        raise OSError(number, os.strerror(number))
    assert "报告.pdf" in str(caught.value)
    assert isinstance(caught.value.__cause__, OSError)


def test_a_full_disk_in_the_middle_of_a_write_is_told_and_cleaned_up(tmp_path: Path) -> None:
    with pytest.raises(DiskFull):
        break_off(tmp_path / "report.pdf", OSError(errno.ENOSPC, "No space left on device"))
    assert names(tmp_path) == []


def test_an_error_names_the_file_it_is_about_not_the_one_being_written(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"photo\.jpg"), atomic_writer(tmp_path / "out") as file:
        file.write((tmp_path / "photo.jpg").read_bytes())


def test_a_writing_into_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"report\.pdf"):
        write_atomic(tmp_path / "gone" / "report.pdf", NEW)


@posix_only
def test_a_planted_link_is_replaced_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(OLD)
    (tmp_path / "report.pdf.part").symlink_to(victim)
    write_atomic(tmp_path / "report.pdf", NEW)
    assert victim.read_bytes() == OLD
    assert not (tmp_path / "report.pdf").is_symlink()


def test_a_discarded_part_is_gone_even_after_it_was_sealed(tmp_path: Path) -> None:
    part = Part(tmp_path / "photo.part")
    part.file.write(NEW)
    part.seal()
    part.discard()
    part.discard()
    assert names(tmp_path) == []


@given(data=st.binary(max_size=2000))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
def test_twins_give_back_what_was_kept(tmp_path: Path, data: bytes) -> None:
    write_twins(tmp_path / "slots.json", data)
    assert read_twins(tmp_path / "slots.json") == data
    assert names(tmp_path) == ["slots.json", "slots.json.twin"]


@given(
    data=st.binary(max_size=300),
    which=st.sampled_from(["slots.json", "slots.json.twin"]),
    harm=st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
def test_one_damaged_twin_loses_nothing(
    tmp_path: Path, data: bytes, which: str, harm: tuple[float, int]
) -> None:
    write_twins(tmp_path / "slots.json", data)
    hurt(tmp_path / which, *harm)
    assert read_twins(tmp_path / "slots.json") == data
    assert mend_twins(tmp_path / "slots.json")
    assert not mend_twins(tmp_path / "slots.json")
    assert (tmp_path / "slots.json").read_bytes() == (tmp_path / "slots.json.twin").read_bytes()


def hurt(path: Path, at: float, mask: int) -> None:
    """Flip bits of one byte, or cut the file there when there is nothing to flip."""
    whole = path.read_bytes()
    spot = int(at * len(whole))
    flipped = bytes([whole[spot] ^ mask]) + whole[spot + 1 :] if mask else b""
    path.write_bytes(whole[:spot] + flipped)


@pytest.mark.parametrize("gone", ["slots.json", "slots.json.twin"])
def test_one_lost_twin_loses_nothing(tmp_path: Path, gone: str) -> None:
    write_twins(tmp_path / "slots.json", NEW)
    (tmp_path / gone).unlink()
    assert read_twins(tmp_path / "slots.json") == NEW
    assert mend_twins(tmp_path / "slots.json")
    assert (tmp_path / gone).is_file()


def test_two_damaged_twins_are_told_as_damage_and_left_as_they_are(tmp_path: Path) -> None:
    write_twins(tmp_path / "slots.json", NEW)
    for name in names(tmp_path):
        (tmp_path / name).write_bytes(b"")
    with pytest.raises(Damaged, match=r"slots\.json"):
        read_twins(tmp_path / "slots.json")
    with pytest.raises(Damaged):
        mend_twins(tmp_path / "slots.json")
    assert [(tmp_path / name).read_bytes() for name in names(tmp_path)] == [b"", b""]


def test_twins_that_were_never_written_are_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        read_twins(tmp_path / "slots.json")


def test_a_crash_between_the_twins_names_gives_the_newer_content(tmp_path: Path) -> None:
    path = tmp_path / "slots.json"
    write_twins(path, OLD)
    older = (tmp_path / "slots.json.twin").read_bytes()
    write_twins(path, NEW)
    (tmp_path / "slots.json.twin").write_bytes(older)
    assert read_twins(path) == NEW
    assert mend_twins(path)
    assert (tmp_path / "slots.json.twin").read_bytes() == path.read_bytes()


@posix_only
def test_no_room_for_the_twins_changes_neither(tmp_path: Path, small_files: int) -> None:
    write_twins(tmp_path / "slots.json", OLD)
    with pytest.raises(FileTrouble):
        write_twins(tmp_path / "slots.json", bytes(small_files))
    assert names(tmp_path) == ["slots.json", "slots.json.twin"]
    assert read_twins(tmp_path / "slots.json") == OLD
    assert not mend_twins(tmp_path / "slots.json")


def test_a_twin_that_cannot_take_its_name_leaves_no_part(tmp_path: Path) -> None:
    (tmp_path / "slots.json.twin" / "in the way").mkdir(parents=True)
    with pytest.raises(FileTrouble):
        write_twins(tmp_path / "slots.json", NEW)
    assert not list(tmp_path.glob("*.part"))


def test_removing_what_is_gone_is_fine(tmp_path: Path) -> None:
    write_atomic(tmp_path / "a", OLD)
    remove(tmp_path / "a")
    remove(tmp_path / "a")
    assert names(tmp_path) == []


def test_renaming_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        rename(tmp_path / "a", tmp_path / "b")


def test_flushing_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        fsync_dir(tmp_path / "gone")


@posix_only
def test_a_vaults_folders_are_for_this_user_only(tmp_path: Path) -> None:
    made = make_folder(tmp_path / "vaults" / "hcr" / "evidence")
    assert make_folder(made) == made
    for folder in (made, made.parent, made.parent.parent):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_folder_where_a_file_stands_is_refused(tmp_path: Path) -> None:
    write_atomic(tmp_path / "vault", OLD)
    with pytest.raises(FileTrouble):
        make_folder(tmp_path / "vault")


def test_sweeping_takes_parts_only(tmp_path: Path) -> None:
    (tmp_path / "a.part").write_bytes(b"half")
    (tmp_path / "b.age").write_bytes(b"whole")
    (tmp_path / "c.part").mkdir()
    assert sweep_parts(tmp_path) == 1
    assert names(tmp_path) == ["b.age", "c.part"]
    assert sweep_parts(tmp_path / "gone") == 0


def test_a_copy_has_the_same_hash(tmp_path: Path) -> None:
    data = os.urandom(3_000_000)
    write_atomic(tmp_path / "a", data)
    copy_file(tmp_path / "a", tmp_path / "b")
    assert hash_file(tmp_path / "b") == (sha256(data).hexdigest(), 3_000_000)


def test_copying_a_file_that_is_gone_leaves_the_goal_alone(tmp_path: Path) -> None:
    write_atomic(tmp_path / "b", OLD)
    with pytest.raises(NotFound, match="photo"):
        copy_file(tmp_path / "photo", tmp_path / "b")
    assert (tmp_path / "b").read_bytes() == OLD


def test_hashing_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFound):
        hash_file(tmp_path / "gone")


def test_room_is_asked_for_a_folder_not_yet_made(tmp_path: Path) -> None:
    assert free_bytes(tmp_path / "not" / "yet") > 0


@pytest.mark.parametrize("name", ["现场照片 01.jpg", "a", "a-b_c.age", "bag.info", "conx.txt"])
def test_a_plain_name_stays_in_its_folder(tmp_path: Path, name: str) -> None:
    assert safe_child(tmp_path, name) == tmp_path / name


@pytest.mark.parametrize(
    "name",
    [
        "", ".", "..", "../x", "a/b", "/etc/passwd", "a\\b", "C:x", "C:\\x", "nul", "NUL.txt",
        "con .txt", "com1", "LPT9.jpg", "x.", "x ", " x", ".hidden", "a\0b", "a\nb", "x" * 256,
        "审" * 86, "a\u202egpj.exe", "\ud800", "a*", "a?", "a<b", 'a"b', "a|b", "\u200b",
    ],
)  # fmt: skip
def test_a_name_that_could_lead_elsewhere_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(Invalid):
        safe_child(tmp_path, name)


@given(name=st.text(max_size=40))
def test_whatever_name_passes_is_one_step_below_its_folder(name: str) -> None:
    folder = Path("/vault/evidence")
    try:
        child = safe_child(folder, name)
    except Invalid:
        return
    assert child.parent == folder
    assert Path(os.path.normpath(child)) == child
