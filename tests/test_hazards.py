"""The hazard log names tests that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
NAMED = re.findall(
    r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (ROOT / "docs/hazards.md").read_text("utf-8")
)


def test_every_test_of_the_hazard_log_exists() -> None:
    assert len(NAMED) > 100
    assert [
        (file, test)
        for file, test in NAMED
        if f"def {test or 'test_'}" not in (ROOT / file).read_text("utf-8")
    ] == []


def test_every_hazard_names_a_test_or_says_that_there_is_none() -> None:
    rows = [
        row for row in (ROOT / "docs/hazards.md").read_text("utf-8").splitlines() if "| H" in row
    ]
    assert rows
    assert all("tests/" in row or "no test" in row for row in rows)


def test_no_danger_stands_twice_and_no_number_names_two() -> None:
    text = (ROOT / "docs/hazards.md").read_text("utf-8")
    rows = [row.split("|")[1:3] for row in text.splitlines() if row.startswith("| H")]
    for column in zip(*rows, strict=True):
        told = [each.strip() for each in column]
        assert {each for each in told if told.count(each) > 1} == set()
