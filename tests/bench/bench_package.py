"""Packing beside `tar | age`, receiving beside `age -d | tar x`, of the same photos; memory."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from auditor_app.operations.evidence import Origin
from auditor_app.security.age import generate_identity, recipient_of
from auditor_app.vault import Vault, open_vault
from tests.bench.measure import Figure, ratio
from tests.bench.photos import write_photos
from tests.core.builders import PASSPHRASE, a_vault, an_audit

PHOTOS, PAIRS = 200, 4
MANY, MEMORY = 400, 100
ROOT = Path(__file__).parents[2]

# Ours is on the disk when it says so; the plain way alone leaves a GB to be written later.
_FLUSH = " && sync -f ."

# ru_maxrss would count what the parent had when it forked; VmHWM does not.
_CHILD = """
import sys
from pathlib import Path
from auditor_app.vault import open_vault
verb, folder, package, passphrase, *to = sys.argv[1:]
vault = open_vault(Path(folder), passphrase=passphrase)
if verb == "pack":
    vault.packages.pack(vault.audits.all()[0], to, Path(package))
else:
    vault.packages.receive(Path(package))
vault.close()
marks = dict(line.split(":") for line in open("/proc/self/status"))
print(int(marks["VmHWM"].split()[0]) * 1024 / 1e6)
"""


def run() -> list[Figure]:
    """Time at 1 GB, memory at 2 GB."""
    with TemporaryDirectory(prefix="auditor-bench-") as name:
        stage = _Stage(Path(name))
        stage.photograph(PHOTOS)
        figures = [
            stage.packing(),
            stage.packing(flush=_FLUSH),
            stage.receiving(),
            stage.receiving(flush=_FLUSH),
        ]
        stage.photograph(MANY)
        return [*figures, *stage.memory()]


class _Stage:
    """A sender, an office, and the same photos as plain files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._plain = folder / "plain"
        self._package = folder / "ours.age"
        self._sender = a_vault(folder / "sender")
        self._audit, _ = an_audit(self._sender)
        office = a_vault(folder / "new office", "办公室", role="office")
        office.devices.trust(self._sender.identity.public_key, "李敏")
        office.close()
        self._office = self._new_office()
        identity = generate_identity()
        (folder / "key.txt").write_text(identity, encoding="ascii")
        self._recipient = recipient_of(identity)

    def photograph(self, count: int) -> None:
        """Keep so many photos, here and as plain files."""
        known = set(self._plain.iterdir()) if self._plain.exists() else set()
        write_photos(self._plain, count)
        for path in sorted(set(self._plain.iterdir()) - known):
            self._sender.evidence.add(path, Origin(audit_id=self._audit.id))

    def packing(self, flush: str = "") -> Figure:
        """Our package beside the plainest one, flushed to the disk or not."""
        to = [self._office.identity.recipient]
        plain = f"tar -cf - plain | age -r {self._recipient} > plain.age{flush}"

        def make_ready() -> None:
            for path in self._folder.glob("*.age"):
                path.unlink()
            os.sync()

        figure = ratio(
            f"pack {PHOTOS} photos of 5 MB / tar | age{flush}",
            lambda: self._sender.packages.pack(self._audit, to, self._package),
            self._shell(plain),
            limit=3,
            times=PAIRS,
            before=make_ready,
        )
        self._shell(plain)()
        return figure

    def receiving(self, flush: str = "") -> Figure:
        """Each time into an office that has nothing yet."""

        def make_ready() -> None:
            shutil.rmtree(self._folder / "out", ignore_errors=True)
            (self._folder / "out").mkdir()
            self._office.close()
            self._office = self._new_office()
            os.sync()

        return ratio(
            f"receive {PHOTOS} photos of 5 MB / age -d | tar x{flush}",
            lambda: self._office.packages.receive(self._package),
            self._shell(f"age -d -i key.txt plain.age | tar -x -C out{flush}"),
            limit=2.5,
            times=PAIRS,
            before=make_ready,
        )

    def memory(self) -> list[Figure]:
        """The most each had, in a process of its own."""
        self._office.close()
        self._office = self._new_office()
        to = self._office.identity.recipient
        folders = {"pack": self._sender.folder, "receive": self._office.folder}
        self._sender.close()
        self._office.close()
        return [
            (f"memory to {verb} {MANY} photos, 2 GB", self._child(verb, folder, to), MEMORY, "MB")
            for verb, folder in folders.items()
        ]

    def _child(self, verb: str, folder: Path, *to: str) -> float:
        arguments = [verb, str(folder), str(self._package), PASSPHRASE, *to]
        command = [sys.executable, "-c", _CHILD, *arguments]
        done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
        return float(done.stdout)

    def _new_office(self) -> Vault:
        """The office as it was made, before it received anything."""
        shutil.rmtree(self._folder / "office", ignore_errors=True)
        shutil.copytree(self._folder / "new office", self._folder / "office")
        return open_vault(self._folder / "office", passphrase=PASSPHRASE)

    def _shell(self, command: str) -> Callable[[], object]:
        line = ["bash", "-o", "pipefail", "-ec", command]
        return lambda: subprocess.run(line, cwd=self._folder, check=True)
