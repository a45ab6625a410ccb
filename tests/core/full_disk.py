"""Fill the disk under a vault: a file size limit stands in for it; run in a process of its own."""

import resource
import signal
import sys
from dataclasses import replace
from pathlib import Path

from auditor_app.errors import DiskFull, FileTrouble
from auditor_app.vault import open_vault
from tests.core.builders import PASSPHRASE, a_vault, an_audit

ROOM = 3 << 20


def main(folder: Path) -> None:
    """Write until nothing fits, then look what is left once there is room again."""
    vault = a_vault(folder / "v")
    audit, _ = an_audit(vault)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, hard))
    acknowledged = audit
    word = ""
    for number in range(10_000):
        try:
            acknowledged = vault.audits.keep(
                replace(acknowledged, scope=f"{number} " + "精密零件" * 2000), seen=acknowledged
            )
        except (DiskFull, FileTrouble) as error:
            word = type(error).__name__
            break
    resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
    vault.close()
    again = open_vault(folder / "v", passphrase=PASSPHRASE)
    kept = again.audits.all() == [acknowledged] and not again.care.check().problems
    again.close()
    sys.stdout.write(f"{word} all {'kept' if kept else 'lost'}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
