"""The audit report as a PDF."""

from datetime import datetime
from pathlib import Path

from auditor_app.documents.fonts import Fonts
from auditor_app.documents.layout import PhotoSource
from auditor_app.documents.paper import ReportContent
from auditor_app.documents.press import Rendered, print_paper


def render_report(
    content: ReportContent, *, photos: PhotoSource, fonts: Fonts, out: Path, made_at: datetime
) -> Rendered:
    """Write the report as PDF/A-3u; see `press.print_paper` for what it promises and raises."""
    return print_paper(
        content,
        photos=photos,
        fonts=fonts,
        out=out,
        made_at=made_at,
        attachment="report.json",
    )
