"""The sample workspace for tests: made once by the command line, copied for whoever changes it."""

import atexit
import json
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from auditor_app.cli import main
from auditor_app.sample import DEMO_PASSPHRASE
from auditor_app.vault import Vault, open_vault

NUMBER = "HCR-2026-0117"


@dataclass(frozen=True)
class Workspace:
    """Where a sample lies and what the command said of it."""

    folder: Path
    said: Mapping[str, Any]

    @property
    def auditor(self) -> Path:
        return self.folder / "auditor"

    @property
    def office(self) -> Path:
        return self.folder / "office"

    def copied(self, goal: Path) -> "Workspace":
        """The same workspace somewhere else, for a test that changes it."""
        shutil.copytree(self.folder, goal)
        return Workspace(goal, self.said)

    def opened(self) -> Vault:
        """The leader's vault."""
        return open_vault(self.auditor, passphrase=DEMO_PASSPHRASE)


@cache
def made() -> Workspace:
    """The sample of this test run; nobody writes to it."""
    folder = Path(tempfile.mkdtemp(prefix="auditor-sample-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    done = auditor("sample", folder / "sample", "--json", passphrase=None)
    assert done.exit_code == 0, done.stderr
    return Workspace(folder / "sample", json.loads(done.stdout))


def auditor(*words: object, passphrase: str | None = DEMO_PASSPHRASE) -> Result:
    """Run `auditor` with these words; the passphrase stands in the environment."""
    env = {"AUDITOR_PASSPHRASE": passphrase}
    return CliRunner().invoke(main, [str(word) for word in words], env=env)
