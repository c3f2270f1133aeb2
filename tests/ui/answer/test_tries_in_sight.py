"""Nobody answered, once or to the end: what is needed to act stays on the first screen."""

from itertools import product

import pytest
from PySide6.QtCore import QSize, Qt

from tests import sweeps
from tests.ui.answer.test_one_screen import CARD, check, page_of, real
from tests.ui.conftest import OpenWindow
from tests.ui.walker import AT_HOME, Walker, settle

SIZES = {
    "a window at 1024x768": QSize(1008, 728),
    "the smallest promised": QSize(1024, 728),
    "a window at 1366x768": QSize(1180, 728),
}
MOST_TRIES = 9


def answered(open_window: OpenWindow, moment: str, size: QSize, percent: int = 100) -> Walker:
    walker = open_window(moment, {**AT_HOME, "text_percent": percent}, real)
    walker.window.resize(size)
    walker.program.call_now.show_practice(CARD)
    settle()
    return walker


def rung_to_the_end(walker: Walker, keys: str, moment: str) -> None:
    """Press N until 999 stands first; all of it in sight each time."""
    walker.press(Qt.Key.Key_Escape, *keys)
    check(walker, (keys, moment))
    for pressed in range(1, MOST_TRIES):
        before = walker.read("first-number")
        if before == "999":
            return
        walker.press("n")
        assert walker.read("first-number") != before
        check(walker, (keys, moment, f"N {pressed} times"))
        down = page_of(walker)._scroll.verticalScrollBar()
        assert down.maximum() == 0, (keys, moment, pressed)
    assert walker.read("first-number") == "999"


@pytest.mark.parametrize("name", SIZES)
@pytest.mark.parametrize("keys", ["13", "33y", "24"])
def test_every_number_that_takes_its_place_leaves_the_rest_in_sight(
    open_window: OpenWindow, name: str, keys: str
) -> None:
    moment = "2026-11-29T02:17"
    rung_to_the_end(answered(open_window, moment, SIZES[name]), keys, moment)


WHEN = ("2026-12-01T10:05", "2026-11-27T16:20", "2026-12-25T10:00")


@pytest.mark.slow
@pytest.mark.parametrize(("name", "moment"), sweeps.sampled(product(SIZES, WHEN), 6))
def test_every_worry_and_place(open_window: OpenWindow, name: str, moment: str) -> None:
    walker = answered(open_window, moment, SIZES[name])
    """Every worry and place with `check --slow`; else some, others at each size and moment."""
    every = product("12345", "123456")
    for worry, place in sweeps.sampled(every, 2, of=f"{name} {moment}"):
        rung_to_the_end(walker, worry + place, moment)


def test_what_to_say_turns_with_the_number(open_window: OpenWindow) -> None:
    walker = answered(open_window, "2026-12-01T10:05", SIZES["the smallest promised"])
    walker.press(*"33y")
    assert "See them alone" in walker.all_words()
    walker.press("n")
    assert "about a child" in walker.all_words()
    assert "See them alone" not in walker.all_words()
    walker.press(*"nnnnnnnnnnnn")
    assert walker.read("first-number") == "999"
    assert "ambulance" in walker.all_words()
