"""Help is a key away on every page, says what the keys are, and is the same as in the docs."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.workshop.calls.call_card import KEYS, RESULTS
from desktop_app.ui.workshop.help_view import HelpView
from desktop_app.ui.workshop.window import CHECK, DATES, LISTS, LOG, NEW, RING, help_text
from tests.ui.workshop.bench import Bench
from tests.ui.workshop.opened import keys, one, open_workshop

PICTURE = re.compile(r"^!\[.*\)\n\n?", re.MULTILINE)
"""The guide shows the pages; the help stands beside them."""
ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize("page", [RING, DATES, NEW, LISTS, LOG, CHECK])
@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Question])
def test_help_is_a_key_away(qtbot: QtBot, page: str, key: Qt.Key) -> None:
    workshop = open_workshop(qtbot, Bench())
    workshop.window.rail.chosen.emit(page)
    workshop.window.setFocus()
    QTest.keyClick(workshop.window, key)
    assert one(workshop.window, HelpView, "help-page").isVisible()


def test_a_question_mark_that_is_typed_is_typed(qtbot: QtBot) -> None:
    workshop = open_workshop(qtbot, Bench())
    keys("who?")
    assert one(workshop.window, QLineEdit, "workshop-search").text() == "who?"
    assert not workshop.window.findChildren(HelpView)
    assert QApplication.focusWidget() is one(workshop.window, QLineEdit, "workshop-search")


def test_the_help_names_every_key_of_a_call() -> None:
    for key, came in KEYS.items():
        assert f"{key} " in help_text(), RESULTS[came]


def test_the_docs_say_the_same() -> None:
    guide = (ROOT / "docs/stewards.md").read_text("utf-8")
    assert help_text().strip() in PICTURE.sub("", guide)


def test_no_sign_of_the_text_file_is_left_on_the_page(qtbot: QtBot) -> None:
    page = HelpView(help_text())
    qtbot.addWidget(page)
    told = [label.text() for label in page.findChildren(QLabel)]
    assert len(told) > 20
    assert not [line for line in told if "##" in line or "**" in line]
