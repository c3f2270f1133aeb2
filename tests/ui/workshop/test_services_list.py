"""The list of the workshop's services: narrowed by words, digits and what is wrong."""

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui.workshop.services_list import ServicesList
from tests.ui.workshop.bench import Bench

FOUND = {
    "": ["elm-children", "elm-adults", "fern-helpline"],
    "elm": ["elm-children", "elm-adults"],
    "ELM adult": ["elm-adults"],
    "01632 960 002": ["elm-adults"],
    "0808": ["fern-helpline"],
    "nothing": [],
}


def listed(qtbot: QtBot, bench: Bench) -> ServicesList:
    services = ServicesList()
    qtbot.addWidget(services)
    services.show_rows(bench.rows())
    return services


def ids(services: ServicesList) -> list[str]:
    return [services._at(place) for place in range(services.list.count())]


@pytest.mark.parametrize(("typed", "found"), FOUND.items())
def test_typing_narrows_the_list(qtbot: QtBot, typed: str, found: list[str]) -> None:
    services = listed(qtbot, Bench())
    services.search.setText(typed)
    assert ids(services) == found


def test_what_is_to_be_put_right_is_a_press_away(qtbot: QtBot) -> None:
    bench = Bench()
    bench.wrong = ("The note names a number that no line has.",)
    services = listed(qtbot, bench)
    services._chips["wrong"].click()
    assert ids(services) == ["elm-children"]


def test_the_service_that_was_marked_stays_marked(qtbot: QtBot) -> None:
    bench = Bench()
    services = listed(qtbot, bench)
    services.mark("elm-adults")
    services.show_rows(bench.rows())
    assert services._at(services.list.currentRow()) == "elm-adults"


def test_a_service_outside_of_what_is_shown_is_shown_all_the_same(qtbot: QtBot) -> None:
    services = listed(qtbot, Bench())
    services.search.setText("fern")
    services.mark("elm-adults")
    assert services._at(services.list.currentRow()) == "elm-adults"
