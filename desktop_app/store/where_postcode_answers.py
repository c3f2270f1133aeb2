"""Honest answers to whole postcodes, unknown ones, parts of one, and look-alike slips."""

from collections.abc import Callable

from desktop_app.domain import where_words as words
from desktop_app.domain.area import (
    NORTHERN_IRELAND,
    Alternative,
    AnswerKind,
    CouncilCount,
    WhereAnswer,
)
from desktop_app.domain.postcode import (
    NORTHERN_IRELAND_AREA,
    Postcode,
    PostcodePart,
    parts,
    postcodes_within,
    repairs,
)
from desktop_app.store.where_postcodes import PostcodeIndex

_MOST_REPAIRS = 4
PlacesCalled = Callable[[PostcodePart], tuple[Alternative, ...]]


class PostcodeAnswers:
    """Turns look-ups into answers; `places_called` tells the places an area's letters also name."""

    def __init__(self, index: PostcodeIndex, places_called: PlacesCalled) -> None:
        self._index = index
        self._places_called = places_called

    def whole(self, typed: str, postcode: Postcode) -> WhereAnswer:
        """The council of a whole postcode, or what its neighbours tell if it is not known."""
        number = self._index.number(postcode)
        if number is None:
            return self._unknown_postcode(typed, postcode)
        council = self._index.council(number)
        if council is None:
            text = words.without_council(postcode)
            return WhereAnswer(typed, AnswerKind.POSTCODE, text)
        count = (CouncilCount(council, 1),)
        text = words.known_postcode(postcode, council)
        return WhereAnswer(typed, AnswerKind.POSTCODE, text, count, settled=True)

    def _unknown_postcode(self, typed: str, postcode: Postcode) -> WhereAnswer:
        if _is_northern_irish(postcode.outward):
            return _northern_ireland(typed, AnswerKind.POSTCODE_UNKNOWN)
        counts = self._index.counts(PostcodePart(postcode.outward, postcode.digit))
        by_sector = bool(counts)
        if by_sector:
            text = words.unknown_postcode(postcode, counts)
            text += self._unrecorded(PostcodePart(postcode.outward, postcode.digit))
        else:
            counts = self._index.counts(PostcodePart(postcode.outward))
            text = words.unknown_sector(postcode, counts)
        offers = self._repairs(typed)
        settled = by_sector and len(counts) == 1 and not offers
        kind = AnswerKind.POSTCODE_UNKNOWN
        return WhereAnswer(typed, kind, _with(text, offers), counts, offers, settled)

    def _unrecorded(self, part: PostcodePart) -> str:
        return words.unrecorded(self._index.unrecorded(part))

    def _repairs(self, text: str) -> tuple[Alternative, ...]:
        offers: dict[Postcode, Alternative] = {}
        for postcode in repairs(text):
            number = self._index.number(postcode)
            if number is not None and len(offers) < _MOST_REPAIRS:
                council = self._index.council(number)
                sentence = words.offered(postcode, council)
                councils = (council,) if council else ()
                offers.setdefault(postcode, Alternative(sentence, councils, str(postcode)))
        return tuple(offers.values())

    def address(self, text: str) -> WhereAnswer | None:
        """The postcode inside a longer text, if there is one; several are offered, none picked."""
        found = postcodes_within(text)
        if len(found) < 2:
            return self.whole(text, found[0]) if found else None
        offers = [self.whole(str(one), one) for one in found[:_MOST_REPAIRS]]
        others = tuple(
            Alternative(one.text, tuple(count.council for count in one.councils), one.typed)
            for one in offers
        )
        sentence = words.several_postcodes(found[:_MOST_REPAIRS])
        return WhereAnswer(text, AnswerKind.SUGGESTION, sentence, (), others)

    def part(self, text: str) -> WhereAnswer | None:
        """What the beginning of a postcode tells, in each way it can be read."""
        readings = parts(text)
        if readings and _is_northern_irish(readings[0].outward):
            return _northern_ireland(text, AnswerKind.PART)
        known = [(one, counts) for one in readings if (counts := self._index.counts(one))]
        if not known:
            return None
        (reading, counts), *others = known
        sentence = words.part(reading, counts) + self._unrecorded(reading)
        if not others:
            settled = len(counts) == 1 or not any(count.inside for count in counts)
            places = self._places_called(reading)
            return WhereAnswer(text, AnswerKind.PART, sentence, counts, places, settled)
        return _two_ways(text, sentence, counts, others[0])

    def part_unknown(self, text: str) -> WhereAnswer | None:
        """Says so when the text begins like a postcode, but like none that is known."""
        readings = [reading for reading in parts(text) if not reading.area]
        if not readings:
            return None
        known = [reading for reading in readings if self._index.any_known(reading)]
        sentence = (
            words.part_without_council(known[0]) if known else words.unknown_part(readings[0])
        )
        return WhereAnswer(text, AnswerKind.POSTCODE_UNKNOWN, sentence)

    def slip(self, text: str) -> WhereAnswer | None:
        """Offers the postcodes this would be with look-alike letters and digits swapped."""
        if not any(sign.isdigit() for sign in text):
            return None
        offers = self._repairs(text)
        if not offers:
            return None
        sentence = _with(words.looks_like_a_slip(), offers)
        return WhereAnswer(text, AnswerKind.POSTCODE_UNKNOWN, sentence, (), offers)


def _is_northern_irish(outward: str) -> bool:
    return outward.rstrip("0123456789") == NORTHERN_IRELAND_AREA


def _northern_ireland(typed: str, kind: AnswerKind) -> WhereAnswer:
    council = (CouncilCount(NORTHERN_IRELAND),)
    return WhereAnswer(typed, kind, words.NORTHERN_IRELAND_WORDS, council, settled=True)


def _two_ways(
    text: str,
    sentence: str,
    counts: tuple[CouncilCount, ...],
    other: tuple[PostcodePart, tuple[CouncilCount, ...]],
) -> WhereAnswer:
    reading, others = other
    second = words.part(reading, others)
    councils = tuple(count.council for count in others)
    settled = len(counts) == 1 and councils == (counts[0].council,)
    alternatives = (Alternative(second, councils, str(reading)),)
    both = words.two_readings(sentence, second)
    return WhereAnswer(text, AnswerKind.PART, both, counts, alternatives, settled)


def _with(sentence: str, offers: tuple[Alternative, ...]) -> str:
    return " ".join((sentence, *(offer.text for offer in offers)))
