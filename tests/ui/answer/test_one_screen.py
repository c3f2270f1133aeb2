"""The answer in one screen: all there is to act on in sight, few words, few things to press."""

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget

from desktop_app.domain.answer.call_words import count_words
from desktop_app.domain.answer.fitting import MOST_CONTROLS, MOST_WORDS
from desktop_app.domain.practice.card import Contact, PracticeCard
from desktop_app.paths import directory_file
from desktop_app.store.directory.directory import open_directory
from desktop_app.ui.answer.advice_page import AdvicePage
from desktop_app.ui.theme.appearance import Look
from desktop_app.ui.theme.palettes import CONTRAST, DARK, LIGHT
from desktop_app.ui.widgets.text import spelled
from tests import sweeps
from tests.area import COUNCILS
from tests.domain.answer.test_screen import MOMENTS
from tests.ui.conftest import OpenWindow
from tests.ui.walker import AT_HOME, Walker, settle

SMALL, TINY = QSize(1024, 728), QSize(800, 600)
FRIDAY = "2026-11-27T16:20"
CARD = PracticeCard(
    "Larkfield Surgery",
    (Contact("Safeguarding lead", "Dr Amina Shah", "214"), Contact("Deputy", "Joan Price", "220")),
)
LOOKS = {
    f"{name} {percent}": Look(palette, percent)
    for (name, palette), percent in product(
        (("light", LIGHT), ("dark", DARK), ("contrast", CONTRAST)), (100, 200)
    )
}


def real() -> object:
    return open_directory(directory_file())


def answered(open_window: OpenWindow, keys: str, moment: str, percent: int = 100) -> Walker:
    """An answer in the smallest window that is promised, with the practice's people on it."""
    walker = open_window(moment, {**AT_HOME, "text_percent": percent}, real)
    walker.window.resize(SMALL)
    walker.program.call_now.show_practice(CARD)
    settle()
    return walker.press(*keys)


def page_of(walker: Walker) -> AdvicePage:
    found = walker.window.findChild(AdvicePage)
    assert isinstance(found, AdvicePage)
    return found


def shown(walker: Walker, kind: type[QWidget]) -> list[QWidget]:
    return [each for each in page_of(walker).findChildren(kind) if each.isVisible()]


def whole_in_sight(walker: Walker, widget: QWidget) -> bool:
    """Whether all of a widget is on screen, between the trail and the foot."""
    if widget.visibleRegion().boundingRect() != widget.rect():
        return False
    foot = walker.find("foot").mapTo(walker.window, QPoint()).y()
    return widget.mapTo(walker.window, QPoint(0, widget.height())).y() <= foot


def cut_off(label: QLabel) -> bool:
    """Whether some of the words of a label do not stand in it."""
    if not label.text():
        return False
    if label.wordWrap():
        return label.heightForWidth(label.width()) > label.height() + 1
    needed = QFontMetrics(label.font()).horizontalAdvance(label.text())
    return needed > label.width() + 1


def words_of(button: QAbstractButton) -> int:
    font = QFont(button.font())
    font.setWeight(QFont.Weight.Bold if button.isChecked() else font.weight())
    return QFontMetrics(font).horizontalAdvance(button.text())


def check(walker: Walker, case: object) -> None:
    """Few words, few things to press, nothing cut off, nothing below the edge."""
    labels = [each for each in shown(walker, QLabel) if isinstance(each, QLabel)]
    buttons = [each for each in shown(walker, QPushButton) if isinstance(each, QPushButton)]
    told = [each.text() for each in labels] + [each.text() for each in buttons]
    assert sum(count_words(text) for text in told) <= MOST_WORDS, (case, told)
    assert len(buttons) <= MOST_CONTROLS, (case, [each.objectName() for each in buttons])
    for label in labels:
        assert not cut_off(label), (case, label.objectName(), label.text())
        assert whole_in_sight(walker, label), (case, label.objectName(), label.text())
    for button in buttons:
        assert words_of(button) < button.width(), (case, button.objectName())
        assert whole_in_sight(walker, button), (case, button.objectName())
    assert walker.sees("emergency-number")


def every(moments: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Every worry and place by its keys, at each of these moments."""
    for worry, place, moment in product("12345", "123456", moments):
        yield worry + place, moment


SAMPLE = [
    ("11", "2026-12-01T10:05"),
    ("33", "2026-11-28T17:03"),
    ("33y", "2026-12-01T10:05"),
    ("24", "2026-12-25T10:00"),
    ("45", "2026-12-28T02:00"),
    ("54", "2026-11-27T16:20"),
    ("11n", "2026-12-01T10:05"),
]


@pytest.mark.parametrize(("keys", "moment"), SAMPLE)
def test_everything_stands_on_the_first_screen(
    open_window: OpenWindow, keys: str, moment: str
) -> None:
    walker = answered(open_window, keys, moment)
    check(walker, (keys, moment))
    assert walker.sees("practice-note-1")
    assert walker.sees("fallback-1-number")


@pytest.mark.slow
@pytest.mark.parametrize("moment", sweeps.sampled(MOMENTS, 9, of="screen"))
def test_every_worry_and_place_stands_on_the_first_screen(
    open_window: OpenWindow, moment: str
) -> None:
    """Every worry and place with `check --slow`; else some, others at each moment."""
    walker = answered(open_window, "", moment)
    for keys, _ in sweeps.sampled(every((moment,)), 3, of=moment):
        walker.press(Qt.Key.Key_Escape, *keys)
        check(walker, (keys, moment))
        if keys[0] == "3":
            walker.press("y")
            check(walker, (f"{keys}y", moment))


@pytest.mark.slow
@pytest.mark.parametrize("name", LOOKS)
def test_in_six_looks(open_window: OpenWindow, name: str) -> None:
    look = LOOKS[name]
    colours = name.partition(" ")[0]
    for keys, moment in sweeps.sampled(SAMPLE, 2, of=name):
        walker = open_window(
            moment, {**AT_HOME, "colours": colours, "text_percent": look.percent}, real
        )
        walker.window.resize(SMALL)
        settle()
        walker.press(*keys)
        if look.percent == 100:
            check(walker, (name, keys))
        else:
            large(walker, (name, keys))
        walker.window.close()


def large(walker: Walker, case: object) -> None:
    """The number, its state, Nobody answered and the first number to try next."""
    for wanted in ("first-number", "first-state", "first-nobody"):
        assert whole_in_sight(walker, walker.find(wanted)), (case, wanted)
    second = "beside-1-number" if walker.sees("beside-1") else "fallback-1-number"
    assert whole_in_sight(walker, walker.find(second)), (case, second)
    for label in shown(walker, QLabel):
        assert isinstance(label, QLabel)
        assert not cut_off(label), (case, label.objectName())


@pytest.mark.parametrize("keys", ["11", "33"])
def test_at_twice_the_text_size_number_state_nobody_and_next_are_in_sight(
    open_window: OpenWindow, keys: str
) -> None:
    large(answered(open_window, keys, "2026-12-01T10:05", 200), keys)


def test_the_script_stands_beside_the_number_with_the_practice_s_name(
    open_window: OpenWindow,
) -> None:
    walker = answered(open_window, "11", "2026-12-01T10:05")
    assert "Larkfield Surgery" in walker.read("script-1")
    number, script = walker.find("first"), walker.find("script")
    assert script.mapTo(walker.window, QPoint()).x() > number.mapTo(walker.window, QPoint()).x()
    assert script.height() == number.height()


def names_in_order(each: QAccessibleInterface) -> Iterator[str]:
    """What a screen reader comes to, from the top of the page down."""
    if not each.state().invisible:
        yield each.text(QAccessible.Text.Name)
        for place in range(each.childCount()):
            child = each.child(place)
            if child is not None:
                yield from names_in_order(child)


def test_a_screen_reader_meets_number_state_reason_and_next_number_in_that_order(
    open_window: OpenWindow,
) -> None:
    walker = answered(open_window, "11", "2026-12-01T10:05")
    told = list(names_in_order(QAccessible.queryAccessibleInterface(page_of(walker))))
    wanted = (
        spelled(walker.read("first-number")),
        walker.read("first-state"),
        walker.read("first-reason"),
        spelled(walker.read("fallback-1-number")),
    )
    places = [told.index(each) for each in wanted]
    assert places == sorted(places)


def test_two_numbers_without_certainty_have_an_order(open_window: OpenWindow) -> None:
    walker = answered(open_window, "23", "2026-12-01T16:45")
    assert walker.read("first-service").startswith("1 · ")
    assert walker.read("beside-1-service").startswith("2 · ")
    assert walker.read("doubt-1") == "Ring the first. No answer? Ring the second."


def test_yes_puts_children_s_services_beside_the_helpline(open_window: OpenWindow) -> None:
    walker = answered(open_window, "33", "2026-12-01T10:05")
    assert not walker.sees("beside-1")
    walker.press("y")
    assert walker.read("beside-1-number") == "01582 547653"
    assert walker.find("question-yes").property("text").startswith("✓")
    walker.press("y")
    assert not walker.sees("beside-1")


def test_no_is_an_answer_and_can_be_taken_back(open_window: OpenWindow) -> None:
    walker = answered(open_window, "33", "2026-12-01T10:05")
    walker.find("question-no").click()  # type: ignore[attr-defined]
    settle()
    assert walker.find("question-no").property("text") == "✓ No"
    walker.press("y")
    assert walker.find("question-no").property("text") == "No"


def test_the_form_s_address_is_copied_and_scanned(open_window: OpenWindow) -> None:
    walker = answered(open_window, "14", "2026-12-01T10:05")
    copied: list[str] = []
    walker.program.call_now.call_actions.copy_wanted.connect(copied.append)
    walker.find("first-form-copy").click()  # type: ignore[attr-defined]
    assert copied[0].startswith("www.milton-keynes.gov.uk/children")
    walker.find("first-form-code").click()  # type: ignore[attr-defined]
    settle()
    assert walker.sees("first-form-qr")


def test_what_to_press_on_the_phone_stands_beside_the_number(open_window: OpenWindow) -> None:
    walker = answered(open_window, "12", "2026-12-01T10:05")
    assert not walker.sees("first-menu")


@pytest.mark.parametrize("council", range(1, len(COUNCILS) + 1))
def test_three_keys_for_children_and_one_more_for_the_next_number(
    open_window: OpenWindow, council: int
) -> None:
    walker = answered(open_window, f"3{council}", "2026-12-01T10:05")
    before = walker.read("first-number")
    walker.press("y")
    assert walker.sees("beside-1-number")
    walker.press("n")
    assert walker.read("first-number") != before


def test_beside_a_long_list_of_places_the_councils_keep_their_size(open_window: OpenWindow) -> None:
    walker = answered(open_window, "1", "2026-12-01T10:05")
    before = walker.find("where-luton").height()
    walker.press(*"mk43")
    settle()
    assert walker.find("where-luton").height() == before


@pytest.mark.parametrize(("keys", "moment"), [("11", "2026-12-01T10:05"), ("54", FRIDAY)])
def test_in_a_smaller_window_than_promised_one_number_still_stands_whole(
    open_window: OpenWindow, keys: str, moment: str
) -> None:
    walker = answered(open_window, keys, moment)
    walker.window.resize(TINY)
    settle()
    check(walker, (keys, moment))
    assert walker.sees("script-2")


@pytest.mark.parametrize("keys", ["33y", "24", "11n"])
def test_there_what_to_say_keeps_the_lines_that_cost_no_height(
    open_window: OpenWindow, keys: str
) -> None:
    walker = answered(open_window, keys, "2026-12-25T10:00")
    walker.window.resize(TINY)
    settle()
    said = [label.text() for label in shown(walker, QLabel) if isinstance(label, QLabel)]
    assert walker.sees("script-2") or any("2. " in text for text in said)
    assert whole_in_sight(walker, walker.find("fallback-1-number"))
