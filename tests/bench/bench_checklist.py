"""A checklist of 20,000 items: how long it takes to stand there, to follow a save, to scroll."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import perf_counter

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from auditor_app import fonts, places
from auditor_app.domain import Answer, RecordId, Verdict, Visit
from auditor_app.rules.checklist import Item, ItemSource, by_department
from auditor_app.vault import open_vault
from tests.bench.measure import Figure
from tests.core.builders import PASSPHRASE, a_vault, an_audit
from ui.ask import Ask
from ui.pages.checklist import ChecklistPage
from ui.pages.checklist_parts.data import ChecklistData, label_of
from ui.pages.checklist_parts.tree import View, branches_of, spots_of
from ui.tasks import Tasks
from ui.theme import Theme
from ui.widgets.checklist_rows import Row

ITEMS, TIMES, FRAMES = 20_000, 7, 300
DEPARTMENTS, QUESTIONS = 50, 40
SHOWN, FRAME = 100, 16


def run() -> list[Figure]:
    """Show, follow one save, scroll."""
    app = QApplication.instance() or QApplication([])
    if not isinstance(app, QApplication):
        raise TypeError("A QCoreApplication was made before.")
    if app.findChild(Theme) is None:
        Theme(app, places.resources(), fonts.font_files())
    with TemporaryDirectory(prefix="auditor-bench-") as name:
        folder = Path(name) / "v"
        vault = a_vault(folder)
        audit, visit = an_audit(vault)
        vault.close()
        tasks = Tasks(lambda: open_vault(folder, passphrase=PASSPHRASE))
        page = ChecklistPage(tasks, Ask(), audit.id)
        page.resize(1160, 830)
        page.show()
        while not page.has_shown:
            app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        figures = _measure(page, visit)
        page.hide()
        page.deleteLater()
        tasks.close()
    return figures


def _measure(page: ChecklistPage, visit: Visit) -> list[Figure]:
    nothing = ChecklistData(visits=(visit,), visit=visit)
    full, saved = a_checklist(visit, frozenset()), a_checklist(visit, frozenset({7}))
    shown, followed = [], []
    for _ in range(TIMES):
        page.show_data(nothing)
        QApplication.processEvents()
        shown.append(_took(page, full))
        followed.append(_took(page, saved))
    frames = _scroll(page)
    return [
        (f"{ITEMS} checklist items, shown and painted", median(shown), SHOWN, "ms"),
        (f"{ITEMS} checklist items, reload after one save", median(followed), SHOWN, "ms"),
        (f"{ITEMS} checklist items, scroll frame p95", quantiles(frames, n=20)[-1], FRAME, "ms"),
    ]


def _took(page: ChecklistPage, data: ChecklistData) -> float:
    started = perf_counter()
    page.show_data(data)
    QApplication.processEvents()
    page.list.tree.viewport().repaint()
    return (perf_counter() - started) * 1e3


def _scroll(page: ChecklistPage) -> list[float]:
    page.list.tree.expandAll()
    QApplication.processEvents()
    if len(page.list.tree.shown_keys()) != ITEMS:
        raise RuntimeError("the tree does not hold what was measured")
    bar, frames = page.list.tree.verticalScrollBar(), []
    for step in range(FRAMES):
        started = perf_counter()
        # Both a slow wheel and long jumps: a jump finds no title remembered.
        bar.setValue(step * 60 if step % 3 else (step * 997_001) % max(bar.maximum(), 1))
        page.list.tree.viewport().repaint()
        frames.append((perf_counter() - started) * 1e3)
    return frames


def a_checklist(visit: Visit, done: frozenset[int]) -> ChecklistData:
    """50 departments with 10 chapters of 40 questions; `done` are numbers of answered items."""
    items = [_item(number) for number in range(ITEMS)]
    answers = {
        items[number].key: Answer(
            audit_id=visit.audit_id,
            visit_id=visit.id,
            item_key=items[number].key,
            id=RecordId(f"{number:032x}"),
            verdict=Verdict.CONFORMING,
        )
        for number in done
    }
    rows = {
        item.key: Row(key=item.key, title=item.question, label=label_of(item)) for item in items
    }
    for key in answers:
        rows[key] = replace(rows[key], verdict=Verdict.CONFORMING)
    groups = by_department(items)
    spots = spots_of(groups, View.DEPARTMENT)
    return ChecklistData(
        visits=(visit,),
        visit=visit,
        view=View.DEPARTMENT,
        items={item.key: item for item in items},
        answers=answers,
        groups=branches_of(groups, rows, View.DEPARTMENT),
        spots=spots,
        order=tuple(spots),
        haystacks={item.key: item.question for item in items},
        counts={Verdict.CONFORMING: len(done)},
    )


def _item(number: int) -> Item:
    department, rest = divmod(number, ITEMS // DEPARTMENTS)
    chapter, question = divmod(rest, QUESTIONS)
    return Item(
        key=f"{chapter + 1}.{question + 1}-01@第 {department + 1} 车间",
        question=f"第 {number} 项：作业前是否完成气体检测，读数是否由监护人当场记下并签名？",
        standard_clause=f"{chapter + 1}.{question + 1}",
        department=f"第 {department + 1} 车间",
        source=ItemSource.STANDARD,
        chapter=f"{chapter + 1} 运行",
    )
