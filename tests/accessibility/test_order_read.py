"""Number, state, reason, next number: the order in which the bus gives an answer, whatever it is.

Twelve answers of every kind are walked in the real window, read by another program: open, closed,
not certain, two numbers, a place outside, one not known, a form, a circumstance, a number rung.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest

from desktop_app.domain.situation.situation import HAPPENED, WORKS
from tests.outside.desktop import Desktop, needed
from tests.outside.tree import Node

pytestmark = [
    needed,
    pytest.mark.slow,
    pytest.mark.skipif(which("faketime") is None, reason="a made-up clock needs: faketime"),
]

SPELLED = re.compile(r"\d(?: \d)*(?:, \d(?: \d)*)*(?:, then .*)?")
STATES = ("Open", "Should be open", "Assumed open", "Not certain", "Closed", "Cannot wait?")
NEXT = "If nobody answers"
BY_DAY = ["1 1", "3 3", "3 3 y", "4 1", "1 9", "1 4", "1 1 n", "1 stevenage", "2 3 space"]
BY_NIGHT = ["1 1", "5 2", "2 4"]
AT_CHRISTMAS = ["1 1", "2 3"]
MOMENTS = {
    "2026-12-01 12:00:00": BY_DAY,
    "2026-11-29 03:00:00": BY_NIGHT,
    "2026-12-25 10:00:00": AT_CHRISTMAS,
}
TWO_NUMBERS = {"3 3 y", "4 1"}


@pytest.fixture(params=MOMENTS)
def at(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, Desktop]]:
    with Desktop(tmp_path) as opened:
        opened.open("faketime", "-f", f"@{request.param}")
        yield request.param, opened


def walk(desktop: Desktop, keys: str) -> list[Node]:
    """Give these answers, then everything on the page below the way to it, as it is read."""
    desktop.press("Escape", "Escape")
    who, where, *more = keys.split()
    desktop.answer("Who are you worried about?", who)
    if where.isdigit():
        desktop.answer((WORKS if who == "5" else HAPPENED).question, where)
    else:
        desktop.type(where)
        desktop.wait_to_hear(where.capitalize())
        desktop.press("Return", "Return")  # to the one choice, and there it is taken
    desktop.wait_to_hear(NEXT)
    for each in more:
        if each == "space":
            desktop.tab_to("Recent sexual assault")
        desktop.press(each)
    desktop.wait_to_hear("Rung" if "n" in more else NEXT)
    shown = [each for each in desktop.tree().walk() if each.showing and (each.name or each.text)]
    begins = next(at for at, each in enumerate(shown) if each.name == "Start again")
    return shown[begins + 1 :]


def said(node: Node) -> str:
    return node.name or node.text


def test_number_state_reason_and_next_number_are_met_in_that_order(
    at: tuple[str, Desktop],
) -> None:
    moment, desktop = at
    for keys in MOMENTS[moment]:
        told = walk(desktop, keys)
        words = [said(each) for each in told if each.role == "label"]
        number = next(place for place, each in enumerate(words) if SPELLED.fullmatch(each))
        state, reason = words[number + 1], words[number + 2]
        assert words[number - 1], (keys, words)  # who answers stands before the number
        assert state.startswith(STATES), (keys, words)
        assert len(reason.split()) <= 8, (keys, reason)
        heading = next(place for place, each in enumerate(words) if each.startswith(NEXT))
        assert heading > number + 2, (keys, words)
        assert SPELLED.fullmatch(words[heading + 2]), (keys, words[heading : heading + 4])
        assert words[heading + 3].startswith(STATES), (keys, words[heading : heading + 4])
        large = [each for each in words[:heading] if SPELLED.fullmatch(each)]
        assert len(large) == (2 if keys in TWO_NUMBERS else len(large)), (keys, large)
        assert 1 <= len(large) <= 2, (keys, large)


def test_what_can_be_pressed_beside_a_number_names_whose_it_is(at: tuple[str, Desktop]) -> None:
    moment, desktop = at
    told = walk(desktop, MOMENTS[moment][0])
    pressed = [said(each) for each in told if each.role == "push button"]
    nobody = next(each for each in pressed if each.startswith("Nobody answered"))
    copy = next(each for each in pressed if each.startswith("Copy the number of"))
    assert nobody.startswith(f"Nobody answered: {copy.removeprefix('Copy the number of ')}")
