"""Fixtures of the core tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from auditor_app.vault import Vault
from tests.core.builders import a_vault


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Vault]:
    """A real, encrypted, empty vault of an auditor."""
    vault = a_vault(tmp_path / "fresh")
    yield vault
    vault.close()
