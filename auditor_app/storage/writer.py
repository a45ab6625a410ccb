"""What one action writes: changed fields become ops, ops become one line per audit."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Protocol, TypeVar

from auditor_app.domain import Record
from auditor_app.domain.plain import (
    IMPLIED,
    canonical,
    encoded,
    field_names,
    flat,
    plain_defaults,
    table_of,
    to_plain,
)
from auditor_app.storage.journal import GONE, SEAL, Line, Op, Tip, write_line
from auditor_app.storage.projection import NEVER_DISPUTED, Fold, Shelf

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes on which device."""

    name: str
    device: str


class Store(Shelf, Protocol):
    """What a writer must know of the database."""

    def find(self, kind: type[R], ident: str) -> R | None: ...
    def tip(self, audit: str, dev: str) -> Tip: ...


class Writer:
    """Collects what one operation writes; lives for one transaction."""

    def __init__(self, store: Store, author: Author, hlc: Callable[[], int]) -> None:
        self._store = store
        self._author = author
        self._hlc = hlc
        self._ops: dict[str, list[Op]] = {}
        self._places: dict[tuple[str, str, str], int] = {}
        self._drafts: dict[str, Record] = {}
        self.fold = Fold(store)
        self.kinds: set[type[Record]] = set()

    def put(self, record: R, *, seen: R | None = None) -> R:
        """Keep a record: new, or changed from `seen`, the value its author had before the eyes.

        Only changed fields are written. A field that somebody else has changed since is not
        overwritten: both versions stand until they are settled.
        """
        known = self._drafts.get(record.id) or seen or self._store.find(type(record), record.id)
        if not record.made_by:
            record = replace(record, made_by=known.made_by if known else self._author.name)
        for name, before, value in _differences(record, seen or known):
            self._write(record, name, value, self._seen(record, name, before))
        self._drafts[record.id] = record
        return record

    def settle(self, record: Record, field: str, value: Any) -> None:
        """Choose a field's value among all its candidates, or a new one: the conflict ends."""
        canonical(value)  # whatever the screen hands in must have an exact form
        heads = self.fold.heads((table_of(type(record)), record.id, field))
        self._write(record, field, value, tuple(sorted(heads)))

    def remove(self, record: Record) -> None:
        """Delete a record as it stands; an edit the author has not seen keeps it alive."""
        entity = table_of(type(record))
        seen = [
            version
            for name in self._store.fields(entity, record.id)
            if name != GONE
            for version in self.fold.heads((entity, record.id, name))
        ]
        self._gone(record, sorted(seen))

    def restore(self, record: Record) -> None:
        """Take a deletion back."""
        self._gone(record, None)

    def seal(self, audit: str, *, key: str, signature: str) -> None:
        """A seal over the chain as it stands before this line."""
        op = Op(SEAL, self._author.device, "ed25519", {"key": key, "sig": signature})
        self._ops.setdefault(audit, []).append(op)

    def finish(self) -> list[Line]:
        """The lines of this action, one per audit."""
        hlc = self._hlc()
        return [self._line(audit, ops, hlc) for audit, ops in self._ops.items()]

    def _line(self, audit: str, ops: list[Op], hlc: int) -> Line:
        line = write_line(
            audit=audit,
            by=self._author.name,
            dev=self._author.device,
            hlc=hlc,
            ops=ops,
            tip=self._store.tip(audit, self._author.device),
        )
        self.fold.apply(line, is_ours=True)
        return line

    def _gone(self, record: Record, value: list[str] | None) -> None:
        heads = self.fold.heads((table_of(type(record)), record.id, GONE))
        self._write(record, GONE, value, tuple(sorted(heads)))

    def _seen(self, record: Record, name: str, before: Any) -> tuple[str, ...]:
        """The versions that carry the value the author saw."""
        text = encoded(before).decode()
        heads = self.fold.heads((table_of(type(record)), record.id, name))
        return tuple(sorted(one for one, head in heads.items() if head.value == text))

    def _write(self, record: Record, name: str, value: Any, parents: tuple[str, ...]) -> None:
        ops = self._ops.setdefault(record.audit_id, [])
        place = (record.audit_id, record.id, name)
        if place in self._places:
            index = self._places[place]
            ops[index] = replace(ops[index], value=value)
        else:
            self._places[place] = len(ops)
            ops.append(Op(table_of(type(record)), record.id, name, value, parents))
        self.kinds.add(type(record))


def _differences(record: Record, reference: Record | None) -> Iterator[tuple[str, Any, Any]]:
    """Field, plain value before, plain value now: for every field that is to be written."""
    if reference is None:
        defaults = plain_defaults(type(record))
        for name, value in to_plain(record).items():
            if name not in IMPLIED and (name not in defaults or defaults[name] != value):
                yield name, defaults.get(name), value
        return
    for name in field_names(type(record)):
        before, value = getattr(reference, name), getattr(record, name)
        if before != value and name not in NEVER_DISPUTED and name not in IMPLIED:
            yield name, flat(before), flat(value)
