"""It says that a line closes soon, and what changed by itself; old numbers look old."""

import pytest

from desktop_app.ui.answer import advice_page
from tests.ui.conftest import OpenWindow
from tests.ui.walker import Walker


def click(walker: Walker, name: str) -> None:
    walker.click(name)
    walker.wait()


def test_from_fifteen_minutes_before_it_says_that_the_office_closes(
    open_window: OpenWindow,
) -> None:
    walker = open_window("2026-11-20T16:04").press("1", "1")
    assert not walker.sees("first-closing")
    walker.later("2026-11-20T16:05")
    assert walker.read("first-closing") == "Closes 16:20, then 01632 960900."


def test_at_the_change_a_bar_says_what_it_was_before_until_it_is_dismissed(
    open_window: OpenWindow,
) -> None:
    walker = open_window("2026-11-20T16:19:59").press("1", "1")
    assert not walker.sees("changed-words")
    walker.later("2026-11-20T16:20")
    told = "Changed at 16:20: the office has closed. Before: 01632 960001."
    assert walker.read("changed-words") == told
    walker.later("2026-11-20T16:30")
    assert walker.read("changed-words") == told
    click(walker, "changed-seen")
    assert not walker.sees("changed-words")


def test_a_press_meant_for_what_stood_there_before_does_nothing(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T16:19:59").press("1", "1")
    copied: list[str] = []
    walker.program.call_now.call_actions.copy_wanted.connect(copied.append)
    walker.later("2026-11-20T16:20")
    walker.press_at_once("c", "n")
    assert copied == []
    assert not walker.sees("tried")


def test_what_a_person_changes_is_no_change_by_itself(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T10:00").press("1", "1", "n")
    assert not walker.sees("changed-words")
    click(walker, "also-both")
    assert not walker.sees("changed-words")


def test_a_made_up_time_is_no_change_by_itself(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T10:00").press("1", "1")
    live = walker.program.live
    live.pretend(live.now().replace(hour=22, tzinfo=None))
    walker.wait()
    assert walker.read("first-number") == "01632 960900"
    assert not walker.sees("changed-words")
    live.stop_pretending()
    walker.wait()
    assert not walker.sees("changed-words")


def test_going_home_forgets_the_bar(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T16:19:59").press("1", "1")
    walker.later("2026-11-20T16:20")
    walker.program.start_again()
    walker.press("1", "1")
    assert not walker.sees("changed-words")


@pytest.mark.parametrize(
    ("moment", "age", "told"),
    [
        ("2027-01-29T10:00", "", ""),
        ("2027-02-03T10:00", "amber", "Directory overdue."),
        ("2027-08-03T10:00", "red", "Directory long overdue"),
    ],
)
def test_past_its_day_the_card_itself_changes(
    open_window: OpenWindow, moment: str, age: str, told: str
) -> None:
    walker = open_window(moment).press("1", "1")
    assert (walker.find("first").property("age") or "") == age
    doubts = walker.all_words()
    assert (told in doubts) if told else ("overdue" not in doubts)


def test_closing_soon_is_read_out_once(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(advice_page, "announce", lambda _w, text, *, urgent: said.append(text))
    walker = open_window("2026-11-20T16:04").press("1", "1")
    for moment in ("16:05", "16:06", "16:07"):
        walker.later(f"2026-11-20T{moment}")
    assert sum("Closes 16:20" in text for text in said) == 1
