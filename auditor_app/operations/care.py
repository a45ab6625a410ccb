"""Looking after a vault: checks, rebuilding, backup."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from auditor_app.domain import Evidence
from auditor_app.errors import Damaged, Refused
from auditor_app.files import copy_file, make_folder
from auditor_app.operations.seals import Seals
from auditor_app.security.slots import Slots
from auditor_app.storage.blobs import Blobs
from auditor_app.storage.database import Database
from auditor_app.storage.integrity import (
    Problem,
    back_up,
    chain_problems,
    file_problems,
    projection_problems,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a vault's parts lie, and the key its copy is made under."""

    folder: Path
    database: Path
    evidence: Path
    slots: tuple[Path, ...]
    key: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What a check looked at and found."""

    entries: int
    photos: int
    problems: tuple[Problem, ...]
    orphans: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BackedUp:
    """A verified backup."""

    folder: Path
    entries: int
    photos: int
    at: datetime


class Care:
    """The vault's health."""

    def __init__(self, database: Database, blobs: Blobs, seals: Seals, place: Place) -> None:
        self._database = database
        self._blobs = blobs
        self._seals = seals
        self._place = place

    def check(self, *, photos: bool = True) -> Checked:
        """Everything that can be looked at; `photos` also decrypts every photo.

        A copy of the key slots that went bad is made good from the other one.
        """
        Slots.read(self._place.folder).mend()
        problems = [
            *file_problems(self._database),
            *chain_problems(self._database, self._seals.is_sealed),
            *projection_problems(self._database),
            *self._photo_problems(whole=photos),
        ]
        known = {one.sha256 for one in self._database.where(Evidence)}
        return Checked(
            entries=self._entries(),
            photos=len(known),
            problems=tuple(problems),
            orphans=len(self._blobs.orphans(known)),
        )

    def rebuild(self) -> int:
        """Make every table anew from the journal; returns the number of lines folded."""
        with self._database.transaction():
            self._database.rebuild(self._database.lines())
        return self._entries()

    def back_up(self, goal: Path) -> BackedUp:
        """Copy the whole vault into an empty or earlier backup folder, and open the copy.

        Photos already there are not copied again.
        """
        if self._is_ours(goal):
            raise Refused(
                "备份不能放在资料库自己的文件夹里。没有备份；请选择移动盘或另一个文件夹。"
            )
        make_folder(goal)
        make_folder(goal / self._place.evidence.name)
        for source in self._place.slots:
            copy_file(source, goal / source.name)
        for photo in self._place.evidence.glob("*.age"):
            copy = goal / self._place.evidence.name / photo.name
            if not copy.exists() or copy.stat().st_size != photo.stat().st_size:
                copy_file(photo, copy)
        back_up(self._database, goal / self._place.database.name, self._place.key)
        done = BackedUp(
            folder=goal,
            entries=self._entries(),
            photos=self._count_copies(goal),
            at=self._database.clock(),
        )
        with self._database.transaction():
            self._database.set_meta(
                "backed_up", json.dumps([str(goal), done.entries, done.at.isoformat()])
            )
        return done

    def last_backup(self) -> tuple[Path, int, datetime] | None:
        """Folder, journal entries and time of the last verified backup."""
        text = self._database.meta("backed_up")
        if not text:
            return None
        folder, entries, at = json.loads(text)
        return Path(folder), int(entries), datetime.fromisoformat(at)

    def on_one_disk_only(self) -> int:
        """Journal entries written since the last verified backup."""
        last = self.last_backup()
        return self._entries() - (last[1] if last else 0)

    def _count_copies(self, goal: Path) -> int:
        """Photos in the copy; Damaged when one that a record names is not there."""
        copies = {path.name for path in (goal / self._place.evidence.name).glob("*.age")}
        lost = set(self._blobs.names()) - copies
        if lost:
            raise Damaged(
                f"备份中缺少 {len(lost)} 个照片文件，这份备份不能用。资料库本身完好；请重做备份。"
            )
        return len(copies)

    def _photo_problems(self, *, whole: bool) -> Iterator[Problem]:
        for one in self._database.where(Evidence):
            if not self._blobs.has(one.sha256):
                yield Problem(f"{one.number} {one.name}", one.sha256, "missing")
            elif whole and not self._blobs.is_whole(one.sha256):
                yield Problem(f"{one.number} {one.name}", one.sha256, "damaged")

    def _entries(self) -> int:
        return int(self._database.query("SELECT count(*) FROM entry")[0][0])

    def _is_ours(self, goal: Path) -> bool:
        mine, other = self._place.folder.resolve(), goal.resolve()
        return mine == other or mine in other.parents
