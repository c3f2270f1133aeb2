"""Whole postcodes that a typo may have been meant to be; offered, never applied."""

from collections.abc import Iterator
from itertools import combinations, product

from desktop_app.domain.places.postcode import Postcode, compact, whole_postcode

_LOOK_ALIKES = {"O": "0", "0": "O", "I": "1L", "1": "IL", "L": "1", "S": "5", "5": "S"}
_LOOK_ALIKES |= {"B": "8", "8": "B", "Z": "2", "2": "Z"}
_MOST_REPAIRS = 2
_DIGITS = "0123456789"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def repairs(text: str) -> Iterator[Postcode]:
    """Whole postcodes this text would be if one or two characters were look-alikes (O for 0)."""
    squeezed = compact(text)
    if not 5 <= len(squeezed) <= 7 or not squeezed.isascii():
        return
    places = [index for index, sign in enumerate(squeezed) if sign in _LOOK_ALIKES]
    for many in range(1, _MOST_REPAIRS + 1):
        for chosen in combinations(places, many):
            for signs in product(*(_LOOK_ALIKES[squeezed[index]] for index in chosen)):
                repaired = whole_postcode(_replaced(squeezed, chosen, signs))
                if repaired:
                    yield repaired


def without_a_sign(text: str, *, letters: bool) -> Iterator[Postcode]:
    """Whole postcodes this text would be if a digit too many was typed: "MK421 9AB".

    With `letters` also if a letter was: "MKK41 9AB".
    """
    squeezed = compact(text)
    if not 6 <= len(squeezed) <= 8 or not squeezed.isascii():
        return
    for at, sign in enumerate(squeezed):
        shorter = (
            whole_postcode(squeezed[:at] + squeezed[at + 1 :])
            if letters or sign.isdigit()
            else None
        )
        if shorter:
            yield shorter


def with_a_sign(postcode: Postcode) -> Iterator[tuple[str, Postcode]]:
    """What was lost ("digit" or "letter"), and the whole postcode this one would be with it."""
    yield from (("digit", one) for one in _with_a_digit(postcode))
    yield from (("letter", one) for one in _with_a_letter(postcode))


def _with_a_digit(postcode: Postcode) -> Iterator[Postcode]:
    """Whole postcodes this one would be if a digit of its district was lost: "MK2 9AB"."""
    letters = postcode.outward.rstrip(_DIGITS)
    digits = postcode.outward[len(letters) :]
    if len(digits) != 1:
        return
    for more in _DIGITS:
        for both in dict.fromkeys((more + digits, digits + more)):
            yield Postcode(letters + both, postcode.digit, postcode.unit)


def _with_a_letter(postcode: Postcode) -> Iterator[Postcode]:
    """Whole postcodes this one would be if a letter of its area was lost: "L5 6LG" for LU5."""
    if postcode.outward[1:2].isdigit():
        area, behind = postcode.outward[0], postcode.outward[1:]
        for more in _LETTERS:
            for both in dict.fromkeys((area + more, more + area)):
                yield Postcode(both + behind, postcode.digit, postcode.unit)


def _replaced(text: str, places: tuple[int, ...], signs: tuple[str, ...]) -> str:
    letters = list(text)
    for index, sign in zip(places, signs, strict=True):
        letters[index] = sign
    return "".join(letters)
