"""Programs that are wrong on purpose: the harness must catch each of them."""

from contextlib import suppress
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from auditor_app.errors import AuditorError
from auditor_app.media.photo import accept
from auditor_app.operations.evidence import Origin
from auditor_app.operations.packages import Arrival
from auditor_app.storage.merge import Merged
from auditor_app.vault import Vault
from tests.crash.scenarios import PACKAGE, Edit, Intake, Pack, Receive, Scenario, save_scope
from tests.crash.traced import Tell


class Promise(Edit):
    """Says "kept" before it is."""

    name = "acknowledge before commit"

    def steps(self, vault: Vault, folder: Path, tell: Tell) -> None:
        for number in range(3):
            scope = f"第 {number} 版 精密零件"
            tell("edit", scope)
            save_scope(vault, scope)


class Shrug(Edit):
    """Says "kept" whatever the disk said."""

    name = "ignore a refusal"

    def steps(self, vault: Vault, folder: Path, tell: Tell) -> None:
        for number in range(3):
            scope = f"第 {number} 版 精密零件"
            with suppress(AuditorError):
                save_scope(vault, scope)
            tell("edit", scope)


class RowFirst(Intake):
    """Writes the record before the photo it names."""

    name = "photo row before blob"

    def steps(self, vault: Vault, folder: Path, tell: Tell) -> None:
        audit = vault.audits.all()[0]
        for name in ("许可证.jpg", "冲床.jpg"):
            data = (folder / name).read_bytes()
            record = vault.evidence._record(accept(data), name, Origin(audit_id=audit.id))
            digest = sha256(data).hexdigest()
            with vault._database.writing() as writer:
                writer.put(replace(record, sha256=digest, size=len(data)))
            vault.evidence._blobs.keep(BytesIO(data))
            tell("photo", digest)


class TornPackage(Pack):
    """Writes a package under its own name, piece by piece."""

    name = "package in place"

    def steps(self, vault: Vault, folder: Path, tell: Tell) -> None:
        super().steps(vault, folder, tell)
        data = (folder / PACKAGE).read_bytes()
        with (folder / PACKAGE).open("wb", buffering=0) as file:
            for start in range(0, len(data), 4096):
                file.write(data[start : start + 4096])


class HalfMerge(Receive):
    """Commits the lines of a package before its photos are in their place."""

    name = "half a merge"

    def steps(self, vault: Vault, folder: Path, tell: Tell) -> None:
        packages, merge = vault.packages, vault.packages._merge

        def hasty(arrival: Arrival) -> Merged:
            merged = merge(arrival)
            vault._database.execute("COMMIT")
            vault._database.execute("BEGIN IMMEDIATE")
            return merged

        packages._merge = hasty  # type: ignore[method-assign]
        super().steps(vault, folder, tell)


WRONG: tuple[Scenario, ...] = (Promise(), Shrug(), RowFirst(), TornPackage(), HalfMerge())
