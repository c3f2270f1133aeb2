"""Whose data is inside stands in the README, and with it in the wheel's own description."""

from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
CREDITS = yaml.load((ROOT / "db/national/attributions.yaml").read_text("utf-8"), yaml.CSafeLoader)


@pytest.mark.parametrize("credit", CREDITS, ids=lambda credit: credit["name"])
def test_every_attribution_stands_in_the_readme(credit: dict[str, str]) -> None:
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split())
    assert " ".join(credit["text"].split()) in readme


def test_the_readme_is_the_wheel_s_description() -> None:
    assert 'readme = "README.md"' in (ROOT / "pyproject.toml").read_text("utf-8")
