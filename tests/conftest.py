"""What every test stands on: Qt without a screen, the shipped font, a home of its own."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.fixture(scope="session")
def qapp(qapp: "QApplication") -> "QApplication":
    """The application in the font that ships, so that pixels are the same on every machine."""
    from PySide6.QtGui import QFont, QFontDatabase

    from auditor_app import fonts

    for file in fonts.font_files():
        QFontDatabase.addApplicationFont(str(file))
    qapp.setFont(QFont(fonts.FAMILY, 10))
    return qapp
