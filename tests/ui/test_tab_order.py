"""Tab goes through a page as it is read: from the number down, never past something and back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.conftest import OpenWindow
from tests.ui.walker import Walker, settle


def stops(walker: Walker) -> list[str]:
    """The names of all that Tab comes to on the page in front, in its order."""
    names, each = [], walker.window.nextInFocusChain()
    while each is not None and each is not walker.window:
        tabbed = each.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        if tabbed and each.isVisible() and each.isEnabled() and each.objectName():
            names.append(each.objectName())
        each = each.nextInFocusChain()
    return names


def in_order(names: list[str], *wanted: str) -> bool:
    places = [names.index(each) for each in wanted]
    return places == sorted(places)


def fail(walker: Walker) -> None:
    walker.find("first-failed").click()  # type: ignore[attr-defined]
    settle()


def practice(walker: Walker) -> None:
    walker.program.open_page("practice")
    walker.find("practice-add").click()  # type: ignore[attr-defined]
    settle()


@pytest.mark.parametrize(
    ("keys", "also", "wanted"),
    [
        (
            "11",
            lambda _: None,
            "back start-again first-copy first-code fallback-1-copy also-both fold-open",
        ),
        (
            "11i",
            fail,
            "first-copy fold-open first-failed first-failed-no_answer first-failed-nothing",
        ),
        ("42", lambda _: None, "first-copy beside-1-copy fallback-1-copy also-both"),
        ("1mk43", lambda _: None, "where-outside where-text where-choice-1 where-choice-all"),
        (
            "",
            practice,
            "practice-name contact-1-role contact-2-role practice-keep card-export",
        ),
    ],
    ids=["answer", "failed number", "two numbers", "place", "practice"],
)
def test_tab_follows_the_page(
    open_window: OpenWindow, keys: str, also: Callable[[Walker], None], wanted: str
) -> None:
    walker = open_window("2026-11-20T10:05").press(*keys)
    also(walker)
    assert in_order(stops(walker), *wanted.split()), stops(walker)


def test_tab_follows_the_page_when_the_answer_changes(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T16:19").press("1", "1")
    walker.later("2026-11-20T16:20")
    assert in_order(stops(walker), "start-again", "first-copy", "fallback-1-copy", "also-both")


def test_page_down_scrolls_a_page_on_which_nothing_can_be_pressed(
    open_window: OpenWindow,
) -> None:
    walker = open_window()
    walker.window.resize(1024, 768)
    walker.program.open_page("about")
    settle()
    rail_button: QWidget = walker.find("page-about")
    rail_button.setFocus()
    bar = walker.find("about-page").verticalScrollBar()  # type: ignore[attr-defined]
    assert bar.maximum() > 0
    walker.press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    walker.press(Qt.Key.Key_PageUp)
    assert bar.value() == 0
