"""From versions to records: what the journal's ops mean, whatever order they come in.

A field's state is the set of versions nobody has replaced ("heads"). One head is the value; more
are a conflict: all are kept, the latest (hlc, version) is shown until a person settles it. Arrival
order doesn't matter: a replaced version that comes after its replacement finds itself in `dead`.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from auditor_app.domain import RECORD_TYPES, Record
from auditor_app.domain.plain import (
    encoded,
    field_names,
    from_plain,
    plain_defaults,
    required_fields,
    table_of,
)
from auditor_app.storage.journal import GONE, SEAL, Line

Key = tuple[str, str, str]
"""Entity, record id, field."""

KINDS: dict[str, type[Record]] = {table_of(kind): kind for kind in RECORD_TYPES}

NEVER_DISPUTED = frozenset({"made_at", "made_by"})
"""Two devices that answer the same item both write these; nobody needs to choose between them."""


class Head(NamedTuple):
    """A version nobody has replaced; `value` is its JSON text."""

    version: str
    hlc: int
    audit: str
    by: str
    value: str

    @property
    def rank(self) -> tuple[int, str]:
        """The largest rank is the provisional value of a conflict; it hides nobody's work."""
        return (self.hlc, self.version)


class Shelf(Protocol):
    """Where heads rest between two folds: the database, or nothing at a rebuild."""

    def heads(self, key: Key) -> list[Head]: ...
    def fields(self, entity: str, ident: str) -> list[str]: ...
    def dead(self, audit: str) -> Iterable[str]: ...


class EmptyShelf:
    """The shelf of a rebuild: everything comes from the lines themselves."""

    def heads(self, _key: Key) -> list[Head]:
        """None yet."""
        return []

    def fields(self, _entity: str, _ident: str) -> list[str]:
        """None yet."""
        return []

    def dead(self, _audit: str) -> list[str]:
        """None yet."""
        return []


class Fold:
    """Applies lines to heads in memory; `changes` says what to put back on the shelf."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._heads: dict[Key, dict[str, Head]] = {}
        self._fields: dict[tuple[str, str], set[str]] = {}
        self._dead: dict[str, set[str]] = {}
        self.new_dead: set[tuple[str, str]] = set()
        self.touched: dict[tuple[str, str], set[str]] = defaultdict(set)

    def apply(self, line: Line, *, is_ours: bool = False) -> None:
        """Take in every op of a line not seen before.

        `is_ours`: the line was written this moment, so nothing can have replaced it yet.
        """
        for index, op in enumerate(line.ops):
            if op.entity == SEAL:
                continue
            key = (op.entity, op.id, op.field)
            heads = self.heads(key)
            self._replace(line.audit, key, op.parents)
            version = line.version(index)
            self.touched[key[:2]].add(op.field)
            if not is_ours and self._is_dead(line.audit, version):
                continue
            heads[version] = Head(
                version=version,
                hlc=line.hlc,
                audit=line.audit,
                by=line.by,
                value=encoded(op.value).decode(),
            )

    def heads(self, key: Key) -> dict[str, Head]:
        """The field's heads by version; the caller may look, only `apply` changes them."""
        if key not in self._heads:
            self._heads[key] = {head.version: head for head in self._shelf.heads(key)}
        return self._heads[key]

    def touched_keys(self) -> Iterator[Key]:
        """Every field whose heads may have changed."""
        for (entity, ident), names in self.touched.items():
            for name in names:
                yield (entity, ident, name)

    def plain(self, entity: str, ident: str) -> dict[str, Any] | None:
        """The record's plain values, or None while it is unknown, incomplete or deleted."""
        kind = KINDS.get(entity)
        if kind is None or self._is_gone(entity, ident):
            return None
        present = self._fields_of(entity, ident)
        plain: dict[str, Any] = {}
        audit = ""
        for name in field_names(kind):
            if name in present and (heads := self.heads((entity, ident, name))):
                top = max(heads.values(), key=lambda head: head.rank)
                plain[name] = json.loads(top.value)
                audit = top.audit
        plain["id"] = ident
        plain["audit_id"] = audit
        if required_fields(kind) - plain.keys():
            return None
        return self._whole(kind, plain)

    def _whole(self, kind: type[Record], plain: dict[str, Any]) -> dict[str, Any] | None:
        """Defaults filled in; None where a foreign line put a value no field of ours can hold."""
        whole = {**plain_defaults(kind), **plain}
        try:
            from_plain(kind, whole)
        except (ValueError, TypeError, ArithmeticError):
            return None
        return whole

    def _is_gone(self, entity: str, ident: str) -> bool:
        """Deleted, and nobody wrote anything the deleter had not seen."""
        gone = [json.loads(head.value) for head in self.heads((entity, ident, GONE)).values()]
        if not gone or not all(isinstance(seen, list) for seen in gone):
            return False
        seen = {one for versions in gone for one in versions}
        return all(
            version in seen
            for name in self._fields_of(entity, ident)
            if name != GONE
            for version in self.heads((entity, ident, name))
        )

    def _fields_of(self, entity: str, ident: str) -> set[str]:
        known = self._fields.get((entity, ident))
        if known is None:
            known = self._fields[(entity, ident)] = set(self._shelf.fields(entity, ident))
        return known | self.touched.get((entity, ident), set())

    def _replace(self, audit: str, key: Key, parents: Iterable[str]) -> None:
        heads = self.heads(key)
        for parent in parents:
            if heads.pop(parent, None) is None:
                self.new_dead.add((audit, parent))

    def _is_dead(self, audit: str, version: str) -> bool:
        """Few versions are replaced before they come, so those of an audit are fetched at once."""
        if audit not in self._dead:
            self._dead[audit] = set(self._shelf.dead(audit))
        return version in self._dead[audit] or (audit, version) in self.new_dead
