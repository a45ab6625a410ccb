"""What strip and full view say about a piece of evidence."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from auditor_app.domain import BEIJING, Evidence
from ui.audit_words import clock, day
from ui.widgets.photo_rows import Photo


def photo_of(evidence: Evidence, *, is_damaged: bool = False) -> Photo:
    """The photo as the widgets show it."""
    return Photo(
        sha256=evidence.sha256,
        caption=evidence.caption or evidence.name,
        facts=taken_words(evidence),
        is_damaged=is_damaged,
        details=_details(evidence),
    )


def taken_words(evidence: Evidence) -> str:
    """3 月 12 日 10:21 by the camera's clock; without one, when it was taken in."""
    try:
        # The camera's own clock, as it wrote it: shown as it stands, never shifted.
        taken = datetime.fromisoformat(evidence.taken_at)
    except ValueError:
        made = evidence.made_at
        words = QCoreApplication.translate("Checklist", "{0} 导入")
        return words.format(f"{day(made.astimezone(BEIJING).date())} {clock(made)}")
    return f"{day(taken.date())} {taken:%H:%M}"


def _details(evidence: Evidence) -> tuple[tuple[str, str], ...]:
    translate = QCoreApplication.translate
    place = evidence.location or ", ".join(
        part for part in (evidence.latitude, evidence.longitude) if part
    )
    known = (
        (translate("Checklist", "编号"), evidence.number),
        (translate("Checklist", "拍摄"), taken_words(evidence)),
        (translate("Checklist", "地点"), place),
        (translate("Checklist", "设备"), evidence.device),
        (translate("Checklist", "原图"), f"{evidence.name} · {evidence.width}×{evidence.height}"),
        (translate("Checklist", "校验值"), evidence.sha256),
    )
    return tuple((word, value) for word, value in known if value)
