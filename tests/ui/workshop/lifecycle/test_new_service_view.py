"""A service that begins and one that ends: chosen by words, refused at the field, kept as one."""

from datetime import date

import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.workshop.document_field import NEEDED
from desktop_app.ui.workshop.lifecycle.new_service_view import ENDED, NO_SERVICE, NewServiceView
from desktop_app.ui.workshop.lifecycle.service_lifecycle import NewService
from desktop_app.ui.workshop.window import NEW
from desktop_app.ui.workshop.working_copy import FormHours, Way
from tests.ui.workshop.bench import NOW, Bench
from tests.ui.workshop.lifecycle.lifecycle_bench import NOBODY, TOO_SHORT
from tests.ui.workshop.opened import one, open_workshop, said


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def view(qtbot: QtBot, bench: Bench) -> NewServiceView:
    page = NewServiceView(bench, bench.lifecycle, lambda: NOW)
    qtbot.addWidget(page)
    page.resize(1000, 900)
    page.show()
    qtbot.waitExposed(page)
    return page


def type_in(view: NewServiceView, **texts: str) -> None:
    for key, text in texts.items():
        one(view, QLineEdit, f"new-{key}").setText(text)


def tick(view: NewServiceView, **words: str) -> None:
    for key, typed in words.items():
        one(view, QLineEdit, f"new-{key}-search").setText(typed)
        one(view, QPushButton, f"new-{key}-all").click()


def fill(view: NewServiceView) -> None:
    type_in(view, name="Oak Line", summary="For oaks.", organisation="Oak Trust")
    tick(view, roles="front", areas="elm", serves="every", topics="neglect")
    view.findChildren(QComboBox, "rests-on-box")[0].setCurrentIndex(0)


def press(view: NewServiceView, name: str) -> None:
    one(view, QPushButton, name).click()


def test_a_service_is_made_by_words_alone(view: NewServiceView, bench: Bench) -> None:
    fill(view)
    type_in(view, number="01632 960444", label="Office")
    press(view, "new-make")
    assert bench.lifecycle.made == [
        NewService(
            name="Oak Line",
            summary="For oaks.",
            organisation="Oak Trust",
            roles=("door",),
            areas=("elm",),
            serves=("everyone",),
            topics=("neglect",),
            number="01632 960444",
            label="Office",
            kind="office_hours",
            hours=FormHours(Way.ASSUMED),
            document="elm-2024",
        )
    ]


def test_one_without_a_number_has_no_hours(view: NewServiceView, bench: Bench) -> None:
    fill(view)
    press(view, "new-make")
    assert bench.lifecycle.made[0].hours is None


def test_each_refusal_stands_at_its_field(view: NewServiceView, bench: Bench) -> None:
    fill(view)
    type_in(view, number="01632 960999")
    press(view, "new-make")
    assert said(view, "new-told-number") == TOO_SHORT
    assert said(view, "new-told-") == "Odd."
    assert not one(view, QLabel, "new-told-name").isVisible()
    assert one(view, QLineEdit, "new-name").text() == "Oak Line"
    assert not bench.lifecycle.made


def test_nothing_is_made_without_a_document(view: NewServiceView, bench: Bench) -> None:
    type_in(view, name="Oak Line")
    press(view, "new-make")
    assert said(view, "new-told-") == NEEDED
    assert not bench.lifecycle.made


def test_what_was_typed_is_put_away_once_it_is_made(view: NewServiceView) -> None:
    fill(view)
    press(view, "new-make")
    assert one(view, QLineEdit, "new-name").text() == ""
    assert view._ticks["roles"].ticked == ()


def test_a_double_click_makes_one(view: NewServiceView, bench: Bench) -> None:
    fill(view)
    press(view, "new-make")
    press(view, "new-make")
    assert len(bench.lifecycle.made) == 1


def end(view: NewServiceView, place: int) -> None:
    one(view, QComboBox, "end-service").setCurrentIndex(place)
    one(view, QLineEdit, "end-day").setText("24/12/2026")
    one(view, QLineEdit, "end-instead").setText("01632 960900")
    view.findChildren(QComboBox, "rests-on-box")[-1].setCurrentIndex(0)
    press(view, "end-keep")


def test_a_service_ends_with_its_day_and_whom_to_ring(view: NewServiceView, bench: Bench) -> None:
    end(view, 0)
    day = date(2026, 12, 24)
    assert bench.lifecycle.ended == [("elm-children", day, "01632 960900", "elm-2024")]
    assert said(view, "new-told-end") == ENDED


def test_an_end_that_is_refused_says_why_where_it_was_asked(
    view: NewServiceView, bench: Bench
) -> None:
    end(view, 1)
    assert said(view, "new-told-end") == NOBODY
    assert not bench.lifecycle.ended


def test_no_service_ends_before_one_is_chosen(view: NewServiceView, bench: Bench) -> None:
    press(view, "end-keep")
    assert said(view, "new-told-end") == NO_SERVICE
    assert not bench.lifecycle.ended


def test_a_copy_to_be_looked_at_makes_and_ends_nothing(qtbot: QtBot) -> None:
    bench = Bench(read_only="This copy can only be looked at here.")
    page = NewServiceView(bench, bench.lifecycle, lambda: NOW)
    qtbot.addWidget(page)
    fill(page)
    press(page, "new-make")
    assert said(page, "new-told-") == bench.read_only
    end(page, 0)
    assert said(page, "new-told-end") == bench.read_only
    assert not bench.lifecycle.made
    assert not bench.lifecycle.ended


def test_what_was_made_is_looked_at_among_the_services(qtbot: QtBot) -> None:
    workshop = open_workshop(qtbot, Bench())
    workshop.window.rail.chosen.emit(NEW)
    page = one(workshop.window, NewServiceView, "new-page")
    fill(page)
    press(page, "new-make")
    assert workshop.services.sheet.service == "fern-helpline"
    assert workshop.services.isVisible()
