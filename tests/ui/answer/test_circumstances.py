"""The switches on the answer, and the answer for whoever hurts: titled, and undone in one press."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QPushButton

from desktop_app.domain.situation.situation import Circumstance
from desktop_app.paths import directory_file
from desktop_app.store.directory.directory import open_directory
from tests import sweeps
from tests.ui.conftest import OpenWindow
from tests.ui.walker import AT_HOME, Walker, settle

NOON = "2026-11-20T12:00"
USING = "circumstance-using-abuse"
ROOM = 24
"""Pixels the style sheet keeps free beside the words of a switch: padding and border."""


def answered(open_window: OpenWindow, keys: str, percent: int = 100) -> Walker:
    """An answer in the smallest window that is promised."""
    settings = {**AT_HOME, "text_percent": percent}
    walker = open_window(NOON, settings, lambda: open_directory(directory_file()))
    walker.window.resize(QSize(1024, 768))
    settle()
    walker.press(*keys)
    settle()
    return walker


def chip(walker: Walker, name: str) -> QPushButton:
    found = walker.find(name)
    assert isinstance(found, QPushButton)
    return found


def room_around(found: QPushButton) -> int:
    """What is left of a switch beside its words, which are bold once it is ticked."""
    font = QFont(found.font())
    font.setWeight(QFont.Weight.Bold if found.isChecked() else font.weight())
    return found.width() - QFontMetrics(font).horizontalAdvance(found.text())


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_no_switch_is_cut_off_ticked_or_not(open_window: OpenWindow, percent: int) -> None:
    walker = answered(open_window, "31", percent)
    page = walker.find("circumstances")
    chip(walker, "circumstances-more").click()
    settle()
    for ticked, those in (
        (False, Circumstance),
        (True, sweeps.sampled(Circumstance, 7, of=percent)),
    ):
        for each in those:
            if each is Circumstance.CHILDREN:
                continue  # asked by the question in the answer itself
            found = chip(walker, f"circumstance-{each}")
            if found.isChecked() is not ticked:
                found.click()
                settle()
            assert room_around(found) >= ROOM, (each, ticked)
            right = found.mapTo(page, found.rect().topRight()).x()
            assert right <= page.width(), (each, ticked)


def test_the_answer_for_who_hurts_has_a_title_of_its_own(open_window: OpenWindow) -> None:
    walker = answered(open_window, "31")
    assert walker.read("trail").startswith("Someone experiencing domestic abuse")
    chip(walker, "circumstances-more").click()
    chip(walker, USING).click()
    settle()
    assert walker.read("trail").startswith("In front of me: the one who hurts")
    assert "for the person who hurts" in walker.read("hurting-note")


def test_one_press_undoes_it(open_window: OpenWindow) -> None:
    walker = answered(open_window, "31")
    chip(walker, "circumstances-more").click()
    chip(walker, "circumstance-care-needs").click()
    chip(walker, USING).click()
    settle()
    chip(walker, "undo-using-abuse").click()
    settle()
    assert walker.read("trail").startswith("Someone experiencing domestic abuse")
    assert not chip(walker, USING).isChecked()
    assert chip(walker, "circumstance-care-needs").isChecked()
    assert not walker.sees("hurting-note")


def test_an_allegation_is_asked_where_the_person_works(open_window: OpenWindow) -> None:
    walker = answered(open_window, "5")
    assert walker.read("where-question") == "Where does the person work?"
    assert "works" in walker.read("where-rule")


def test_every_other_worry_is_asked_where_it_happened(open_window: OpenWindow) -> None:
    walker = answered(open_window, "5")
    chip(walker, "back").click()
    settle()
    walker.press("1")
    assert walker.read("where-question") == "Where did it happen?"
    assert "took place" in walker.read("where-rule")
