"""A number in every honest way of typing it becomes the one that the sources have."""

import pytest

from desktop_app.app.workshop.typed_number import as_spoken

PASTED = (
    *("01632\u200b 960 007", "+44 (0)1632 960007", "tel:01632960007", "(01632) 960007"),
    *("01632-960-007", "01632.960.007", "01632 960007\n", "０１６３２ ９６０００７"),
    *("+44 1632 960007", "00441632960007", "\u202a01632 960007\u202c", "01632‑960‑007"),
    *("01632\u00a0960007", "\u200e01632 960007", "Tel: 01632 960007", "44 1632 960007"),
)
NOT_ONE = (
    *("01632 960007 / 01632 960008", "01632 960007 ext 12", "O1632 960007", "01632 96000"),
    *("#N/A", "1.63296E+09", "01632 960007 until June", "", "x" * 500),
)


@pytest.mark.parametrize("typed", PASTED)
def test_a_pasted_number_is_the_number(typed: str) -> None:
    assert as_spoken(typed).replace(" ", "") == "01632960007"
    assert all(part.isascii() and part.isdigit() for part in as_spoken(typed).split(" "))


@pytest.mark.parametrize("typed", ["01632 960 007", "0808 800 5000", "999", "111", "116 123"])
def test_what_is_written_as_read_aloud_keeps_its_spaces(typed: str) -> None:
    assert as_spoken(typed) == typed


@pytest.mark.parametrize("typed", NOT_ONE)
def test_what_is_not_one_number_is_left_for_whoever_refuses_it(typed: str) -> None:
    assert as_spoken(typed) == typed
