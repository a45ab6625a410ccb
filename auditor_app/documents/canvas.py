"""Drawing on PDF pages: the one module that knows ReportLab.

Lengths are points, y grows downward from the top edge. The same calls give the same bytes.
"""

from collections.abc import Iterable, Sequence
from io import BytesIO

from reportlab import rl_config
from reportlab.graphics.barcode import qrencoder
from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfdoc, pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas

from auditor_app.documents.fonts import Fonts
from auditor_app.documents.style import PAGE_HEIGHT, PAGE_WIDTH
from auditor_app.documents.typeset import Span
from auditor_app.errors import FileTrouble

# ASCII85 makes photos a quarter larger and their writing twenty times slower.
rl_config.useA85 = 0

Corner = tuple[float, float]


class Faces:
    """The bundled font, loaded: what it has and how wide it runs."""

    def __init__(self, fonts: Fonts) -> None:
        self._fonts = {False: _registered(str(fonts.regular)), True: _registered(str(fonts.bold))}
        self._widths: dict[tuple[str, bool], float] = {}

    def advance(self, char: str, bold: bool) -> float:
        """Width in em."""
        key = char, bold
        if key not in self._widths:
            face = self._fonts[bold].face
            self._widths[key] = face.charWidths.get(ord(char), face.defaultWidth) / 1000
        return self._widths[key]

    def lacks(self, char: str) -> bool:
        """Whether either weight would print a box."""
        return any(ord(char) not in font.face.charToGlyph for font in self._fonts.values())

    def name(self, *, bold: bool) -> str:
        """ReportLab's name of the face."""
        return str(self._fonts[bold].fontName)


def _registered(path: str) -> TTFont:
    """Load a face once per process: ReportLab keeps a list of its own, parsing takes 0.1 s."""
    if path not in pdfmetrics.getRegisteredFontNames():
        try:
            pdfmetrics.registerFont(TTFont(path, path))
        except TTFError as error:
            raise FileTrouble(
                f"字体文件“{path}”无法使用（{error}）。文件没有生成，记录没有改动；请重新安装程序。"
            ) from error
    return pdfmetrics.getFont(path)


class Sheet:
    """The document being drawn, page after page."""

    def __init__(self, faces: Faces, *, title: str, author: str) -> None:
        self._faces = faces
        self._canvas = Canvas(
            BytesIO(),
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=1,
            invariant=1,
            initialFontName=faces.name(bold=False),
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("Auditor")
        self._marks = 0
        self._photos: set[str] = set()

    def end_page(self) -> None:
        """Finish this page; what follows goes on the next one."""
        self._canvas.showPage()

    def text(self, spans: Iterable[Span], *, x: float, y: float, size: float, color: str) -> None:
        """Draw a set line with its left edge at `x` and its baseline at `y`."""
        for span in spans:
            self._canvas.setFillColor(HexColor(span.tone or color))
            font = pdfmetrics.getFont(self._faces.name(bold=span.bold))
            self._emit(_shown_text(span, font, self._canvas._doc, (x + span.x, _up(y), size)))

    def box(
        self,
        place: tuple[float, float, float, float],
        *,
        fill: str = "",
        line: str = "",
        radius: float = 0.0,
        weight: float = 0.6,
    ) -> None:
        """Draw a rectangle x, y, width, height."""
        x, y, width, height = place
        self._colors(fill, line, weight)
        if radius:
            self._canvas.roundRect(
                x,
                _up(y + height),
                width,
                height,
                radius,
                stroke=int(bool(line)),
                fill=int(bool(fill)),
            )
        else:
            self._canvas.rect(
                x, _up(y + height), width, height, stroke=int(bool(line)), fill=int(bool(fill))
            )

    def rule(self, start: Corner, end: Corner, *, color: str, weight: float = 0.6) -> None:
        """Draw a straight line."""
        self._colors("", color, weight)
        self._canvas.line(start[0], _up(start[1]), end[0], _up(end[1]))

    def polyline(self, corners: Sequence[Corner], *, color: str, weight: float) -> None:
        """Draw a line through the corners with round ends and joints."""
        self._colors("", color, weight)
        self._canvas.setLineCap(1)
        self._canvas.setLineJoin(1)
        path = self._canvas.beginPath()
        path.moveTo(corners[0][0], _up(corners[0][1]))
        for x, y in corners[1:]:
            path.lineTo(x, _up(y))
        self._canvas.drawPath(path, stroke=1, fill=0)
        self._canvas.setLineCap(0)
        self._canvas.setLineJoin(0)

    def polygons(
        self,
        shapes: Iterable[Sequence[Corner]],
        *,
        fill: str = "",
        line: str = "",
        weight: float = 0.6,
    ) -> None:
        """Draw closed shapes as one path."""
        self._colors(fill, line, weight)
        path = self._canvas.beginPath()
        for shape in shapes:
            path.moveTo(shape[0][0], _up(shape[0][1]))
            for x, y in shape[1:]:
                path.lineTo(x, _up(y))
            path.close()
        self._canvas.drawPath(path, stroke=int(bool(line)), fill=int(bool(fill)), fillMode=1)

    def clip(self, place: tuple[float, float, float, float]) -> None:
        """Keep what is drawn until `unclip` inside x, y, width, height."""
        x, y, width, height = place
        self._canvas.saveState()
        path = self._canvas.beginPath()
        path.rect(x, _up(y + height), width, height)
        self._canvas.clipPath(path, stroke=0, fill=0)

    def unclip(self) -> None:
        """Draw everywhere again."""
        self._canvas.restoreState()

    def photo(self, sha256: str, jpeg: bytes, *, place: tuple[float, float, float, float]) -> None:
        """Draw a JPEG; its bytes go into the file as they are, once however often it is drawn."""
        if sha256 not in self._photos:
            image = pdfdoc.PDFImageXObject(sha256)
            image.loadImageFromJPEG(BytesIO(jpeg))
            self._canvas._doc.Reference(image, self._canvas._doc.getXObjectName(sha256))
            self._canvas._doc.addForm(sha256, image)
            self._photos.add(sha256)
        x, y, width, height = place
        self._canvas.saveState()
        self._canvas.transform(width, 0, 0, height, x, _up(y + height))
        self._canvas.doForm(sha256)
        self._canvas.restoreState()
        self._canvas._currentPageHasImages = 1

    def bookmark(self, title: str, *, y: float, level: int) -> None:
        """Let the reader's outline lead to this place."""
        self._marks += 1
        key = f"mark{self._marks}"
        self._canvas.bookmarkPage(key, fit="XYZ", left=0, top=_up(y) + 12)
        self._canvas.addOutlineEntry(title, key, level=level, closed=0)

    def finish(self) -> bytes:
        """The finished PDF."""
        return bytes(self._canvas.getpdfdata())

    def _colors(self, fill: str, line: str, weight: float) -> None:
        if fill:
            self._canvas.setFillColor(HexColor(fill))
        if line:
            self._canvas.setStrokeColor(HexColor(line))
            self._canvas.setLineWidth(weight)

    def _emit(self, operators: str) -> None:
        self._canvas._code.append(operators)


def qr_cells(text: str) -> tuple[tuple[bool, ...], ...]:
    """The dark cells of a QR code with medium error correction, row by row."""
    code = qrencoder.QRCode(None, qrencoder.QRErrorCorrectLevel.M)
    code.addData(text)
    code.make()
    size = range(code.getModuleCount())
    return tuple(tuple(bool(code.isDark(row, column)) for column in size) for row in size)


def _up(y: float) -> float:
    return PAGE_HEIGHT - y


def _shown_text(
    span: Span, font: TTFont, doc: pdfdoc.PDFDocument, where: tuple[float, float, float]
) -> str:
    """Text operators for a span: ReportLab's own cannot move single characters."""
    x, y, size = where
    parts = [f"BT 1 0 0 1 {x:.3f} {y:.3f} Tm"]
    current, array = -1, ""
    for char, shift in zip(span.text, span.shifts, strict=True):
        [(subset, code)] = font.splitString(char, doc)
        if subset != current:
            parts.extend(_closed(array))
            parts.append(f"{font.getSubsetInternalName(subset, doc)} {size:g} Tf")
            current, array = subset, ""
        array += f"<{code.hex()}>"
        if shift:
            array += f"{-shift / size * 1000:.1f}"
    parts.extend((*_closed(array), "ET"))
    return " ".join(parts)


def _closed(array: str) -> tuple[str, ...]:
    return (f"[{array.replace('><', '')}] TJ",) if array else ()
