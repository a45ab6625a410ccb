"""Capturing evidence: photo first, then its record."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from auditor_app.domain import Evidence, RecordId
from auditor_app.errors import AuditorError, FileTrouble
from auditor_app.media.photo import PhotoFacts, accept, prepare, thumbnail
from auditor_app.storage.blobs import LARGEST, Blobs
from auditor_app.storage.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where evidence comes from: `links` are ids of answers, nonconformities or meetings."""

    audit_id: RecordId
    links: tuple[str, ...] = ()
    caption: str = ""
    location: str = ""
    source: str = "import"


@dataclass(frozen=True, slots=True)
class Intake:
    """What an intake of many files did: kept records, and what was refused with its reason."""

    kept: tuple[Evidence, ...]
    refused: tuple[tuple[str, str], ...]


class EvidenceShelf:
    """The evidence of the audits."""

    def __init__(self, database: Database, blobs: Blobs) -> None:
        self._database = database
        self._blobs = blobs

    def add(self, path: Path, origin: Origin) -> Evidence:
        """Keep a file as evidence: bytes untouched, on the disk before its record is."""
        return self.add_bytes(_read(path), path.name, origin)

    def add_bytes(self, data: bytes, name: str, origin: Origin) -> Evidence:
        """Keep bytes as evidence (camera, paste)."""
        facts = accept(data)
        kept = self._blobs.keep(BytesIO(data))
        record = self._record(facts, name, origin)
        record = replace(record, sha256=kept.sha256, size=kept.size)
        with self._database.writing() as writer:
            return writer.put(record)

    def add_many(
        self,
        paths: Iterable[Path],
        origin: Origin,
        *,
        told: Callable[[Evidence], None] | None = None,
    ) -> Intake:
        """Keep many files, each for itself: one bad file does not stop the others."""
        kept: list[Evidence] = []
        refused: list[tuple[str, str]] = []
        for path in paths:
            try:
                kept.append(self.add(path, origin))
            except AuditorError as error:
                refused.append((path.name, str(error)))
            else:
                if told:
                    told(kept[-1])
        return Intake(tuple(kept), tuple(refused))

    def of(self, audit_id: RecordId) -> list[Evidence]:
        """An audit's evidence in the order it was captured."""
        return self._database.of_audit(Evidence, audit_id)

    def linked(self, audit_id: RecordId, link: str) -> list[Evidence]:
        """Evidence linked to one record."""
        return [one for one in self.of(audit_id) if link in one.links]

    def describe(self, evidence: Evidence, *, caption: str, location: str) -> Evidence:
        """Change what is said about a photo; never the photo."""
        changed = replace(evidence, caption=caption.strip(), location=location.strip())
        with self._database.writing() as writer:
            return writer.put(changed, seen=evidence)

    def link(self, evidence: Evidence, link: str) -> Evidence:
        """Let the photo serve one more record."""
        if link in evidence.links:
            return evidence
        with self._database.writing() as writer:
            return writer.put(replace(evidence, links=(*evidence.links, link)), seen=evidence)

    def unlink(self, evidence: Evidence, link: str) -> Evidence:
        """The photo no longer serves a record; it stays in the audit."""
        links = tuple(one for one in evidence.links if one != link)
        with self._database.writing() as writer:
            return writer.put(replace(evidence, links=links), seen=evidence)

    def original(self, evidence: Evidence) -> bytes:
        """The untouched bytes, checked against their hash. Raises Damaged, NotFound."""
        return self._blobs.load(evidence.sha256)

    def copy_out(self, evidence: Evidence, writer: BinaryIO) -> None:
        """Write the untouched bytes somewhere."""
        self._blobs.copy_out(evidence.sha256, writer)

    def prepared(self, sha256: str, long_side: int = 1600) -> bytes:
        """An upright JPEG for documents and the full view; derived, never kept as evidence."""
        return prepare(self._blobs.load(sha256), long_side=long_side)

    def thumbnail(self, sha256: str) -> bytes:
        """A small upright JPEG, made once."""
        rows = self._database.query("SELECT jpeg FROM thumbnail WHERE sha256 = ?", sha256)
        if rows:
            return bytes(rows[0][0])
        small = thumbnail(self._blobs.load(sha256))
        with self._database.transaction():
            self._database.execute(
                "INSERT OR REPLACE INTO thumbnail VALUES (?, ?)", (sha256, small)
            )
        return small

    def _record(self, facts: PhotoFacts, name: str, origin: Origin) -> Evidence:
        return Evidence(
            audit_id=origin.audit_id,
            made_at=self._database.clock(),
            number=self._next_number(origin.audit_id),
            sha256="",
            size=0,
            name=name,
            media_type=facts.media_type,
            caption=origin.caption,
            location=origin.location,
            source=origin.source,
            links=origin.links,
            taken_at=facts.taken_at or "",
            device=facts.device or "",
            latitude=str(facts.latitude) if facts.latitude is not None else "",
            longitude=str(facts.longitude) if facts.longitude is not None else "",
            width=facts.width,
            height=facts.height,
            orientation=facts.orientation,
            missing=facts.missing,
        )

    def _next_number(self, audit_id: RecordId) -> str:
        """One more than the highest: as numbers, P-10000 comes after P-9999."""
        sql = (
            "SELECT max(CAST(substr(number, 3) AS INTEGER)) FROM evidence"
            " WHERE audit_id = ? AND number GLOB 'P-[0-9]*'"
        )
        last = self._database.query(sql, audit_id)[0][0]
        return f"P-{(last or 0) + 1:04d}"


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise FileTrouble(
                f"{path.name} 超过 {LARGEST >> 20} MB，没有导入。"
                "原文件未受影响；请另存为较小的文件后再导入。"
            )
        return path.read_bytes()
    except OSError as error:
        raise FileTrouble(
            f"{path.name} 读不出来，没有导入。原文件未受影响；请检查文件或存储卡后再试。"
        ) from error
