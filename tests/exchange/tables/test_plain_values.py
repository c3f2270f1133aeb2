"""What a spreadsheet keeps is shown as a person sees it."""

from datetime import date, time

import pytest

from desktop_app.exchange.tables.plain_values import seen
from desktop_app.exchange.tables.sheet import Oddity


@pytest.mark.parametrize(
    ("value", "number_format", "text"),
    [
        (1632960101, "General", "1632960101"),
        (1632960101.0, "General", "1632960101"),
        (1632960101, "00000000000", "01632960101"),
        (1632960101, "00000 000000", "01632960101"),
        (8.45, "0.00", "8.45"),
        (time(8, 45), "hh:mm", "08:45"),
        (date(2026, 5, 9), "dd/mm/yyyy", "09/05/2026"),
        (True, "General", "yes"),
        (None, "General", ""),
        ("  two  words ", "General", "two  words"),
    ],
)
def test_a_value_is_what_a_person_sees(value: object, number_format: str, text: str) -> None:
    assert seen(value, number_format)[0] == text


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#VALUE!", "#NAME?"])
def test_an_error_of_the_spreadsheet_is_no_text(error: str) -> None:
    assert seen(error)[1] == {Oddity.ERROR}
