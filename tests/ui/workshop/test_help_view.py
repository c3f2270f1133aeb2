"""Help is a key away on every page, says what the keys are, and is the same as in the docs."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.ui.theme.appearance import Look, appearance
from desktop_app.ui.theme.palettes import DARK, LIGHT
from desktop_app.ui.workshop.calls.call_card import KEYS, RESULTS
from desktop_app.ui.workshop.help_picture import EDGE, HelpPicture
from desktop_app.ui.workshop.help_view import HelpView
from desktop_app.ui.workshop.window import (
    CHECK,
    DATES,
    LISTS,
    LOG,
    NEW,
    RING,
    help_folder,
    help_text,
)
from tests.ui.walker import settle
from tests.ui.workshop.bench import Bench
from tests.ui.workshop.opened import keys, one, open_workshop

MOST_BYTES = 100_000
"""A picture may weigh: packages grow with each."""
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
    assert help_text().strip() in guide.replace("](../resources/help/", "](")


def test_no_sign_of_the_text_file_is_left_on_the_page(qtbot: QtBot) -> None:
    page = opened(qtbot)
    told = [label.text() for label in page.findChildren(QLabel)]
    assert len(told) > 20
    assert not [line for line in told if "##" in line or "**" in line or "](" in line]


@pytest.mark.parametrize(("scheme", "light"), [("light", True), ("dark", False)])
def test_each_picture_is_there_in_the_colours_of_the_window(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, scheme: str, light: bool
) -> None:
    palette = {"light": LIGHT, "dark": DARK}[scheme]
    monkeypatch.setattr(appearance(), "look", Look(palette, 100))
    page = opened(qtbot)
    shown = pictures(page)
    assert len(shown) == 5
    for each in shown:
        assert not each.pixmap().isNull()
        bare = each.pixmap().toImage().pixelColor(300, 840)
        assert (bare.lightness() > 128) is light, each.accessibleName()


def test_a_picture_is_told_by_what_it_shows(qtbot: QtBot) -> None:
    page = opened(qtbot)
    for each in pictures(page):
        read = QAccessible.queryAccessibleInterface(each)
        assert read.role() is QAccessible.Role.Graphic
        assert len(read.text(QAccessible.Text.Name)) > 20


@pytest.mark.parametrize("wide", [500, 760, 1100, 1900])
def test_a_picture_keeps_its_shape_and_fits(qtbot: QtBot, wide: int) -> None:
    page = opened(qtbot)
    page.resize(wide, 700)
    settle()
    for each in pictures(page):
        taken = each.pixmap()
        assert each.width() <= min(taken.width() + 2 * EDGE, wide)
        inside = each.contentsRect()
        assert inside.height() == pytest.approx(
            inside.width() * taken.height() / taken.width(), abs=2
        )


def test_where_a_picture_is_missing_its_words_stand(qtbot: QtBot, tmp_path: Path) -> None:
    page = HelpView("## Calls\n\n![The page of calls](gone.png)\n\n- Ring.", tmp_path)
    qtbot.addWidget(page)
    assert [label.text() for label in page.findChildren(QLabel)][1:] == [
        *("Calls", "The page of calls", "•  Ring."),
    ]


def test_the_pictures_of_the_help_weigh_little() -> None:
    kept = sorted(help_folder().glob("*.png"))
    assert len(kept) == 10
    assert max(each.stat().st_size for each in kept) < MOST_BYTES


def opened(qtbot: QtBot) -> HelpView:
    page = HelpView(help_text(), help_folder())
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()
    settle()
    return page


def pictures(page: HelpView) -> list[HelpPicture]:
    return page.findChildren(HelpPicture)
