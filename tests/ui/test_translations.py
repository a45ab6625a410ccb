"""Every word of the screen can be translated, because lupdate can see it."""

import ast
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from auditor_app import places
from ui.language import Language

UI = Path(__file__).resolve().parents[2] / "ui"
ASKS = {"self.tr": 1, "QCoreApplication.translate": 2, "translate": 2, "QT_TRANSLATE_NOOP": 2}
"""What asks for words, and how many of its first arguments lupdate must be able to read."""


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    nodes = (node for node in ast.walk(tree) if isinstance(node, ast.Call))
    return (node for node in nodes if ast.unparse(node.func) in ASKS)


def is_plain(word: ast.expr) -> bool:
    """A text as it stands; a page's TITLE was written where lupdate sees it."""
    is_text = isinstance(word, ast.Constant) and isinstance(word.value, str)
    return is_text or ast.unparse(word) == "str(cls.TITLE)"


def unseen(path: Path) -> Iterator[str]:
    """Calls whose words lupdate misses or files under another text than Qt asks for."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for call in calls(tree):
        if not all(map(is_plain, call.args[: ASKS[ast.unparse(call.func)]])):
            yield f"{path.name}:{call.lineno} {ast.unparse(call)}"
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield from (f"{path.name}:{call.lineno} inside an f-string" for call in calls(node))
        if isinstance(node, ast.Assign) and ast.unparse(node.value).endswith(".translate"):
            yield from misnamed(path, node)


def misnamed(path: Path, node: ast.Assign) -> Iterator[str]:
    if [ast.unparse(target) for target in node.targets] != ["translate"]:
        yield f"{path.name}:{node.lineno} lupdate knows the alias `translate` only"


def test_lupdate_sees_every_word() -> None:
    assert [line for path in sorted(UI.rglob("*.py")) for line in unseen(path)] == []


def test_qt_speaks_chinese_too(qtbot: QtBot, qapp: QCoreApplication) -> None:
    language = Language(qapp, places.resources())
    language.use("zh")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.buttons()[0].text() == "取消"


def test_english_comes_and_goes(qapp: QCoreApplication) -> None:
    language = Language(qapp, places.resources())
    language.use("en")
    assert QCoreApplication.translate("Words", "审核组长") == "Team leader"
    language.use("zh")
    assert QCoreApplication.translate("Words", "审核组长") == "审核组长"
