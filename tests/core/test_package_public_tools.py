"""A package can be opened, verified and made with public tools alone."""

import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from shutil import which

import pytest

from auditor_app.exchange.unpack import receive
from tests.core.packages import AUDIT, LINES, PHOTO, Keys, Shelf, packed, pair

bagit = pytest.importorskip("bagit", reason="the public tool bagit.py is not installed")

MISSING = [tool for tool in ("age", "minisign", "sha256sum", "tar") if not which(tool)]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"public tools not installed: {MISSING}")


def run(*command: str, folder: Path) -> str:
    """Run a tool that must succeed; return what it says."""
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return (done.stdout + done.stderr).decode()


@pytest.fixture
def bag(tmp_path: Path) -> Path:
    """A package of ours, opened by `age` and `tar`."""
    sender, receiver = pair()
    packed(sender, receiver, tmp_path)
    (tmp_path / "key.txt").write_text(receiver.identity)
    (tmp_path / "sender.txt").write_text(sender.public)
    run("age", "-d", "-i", "key.txt", "-o", "p.tar", "p.age", folder=tmp_path)
    run("tar", "-x", "-f", "p.tar", folder=tmp_path)
    return next(tmp_path.glob(f"{AUDIT}-*"))


def test_age_and_tar_open_a_package(bag: Path) -> None:
    journals = [path.read_bytes() for path in (bag / "data/journal").iterdir()]
    assert journals == [b"".join(line + b"\n" for line in LINES)]
    assert (bag / f"data/evidence/{sha256(PHOTO).hexdigest()}.jpg").read_bytes() == PHOTO
    assert bag.stat().st_mode & 0o777 == 0o755


def test_minisign_verifies_a_package(bag: Path) -> None:
    key = (bag.parent / "sender.txt").read_text()
    said = run("minisign", "-V", "-H", "-P", key, "-m", "tagmanifest-sha256.txt", folder=bag)
    assert f"auditor package {bag.name}" in said


def test_minisign_notices_a_change_in_a_package(bag: Path) -> None:
    key = (bag.parent / "sender.txt").read_text()
    with (bag / "tagmanifest-sha256.txt").open("a") as file:
        file.write("\n")
    command = ["minisign", "-V", "-P", key, "-m", "tagmanifest-sha256.txt"]
    assert subprocess.run(command, cwd=bag, capture_output=True, check=False).returncode != 0


def test_sha256sum_verifies_both_manifests(bag: Path) -> None:
    said = run("sha256sum", "-c", "--strict", "tagmanifest-sha256.txt", folder=bag)
    assert said.count(": OK") == 3
    said = run("sha256sum", "-c", "--strict", "manifest-sha256.txt", folder=bag)
    assert said.count(": OK") == 4


def test_bagit_validates_a_package(bag: Path) -> None:
    said = run(sys.executable, bagit.__file__, "--validate", str(bag), folder=bag)
    assert "is valid" in said


def test_the_guide_in_a_package_names_commands_that_work(bag: Path) -> None:
    guide = (bag / "data/README.txt").read_text()
    commands = [line.strip() for line in guide.splitlines() if re.match(" {7}\\S", line)]
    assert len(commands) == 6
    (bag.parent / "p.age").rename(bag.parent / f"{bag.name}.age")
    tools = bag.parent / "tools"
    tools.mkdir()
    shim = tools / "bagit.py"
    shim.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{bagit.__file__}" "$@"\n')
    shim.chmod(0o755)
    script = "\n".join(["set -e", f"PATH='{tools}':$PATH", *commands])
    assert "is valid" in run("sh", "-c", script, folder=bag.parent)


def made_by_public_tools(sender_key: Path, receiver: Keys, folder: Path) -> Path:
    """A package made by bagit.py, minisign, tar and age, tag files first."""
    public = sender_key.with_suffix(".pub").read_text().splitlines()[1]
    device = receiver.device_of(public)
    root = folder / f"{AUDIT}-{device}-1"
    for name, data in {
        f"evidence/{sha256(PHOTO).hexdigest()}.jpg": PHOTO,
        f"journal/{device}.jsonl": b"".join(line + b"\n" for line in LINES),
    }.items():
        (root / name).parent.mkdir(parents=True)
        (root / name).write_bytes(data)
    labels = {
        "Bag-Group-Identifier": root.name,
        "Bag-Count": "1 of 1",
        "Auditor-Format": "1",
        "Auditor-Audit": AUDIT,
        "Auditor-Sender": device,
        "Auditor-Sender-Name": "手工",
        "Auditor-Sender-Key": public,
        "Auditor-Recipient": list(receiver.recipients),
        "Auditor-Number": "1",
        "Auditor-Made-At": "2026-11-20T05:14:03Z",
    }
    bagit.make_bag(str(root), labels, checksums=["sha256"])
    sign = ["-S", "-s", str(sender_key), "-m", "tagmanifest-sha256.txt"]
    run("minisign", *sign, folder=root)
    tags = ["bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"]
    names = [f"{root.name}/{tag}" for tag in (*tags, "tagmanifest-sha256.txt.minisig", "data")]
    run("tar", "-c", "--format=ustar", "-f", "p.tar", *names, folder=folder)
    run("age", "-r", receiver.recipients[0], "-o", "p.age", "p.tar", folder=folder)
    return folder / "p.age"


def test_a_package_made_with_public_tools_is_received(tmp_path: Path) -> None:
    receiver, shelf = Keys(), Shelf()
    run("minisign", "-G", "-W", "-p", "k.pub", "-s", "k", folder=tmp_path)
    receiver.trusted.add((tmp_path / "k.pub").read_text().splitlines()[1])
    path = made_by_public_tools(tmp_path / "k", receiver, tmp_path)
    opened = receive(path, crypto=receiver, sink=shelf)
    assert (opened.lines, opened.evidence, opened.info.sender_name) == (5, 1, "手工")
    assert shelf.photos == {sha256(PHOTO).hexdigest(): ("jpg", PHOTO)}
