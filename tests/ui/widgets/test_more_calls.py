"""The calls of an unknown place that wait stand behind one button inside the fold."""

from PySide6.QtWidgets import QAbstractButton

from desktop_app.ui.answer.detail_card import DetailCard
from tests.domain.decision.test_folding import TwoDoors
from tests.ui.conftest import OpenWindow
from tests.ui.walker import Walker


def unknown(open_window: OpenWindow) -> Walker:
    walker = open_window(directory=lambda: TwoDoors(6), settings={"home_asked": True})
    return walker.press("1", "9", "i")


def more(walker: Walker) -> QAbstractButton:
    button = walker.find("more-numbers")
    assert isinstance(button, QAbstractButton)
    return button


def cards(walker: Walker) -> list[str]:
    """The cards in the fold, by what each is called."""
    return [
        card.objectName() for card in walker.window.findChildren(DetailCard) if card.isVisible()
    ]


def test_few_cards_and_one_button_for_the_rest(open_window: OpenWindow) -> None:
    walker = unknown(open_window)
    assert len(cards(walker)) == 2
    assert more(walker).text() == "More numbers (12)"


def test_the_button_shows_every_other_number_and_hides_it(open_window: OpenWindow) -> None:
    walker = unknown(open_window)
    more(walker).click()
    walker.wait()
    assert len(cards(walker)) == 14
    more(walker).click()
    walker.wait()
    assert len(cards(walker)) == 2


def test_where_the_place_is_known_there_is_no_button(open_window: OpenWindow) -> None:
    walker = open_window(directory=lambda: TwoDoors(6), settings={"home_asked": True})
    assert not walker.press("1", "1", "i").sees("more-numbers")


def test_forgetting_takes_the_numbers_away(open_window: OpenWindow) -> None:
    walker = unknown(open_window)
    more(walker).click()
    walker.wait()
    walker.program.call_now.start_again()
    assert "01632 97" not in walker.all_words()
