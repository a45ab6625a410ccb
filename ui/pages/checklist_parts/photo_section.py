"""照片证据: its heading with the two ways in, and the strip."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.photo_strip import PhotoStrip
from ui.widgets.quiet_button import QuietButton


class PhotoSection(QWidget):
    """`files_asked` wants a dialog, `paste_asked` what is on the clipboard."""

    files_asked = Signal()
    paste_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        title = QLabel(self.tr("照片证据"), self)
        theme.mark(title, role="section")
        self.count = QLabel(self)
        theme.mark(self.count, role="meta")
        paste = QuietButton(self.tr("粘贴"), "clipboard-paste", self)
        files = QuietButton(self.tr("导入"), "import", self)
        paste.clicked.connect(self.paste_asked)
        files.clicked.connect(self.files_asked)
        self.strip = PhotoStrip(self)
        self.strip.add_asked.connect(self.files_asked)
        head = QHBoxLayout()
        head.setSpacing(theme.px(8))
        head.addWidget(title)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(paste)
        head.addWidget(files)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addLayout(head)
        column.addWidget(self.strip)

    def show_count(self, count: int, *, verified: int, damaged: int) -> None:
        """Say how many there are and what is known of their originals."""
        words = []
        if count:
            words.append(self.tr("{0} 张").format(count))
        if damaged:
            words.append(self.tr("{0} 张原图不符").format(damaged))
        elif count and verified == count:
            words.append(self.tr("原图已校验"))
        self.count.setText(" · ".join(words))
        theme.mark(self.count, tone="major" if damaged else "")
