"""The checklist of a visit: rulebook items, standard clauses and the plan's departments crossed.

Every item is made once; a view only arranges the same items, so that one answer shows in any view.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from auditor_app.rules.rulebook_parts import ChecklistItem
from auditor_app.rules.standard import (
    EvidenceKind,
    Question,
    Stage,
    Standard,
    clause_order,
    is_within,
)

KEY_POINTS = "重要审核点"
OTHER = "其他"
TEAM = "审核组"
UNPLANNED = "计划未安排"

_STAGES: Mapping[str, Stage] = {
    "stage1": Stage.STAGE1,
    "stage2": Stage.STAGE2,
    "surveillance": Stage.SURVEILLANCE,
    "recertification": Stage.STAGE2,  # the whole system is looked at again (HCR 7.3, TCC/OYPX 6.2)
    "special": Stage.SURVEILLANCE,
}
_PLANNED_ONLY = "special"  # a special visit looks at what its plan names, so nothing else is a gap


class RulebookItems(Protocol):
    """What the checklist needs of a rulebook."""

    @property
    def key(self) -> str: ...
    def items(self, visit_kind: str, /) -> Sequence[ChecklistItem]: ...


class ItemSource(StrEnum):
    """What put an item on the checklist, in the order items are shown."""

    RULEBOOK = "rulebook"
    KEY_POINT = "key_point"
    STANDARD = "standard"
    GUIDANCE = "guidance"


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """Which clauses of the standard a slot of the plan looks at in which department."""

    department: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyPoint:
    """A key audit point that stage 1 handed on (HCR 5.4.3.2(4), TCC (10), OYPX (4))."""

    id: str
    title: str
    clauses: tuple[str, ...] = ()
    department: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to look at on a visit.

    `key` is stable for the visit: "HCR 5.4.3.4(1)", "8.1.2-03@生产部" or "KP:<id>".
    `standard_clause` is "" where none fits, `rulebook_clauses` carry their rulebook's key.
    """

    key: str
    question: str
    look_at: str = ""
    sample: str = ""
    regulation: str = ""
    evidence: tuple[EvidenceKind, ...] = ()
    standard_clause: str = ""
    standard: str = ""
    rulebook_clauses: tuple[str, ...] = ()
    department: str = ""
    source: ItemSource
    processes: tuple[str, ...] = ()
    chapter: str = OTHER
    high_risk: tuple[str, ...] = ()
    is_anonymous: bool = False

    @property
    def number(self) -> str:
        """The key without the department: what is printed beside the question."""
        return self.key.partition("@")[0]

    @property
    def is_gap(self) -> bool:
        """Whether the plan forgot the clause: nobody is to look at it anywhere."""
        asked = self.source in {ItemSource.STANDARD, ItemSource.GUIDANCE}
        return asked and not self.department

    @property
    def is_ground_for_nonconformity(self) -> bool:
        """False for guidance such as ISO 45003, which demands nothing."""
        return self.source is not ItemSource.GUIDANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A heading of a view with the items right below it and the headings below it."""

    key: str
    title: str
    items: tuple[Item, ...] = ()
    groups: tuple["Group", ...] = ()

    def all_items(self) -> tuple[Item, ...]:
        """Every item at or below this heading once, in the order shown."""
        return tuple({item.key: item for item in self._walk()}.values())

    def _walk(self) -> Iterator[Item]:
        yield from self.items
        for group in self.groups:
            yield from group._walk()


def generate(
    *,
    rulebook: RulebookItems,
    standards: Sequence[Standard],
    visit_kind: str,
    slots: Sequence[Planned],
    key_points: Sequence[KeyPoint] = (),
    kept: Sequence[str] = (),
) -> tuple[Item, ...]:
    """The checklist of a visit of this kind, in a fixed order whatever the order of the slots.

    A question goes to every planned department its process fits, else to the one planned closest;
    a clause nobody planned keeps one item without department, so that the gap is seen. A follow-up
    of nonconformities asks nothing of the standard. Key points are looked at after stage 1 only.
    `kept` are keys that carry an answer: when the plan changes they stay on the list.
    """
    asked = {f"{rulebook.key} {item.key}": item for item in rulebook.items(visit_kind)}
    items = [_rulebook_item(rulebook.key, key, item) for key, item in asked.items()]
    if visit_kind != Stage.STAGE1:
        items += [_key_point_item(point, asked) for point in key_points]
    for standard in standards:
        items += _standard_items(standard, visit_kind=visit_kind, slots=slots, asked=asked)
    lost = set(kept) - {item.key for item in items}
    for standard in standards:
        items += _kept_items(standard, sorted(lost), asked)
    return tuple(items)


def by_rulebook(items: Sequence[Item]) -> tuple[Group, ...]:
    """Each rulebook item with all that bears witness to it, by chapter; the rest under "其他"."""
    own = [item for item in items if item.source is ItemSource.RULEBOOK]
    others = [item for item in items if item.source is not ItemSource.RULEBOOK]
    groups = [
        Group(
            key=head.key,
            title=head.question,
            items=(head,),
            groups=_chapters(item for item in others if head.key in item.rulebook_clauses),
        )
        for head in own
    ]
    heads = {head.key for head in own}
    rest = _chapters(item for item in others if heads.isdisjoint(item.rulebook_clauses))
    return (*groups, Group(key="", title=OTHER, groups=rest)) if rest else tuple(groups)


def by_clause(items: Sequence[Item], standard: Standard) -> tuple[Group, ...]:
    """The clause tree of the standard, without empty branches; items off the tree under "其他"."""
    known = {clause.id for clause in standard.clauses}
    held: dict[str, list[Item]] = {}
    for item in items:
        clause = item.standard_clause
        held.setdefault(clause if clause in known else "", []).append(item)
    rest = held.pop("", [])
    tree = _branches(standard, "", held)
    return (*tree, Group(key="", title=OTHER, items=_ordered(rest))) if rest else tree


def by_department(items: Sequence[Item]) -> tuple[Group, ...]:
    """Each department with its items by chapter; then what is the team's own, then the gaps."""
    held: dict[str, list[Item]] = {}
    for item in items:
        held.setdefault(item.department, []).append(item)
    nobodys = held.pop("", [])
    groups = [
        Group(key=department, title=department, groups=_chapters(held[department]))
        for department in sorted(held)
    ]
    teams = _chapters(item for item in nobodys if not item.is_gap)
    gaps = _chapters(item for item in nobodys if item.is_gap)
    groups += [Group(key=f"@{TEAM}", title=TEAM, groups=teams)] if teams else []
    groups += [Group(key="@", title=UNPLANNED, groups=gaps)] if gaps else []
    return tuple(groups)


def _rulebook_item(rulebook: str, key: str, item: ChecklistItem) -> Item:
    return Item(
        key=key,
        question=item.prompt,
        look_at=item.look_at,
        sample=item.sample,
        evidence=item.evidence,
        standard_clause=_nearest_common(item.standard_clauses),
        rulebook_clauses=(key,),
        source=ItemSource.RULEBOOK,
        chapter=f"{rulebook} 规则必查内容",
    )


def _key_point_item(point: KeyPoint, asked: Mapping[str, ChecklistItem]) -> Item:
    return Item(
        key=f"KP:{point.id}",
        question=f"{KEY_POINTS}：{point.title}",
        look_at="一阶段定下的点，到现场看控制是否真正起作用，写明看了什么、问了谁。",
        evidence=tuple(EvidenceKind),
        standard_clause=_nearest_common(point.clauses),
        rulebook_clauses=_served(point.clauses, asked),
        department=point.department.strip(),
        source=ItemSource.KEY_POINT,
        chapter=KEY_POINTS,
    )


def _standard_items(
    standard: Standard,
    *,
    visit_kind: str,
    slots: Sequence[Planned],
    asked: Mapping[str, ChecklistItem],
) -> Iterator[Item]:
    stage = _STAGES.get(visit_kind)
    planned = {clause.id: _planned(clause.id, slots) for clause in standard.clauses}
    serves = {clause.id: _served((clause.id,), asked) for clause in standard.clauses}
    for question in standard.questions:
        departments = _departments(standard, question, planned[question.clause])
        if stage not in question.stages or (departments == ("",) and visit_kind == _PLANNED_ONLY):
            continue
        for department in departments:
            # Guidance serves no demand of the rulebook: it proves nothing the report must prove.
            serving = () if standard.guidance_only else serves[question.clause]
            yield _question_item(standard, question, department=department, serving=serving)


def _kept_items(
    standard: Standard, keys: Iterable[str], asked: Mapping[str, ChecklistItem]
) -> Iterator[Item]:
    """Questions answered under an earlier plan."""
    questions = {question.id: question for question in standard.questions}
    for key in keys:
        number, _, department = key.partition("@")
        if question := questions.get(number):
            serving = () if standard.guidance_only else _served((question.clause,), asked)
            yield _question_item(standard, question, department=department, serving=serving)


def _question_item(
    standard: Standard, question: Question, *, department: str, serving: tuple[str, ...]
) -> Item:
    chapter = standard.chapter_of(question.clause)
    return Item(
        key=f"{question.id}@{department}",
        question=question.question,
        look_at=question.look_at,
        sample=question.sample,
        regulation=question.regulation,
        evidence=question.evidence,
        standard_clause=question.clause,
        standard=standard.key,
        rulebook_clauses=serving,
        department=department,
        source=ItemSource.GUIDANCE if standard.guidance_only else ItemSource.STANDARD,
        processes=question.processes,
        chapter=f"{chapter.id} {chapter.title}",
        high_risk=question.high_risk,
        is_anonymous=question.is_anonymous,
    )


def _planned(clause: str, slots: Sequence[Planned]) -> dict[str, int]:
    """The departments where the clause is planned, each with how many levels off it is named."""
    near: dict[str, int] = {}
    for slot in slots:
        department = slot.department.strip()
        for named in slot.clauses:
            if department and (is_within(clause, named) or is_within(named, clause)):
                levels = abs(clause.count(".") - named.count("."))
                near[department] = min(levels, near.get(department, levels))
    return near


def _departments(
    standard: Standard, question: Question, near: Mapping[str, int]
) -> tuple[str, ...]:
    if not near:
        return ("",)
    fitting = tuple(name for name in sorted(near) if standard.fits(question, name))
    return fitting or (min(near, key=lambda name: (near[name], name)),)


def _served(clauses: Sequence[str], asked: Mapping[str, ChecklistItem]) -> tuple[str, ...]:
    return tuple(
        key for key, item in asked.items() if any(item.touches(clause) for clause in clauses)
    )


def _nearest_common(clauses: Sequence[str]) -> str:
    """The deepest clause above all of them, the first of them if they share no chapter."""
    common = clauses[0] if clauses else ""
    while common and not all(is_within(clause, common) for clause in clauses):
        common = common.rpartition(".")[0]
    return common or next(iter(clauses), "")


def _chapters(items: Iterable[Item]) -> tuple[Group, ...]:
    held: dict[str, list[Item]] = {}
    for item in items:
        held.setdefault(item.chapter, []).append(item)
    return tuple(
        Group(key=chapter, title=chapter, items=_ordered(held[chapter]))
        for chapter in sorted(held, key=clause_order)
    )


def _branches(
    standard: Standard, parent: str, held: Mapping[str, Sequence[Item]]
) -> tuple[Group, ...]:
    branches = (
        Group(
            key=clause.id,
            title=clause.title,
            items=_ordered(held.get(clause.id, ())),
            groups=_branches(standard, clause.id, held),
        )
        for clause in standard.children_of(parent)
    )
    return tuple(branch for branch in branches if branch.items or branch.groups)


def _ordered(items: Iterable[Item]) -> tuple[Item, ...]:
    sources = tuple(ItemSource)
    return tuple(
        sorted(
            items,
            key=lambda item: (
                sources.index(item.source),
                clause_order(item.standard_clause),
                clause_order(item.key),
            ),
        )
    )
