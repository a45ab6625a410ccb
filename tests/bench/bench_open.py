"""Opening a vault with a long journal, once the key is known."""

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from auditor_app.operations.keeping import unlock
from auditor_app.vault import Vault
from tests.bench.journals import add_lines
from tests.bench.measure import Figure, seconds
from tests.core.builders import PASSPHRASE, a_vault

LINES, TIMES, LIMIT = 200_000, 15, 20


def run() -> list[Figure]:
    """The one figure."""
    with TemporaryDirectory(prefix="auditor-bench-") as name:
        folder = Path(name) / "v"
        vault = a_vault(folder)
        add_lines(vault._database, LINES)
        vault.close()
        held = unlock(folder, passphrase=PASSPHRASE, keychain=None)
        opened: list[Vault] = []
        times = []
        for _ in range(TIMES):
            times.append(seconds(lambda: opened.append(Vault(folder, held))))
            opened.pop().close()
    took = median(times) * 1000
    return [(f"open {LINES:,} journal entries, key known", took, LIMIT, "ms")]
