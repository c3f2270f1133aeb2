"""A number as people type it: put right where that is certain, else left with a sentence."""

import pytest

from desktop_app.authoring.read.numbers import dialled
from desktop_app.exchange.cell_text.phone_text import read_phone, spaced


def read(text: str) -> list[str]:
    reading = read_phone(text, made_up_allowed=True)
    assert bool(reading.numbers) != bool(reading.trouble)
    return [spoken.dialled for spoken in reading.numbers]


WAYS = [
    "01632 960101", "01632960101", "1632960101", "+44 (0)1632 960101", "+44(0)1632960101",
    "+44 1632 960101", "0044 1632 960101", "0044 (0) 1632 960101", "441632960101",
    "(01632) 960101", "01632-960-101", "01632.960.101", "01632 960 101", " 01632\u00a0960101 ",
    "01632\u2013960101", "\u200e01632 960101", "'01632960101", "Tel: 01632 960101",
    "T: 01632 960101", "01632 960101 (office hours)", "01632 960101 (MASH)",
    "Tel. No. 01632 960101",
]  # fmt: skip


@pytest.mark.parametrize("typed", WAYS)
def test_one_number_typed_in_many_ways_is_one_number(typed: str) -> None:
    assert read(typed) == ["+441632960101"]


@pytest.mark.parametrize("typed", ["1632960101", "+44 (0)1632 960101", "0044 1632 960101"])
def test_what_was_put_right_is_said(typed: str) -> None:
    assert read_phone(typed, made_up_allowed=True).repairs


@pytest.mark.parametrize("sign", [" / ", "/", "; ", " or ", " and ", "\n", " | ", " & ", ", "])
def test_two_numbers_of_a_cell_are_two(sign: str) -> None:
    assert read(f"01632 960101{sign}01632 960102") == ["+441632960101", "+441632960102"]


@pytest.mark.parametrize("behind", ["999", "101", "116 123", "18000"])
def test_a_short_code_behind_a_number_is_a_number_of_its_own(behind: str) -> None:
    assert read(f"01632 960101 or {behind}")[1:] == [behind.replace(" ", "")]


@pytest.mark.parametrize(
    ("typed", "extension", "option"),
    [
        ("01632 960101 ext 2", "2", ""),
        ("01632 960101 ext. 2031", "2031", ""),
        ("01632 960101 extn: 2031", "2031", ""),
        ("01632 960101x12", "12", ""),
        ("01632 960101 opt 3", "", "3"),
        ("01632 960101, option 3", "", "3"),
        ("01632 960101 press 2", "", "2"),
        ("01632 960101 (option 1)", "", "1"),
    ],
)
def test_what_is_asked_for_behind_a_number_is_kept_apart(
    typed: str, extension: str, option: str
) -> None:
    (spoken,) = read_phone(typed, made_up_allowed=True).numbers
    assert (spoken.extension, spoken.option) == (extension, option)


@pytest.mark.parametrize(
    "typed",
    [
        "", "  ", "MASH", "n/a", "01632 96010", "01632 9601012", "O1632 960101", "01632 96o101",
        "01632 960l01", "01632 960101/2", "01632 960101 / 960102", "01632 960101 or 960 102",
        "old 01632 960101", "not 01632 960101",
        "01632 960101 until June", "01632 960101 (was 01632 960102)", "+353 1 123456",
        "1.63E+09", "960101", "12/03/2026", "01632 960101 01632 960102", "0800 ASK HELP",
    ],
)  # fmt: skip
def test_what_may_be_another_number_is_never_guessed(typed: str) -> None:
    reading = read_phone(typed, made_up_allowed=True)
    assert reading.numbers == ()
    assert reading.trouble.endswith((".", "?"))


@pytest.mark.parametrize("code", ["999", "101", "111", "112", "18000", "116123", "85258"])
def test_a_short_code_is_itself(code: str) -> None:
    assert read(code) == [code]


def test_relay_is_kept_before_its_number() -> None:
    (spoken,) = read_phone("18001 01632 960101", made_up_allowed=True).numbers
    assert (spoken.display, spoken.dialled) == ("18001 01632 960101", "1800101632960101")


def test_a_number_is_spaced_as_it_is_read_aloud_and_dials_the_same() -> None:
    for number in ("+441582547653", "+443003008123", "+448001111", "+442079460000"):
        assert dialled(spaced(number), made_up_allowed=True) == number
