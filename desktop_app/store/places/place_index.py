"""Places in the compiled directory: by name, by namesakes, and by what was nearly typed."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from desktop_app.domain.places.councils import Council
from desktop_app.domain.places.place_answer import FoundPlace
from desktop_app.domain.places.place_names import letters_mask, may_be_near
from desktop_app.domain.places.spelling import edits

_INSIDE = "SELECT DISTINCT place FROM place_name WHERE key = ? ORDER BY place"
_PLACE = "SELECT name, council, people, note FROM place WHERE id = ?"
_ALSO = "SELECT council FROM place_also WHERE place = ? ORDER BY council"
_ELSEWHERE = (
    "SELECT name, council, people FROM place_elsewhere WHERE key = ? ORDER BY people DESC, council"
)
_ALL_INSIDE = (
    "SELECT key, place, people, 0 FROM place_name JOIN place ON place.id = place"
    " UNION ALL SELECT key, place, people, 1 FROM place_misheard JOIN place ON place.id = place"
)
_ELSEWHERE_STARTING = (
    "SELECT key FROM place_elsewhere WHERE key >= ? AND key < ?"
    " GROUP BY key ORDER BY max(people) DESC, key LIMIT ?"
)
_ELSEWHERE_OF_LENGTH = (
    "SELECT key, max(people) FROM place_elsewhere WHERE length(key) = ? GROUP BY key"
)
_POST_TOWN = "SELECT council FROM post_town WHERE key = ?"
_SHORTEST_START = 3
_MOST_OFFERED = 5
_FAR = 99


class _Name(NamedTuple):
    key: str
    mask: int
    place: int
    people: int
    misheard: bool


class PlaceIndex:
    """Looks names up in an open directory; keys are folded names.

    The lists for misspellings are read at the first misspelling, never before.
    """

    def __init__(self, connection: sqlite3.Connection, councils: Mapping[int, Council]) -> None:
        self._connection = connection
        self._councils = councils
        self._by_length: dict[int, tuple[_Name, ...]] = {}

    @cached_property
    def counties(self) -> frozenset[str]:
        """Words for counties that may end an address in the area or beside it."""
        rows = self._connection.execute("SELECT word FROM county_word")
        return frozenset(word for (word,) in rows)

    def inside(self, key: str) -> list[FoundPlace]:
        """Places of this name in the area's councils."""
        rows = self._connection.execute(_INSIDE, (key,)).fetchall()
        return [self._place(place) for (place,) in rows]

    def elsewhere(self, key: str) -> list[FoundPlace]:
        """Places of this name in the rest of the country, the largest first."""
        rows = self._connection.execute(_ELSEWHERE, (key,))
        return [FoundPlace(name, (self._councils[at],), people) for name, at, people in rows]

    def knows_inside(self, key: str) -> bool:
        """Whether a place of the area's councils carries the name."""
        return self._any("SELECT 1 FROM place_name WHERE key = ? LIMIT 1", key)

    def knows_elsewhere(self, key: str) -> bool:
        """Whether a place in the rest of the country carries the name."""
        return self._any("SELECT 1 FROM place_elsewhere WHERE key = ? LIMIT 1", key)

    def share_post_town(self, town: str, councils: Iterable[Council]) -> bool:
        """Whether addresses in one of the councils may end with this post town's name."""
        return not set(self.post_town(town)).isdisjoint(councils)

    def post_town(self, town: str) -> tuple[Council, ...]:
        """The councils in which addresses may end with this town's name; none if no post town."""
        if not self._has_post_towns:
            return ()
        rows = self._connection.execute(_POST_TOWN, (town,)).fetchall()
        return tuple(self._councils[council] for (council,) in rows)

    def _any(self, query: str, key: str) -> bool:
        return self._connection.execute(query, (key,)).fetchone() is not None

    def in_britain(self, key: str) -> int:
        """How many places in Great Britain carry the name, where more than one does; else 0."""
        row = self._connection.execute(
            "SELECT places FROM namesake WHERE key = ?", (key,)
        ).fetchone()
        return int(row[0]) if row else 0

    def near(self, key: str) -> list[FoundPlace]:
        """Up to five places whose names begin so or differ by a typo or two, likeliest first.

        Places elsewhere come in only where none of ours is near, and with one typo at most.
        """
        ours = self.near_inside(key)
        if ours or len(key) < _SHORTEST_START:
            return ours
        starting = self._connection.execute(_ELSEWHERE_STARTING, (key, f"{key}~", _MOST_OFFERED))
        keys = [near for (near,) in starting] + self._one_typo_elsewhere(key)
        found = [place for near in dict.fromkeys(keys) for place in self.elsewhere(near)]
        return found[:_MOST_OFFERED]

    def near_inside(
        self, key: str, typos: int | None = None, *, begun: bool = True, ending: str = ""
    ) -> list[FoundPlace]:
        """The same among the area's councils alone, with at most so many typos.

        Without `begun`, names that only begin so are left out; with `ending`, all but those that
        end with just this word.
        """
        if len(key) < _SHORTEST_START:
            return []
        allowed = _typos(key) if typos is None else typos
        ranked = _ranked(key, self._inside_names, allowed, begun=begun)
        places = dict.fromkeys(name.place for name in ranked if name.key.endswith(ending))
        return [self._place(place) for place in list(places)[:_MOST_OFFERED]]

    def _place(self, number: int) -> FoundPlace:
        name, council, people, note = self._connection.execute(_PLACE, (number,)).fetchone()
        also = [self._councils[other] for (other,) in self._connection.execute(_ALSO, (number,))]
        return FoundPlace(name, (self._councils[council], *also), people, note)

    @cached_property
    def _has_post_towns(self) -> bool:
        """Whether the file has the table: it came after the first files of this schema."""
        return has_table(self._connection, "post_town")

    @cached_property
    def _inside_names(self) -> tuple[_Name, ...]:
        rows = self._connection.execute(_ALL_INSIDE)
        return tuple(_Name(key, letters_mask(key), *rest) for key, *rest in rows)

    def _one_typo_elsewhere(self, key: str) -> list[str]:
        mask, length = letters_mask(key), len(key)
        near = [
            (-name.people, name.key)
            for of_length in (length - 1, length, length + 1)
            for name in self._elsewhere_of_length(of_length)
            if may_be_near(mask, name.mask, 1) and edits(key, name.key) <= 1
        ]
        return [found for _, found in sorted(near)] if _typos(key) else []

    def _elsewhere_of_length(self, length: int) -> tuple[_Name, ...]:
        if length not in self._by_length:
            rows = self._connection.execute(_ELSEWHERE_OF_LENGTH, (length,))
            names = (_Name(key, letters_mask(key), 0, people, False) for key, people in rows)
            self._by_length[length] = tuple(names)
        return self._by_length[length]


def has_table(connection: sqlite3.Connection, name: str) -> bool:
    """Whether the directory has a table of this name; older files lack the newest ones."""
    query = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"
    return connection.execute(query, (name,)).fetchone() is not None


def _typos(key: str) -> int:
    """How many typos are forgiven: none in three letters, one up to five, then two."""
    return min(2, max(0, len(key) - _SHORTEST_START + 1) // 2)


def _ranked(key: str, names: Iterable[_Name], typos: int, *, begun: bool) -> list[_Name]:
    return [name for _, name in sorted(_costed(key, names, typos, begun=begun))]


def _costed(
    key: str, names: Iterable[_Name], typos: int, *, begun: bool
) -> Iterator[tuple[object, _Name]]:
    mask, length = letters_mask(key), len(key)
    for name in names:
        cost = _FAR
        close = abs(len(name.key) - length) <= typos and may_be_near(mask, name.mask, typos)
        if close:
            cost = edits(key, name.key)
        if begun and cost > typos:
            cost = _start_cost(key, name.key)
        elif cost > typos:
            continue
        if cost <= max(typos, 2):
            yield (cost, name.key[0] != key[0], -name.people, name.key, name.misheard), name


def _start_cost(key: str, name: str) -> int:
    if name.startswith(key):
        return 1
    return 2 if f" {key}" in name else _FAR
