"""Everything that can be pressed or typed in has a name; what changes is read out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desktop_app.ui.answer import advice_page
from desktop_app.ui.theme import qt_numbers
from desktop_app.ui.widgets import number_label
from desktop_app.ui.widgets.text import spelled
from tests.ui.conftest import OpenWindow
from tests.ui.walker import Walker

PAGES = {
    "who": "",
    "where": "1",
    "where, typed": "1mk43",
    "answer": "11",
    "answer with everything": "41",
}


def pressable(root: QWidget) -> Iterator[QWidget]:
    """Everything a person can act on."""
    for kind in (QAbstractButton, QLineEdit):
        yield from (each for each in root.findChildren(kind) if each.isVisible())


@pytest.mark.parametrize("keys", PAGES.values(), ids=PAGES)
def test_everything_to_press_has_a_name_and_an_object_name(walker: Walker, keys: str) -> None:
    walker.press(*keys)
    things = list(pressable(walker.window))
    assert len(things) >= 5
    for thing in things:
        text = thing.text() if isinstance(thing, QAbstractButton) else ""
        assert (thing.accessibleName() or text).strip(), thing.objectName()
        assert thing.objectName() or thing.parent() is not None


@pytest.mark.parametrize("page", ["settings"])
def test_the_other_pages_are_named_too(walker: Walker, page: str) -> None:
    walker.window.open(page)
    for thing in pressable(walker.window):
        text = thing.text() if isinstance(thing, QAbstractButton) else ""
        assert (thing.accessibleName() or text).strip(), thing.objectName()


def test_a_number_is_read_digit_by_digit(walker: Walker) -> None:
    walker.press("1", "1")
    assert walker.find("first-number").accessibleName() == "0 1 6 3 2, 9 6 0 0 0 1"
    assert spelled("999") == "9 9 9"
    assert number_label.NumberLabel.__doc__


def test_a_changed_answer_is_read_out(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(advice_page, "announce", lambda _w, text, *, urgent: said.append(text))
    walker = open_window("2026-11-20T16:19").press("1", "1")
    assert said[-1].startswith("Integrated Front Door. 01632 960001. Open until 16:20.")
    walker.later("2026-11-20T16:19:30")
    assert len(said) == 1
    walker.later("2026-11-20T16:20")
    assert said[-1].startswith("Changed at 16:20: the office has closed.")
    assert "01632 960900" in said[-1]


def test_the_state_is_told_by_words_and_shape_not_by_colour_alone(open_window: OpenWindow) -> None:
    for moment, words in (
        ("2026-11-20T10:00", "Open until 16:20"),
        ("2026-11-20T16:45", "Not certain"),
    ):
        keys = ("1", "1") if "Open" in words else ("2", "1")
        walker = open_window(moment).press(*keys)
        assert walker.read("first-state") == words


def test_the_numbers_for_qts_lists_are_qts_own() -> None:
    told = [
        (qt_numbers.PLAIN_TEXT, Qt.TextFormat.PlainText),
        (qt_numbers.CENTRED, Qt.AlignmentFlag.AlignCenter),
        (qt_numbers.NO_FOCUS, Qt.FocusPolicy.NoFocus),
        (qt_numbers.TAB_FOCUS, Qt.FocusPolicy.TabFocus),
        (qt_numbers.NEVER_A_SCROLL_BAR, Qt.ScrollBarPolicy.ScrollBarAlwaysOff),
        (qt_numbers.ICON_ONLY, Qt.ToolButtonStyle.ToolButtonIconOnly),
        (qt_numbers.TEXT_BESIDE_ICON, Qt.ToolButtonStyle.ToolButtonTextBesideIcon),
        (qt_numbers.TEXT_UNDER_ICON, Qt.ToolButtonStyle.ToolButtonTextUnderIcon),
    ]
    for number, name in told:
        assert number == name.value
