"""Roads with a number and their junctions: a road runs through many councils and settles none."""

import re
from dataclasses import dataclass

_MOTORWAYS = (
    1, 2, 3, 4, 5, 6, 8, 9, 11, 18, 20, 23, 25, 26, 27, 32, 40, 42, 45, 48, 49, 50, 53,
    54, 55, 56, 57, 58, 60, 61, 62, 65, 66, 67, 69, 73, 74, 77, 80, 90, 180, 181, 271,
    275, 602, 606, 621, 876, 898,
)  # fmt: skip
MOTORWAYS = frozenset(map(str, _MOTORWAYS))
"""The numbers of motorways; other numbers behind an M begin postcodes of Manchester."""

_NUMBER = r"(?:A\s?[0-9]{1,4}\s?(?:\(?M\)?(?![A-Z]))?|B\s?[0-9]{3,4}|M\s?[0-9]{1,3})(?![A-Z0-9])"
_JUNCTION = (
    r"(?:J(?:CTN?|UNC(?:TION)?)?\.?\s?(?:NO\.?\s?)?[0-9]{1,2}[A-Z]?|EXIT\s?[0-9]{1,2}[A-Z]?)"
)
_DIRECTION = r"(?:(?:NORTH|SOUTH|EAST|WEST)BOUND|NB|SB|EB|WB|MOTORWAY|ROAD|BYPASS|HARD SHOULDER)"
_SIGNS = r"[\s,/.-]*"
_ROAD = re.compile(
    rf"(?:(?:ON|AT|THE)\s+)*(?:{_JUNCTION}{_SIGNS}(?:(?:OF|OFF|ON|FROM)\s+)?(?:THE\s+)?)?"
    rf"(?P<road>{_NUMBER})(?:{_SIGNS}(?:(?:AT|BY|NEAR)\s+)?(?:{_JUNCTION}|{_DIRECTION}|[0-9]{{2}}[A-Z]?))*"
    rf"(?P<rest>.*)",
    re.DOTALL,
)
_POSTCODE_BEHIND = re.compile(r"[0-9][A-Z]{0,2}|[A-Z]{1,2}")
_JUNCTION_ALONE = re.compile(rf"(?:(?:AT|ON|THE)\s+)*{_JUNCTION}")


@dataclass(frozen=True, slots=True)
class Road:
    """A road that was named, and what was typed behind it."""

    name: str
    rest: str = ""


def road_in(text: str) -> Road | None:
    """The numbered road the text begins with, or None: "A5 at Hockliffe", "M1 junction 11".

    "B655" may also be the sector B65 5 and "M1" a district: whoever asks has to look that up.
    """
    upper = text.strip().upper()
    if _JUNCTION_ALONE.fullmatch(upper):
        return Road("A junction")
    found = _ROAD.fullmatch(upper)
    if not found:
        return None
    name = re.sub(r"\s", "", found["road"])
    rest = text.strip()[found.start("rest") :].strip(" ,.-/")
    if name.startswith("M"):
        manchester = name[1:] not in MOTORWAYS or _POSTCODE_BEHIND.fullmatch(rest.upper())
        return None if manchester else Road(name, rest)
    return Road(name, rest)
