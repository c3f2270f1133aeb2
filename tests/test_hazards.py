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
