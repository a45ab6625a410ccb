"""What every test of the screen stands on: the look, made once."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ui.theme import Theme

RESOURCES = Path(__file__).parents[2] / "resources"


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    """The look of the whole test session; `tests/conftest.py` has put the font in."""
    return Theme(qapp, RESOURCES)


@pytest.fixture(autouse=True)
def light(theme: Theme) -> None:
    """Every test starts with the light look at plain size."""
    if theme.is_dark or theme.scale != 1.0:
        theme.use(dark=False)
