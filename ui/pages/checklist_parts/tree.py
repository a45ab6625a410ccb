"""Arranges a checklist's groups as the branches and rows of the tree."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor_app.rules.checklist import Group
from ui.widgets.checklist_rows import Branch, Row, rows_of


class View(StrEnum):
    """What the items are grouped by."""

    CLAUSE = "clause"
    RULE = "rule"
    DEPARTMENT = "department"


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Where an item stands: the headings above it, and its place among its neighbours."""

    path: tuple[str, ...]
    place: int
    total: int


def branches_of(
    groups: Sequence[Group], rows: Mapping[str, Row], view: View
) -> tuple[Branch | Row, ...]:
    """Two levels of branches, whatever the depth: a chapter and what is asked in it."""
    return tuple(_chapter(group, rows, view) for group in groups)


def spots_of(groups: Sequence[Group], view: View) -> dict[str, Spot]:
    """Every item once, in the order shown, with where it stands."""
    spots: dict[str, Spot] = {}
    for chapter in groups:
        head = _title(chapter, view)[1]
        for leaf in _leaves(chapter):
            path = (head,) if leaf is chapter else (head, _title(leaf, view)[1])
            for place, item in enumerate(leaf.items, start=1):
                spots.setdefault(item.key, Spot(path=path, place=place, total=len(leaf.items)))
    return spots


def _chapter(group: Group, rows: Mapping[str, Row], view: View) -> Branch:
    children: list[Branch | Row] = [rows[item.key] for item in group.items]
    for leaf in _leaves(group):
        if leaf is not group:
            number, title = _title(leaf, view)
            inner = tuple(rows[item.key] for item in leaf.items)
            children.append(_branch(number, title, inner))
    number, title = _title(group, view)
    return _branch(number, title, tuple(children))


def _branch(number: str, title: str, children: tuple[Branch | Row, ...]) -> Branch:
    below = {row.key: row for row in rows_of(children)}
    done = sum(row.verdict is not None for row in below.values())
    return Branch(number=number, title=title, done=done, total=len(below), children=children)


def _leaves(group: Group) -> Iterator[Group]:
    """The group and those below it that hold items themselves."""
    if group.items:
        yield group
    for below in group.groups:
        yield from _leaves(below)


def _title(group: Group, view: View) -> tuple[str, str]:
    """Number and words of a heading; chapters of the other views carry both in their title."""
    if view is View.CLAUSE:
        return group.key, group.title
    if group.key != group.title:
        return ("", group.title) if group.key.startswith("@") else (group.key, group.title)
    number, blank, words = group.title.partition(" ")
    return (number, words) if blank and number.isdigit() else ("", group.title)
