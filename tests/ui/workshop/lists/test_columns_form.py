"""The form in which somebody says which column is which."""

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.workshop.lists.columns_form import NOT_THERE, OPEN, ColumnsForm
from desktop_app.ui.workshop.lists.lists import ColumnChoices
from desktop_app.ui.workshop.working_copy import Choice
from tests.ui.workshop.opened import one

FACTS = (Choice("service", "Service"), Choice("number", "Number"))
COLUMNS = ColumnChoices(("Wer", "Dial"), FACTS, {"service": "Wer"})


@pytest.fixture
def form(qtbot: QtBot) -> ColumnsForm:
    made = ColumnsForm()
    qtbot.addWidget(made)
    return made


def box(form: ColumnsForm, fact: str) -> QComboBox:
    return one(form, QComboBox, f"lists-column-{fact}")


def test_each_fact_stands_at_its_heading(form: ColumnsForm) -> None:
    form.show_columns(COLUMNS, wanted=True)
    assert box(form, "service").currentText() == "Wer"
    assert box(form, "number").currentText() == NOT_THERE
    assert box(form, "number").accessibleName() == "Column: Number"


def test_what_is_chosen_is_handed_on(form: ColumnsForm, qtbot: QtBot) -> None:
    form.show_columns(COLUMNS, wanted=True)
    box(form, "number").setCurrentText("Dial")
    with qtbot.waitSignal(form.chosen) as told:
        one(form, QPushButton, "lists-columns-again").click()
    assert told.args == [{"service": "Wer", "number": "Dial"}]


def test_below_a_list_that_was_understood_it_is_closed_until_asked(form: ColumnsForm) -> None:
    form.show_columns(COLUMNS, wanted=False)
    inner = one(form, QWidget, "lists-columns-inner")
    toggle = one(form, QPushButton, "lists-columns-open")
    assert (form.isHidden(), inner.isHidden(), toggle.text()) == (False, True, OPEN)
    toggle.click()
    assert not inner.isHidden()


def test_without_headings_there_is_nothing_to_choose(form: ColumnsForm) -> None:
    form.show_columns(ColumnChoices(), wanted=False)
    assert form.isHidden()
