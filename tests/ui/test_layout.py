"""Nothing that matters is hidden or cut off: not in a small window, not at twice the text size."""

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget

from tests.ui.conftest import OpenWindow, windows
from tests.ui.walker import AT_HOME, Walker, settle

SMALL, USUAL, LARGE = QSize(1024, 768), QSize(1180, 860), QSize(1920, 1080)
SIZES = [(SMALL, 100), (SMALL, 150), (SMALL, 200), (USUAL, 100), (LARGE, 200)]
WALKS = {"one line": "11", "a form first": "14", "two lines": "21", "two services": "42"}


@dataclass(frozen=True, kw_only=True)
class Look:
    """What one look at the window saw; `cut_off`: numbers wider than the room they have."""

    size: QSize
    emergency: bool
    number: bool = True
    strip: bool = False
    numbers: int = 0
    cut_off: tuple[str, ...] = ()


def shown_at(open_window: OpenWindow, size: QSize, percent: int, keys: str) -> Walker:
    walker = open_window("2026-11-20T16:40", {**AT_HOME, "text_percent": percent})
    walker.window.resize(size)
    walker.press(*keys)
    settle()
    return walker


def in_sight(walker: Walker, widget: QWidget) -> bool:
    """Whether the whole widget lies between the head and the foot of the window."""
    top = widget.mapTo(walker.window, QPoint()).y()
    foot = walker.find("foot").mapTo(walker.window, QPoint()).y()
    return top >= 0 and top + widget.height() <= foot


def look(walker: Walker, keys: str) -> Look:
    """Walk from the first question and look."""
    walker.press(Qt.Key.Key_Escape, *keys)
    settle()
    size, emergency = walker.window.size(), in_sight(walker, walker.find("emergency-number"))
    if len(keys) < 2:
        return Look(size=size, emergency=emergency)
    names = ("first-number", "beside-1-number", "fallback-1-number")
    numbers = [label(walker, name) for name in names if walker.sees(name)]
    return Look(
        size=size,
        emergency=emergency,
        number=in_sight(walker, walker.find("first-number")),
        strip=walker.sees("strip-number")
        and walker.read("strip-number") == walker.read("first-number")
        and in_sight(walker, walker.find("strip-number")),
        numbers=len(numbers),
        cut_off=tuple(one.text() for one in numbers if too_wide(one)),
    )


def label(walker: Walker, name: str) -> QLabel:
    found = walker.find(name)
    assert isinstance(found, QLabel)
    return found


def too_wide(number: QLabel) -> bool:
    return QFontMetrics(number.font()).horizontalAdvance(number.text()) > number.width()


@pytest.fixture(scope="module", params=SIZES, ids=str)
def looks(qapp: QApplication, request: pytest.FixtureRequest) -> tuple[QSize, dict[str, Look]]:
    """One window of this size and percent of text, and what is seen in it after these keys."""
    size, percent = request.param
    with windows(qapp) as open_window:
        walker = shown_at(open_window, size, percent, "")
        return size, {keys: look(walker, keys) for keys in ("", "1", *WALKS.values())}


def test_the_number_is_in_sight_without_scrolling(looks: tuple[QSize, dict[str, Look]]) -> None:
    for keys in WALKS.values():
        assert looks[1][keys].number or looks[1][keys].strip, keys


def test_no_number_is_cut_off(looks: tuple[QSize, dict[str, Look]]) -> None:
    assert looks[1]["42"].numbers >= 2
    for keys in WALKS.values():
        assert looks[1][keys].cut_off == (), keys


def test_the_window_never_grows_beyond_the_screen(looks: tuple[QSize, dict[str, Look]]) -> None:
    size, seen = looks
    for keys, each in seen.items():
        assert each.size.width() <= size.width(), keys
        assert each.size.height() <= size.height(), keys


def test_999_is_in_sight_on_every_page(looks: tuple[QSize, dict[str, Look]]) -> None:
    for keys, each in looks[1].items():
        assert each.emergency, keys


def test_scrolling_down_keeps_the_number_in_a_strip(open_window: OpenWindow) -> None:
    walker = shown_at(open_window, SMALL, 100, "11")
    assert not walker.sees("strip-number")
    walker.press("i")
    page = walker.find("advice-page")
    bar = page.verticalScrollBar()  # type: ignore[attr-defined]
    bar.setValue(bar.maximum())
    settle()
    assert walker.read("strip-number") == "01632 960900"
    bar.setValue(0)
    settle()
    assert not walker.sees("strip-number")


def test_the_number_can_be_read_from_two_metres(walker: Walker) -> None:
    walker.press("1", "1")
    number = walker.find("first-number")
    assert QFontMetrics(number.font()).capHeight() >= 45  # 12 mm on a screen of 96 dots an inch


def test_text_size_follows_the_keys_and_is_kept(walker: Walker) -> None:
    before = walker.find("who-question").font().pixelSize()
    for _ in range(5):  # from 100 by 25 to 200, and once more
        walker.shortcut(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert kept_size(walker) == 200
    assert walker.find("who-question").font().pixelSize() == 2 * before
    walker.shortcut(Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert kept_size(walker) == 100


def kept_size(walker: Walker) -> object:
    return walker.settings.values["text_percent"]


def beyond_the_edge(walker: Walker) -> list[str]:
    """The pages in sight whose words go on past the right edge, where nothing scrolls to."""
    return [
        f"{page.objectName()} {walker.window.width()}: {body.width()} of {page.viewport().width()}"
        for page in walker.window.findChildren(QScrollArea)
        if page.isVisible() and (body := page.widget()) is not None
        if body.width() > page.viewport().width()
    ]


@pytest.mark.parametrize("percent", [100, 125, 200])
def test_no_page_goes_on_past_the_right_edge(open_window: OpenWindow, percent: int) -> None:
    """In a window as narrow as the smallest screen, with the question of the first run too."""
    asked: dict[str, object] = {"home_asked": False, "text_percent": percent}
    walker = open_window("2026-11-20T16:40", asked)
    beyond: list[str] = []
    for width in (784, 820, 860, 1008, 1180):
        walker.press(Qt.Key.Key_Escape)
        walker.window.resize(width, 560)
        for keys in ("", "1", "1"):
            walker.press(*keys)
            beyond += beyond_the_edge(walker)
    assert beyond == []


def test_beside_a_longer_card_the_words_of_a_shorter_one_stay_together(
    open_window: OpenWindow,
) -> None:
    walker = shown_at(open_window, SMALL, 100, "11i")
    cards = [
        each
        for each in walker.window.findChildren(QWidget)
        if each.objectName().endswith("-detail") and each.isVisible()
    ]
    assert len(cards) > 1
    for card in cards:
        labels = [each for each in card.findChildren(QLabel) if each.isVisible() and each.text()]
        for each in labels:
            needed = each.heightForWidth(each.width()) if each.wordWrap() else each.height()
            assert each.height() <= needed + 2, (card.objectName(), each.objectName())


def test_the_drawing_of_a_form_stands_in_line_with_its_words(open_window: OpenWindow) -> None:
    walker = shown_at(open_window, SMALL, 100, "14")
    rule = walker.find("first-form-rule")
    bar = walker.find("first-form")
    drawn = next(each for each in bar.findChildren(QLabel) if not each.text() and each.width() < 30)
    middles = [each.mapTo(bar, each.rect().center()).y() for each in (rule, drawn)]
    assert abs(middles[0] - middles[1]) <= 2
