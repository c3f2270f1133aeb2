"""The second question in areas of one council to 153: a digit each, and both outs always."""

import pytest
from PySide6.QtCore import QPoint, QRect

from desktop_app.ui.call.offered_councils import MOST, offered
from desktop_app.ui.call.question import AnswerButton
from desktop_app.ui.call.where_page import WherePage
from tests.domain.many_councils import COUNTS, ManyCouncils, councils
from tests.ui.conftest import OpenWindow
from tests.ui.walker import Walker, settle


def asked(open_window: OpenWindow, count: int, **settings: object) -> Walker:
    walker = open_window(directory=lambda: ManyCouncils(count), settings=settings)
    walker.press("1")
    return walker


def places(walker: Walker) -> list[AnswerButton]:
    """The answers of the second question."""
    every = walker.window.findChildren(AnswerButton)
    return [each for each in every if each.objectName().startswith("where-")]


@pytest.mark.parametrize("count", COUNTS)
def test_no_two_answers_share_a_digit_and_both_outs_are_there(
    open_window: OpenWindow, count: int
) -> None:
    walker = asked(open_window, count, home_asked=True)
    keys = {each.objectName(): each.key for each in places(walker)}
    assert len(set(keys.values())) == len(keys) == min(count, MOST) + 2
    assert (keys["where-unknown"], keys["where-outside"]) == (9, 0)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("count", COUNTS)
def test_both_outs_are_in_sight_at_any_size_of_the_text(
    open_window: OpenWindow, count: int, percent: int
) -> None:
    walker = asked(open_window, count, home_asked=True, text_percent=percent)
    settle()
    page = walker.find("where-page")
    assert isinstance(page, WherePage)
    seen = page.viewport().rect()
    for name in ("where-unknown", "where-outside"):
        button = walker.find(name)
        at = QRect(button.mapTo(page.viewport(), QPoint(0, 0)), button.size())
        assert seen.contains(at), (name, at, seen)


@pytest.mark.parametrize("count", COUNTS)
@pytest.mark.parametrize("digit", ["9", "0"])
def test_each_out_has_an_answer_behind_it(open_window: OpenWindow, count: int, digit: str) -> None:
    walker = asked(open_window, count, home_asked=True)
    walker.press(digit)
    assert walker.sees("first-number")


@pytest.mark.parametrize(("digit", "works"), [("5", True), ("6", True)])
def test_the_digits_of_before_still_work_where_they_are_free(
    open_window: OpenWindow, digit: str, works: bool
) -> None:
    walker = asked(open_window, 4, home_asked=True)
    walker.press(digit)
    assert walker.sees("first-number") is works


@pytest.mark.parametrize("count", [9, 33, 153])
def test_the_practice_s_own_council_comes_first_among_many(
    open_window: OpenWindow, count: int
) -> None:
    walker = asked(open_window, count, home_council=f"vale-{count}")
    (own,) = [each for each in places(walker) if each.objectName() == f"where-vale-{count}"]
    assert own.key == 1
    assert walker.find(f"where-vale-{count}").property("usual")


def test_up_to_six_all_are_offered_and_of_more_the_own_one_and_five() -> None:
    assert offered(councils(6), councils(6)[5]) == councils(6)
    many = councils(33)
    assert offered(many, None) == many[:6]
    assert offered(many, many[20]) == (many[20], *many[:5])
    assert offered(many, many[2]) == (many[2], *many[:2], *many[3:6])
