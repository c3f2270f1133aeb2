"""The card of a service: true to the minute, with every number, dispute, gap and source."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import OpenWindow
from tests.ui.directory_page import CONTROL, ENTER, at_the_search, model
from tests.ui.directory_town import town
from tests.ui.walker import Walker, settle


@pytest.fixture
def walker(open_window: OpenWindow) -> Walker:
    return at_the_search(open_window)


def test_at_closing_time_list_and_card_change_by_themselves(walker: Walker) -> None:
    walker.press("mens line", ENTER)
    assert walker.read("line-now-state") == "Open until 16:20"
    assert model(walker).row(0).state_words == "Open until 16:20"
    walker.later("2026-11-27T16:20")
    assert walker.read("line-now-state") == "Closed: opens Monday 08:45"
    assert model(walker).row(0).state_words == "Closed: opens Monday 08:45"


def test_the_focus_stays_while_the_card_changes(walker: Walker) -> None:
    walker.press("mens line", ENTER)
    walker.later("2026-11-27T16:20")
    assert QApplication.focusWidget() is walker.find("line-now-copy")


def test_by_a_doubted_clock_no_line_counts_as_closed(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T23:00", directory=town)  # before the directory was made
    walker.press("/", "mens line")
    assert model(walker).row(0).state_words == "Not certain"


def test_a_replaced_number_is_struck_out_and_cannot_be_copied(walker: Walker) -> None:
    walker.press("mens line", ENTER)
    assert walker.find("line-old-number").property("voice") == "struck"
    assert walker.read("line-old-standing").startswith("Replaced: do not ring")
    assert not walker.sees("line-old-copy")
    assert walker.find("line-old-number").accessibleName() == "Do not ring 0 1 6 3 2, 9 6 0 8 0 0"


def test_typing_a_replaced_number_tells_what_it_is(walker: Walker) -> None:
    walker.press("960800")
    row = model(walker).row(0)
    assert (row.number, row.hint) == (
        "01632 960801",
        "Replaced number, do not ring: 01632 960800",
    )


def test_a_line_for_people_using_abuse_is_labelled(walker: Walker) -> None:
    walker.press("phoneline", ENTER)
    assert walker.read("service-warning-1") == "For people who use abuse, not for victims"


def test_disputes_gaps_and_sources_are_on_the_card(walker: Walker) -> None:
    walker.press("mens line", ENTER)
    words = walker.all_words()
    for said in (
        "Sources disagree: the hours",
        "Not known",
        "No source gives the cost.",
        "Nobody has checked this number yet.",
        "Safeguarding contacts. The council, about 20 December 2024: gives the number",
        "mens.\u200bexample",
    ):
        assert said in words


def test_a_service_without_a_number_says_so(walker: Walker) -> None:
    walker.press("case panel", ENTER)
    assert "No phone number is published." in walker.all_words()
    walker.shortcut(Qt.Key.Key_C, CONTROL)
    assert model(walker).row(0).spoken == "Case panel. No number published. Luton"


def test_a_service_can_be_opened_whatever_was_typed(walker: Walker) -> None:
    walker.press("zzz")
    walker.program.reference.open_service("mens-line")
    settle()
    assert walker.read("service-name") == "Men’s Line"


def test_the_same_service_is_not_drawn_anew_while_nothing_changes(walker: Walker) -> None:
    walker.press("mens line", ENTER)
    before = walker.find("line-now")
    walker.later("2026-11-27T16:06")
    assert walker.find("line-now") is before


def test_choices_that_are_open_stay_open_when_the_office_closes(walker: Walker) -> None:
    walker.press("mens line", ENTER)
    walker.find("line-now-failed").click()  # type: ignore[attr-defined]
    settle()
    assert walker.find("line-now-failed-no_answer").hasFocus()
    walker.later("2026-11-27T16:20")
    assert walker.read("line-now-state").startswith("Closed")
    assert walker.find("line-now-failed-no_answer").hasFocus()
