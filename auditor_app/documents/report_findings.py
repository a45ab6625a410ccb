"""The parts of an audit report that say what was found, item by item."""

from collections import Counter
from collections.abc import Iterable, Mapping

from auditor_app.documents.demands import clauses_of, wants
from auditor_app.documents.facts import Item, ReportFacts
from auditor_app.documents.paper import (
    Band,
    CellValue,
    Column,
    Leaf,
    Noted,
    Photo,
    Photos,
    Section,
    Side,
    Table,
    Text,
    Tile,
    Tiles,
    Tone,
)
from auditor_app.documents.wording import (
    NC_STATES,
    NONE,
    day,
    grade_pill,
    listed,
    short_hash,
    taken,
    verdict_pill,
    whereabouts,
)
from auditor_app.domain import Answer, Evidence, Grade, Nonconformity, Verdict

_CENTER = Side.CENTER


def summary(facts: ReportFacts) -> Section:
    """Section 3: how many of what, every nonconformity, every observation."""
    nodes: list[Leaf | Section] = [_tiles(facts)]
    if facts.report.summary:
        nodes.append(Text(text=facts.report.summary))
    nodes += [_nonconformities(facts), *_distribution(facts), *_observations(facts)]
    return Section(title="审核发现汇总", number="3", nodes=tuple(nodes))


def item_by_item(facts: ReportFacts) -> Section:
    """Section 4: evidence, finding and conclusion of every item, the rulebook's own first."""
    numbers = evidence_numbers(facts.evidence)
    rows: list[tuple[CellValue, ...] | Band] = []
    for chapter, items in _grouped(facts.items).items():
        rows.append(Band(title=chapter))
        rows += [_item(item, numbers, key=facts.rulebook.key) for item in items]
    table = Table(
        columns=(
            Column(title="条款", share=15),
            Column(title="审核内容与证据", share=38),
            Column(title="审核发现", share=32),
            Column(title="结论", share=15, side=_CENTER),
        ),
        rows=tuple(rows),
    )
    return Section(
        title="逐项审核记录",
        number="4",
        clause=clauses_of(facts, "findings", "surveillance_findings"),
        nodes=(table,) if rows else (Text(text="本次到访没有检查表记录。"),),
    )


def photo_appendix(facts: ReportFacts) -> tuple[Section, ...]:
    """Appendix A: every photo with caption, time, place and fingerprint; other files as a list."""
    pictures = [one for one in facts.evidence if one.media_type.startswith("image/")]
    others = [one for one in facts.evidence if not one.media_type.startswith("image/")]
    if not facts.evidence:
        return ()
    uses = _uses(facts)
    nodes: list[Leaf] = []
    if pictures:
        nodes.append(Photos(photos=tuple(photo_of(one, uses.get(one.id, "")) for one in pictures)))
    if others:
        nodes.append(_file_list(others, uses))
    return (Section(title="现场证据", number="附录 A", nodes=tuple(nodes)),)


def photo_of(evidence: Evidence, use: str = "") -> Photo:
    """A photo with what is known of it."""
    used = f"（{use}）" if use else ""
    return Photo(
        sha256=evidence.sha256,
        title=f"{evidence.number}  {evidence.caption or '（无说明）'}{used}",
        detail=(
            f"{taken(evidence)}  {whereabouts(evidence)}\n"
            f"原件 SHA-256 {short_hash(evidence.sha256)}"
        ),
    )


def evidence_numbers(evidence: Iterable[Evidence]) -> Mapping[str, list[str]]:
    """Record id -> numbers of the evidence linked to it."""
    numbers: dict[str, list[str]] = {}
    for one in evidence:
        for link in one.links:
            numbers.setdefault(link, []).append(one.number)
    return numbers


def _tiles(facts: ReportFacts) -> Tiles:
    grades = Counter(one.grade for one in facts.nonconformities)
    verdicts = Counter(item.answer.verdict for item in facts.items if item.answer is not None)
    judged = sum(count for verdict, count in verdicts.items() if verdict is not None)
    return Tiles(
        tiles=(
            Tile(value=str(grades[Grade.MAJOR]), label="严重不符合", tone=Tone.BAD),
            Tile(value=str(grades[Grade.MINOR]), label="轻微不符合", tone=Tone.WARNING),
            Tile(value=str(verdicts[Verdict.OBSERVATION]), label="观察项", tone=Tone.NOTICE),
            Tile(value=str(verdicts[Verdict.CONFORMING]), label="符合", tone=Tone.GOOD),
            Tile(value=f"{judged}/{len(facts.items)}", label="检查表已完成", tone=Tone.PLAIN),
        )
    )


def _nonconformities(facts: ReportFacts) -> Section:
    rows = tuple(_nonconformity(one) for one in facts.nonconformities)
    table = Table(
        columns=(
            Column(title="编号", share=11, side=_CENTER),
            Column(title="分级", share=9, side=_CENTER),
            Column(title="条款", share=12, side=_CENTER),
            Column(title="部门", share=13, side=_CENTER),
            Column(title="不符合事实", share=37),
            Column(title="状态与期限", share=18, side=_CENTER),
        ),
        rows=rows,
    )
    return Section(
        title="不符合项清单",
        number="3.1",
        clause=clauses_of(facts, "nonconformities"),
        nodes=(table,) if rows else (Text(text="本次审核未发现不符合项。"),),
    )


def _nonconformity(one: Nonconformity) -> tuple[CellValue, ...]:
    due = f"整改期限 {day(one.due_on)}" if one.due_on else "整改期限未定"
    return (
        one.number,
        grade_pill(one.grade),
        one.clause,
        one.department,
        one.facts or one.gap or NONE,
        Noted(text=NC_STATES[one.state], detail=due),
    )


def _distribution(facts: ReportFacts) -> tuple[Section, ...]:
    """Nonconformities counted by clause and department (TCC 4.4.1(5))."""
    if not wants(facts, "nonconformity_distribution"):
        return ()
    clause = clauses_of(facts, "nonconformity_distribution")
    if not facts.nonconformities:
        nodes: tuple[Leaf, ...] = (Text(text="没有不符合项，不作分布统计。"),)
    else:
        counted = Counter((one.clause, one.department, one.grade) for one in facts.nonconformities)
        places = sorted({(clause, department) for clause, department, _ in counted})
        columns = (
            Column(title="条款", share=30, side=_CENTER),
            Column(title="部门", share=40, side=_CENTER),
            Column(title="严重", share=15, side=_CENTER),
            Column(title="轻微", share=15, side=_CENTER),
        )
        rows = tuple(
            (*place, str(counted[*place, Grade.MAJOR]), str(counted[*place, Grade.MINOR]))
            for place in places
        )
        nodes = (Table(columns=columns, rows=rows),)
    return (Section(title="不符合项分布", number="3.2", clause=clause, nodes=nodes),)


def _observations(facts: ReportFacts) -> tuple[Section, ...]:
    rows = tuple(
        (item.clause or NONE, item.department, item.answer.note)
        for item in facts.items
        if item.answer is not None and item.answer.verdict is Verdict.OBSERVATION
    )
    if not rows:
        return ()
    columns = (
        Column(title="条款", share=15, side=_CENTER),
        Column(title="部门", share=17, side=_CENTER),
        Column(title="观察到的情况", share=68),
    )
    number = "3.3" if wants(facts, "nonconformity_distribution") else "3.2"
    return (Section(title="观察项", number=number, nodes=(Table(columns=columns, rows=rows),)),)


def _grouped(items: Iterable[Item]) -> dict[str, list[Item]]:
    """Chapter -> items; chapters in the order given, the rulebook's before all others."""
    ordered = sorted(items, key=lambda item: not item.is_rulebook_item)
    groups: dict[str, list[Item]] = {}
    for item in ordered:
        groups.setdefault(item.chapter, []).append(item)
    return groups


def _item(item: Item, numbers: Mapping[str, list[str]], *, key: str) -> tuple[CellValue, ...]:
    answer, clause = item.answer, _clause(item, key)
    if answer is None:
        return clause, item.question, NONE, verdict_pill(None)
    seen = _seen(answer, numbers.get(answer.id, []))
    content: CellValue = Noted(text=item.question, detail=seen) if seen else item.question
    finding = answer.note or ("未见不符合。" if answer.verdict is Verdict.CONFORMING else NONE)
    return clause, content, finding, verdict_pill(answer.verdict)


def _clause(item: Item, key: str) -> CellValue:
    """The rulebook's own clause for its own items, else the standard's with the department."""
    own = "、".join(one.removeprefix(f"{key} ") for one in item.rulebook_clauses)
    text = own if item.is_rulebook_item and own else item.clause or NONE
    detail = item.department or (f"标准 {item.clause}" if item.clause not in {"", text} else "")
    return Noted(text=text, detail=detail) if detail else text


def _seen(answer: Answer, numbers: list[str]) -> str:
    parts = (
        ("面谈", answer.interviewees),
        ("查阅", answer.documents),
        ("照片证据", tuple(numbers)),
    )
    return "\n".join(f"{name}：{listed(values)}" for name, values in parts if values)


def _uses(facts: ReportFacts) -> Mapping[str, str]:
    """Evidence id -> the clauses and nonconformities it supports."""
    names: dict[str, str] = {
        item.answer.id: item.clause for item in facts.items if item.answer is not None
    }
    names |= {one.id: one.number for one in facts.nonconformities}
    return {
        one.id: "，".join(dict.fromkeys(names[link] for link in one.links if names.get(link)))
        for one in facts.evidence
    }


def _file_list(files: list[Evidence], uses: Mapping[str, str]) -> Table:
    columns = (
        Column(title="编号", share=12, side=_CENTER),
        Column(title="文件与说明", share=44),
        Column(title="用于", share=16, side=_CENTER),
        Column(title="SHA-256", share=28, side=_CENTER),
    )
    rows = tuple(
        (
            one.number,
            Noted(text=one.name, detail=one.caption),
            uses.get(one.id, ""),
            short_hash(one.sha256),
        )
        for one in files
    )
    return Table(columns=columns, rows=rows)
