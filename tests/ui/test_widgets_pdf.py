"""The PDF view: bytes in, pages out; QtPdf comes with the first PDF only."""

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from reportlab.pdfgen.canvas import Canvas

from ui.widgets.pdf_view import PdfView


def pdf(pages: int) -> bytes:
    buffer = BytesIO()
    canvas = Canvas(buffer)
    for page in range(1, pages + 1):
        canvas.drawString(80, 700, f"page {page} audit")
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


@pytest.fixture
def view(qtbot: QtBot, light: None) -> PdfView:
    view = PdfView()
    qtbot.addWidget(view)
    view.resize(700, 600)
    view.show()
    return view


def test_a_report_shows_its_pages(view: PdfView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.page_changed) as told:
        assert view.show_pdf(pdf(3), "审核报告 第 1 版")
    assert told.args == [1, 3]
    assert "page 2 audit" in view.text_of(2)


def test_a_rebuilt_report_stays_on_its_page(view: PdfView, qtbot: QtBot) -> None:
    view.show_pdf(pdf(5))
    view.go(3)
    qtbot.waitUntil(lambda: view.page() == 3)
    view.show_pdf(pdf(6))
    qtbot.waitUntil(lambda: view.page() == 3)
    assert view.page_count() == 6


def test_what_is_no_pdf_is_refused(view: PdfView) -> None:
    assert not view.show_pdf(b"no pdf at all")
    assert view.page() == 0


def test_searching_finds_every_place(view: PdfView, qtbot: QtBot) -> None:
    view.show_pdf(pdf(4))
    found: list[int] = []
    pages = view.pages()
    assert pages is not None
    pages.found.connect(found.append)
    view.look_for("audit")
    qtbot.waitUntil(lambda: found[-1:] == [4])
    field = view.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: view.page() == 2)


def test_zooming_leaves_the_fitted_width_and_comes_back(view: PdfView) -> None:
    view.show_pdf(pdf(1))
    pages = view.pages()
    assert pages is not None
    length = pages.verticalScrollBar().maximum
    fitted = length()
    view.zoom_by(1.5)
    assert length() > fitted * 1.4
    view.fit()
    assert length() == fitted


def test_importing_the_view_does_not_load_qtpdf() -> None:
    code = "import sys, ui.widgets.pdf_view; sys.exit('PySide6.QtPdf' in sys.modules)"
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", code], cwd=root, check=False).returncode == 0
