"""Only what a phone can dial becomes a `tel:` address; keyed by hand it has no country code."""

import pytest

from desktop_app.domain.hours.status import Hours
from desktop_app.domain.services.dialling import dial_uri, dialling_words, keyed_next
from desktop_app.domain.services.service import Line, LineKind


@pytest.mark.parametrize("number", ["+441632960001", "101", "116123", "18001101"])
def test_a_number_becomes_an_address(number: str) -> None:
    assert dial_uri(number) == f"tel:{number}"


@pytest.mark.parametrize(
    "number", ["", "01632 960001", "+0441", "99", "101;phone-context=x", "１０１"]
)
def test_anything_else_is_refused(number: str) -> None:
    with pytest.raises(ValueError, match="not a number a phone can dial"):
        dial_uri(number)


@pytest.mark.parametrize(
    ("number", "digits"), [("+441632960123", "01632960123"), ("999", "999"), ("116123", "116123")]
)
def test_the_digits_to_key_within_the_uk(number: str, digits: str) -> None:
    assert (
        Line(
            id="office",
            kind=LineKind.OFFICE_HOURS,
            label="",
            number=number,
            display="",
            hours=Hours(),
        ).digits
        == digits
    )


@pytest.mark.parametrize(
    ("menu_option", "extension", "said"),
    [
        ("", "", "01632 960101"),
        ("2", "", "01632 960101, press 2"),
        ("1 4", "", "01632 960101, press 1, then 4"),
        ("", "214", "01632 960101, extension 214"),
        ("2", "214", "01632 960101, press 2, then extension 214"),
    ],
)
def test_what_follows_the_number_is_said_after_it(
    menu_option: str, extension: str, said: str
) -> None:
    line = Line(
        id="office",
        kind=LineKind.OFFICE_HOURS,
        label="MASH",
        number="+441632960101",
        display="01632 960101",
        hours=Hours(),
        menu_option=menu_option,
        extension=extension,
    )
    assert dialling_words(line) == said
    assert keyed_next(line) == said.removeprefix("01632 960101").removeprefix(", ")
