"""Whole walks by keyboard alone; what is compared is the words on screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop_app.domain.situation.situation import Concern
from desktop_app.ui.call.where_field import NOTHING_TYPED
from tests.ui.conftest import OpenWindow
from tests.ui.walker import AT_HOME, Walker

ENTER, BACK, ESCAPE, TAB = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Tab,
)


def test_two_keys_to_the_number(walker: Walker) -> None:
    walker.press("1", ENTER)
    assert walker.read("first-number") == "01632 960001"
    assert walker.read("first-service") == "Integrated Front Door"
    assert walker.read("first-state") == "Open until 16:20"
    assert walker.read("first-reason") == "Friday, office hours."
    walker.press("i")
    assert walker.read("first-because") == "Friday 16:05: this line is open until 16:20."


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        ("11", "01632 960001"),
        ("12", "01632 960003"),
        ("13", "01632 960005"),
        ("14", "01632 960007"),
        ("21", "01632 960002"),
        ("22", "01632 960004"),
        ("31", "01632 960247"),
        ("42", "01632 960003"),
        ("52", "01632 960003"),
        ("19", "01632 960555"),
        ("10", "01632 960555"),
        ("15", "01632 960555"),
        ("16", "01632 960555"),
    ],
)
def test_every_digit_answers(walker: Walker, keys: str, number: str) -> None:
    walker.press(*keys)
    assert walker.read("first-number") == number


def test_without_a_home_council_enter_takes_none_and_says_what_to_do(
    open_window: OpenWindow,
) -> None:
    walker = open_window(settings={"colours": "light"})
    walker.press("1")
    assert not walker.find("where-bedford").property("usual")
    assert walker.window.focusWidget().objectName() == "where-text"
    walker.press(ENTER)
    assert not walker.sees("first-number")
    assert walker.read("where-answer") == NOTHING_TYPED
    walker.press("3")
    assert walker.read("first-number") == "01632 960005"


def test_keys_pressed_before_the_window_is_awake_keep_to_the_practice_s_council(
    open_window: OpenWindow,
) -> None:
    walker = open_window(settings={**AT_HOME, "home_council": "luton"}, awake=False)
    target = walker.window.windowHandle()
    for key in (Qt.Key.Key_1, ENTER):
        walker.patience.wait()
        QTest.keyClick(target, key)
    assert walker.read("first-number") == "01632 960005"


def test_the_rule_of_the_place_is_told(walker: Walker) -> None:
    walker.press("1")
    assert "where it took place" in walker.read("where-rule")
    assert "may not be where they live or are registered" in walker.read("where-rule")


def test_a_postcode_is_said_back_before_it_is_taken(walker: Walker) -> None:
    walker.press("2", "m", "k43 0aa")
    assert walker.read("where-answer") == "MK43 0AA is in Bedford Borough."
    assert not walker.sees("first-number")
    walker.press(ENTER)
    assert walker.read("first-number") == "01632 960002"


def test_an_ambiguous_postcode_is_never_settled_by_enter(walker: Walker) -> None:
    walker.press("1", *"mk43", ENTER)
    assert not walker.sees("first-number")
    assert walker.window.focusWidget().objectName() == "where-choice-1"
    walker.press(TAB, ENTER)
    assert walker.read("first-number") == "01632 960003"


def test_who_cannot_tell_which_council_is_shown_all_of_them(walker: Walker) -> None:
    walker.press("1", *"mk43", ENTER, TAB, TAB, TAB, ENTER)
    names = ("first", "beside-1", "fallback-1")  # two in large, the third as a row
    shown = {walker.read(f"{name}-number") for name in names}
    assert shown == {"01632 960001", "01632 960003", "01632 960007"}


def test_a_digit_in_the_field_is_typed_and_chooses_nothing(walker: Walker) -> None:
    walker.press("1", "m", "k", "4")
    assert walker.find("where-text").property("text") == "mk4"
    assert not walker.sees("first-number")


def test_backspace_goes_back_one_answer_at_a_time(walker: Walker) -> None:
    walker.press("1", "1", BACK)
    assert walker.read("where-question") == "Where did it happen?"
    walker.press(BACK)
    assert walker.read("who-question") == "Who are you worried about?"


def test_backspace_in_the_empty_field_goes_back(walker: Walker) -> None:
    walker.press("1", "m", BACK)
    assert walker.sees("where-text")
    walker.press(BACK)
    assert walker.sees("who-question")


def test_escape_forgets_everything(walker: Walker) -> None:
    walker.press("1", *"mk43", ESCAPE)
    assert walker.sees("who-question")
    walker.press("1")
    assert walker.find("where-text").property("text") == ""


def test_nothing_of_the_answer_is_left_after_starting_again(walker: Walker) -> None:
    walker.press("1", "1", ESCAPE)
    labels = walker.window.findChildren(QLabel)
    assert labels
    assert not any("960001" in label.text() for label in labels)


def test_circumstances_widen_by_keyboard(walker: Walker) -> None:
    walker.press("3", ENTER)
    assert not walker.sees("also-1-number")
    walker.find("circumstance-care-needs").setFocus()
    walker.press(Qt.Key.Key_Space)
    assert walker.read("also-1-number") == "01632 960002"
    assert walker.window.focusWidget().objectName() == "circumstance-care-needs"


def test_both_is_a_switch_that_can_be_taken_back(walker: Walker) -> None:
    walker.press("1", ENTER)
    walker.find("also-both").setFocus()
    walker.press(ENTER)
    assert concern(walker) == Concern.BOTH
    assert walker.read("beside-1-number") == "01632 960002"
    walker.press(ENTER)
    assert concern(walker) == Concern.CHILD


def test_the_whole_answer_can_be_reached_by_tab(walker: Walker) -> None:
    walker.press("1", ENTER)
    reached = set()
    for _ in range(60):
        walker.press(TAB)
        reached.add(walker.window.focusWidget().objectName())
    wanted = {"first-copy", "fallback-1-copy", "also-both", "back", "start-again", "what-if"}
    assert wanted <= reached


def test_mouse_alone_gets_there_too(walker: Walker) -> None:
    walker.wait()
    walker.find("who-adult").click()  # type: ignore[attr-defined]
    walker.wait()
    walker.find("where-central-bedfordshire").click()  # type: ignore[attr-defined]
    assert walker.read("first-number") == "01632 960004"


def concern(walker: Walker) -> Concern | None:
    situation = walker.program.call_now.situation
    return situation.concern if situation else None
