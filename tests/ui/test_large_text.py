"""At twice the text size, and in a low window: what was typed, asked for or focused is in sight."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QScrollArea, QToolButton, QWidget

from tests.ui.conftest import OpenWindow
from tests.ui.walker import AT_HOME, Walker, settle

SMALL, LOW = QSize(1024, 768), QSize(800, 600)
TWICE = {**AT_HOME, "text_percent": 200}
OFFICE_OPEN = "2026-11-20T10:05"


def opened(
    open_window: OpenWindow, keys: str = "", size: QSize = SMALL, percent: int = 200
) -> Walker:
    walker = open_window(OFFICE_OPEN, {**AT_HOME, "text_percent": percent})
    walker.window.resize(size)
    settle()
    walker.press(*keys)
    settle()
    return walker


def part_in_sight(widget: QWidget) -> QRect:
    """The part of a widget that no page hides by being scrolled elsewhere."""
    return widget.visibleRegion().boundingRect()


def whole_in_sight(walker: Walker, name: str) -> bool:
    widget = walker.find(name)
    return part_in_sight(widget) == widget.rect()


def test_what_is_typed_and_what_was_understood_come_into_sight(open_window: OpenWindow) -> None:
    walker = opened(open_window, "1mk43")
    assert whole_in_sight(walker, "where-text")
    assert part_in_sight(walker.find("where-answer")).height() > 40


def test_the_code_comes_into_sight_whole(open_window: OpenWindow) -> None:
    walker = opened(open_window, "11q")
    assert whole_in_sight(walker, "first-qr")


def test_the_choices_of_a_failed_number_come_into_sight(open_window: OpenWindow) -> None:
    walker = opened(open_window, "11i")
    walker.find("first-failed").click()  # type: ignore[attr-defined]
    settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "first-failed-no_answer"
    assert part_in_sight(focus) == focus.rect()


@pytest.mark.parametrize("keys", ["11", "14", "21", "42"])
@pytest.mark.parametrize("size", [SMALL, LOW])
def test_what_the_keyboard_would_press_is_in_sight(
    open_window: OpenWindow, keys: str, size: QSize
) -> None:
    opened(open_window, keys, size)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() in ("first-copy", "strip-copy")
    assert part_in_sight(focus) == focus.rect()


def test_the_keyboard_goes_back_to_the_card_when_its_number_is_in_sight(
    open_window: OpenWindow,
) -> None:
    walker = opened(open_window, "14")
    page = walker.find("advice-page")
    assert isinstance(page, QScrollArea)
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "strip-copy"
    page.ensureWidgetVisible(walker.find("first-copy"))
    settle()
    assert not walker.sees("strip")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "first-copy"


def test_what_if_can_be_answered_over_an_answer(open_window: OpenWindow) -> None:
    walker = opened(open_window, "11")
    walker.program.ask_what_if()
    settle()
    for name in ("what-if-day", "what-if-time", "what-if-show"):
        assert whole_in_sight(walker, name)


@pytest.mark.parametrize(
    ("size", "percent"), [(SMALL, 200), (LOW, 100), (LOW, 150), (QSize(1180, 860), 100)]
)
@pytest.mark.parametrize("pretending", [False, True])
def test_every_page_can_be_opened_from_the_rail(
    open_window: OpenWindow, size: QSize, percent: int, pretending: bool
) -> None:
    walker = opened(open_window, "", size, percent)
    assert walker.window.height() <= size.height()
    if pretending:
        walker.program.ask_what_if()
        walker.find("what-if-preset-1").click()  # type: ignore[attr-defined]
        settle()
    buttons = walker.window.rail.findChildren(QToolButton)
    assert len(buttons) == 7
    for button in buttons:
        assert part_in_sight(button) == button.rect(), button.objectName()
    for upper, lower in pairwise(buttons):
        assert upper.geometry().bottom() < lower.geometry().top()


def test_the_age_of_the_numbers_stands_in_one_line(open_window: OpenWindow) -> None:
    walker = opened(open_window)
    label = walker.find("foot-release")
    assert walker.read("foot-release").startswith("Release 1, ")
    assert "test-called" in walker.read("foot-release")
    assert label.accessibleName().startswith("Directory release 1, made ")
    assert label.height() < 2 * label.fontMetrics().lineSpacing()


def test_pages_stand_equally_far_in(open_window: OpenWindow) -> None:
    walker = opened(open_window, percent=100)
    places = set()
    for page in ("directory", "practice", "settings", "call-now"):
        walker.program.open_page(page)
        settle()
        rail = walker.window.rail
        about = walker.find("page-about")
        places.add((rail.width(), about.mapTo(walker.window, QPoint()).y()))
    assert len(places) == 1


@pytest.mark.parametrize(("percent", "beside"), [(100, True), (200, False)])
def test_a_person_s_name_is_never_cut_off_by_the_part_they_play(
    open_window: OpenWindow, percent: int, beside: bool
) -> None:
    walker = opened(open_window, percent=percent)
    walker.window.open("practice")
    settle()
    part, name = walker.find("contact-1-role"), walker.find("contact-1-name")
    assert (part.y() == name.y()) is beside
    assert name.width() > walker.window.fontMetrics().horizontalAdvance("Dr Amara Okafor-Lee")
