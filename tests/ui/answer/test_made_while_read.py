"""The answer's page is made while the second question is read, and shows nothing before that."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.journeys.accidental_keys import asked_where
from tests.ui.conftest import windows
from tests.ui.walker import Walker


@pytest.fixture
def walker(qapp: QApplication) -> Iterator[Walker]:
    """A window of its own for each: in one that was kept the page is there already."""
    with windows(qapp) as opened:
        yield opened()


def made(walker: Walker) -> list[QWidget]:
    return walker.window.findChildren(QWidget, "advice-page")


def test_nothing_of_it_is_made_before_the_first_answer(walker: Walker, qtbot: QtBot) -> None:
    walker.wait()
    qtbot.wait(200)
    assert made(walker) == []


def test_it_is_made_while_the_question_is_read_and_not_seen(walker: Walker, qtbot: QtBot) -> None:
    assert made(walker) == []
    asked_where(walker)
    qtbot.waitUntil(lambda: len(made(walker)) == 1)  # a busy machine may be there already
    assert walker.sees("where-question")
    assert not made(walker)[0].isVisible()


def test_a_walk_left_meanwhile_leaves_nothing(walker: Walker, qtbot: QtBot) -> None:
    asked_where(walker)
    walker.press_at_once(Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: len(made(walker)) == 1)
    assert walker.sees("who-child")
    assert walker.program.call_now.situation is None
    numbers = walker.window.findChildren(QLabel, "first-number")
    assert [each.text() for each in numbers if each.text()] == []


def test_an_answer_given_sooner_makes_one_page(walker: Walker, qtbot: QtBot) -> None:
    walker.press("1", "1")
    qtbot.wait(200)
    assert len(made(walker)) == 1
    assert walker.sees("first-number")
