"""From the places that carry a name to an honest answer: straddles, namesakes and guesses said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.places.councils import (
    Alternative,
    AnswerKind,
    Council,
    CouncilCount,
    WhereAnswer,
)
from desktop_app.domain.places.place_names import fold
from desktop_app.domain.places.words import NO_SUCH_PLACE, listed, listed_up_to

_MUCH_LARGER = 10
_LEAST_PEOPLE = 500  # what GeoNames lists at all; stands in where it gives no count
_LARGE_TOWN = 20_000
_MOST_NAMED = 4
SETTLES = "A postcode would settle it."


@dataclass(frozen=True, slots=True)
class FoundPlace:
    """A place as the directory knows it: its councils, the main one first; people 0: unknown."""

    name: str
    councils: tuple[Council, ...]
    people: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class Towns:
    """The places that an address ends with, and the councils their addresses may lie in."""

    places: tuple[FoundPlace, ...] = ()
    reached: tuple[Council, ...] = ()
    alone: bool = False
    """Whether the text is this place's name and nothing more."""


def place_answer(
    typed: str,
    key: str,
    inside: Sequence[FoundPlace],
    elsewhere: Sequence[FoundPlace],
    in_britain: int = 0,
) -> WhereAnswer:
    """The answer for a name that is known; `key` is the name folded.

    `in_britain` counts all places in Great Britain called so, where more than one is.

    A namesake elsewhere leaves the answer open, unless ours is at least ten times as large.
    """
    if not inside:
        return _only_elsewhere(typed, elsewhere)
    councils = councils_of(inside)
    called = _called(key, (*inside, *elsewhere))
    more = in_britain > 1 and in_britain > len(inside) + len(elsewhere)
    words = [_one_inside(place) for place in inside]
    words += _namesake_words(called, elsewhere, in_britain if more else 0)
    if len(words) > len(inside) and not _is_a_large_town(inside):
        words.append("Make sure which one is meant.")
    others = [_namesake(place) for place in elsewhere]
    if more:
        others.append(Alternative(f"Another {called}, somewhere else. {SETTLES}"))
    return WhereAnswer(
        typed=typed,
        kind=AnswerKind.PLACE,
        text=" ".join(words),
        councils=tuple(CouncilCount(council) for council in councils),
        alternatives=tuple(others),
        settled=len(councils) == 1 and _is_the_one_meant(inside, elsewhere),
    )


def suggestion(typed: str, near: Sequence[FoundPlace]) -> WhereAnswer:
    """The name is not known: names that are close, as an offer; never a silent pick."""
    if not near:
        return WhereAnswer(typed=typed, kind=AnswerKind.NOTHING, text=NO_SUCH_PLACE)
    text = f"We do not know a place of just that name. {_did_you_mean(near)}"
    return WhereAnswer(
        typed=typed,
        kind=AnswerKind.SUGGESTION,
        text=text,
        councils=(),
        alternatives=offers_of(near),
    )


def with_offers(answer: WhereAnswer, near: Sequence[FoundPlace]) -> WhereAnswer:
    """The same answer with close names in the area's councils offered beside it."""
    if not near:
        return answer
    return WhereAnswer(
        typed=answer.typed,
        kind=answer.kind,
        text=f"{answer.text} {_did_you_mean(near)}",
        councils=answer.councils,
        alternatives=answer.alternatives + offers_of(near),
    )


def _only_elsewhere(typed: str, elsewhere: Sequence[FoundPlace]) -> WhereAnswer:
    name = elsewhere[0].name
    names = [_council_of(name, council) for council in councils_of(elsewhere)]
    if len(names) == 1:
        text = f"The only {name} we know is in {names[0]}, outside this directory. {SETTLES}"
    else:
        some = listed_up_to(_MOST_NAMED, names)
        text = f"We know {name} only outside this directory: in {some}. {SETTLES}"
    counts = tuple(CouncilCount(council) for council in councils_of(elsewhere))
    return WhereAnswer(typed=typed, kind=AnswerKind.PLACE, text=text, councils=counts)


def _one_inside(place: FoundPlace) -> str:
    main, *others = place.councils
    if place.note:
        return place.note
    if not others and place.name == main.name:
        return f"{place.name} has its own council."
    if not others:
        return f"{place.name} is in {main.name}."
    rest = listed([council.name for council in others])
    return f"{place.name} is mostly in {main.name}; part of it is in {rest}. {SETTLES}"


def _namesake_words(called: str, elsewhere: Sequence[FoundPlace], in_britain: int) -> list[str]:
    words = []
    if elsewhere:
        councils = [_council_of(called, council) for council in councils_of(elsewhere)]
        words.append(f"There is also {called} in {listed_up_to(_MOST_NAMED, councils)}.")
    if in_britain:
        words.append(f"Great Britain has {in_britain} places called {called}.")
    return words


def _namesake(place: FoundPlace) -> Alternative:
    council = place.councils[0]
    return Alternative(f"{place.name} in {council.name}, outside this directory", (council,))


def _is_the_one_meant(inside: Sequence[FoundPlace], elsewhere: Sequence[FoundPlace]) -> bool:
    largest = max(place.people for place in inside)
    return all(_MUCH_LARGER * max(place.people, _LEAST_PEOPLE) <= largest for place in elsewhere)


def _is_a_large_town(inside: Sequence[FoundPlace]) -> bool:
    return len(inside) == 1 and inside[0].people >= _LARGE_TOWN


def _called(key: str, places: Iterable[FoundPlace]) -> str:
    written = (place.name for place in places if fold(place.name) == key)
    return next(written, key.title())


def _council_of(place: str, council: Council) -> str:
    return "the council of that name" if council.name == place else council.name


def _did_you_mean(near: Sequence[FoundPlace]) -> str:
    names = [f"{place.name} ({all_councils(place)})" for place in near]
    return f"Did you mean {listed(names, 'or')}?"


def offers_of(near: Sequence[FoundPlace]) -> tuple[Alternative, ...]:
    """Each place as an offer that puts its name into the field."""
    return tuple(
        Alternative(f"{place.name}, {all_councils(place)}", place.councils, place.name)
        for place in near
    )


def all_councils(place: FoundPlace) -> str:
    """The councils of a place in words: "Broadland and Norwich"."""
    return listed([council.name for council in place.councils])


def councils_of(places: Iterable[FoundPlace]) -> tuple[Council, ...]:
    """Every council that one of the places lies in, each once, in their order."""
    return tuple(dict.fromkeys(council for place in places for council in place.councils))
