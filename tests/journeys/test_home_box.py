"""The one box of the home page: a letter begins it, Enter takes the only answer, nothing stays."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.domain.browse.one_box import BoxAnswer
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.situation.concern import Concern
from desktop_app.ui.call.box_page import CHOOSE, BoxFound
from desktop_app.ui.call.question import TOO_SOON
from tests.area import LUTON
from tests.ui.conftest import OpenWindow
from tests.ui.walker import Walker, settle

THERE = Whereabouts(WhereStatus.KNOWN, (LUTON,))
ABUSE = BoxAnswer(concern=Concern.DOMESTIC_ABUSE, where=THERE)
CHILD = BoxAnswer(concern=Concern.CHILD, where=THERE)
OPEN = BoxAnswer(concern=Concern.CHILD)
FOUND = {
    "husband hits her, luton": BoxFound(answers=(ABUSE,)),
    "hits, luton": BoxFound(answers=(CHILD, ABUSE)),
    "bruises": BoxFound(answers=(OPEN,)),
    "mash": BoxFound(services=(("luton-children", "Luton MASH · 01632 960001"),)),
}
ENTER, ESCAPE, BACK, DOWN = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Escape,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Down,
)


@pytest.fixture
def walker(open_window: OpenWindow) -> Walker:
    walker = open_window("2026-11-27T12:00")
    found = FOUND.get
    walker.program.call_now.find_with(
        lambda text: found(text, BoxFound()), walker.program._look_for
    )
    walker.wait()
    return walker


def type_in(walker: Walker, text: str) -> QLineEdit:
    """The first letter at the question, the others in the box; then a pause."""
    walker.press(text[0])
    field = walker.find("box-field")
    assert isinstance(field, QLineEdit)
    field.insert(text[1:])
    walker.program.call_now._box._look()  # type: ignore[union-attr]
    settle()
    walker.wait()
    return field


def answered(walker: Walker) -> list[Concern]:
    """The concern of the answer on screen, if one is."""
    situation = walker.program.call_now.situation
    return [situation.concern] if situation else []


def test_a_letter_begins_the_box_and_a_digit_still_answers(walker: Walker) -> None:
    walker.press("h")
    assert walker.find("box-field").text() == "h"  # type: ignore[attr-defined]
    walker.press(BACK, BACK)
    assert walker.sees("who-question")
    walker.press("2")
    assert walker.sees("where-question")


def test_a_nought_begins_a_number_and_no_other_digit_does(walker: Walker) -> None:
    for digit in "6789":
        walker.press(digit)
        assert walker.sees("who-question")
    walker.press("0")
    assert walker.find("box-field").text() == "0"  # type: ignore[attr-defined]


def test_enter_takes_the_only_answer(walker: Walker) -> None:
    type_in(walker, "husband hits her, luton")
    line = walker.find("box-answer-1")
    assert line.accessibleName() == "Someone experiencing domestic abuse · Luton"
    walker.press(ENTER)
    situation = walker.program.call_now.situation
    assert situation is not None
    assert (situation.concern, situation.where) == (Concern.DOMESTIC_ABUSE, THERE)


def test_of_two_readings_enter_takes_none(walker: Walker) -> None:
    type_in(walker, "hits, luton")
    walker.press(ENTER)
    assert not answered(walker)
    assert walker.read("box-choose") == CHOOSE
    walker.press(DOWN, DOWN, ENTER)
    assert answered(walker) == [Concern.DOMESTIC_ABUSE]


def test_without_a_place_the_second_question_is_asked(walker: Walker) -> None:
    type_in(walker, "bruises")
    walker.press(ENTER)
    assert walker.sees("where-question")


def test_a_line_that_nobody_can_have_read_is_not_taken(walker: Walker) -> None:
    walker.press("h")
    field = walker.find("box-field")
    field.insert("usband hits her, luton")  # type: ignore[attr-defined]
    walker.press_at_once(ENTER)
    assert walker.program.call_now.situation is None
    assert walker.read("box-title-told") == TOO_SOON


def test_escape_goes_back_and_nothing_of_the_words_is_left(walker: Walker) -> None:
    field = type_in(walker, "husband hits her, luton")
    walker.press(ESCAPE)
    assert walker.sees("who-question")
    assert field.text() == ""
    assert not field.isUndoAvailable()
    assert walker.program.call_now._box is not None
    assert not walker.program.call_now._box._buttons()


def test_an_answer_taken_leaves_no_words(walker: Walker) -> None:
    field = type_in(walker, "husband hits her, luton")
    walker.press(ENTER)
    assert field.text() == ""


def test_a_service_opens_in_the_directory(walker: Walker) -> None:
    type_in(walker, "mash")
    wanted: list[str] = []
    walker.program.call_now.service_wanted.connect(wanted.append)
    walker.press(DOWN, ENTER)
    assert wanted == ["luton-children"]


def test_the_box_is_made_with_the_first_letter(walker: Walker) -> None:
    assert walker.program.call_now._box is None
    assert QApplication.focusWidget() is not None
    walker.press("a")
    assert walker.program.call_now._box is not None


def test_the_home_page_says_that_one_may_type(walker: Walker) -> None:
    walker.find("who-words").click()  # type: ignore[attr-defined]
    settle()
    assert QApplication.focusWidget() is walker.find("box-field")
    walker.press("l")
    assert walker.find("box-field").text() == "l"  # type: ignore[attr-defined]
