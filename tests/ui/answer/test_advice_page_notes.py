"""Long words, notes and guidance wait behind the fold, one key away."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton

from desktop_app.domain.services.directory import Guidance
from tests.ui.conftest import OpenWindow
from tests.ui.town import Town
from tests.ui.walker import Walker

PAGES = tuple(
    Guidance(id=each, title=title, summary="In short.", body="Some words.", concerns=("child",))
    for each, title in (("when-you-ring", "What to say when you ring"), ("record", "What to write"))
)


class TownThatReads(Town):
    def guidance(self) -> tuple[Guidance, ...]:
        return PAGES

    def guidance_for(self, concern: str) -> tuple[Guidance, ...]:
        return PAGES if concern == "child" else ()


def top(walker: Walker, name: str) -> int:
    return walker.find(name).mapTo(walker.window, QPoint()).y()


def test_one_key_opens_the_fold_and_closes_it(walker: Walker) -> None:
    walker.press("1", "1")
    assert not walker.sees("fold")
    walker.press("i")
    assert walker.sees("fold")
    assert walker.read("first-provenance").startswith("Never test-called")
    walker.press("i")
    assert not walker.sees("fold")


def test_a_key_meant_for_the_page_before_opens_nothing(walker: Walker) -> None:
    walker.press("1")
    walker.press_at_once("1", "i")
    assert not walker.sees("fold")


def test_notes_stand_behind_the_fold_below_the_next_numbers(walker: Walker) -> None:
    walker.press("1", "1", "i")
    assert "consent" in walker.read("note-1")
    assert top(walker, "fallback-heading") < top(walker, "note-1")


def test_guidance_that_belongs_to_the_answer_stands_there_too(open_window: OpenWindow) -> None:
    walker = open_window(directory=TownThatReads).press("1", "1", "i")
    assert top(walker, "fold-heading") < top(walker, "guidance-links") < top(walker, "note-1")


def test_a_link_opens_its_page(open_window: OpenWindow) -> None:
    walker = open_window(directory=TownThatReads).press("1", "1", "i")
    link = walker.find("link-record")
    assert isinstance(link, QAbstractButton)
    link.click()
    assert "What to write" in walker.all_words()


def test_nothing_is_offered_where_nothing_belongs(open_window: OpenWindow) -> None:
    walker = open_window(directory=TownThatReads).press("2", "1", "i")
    assert not walker.sees("guidance-links")


def test_the_fold_follows_the_answer_while_it_is_open(open_window: OpenWindow) -> None:
    walker = open_window("2026-11-20T16:19").press("1", "1", "i")
    assert walker.read("first-whole-number") == "01632 960001"
    walker.later("2026-11-20T16:20")
    assert walker.read("first-whole-number") == "01632 960900"


def test_forgetting_closes_it_and_takes_the_words_away(open_window: OpenWindow) -> None:
    walker = open_window(directory=TownThatReads).press("1", "1", "i")
    walker.program.call_now.start_again()
    assert not walker.sees("link-record")
    walker.press("1", "1")
    assert not walker.sees("fold")
