"""The whole journey without a screen: field, report, package, and the same records there."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from auditor_app.domain import AuditState, Record, RecordId
from auditor_app.errors import Refused
from auditor_app.files import hash_file, make_folder
from auditor_app.sample.clock import SampleClock
from auditor_app.sample.ending import finish
from auditor_app.sample.making import Making, resumed
from auditor_app.sample.script import moment, script
from auditor_app.sample.workspace import DEMO_PASSPHRASE, Sample, make_sample
from auditor_app.security.keys import Cost
from auditor_app.vault import Vault, open_vault

Told = Callable[[str], None]

PAPERS, AT_OFFICE, WORKSPACE = "文件", "办公室", "资料库"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at on the way, and whether it held."""

    words: str
    is_good: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class JourneyResult:
    """Where the results lie and what was checked."""

    folder: Path
    sample: Sample
    package: Path
    documents: tuple[Path, ...]
    checks: tuple[Check, ...]

    @property
    def is_good(self) -> bool:
        """Whether every check held."""
        return all(check.is_good for check in self.checks)


def run(
    folder: Path,
    *,
    passphrase: str = DEMO_PASSPHRASE,
    cost: Cost | None = None,
    told: Told = lambda _: None,
) -> JourneyResult:
    """Drive the sample audit from its second afternoon into the office's vault.

    Raises Refused when the folder holds anything, and whenever a gate of the audit is not met.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(f"“{folder.name}”不是空文件夹。没有改动；请选择一个空文件夹或新名称。")
    make_folder(folder / PAPERS)
    make_folder(folder / AT_OFFICE)
    sample = make_sample(folder / WORKSPACE, passphrase=passphrase, cost=cost, told=told)
    clock = SampleClock(moment(script(), "stops_at"))
    leader = open_vault(sample.auditor, passphrase=passphrase, clock=clock)
    try:
        office = open_vault(sample.office, passphrase=passphrase, clock=clock)
        try:
            return _Journey(folder, sample, (leader, office), told).run(resumed(leader, clock))
        finally:
            office.close()
    finally:
        leader.close()


class _Journey:
    def __init__(
        self, folder: Path, sample: Sample, vaults: tuple[Vault, Vault], told: Told
    ) -> None:
        self._folder, self._sample, self._told = folder, sample, told
        self._leader, self._office = vaults
        self._checks: list[Check] = []
        self._documents: list[Path] = []

    def run(self, making: Making) -> JourneyResult:
        signed = finish(making, self._folder / PAPERS, self._told)
        self._documents.append(signed)
        self._print(making)
        audit_id = making.audit.id
        self._check("审核状态：已提交办公室", making.audit.state is AuditState.SUBMITTED)
        self._told("交接包")
        package = self._folder / f"{making.audit.number}_交接包.age"
        self._leader.packages.pack(making.audit, [self._sample.recipient], package)
        self._deliver(package)
        self._told("核对两边")
        self._compare(audit_id, signed)
        return JourneyResult(
            folder=self._folder,
            sample=self._sample,
            package=package,
            documents=tuple(self._documents),
            checks=tuple(self._checks),
        )

    def _print(self, making: Making) -> None:
        papers = self._folder / PAPERS
        number, visit = making.audit.number, making.visits["stage2"]
        done = [self._leader.reports.compile_signin(visit.id, papers / f"{number}_签到表.pdf")]
        for nc in self._leader.nonconformities.of(making.audit.id):
            out = papers / f"{number}_{nc.number}.pdf"
            done.append(self._leader.reports.compile_nonconformity(nc, out))
        self._documents += [one.path for one in done]

    def _deliver(self, package: Path) -> None:
        proven = self._office.packages.verify(package)
        self._check("交接包：签名来自受信任的设备", proven.is_trusted)
        first = self._office.packages.receive(package)
        self._check("接收：没有记录被隔离", first.is_new and not first.held)
        before = self._office.care.check(photos=False).entries
        again = self._office.packages.receive(package)
        after = self._office.care.check(photos=False).entries
        self._check("再次接收：什么都没有改变", not again.is_new and before == after)

    def _compare(self, audit_id: RecordId, signed: Path) -> None:
        mine, theirs = self._leader.audits.file(audit_id), self._office.audits.file(audit_id)
        self._check(f"记录相同：{len(mine)} 条", _sorted(mine) == _sorted(theirs))
        photos = self._leader.evidence.of(audit_id)
        self._check(
            f"照片逐字节相同：{len(photos)} 张",
            all(
                self._leader.evidence.original(one) == self._office.evidence.original(one)
                for one in photos
            ),
        )
        copy = self._folder / AT_OFFICE / signed.name
        self._office.reports.compile(audit_id, copy)
        self._documents.append(copy)
        self._check("审核报告逐字节相同", hash_file(signed) == hash_file(copy))
        for vault, name in ((self._leader, "组长"), (self._office, "办公室")):
            self._check(f"{name}资料库检查没有问题", not vault.care.check().problems)

    def _check(self, words: str, is_good: bool) -> None:
        self._checks.append(Check(words, is_good))


def _sorted(records: tuple[Record, ...]) -> list[Record]:
    return sorted(records, key=lambda one: (type(one).__name__, one.id))
