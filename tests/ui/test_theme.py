"""The look: readable in both lights, at every size, with nothing missing."""

import re

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QTextLayout
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from auditor_app import places
from ui import theme as look
from ui.theme import Theme
from ui.tokens import DARK, LIGHT, Tokens

TEXT, CONTROL = 4.5, 3.0
VERDICTS = ("ok", "obs", "minor", "major", "na", "accent", "blue", "violet", "stone")
PAIRS = [
    *[(ink, ground, TEXT) for ink in ("ink", "ink2", "ink3") for ground in ("surface", "window")],
    *[(ink, ground, TEXT) for ink in ("ink", "ink2", "ink3") for ground in ("sunken", "hover")],
    *[(ink, "accent_soft", TEXT) for ink in ("ink", "ink2", "ink3")],
    *[(tone, f"{tone}_soft", TEXT) for tone in VERDICTS],
    *[(tone, "surface", TEXT) for tone in VERDICTS],
    ("on_accent", "accent", TEXT),
    ("on_accent", "accent_hover", TEXT),
    ("control", "surface", CONTROL),
    ("accent", "window", CONTROL),
    ("accent", "sunken", CONTROL),
]


def luminance(color: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    paint = QColor(color)
    red, green, blue = map(linear, (paint.redF(), paint.greenF(), paint.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG 2.2: (lighter + 0.05) / (darker + 0.05)."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_words_can_be_read_on_their_ground(
    tokens: Tokens, ink: str, ground: str, least: float
) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= least


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_initials_can_be_read_on_every_disc(tokens: Tokens) -> None:
    assert min(contrast(tokens.on_avatar, disc) for disc in tokens.avatars) >= TEXT


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("scale", look.SCALES)
def test_the_stylesheet_has_no_hole(theme: Theme, dark: bool, scale: float) -> None:
    theme.use(dark=dark, scale=scale)
    assert "@" not in theme.qss()
    for path in re.findall(r'url\("([^"]+)"\)', theme.qss()):
        assert (places.resources() / path).is_file()


def test_words_grow_with_the_text_size_and_lines_stay_thin(theme: Theme) -> None:
    theme.use(dark=False, scale=1.5)
    assert "font-size: 21px" in theme.qss()
    assert "1px solid" in theme.qss()
    assert theme.font(14).pixelSize() == 21


def test_every_icon_shows_something(theme: Theme) -> None:
    names = [path.stem for path in (places.resources() / "icons").glob("*.svg")]
    blank = [name for name in names if is_blank(theme, name)]
    assert len(names) > 100
    assert blank == []


def is_blank(theme: Theme, name: str) -> bool:
    image = theme.pixmap(name, "ink", 24).toImage()
    sides = range(image.width())
    return not any(image.pixelColor(x, y).alpha() for x in sides for y in sides)


def test_an_icon_is_rendered_once(theme: Theme) -> None:
    assert theme.pixmap("check", "ok", 16).cacheKey() == theme.pixmap("check", "ok", 16).cacheKey()


def test_a_dressed_button_follows_the_look(qtbot: QtBot, theme: Theme) -> None:
    button = QPushButton("拍照取证")
    qtbot.addWidget(button)
    look.dress(button, "camera", "accent")
    before = button.icon().pixmap(18, 18).toImage()
    theme.use(dark=True)
    assert button.icon().pixmap(18, 18).toImage() != before


def test_a_button_can_change_its_dress(qtbot: QtBot, theme: Theme) -> None:
    button = QPushButton()
    qtbot.addWidget(button)
    look.dress(button, "sun")
    look.dress(button, "moon")
    theme.use(dark=True)
    expected = theme.icon("moon").pixmap(18, 18).toImage()
    assert button.icon().pixmap(18, 18).toImage() == expected


def test_chinese_is_drawn_by_the_shipped_font(theme: Theme) -> None:
    layout = QTextLayout("复直骨 审核 喆堃 GB/T 45001 ✓ ① ≤ · —", theme.font())
    layout.beginLayout()
    layout.createLine().setPosition(QPointF(0, 0))
    layout.endLayout()
    for run in layout.glyphRuns():
        assert 0 not in run.glyphIndexes()
        assert run.rawFont().familyName() == "NotoSansSC"


def test_a_person_has_one_colour_everywhere(theme: Theme) -> None:
    assert look.avatar_color("李敏") == look.avatar_color("李敏")
