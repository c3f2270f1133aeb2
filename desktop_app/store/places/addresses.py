"""Addresses without a postcode: the street says nothing, the place after it does."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.places import address_words as words
from desktop_app.domain.places.councils import Council, WhereAnswer
from desktop_app.domain.places.place_answer import FoundPlace, Towns, councils_of, place_answer
from desktop_app.domain.places.place_names import fold, is_county, shortened
from desktop_app.domain.places.street_words import (
    has_number,
    holds_street,
    only_a_street_word,
    reads_as_street,
    split_behind,
    without_number,
)
from desktop_app.store.places.place_index import PlaceIndex

_PIECES = re.compile(r"[,;\n|]+|\s/\s|\s[-–—]\s")
_MOST_WORDS = 24

Words = tuple[str, ...]
Named = Callable[[str, str], WhereAnswer | None]


@dataclass(frozen=True, slots=True)
class AddressPart:
    """What one stretch of an address says: a place by its key, a street, or neither."""

    words: Words
    place: str = ""
    street: bool = False
    nearby: bool = False
    perhaps: str = ""
    """A place of ours that carries the name of a street with a house's number: "12 Slip End"."""

    @property
    def is_house(self) -> bool:
        """Whether it names a place, but with a house's number: then it is rather a street."""
        return bool(self.place) and has_number(self.words)


class AddressAnswers:
    """Reads addresses over the names of places; `named` answers for a name alone."""

    def __init__(self, places: PlaceIndex, named: Named) -> None:
        self._places = places
        self._named = named

    def answer(self, text: str) -> WhereAnswer | None:
        """The answer for an address; None where the text is none and no street either."""
        pieces = self.pieces(text)
        at = _last_place(pieces)
        if at is None:
            return self._without_place(text, pieces)
        town, before, behind = pieces[at], pieces[:at], pieces[at + 1 :]
        if town.nearby:
            return words.near_a_place(text, self._offered(town.place))
        strangers = [piece for piece in behind if not piece.street]
        if len(pieces) == 1 or (strangers and not before and len(pieces) == 2):
            return self._one_name(text, town, strangers)
        perhaps = self._perhaps(before, town)
        if perhaps:
            return words.two_places(text, perhaps, self._found(town.place))
        inner = next((piece for piece in reversed(before) if piece.place), None)
        answer = self._within(text, inner, town) if inner else self._named(text, town.place)
        if answer is None:
            return None
        only_a_street = not inner and reads_as_street(town.words, for_certain=True)
        if answer.settled and (strangers or only_a_street):
            answer = replace(answer, settled=False)
        by_town = any(piece is not inner for piece in (*before, *behind))
        return answer.doubted(words.WENT_BY_TOWN) if by_town and not answer.doubts else answer

    def _perhaps(self, before: Sequence[AddressPart], town: AddressPart) -> list[FoundPlace]:
        """A village with a house's number whose post town is the one behind it."""
        for piece in before:
            places = self._places.inside(piece.perhaps) if piece.perhaps else []
            if places and self._places.share_post_town(town.place, councils_of(places)):
                return places
        return []

    def towns(self, text: str) -> Towns:
        """The place that the text ends with, streets left out; nothing where it names none."""
        pieces = self.pieces(text)
        at = _last_place(pieces)
        if at is None:
            return Towns()
        key = pieces[at].place
        alone = len(pieces) == 1
        return Towns(tuple(self._found(key)), self._places.post_town(key), alone=alone)

    def pieces(self, text: str) -> list[AddressPart]:
        """The address in stretches, from left to right."""
        found: list[AddressPart] = []
        for piece in _PIECES.split(text):
            split = tuple(shortened(fold(piece), self._places.counties).split())
            if split and not has_only_numbers(split):
                found += self._read(split[-_MOST_WORDS:])
        while len(found) > 1 and is_county(" ".join(found[-1].words), self._places.counties):
            found.pop()
        return found

    def is_place(self, key: str) -> bool:
        """Whether the folded name is a place's; a street's name elsewhere is none."""
        if self._places.knows_inside(key):
            return True
        certain = reads_as_street(key.split(), for_certain=True)
        return not certain and self._places.knows_elsewhere(key)

    def _read(self, split: Words) -> list[AddressPart]:
        bare = without_number(split)
        key = " ".join(bare)
        if self.is_place(key):
            if len(bare) == len(split) or not reads_as_street(bare):
                return [AddressPart(split, key)]
            certain = reads_as_street(bare, for_certain=True)
            return [AddressPart(split, street=True, perhaps="" if certain else key)]
        if reads_as_street(bare, for_certain=True) or only_a_street_word(bare):
            return [AddressPart(split, street=True)]
        street = reads_as_street(bare) or holds_street(split)
        return self._split(split) or [AddressPart(split, street=street)]

    def _split(self, split: Words) -> list[AddressPart]:
        """Words without a comma between them: the longest place at their end that makes sense."""
        for at in range(len(split)):
            tail = " ".join(split[at:])
            if not self.is_place(tail):
                continue
            head, nearby = split_behind(split[:at])
            town = AddressPart(split[at:], tail, nearby=nearby)
            if not head:
                return [town] if at or nearby else []
            before = self._read(head)
            streets = any(piece.street for piece in before)
            if streets or self._lies_within(before, town):
                return [*before, town]
        return []

    def _lies_within(self, before: Sequence[AddressPart], town: AddressPart) -> bool:
        """Whether the place before lies in the council of the one behind: "eaton norwich"."""
        near = set(councils_of(self._places.inside(town.place)))
        places = [piece for piece in before if piece.place]
        return bool(places) and any(
            near.intersection(one.councils) for one in self._places.inside(places[-1].place)
        )

    def _one_name(
        self, text: str, town: AddressPart, strangers: Sequence[AddressPart]
    ) -> WhereAnswer | None:
        answer = self._named(text, town.place)
        if answer and reads_as_street(town.words, for_certain=True):
            return replace(answer, settled=False)
        return replace(answer, settled=False) if answer and strangers else answer

    def _within(self, text: str, inner: AddressPart, town: AddressPart) -> WhereAnswer | None:
        """A place and the town behind it: "Eaton, Norwich" is Norwich's own Eaton."""
        places, towns = self._places.inside(inner.place), self._found(town.place)
        councils = set(councils_of(towns))
        fitting = [place for place in places if councils.intersection(place.councils)]
        if fitting and not inner.is_house:
            return place_answer(text, inner.place, fitting, ())
        if fitting or not places:
            return self._by_town(text, town)
        return self._apart(text, inner, town)

    def _apart(self, text: str, inner: AddressPart, town: AddressPart) -> WhereAnswer | None:
        """A place of ours and a town in whose council it does not lie."""
        places, towns = self._places.inside(inner.place), self._found(town.place)
        if not self._places.knows_inside(town.place):
            there = self._elsewhere_within(inner.place, set(councils_of(towns)))
            if there:
                return words.elsewhere_within(text, there)
        related = self._places.share_post_town(town.place, councils_of(places))
        related = related and not reads_as_street(inner.words, for_certain=True)
        if related and not inner.is_house:
            return self._named(text, inner.place)
        if not related and (reads_as_street(inner.words) or inner.is_house):
            return self._by_town(text, town)
        return words.two_places(text, places, towns)

    def _elsewhere_within(self, key: str, councils: set[Council]) -> list[FoundPlace]:
        """Namesakes in the rest of the country that lie in one of the councils."""
        found = self._places.elsewhere(key)
        return [place for place in found if councils.intersection(place.councils)]

    def _by_town(self, text: str, town: AddressPart) -> WhereAnswer | None:
        answer = self._named(text, town.place)
        return answer.doubted(words.WENT_BY_TOWN) if answer else None

    def _without_place(self, text: str, pieces: Sequence[AddressPart]) -> WhereAnswer | None:
        if not any(piece.street for piece in pieces):
            return None
        last = pieces[-1]
        certain = any(holds_street(piece.words) for piece in pieces)
        near = self._misspelt(last, certain=certain)
        stranger = not (reads_as_street(last.words) or only_a_street_word(last.words))
        return words.street_without_place(text, near, stranger=stranger or bool(near))

    def _misspelt(self, piece: AddressPart, *, certain: bool) -> list[FoundPlace]:
        """Places of ours that the last words may have been meant to be; never a street's name."""
        if reads_as_street(piece.words, for_certain=True):
            return []
        if not certain:
            if self.is_place(" ".join(without_number(piece.words)[:-1])):
                return []  # a street called after a town: no other place is meant
            key = " ".join(piece.words)
            return self._places.near_inside(key, begun=False, ending=f" {piece.words[-1]}")
        ends = (at for at in range(len(piece.words) - 1, 1, -1))
        street = (at for at in ends if reads_as_street(piece.words[:at], for_certain=True))
        behind = piece.words[next(street, 0) :]
        return self._places.near_inside(" ".join(behind), begun=False)

    def _found(self, key: str) -> list[FoundPlace]:
        return self._places.inside(key) or self._places.elsewhere(key)

    def _offered(self, key: str) -> list[FoundPlace]:
        return self._found(key)[:3]


def has_only_numbers(split: Sequence[str]) -> bool:
    """Whether nothing but a house's number was typed."""
    return not any(any(sign.isalpha() for sign in word) for word in split)


def _last_place(pieces: Sequence[AddressPart]) -> int | None:
    return next((at for at in reversed(range(len(pieces))) if pieces[at].place), None)
