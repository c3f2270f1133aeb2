"""The week drawn on a card: a shape for each state, now marked, words for a screen reader."""

import itertools

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.domain.browse.week_hours import DAYS, HoursState, coming_week
from desktop_app.ui.directory.week_strip import WeekStrip
from tests.domain.listed_services import NIGHT, NOT_PUBLISHED, OFFICE, at
from tests.fakes import HOLIDAYS
from tests.ui.conftest import OpenWindow
from tests.ui.directory_page import ENTER, at_the_search
from tests.ui.walker import Walker

NOON = "2026-11-20T12:00"


@pytest.fixture
def walker(open_window: OpenWindow) -> Walker:
    return at_the_search(open_window)


def strip(hours: object) -> WeekStrip:
    week = coming_week(hours, at(NOON).at, HOLIDAYS)  # type: ignore[arg-type]
    made = WeekStrip(week, "week")
    made.resize(700, made.sizeHint().height())
    return made


def test_states_differ_in_shape_and_not_only_in_colour(qtbot: QtBot) -> None:
    heights = {}
    for hours in (OFFICE, NIGHT, NOT_PUBLISHED):
        drawn = strip(hours)
        qtbot.addWidget(drawn)
        heights.update({mark: room.height() for mark, room in drawn.shapes(0)})
    assert heights[HoursState.OPEN] > heights[HoursState.UNKNOWN] > heights[HoursState.CLOSED]


def test_the_days_lie_side_by_side_in_order(qtbot: QtBot) -> None:
    drawn = strip(OFFICE)
    qtbot.addWidget(drawn)
    edges = [room for at in range(DAYS) for _, room in drawn.shapes(at)]
    assert all(one.right() <= next_.left() + 0.01 for one, next_ in itertools.pairwise(edges))
    assert edges[-1].right() <= drawn.width()


def test_the_week_is_read_out_day_by_day(qtbot: QtBot) -> None:
    drawn = strip(OFFICE)
    qtbot.addWidget(drawn)
    said = drawn.accessibleDescription().split(". ")
    assert len(said) == DAYS
    assert said[0] == "Friday 20 November: open 08:45 to 16:20"


def test_now_is_marked_and_moves_while_the_card_stays(walker: Walker) -> None:
    walker.press("mens line", ENTER)
    drawn = walker.find("line-now-week")
    assert isinstance(drawn, WeekStrip)
    before = drawn._now
    walker.later("2026-11-27T15:00")
    assert walker.find("line-now-week") is drawn
    assert drawn._now == (0, 900)
    assert before != drawn._now


def test_by_a_doubted_clock_no_now_is_marked(qtbot: QtBot) -> None:
    drawn = strip(OFFICE)
    qtbot.addWidget(drawn)
    drawn.mark_now(None)
    drawn.grab()
    assert drawn._now is None
