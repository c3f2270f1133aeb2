"""Reading what someone typed as a postcode, or as the beginning of one.

Knows only the shape of postcodes; which of them exist is for the directory to say.
"""

import re
from dataclasses import dataclass
from itertools import accumulate, product

INWARD_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"
"""The 20 letters that may end a postcode (C I K M O V never do)."""

UNITS = len(INWARD_LETTERS) ** 2
NORTHERN_IRELAND_AREA = "BT"

_LETTER_POSITION = {letter: index for index, letter in enumerate(INWARD_LETTERS)}
_UNIT_NUMBERS = {
    first + second: number
    for number, (first, second) in enumerate(product(INWARD_LETTERS, repeat=2))
}
_OUTWARD = r"[A-Z]{1,2}[0-9][A-Z0-9]?"
_FULL = re.compile(rf"({_OUTWARD}|[A-Z]{{3}})([0-9])([A-Z]{{2}})")  # GIR 0AA, old NPT 0VA
_BETWEEN = r"[\s.,\-‐-―−]"
_FULL_IN_TEXT = re.compile(
    rf"(?<![A-Z0-9])({_OUTWARD})(?:\s*|{_BETWEEN}{{1,3}})([0-9])([A-Z]{{2}})(?![A-Z0-9])"
)
_DISTRICT = re.compile(_OUTWARD)
_SECTOR = re.compile(rf"({_OUTWARD})([0-9])([A-Z]?)")
_SPACED = re.compile(rf"({_OUTWARD})(?:\s+([0-9])([A-Z]?))?\s*")
_AREA = re.compile(r"[A-Z]{1,2}")
_SEPARATORS = re.compile(rf"{_BETWEEN}+")
_REST = re.compile(r"[A-Z]{1,2}|[0-9]{2,3}[A-Z]{0,3}|[0-9][A-Z]{3}")
_END = re.compile(
    rf"(?<![A-Z0-9])({_OUTWARD})(?:{_SEPARATORS.pattern}([A-Z]{{1,2}}|[0-9]{{1,3}}[A-Z]{{0,3}}))?$"
)
_INWARD = 3


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
    return _UNIT_NUMBERS.get(unit)


def first_letter_span(letter: str) -> range:
    """The unit numbers whose first letter is this one; empty for a letter no postcode uses."""
    position = _LETTER_POSITION.get(letter)
    if position is None:
        return range(0)
    width = len(INWARD_LETTERS)
    return range(position * width, (position + 1) * width)


def compact(text: str) -> str:
    """The text in capitals without the spaces, dots, commas and dashes put into postcodes."""
    return _SEPARATORS.sub("", text.upper())


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A district, and behind a typed space what does not complete it: "MK41 AB", "MK42 99AB"."""

    outward: str
    rest: str

    def __str__(self) -> str:
        return f"{self.outward} {self.rest}"

    @property
    def too_long(self) -> bool:
        """Whether a sign too many was typed or the space is misplaced; else one is missing."""
        return len(self.rest) >= _INWARD or self.rest.isdecimal()


def whole_postcode(text: str) -> Postcode | None:
    """The text as one whole postcode, if it has that shape.

    A typed space settles where the district ends: "MK41 AB" is not MK4 1AB.
    """
    squeezed, cuts = _cut(text)
    match = _FULL.fullmatch(squeezed)
    misplaced = len(squeezed) - _INWARD not in cuts and _district_cut(squeezed, cuts)
    return Postcode(*match.groups()) if match and not misplaced else None


def unfinished(text: str) -> Unfinished | None:
    """A text that is no postcode because a digit or letter behind its district is lost or added."""
    squeezed, cuts = _cut(text)
    cut = _district_cut(squeezed, cuts)
    if not cut or whole_postcode(text) or not _REST.fullmatch(squeezed[cut:]):
        return None
    return Unfinished(squeezed[:cut], squeezed[cut:])


def other_district(text: str, postcode: Postcode) -> str:
    """The district that a whole postcode typed without a space may also begin: "MK41AB", MK41.

    Empty where a space was typed.
    """
    longer = postcode.outward + postcode.digit
    if not _DISTRICT.fullmatch(longer):
        return ""
    return "" if _district_cut(*_cut(text)) else longer


def _cut(text: str) -> tuple[str, tuple[int, ...]]:
    """The signs of the text without separators, and where separators stood between them."""
    groups = [group for group in _SEPARATORS.split(text.upper()) if group]
    ends = tuple(accumulate(map(len, groups)))
    return "".join(groups), ends[:-1]


def _district_cut(squeezed: str, cuts: tuple[int, ...]) -> int:
    """Where a typed space ends a district; 0 where none does."""
    return next((cut for cut in cuts if _DISTRICT.fullmatch(squeezed[:cut])), 0)


def postcodes_within(text: str) -> tuple[tuple[Postcode, str], ...]:
    """Every whole postcode inside a longer text with how it is written there, in order."""
    found = {
        Postcode(*match.groups()): match.group() for match in _FULL_IN_TEXT.finditer(text.upper())
    }
    return tuple(found.items())


def part_at_the_end(text: str) -> str:
    """The beginning of a postcode with which a longer text ends, as typed; else empty."""
    found = _END.search(text.upper().strip(" ."))
    return found.group() if found else ""


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
    cut = _district_cut(*_cut(text))
    if sector and not text.endswith(" ") and cut in (0, len(sector[1])):
        readings.append(PostcodePart(sector[1], sector[2], sector[3]))
    return tuple(readings)
