"""A compiled document on the screen, with the way to a file."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QPushButton, QVBoxLayout

from ui import theme
from ui.widgets.pdf_view import PdfView


class PdfDialog(QDialog):
    """Shows bytes; `save_asked` when the person wants a file of their own."""

    save_asked = Signal()

    def __init__(self, title: str, data: bytes) -> None:
        super().__init__(QApplication.activeWindow())
        self.setWindowTitle(title)
        self.resize(theme.px(880), theme.px(760))
        self.view = PdfView(self)
        self.is_readable = self.view.show_pdf(data, title)
        save = QPushButton(self.tr("另存为…"), autoDefault=False)
        theme.dress(save, "download")
        save.clicked.connect(self.save_asked)
        close = QPushButton(self.tr("关闭"), autoDefault=False)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(*(theme.px(12),) * 4)
        foot.addWidget(save)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(6), 0, 0)
        column.setSpacing(0)
        column.addWidget(self.view, 1)
        column.addLayout(foot)
