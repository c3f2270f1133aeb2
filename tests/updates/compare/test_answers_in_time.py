"""Which answers a release changes is told before anybody signs it: soon enough to be looked at."""

import time
from pathlib import Path

import pytest

from desktop_app.domain.compare.change_kinds import ABOUT_ANSWERS
from tests.updates.poisoned import script, told

SECONDS = 3.0
EVERY_NUMBER = "UPDATE line SET number = substr(number, 1, 10) || '99', display = display || '0';"
"""So that no answer of the one is an answer of the other."""


@pytest.mark.slow
def test_every_answer_that_differs_is_told_in_three_seconds_of_work(tmp_path: Path) -> None:
    began = time.process_time()
    found = told(tmp_path, script(EVERY_NUMBER), answers=True)
    spent = time.process_time() - began
    assert any(change.kind in ABOUT_ANSWERS for change in found)
    assert spent <= SECONDS, f"{spent:.1f} s"
