"""Guidance is read inside the window, with its sources; nothing in it leads out."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextList
from PySide6.QtWidgets import QApplication

from desktop_app.ui.guidance.view import GuidanceView
from tests.ui.conftest import OpenWindow
from tests.ui.directory_town import town
from tests.ui.walker import Walker, settle

FRIDAY = "2026-11-27T16:05"


@pytest.fixture
def walker(open_window: OpenWindow) -> Walker:
    """At the guidance."""
    walker = open_window(FRIDAY, directory=town)
    walker.program.open_page("guidance")
    settle()
    return walker


def page(walker: Walker) -> GuidanceView:
    """The page of guidance."""
    found = walker.window.findChild(GuidanceView)
    assert isinstance(found, GuidanceView)
    return found


def test_the_first_page_is_open_with_its_sources_at_the_end(walker: Walker) -> None:
    text = page(walker).pane.toPlainText()
    assert text.startswith("What to say\nRing with what you have.\nRing 999 first.")
    assert text.endswith("Safeguarding contacts. The council, about 20 December 2024: the order")


def test_items_that_follow_each_other_are_one_list(walker: Walker) -> None:
    document = page(walker).pane.document()
    block, lists = document.begin(), set()
    while block.isValid():
        held = block.textList()
        if isinstance(held, QTextList):
            lists.add((held.count(), held.itemText(block) != ""))
        block = block.next()
    assert {count for count, _ in lists} == {2}


def test_a_page_is_opened_by_its_button_and_by_a_link(walker: Walker) -> None:
    walker.find("guidance-whistle").click()  # type: ignore[attr-defined]
    assert page(walker).pane.page_id == "whistle"
    assert QApplication.focusWidget() is page(walker).pane
    page(walker).open_guidance("ringing")
    page(walker).pane.anchorClicked.emit(QUrl("page:whistle"))
    assert page(walker).pane.page_id == "whistle"


@pytest.mark.parametrize("address", ["https://example.com", "file:///etc/passwd", "tel:999"])
def test_nothing_leads_out(walker: Walker, address: str) -> None:
    before = page(walker).pane.toPlainText()
    page(walker).pane.anchorClicked.emit(QUrl(address))
    assert page(walker).pane.toPlainText() == before
    assert not page(walker).pane.openLinks()


def test_an_answer_can_open_its_page(open_window: OpenWindow) -> None:
    walker = open_window(FRIDAY, directory=town)
    walker.program.open_guidance("whistle")
    settle()
    assert page(walker).pane.page_id == "whistle"
    with pytest.raises(KeyError):
        walker.program.open_guidance("no such page")


def test_the_text_follows_size_and_colours(walker: Walker) -> None:
    pane = page(walker).pane
    before = pane.document().begin().begin().fragment().charFormat().font().pixelSize()
    walker.program._choices.larger()
    after = pane.document().begin().begin().fragment().charFormat().font().pixelSize()
    assert after > before


def test_hiding_leaves_nothing_of_what_was_read(walker: Walker) -> None:
    page(walker).open_guidance("whistle")
    walker.window.forget()
    assert page(walker).pane.page_id == "ringing"
