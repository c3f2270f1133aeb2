"""Where did it happen? A typed postcode, part of one, or a place, answered from the directory."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cached_property

from desktop_app.domain.places import words
from desktop_app.domain.places.address_words import WENT_BY_TOWN
from desktop_app.domain.places.council_titles import (
    bare_title,
    says_council,
    small_council,
    without_service,
)
from desktop_app.domain.places.councils import (
    Alternative,
    AnswerKind,
    Council,
    WhereAnswer,
)
from desktop_app.domain.places.place_answer import FoundPlace, place_answer, suggestion, with_offers
from desktop_app.domain.places.place_names import fold, shortened
from desktop_app.domain.places.postcode import PostcodePart, whole_postcode
from desktop_app.domain.places.road_words import road_alone
from desktop_app.domain.places.roads import road_in
from desktop_app.domain.places.street_words import reads_as_street
from desktop_app.domain.services.bodies import Bodies
from desktop_app.domain.text.seen_text import as_seen
from desktop_app.store.directory.body_rows import read_bodies
from desktop_app.store.places.addresses import AddressAnswers
from desktop_app.store.places.council_index import CouncilNames
from desktop_app.store.places.place_index import PlaceIndex, has_table
from desktop_app.store.places.postcode_answers import PostcodeAnswers
from desktop_app.store.places.postcode_index import PostcodeIndex

_LONGEST = 200
_MOST_READ = 2_000


class WhereIndex:
    """Answers what someone typed about where it happened; keeps and logs nothing of it.

    Takes an open connection to the compiled directory. Nothing is read before the first question.
    With `today` (the day in the UK) an answer also says whose social services answer there.
    """

    def __init__(
        self, connection: sqlite3.Connection, today: Callable[[], date] | None = None
    ) -> None:
        self._connection = connection
        self._today = today

    def answer(self, text: str) -> WhereAnswer:
        """The honest answer to any text at all; bad input gets a plain sentence, never an error."""
        answer = self._answered(text)
        if self._today is None or not answer.councils:
            return answer
        return self._bodies.with_bodies(answer, self._today())

    def _answered(self, text: str) -> WhereAnswer:
        seen = as_seen(text[:_MOST_READ]).strip(",\n").lstrip()
        refused = _refused(seen, text)
        if refused:
            return WhereAnswer(typed=text, kind=AnswerKind.NOTHING, text=refused)
        answer = self._answer(seen)
        return answer if answer.typed == text else replace(answer, typed=text)

    def _answer(self, text: str) -> WhereAnswer:
        whole = whole_postcode(text)
        if whole:
            return self._postcodes.whole(text, whole)
        return (
            self._road(text)
            or self._postcodes.address(text, self._addresses.towns)
            or self._postcodes.part(text)
            or self._postcodes.unfinished(text)
            or self._council_or_place(text)
            or self._postcodes.part_behind(text, self._addresses.towns)
            or self._addresses.answer(text)
            or self._postcodes.typo(text)
            or self._postcodes.part_unknown(text)
            or suggestion(text, self._near(fold(text)))
        )

    def _road(self, text: str) -> WhereAnswer | None:
        """A numbered road settles nothing; a place named behind it does: "A5 at Hockliffe"."""
        road = road_in(text)
        if road is None:
            return None
        if road.rest:
            behind = self._answer(road.rest)
            if behind.kind is AnswerKind.NOTHING:
                return road_alone(text, road.name)
            known = behind.kind is AnswerKind.PLACE and not behind.doubts
            return behind.doubted(WENT_BY_TOWN) if known else behind
        return self._postcodes.road(text, road.name)

    @cached_property
    def _numbered(self) -> dict[int, Council]:
        rows = self._connection.execute(
            "SELECT number, code, name, slug FROM council ORDER BY number"
        )
        found = {number: Council(*row) for number, *row in rows}
        return found | {district: found[county] for district, (_, county) in self._under.items()}

    @cached_property
    def _under(self) -> dict[int, tuple[str, int]]:
        """The name of each district of a county of the area, and the county's number.

        Whatever lies in one is the county's: its social services answer there, and no other's.
        """
        if not has_table(self._connection, "county_district"):
            return {}
        rows = self._connection.execute(
            "SELECT number, name, county FROM county_district JOIN council ON number = district"
        )
        return {number: (name, county) for number, name, county in rows}

    @cached_property
    def _districts(self) -> dict[int, str]:
        return {number: name for number, (name, _) in self._under.items()}

    @cached_property
    def _postcodes(self) -> PostcodeAnswers:
        index = PostcodeIndex(self._connection, self._numbered, self._districts)
        return PostcodeAnswers(index, self._called_so)

    @cached_property
    def _bodies(self) -> Bodies:
        return read_bodies(self._connection)

    @cached_property
    def _places(self) -> PlaceIndex:
        return PlaceIndex(self._connection, self._numbered)

    @cached_property
    def _addresses(self) -> AddressAnswers:
        return AddressAnswers(self._places, self._named)

    @cached_property
    def _councils(self) -> CouncilNames:
        return CouncilNames(self._connection, self._numbered, self._districts)

    def _near(self, key: str) -> list[FoundPlace]:
        short = shortened(key, self._places.counties)
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
        """Places known by two letters: a postcode area may be what people call a town."""
        if not reading.area:
            return ()
        places = self._places.inside(fold(reading.outward))
        return tuple(words.place_meant(one.name, one.councils) for one in places)

    def _council_or_place(self, text: str) -> WhereAnswer | None:
        """A council, county or nation by its name, or a place by its own and nothing else.

        A village of ours that is called like a nation stays a village, and the nation is said.
        """
        key = fold(text)
        bare = without_service(key)
        said = self._councils.said(text, bare)
        if said:
            return said
        if bare != key and not self._places.knows_inside(key):
            return self._council_or_place(bare)
        town = small_council(key) or (bare_title(key) if says_council(key) else "")
        if town:
            return self._known_place(text, town)
        known = self._places.knows_inside(key) or (
            self._addresses.is_place(key) and not self._councils.area(key)
        )
        alone = None if known else self._councils.alone(text, key)
        return alone or self._known_place(text, key)

    def _known_place(self, text: str, whole: str) -> WhereAnswer | None:
        for key in dict.fromkeys((whole, shortened(whole, self._places.counties))):
            if self._addresses.is_place(key):
                answer = self._named(text, key)
                certain = answer and not reads_as_street(key.split(), for_certain=True)
                return answer if certain or answer is None else replace(answer, settled=False)
        return None

    def _named(self, text: str, key: str) -> WhereAnswer | None:
        inside, elsewhere = self._places.inside(key), self._places.elsewhere(key)
        told = {council for place in (*inside, *elsewhere) for council in place.councils}
        around = self._councils.around(text, key, told)
        if around:
            return around
        inside += [one for one in self._councils.inside(key) if told.isdisjoint(one.councils)]
        called = self._councils.namesakes(key)
        elsewhere += [one for one in called if told.isdisjoint(one.councils)]
        if not inside and not elsewhere:
            return None
        answer = place_answer(text, key, inside, elsewhere, self._places.in_britain(key))
        if inside or called:  # whoever names a council means no village that sounds like it
            return answer
        return with_offers(answer, self._places.near_inside(key, typos=1))


def _refused(seen: str, text: str) -> str | None:
    if not seen.strip():
        return words.EMPTY
    if len(seen) > _LONGEST or len(text) > _MOST_READ:
        return words.TOO_LONG
    if not any(sign.isalpha() for sign in seen):
        return words.NO_LETTERS
    return None
