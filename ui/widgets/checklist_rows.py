"""What the checklist tree shows: rows in branches."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from auditor_app.domain import Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One checklist item; `tag` is the number of the finding issued from it (NC-02, OBS-05).

    `label` is what is printed under the title in place of the key.
    """

    key: str
    title: str
    label: str = ""
    verdict: Verdict | None = None
    tag: str = ""
    photos: int = 0
    is_postponed: bool = False
    is_conflict: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A chapter or clause: `number` (8.1.2), `title`, and how much of it is done."""

    title: str
    number: str = ""
    done: int = 0
    total: int = 0
    children: tuple["Branch | Row", ...] = ()

    @property
    def key(self) -> str:
        """What tells this branch from its siblings across reloads."""
        return f"{self.number} {self.title}"


def rows_of(groups: tuple[Branch | Row, ...]) -> Iterator[Row]:
    """Every item, in the order it is shown."""
    for group in groups:
        if isinstance(group, Row):
            yield group
        else:
            yield from rows_of(group.children)


def sift(groups: tuple[Branch | Row, ...], keep: Callable[[Row], bool]) -> tuple[Branch | Row, ...]:
    """Only the items `keep` says yes to; branches left empty go, their counts stay as they are."""
    found: list[Branch | Row] = []
    for group in groups:
        if isinstance(group, Row):
            if keep(group):
                found.append(group)
        elif children := sift(group.children, keep):
            found.append(replace(group, children=children))
    return tuple(found)
