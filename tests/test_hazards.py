"""The hazard log names tests that exist."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NAMED = re.findall(
    r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (ROOT / "docs/hazards.md").read_text("utf-8")
)


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_every_test_of_the_hazard_log_exists(file: str, test: str) -> None:
    text = (ROOT / file).read_text("utf-8")
    assert f"def {test or 'test_'}" in text


def test_every_hazard_names_a_test_or_says_that_there_is_none() -> None:
    rows = [
        row for row in (ROOT / "docs/hazards.md").read_text("utf-8").splitlines() if "| H" in row
    ]
    assert rows
    assert all("tests/" in row or "no test" in row for row in rows)
