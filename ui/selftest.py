"""Whether this installation works: every late import, fonts, pictures, ciphers, a PDF."""

import importlib
import json
import os
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLibraryInfo, QPointF
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QTextLayout
from PySide6.QtWidgets import QApplication

from auditor_app import fonts, places
from auditor_app.sample import open_sample
from auditor_app.vault import Vault
from ui.crash import attempt
from ui.theme import Theme

LATE = (
    "PIL.Image",
    "PySide6.QtMultimedia",
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
)
GLYPHS = "审核 不符合项 职业健康安全 喆堃 ✓ ① ≤ · — “”"


class Unfit(Exception):
    """A part of this installation does not do what it must."""


def selftest() -> int:
    """Run every check and write the result as JSON; 0 only when all passed."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # build machines have no screen
        app = QApplication(sys.argv[:1])
    theme = app.findChild(Theme) or Theme(app, places.resources(), fonts.font_files())
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        checks: dict[str, Callable[[], str]] = {
            "imports": _imports,
            "glyphs": lambda: _glyphs(theme),
            "icons": lambda: _icons(theme),
            "pictures": _pictures,
            "translations": _translations,
            "vault": lambda: _vault(folder),
        }
        results = {key: attempt(check) for key, check in checks.items()}
    passed = all(outcome.ok for outcome in results.values())
    found = {key: asdict(outcome) for key, outcome in results.items()}
    json.dump({"ok": passed, "checks": found}, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")
    sys.stdout.flush()
    return 0 if passed else 1


def _imports() -> str:
    for module in LATE:
        importlib.import_module(module)
    return f"{len(LATE)} modules"


def _glyphs(theme: Theme) -> str:
    layout = QTextLayout(GLYPHS, theme.font())
    layout.beginLayout()
    line = layout.createLine()
    line.setPosition(QPointF(0, 0))
    layout.endLayout()
    runs = layout.glyphRuns()
    families = sorted({run.rawFont().familyName() for run in runs})
    if not runs or any(0 in run.glyphIndexes() for run in runs):
        raise Unfit(f"characters missing in {families}")
    if any("JP" in family for family in families):
        raise Unfit(f"Japanese glyphs from {families}")
    return ", ".join(families)


def _icons(theme: Theme) -> str:
    image = theme.pixmap("shield-check", "accent", 32).toImage()
    inked = any(image.pixelColor(x, 16).alpha() for x in range(image.width()))
    if not inked:
        raise Unfit("an SVG renders empty")
    return "svg"


def _pictures() -> str:
    """JPEG is written and read back, WebP is read."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.ReadWrite)
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(0xFF0B6375)
    if not QImageWriter(buffer, QByteArray(b"jpeg")).write(image):
        raise Unfit("JPEG cannot be written")
    buffer.seek(0)
    if QImageReader(buffer, QByteArray(b"jpeg")).read().size() != image.size():
        raise Unfit("JPEG cannot be read")
    formats = {bytes(name.data()).decode() for name in QImageReader.supportedImageFormats()}
    if missing := {"jpeg", "png", "svg", "webp"} - formats:
        raise Unfit(f"no plugin for {sorted(missing)}")
    return "jpeg, png, svg, webp"


def _translations() -> str:
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_zh_CN.qm"
    own = places.resources() / "translations" / "app_en.qm"
    if missing := [path.name for path in (qt, own) if not path.is_file()]:
        raise Unfit(f"missing {missing}")
    return "zh_CN, en"


def _vault(folder: Path) -> str:
    """The sample through the door: SQLCipher, age, journal, photos and the report as PDF."""
    vault = open_sample(folder / "sample")
    try:
        return _read(vault, folder / "report.pdf")
    finally:
        vault.close()


def _read(vault: Vault, out: Path) -> str:
    audit = vault.audits.all()[0]
    photos = vault.evidence.of(audit.id)
    for photo in photos[:1]:
        vault.evidence.original(photo)
    checked = vault.care.check(photos=False)
    if checked.problems:
        raise Unfit(f"{len(checked.problems)} problems in the sample")
    vault.reports.compile(audit.id, out)
    if not out.read_bytes().startswith(b"%PDF"):
        raise Unfit("the report is no PDF")
    return f"{checked.entries} entries, {len(photos)} photos, {out.stat().st_size} bytes of PDF"
