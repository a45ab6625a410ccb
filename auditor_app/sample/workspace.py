"""Making the sample workspace: a leader's vault in the middle of an audit, and an office's."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from auditor_app.errors import Refused
from auditor_app.files import fsync_dir, make_folder, rename, translated, write_atomic
from auditor_app.sample.beginning import begin
from auditor_app.sample.clock import SampleClock
from auditor_app.sample.script import moment, script
from auditor_app.sample.working import work
from auditor_app.security.keys import Cost
from auditor_app.vault import Locks, Profile, Vault, new_vault

DEMO_PASSPHRASE = "sample-sample"  # noqa: S105 - printed plainly, the records are invented
AUDITOR, OFFICE = "auditor", "office"

_PART = ".sample-part"
_README = """示例工作区 / sample workspace

  auditor/   审核组长 {leader} 的资料库：{number}，{client}，二阶段第 2 天
  office/    办公室的资料库，还是空的，已登记为互相信任，可以直接接收交接包

口令 / passphrase: {passphrase}

单位、人员、编号和照片全部虚构。试一试：
  auditor audits auditor
  auditor report auditor {number} --out 审核报告.pdf
  auditor pack auditor {number} --to {recipient} --out 交接包.age
  auditor receive 交接包.age --into office
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """Where a sample lies and what it holds; `recipient` is the office's."""

    folder: Path
    auditor: Path
    office: Path
    number: str
    client: str
    recipient: str
    photos: int


def make_sample(
    folder: Path,
    *,
    passphrase: str = DEMO_PASSPHRASE,
    cost: Cost | None = None,
    told: Callable[[str], None] = lambda _: None,
) -> Sample:
    """Make the sample in a new or empty folder: all of it, or nothing is there.

    Raises Refused when the folder holds anything.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(f"“{folder.name}”不是空文件夹。没有改动；请选择一个空文件夹或新名称。")
    part = folder.with_name(folder.name + _PART)
    make_folder(folder.parent)
    shutil.rmtree(part, ignore_errors=True)
    locks = Locks(passphrase=passphrase, cost=cost)
    sample = _fill(folder, part, locks, told)
    write_atomic(part / "README.txt", _readme(sample, passphrase).encode())
    with translated(folder):
        if folder.exists():
            folder.rmdir()
    rename(part, folder)
    fsync_dir(folder.parent)
    return sample


def _fill(folder: Path, part: Path, locks: Locks, told: Callable[[str], None]) -> Sample:
    clock = SampleClock(moment(script(), "opened_at"))
    names = script()["vault"]
    told("建立两个资料库")
    leader = new_vault(part / AUDITOR, Profile(name=names["leader"]), locks, clock=clock)
    try:
        office = Profile(name=names["office"], role="office")
        recipient = _introduce(leader, part / OFFICE, office, locks)
        told("审核任务、审核组、计划与一阶段")
        making = begin(leader, clock)
        told("二阶段：首次会议、检查表、照片、不符合项")
        work(making)
        return Sample(
            folder=folder,
            auditor=folder / AUDITOR,
            office=folder / OFFICE,
            number=making.audit.number,
            client=leader.audits.client(making.audit.id).name,
            recipient=recipient,
            photos=len(leader.evidence.of(making.audit.id)),
        )
    finally:
        leader.close()


def _introduce(leader: Vault, folder: Path, profile: Profile, locks: Locks) -> str:
    """Make the office's vault, have both trust each other; the office's recipient."""
    office = new_vault(folder, profile, locks)
    try:
        mine, theirs = leader.identity, office.identity
        office.devices.trust(mine.public_key, mine.name, mine.recipient)
        leader.devices.trust(theirs.public_key, theirs.name, theirs.recipient)
        return theirs.recipient
    finally:
        office.close()


def _readme(sample: Sample, passphrase: str) -> str:
    return _README.format(
        leader=script()["vault"]["leader"],
        number=sample.number,
        client=sample.client,
        recipient=sample.recipient,
        passphrase=passphrase if passphrase == DEMO_PASSPHRASE else "（建立时由您设定）",
    )
