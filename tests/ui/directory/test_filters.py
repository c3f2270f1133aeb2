"""The directory narrowed: open now, area, whom it serves, topic; and when nothing is left."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from desktop_app.domain.browse.catalogue import ListFilter
from desktop_app.domain.services.directory import HitWhy, SearchHit
from desktop_app.ui.directory.finder import by_numbers, counted
from tests.area import LUTON
from tests.fakes import ListDirectory
from tests.ui.conftest import OpenWindow
from tests.ui.directory_page import at_the_search, listed, page
from tests.ui.walker import Walker, settle


@pytest.fixture
def walker(open_window: OpenWindow) -> Walker:
    return at_the_search(open_window)


def test_open_now_hides_what_is_closed_and_keeps_what_is_uncertain(walker: Walker) -> None:
    walker.later("2026-11-27T22:00")
    walker.find("filter-open").click()  # type: ignore[attr-defined]
    found = listed(walker)
    assert "mens-line" not in found
    assert "panel" not in found
    assert {"unknown-hours", "police", "bedford-children"} <= set(found)


def test_a_line_that_closes_leaves_the_open_ones(walker: Walker) -> None:
    walker.find("filter-open").click()  # type: ignore[attr-defined]
    assert "mens-line" in listed(walker)
    walker.later("2026-11-27T16:20")
    assert "mens-line" not in listed(walker)


def test_choices_narrow_and_can_be_dropped(walker: Walker) -> None:
    chips = page(walker).filters
    area, topic = chips.findChild(QAbstractButton, "filter-area"), "domestic_abuse"
    assert area is not None
    chips._choices["area"].chosen.emit(LUTON.code)
    assert "luton-children" in listed(walker)
    assert "bedford-children" not in listed(walker)
    assert area.text() == "Area: Luton"
    chips._choices["topic"].chosen.emit(topic)
    assert listed(walker) == ["mens-line"]
    walker.find("filter-none").click()  # type: ignore[attr-defined]
    assert len(listed(walker)) == 15
    assert area.text() == "Area"


def test_choices_narrow_what_was_typed(walker: Walker) -> None:
    walker.press("adult safeguarding")
    page(walker).filters._choices["area"].chosen.emit(LUTON.code)
    assert listed(walker) == ["luton-adults"]


def test_nothing_found_says_what_to_try_and_leads_on(walker: Walker) -> None:
    page(walker).filters._choices["area"].chosen.emit(LUTON.code)
    walker.press("integrated")
    assert walker.read("nothing-title") == "Nothing found for “integrated”"
    walker.find("nothing-everything").click()  # type: ignore[attr-defined]
    assert listed(walker) == ["bedford-children"]
    walker.press("zzz")
    assert not walker.sees("nothing-everything")
    walker.find("nothing-call").click()  # type: ignore[attr-defined]
    settle()
    assert walker.sees("who-question")


def test_what_cannot_be_rung_is_listed_only_under_how_the_system_works(walker: Walker) -> None:
    assert "panel" not in listed(walker)
    walker.find("filter-system").click()  # type: ignore[attr-defined]
    assert listed(walker) == ["panel"]
    walker.find("filter-none").click()  # type: ignore[attr-defined]
    assert "panel" not in listed(walker)


def test_what_stands_aside_is_counted_and_a_name_typed_in_full_is_shown() -> None:
    named = SearchHit(service_id="panel", why=HitWhy.NAME, matched="Panel", exact=True, rung=False)
    about = SearchHit(service_id="board", why=HitWhy.TOPIC, matched="Hoarding", rung=False)
    rung = SearchHit(service_id="mash", why=HitWhy.NAME, matched="MASH")
    assert by_numbers((rung, named, about), ListFilter()) == ((rung, named), 1)
    assert by_numbers((about,), ListFilter()) == ((about,), 0)
    assert by_numbers((rung, about), ListFilter(system=True)) == ((about,), 0)
    assert counted(12, 5, found=True, complete=True) == (
        "12 services found. 5 more under “How the system works”"
    )


def test_a_word_that_is_no_service_says_what_to_do_instead(walker: Walker) -> None:
    directory = page(walker)._directory
    assert isinstance(directory, ListDirectory)
    directory.advice["urdu"] = ("Ask for an interpreter.",)
    walker.press("urdu")
    assert walker.read("nothing-advice") == "Ask for an interpreter."
    assert walker.sees("nothing-call")
