"""How many keys it takes, counted on the real directory: each press, from the first question on."""

import re
from itertools import product

import pytest
from PySide6.QtCore import Qt

from desktop_app.paths import directory_file
from desktop_app.store.directory.directory import open_directory
from tests import sweeps
from tests.ui.conftest import OpenWindow
from tests.ui.walker import AT_HOME, Walker

COUNCILS = ("bedford", "central-bedfordshire", "luton", "milton-keynes")
MOMENTS = ("2026-11-30T10:00", "2026-12-25T03:00")
ENTER = Qt.Key.Key_Return
"""At the second question: the practice's own council."""


class Counted:
    """A person at the keyboard whose presses are counted."""

    def __init__(self, walker: Walker) -> None:
        self.walker, self.presses = walker, 0

    def press(self, key: str | Qt.Key) -> None:
        self.walker.press(key)
        self.presses += 1

    @property
    def number(self) -> str:
        return self.walker.read("first-number")


SOMEBODY = [(council, MOMENTS[place % 2]) for place, council in enumerate(COUNCILS)]
"""At each council, by day at one and by night at the next; all of them with `check --slow`."""


@pytest.fixture(params=list(product(COUNCILS, MOMENTS)) if sweeps.whole() else SOMEBODY)
def person(request: pytest.FixtureRequest, open_window: OpenWindow) -> Counted:
    council, moment = request.param
    settings = {**AT_HOME, "home_council": council}
    walker = open_window(moment, settings, lambda: open_directory(directory_file()))
    return Counted(walker)


@pytest.mark.parametrize("concern", ["1", "2"])
def test_the_number_for_a_child_or_an_adult_takes_two(person: Counted, concern: str) -> None:
    person.press(concern)
    person.press(ENTER)
    assert person.presses == 2
    assert re.fullmatch(r"[\d ]{3,}", person.number)


def test_children_in_the_home_take_one_more(person: Counted) -> None:
    person.press("3")
    if not person.walker.sees("first-number"):
        person.press(ENTER)
    before = person.presses
    person.press("y")
    assert person.presses == before + 1
    assert person.walker.sees("beside-1-number")


def test_the_next_number_takes_one_more(person: Counted) -> None:
    person.press("1")
    person.press(ENTER)
    rung = person.number
    person.press("n")
    assert person.presses == 3
    assert person.number != rung
