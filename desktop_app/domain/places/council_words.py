"""The sentences about names of councils, counties and nations."""

from dataclasses import dataclass

from desktop_app.domain.places.councils import AnswerKind, Council, CouncilCount, WhereAnswer
from desktop_app.domain.places.words import listed_up_to

_ASK = "Type the town or village, or a postcode."
_MOST_NAMED = 4
_MOST_HELD = 6
"""A name that stands for more councils leaves the place unknown: nobody tries seven numbers."""
_ISLANDS = frozenset("LM")
"""Codes of the Channel Islands and the Isle of Man begin so: no council, and no district of one."""
_COUNTY, _DISTRICT = "E10", "E07"
"""Codes of counties begin so, and those of their districts, whose social services they run."""
_ABROAD = frozenset(("Republic of Ireland",))


@dataclass(frozen=True, slots=True)
class Region:
    """A county, nation or region: the bodies it stands for, none where it is too large for any."""

    name: str
    councils: tuple[Council, ...]


def council_answer(typed: str, council: Council, district: str = "") -> WhereAnswer:
    """A council was named: it is one of ours, or it is outside.

    `district`: the name of a district where it was one of ours that was named, and not the county.
    """
    text = f"That is {council.name}, {_kind(council)}."
    if district:
        text = f"That is {district}, a district of {council.name}."
    elif council.code[0] in _ISLANDS:
        text = f"That is in the {council.name}, outside this directory."
    counts = (CouncilCount(council),)
    return WhereAnswer(
        typed=typed,
        kind=AnswerKind.PLACE,
        text=text,
        councils=counts,
        settled=True,
    )


def county_council(area: Region) -> Region | None:
    """The county's own council among those that its name may stand for."""
    found = tuple(one for one in area.councils if one.code.startswith(_COUNTY))
    return Region(area.name, found) if len(found) == 1 else None


def _kind(council: Council) -> str:
    if council.inside:
        return "a council of this directory"
    is_district = council.code.startswith(_DISTRICT)
    return f"a {'district' if is_district else 'council'} outside this directory"


def area_answer(typed: str, area: Region) -> WhereAnswer:
    """A county or nation: outside, ours, partly ours, or so large that it says nothing."""
    if not area.councils and area.name in _ABROAD:
        text = f"The {area.name} is outside the United Kingdom, and outside this directory."
        return WhereAnswer(typed=typed, kind=AnswerKind.NOTHING, text=text)
    if not area.councils:
        text = f"{area.name[:1].upper()}{area.name[1:]} is too large to tell the council. {_ASK}"
        return WhereAnswer(typed=typed, kind=AnswerKind.NOTHING, text=text)
    counts = tuple(CouncilCount(council) for council in area.councils)
    names = [council.name for council in area.councils]
    if any(council.inside for council in area.councils):
        if len(names) == 1:
            return council_answer(typed, area.councils[0])
        if len(names) > _MOST_HELD:
            text = f"{area.name} has {len(names)} councils, too many to tell which. {_ASK}"
            return WhereAnswer(typed=typed, kind=AnswerKind.NOTHING, text=text)
        text = f"{area.name} has more than one council: {listed_up_to(_MOST_NAMED, names)}. {_ASK}"
        return WhereAnswer(typed=typed, kind=AnswerKind.PLACE, text=text, councils=counts)
    text = f"{area.name} is outside this directory."
    if names != [area.name]:
        text += f" It is in {listed_up_to(_MOST_NAMED, names)}."
    return WhereAnswer(typed=typed, kind=AnswerKind.PLACE, text=text, councils=counts, settled=True)
