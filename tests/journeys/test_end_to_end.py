"""From the field to the office by the command line: the same audit arrives, or nothing does."""

import hashlib
import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from auditor_app.domain import Record, StateChange
from auditor_app.sample import DEMO_PASSPHRASE
from auditor_app.vault import Vault, open_vault
from tests.journeys import workspace
from tests.journeys.workspace import NUMBER, Workspace, auditor


@dataclass(frozen=True)
class Delivery:
    """A sample whose package lies in the office's vault, with a report from both sides."""

    workspace: Workspace
    package: Path
    sent: Path
    received: Path
    verified: dict[str, Any]
    taken: dict[str, Any]


@pytest.fixture(scope="module")
def delivery(tmp_path_factory: pytest.TempPathFactory) -> Delivery:
    folder = tmp_path_factory.mktemp("journey")
    own = workspace.made().copied(folder / "sample")
    package, sent, received = folder / "HCR.age", folder / "sent.pdf", folder / "received.pdf"
    said("pack", own.auditor, NUMBER, "--to", own.said["recipient"], "--out", package)
    verified = said("verify", package, "--vault", own.office)
    taken = said("receive", package, "--into", own.office)
    said("report", own.auditor, NUMBER, "--out", sent)
    said("report", own.office, NUMBER, "--out", received)
    return Delivery(own, package, sent, received, verified, taken)


@pytest.fixture
def own(tmp_path: Path) -> Workspace:
    return workspace.made().copied(tmp_path / "sample")


def said(*words: object) -> Any:
    """What a command answers with `--json`; it must be done."""
    done = auditor(*words, "--json")
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


@contextmanager
def opened(folder: Path) -> Iterator[Vault]:
    vault = open_vault(folder, passphrase=DEMO_PASSPHRASE)
    try:
        yield vault
    finally:
        vault.close()


def records(folder: Path) -> dict[str, list[Record]]:
    """Every record of the audit by kind, each kind in the order of ids."""
    found: dict[str, list[Record]] = {}
    with opened(folder) as vault:
        for one in vault.audits.file(vault.audits.get(NUMBER).id):
            found.setdefault(type(one).__name__, []).append(one)
    return {kind: sorted(ones, key=lambda one: one.id) for kind, ones in found.items()}


def originals(folder: Path) -> dict[str, bytes]:
    with opened(folder) as vault:
        photos = vault.evidence.of(vault.audits.get(NUMBER).id)
        return {photo.number: vault.evidence.original(photo) for photo in photos}


def text(pdf: Path) -> str:
    """The report's text without white space; of the attached content where no tool extracts it."""
    if shutil.which("pdftotext"):
        raw = subprocess.run(["pdftotext", pdf, "-"], check=True, capture_output=True).stdout
        return re.sub(r"\s+", "", raw.decode())
    with pikepdf.open(pdf) as document:
        (content,) = document.attachments.values()
        return re.sub(r"\s+", "", content.get_file().read_bytes().decode())


def prints(folder: Path) -> dict[str, str]:
    """SHA-256 of every file of a vault but its lock."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "lock" not in path.name
    }


def test_the_office_has_the_same_records_of_every_kind(delivery: Delivery) -> None:
    mine, theirs = records(delivery.workspace.auditor), records(delivery.workspace.office)
    assert mine.keys() == theirs.keys()
    assert len(mine) >= 16
    for kind, ones in mine.items():
        assert theirs[kind] == ones, kind


def test_the_office_has_the_same_photos_bit_for_bit(delivery: Delivery) -> None:
    mine = originals(delivery.workspace.auditor)
    assert len(mine) == 48
    assert originals(delivery.workspace.office) == mine


def test_both_sides_print_the_same_report_text(delivery: Delivery) -> None:
    mine, theirs = text(delivery.sent), text(delivery.received)
    assert theirs == mine
    assert {"华东精密机械有限公司", "NC-01", "王䶮", "SX-0311"} <= words_in(mine)


def words_in(whole: str) -> set[str]:
    return {one for one in ("华东精密机械有限公司", "NC-01", "王䶮", "SX-0311") if one in whole}


def test_the_package_proves_who_sent_it_and_what_it_holds(delivery: Delivery) -> None:
    assert delivery.verified["is_trusted"] is True
    assert delivery.verified["photos"] == delivery.taken["photos"] == 48
    assert delivery.verified["lines"] == delivery.taken["lines"] > 200
    assert delivery.taken["held"] == []


def test_receiving_twice_changes_nothing(delivery: Delivery) -> None:
    office = delivery.workspace.office
    before, kept = said("check", office, "--no-photos"), records(office)
    again = said("receive", delivery.package, "--into", office)
    after = said("check", office, "--no-photos")
    assert (again["is_new"], again["lines"]) == (False, 0)
    assert (after["entries"], after["photos"]) == (before["entries"], before["photos"])
    assert records(office) == kept


def test_both_vaults_pass_their_checks_after_the_journey(delivery: Delivery) -> None:
    for folder in (delivery.workspace.auditor, delivery.workspace.office):
        assert said("check", folder)["problems"] == []


def test_a_wrong_passphrase_refuses_and_changes_nothing(own: Workspace, tmp_path: Path) -> None:
    before = prints(own.auditor)
    commands: Sequence[tuple[object, ...]] = (
        ("audits", own.auditor),
        ("check", own.auditor, "--rebuild"),
        ("report", own.auditor, NUMBER, "--out", tmp_path / "r.pdf"),
        ("pack", own.auditor, NUMBER, "--to", own.said["recipient"], "--out", tmp_path / "p.age"),
        ("receive", tmp_path / "p.age", "--into", own.auditor),
    )
    for command in commands:
        done = auditor(*command, passphrase="not this one")
        assert (done.exit_code, done.stdout) == (1, "")
        assert "口令" in done.stderr
    assert prints(own.auditor) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["sample"]


def test_a_refusal_says_why_and_ends_with_1(own: Workspace, tmp_path: Path) -> None:
    done = auditor("report", own.auditor, "HCR-1999-0001", "--out", tmp_path / "r.pdf")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "HCR-1999-0001" in done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("pack", "vault", NUMBER, "--out", "p.age"),
        ("report", "vault", NUMBER),
        ("receive", "p.age"),
        ("verify", "p.age"),
        ("audits", "vault", "--no-such-option"),
    ],
    ids=" ".join,
)
def test_wrong_use_ends_with_2(words: tuple[str, ...]) -> None:
    assert auditor(*words).exit_code == 2


def test_every_command_that_answers_answers_in_json(own: Workspace, tmp_path: Path) -> None:
    (card,) = said("audits", own.auditor)
    assert (card["number"], card["answered"], card["photos"]) == (NUMBER, 103, 48)
    assert said("keys", own.office)["trusted"][0]["name"] == "李敏"
    assert len(said("rules")) == 3
    assert said("rules", "hcr", "--clause", "5.4.3.1")[0]["id"] == "5.4.3.1"
    assert said("check", own.auditor, "--rebuild")["problems"] == []
    assert said("backup", own.auditor, tmp_path / "backup")["photos"] == 48
    restored = said("restore", tmp_path / "backup", tmp_path / "copy")
    assert (restored["photos"], restored["problems"]) == (48, [])


def test_the_sample_says_the_public_passphrase_it_is_locked_with() -> None:
    sample = workspace.made()
    assert sample.said["passphrase"] == DEMO_PASSPHRASE
    assert DEMO_PASSPHRASE in (sample.folder / "README.txt").read_text(encoding="utf-8")
    assert auditor("audits", sample.auditor).exit_code == 0


def test_the_journey_ends_in_the_office_with_everything_proven(tmp_path: Path) -> None:
    done = said("journey", "--out", tmp_path / "out")
    assert done["is_good"] is True
    assert len(done["checks"]) == 9
    for document in map(Path, done["documents"]):
        assert document.read_bytes().startswith(b"%PDF-")
    with opened(Path(done["sample"]["office"])) as office:
        file = office.audits.file(office.audits.get(NUMBER).id)
        changes = [one for one in file if isinstance(one, StateChange)]
        report = office.reports.report(office.audits.get(NUMBER).id)
    steps = ["planning", "stage1", "stage2", "follow_up", "reporting", "submitted"]
    assert [(one.from_state, one.to_state) for one in changes] == list(pairwise(steps))
    signed = Path(done["documents"][0])
    assert report.pdf_sha256 == hashlib.sha256(signed.read_bytes()).hexdigest()
