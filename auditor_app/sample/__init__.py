"""The sample: an invented audit in progress, made by the same operations an auditor uses."""

from collections.abc import Callable
from pathlib import Path

from auditor_app.sample.workspace import AUDITOR, DEMO_PASSPHRASE, OFFICE, Sample, make_sample
from auditor_app.vault import Vault, open_vault

__all__ = ["AUDITOR", "DEMO_PASSPHRASE", "OFFICE", "Sample", "make_sample", "open_sample"]


def open_sample(
    folder: Path,
    *,
    passphrase: str = DEMO_PASSPHRASE,
    told: Callable[[str], None] = lambda _: None,
) -> Vault:
    """Open the leader's vault of the sample in `folder`; made when it is not there yet."""
    if not (folder / AUDITOR).exists():
        make_sample(folder, passphrase=passphrase, told=told)
    return open_vault(folder / AUDITOR, passphrase=passphrase)
