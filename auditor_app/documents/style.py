"""The look of every document: colours, sizes, places on the page."""

from dataclasses import dataclass
from typing import Final

from auditor_app.documents.typeset import Align

PAGE_WIDTH: Final = 595.28
PAGE_HEIGHT: Final = 841.89
MARGIN: Final = 51.0
CONTENT_WIDTH: Final = PAGE_WIDTH - 2 * MARGIN
CONTENT_TOP: Final = 76.0
CONTENT_BOTTOM: Final = 788.0
FOOT: Final = 799.5

NAVY: Final = "#0b2e4f"
TEAL: Final = "#0a8f8a"
BLUE: Final = "#14598c"
GREEN: Final = "#1e7f4f"
AMBER: Final = "#c77700"
RED: Final = "#b3261e"
INK: Final = "#17202a"
PEN: Final = "#12215c"
GREY: Final = "#5f6b76"
PALE: Final = "#9fb6cc"
PANEL: Final = "#f3f6f9"
BAND_FILL: Final = "#e3ebf2"
LINE: Final = "#c9d3dc"
WHITE: Final = "#ffffff"
COVER_LINE: Final = "#1d4a75"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How a paragraph looks; sizes in points. Keeps at least two lines on either side of a page."""

    size: float
    leading: float
    color: str = INK
    bold: bool = False
    align: Align = Align.LEFT
    tracking: float = 0.0


BODY: Final = TextStyle(size=9.6, leading=16.2, align=Align.JUSTIFY)
NOTE: Final = TextStyle(size=8, leading=12.4, color=GREY, align=Align.JUSTIFY)
WARNING: Final = TextStyle(size=8, leading=12.4, color=RED, align=Align.JUSTIFY)
CELL: Final = TextStyle(size=9, leading=13.6)
CELL_CENTER: Final = TextStyle(size=9, leading=13.6, align=Align.CENTER)
CELL_NOTE: Final = TextStyle(size=7.6, leading=11.4, color=GREY)
COLUMN: Final = TextStyle(size=9, leading=13.6, color=WHITE, bold=True, align=Align.CENTER)
LABEL: Final = TextStyle(size=9, leading=13.6, color=NAVY, bold=True)
HEADING: Final = TextStyle(size=14.5, leading=22, color=NAVY, bold=True)
SUBHEADING: Final = TextStyle(size=11, leading=18, color=BLUE, bold=True)
CLAUSE: Final = TextStyle(size=7.6, leading=11, color=GREY, align=Align.RIGHT)
TITLE: Final = TextStyle(size=18, leading=26, color=NAVY, bold=True, align=Align.CENTER)
TITLE_EN: Final = TextStyle(size=8.6, leading=13, color=GREY, align=Align.CENTER, tracking=0.2)
CAPTION: Final = TextStyle(size=8.6, leading=12.4)
DETAIL: Final = TextStyle(size=7.4, leading=10.8, color=GREY)
TILE_VALUE: Final = TextStyle(size=24, leading=28, bold=True)
TILE_LABEL: Final = TextStyle(size=8.2, leading=12, color=GREY)
PILL: Final = TextStyle(size=7.8, leading=12, color=WHITE, bold=True, align=Align.CENTER)
BAND: Final = TextStyle(size=8.6, leading=12.4, color=NAVY)
NOTE_LEFT: Final = TextStyle(size=8, leading=12.4, color=GREY)
NOTE_CENTER: Final = TextStyle(size=8, leading=12.4, color=GREY, align=Align.CENTER)
SIGN_ROLE: Final = TextStyle(size=9, leading=13.6, color=INK)
SIGN_NOTE: Final = TextStyle(size=8, leading=11.5, color=GREY)
SIGN_DATE: Final = TextStyle(size=8.6, leading=11.5, align=Align.RIGHT)
PANEL_TITLE: Final = TextStyle(size=9.6, leading=14, color=WHITE, bold=True)
PANEL_TITLE_MIDDLE: Final = TextStyle(
    size=9.6, leading=14, color=WHITE, bold=True, align=Align.CENTER
)
PANEL_NOTE: Final = TextStyle(size=7.6, leading=11, color=PALE, align=Align.RIGHT)
EDGE_NAME: Final = TextStyle(size=9.4, leading=13, color=NAVY, bold=True)
EDGE_NAME_EN: Final = TextStyle(size=6, leading=9, color=GREY, tracking=0.3)
EDGE_TITLE: Final = TextStyle(size=9.4, leading=13, color=NAVY, bold=True, align=Align.RIGHT)
EDGE_NUMBER: Final = TextStyle(size=8, leading=11, color=GREY, align=Align.RIGHT)
FOOT_LEFT: Final = TextStyle(size=7.6, leading=11, color=GREY)
FOOT_MIDDLE: Final = TextStyle(size=7.6, leading=11, color=GREY, align=Align.CENTER)
FOOT_RIGHT: Final = TextStyle(size=7.6, leading=11, color=GREY, align=Align.RIGHT)
COVER_NAME: Final = TextStyle(size=14, leading=20, color=WHITE, bold=True)
COVER_NAME_EN: Final = TextStyle(size=7.6, leading=11, color=PALE, tracking=0.7)
COVER_TITLE: Final = TextStyle(size=30, leading=40, color=WHITE, bold=True, tracking=2.4)
COVER_TITLE_EN: Final = TextStyle(size=12.4, leading=18, color=PALE, tracking=0.9)
COVER_SUBTITLE: Final = TextStyle(size=10.6, leading=17, color=WHITE)
COVER_CLIENT: Final = TextStyle(size=17, leading=25, color=NAVY, bold=True)
