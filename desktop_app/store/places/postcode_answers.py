"""Honest answers to whole postcodes, unknown ones, parts of one, and look-alike typos."""

from collections.abc import Callable, Iterator
from itertools import chain

from desktop_app.domain.places import words
from desktop_app.domain.places.address_words import towns_differ
from desktop_app.domain.places.councils import (
    NORTHERN_IRELAND,
    Alternative,
    AnswerKind,
    Council,
    CouncilCount,
    PlaceDoubt,
    WhereAnswer,
)
from desktop_app.domain.places.place_answer import Towns
from desktop_app.domain.places.postcode import (
    NORTHERN_IRELAND_AREA,
    Postcode,
    PostcodePart,
    compact,
    other_district,
    part_at_the_end,
    parts,
    postcodes_within,
    unfinished,
    whole_postcode,
)
from desktop_app.domain.places.postcode_sector import Sector
from desktop_app.domain.places.postcode_typos import repairs, with_a_sign, without_a_sign
from desktop_app.domain.places.road_words import road_alone, road_or_postcode
from desktop_app.store.places.postcode_index import PostcodeIndex

_MOST_REPAIRS = 4
TownsIn = Callable[[str], Towns]
"""The places that the rest of an address ends with, and the councils of their post town."""
PlacesCalled = Callable[[PostcodePart], tuple[Alternative, ...]]


class PostcodeAnswers:
    """Turns look-ups into answers; `places_called` tells the places an area's letters also name."""

    def __init__(self, index: PostcodeIndex, places_called: PlacesCalled) -> None:
        self._index = index
        self._places_called = places_called

    def whole(self, typed: str, postcode: Postcode) -> WhereAnswer:
        """The council of a whole postcode, or what its neighbours tell if it is not known."""
        sector = self._index.sector(postcode)
        number = self._index.number(postcode, sector)
        if number is None:
            return self._unknown_postcode(typed, postcode)
        council = self._index.council(number)
        if council is None:
            text = words.without_council(postcode)
            return WhereAnswer(typed=typed, kind=AnswerKind.POSTCODE, text=text)
        count = (CouncilCount(council, 1),)
        text = words.known_postcode(postcode, self._index.name(number))
        answer = WhereAnswer(
            typed=typed, kind=AnswerKind.POSTCODE, text=text, councils=count, settled=True
        )
        return answer.doubted(*self._doubts(typed, postcode, council, sector))

    def _doubts(
        self, typed: str, postcode: Postcode, council: Council, sector: Sector | None
    ) -> Iterator[PlaceDoubt]:
        others = self._index.neighbours(sector, council)
        if others and any(one.inside for one in (council, *others)):
            yield words.near_border(others)
        longer = other_district(typed, postcode)
        begun = self._begun(longer)
        if any(one != council for one in begun) and any(one.inside for one in begun):
            yield words.space_missing(longer, begun)

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
        if not by_sector or len(counts) == 1:
            offers += tuple(self._signs_lost(typed, postcode, {one.council for one in counts}))
        settled = by_sector and len(counts) == 1 and not offers
        kind = AnswerKind.POSTCODE_UNKNOWN
        return WhereAnswer(
            typed=typed,
            kind=kind,
            text=_with(text, offers),
            councils=counts,
            alternatives=offers,
            settled=settled,
        )

    def _unrecorded(self, part: PostcodePart) -> str:
        return words.unrecorded(self._index.unrecorded(part))

    def _begun(self, district: str) -> list[Council]:
        """The councils of a district; none for an empty one."""
        if not district:
            return []
        return [count.council for count in self._index.counts(PostcodePart(district))]

    def _signs_lost(
        self, typed: str, postcode: Postcode, told: set[Council]
    ) -> Iterator[Alternative]:
        """For each council of ours not `told`, one postcode that a lost sign explains."""
        longer = other_district(typed, postcode)
        begun = self._begun(longer)
        if any(one.inside for one in begun) and not told.issuperset(begun):
            told.update(begun)
            yield words.district_instead(longer, tuple(begun))
        for what, one in with_a_sign(postcode):
            found = self._index.council(self._index.number(one) or 0)
            if found and found.inside and found not in told:
                told.add(found)
                yield words.sign_lost(one, found, what)

    def _repairs(self, text: str, *, letters: bool = False) -> tuple[Alternative, ...]:
        offers: dict[Postcode, Alternative] = {}
        for postcode in chain(repairs(text), without_a_sign(text, letters=letters)):
            number = self._index.number(postcode)
            if number is not None and len(offers) < _MOST_REPAIRS:
                council = self._index.council(number)
                sentence = words.offered(postcode, council)
                councils = (council,) if council else ()
                offers.setdefault(postcode, Alternative(sentence, councils, str(postcode)))
        return tuple(offers.values())

    def address(self, text: str, towns: TownsIn) -> WhereAnswer | None:
        """The postcode inside a longer text, if there is one; several are offered, none picked.

        A town beside it that lies elsewhere is said.
        """
        found = postcodes_within(text)
        if len(found) < 2:
            return self._with_its_town(text, *found[0], towns) if found else None
        offers = [self.whole(str(one), one) for one, _ in found[:_MOST_REPAIRS]]
        others = tuple(
            Alternative(one.text, tuple(count.council for count in one.councils), one.typed)
            for one in offers
        )
        sentence = words.several_postcodes([one for one, _ in found[:_MOST_REPAIRS]])
        return WhereAnswer(
            typed=text, kind=AnswerKind.SUGGESTION, text=sentence, councils=(), alternatives=others
        )

    def _with_its_town(
        self, text: str, postcode: Postcode, written: str, towns: TownsIn
    ) -> WhereAnswer:
        answer = self.whole(written, postcode)
        rest = text.upper().replace(written, ", ")
        return _compared(answer, towns(rest))

    def part_behind(self, text: str, towns: TownsIn) -> WhereAnswer | None:
        """An address that ends with the beginning of a postcode: "Ampthill Road, MK42"."""
        end = part_at_the_end(text)
        before = text.upper().removesuffix(end).strip(" ,\n") if end else ""
        if not before:
            return self._part_before(text, towns)
        answer = self.part(end) or self.unfinished(end)
        return _compared(answer, towns(before)) if answer else None

    def _part_before(self, text: str, towns: TownsIn) -> WhereAnswer | None:
        """The same the other way round: "NR1 Norwich", where nothing else was typed."""
        begun, _, rest = text.replace(",", " ").strip().partition(" ")
        found = towns(rest) if rest and any(sign.isdigit() for sign in begun) else None
        if not found or not found.alone:
            return None
        answer = self.part(begun)
        return _compared(answer, found) if answer else None

    def road(self, text: str, name: str) -> WhereAnswer:
        """A numbered road, and the postcodes that begin with the same signs if there are any."""
        for reading in () if name.startswith("A") else parts(name):
            counts = self._index.counts(reading)
            if counts:
                councils = [count.council for count in counts]
                return road_or_postcode(text, name, reading, councils)
        return road_alone(text, name)

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
        settled = len(counts) == 1 or not any(count.inside for count in counts)
        others_told = self._places_called(reading)
        for other, in_other in others:
            told = tuple(count.council for count in in_other)
            others_told += (words.with_a_space(other, told),)
            sentence += f" {others_told[-1].text}"
        return WhereAnswer(
            typed=text,
            kind=AnswerKind.PART,
            text=sentence,
            councils=counts,
            alternatives=others_told,
            settled=settled,
        )

    def unfinished(self, text: str) -> WhereAnswer | None:
        """A district with something behind its space that makes no postcode: the district counts.

        With a sign too many the space itself may be wrong, and what it could be is offered.
        """
        typed = unfinished(text)
        if not typed:
            return None
        counts = self._index.counts(PostcodePart(typed.outward))
        offers = self._repairs(text)
        if typed.too_long:
            offers = self._as_one_word(text) + offers
        if not counts and not offers:
            return None
        councils = {count.council for count in counts}
        also = {council for offer in offers for council in offer.councils}
        settled = len(councils | also) == 1 and bool(councils)
        sentence = _with(words.unfinished(typed, counts), offers)
        return WhereAnswer(
            typed=text,
            kind=AnswerKind.PART,
            text=sentence,
            councils=counts,
            alternatives=offers,
            settled=settled,
        )

    def _as_one_word(self, text: str) -> tuple[Alternative, ...]:
        postcode = whole_postcode(compact(text))
        number = self._index.number(postcode) if postcode else None
        if postcode is None or number is None:
            return ()
        council = self._index.council(number)
        told = (council,) if council else ()
        return (Alternative(words.offered(postcode, council), told, str(postcode)),)

    def part_unknown(self, text: str) -> WhereAnswer | None:
        """Says so when the text begins like a postcode, but like none that is known."""
        readings = [reading for reading in parts(text) if not reading.area]
        if not readings:
            return None
        known = [reading for reading in readings if self._index.any_known(reading)]
        sentence = (
            words.part_without_council(known[0]) if known else words.unknown_part(readings[0])
        )
        return WhereAnswer(typed=text, kind=AnswerKind.POSTCODE_UNKNOWN, text=sentence)

    def typo(self, text: str) -> WhereAnswer | None:
        """Offers the postcodes this would be with look-alike letters and digits swapped."""
        if not any(sign.isdigit() for sign in text):
            return None
        offers = self._repairs(text, letters=True)
        if not offers:
            return None
        sentence = _with(words.looks_like_a_typo(), offers)
        return WhereAnswer(
            typed=text,
            kind=AnswerKind.POSTCODE_UNKNOWN,
            text=sentence,
            councils=(),
            alternatives=offers,
        )


def _is_northern_irish(outward: str) -> bool:
    return outward.rstrip("0123456789") == NORTHERN_IRELAND_AREA


def _northern_ireland(typed: str, kind: AnswerKind) -> WhereAnswer:
    council = (CouncilCount(NORTHERN_IRELAND),)
    return WhereAnswer(
        typed=typed, kind=kind, text=words.NORTHERN_IRELAND_WORDS, councils=council, settled=True
    )


def _compared(answer: WhereAnswer, towns: Towns) -> WhereAnswer:
    """The answer for a postcode, with a word on a town beside it that lies elsewhere."""
    here = {count.council for count in answer.councils}
    there = [council for place in towns.places for council in place.councils]
    if not here or not there or not here.isdisjoint((*there, *towns.reached)):
        return answer
    return answer.doubted(towns_differ(towns.places[0].name, there))


def _with(sentence: str, offers: tuple[Alternative, ...]) -> str:
    return " ".join((sentence, *(offer.text for offer in offers)))
