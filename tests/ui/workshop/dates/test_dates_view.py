"""The page of dates: lines ticked by words, one range, what would change, and one keeping."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.domain.hours.typed_day import NO_SUCH_DAY, UNREADABLE
from desktop_app.ui.workshop.dates.dated_lines import DatedHours
from desktop_app.ui.workshop.dates.dates_view import (
    BACKWARDS,
    KEPT,
    NO_LINE,
    NO_TIMES,
    SAME,
    TAKEN,
    DatesView,
)
from desktop_app.ui.workshop.document_field import NEEDED
from desktop_app.ui.workshop.window import DATES
from tests.ui.workshop.bench import NOW, Bench
from tests.ui.workshop.dates.dates_bench import DIFFERS, REFUSED
from tests.ui.workshop.opened import one, open_workshop, said

FIRST, LAST = date(2026, 12, 24), date(2027, 1, 1)


@pytest.fixture
def bench() -> Bench:
    return Bench()


@pytest.fixture
def view(qtbot: QtBot, bench: Bench) -> DatesView:
    page = DatesView(bench, bench.dates, lambda: NOW)
    qtbot.addWidget(page)
    page.resize(900, 900)
    page.show()
    qtbot.waitExposed(page)
    return page


def tick(view: DatesView, typed: str) -> None:
    one(view, QLineEdit, "dates-search").setText(typed)
    press(view, "dates-all")


def press(view: DatesView, name: str) -> None:
    one(view, QPushButton, name).click()


def choose(view: DatesView) -> None:
    one(view, QComboBox, "rests-on-box").setCurrentIndex(0)
    one(view, QLineEdit, "dates-first").setText("24/12")
    one(view, QLineEdit, "dates-last").setText("1 Jan 2027")


def test_lines_are_ticked_by_words_and_kept_as_one(view: DatesView, bench: Bench) -> None:
    tick(view, "office")
    choose(view)
    press(view, "dates-keep")
    wanted = DatedHours(
        ("elm-children/office", "oak-children/office"), FIRST, LAST, document="elm-2024"
    )
    assert bench.dates.kept == [wanted]
    assert said(view, "dates-told") == KEPT


def test_what_was_ticked_stays_while_something_else_is_looked_for(view: DatesView) -> None:
    tick(view, "oak")
    one(view, QLineEdit, "dates-search").setText("960900")
    assert view.lines.list.count() == 1
    view.lines.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert view.lines.ticked == ("elm-children/night", "oak-children/office")


def test_other_times_are_kept_as_they_are_typed(view: DatesView, bench: Bench) -> None:
    tick(view, "oak")
    choose(view)
    press(view, "dates-open")
    one(view, QLineEdit, "dates-times").setText("10-12")
    press(view, "dates-keep")
    assert bench.dates.kept[0].times == "10-12"


def test_what_would_change_is_shown_and_nothing_is_written(view: DatesView, bench: Bench) -> None:
    tick(view, "")
    choose(view)
    press(view, "dates-preview")
    told = [label.text() for label in view.findChildren(QLabel)]
    assert f"{DIFFERS.asked}: {DIFFERS.before} → {DIFFERS.after}" in told
    assert not bench.dates.kept


def test_where_nothing_would_change_that_is_said(view: DatesView) -> None:
    tick(view, "")
    choose(view)
    press(view, "dates-open")
    one(view, QLineEdit, "dates-times").setText("9-5")
    press(view, "dates-preview")
    assert SAME in [label.text() for label in view.findChildren(QLabel)]


def test_days_are_taken_away(view: DatesView, bench: Bench) -> None:
    tick(view, "oak")
    choose(view)
    press(view, "dates-remove")
    assert [each.lines for each in bench.dates.gone] == [("oak-children/office",)]
    assert said(view, "dates-told") == TAKEN


@pytest.mark.parametrize("button", ["dates-keep", "dates-preview", "dates-remove"])
def test_what_is_missing_is_said_and_nothing_is_done(
    view: DatesView, bench: Bench, button: str
) -> None:
    press(view, button)
    assert said(view, "dates-told") == NO_LINE
    tick(view, "oak")
    press(view, button)
    assert said(view, "dates-told") == NEEDED
    press(view, "dates-open")
    press(view, button)
    assert said(view, "dates-told") == NO_TIMES
    assert bench.dates.kept == bench.dates.gone == []


def test_the_last_day_follows_the_first(view: DatesView) -> None:
    first, last = (one(view, QLineEdit, name) for name in ("dates-first", "dates-last"))
    first.setText("3/5/2027")
    first.editingFinished.emit()
    assert last.text() == "Mon 3 May 2027"


def test_the_last_day_stays_while_the_first_is_still_typed(view: DatesView) -> None:
    first, last = (one(view, QLineEdit, name) for name in ("dates-first", "dates-last"))
    last.setText("2/1/2027")
    first.setText("2/1")  # on the way to "2/12/2026"
    first.setText("2/12/2026")
    first.editingFinished.emit()
    assert last.text() == "2/1/2027"


@pytest.mark.parametrize("button", ["dates-keep", "dates-preview", "dates-remove"])
@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("25/13/2026", "26/12/2026", NO_SUCH_DAY.format("25/13/2026")),
        ("25/12/2026", "the 26th or so", UNREADABLE.format("the 26th or so")),
        ("26/12/2026", "25/12/2026", BACKWARDS),
    ],
)
def test_days_that_cannot_be_meant_are_told_and_nothing_is_kept(
    view: DatesView, bench: Bench, button: str, first: str, last: str, sentence: str
) -> None:
    tick(view, "oak")
    choose(view)
    one(view, QLineEdit, "dates-first").setText(first)
    one(view, QLineEdit, "dates-last").setText(last)
    press(view, button)
    assert said(view, "dates-told") == sentence
    assert bench.dates.kept == bench.dates.gone == []


def test_what_would_change_keeps_no_document(view: DatesView, bench: Bench) -> None:
    tick(view, "oak")
    documents = len(bench.kept)
    press(view, "rests-on-add")
    for key in ("title", "publisher", "dated"):
        one(view, QLineEdit, f"document-{key}").setText("Mail")
    press(view, "dates-preview")
    assert len(bench.kept) == documents
    press(view, "dates-keep")
    assert len(bench.kept) == documents + 1


def test_what_is_refused_says_why_and_stays(view: DatesView, bench: Bench) -> None:
    tick(view, "oak")
    choose(view)
    one(view, QLineEdit, "dates-note").setText("odd")
    press(view, "dates-keep")
    assert said(view, "dates-told") == REFUSED
    assert view.lines.ticked


def test_a_copy_to_be_looked_at_keeps_no_days(qtbot: QtBot) -> None:
    bench = Bench(read_only="This copy can only be looked at here.")
    page = DatesView(bench, bench.dates, lambda: NOW)
    qtbot.addWidget(page)
    tick(page, "oak")
    choose(page)
    press(page, "dates-keep")
    assert said(page, "dates-told") == bench.read_only
    assert not bench.dates.kept


def test_the_page_stands_in_the_window(qtbot: QtBot) -> None:
    workshop = open_workshop(qtbot, Bench())
    workshop.window.rail.chosen.emit(DATES)
    assert one(workshop.window, QLineEdit, "dates-search").hasFocus()
