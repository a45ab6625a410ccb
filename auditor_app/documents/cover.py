"""The first page of a report."""

from auditor_app.documents import style
from auditor_app.documents.boxes import Setter
from auditor_app.documents.canvas import Sheet
from auditor_app.documents.figures import draw_mark, hexagon
from auditor_app.documents.layout import Layout
from auditor_app.documents.paper import Cover, Head
from auditor_app.documents.style import CONTENT_WIDTH, MARGIN, PAGE_WIDTH

_GROUND = 272.0
_RINGS = (40.0, 65.0, 90.0, 115.0, 140.0, 165.0, 192.0)


def draw_cover(sheet: Sheet, cover: Cover, *, head: Head, setter: Setter, layout: Layout) -> None:
    """Title on a dark ground, the audit's data and the proof of the record below."""
    _draw_ground(sheet)
    draw_mark(sheet, (MARGIN + 21, 75), 21.5, light=True)
    words = (
        (head.body_name, style.COVER_NAME, MARGIN + 51, 57.0),
        (head.body_name_en, style.COVER_NAME_EN, MARGIN + 51, 79.5),
        (head.title, style.COVER_TITLE, MARGIN - 1, 147.0),
        (head.title_en, style.COVER_TITLE_EN, MARGIN, 193.0),
        (cover.subtitle, style.COVER_SUBTITLE, MARGIN, 227.5),
    )
    for text, look, x, top in words:
        setter.text(text, look, CONTENT_WIDTH).draw(sheet, x, top)
    sheet.bookmark(head.title, y=0, level=0)
    top = 318.0
    client = setter.text(cover.client, style.COVER_CLIENT, CONTENT_WIDTH)
    fields = layout.fields(cover.fields)
    label = setter.text(cover.client_label, style.NOTE_LEFT, CONTENT_WIDTH)
    proof = layout.integrity(cover.integrity)
    for box, gap in ((label, 1.0), (client, 8.0), (fields, 20.0), (proof, 0.0)):
        box.draw(sheet, MARGIN, top)
        top += box.height + gap


def _draw_ground(sheet: Sheet) -> None:
    place = (0.0, 0.0, PAGE_WIDTH, _GROUND)
    sheet.box(place, fill=style.NAVY)
    sheet.clip(place)
    for ring in _RINGS:
        sheet.polygons([hexagon((544.0, 141.5), ring)], line=style.COVER_LINE, weight=0.8)
    sheet.unclip()
    sheet.box((0.0, _GROUND, PAGE_WIDTH, 4.3), fill=style.TEAL)
