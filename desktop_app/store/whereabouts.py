"""Where did it happen? A typed postcode, part of one, or a place, answered from the directory."""

import sqlite3
from functools import cached_property

from desktop_app.domain import where_words as words
from desktop_app.domain.area import (
    COUNCILS,
    NORTHERN_IRELAND,
    Alternative,
    AnswerKind,
    Council,
    CouncilCount,
    WhereAnswer,
)
from desktop_app.domain.place_answer import place_answer, suggestion, with_offers
from desktop_app.domain.place_names import fold, shortened
from desktop_app.domain.postcode import (
    NORTHERN_IRELAND_AREA,
    Postcode,
    PostcodePart,
    parts,
    postcodes_within,
    repairs,
    whole_postcode,
)
from desktop_app.store.where_places import PlaceIndex
from desktop_app.store.where_postcodes import PostcodeIndex

_LONGEST = 120
_MOST_REPAIRS = 4
_OURS = {council.code: council for council in COUNCILS}


class WhereIndex:
    """Answers what someone typed about where it happened; keeps and logs nothing of it.

    Takes an open connection to the compiled directory. Nothing is read before the first question.
    """

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @cached_property
    def councils_by_code(self) -> dict[str, Council]:
        """Every council of the United Kingdom by its ONS code."""
        return {council.code: council for council in self._numbered.values()}

    def answer(self, text: str) -> WhereAnswer:
        """The honest answer to any text at all; bad input gets a plain sentence, never an error."""
        refused = _refused(text)
        if refused:
            return WhereAnswer(text, AnswerKind.NOTHING, refused)
        whole = whole_postcode(text)
        if whole:
            return self._postcode(text, whole)
        return (
            self._address(text)
            or self._part(text)
            or self._known_place(text)
            or self._slip(text)
            or self._part_unknown(text)
            or suggestion(text, self._places.near(shortened(fold(text))))
        )

    @cached_property
    def _numbered(self) -> dict[int, Council]:
        rows = self._connection.execute("SELECT number, code, name FROM council ORDER BY number")
        return {number: _OURS.get(code, Council(code, name)) for number, code, name in rows}

    @cached_property
    def _postcodes(self) -> PostcodeIndex:
        return PostcodeIndex(self._connection, self._numbered)

    @cached_property
    def _places(self) -> PlaceIndex:
        return PlaceIndex(self._connection, self._numbered)

    def _postcode(self, typed: str, postcode: Postcode) -> WhereAnswer:
        number = self._postcodes.number(postcode)
        if number is None:
            return self._unknown_postcode(typed, postcode)
        council = self._postcodes.council(number)
        if council is None:
            text = words.without_council(postcode)
            return WhereAnswer(typed, AnswerKind.POSTCODE, text)
        count = (CouncilCount(council, 1),)
        text = words.known_postcode(postcode, council)
        return WhereAnswer(typed, AnswerKind.POSTCODE, text, count, settled=True)

    def _unknown_postcode(self, typed: str, postcode: Postcode) -> WhereAnswer:
        if _is_northern_irish(postcode.outward):
            return _northern_ireland(typed, AnswerKind.POSTCODE_UNKNOWN)
        counts = self._postcodes.counts(PostcodePart(postcode.outward, postcode.digit))
        by_sector = bool(counts)
        if by_sector:
            text = words.unknown_postcode(postcode, counts)
            text += self._unrecorded(PostcodePart(postcode.outward, postcode.digit))
        else:
            counts = self._postcodes.counts(PostcodePart(postcode.outward))
            text = words.unknown_sector(postcode, counts)
        offers = self._repairs(typed)
        settled = by_sector and len(counts) == 1 and not offers
        kind = AnswerKind.POSTCODE_UNKNOWN
        return WhereAnswer(typed, kind, _with(text, offers), counts, offers, settled)

    def _unrecorded(self, part: PostcodePart) -> str:
        return words.unrecorded(self._postcodes.unrecorded(part))

    def _repairs(self, text: str) -> tuple[Alternative, ...]:
        offers: dict[Postcode, Alternative] = {}
        for postcode in repairs(text):
            number = self._postcodes.number(postcode)
            if number is not None and len(offers) < _MOST_REPAIRS:
                council = self._postcodes.council(number)
                sentence = words.offered(postcode, council)
                councils = (council,) if council else ()
                offers.setdefault(postcode, Alternative(sentence, councils, str(postcode)))
        return tuple(offers.values())

    def _address(self, text: str) -> WhereAnswer | None:
        found = postcodes_within(text)
        if len(found) < 2:
            return self._postcode(text, found[0]) if found else None
        offers = [self._postcode(str(one), one) for one in found[:_MOST_REPAIRS]]
        others = tuple(
            Alternative(one.text, tuple(count.council for count in one.councils), one.typed)
            for one in offers
        )
        sentence = words.several_postcodes(found[:_MOST_REPAIRS])
        return WhereAnswer(text, AnswerKind.SUGGESTION, sentence, (), others)

    def _part(self, text: str) -> WhereAnswer | None:
        readings = parts(text)
        if readings and _is_northern_irish(readings[0].outward):
            return _northern_ireland(text, AnswerKind.PART)
        known = [(one, counts) for one in readings if (counts := self._postcodes.counts(one))]
        if not known:
            return None
        (reading, counts), *others = known
        sentence = words.part(reading, counts) + self._unrecorded(reading)
        if not others:
            settled = len(counts) == 1 or not any(count.inside for count in counts)
            places = self._called_so(reading)
            return WhereAnswer(text, AnswerKind.PART, sentence, counts, places, settled)
        return _two_ways(text, sentence, counts, others[0])

    def _called_so(self, reading: PostcodePart) -> tuple[Alternative, ...]:
        """Places known by two letters: MK begins postcodes in many councils; said aloud it mostly means Milton Keynes."""
        if not reading.area:
            return ()
        places = self._places.inside(fold(reading.outward))
        return tuple(words.place_meant(one.name, one.councils) for one in places)

    def _part_unknown(self, text: str) -> WhereAnswer | None:
        readings = [reading for reading in parts(text) if not reading.area]
        if not readings:
            return None
        known = [reading for reading in readings if self._postcodes.any_known(reading)]
        sentence = (
            words.part_without_council(known[0]) if known else words.unknown_part(readings[0])
        )
        return WhereAnswer(text, AnswerKind.POSTCODE_UNKNOWN, sentence)

    def _slip(self, text: str) -> WhereAnswer | None:
        if not any(sign.isdigit() for sign in text):
            return None
        offers = self._repairs(text)
        if not offers:
            return None
        sentence = _with(words.looks_like_a_slip(), offers)
        return WhereAnswer(text, AnswerKind.POSTCODE_UNKNOWN, sentence, (), offers)

    def _known_place(self, text: str) -> WhereAnswer | None:
        whole = fold(text)
        for key in dict.fromkeys((whole, shortened(whole))):
            answer = self._named(text, key)
            if answer:
                return answer
        return self._narrowed(text, whole)

    def _named(self, text: str, key: str) -> WhereAnswer | None:
        inside, elsewhere = self._places.inside(key), self._places.elsewhere(key)
        if not inside and not elsewhere:
            return None
        answer = place_answer(text, key, inside, elsewhere, self._places.in_britain(key))
        if inside:
            return answer
        return with_offers(answer, self._places.near_inside(key, slips=1))

    def _narrowed(self, text: str, key: str) -> WhereAnswer | None:
        """A name with another behind it: "Clapham, Bedford" is the Clapham in Bedford's council."""
        split = key.split()
        for at in range(len(split) - 1, 0, -1):
            head, tail = " ".join(split[:at]), " ".join(split[at:])
            inside = self._places.inside(head)
            near = {council for place in self._places.inside(tail) for council in place.councils}
            fitting = [place for place in inside if near.intersection(place.councils)]
            if fitting:
                return place_answer(text, head, fitting, ())
            if "," in text and (inside or self._places.elsewhere(head)):
                return self._named(text, head)
        return None


def _refused(text: str) -> str | None:
    if not text.strip():
        return words.EMPTY
    if len(text) > _LONGEST:
        return words.TOO_LONG
    if not any(sign.isalpha() for sign in text):
        return words.NO_LETTERS
    return None


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
