"""The sentences about addresses: a street tells nothing, what stands after it does."""

from collections.abc import Sequence

from desktop_app.domain.places.councils import (
    POSTCODE_AND_TOWN_DIFFER,
    STREET_NOT_LOOKED_UP,
    AnswerKind,
    Council,
    CouncilCount,
    PlaceDoubt,
    WhereAnswer,
)
from desktop_app.domain.places.place_answer import FoundPlace, all_councils, councils_of, offers_of
from desktop_app.domain.places.words import listed

_FEW = 3
STREET_ALONE = (
    "That reads as a street, and many places have one of that name."
    " Add the town or village after it, or type a postcode."
)
STREET_AND_STRANGER = (
    "We do not look up streets, and do not know the place after it."
    " Check its spelling, or type a postcode."
)
NEAR_A_PLACE = "Near a place is not always in its council. Type a postcode, or the nearest village."
WENT_BY_TOWN = PlaceDoubt(
    STREET_NOT_LOOKED_UP,
    "We do not look up roads, streets or houses: this goes by the place. A postcode is surer.",
)


def street_without_place(typed: str, near: Sequence[FoundPlace], *, stranger: bool) -> WhereAnswer:
    """A street alone, or with a name behind it that nobody knows: no council, perhaps an offer."""
    if not stranger:
        return WhereAnswer(typed=typed, kind=AnswerKind.NOTHING, text=STREET_ALONE)
    if not near:
        return WhereAnswer(typed=typed, kind=AnswerKind.NOTHING, text=STREET_AND_STRANGER)
    named = [f"{place.name} ({all_councils(place)})" for place in near]
    text = f"We do not know the place after the street. Did you mean {listed(named, 'or')}?"
    return WhereAnswer(
        typed=typed,
        kind=AnswerKind.SUGGESTION,
        text=text,
        councils=(),
        alternatives=offers_of(near),
    )


def near_a_place(typed: str, near: Sequence[FoundPlace]) -> WhereAnswer:
    """Something near a town may lie in the next council: the town is an offer."""
    return WhereAnswer(
        typed=typed,
        kind=AnswerKind.SUGGESTION,
        text=NEAR_A_PLACE,
        councils=(),
        alternatives=offers_of(near),
    )


def two_places(
    typed: str, first: Sequence[FoundPlace], second: Sequence[FoundPlace]
) -> WhereAnswer:
    """Two names that do not lie in one council: both are said, neither is picked."""
    said = [f"{one[0].name} is in {_named(one)}" for one in (first, second)]
    text = f"{'; '.join(said)}. Which of the two is meant? A postcode would settle it."
    councils = councils_of((*first, *second))
    counts = tuple(CouncilCount(council) for council in councils)
    return WhereAnswer(typed=typed, kind=AnswerKind.PLACE, text=text, councils=counts)


def elsewhere_within(typed: str, places: Sequence[FoundPlace]) -> WhereAnswer:
    """A name of ours, with a town elsewhere behind it that has a namesake: that one is meant."""
    councils = councils_of(places)
    text = f"{places[0].name} is in {_few(councils)}, outside this directory."
    counts = tuple(CouncilCount(council) for council in councils)
    return WhereAnswer(typed=typed, kind=AnswerKind.PLACE, text=text, councils=counts, settled=True)


def towns_differ(place: str, councils: Sequence[Council]) -> PlaceDoubt:
    """The postcode lies in one council, the town that was typed with it in another."""
    text = (
        f"The postcode and the town do not agree: {place} is in {_few(councils)}."
        " Check which is right; we went by the postcode."
    )
    ours = tuple(dict.fromkeys(council for council in councils if council.inside))
    return PlaceDoubt(POSTCODE_AND_TOWN_DIFFER, text, ours)


def _named(places: Sequence[FoundPlace]) -> str:
    return _few(councils_of(places))


def _few(councils: Sequence[Council]) -> str:
    names = list(dict.fromkeys(council.name for council in councils))
    return listed(names) if len(names) <= _FEW else f"{', '.join(names[:_FEW])} or others"
