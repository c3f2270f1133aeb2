"""The fields of the workshop give back what they were given until somebody changes it."""

import pytest
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.workshop.fact_editor import field_for
from desktop_app.ui.workshop.value_fields import ValueField
from desktop_app.ui.workshop.working_copy import Choice, Fact, FormHours, Kind, Value, Way
from tests.ui.workshop.bench import WEEK
from tests.ui.workshop.opened import one

CHOICES = (Choice("a", "Anna"), Choice("b", "Bert"), Choice("c", "Cleo"))
GIVEN: dict[Kind, Value] = {
    Kind.WORDS: "Front door",
    Kind.NUMBER: "01632 960001",
    Kind.SENTENCES: ("One.", "Two."),
    Kind.CHOICE: "b",
    Kind.CHOICES: ("c", "a"),
    Kind.HOURS: FormHours(Way.PUBLISHED, WEEK, "closed"),
}


def made(qtbot: QtBot, kind: Kind, value: Value) -> ValueField:
    field = field_for("f", Fact((), "Fact", kind, value, "told", choices=CHOICES))
    qtbot.addWidget(field)
    return field


@pytest.mark.parametrize("kind", Kind)
def test_an_untouched_field_gives_back_what_it_was_given(qtbot: QtBot, kind: Kind) -> None:
    assert made(qtbot, kind, GIVEN[kind]).value() == GIVEN[kind]


@pytest.mark.parametrize("way", Way)
def test_hours_of_every_kind_stay_as_they_are(qtbot: QtBot, way: Way) -> None:
    given = FormHours(way, WEEK if way is Way.PUBLISHED else ("",) * 7)
    assert made(qtbot, Kind.HOURS, given).value() == given


def test_words_lose_the_blanks_around_them(qtbot: QtBot) -> None:
    assert made(qtbot, Kind.WORDS, "  Front   door ").value() == "Front door"


def test_a_choice_is_the_id_of_the_words(qtbot: QtBot) -> None:
    field = made(qtbot, Kind.CHOICE, "a")
    one(field, QComboBox, "f-box").setCurrentText("Cleo")
    assert field.value() == "c"


def test_what_comes_to_the_choices_stands_last(qtbot: QtBot) -> None:
    field = made(qtbot, Kind.CHOICES, ("c", "a"))
    one(field, QPushButton, "f-b").click()
    assert field.value() == ("c", "a", "b")


def test_empty_lines_are_no_sentences(qtbot: QtBot) -> None:
    field = made(qtbot, Kind.SENTENCES, ())
    one(field, QPlainTextEdit, "f-text").setPlainText("One.\n\n  Two. \n")
    assert field.value() == ("One.", "Two.")
