"""What must be known before the next call stands above it; guidance is one press away."""

from collections.abc import Callable

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


def test_notes_stand_between_the_first_number_and_the_next_ones(walker: Walker) -> None:
    walker.press("1", "1")
    assert "consent" in walker.read("note-1")
    assert top(walker, "first-number") < top(walker, "note-1") < top(walker, "fallback-heading")


def test_guidance_that_belongs_to_the_answer_stands_below_the_notes(
    open_window: OpenWindow,
) -> None:
    walker = open_window(directory=TownThatReads).press("1", "1")
    assert top(walker, "note-1") < top(walker, "guidance-links") < top(walker, "fallback-heading")


def test_a_link_opens_its_page(open_window: OpenWindow) -> None:
    walker = open_window(directory=TownThatReads).press("1", "1")
    link = walker.find("link-record")
    assert isinstance(link, QAbstractButton)
    link.click()
    assert "What to write" in shown_guidance(walker)


def test_nothing_is_offered_where_nothing_belongs(open_window: OpenWindow) -> None:
    walker = open_window(directory=TownThatReads).press("2", "1")
    assert not walker.sees("guidance-links")


def test_forgetting_takes_the_links_away(open_window: OpenWindow) -> None:
    walker = open_window(directory=TownThatReads).press("1", "1")
    walker.program.call_now.start_again()
    assert not walker.window.findChildren(QAbstractButton, "link-record") or not walker.sees(
        "link-record"
    )


def shown_guidance(walker: Walker) -> str:
    titles: Callable[[], str] = walker.all_words
    return titles()
