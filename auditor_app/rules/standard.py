"""A management system standard as data: its clause tree and the questions asked on it.

The text comes from `data/standards/*.toml`; this module reads no file. Clause ids are those of
GB/T 45001-2020, also in guidance such as ISO 45003, so that one clause view holds them all.
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from auditor_app.errors import AuditorError, NotFound

_NUMBER = re.compile(r"(\d+)")
_CLAUSE_ID = re.compile(r"[1-9]\d*(\.[1-9]\d*)*")


class EvidenceKind(StrEnum):
    """The three legs of a finding: what is read, what is said, what is seen."""

    DOCUMENT = "document"
    INTERVIEW = "interview"
    OBSERVATION = "observation"


class Stage(StrEnum):
    """The checklists a question can belong to."""

    STAGE1 = "stage1"
    STAGE2 = "stage2"
    SURVEILLANCE = "surveillance"


@dataclass(frozen=True, slots=True, kw_only=True)
class StandardClause:
    """One clause with its short title; chapters have no parent ("")."""

    id: str
    title: str
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A process a question is meant for, and the words that betray it in a department's name."""

    name: str
    keywords: tuple[str, ...] = ()
    fits_all: bool = False

    def fits(self, department: str) -> bool:
        """Whether a department of this name runs the process."""
        name = department.casefold()
        return self.fits_all or any(word.casefold() in name for word in self.keywords)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What an auditor asks on one clause, in the project's own words.

    `sample` and `regulation` are ready to show. `is_anonymous`: no name of the interviewee is kept.
    """

    id: str
    clause: str
    question: str
    look_at: str
    sample: str
    processes: tuple[str, ...]
    evidence: tuple[EvidenceKind, ...]
    stages: tuple[Stage, ...]
    regulation: str = ""
    high_risk: tuple[str, ...] = ()
    is_anonymous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standard:
    """A standard, or guidance: findings on `guidance_only` alone are no nonconformities."""

    key: str
    number: str
    title: str
    note: str
    guidance_only: bool
    clauses: tuple[StandardClause, ...]
    questions: tuple[Question, ...]
    processes: tuple[Process, ...]

    def clause(self, clause_id: str) -> StandardClause:
        """The clause of this id; `NotFound` if the standard has none."""
        found = next((clause for clause in self.clauses if clause.id == clause_id), None)
        if found is None:
            raise NotFound(f"{self.number} 中没有条款 {clause_id}。请核对条款号。")
        return found

    def chapter_of(self, clause_id: str) -> StandardClause:
        """The chapter (4-10) a clause belongs to; `NotFound` if the standard has none."""
        return self.clause(clause_id.partition(".")[0])

    def children_of(self, clause_id: str) -> tuple[StandardClause, ...]:
        """The clauses right below one; those below "" are the chapters."""
        return tuple(clause for clause in self.clauses if clause.parent == clause_id)

    def questions_of(self, clause_id: str, descend: bool = True) -> tuple[Question, ...]:
        """The questions on a clause, and on all clauses below it unless told otherwise."""
        if descend:
            return tuple(q for q in self.questions if is_within(q.clause, clause_id))
        return tuple(q for q in self.questions if q.clause == clause_id)

    def fits(self, question: Question, department: str) -> bool:
        """Whether the question is meant for a department of this name."""
        return any(p.name in question.processes and p.fits(department) for p in self.processes)


@dataclass(frozen=True, slots=True, kw_only=True)
class CycleStep:
    """One step of the certification cycle; where its `rulebook_clauses` differ, they win.

    `sources` and `rulebook_clauses` read "KEY clause", e.g. "GENERAL 8" and "HCR 5.4.3.2".
    """

    key: str
    phase: str
    title: str
    gist: str
    who: tuple[str, ...]
    sources: tuple[str, ...]
    rulebook_clauses: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a shipped file: where, what was expected, what was found."""

    path: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.path}：应为{self.expected}，实为{self.found}"


class StandardInvalid(AuditorError):
    """The text of a standard cannot be used; `problems` lists everything wrong with it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        lines = "\n".join(f"· {problem}" for problem in problems)
        super().__init__(
            f"标准数据文件有 {len(problems)} 处错误，未载入；审核记录没有改动。"
            f"请改正文件或重新安装程序。\n{lines}"
        )


def is_within(clause_id: str, ancestor: str) -> bool:
    """Whether a clause is the other or lies below it: 6.1.2.1 is within 6.1, 10.2 not within 1."""
    return clause_id == ancestor or clause_id.startswith(f"{ancestor}.")


def clause_order(clause_id: str) -> tuple[tuple[int, str], ...]:
    """A key that sorts ids as print does: 6.1.2.1 < 6.1.10 < 10.1, and (2) < (10)."""
    parts = (part for part in _NUMBER.split(clause_id) if part)
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in parts)


def parse_standard(text: str) -> Standard:
    """The standard in a TOML text; `StandardInvalid` names every problem at once."""
    problems: list[Problem] = []
    file = _opened(text, problems)
    file.knows("standard", "process", "clause", "question")
    head = file.table("standard")
    head.knows("key", "number", "title", "note", "guidance_only", "question_prefix", "high_risk")
    clauses = tuple(_clause(table) for table in file.tables("clause"))
    processes = tuple(_process(table) for table in file.tables("process"))
    high_risk = head.texts("high_risk")
    read = partial(_question, processes={p.name for p in processes}, high_risk=high_risk)
    questions = tuple(read(table) for table in file.tables("question"))
    standard = Standard(
        key=head.text("key"),
        number=head.text("number"),
        title=head.text("title"),
        note=head.text("note"),
        guidance_only=head.flag("guidance_only"),
        clauses=clauses,
        questions=questions,
        processes=processes,
    )
    problems += _unique("process", (process.name for process in processes))
    problems += _tree_problems(clauses)
    problems += _numbering_problems(standard, head.text("question_prefix", optional=True))
    if problems:
        raise StandardInvalid(problems)
    return standard


def parse_general(text: str) -> tuple[CycleStep, ...]:
    """The steps of the certification cycle in order; `StandardInvalid` names every problem."""
    problems: list[Problem] = []
    file = _opened(text, problems)
    file.knows("general", "step")
    head = file.table("general")
    head.knows("key", "title", "note")
    for name in ("key", "title", "note"):
        head.text(name)
    steps = tuple(_step(table) for table in file.tables("step"))
    problems += _unique("step", (step.key for step in steps))
    if problems:
        raise StandardInvalid(problems)
    return steps


class _Table:
    """A TOML table that notes what is missing or wrong and reads on with an empty value."""

    def __init__(self, content: object, path: str, problems: list[Problem]) -> None:
        self._problems = problems
        self.path = path
        self._content: dict[str, object] = {}
        if isinstance(content, dict):
            self._content = content
        else:
            self._note("", "表", content)

    def knows(self, *names: str) -> None:
        """Note every field that is none of these: a slip of the pen must not pass unseen."""
        for name in self._content.keys() - set(names):
            self._note(name, "没有这个字段", name)

    def text(self, name: str, optional: bool = False) -> str:
        """A text, not blank unless optional."""
        value = self._content.get(name, "" if optional else None)
        if not isinstance(value, str):
            self._note(name, "文字", value)
            return ""
        if not (value.strip() or optional):
            self._note(name, "非空文字", value)
        return value

    def texts(
        self, name: str, *, among: Collection[str] | None = None, some: bool = False
    ) -> tuple[str, ...]:
        """A list of different texts, if asked of given ones only or with at least one of them."""
        value = self._content.get(name, [])
        if not isinstance(value, list) or not all(isinstance(entry, str) for entry in value):
            self._note(name, "文字列表", value)
            return ()
        if len(set(value)) != len(value) or (some and not value):
            self._note(name, "互不相同且非空的列表", value)
        strangers = [entry for entry in value if among is not None and entry not in among]
        if strangers:
            self._note(name, f"取自 {'、'.join(sorted(among or ()))}", strangers)
            return tuple(entry for entry in value if entry not in strangers)
        return tuple(value)

    def flag(self, name: str) -> bool:
        """A yes or no; missing means no."""
        value = self._content.get(name, False)
        if not isinstance(value, bool):
            self._note(name, "true 或 false", value)
        return value is True

    def table(self, name: str) -> "_Table":
        """The table of this name below this one."""
        return _Table(self._content.get(name), f"{self.path}{name}", self._problems)

    def tables(self, name: str) -> tuple["_Table", ...]:
        """The list of tables of this name; at least one."""
        value = self._content.get(name)
        if not isinstance(value, list) or not value:
            self._note(name, "至少一项的表列表", value)
            return ()
        return tuple(
            _Table(content, f"{self.path}{name}[{index}]", self._problems)
            for index, content in enumerate(value, start=1)
        )

    def _note(self, name: str, expected: str, found: object) -> None:
        path = ".".join(part for part in (self.path, name) if part)
        self._problems.append(Problem(path, expected, "缺失" if found is None else repr(found)))


def _opened(text: str, problems: list[Problem]) -> _Table:
    try:
        return _Table(tomllib.loads(text), "", problems)
    except tomllib.TOMLDecodeError as error:
        raise StandardInvalid([Problem("TOML", "合乎 TOML 语法", str(error))]) from error


def _clause(table: _Table) -> StandardClause:
    table.knows("id", "title", "parent")
    return StandardClause(
        id=table.text("id"),
        title=table.text("title"),
        parent=table.text("parent", optional=True),
    )


def _process(table: _Table) -> Process:
    table.knows("name", "keywords", "fits_all")
    fits_all = table.flag("fits_all")
    return Process(
        name=table.text("name"),
        keywords=table.texts("keywords", some=not fits_all),
        fits_all=fits_all,
    )


def _question(table: _Table, *, processes: Collection[str], high_risk: Collection[str]) -> Question:
    table.knows(
        "id", "clause", "question", "look_at", "sample", "regulation",
        "processes", "evidence", "stages", "high_risk", "anonymous",
    )  # fmt: skip
    evidence = table.texts("evidence", among=tuple(EvidenceKind), some=True)
    stages = table.texts("stages", among=tuple(Stage), some=True)
    return Question(
        id=table.text("id"),
        clause=table.text("clause"),
        question=table.text("question"),
        look_at=table.text("look_at"),
        sample=table.text("sample"),
        regulation=table.text("regulation", optional=True),
        processes=table.texts("processes", among=processes, some=True),
        evidence=tuple(EvidenceKind(kind) for kind in evidence),
        stages=tuple(Stage(stage) for stage in stages),
        high_risk=table.texts("high_risk", among=high_risk),
        is_anonymous=table.flag("anonymous"),
    )


def _step(table: _Table) -> CycleStep:
    table.knows("key", "phase", "title", "gist", "who", "sources", "rulebook_clauses", "note")
    return CycleStep(
        key=table.text("key"),
        phase=table.text("phase"),
        title=table.text("title"),
        gist=table.text("gist"),
        who=table.texts("who", some=True),
        sources=table.texts("sources", some=True),
        rulebook_clauses=table.texts("rulebook_clauses"),
        note=table.text("note"),
    )


def _unique(path: str, names: Iterable[str]) -> list[Problem]:
    seen: set[str] = set()
    problems: list[Problem] = []
    for name in names:
        if name in seen:
            problems.append(Problem(f"{path} {name}", "只出现一次", "重复"))
        seen.add(name)
    return problems


def _tree_problems(clauses: Sequence[StandardClause]) -> list[Problem]:
    ids = [clause.id for clause in clauses]
    problems = _unique("clause", ids)
    for clause in clauses:
        parent = clause.id.rpartition(".")[0]
        if not _CLAUSE_ID.fullmatch(clause.id):
            problems.append(Problem(f"clause {clause.id}", "点分数字的条款号", clause.id))
        elif clause.parent != parent:
            problems.append(Problem(f"clause {clause.id}.parent", repr(parent), clause.parent))
        elif parent and parent not in ids:
            problems.append(Problem(f"clause {clause.id}.parent", "已列出的条款", parent))
    if ids != sorted(ids, key=clause_order):
        problems.append(Problem("clause", "按条款号排列", "次序颠倒"))
    return problems


def _numbering_problems(standard: Standard, prefix: str) -> list[Problem]:
    """Ids are prefix, clause and a number counting from 01; the order is that of the clauses."""
    problems: list[Problem] = []
    known = {clause.id for clause in standard.clauses}
    count: dict[str, int] = {}
    for question in standard.questions:
        clause = question.clause
        count[clause] = count.get(clause, 0) + 1
        if clause not in known:
            problems.append(Problem(f"question {question.id}.clause", "已列出的条款", clause))
        expected = f"{prefix}{clause}-{count[clause]:02d}"
        if question.id != expected:
            problems.append(Problem(f"question {question.id}.id", expected, question.id))
    order = [clause_order(question.clause) for question in standard.questions]
    if order != sorted(order):
        problems.append(Problem("question", "按条款号排列", "次序颠倒"))
    return problems
