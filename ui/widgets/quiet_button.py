"""A borderless button with icon and word, for second-rank actions; may carry a menu of words."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import QMenu, QWidget

from ui import theme
from ui.widgets import drawing
from ui.widgets.painted import PaintedButton


class QuietButton(PaintedButton):
    """拍照, 导入, 常用语: `picked` carries the word chosen from the menu, if it has one."""

    focus_radius = 6.0
    picked = Signal(str)

    def __init__(self, word: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(word, parent)
        self._icon = icon
        self._menu: QMenu | None = None
        self.clicked.connect(self._pop_up)

    @property
    def has_menu(self) -> bool:
        """Whether a press opens a menu."""
        return self._menu is not None

    def offer(self, words: tuple[str, ...]) -> None:
        """Give the button a menu of these words; none takes it away."""
        if self._menu is not None:
            self._menu.deleteLater()
        self._menu = None
        if words:
            self._menu = QMenu(self)
            for word in words:
                self._menu.addAction(word).triggered.connect(self._pick_sender)

    def sizeHint(self) -> QSize:
        """Icon and word."""
        width = drawing.advance(self.text(), drawing.SECONDARY)
        return QSize(round(width) + theme.px(40), theme.px(28))

    def _draw(self, painter: QPainter, rect: QRectF) -> None:
        if self.is_hot:
            drawing.box(painter, rect, fill="hover", radius=6)
        color = "ink2" if self.isEnabled() else "control"
        spot = QPointF(rect.left() + theme.px(17), rect.center().y())
        drawing.glyph(painter, self._icon, color, spot, size=16)
        words = rect.adjusted(theme.px(31), 0, 0, 0)
        drawing.write(painter, words, self.text(), drawing.SECONDARY.colored(color))

    def _pop_up(self) -> None:
        if self._menu is not None:
            self._menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _pick_sender(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.picked.emit(action.text())
