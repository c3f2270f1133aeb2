"""Texts to look at: in a sentence that says why, quoted, each with its presses."""

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.workshop.stale_texts_card import StaleTextsCard, look_words
from desktop_app.ui.workshop.working_copy import LookAt
from tests.ui.workshop.opened import one, said

OLD = LookAt("elm", "Elm", ("services", 0), "Note", "Ends in 001.", ("001",), was="01632 960001")
TIMES = LookAt("elm", "Elm", (), "Good to know", "Shut at 16:20.", ("16:20", "9am"))


@pytest.mark.parametrize(
    ("look", "sentence"),
    [
        (OLD, "Elm, note, still says “001”: the end of the old number, 01632 960001."),
        (TIMES, "Elm, good to know, says “16:20”, “9am”. Is that still so with the new hours?"),
    ],
)
def test_it_says_what_may_be_of_before(look: LookAt, sentence: str) -> None:
    assert look_words(look) == sentence


def test_each_text_has_its_presses_and_says_of_what(qtbot: QtBot) -> None:
    card = StaleTextsCard("look")
    qtbot.addWidget(card)
    card.show_texts([OLD, TIMES])
    with qtbot.waitSignal(card.wanted) as wanted:
        one(card, QPushButton, "look-change-1").click()
    assert wanted.args == [OLD]
    with qtbot.waitSignal(card.found_right) as right:
        one(card, QPushButton, "look-right-2").click()
    assert right.args == [TIMES]
    assert look_words(TIMES) in one(card, QPushButton, "look-right-2").accessibleName()
    assert not card.findChildren(QPushButton, "look-change-2")  # no form shows that text
    assert said(card, "look-told-2") == look_words(TIMES)


def test_where_nothing_can_be_changed_the_texts_stand_without_presses(qtbot: QtBot) -> None:
    card = StaleTextsCard("look")
    qtbot.addWidget(card)
    card.show_texts([OLD], read_only=True)
    assert not card.isHidden()
    assert not card.findChildren(QPushButton)


def test_nothing_to_look_at_takes_no_room(qtbot: QtBot) -> None:
    card = StaleTextsCard("look")
    qtbot.addWidget(card)
    card.show_texts([OLD])
    card.show_texts([])
    assert card.isHidden()
