"""Where did it happen? A typed postcode, part of one, or a place, answered from the directory."""

import sqlite3
from functools import cached_property

from desktop_app.domain import where_words as words
from desktop_app.domain.area import COUNCILS, Alternative, AnswerKind, Council, WhereAnswer
from desktop_app.domain.place_answer import FoundPlace, place_answer, suggestion, with_offers
from desktop_app.domain.place_names import fold, shortened
from desktop_app.domain.postcode import PostcodePart, whole_postcode
from desktop_app.store.where_places import PlaceIndex
from desktop_app.store.where_postcode_answers import PostcodeAnswers
from desktop_app.store.where_postcodes import PostcodeIndex

_LONGEST = 120
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
            return self._postcodes.whole(text, whole)
        return (
            self._postcodes.address(text)
            or self._postcodes.part(text)
            or self._known_place(text)
            or self._postcodes.slip(text)
            or self._postcodes.part_unknown(text)
            or suggestion(text, self._near(fold(text)))
        )

    @cached_property
    def _numbered(self) -> dict[int, Council]:
        rows = self._connection.execute("SELECT number, code, name FROM council ORDER BY number")
        return {number: _OURS.get(code, Council(code, name)) for number, code, name in rows}

    @cached_property
    def _postcodes(self) -> PostcodeAnswers:
        index = PostcodeIndex(self._connection, self._numbered)
        return PostcodeAnswers(index, self._called_so)

    @cached_property
    def _places(self) -> PlaceIndex:
        return PlaceIndex(self._connection, self._numbered)

    def _near(self, key: str) -> list[FoundPlace]:
        short = shortened(key)
        if key != short:
            near = self._places.near_inside(key)
            if near:
                return near
        return self._places.near(short) or self._town_at_the_end(key)

    def _town_at_the_end(self, key: str) -> list[FoundPlace]:
        """Streets are not known; the town after one is at least worth an offer."""
        split = key.split()
        tails = (" ".join(split[at:]) for at in range(1, len(split)))
        return next((found for tail in tails if (found := self._places.inside(tail))), [])

    def _called_so(self, reading: PostcodePart) -> tuple[Alternative, ...]:
        """Places known by two letters: MK is a postcode area, and how people say Milton Keynes."""
        if not reading.area:
            return ()
        places = self._places.inside(fold(reading.outward))
        return tuple(words.place_meant(one.name, one.councils) for one in places)

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
