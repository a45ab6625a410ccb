"""One durable edit beside a plain write and fdatasync of as many bytes as its journal line has."""

import os
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.bench.measure import Figure, ratio
from tests.core.builders import a_vault, an_audit

EDITS, WARM_UP, LINE = 2500, 500, 320


def run() -> list[Figure]:
    """The one figure."""
    with TemporaryDirectory(prefix="auditor-bench-") as folder:
        vault = a_vault(Path(folder) / "v")
        audit, _ = an_audit(vault)
        floor = os.open(Path(folder) / "floor", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        count = 0

        def edit() -> None:
            nonlocal audit, count
            count += 1
            audit = vault.audits.keep(replace(audit, scope=f"精密零件加工 {count}"), seen=audit)

        def plain() -> None:
            os.write(floor, b"x" * LINE)
            os.fdatasync(floor)

        for _ in range(WARM_UP):
            edit()
        figure = ratio("durable edit / write + fdatasync", edit, plain, limit=2, times=EDITS)
        os.close(floor)
        vault.close()
    return [figure]
