"""Nobody answered: one key brings the next number; it is undone, offered again, and forgotten."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.ui.answer import advice_page, tried_bar
from tests.ui.conftest import OpenWindow
from tests.ui.walker import Walker

OFFICE, NEXT = "01632 960001", "01632 960555"


def click(walker: Walker, name: str) -> None:
    walker.click(name)
    walker.wait()


def test_n_puts_the_next_number_first(walker: Walker) -> None:
    walker.press("1", "1", "n")
    assert walker.read("first-number") == NEXT
    assert walker.read("tried-1") == f"Rung 16:05, nobody answered: {OFFICE}"
    assert walker.read("tried-again-words") == f"Try {OFFICE} again at 16:10."


def test_the_button_does_the_same(walker: Walker) -> None:
    walker.press("1", "1")
    click(walker, "first-nobody")
    assert walker.read("first-number") == NEXT
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() in ("first-nobody", "first-copy")


def test_a_key_meant_for_the_page_before_sets_nothing_aside(walker: Walker) -> None:
    walker.press("1")
    walker.press_at_once(Qt.Key.Key_Return, "n")
    assert walker.read("first-number") == OFFICE
    assert not walker.sees("tried")


def test_one_press_undoes_it(walker: Walker) -> None:
    walker.press("1", "1", "n")
    click(walker, "tried-undo")
    assert walker.read("first-number") == OFFICE
    assert not walker.sees("tried")


def test_after_five_minutes_it_is_read_out_once(
    walker: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(tried_bar, "announce", lambda _widget, text, **_: told.append(text))
    walker.press("1", "1", "n")
    walker.later("2026-11-20T16:09")
    assert not any(told)
    for minute in ("16:10", "16:11"):
        walker.later(f"2026-11-20T{minute}")
    assert [text for text in told if text] == [f"Five minutes have passed: try {OFFICE} again."]


def test_after_five_minutes_it_is_offered_again_and_stays_in_the_list(walker: Walker) -> None:
    walker.press("1", "1", "n")
    walker.later("2026-11-20T16:09")
    assert not walker.sees("tried-again")
    walker.later("2026-11-20T16:10")
    assert "try 01632 960001 again" in walker.read("tried-again-words")
    click(walker, "tried-again")
    assert walker.read("first-number") == OFFICE
    assert OFFICE in walker.read("tried-1")


def test_nothing_of_what_was_said_before_is_left_on_screen(walker: Walker) -> None:
    walker.press("1", "1", "n", "n")
    walker.later("2026-11-20T16:10")
    for name in ("tried-undo", "tried-failed", "tried-again", "tried-again-words"):
        found = walker.window.findChildren(QWidget, name)
        assert sum(each.isVisible() for each in found) == 1, name


def test_at_999_there_is_nobody_else(walker: Walker) -> None:
    walker.press("1", "1", *"nnnnnnnn")
    assert walker.read("first-number") == "999"
    assert not walker.sees("first-nobody")


def test_a_failed_number_is_offered_and_not_made_by_itself(walker: Walker) -> None:
    walker.press("1", "1")
    told: list[tuple[object, ...]] = []
    walker.program.call_now.call_actions.failed_told.connect(lambda *said: told.append(said))
    walker.press("n")
    assert told == []
    click(walker, "tried-failed")
    click(walker, "tried-failed-no_answer")
    assert [said[0] for said in told] == [OFFICE]


@pytest.mark.parametrize("keys", [[Qt.Key.Key_Escape], [Qt.Key.Key_Backspace]])
def test_starting_again_and_going_back_forget_it(walker: Walker, keys: list[Qt.Key]) -> None:
    walker.press("1", "1", "n", *keys)
    labels = [label.text() for label in walker.window.findChildren(QLabel) if label.isVisible()]
    assert not any("nobody answered" in text for text in labels)
    walker.press(*("1", "1") if keys == [Qt.Key.Key_Escape] else "1")
    assert walker.read("first-number") == OFFICE
    assert not walker.sees("tried")


def test_hiding_forgets_it(walker: Walker) -> None:
    walker.press("1", "1", "n")
    walker.window.hide_wanted.emit()
    walker.wait()
    held = [label.text() for label in walker.window.findChildren(QLabel)]
    assert held
    assert not any("Rung 16:05" in text for text in held)


def test_a_circumstance_keeps_it_and_another_worry_does_not(walker: Walker) -> None:
    walker.press("2", "1", "n")
    first = walker.read("first-number")
    click(walker, "circumstance-children")
    assert walker.read("first-number") == first
    assert walker.sees("tried-1")


def test_the_next_number_is_read_out(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(advice_page, "announce", lambda _w, text, *, urgent: said.append(text))
    open_window().press("1", "1", "n")
    assert said[-1].startswith("Next number. ")
    assert NEXT in said[-1]


def test_the_note_carries_the_tries(walker: Walker) -> None:
    told: list[tuple[object, ...]] = []
    walker.program.call_now.call_actions.note_wanted.connect(lambda *said: told.append(said))
    walker.press("1", "1", "n")
    click(walker, "first-copy-note")
    assert "Rung 16:05, nobody answered" in str(told[0][1])


@pytest.mark.parametrize("times", [2, 3])
def test_n_pressed_again_at_one_go_passes_over_no_number(walker: Walker, times: int) -> None:
    """Nobody has rung, nor read, the number that has only just come."""
    walker.press("1", "1").press_at_once("n" * times)
    assert walker.read("first-number") == NEXT
    assert not walker.sees("tried-2")


def test_a_click_right_after_the_key_passes_over_no_number(walker: Walker) -> None:
    walker.press("1", "1").press_at_once("n")
    click(walker, "first-nobody")
    assert walker.read("first-number") == NEXT


def test_yes_pressed_again_at_one_go_stays_yes(walker: Walker) -> None:
    walker.press("3", "1").press_at_once("y", "y")
    assert walker.find("question-yes").property("said") is True
