"""The coverage gate itself: it must fail when too little is reached."""

from typing import Any

from tests.coverage import FULL, rows, table


def a_report(**reached: int) -> dict[str, Any]:
    """Coverage's report of files with 1000 statements each; `domain=7` reaches 7 of them."""
    paths = {name.partition("/")[2]: f"{name}/a.py" for name in FULL}
    paths |= {"operations": "auditor_app/operations/a.py", "ui": "ui/pages/a.py"}
    return {
        "files": {
            path: {
                "summary": {
                    "covered_lines": reached.get(short, 1000),
                    "num_statements": 1000,
                    "covered_branches": 0,
                    "num_branches": 0,
                },
                "missing_lines": list(range(1, 1001 - reached.get(short, 1000))),
                "missing_branches": [],
            }
            for short, path in paths.items()
        }
    }


def failing(**reached: int) -> list[str]:
    return [row.name for row in rows(a_report(**reached)) if not row.is_met]


def test_what_is_wholly_reached_passes() -> None:
    assert failing() == []
    assert [line.split()[0] for line in table(rows(a_report()))] == [*FULL, "auditor_app,", "ui"]


def test_one_statement_missing_where_all_is_wanted_fails() -> None:
    assert failing(storage=999, exchange=999) == ["auditor_app/exchange", "auditor_app/storage"]


def test_the_rest_is_content_with_nine_tenths() -> None:
    assert failing(operations=900, ui=900) == []
    assert failing(operations=899, ui=899) == ["auditor_app, the rest", "ui"]


def test_a_package_that_moved_away_is_not_forgotten() -> None:
    report = a_report()
    del report["files"]["auditor_app/domain/a.py"]
    assert [row.name for row in rows(report) if not row.is_met] == ["auditor_app/domain"]


def test_the_lines_to_look_at_are_named() -> None:
    told = table(rows(a_report(security=998)))
    assert "    auditor_app/security/a.py: 2 missing, lines 1, 2" in told
    assert sum(line.endswith("FAILED") for line in told) == 1
