"""How the screen looks: fonts, icons, colours by name, and the one stylesheet.

One `Theme` is made in `app.py` and lives as a child of the QApplication. Widgets ask this module:
`theme.color("accent")`, `theme.px(14)`, `theme.icon("camera")`, `theme.pixmap("check", "ok", 16)`.
A painted widget that asks inside `paintEvent` follows a switch by itself; a button wears its icon
by `theme.dress(button, "camera", "accent")` and is dressed again on `changed`.

Roles the stylesheet knows (dynamic properties, set before the widget is shown):

* `QPushButton` `kind`: `primary`, `tonal`, `ghost`, `danger`, `chip` (checkable), `segment`
  (checkable, inside a `QFrame` of role `segmented`), `link`; without a kind: outlined.
* `QToolButton`: always quiet, icon only or icon with a word.
* `QLabel` `role`: `title` (20 bold), `heading` (16 bold), `section` (14 bold), `secondary` (13),
  `meta` (12), `figure` (26 bold), `tag` (clause tag), `keycap`; `tone`: any verdict colour.
* `QLabel` `pill`: `ok`, `obs`, `minor`, `major`, `na`, `accent` (word on its soft ground).
* `QFrame` `role`: `card`, `sunken`, `active`, `warning`, `danger`, `segmented`, `line`, `sheet`.
* `QLineEdit`/`QTextEdit` with `invalid` = true: red frame.

Spin boxes and time fields also want `theme.indent(box)`.
"""

import re
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPushButton,
    QWidget,
)

from ui.tokens import DARK, LIGHT, Tokens

FAMILIES = ["NotoSansSC", "Noto Sans SC", "Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC"]
SCALES = (1.0, 1.25, 1.5)
GAP = 4


class Theme(QObject):
    """The look in force. `changed` follows every switch, after stylesheet and palette are set."""

    changed = Signal()

    def __init__(self, app: QApplication, resources: Path, fonts: Iterable[Path] = ()) -> None:
        super().__init__(app)
        self._app = app
        self._resources = resources
        self._svgs: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}
        self.tokens: Tokens = LIGHT
        self.scale = 1.0
        for path in fonts:
            QFontDatabase.addApplicationFont(str(path))
        app.setStyle("Fusion")
        self.use(dark=False)

    @property
    def is_dark(self) -> bool:
        """Whether the dark look is on."""
        return self.tokens is DARK

    def use(self, *, dark: bool, scale: float = 1.0) -> None:
        """Switch the look of every window at once."""
        self.tokens = DARK if dark else LIGHT
        self.scale = scale
        self._app.setFont(self.font())
        self._app.setPalette(self._palette())
        self._app.setStyleSheet(self.qss())
        self.changed.emit()

    def color(self, name: str) -> QColor:
        """A colour by its token's name, or by `#RRGGBB`."""
        return QColor(name if name.startswith("#") else getattr(self.tokens, name))

    def px(self, size: float) -> int:
        """A length of the design in pixels of the chosen text size."""
        return max(1, round(size * self.scale))

    def font(self, size: int = 14, *, bold: bool = False) -> QFont:
        """The text font at `size` design pixels; there are two weights only."""
        font = QFont()
        font.setFamilies(FAMILIES)
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return font

    def pixmap(self, name: str, color: str = "ink2", size: int = 18) -> QPixmap:
        """The icon `name` in a token's colour, `size` design pixels square."""
        ratio = QGuiApplication.primaryScreen().devicePixelRatio()
        key = (name, self.color(color).name(), self.px(size), ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(*key)
        return self._pixmaps[key]

    def icon(self, name: str, color: str = "ink2", size: int = 18, *, gap: int = 0) -> QIcon:
        """The icon in one colour, fainter when disabled; `gap` pixels stay free at its right."""
        icon = QIcon(_widened(self.pixmap(name, color, size), gap))
        faint = _widened(self.pixmap(name, "control", size), gap)
        icon.addPixmap(faint, QIcon.Mode.Disabled)
        return icon

    def qss(self) -> str:
        """The one stylesheet: `resources/theme/app.qss` with colours and scaled lengths put in."""
        text = (self._resources / "theme" / "app.qss").read_text(encoding="utf-8")
        art = self._resources / "theme" / ("dark" if self.is_dark else "light")
        text = re.sub(r"\b(\d+)px", lambda found: f"{self._length(int(found[1]))}px", text)
        text = re.sub(r"@(?!art/)(\w+)", lambda found: getattr(self.tokens, found[1]), text)
        return text.replace("@art", art.as_posix())

    def _length(self, size: int) -> int:
        # Borders of 1 and 2 px stay crisp at every text size.
        return size if size <= 2 else self.px(size)  # noqa: PLR2004

    def _render(self, name: str, color: str, size: int, ratio: float) -> QPixmap:
        if name not in self._svgs:
            path = self._resources / "icons" / f"{name}.svg"
            self._svgs[name] = path.read_text(encoding="utf-8")
        svg = self._svgs[name].replace("currentColor", color)
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(pixmap.rect()))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def _palette(self) -> QPalette:
        tokens, role, palette = self.tokens, QPalette.ColorRole, QPalette()
        colors = {
            role.Window: tokens.window,
            role.WindowText: tokens.ink,
            role.Base: tokens.surface,
            role.AlternateBase: tokens.sunken,
            role.Text: tokens.ink,
            role.Button: tokens.surface,
            role.ButtonText: tokens.ink,
            role.BrightText: tokens.major,
            role.ToolTipBase: tokens.ink,
            role.ToolTipText: tokens.surface,
            role.PlaceholderText: tokens.ink3,
            role.Highlight: tokens.accent,
            role.HighlightedText: tokens.on_accent,
            role.Accent: tokens.accent,
            role.Link: tokens.accent,
            role.LinkVisited: tokens.accent,
            role.Light: tokens.surface,
            role.Midlight: tokens.line,
            role.Mid: tokens.line2,
            role.Dark: tokens.control,
            role.Shadow: tokens.control,
        }
        for which, color in colors.items():
            palette.setColor(which, QColor(color))
        for which in (role.Text, role.WindowText, role.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(tokens.control))
        return palette


def _widened(pixmap: QPixmap, gap: int) -> QPixmap:
    """Room between icon and word, which Qt's push button does not leave."""
    if not gap:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wide = QPixmap(QSize(pixmap.width() + round(gap * ratio), pixmap.height()))
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wide


class _Dress(QObject):
    """Keeps one button's icon in the colour of the look in force; dies with the button."""

    def __init__(self, button: QAbstractButton, *, name: str, color: str, size: int) -> None:
        super().__init__(button)
        self._button, self._name, self._color, self._size = button, name, color, size
        current().changed.connect(self.put_on)
        self.put_on()

    def put_on(self) -> None:
        edge = px(self._size)
        gap = px(GAP) if isinstance(self._button, QPushButton) and self._button.text() else 0
        self._button.setIcon(current().icon(self._name, self._color, self._size, gap=gap))
        self._button.setIconSize(QSize(edge + gap, edge))


def current() -> Theme:
    """The application's theme; `app.py` (in tests: the `theme` fixture) has made it."""
    app = QApplication.instance()
    found = app.findChild(Theme, options=Qt.FindChildOption.FindDirectChildrenOnly) if app else None
    if found is None:
        raise RuntimeError("A widget was made before the Theme.")
    return found


def tokens() -> Tokens:
    """The colours in force."""
    return current().tokens


def use(*, dark: bool, scale: float = 1.0) -> None:
    """Switch the look of every window at once."""
    current().use(dark=dark, scale=scale)


def color(name: str) -> QColor:
    """A colour by its token's name."""
    return current().color(name)


def px(size: float) -> int:
    """A design length in pixels of the chosen text size."""
    return current().px(size)


def font(size: int = 14, *, bold: bool = False) -> QFont:
    """The text font at a design size."""
    return current().font(size, bold=bold)


def icon(name: str, color: str = "ink2", size: int = 18) -> QIcon:
    """An icon of `resources/icons` in a token's colour."""
    return current().icon(name, color, size)


def pixmap(name: str, color: str = "ink2", size: int = 18) -> QPixmap:
    """An icon's picture, for `paintEvent` and labels."""
    return current().pixmap(name, color, size)


def dress(button: QAbstractButton, name: str, color: str = "ink2", size: int = 18) -> None:
    """Give the button an icon that follows the look; a second call replaces the first."""
    for old in button.findChildren(_Dress):
        current().changed.disconnect(old.put_on)
        old.deleteLater()
    _Dress(button, name=name, color=color, size=size)


def mark(widget: QWidget, **properties: object) -> None:
    """Set stylesheet properties (`kind`, `role`, `pill`, `tone`, `invalid`) and show them now."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def indent(box: QAbstractSpinBox) -> None:
    """Set a spin box's figures off its frame: a stylesheet's padding does not reach them."""
    field = box.findChild(QLineEdit)
    if field is not None:
        field.setTextMargins(px(8), 0, 0, 0)


def avatar_color(name: str) -> QColor:
    """A person's disc colour: the same name has the same colour on every page."""
    colors = tokens().avatars
    return QColor(colors[sum(map(ord, name)) % len(colors)])
