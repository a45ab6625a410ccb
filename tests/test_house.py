"""The rules of the house that no other tool checks; the others stand in pyproject.toml."""

import ast
import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from auditor_app import errors
from auditor_app.rules.rulebook import parse_rulebook
from auditor_app.rules.standard import parse_general, parse_standard

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"
TOP_LEVEL = {
    "LICENSE",
    "README.md",
    "auditor_app",
    "build.spec",
    "data",
    "dev.py",
    "pyproject.toml",
    "requirements-source.lock",
    "requirements.lock",
    "resources",
    "tests",
    "ui",
}
MADE_HERE = {"build", "dist", "out", "__pycache__"}  # by the tools; git ignores them

MOST_LINES = {"file": 400, "class": 300, "function": 50}
IN_TESTS = {"file": 700, "class": 300, "function": 80}  # tables of cases and samples are long lists

# Each foreign library has one owner, a module or a workshop; nobody else imports it.
OWNERS = {
    "PIL": "auditor_app/media",
    "PySide6": "ui",
    "click": "auditor_app/cli",
    "cryptography": "auditor_app/security",
    "filelock": "auditor_app/storage",
    "keyring": "auditor_app/security/keychain.py",
    "minisign": "auditor_app/security/seal.py",
    "pikepdf": "auditor_app/documents/archive.py",
    "platformdirs": "auditor_app/places.py",
    "pyrage": "auditor_app/security/age.py",
    "reportlab": "auditor_app/documents/canvas.py",
    "shiboken6": "ui/tasks.py",
    "sqlcipher3": "auditor_app/storage/connection.py",
    "sqlite_utils": "auditor_app/storage",
}

UNFINISHED = re.compile(
    r"\bTODO\b|\bFIXME\b|\bXXX\b|NotImplementedError|mock\.patch"
    r"|(?i:coming soon|not implemented)|暂未实现|尚未实现|敬请期待|开发中"
)


def product() -> list[Path]:
    return sorted(p for top in ("auditor_app", "ui") for p in (ROOT / top).rglob("*.py"))


def everything() -> list[Path]:
    return [*product(), *sorted((ROOT / "tests").rglob("*.py")), ROOT / "dev.py"]


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Full names of the modules a file imports, wherever in it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def test_the_top_level_holds_only_what_the_map_shows() -> None:
    shown = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert shown - MADE_HERE - TOP_LEVEL == set()
    assert TOP_LEVEL - shown == set()


def test_the_readme_names_every_package() -> None:
    packages = {p.parent for p in product() if p.name == "__init__.py"}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name(p) for p in packages if f"{p.name}/" not in readme] == []


def test_nothing_is_too_long_to_read() -> None:
    assert [long for path in everything() for long in too_long(path)] == []


def too_long(path: Path) -> Iterator[str]:
    most = IN_TESTS if name(path).startswith("tests/") else MOST_LINES
    if (lines := len(path.read_text(encoding="utf-8").splitlines())) > most["file"]:
        yield f"{name(path)}: {lines} lines"
    for node in ast.walk(tree(path)):
        kind = {ast.ClassDef: "class", ast.FunctionDef: "function"}.get(type(node))
        if kind and isinstance(node, ast.ClassDef | ast.FunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            if lines > most[kind]:
                yield f"{name(path)}: {node.name} has {lines} lines"


def test_every_module_says_what_it_is_for() -> None:
    silent = [
        path for path in everything() if tree(path).body and not ast.get_docstring(tree(path))
    ]
    assert [name(path) for path in silent] == []


def test_each_foreign_library_has_one_owner() -> None:
    own = {"auditor_app", "ui"} | set(sys.stdlib_module_names)
    strays = {
        f"{name(path)} imports {library}"
        for path in product()
        for library in {module.partition(".")[0] for module in imports(path)} - own
        if not f"{name(path)}/".startswith(f"{OWNERS.get(library, '?')}/")
    }
    assert strays == set()


def test_pages_never_import_pages() -> None:
    pages = ROOT / "ui" / "pages"
    names = {f"ui.pages.{p.stem}" for p in pages.glob("*.py")} - {"ui.pages.base"}
    strays = [
        f"{name(path)} imports {module}"
        for path in pages.glob("*.py")
        if path.name != "__init__.py"
        for module in imports(path)
        if module in names
    ]
    assert strays == []


def test_nothing_is_left_unfinished() -> None:
    found = [
        f"{name(path)}:{number}: {line.strip()}"
        for path in everything()
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if UNFINISHED.search(line)
    ]
    assert found == []


@cache
def error_names() -> set[str]:
    found = {cls.__name__ for cls in vars(errors).values() if isinstance(cls, type)}
    for path in product():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.ClassDef) and {ast.unparse(b) for b in node.bases} & found:
                found.add(node.name)
    return found


def test_every_kind_of_error_says_when_it_is_raised() -> None:
    silent = [
        node.name
        for path in product()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
        and node.name in error_names()
        and not ast.get_docstring(node)
    ]
    assert silent == []


def test_every_error_raised_has_a_text_to_read() -> None:
    kinds = error_names()
    mute = [
        f"{name(path)}:{node.lineno}"
        for path in product()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Raise)
        and isinstance(node.exc, ast.Name | ast.Call)
        and ast.unparse(node.exc).removesuffix("()") in kinds
    ]
    assert mute == []


@pytest.mark.parametrize("path", sorted((ROOT / "data").rglob("*.toml")), ids=name)
def test_shipped_knowledge_parses(path: Path) -> None:
    readers: dict[str, Callable[[str], object]] = {
        "rulebooks": parse_rulebook,
        "standards": parse_general if path.stem == "general" else parse_standard,
    }
    read = readers.get(path.parent.name, tomllib.loads)
    assert read(path.read_text(encoding="utf-8"))


SENTENCE = 12  # Chinese characters in a row that two writers don't arrive at by chance
# Names, an official table and a wording that certificates must bear are facts too.
AS_PRINTED = re.compile(r"name|body|title|standard\.title|risk_category\..*")
OFFICIAL_WORDING = "（www.cnca.gov.cn）上查询"


def runs(text: str) -> set[str]:
    """Every run of a sentence's length of Chinese characters, whatever the punctuation."""
    han = "".join(re.findall(r"[㐀-鿿]+", text))
    return {han[start : start + SENTENCE] for start in range(len(han) - SENTENCE + 1)}


def texts(value: object, path: str = "") -> Iterator[tuple[str, str]]:
    """The texts in a TOML file, each with the dotted name of its place."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, below in value.items():
            yield from texts(below, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for below in value:
            yield from texts(below, path)


def test_facts_carry_over_but_sentences_do_not() -> None:
    if not SEEDS.is_dir():
        pytest.skip("the rule documents lie in the developers' shared folder only")
    seeds = {run for path in SEEDS.glob("*.txt") for run in runs(path.read_text(encoding="utf-8"))}
    copied = [
        f"{name(path)} {place}: {text}"
        for path in sorted((ROOT / "data").rglob("*.toml"))
        for place, text in texts(tomllib.loads(path.read_text(encoding="utf-8")))
        if runs(text) & seeds
        if not AS_PRINTED.fullmatch(place) and OFFICIAL_WORDING not in text
    ]
    assert seeds
    assert copied == []


def test_locked_versions_are_those_the_project_allows() -> None:
    """pip installs 6.12.0 on 3.11 without a word; it dies there (PYSIDE-3474)."""
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    versions = [v.split(".") for v in re.findall(r"^pyside6-\w+==(\S+)", lock, re.MULTILINE)]
    assert versions
    assert all((6, 9) <= (int(major), int(minor)) < (6, 12) for major, minor, *_ in versions)
    assert "://" not in "".join(line for line in lock.splitlines() if not line.startswith("#"))


def test_qt_keeps_its_references_to_none() -> None:
    """PySide6 6.12.0 drops one at every call below Python 3.12, until the process dies."""
    from PySide6.QtCore import QObject

    holder = QObject()
    before = sys.getrefcount(None)
    for _ in range(1000):
        holder.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 50


def test_changes_are_told_newest_first() -> None:
    text = (ROOT / "resources" / "changes.md").read_text(encoding="utf-8")
    versions = [
        tuple(map(int, v.split(".")))
        for v in re.findall(r"^## (\d+\.\d+\.\d+)", text, re.MULTILINE)
    ]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == ".".join(map(str, versions[0]))
    assert all(newer > older for newer, older in pairwise(versions))
