"""What the evidence page shows of a photo: its facts in words, and what it serves."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from auditor_app.domain import Evidence
from ui.audit_words import day
from ui.editors.planning_words import local_minute
from ui.widgets.photo_rows import Photo

CHECKLIST, FINDINGS, MEETINGS = "checklist", "findings", "meetings"
KIB = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkLine:
    """A record a photo serves: what it is called, and the way there."""

    id: str
    word: str
    page: str
    target: str

    @property
    def kind(self) -> str:
        """The filter it belongs to."""
        return self.page if self.page in {CHECKLIST, FINDINGS} else MEETINGS


@dataclass(frozen=True, slots=True, kw_only=True)
class Shot:
    """One piece of evidence with what it serves; `twins` are numbers of the same file."""

    evidence: Evidence
    links: tuple[LinkLine, ...] = ()
    twins: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """The record's id: the same file may have been taken in twice."""
        return self.evidence.id

    def passes(self, filter_key: str) -> bool:
        """Whether a filter lets it through."""
        tests: dict[str, Callable[[], bool]] = {
            "all": lambda: True,
            "linked": lambda: bool(self.links),
            "unlinked": lambda: not self.links,
        }
        kinds = {link.kind for link in self.links}
        return tests.get(filter_key, lambda: filter_key in kinds)()


def tile(shot: Shot, *, is_damaged: bool) -> Photo:
    """The shot as the grid shows it; its key stands for the hash, which two records may share."""
    one = shot.evidence
    return Photo(
        sha256=shot.key,
        caption=one.caption or one.name,
        facts=f"{one.number} · {taken_short(one)}",
        is_damaged=is_damaged,
    )


def taken_short(one: Evidence) -> str:
    """3 月 12 日 10:21 as the camera's clock wrote it."""
    moment = _moment(one.taken_at)
    if moment is None:
        return QCoreApplication.translate("Evidence", "无拍摄时间")
    return f"{day(moment.date())} {moment:%H:%M}"


def facts(shot: Shot) -> tuple[tuple[str, str, bool], ...]:
    """(name, value, is missing): what the file itself says, and plainly what it does not."""
    translate, one = QCoreApplication.translate, shot.evidence
    lines = [
        (translate("Evidence", "编号"), one.number, False),
        (translate("Evidence", "文件"), one.name, False),
        (translate("Evidence", "拍摄"), *_taken(one)),
        (translate("Evidence", "设备"), *_or(one.device, translate("Evidence", "照片没有写明"))),
        (translate("Evidence", "定位"), *_position(one)),
        (translate("Evidence", "尺寸"), f"{one.width} × {one.height} · {size_word(one)}", False),
        (translate("Evidence", "指纹"), f"{one.sha256[:12]} … {one.sha256[-6:]}", False),
        (translate("Evidence", "入库"), f"{local_minute(one.made_at)} · {one.made_by}", False),
    ]
    if shot.twins:
        words = translate("Evidence", "与 {numbers} 是同一个文件")
        lines.append(
            (translate("Evidence", "重复"), words.format(numbers="、".join(shot.twins)), True)
        )
    return tuple(lines)


def size_word(one: Evidence) -> str:
    """2.7 MB or 312 KB."""
    kib = one.size / KIB
    return f"{kib / KIB:.1f} MB" if kib >= KIB else f"{max(kib, 1):.0f} KB"


def _taken(one: Evidence) -> tuple[str, bool]:
    translate = QCoreApplication.translate
    moment = _moment(one.taken_at)
    if moment is None:
        return translate("Evidence", "照片没有拍摄时间"), True
    words = f"{moment:%Y-%m-%d %H:%M:%S}"
    if "offset" in one.missing:
        return translate("Evidence", "{when}（相机时钟，无时区）").format(when=words), False
    return translate("Evidence", "{when}（相机时钟）").format(when=words), False


def _position(one: Evidence) -> tuple[str, bool]:
    if one.latitude and one.longitude:
        return f"{one.latitude}, {one.longitude}", False
    return QCoreApplication.translate("Evidence", "照片没有位置信息"), True


def _or(value: str, missing: str) -> tuple[str, bool]:
    return (value, False) if value else (missing, True)


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
