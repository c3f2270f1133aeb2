"""The week of a line: typed as people write it, and never blanked by a form that cannot show it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.workshop.hours_field import HoursField
from desktop_app.ui.workshop.working_copy import DAYS, Fact, FormHours, Kind, Way
from tests.ui.workshop.bench import WEEK
from tests.ui.workshop.opened import keys, one


def made(qtbot: QtBot, hours: FormHours) -> HoursField:
    field = HoursField("f", Fact((), "Hours", Kind.HOURS, hours, "told"))
    qtbot.addWidget(field)
    return field


def at_the_keyboard(qtbot: QtBot, field: HoursField) -> None:
    """Show a form in front, its first choice with the keyboard."""
    field.show()
    qtbot.waitExposed(field)
    field.activateWindow()
    qtbot.waitUntil(field.isActiveWindow)
    field.focus_first()


def test_friday_closes_earlier_after_one_field(qtbot: QtBot) -> None:
    field = made(qtbot, FormHours(Way.PUBLISHED, WEEK))
    one(field, QLineEdit, "f-friday").setText("8.45-4")
    assert field.value().week[4] == "08:45-16:00"


def test_monday_is_copied_to_friday_and_no_further(qtbot: QtBot) -> None:
    field = made(qtbot, FormHours(Way.NOT_PUBLISHED))
    one(field, QPushButton, "f-published").click()
    one(field, QLineEdit, "f-monday").setText("9-5")
    one(field, QPushButton, "f-alike").click()
    assert field.value().week == ("09:00-17:00",) * 5 + ("", "")


def test_times_typed_where_none_are_known_begin_a_week_that_one_key_repeats(qtbot: QtBot) -> None:
    field = made(qtbot, FormHours(Way.ASSUMED))
    at_the_keyboard(qtbot, field)
    keys("9", "-5", Qt.Key.Key_Down)
    assert field.value().week == ("09:00-17:00",) * 5 + ("", "")


def test_a_digit_typed_by_accident_begins_no_week_over_several_statements(qtbot: QtBot) -> None:
    field = made(qtbot, FormHours(Way.OTHER))
    at_the_keyboard(qtbot, field)
    keys("9")
    assert field.value().way is Way.OTHER


def test_a_day_that_cannot_be_read_is_named(qtbot: QtBot) -> None:
    field = made(qtbot, FormHours(Way.PUBLISHED, WEEK))
    one(field, QLineEdit, "f-sunday").setText("mornings")
    with pytest.raises(ValueError, match=r"^Sunday: “mornings”"):
        field.value()


def test_a_week_without_any_time_is_refused(qtbot: QtBot) -> None:
    field = made(qtbot, FormHours(Way.PUBLISHED, WEEK))
    for day in DAYS:
        one(field, QLineEdit, f"f-{day.casefold()}").setText("closed")
    with pytest.raises(ValueError, match=r"^No day has any times"):
        field.value()


def test_hours_said_in_several_statements_are_shown_in_words_and_kept(qtbot: QtBot) -> None:
    field = made(qtbot, FormHours(Way.OTHER))
    chip = one(field, QPushButton, "f-other")
    assert chip.isChecked()
    assert chip.text() == "As it is: told"
    assert field.value() == FormHours(Way.OTHER)
