"""Reading what someone typed as a postcode, or as the beginning of one.

Knows only the shape of postcodes; which of them exist is for the directory to say.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product

INWARD_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
"""The 20 letters that may end a postcode (C I K M O V never do)."""

UNITS = len(INWARD_LETTERS) ** 2
NORTHERN_IRELAND_AREA = "BT"

_LETTER_POSITION = {letter: index for index, letter in enumerate(INWARD_LETTERS)}
_OUTWARD = r"[A-Z]{1,2}[0-9][A-Z0-9]?"
_FULL = re.compile(rf"({_OUTWARD}|[A-Z]{{3}})([0-9])([A-Z]{{2}})")  # GIR 0AA, old NPT 0VA
_FULL_IN_TEXT = re.compile(rf"(?<![A-Z0-9])({_OUTWARD})\s*([0-9])([A-Z]{{2}})(?![A-Z0-9])")
_DISTRICT = re.compile(_OUTWARD)
_SECTOR = re.compile(rf"({_OUTWARD})([0-9])([A-Z]?)")
_SPACED = re.compile(rf"({_OUTWARD})(?:\s+([0-9])([A-Z]?))?\s*")
_AREA = re.compile(r"[A-Z]{1,2}")
_SEPARATORS = re.compile(r"[\s.\-‐-―]+")
_LOOK_ALIKES = {"O": "0", "0": "O", "I": "1L", "1": "IL", "L": "1", "S": "5", "5": "S"}
_LOOK_ALIKES |= {"B": "8", "8": "B", "Z": "2", "2": "Z"}
_MOST_REPAIRS = 2


@dataclass(frozen=True, slots=True, order=True)
class Postcode:
    """A whole postcode, such as MK43 0AA: outward "MK43", sector digit "0", unit "AA"."""

    outward: str
    digit: str
    unit: str

    def __str__(self) -> str:
        return f"{self.outward} {self.digit}{self.unit}"

    @property
    def sector(self) -> str:
        """The sector it lies in, as written: "MK43 0"."""
        return f"{self.outward} {self.digit}"

    @property
    def unit_number(self) -> int | None:
        """Its place among the 400 units a sector can hold, or None if no postcode ends so."""
        return unit_number(self.unit)


@dataclass(frozen=True, slots=True)
class PostcodePart:
    """The beginning of a postcode: an area ("MK"), a district, a sector, or one letter more."""

    outward: str
    digit: str = ""
    letter: str = ""
    area: bool = False

    def __str__(self) -> str:
        return f"{self.outward} {self.digit}{self.letter}".strip()


def unit_number(unit: str) -> int | None:
    """Where two final letters stand among the 400 units of a sector (0 to 399)."""
    first, second = (_LETTER_POSITION.get(letter) for letter in unit)
    if first is None or second is None:
        return None
    return first * len(INWARD_LETTERS) + second


def first_letter_span(letter: str) -> range:
    """The unit numbers whose first letter is this one; empty for a letter no postcode uses."""
    position = _LETTER_POSITION.get(letter)
    if position is None:
        return range(0)
    width = len(INWARD_LETTERS)
    return range(position * width, (position + 1) * width)


def compact(text: str) -> str:
    """The text in capitals without the spaces, dots and dashes people put into postcodes."""
    return _SEPARATORS.sub("", text.upper())


def whole_postcode(text: str) -> Postcode | None:
    """The text as one whole postcode, if it has that shape."""
    match = _FULL.fullmatch(compact(text))
    return Postcode(*match.groups()) if match else None


def postcodes_within(text: str) -> tuple[Postcode, ...]:
    """Every whole postcode inside a longer text, such as a pasted address, in order."""
    found = (Postcode(*match.groups()) for match in _FULL_IN_TEXT.finditer(text.upper()))
    return tuple(dict.fromkeys(found))


def parts(text: str) -> tuple[PostcodePart, ...]:
    """How the text may begin a postcode, the shorter reading first.

    "MK42" may be the district MK42 or the beginning of MK4 2..: both are given. A space that was
    typed settles it.
    """
    squeezed = compact(text)
    if _AREA.fullmatch(squeezed):
        return (PostcodePart(squeezed, area=True),)
    spaced = _SPACED.fullmatch(text.upper().strip())
    if spaced and spaced[2]:
        return (PostcodePart(spaced[1], spaced[2], spaced[3]),)
    readings = []
    if _DISTRICT.fullmatch(squeezed):
        readings.append(PostcodePart(squeezed))
    sector = _SECTOR.fullmatch(squeezed)
    if sector and not text.endswith(" "):
        readings.append(PostcodePart(sector[1], sector[2], sector[3]))
    return tuple(readings)


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


def _replaced(text: str, places: tuple[int, ...], signs: tuple[str, ...]) -> str:
    letters = list(text)
    for index, sign in zip(places, signs, strict=True):
        letters[index] = sign
    return "".join(letters)
