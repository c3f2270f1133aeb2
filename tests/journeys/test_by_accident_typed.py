"""Keys pressed before a question was read, digits that begin an address, and pasting."""

from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop_app.ui.call.question import COUNTED_ONCE, SEEN_AFTER_MS, TOO_SOON
from desktop_app.ui.call.still_typing import LISTENS_MS
from desktop_app.ui.call.where_field import NOTHING_TYPED
from desktop_app.ui.call.where_page import TYPES_ON_MS
from tests import sweeps
from tests.journeys.accidental_keys import BACK, ENTER, ESCAPE, asked_where
from tests.ui.conftest import OpenWindow
from tests.ui.walker import Walker, settle

ADDRESSES = (
    "3 Mill Lane, Sandy",
    "45 Dunstable Road",
    "1a High Street, Luton",
    "2/4 London Road",
    "61 Bedford Road",
    "7 Station Road",
    "4, The Green",
)


def type_quickly(walker: Walker, text: str, between_ms: int = 150) -> None:
    """Type as the system hands it in: to the window, whatever has the focus there."""
    handle = walker.window.windowHandle()
    for letter in text:
        QTest.keyClick(handle, letter)  # type: ignore[call-overload]  # the stubs know no letters
        settle()
        walker.wait(between_ms)


def test_the_first_question_takes_nothing_before_it_is_read(walker: Walker) -> None:
    walker.press(ESCAPE)
    walker.program.call_now.focus_first()
    settle()
    walker.press_at_once("2")
    assert walker.read("who-question-told") == TOO_SOON
    walker.wait(SEEN_AFTER_MS)
    walker.press_at_once("2")
    assert walker.sees("where-question")


def test_the_same_key_twice_at_one_go_counts_once_and_says_so(walker: Walker) -> None:
    asked_where(walker)
    walker.wait(100)
    walker.press_at_once("1")
    assert walker.read("where-question-told") == COUNTED_ONCE
    walker.wait(5_000)
    assert walker.sees("where-question")
    walker.press("1")
    assert walker.read("first-number") == "01632 960001"


@pytest.mark.parametrize("early", [20, 100, 399])
@pytest.mark.parametrize(("key", "number"), [("2", "01632 960003"), (ENTER, "01632 960001")])
def test_another_key_pressed_early_is_kept_until_the_question_was_seen(
    walker: Walker, early: int, key: str | Qt.Key, number: str
) -> None:
    asked_where(walker)
    walker.wait(early)
    walker.press_at_once(key)
    assert not walker.sees("first-number")
    walker.wait(TYPES_ON_MS)
    assert walker.read("first-number") == number


def test_enter_is_never_taken_before_the_question_was_seen(walker: Walker) -> None:
    asked_where(walker)
    walker.wait(100)
    walker.press_at_once(ENTER)
    walker.wait(SEEN_AFTER_MS - 101)
    assert not walker.sees("first-number")
    assert walker.find("where-bedford").property("waiting")
    walker.wait(1)
    assert walker.sees("first-number")


def test_enter_early_without_a_council_of_its_own_takes_none(open_window: OpenWindow) -> None:
    walker = asked_where(open_window(settings={"colours": "light"}))
    walker.wait(100)
    walker.press_at_once(ENTER)
    assert walker.read("where-answer") == NOTHING_TYPED
    walker.wait(5_000)
    assert not walker.sees("first-number")


def test_two_keys_still_lead_to_the_number(walker: Walker) -> None:
    walker.wait()
    walker.press_at_once("1")
    walker.wait(SEEN_AFTER_MS)
    walker.press_at_once("1")
    walker.wait(TYPES_ON_MS)
    assert walker.read("first-number") == "01632 960001"


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_typed_goes_to_the_field_whole(walker: Walker, address: str) -> None:
    asked_where(walker).wait()
    type_quickly(walker, address)
    walker.wait(5_000)
    assert walker.find("where-text").property("text") == address
    assert not walker.sees("first-number")


BEGIN_AS_AN_ANSWER = [each for each in ADDRESSES if each[0] in "123456" and "/" not in each]
SLOW = (TYPES_ON_MS + 1, 1_000, TYPES_ON_MS + LISTENS_MS - 1)


@pytest.mark.parametrize(
    ("address", "slow"), sweeps.sampled(product(BEGIN_AS_AN_ANSWER, SLOW), 7, of="slow")
)
def test_an_address_typed_slowly_gets_there_too_and_copies_nothing(
    walker: Walker, address: str, slow: int
) -> None:
    QGuiApplication.clipboard().setText("a letter")
    asked_where(walker).wait()
    type_quickly(walker, address, slow)
    assert walker.find("where-text").property("text") == address
    assert not walker.sees("first-number")
    assert QGuiApplication.clipboard().text() == "a letter"


def test_while_a_digit_waits_it_is_said_what_it_means(walker: Walker) -> None:
    asked_where(walker).wait()
    walker.press_at_once("3")
    assert walker.read("where-answer") == "3 is Luton. If it begins an address, type on."
    assert walker.find("where-luton").property("waiting")
    walker.press_at_once(BACK)
    walker.wait(5_000)
    assert not walker.sees("first-number")
    assert not walker.find("where-luton").property("waiting")


def test_enter_after_a_digit_waits_for_no_address(walker: Walker) -> None:
    asked_where(walker).wait()
    walker.press_at_once("3", ENTER)
    assert walker.read("first-number") == "01632 960005"


def test_start_again_takes_a_waiting_answer_back(walker: Walker) -> None:
    asked_where(walker).wait()
    walker.press_at_once("3", ESCAPE)
    walker.wait(5_000)
    assert walker.sees("who-question")
    walker.press("1")
    assert walker.find("where-text").property("text") == ""


def test_another_page_takes_a_waiting_answer_back(walker: Walker) -> None:
    asked_where(walker).wait()
    walker.press_at_once("3")
    walker.program.open_page("about")
    walker.wait(5_000)
    assert walker.program.call_now.situation is None


def test_copying_right_after_a_digit_copies(walker: Walker) -> None:
    walker.press("1")
    walker.press_at_once("3")
    walker.wait(TYPES_ON_MS + SEEN_AFTER_MS)
    walker.press_at_once("c")
    assert QGuiApplication.clipboard().text() == "01632 960005"


def test_pasting_goes_to_the_field_whatever_has_the_focus(walker: Walker) -> None:
    QGuiApplication.clipboard().setText("MK43 0AA")
    walker.press("1")
    walker.shortcut(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert walker.find("where-text").property("text") == "MK43 0AA"
    assert walker.read("where-answer") == "MK43 0AA is in Bedford Borough."


def test_a_number_pasted_answers_nothing(walker: Walker) -> None:
    QGuiApplication.clipboard().setText("3 Mill Lane")
    walker.press("1")
    walker.shortcut(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    walker.wait(5_000)
    assert walker.find("where-text").property("text") == "3 Mill Lane"
    assert not walker.sees("first-number")


@pytest.mark.parametrize("with_key", ["ControlModifier", "AltModifier", "MetaModifier"])
def test_a_digit_with_another_key_is_no_answer(walker: Walker, with_key: str) -> None:
    walker.wait()
    walker.shortcut(Qt.Key.Key_1, Qt.KeyboardModifier[with_key])
    walker.wait(5_000)
    assert walker.sees("who-question")


def test_a_digit_typed_into_the_field_somebody_clicked_answers_nothing(
    open_window: OpenWindow,
) -> None:
    walker = asked_where(open_window(settings={"colours": "light"}))
    walker.wait()
    QTest.mouseClick(walker.find("where-text"), Qt.MouseButton.LeftButton)
    walker.press_at_once("4")
    walker.wait(5_000)
    assert not walker.sees("first-number")
