"""The directory as a list that may be very long: ids by SQL, services a page at a time."""

import json
import sqlite3
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import overload

from desktop_app.domain.browse.catalogue import EVERYONE, Tally, Wanted
from desktop_app.domain.services.calls_owed import NEVER_RUNG
from desktop_app.domain.services.directory import NATIONWIDE
from desktop_app.domain.services.service import Service
from desktop_app.store.directory.opening import translate_errors
from desktop_app.store.directory.reference_rows import roles_never_rung
from desktop_app.store.directory.service_rows import read_services

CONDITIONS = {
    "area": "(national OR EXISTS (SELECT 1 FROM service_area"
    " WHERE service = number AND council = :area))",
    "audience": "EXISTS (SELECT 1 FROM service_audience"
    " WHERE service = number AND audience IN (:audience, :everyone))",
    "topic": "EXISTS (SELECT 1 FROM service_topic WHERE service = number AND topic = :topic)",
}

RUNG = (
    "EXISTS (SELECT 1 FROM line WHERE service = service.number"
    " AND line.kind <> 'fax' AND line.standing <> 'superseded')"
)

# The same rule as calls_owed.owed_calls, counted by the database.
_TALLY = """
WITH never AS (
    SELECT number FROM line WHERE kind IN (SELECT value FROM json_each(:kinds))
       OR service IN (SELECT service FROM service_role
                      WHERE role IN (SELECT value FROM json_each(:roles)))
), owed AS (
    SELECT number, max(verified_on IS NOT NULL) AS checked FROM line
    WHERE standing <> 'superseded' AND number NOT IN (SELECT number FROM never) GROUP BY number
)
SELECT (SELECT count(*) FROM service), (SELECT count(DISTINCT number) FROM line),
       (SELECT count(*) FROM owed), (SELECT coalesce(sum(checked), 0) FROM owed)
"""

BLOCK = 1000
"""Letters of a long list after which the next place is noted."""


class Ids(Sequence[str]):
    """Ids in one text, each between two line ends: as many strings weigh five times as much."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._places, self._numbers = array("I", [0]), array("I", [0])
        place = number = 0
        while -1 < (end := text.find("\n", place + BLOCK)) < len(text) - 1:
            number += text.count("\n", place, end)
            place = end
            self._places.append(place)
            self._numbers.append(number)
        self._length = number + text.count("\n", place) - 1

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...
    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        if isinstance(at, slice):
            return tuple(self[each] for each in range(*at.indices(self._length)))
        at = range(self._length)[at]
        block = bisect_right(self._numbers, at) - 1
        place = self._places[block]
        end = self._text.index("\n", min(place + BLOCK, len(self._text) - 1))
        return self._text[place + 1 : end].split("\n")[at - self._numbers[block]]

    def __iter__(self) -> Iterator[str]:
        return iter(self._text[1:-1].split("\n") if self._length else ())

    def __contains__(self, value: object) -> bool:
        return f"\n{value}\n" in self._text

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        """Where an id stands; ValueError when it does not."""
        place = self._text.find(f"\n{value}\n")
        block = bisect_right(self._places, max(place, 0)) - 1
        number = self._numbers[block] + self._text.count("\n", self._places[block], place)
        if place < 0 or number not in range(self._length)[start:stop]:
            raise ValueError(value)
        return number


class SqliteCatalogue:
    """Lists an open directory file; keeps nothing, so that it may be of any length."""

    def __init__(self, connection: sqlite3.Connection, where: str = "") -> None:
        self._connection = connection
        self._where = where

    def ids(self, wanted: Wanted) -> Ids:
        """The services that fit, in the order of the directory."""
        asked = {"area": wanted.area, "audience": wanted.audience, "topic": wanted.topic}
        conditions = [CONDITIONS[name] for name, value in asked.items() if value is not None]
        if wanted.area == NATIONWIDE:
            conditions[0] = "national"
        if wanted.system is not None:
            conditions.append(f"NOT {RUNG}" if wanted.system else RUNG)
        only = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        # One long text, which costs a third less than a hundred thousand rows.
        query = (
            "SELECT char(10) || ifnull(group_concat(id, char(10)) || char(10), '')"
            f" FROM (SELECT id FROM service{only} ORDER BY number)"
        )
        with translate_errors(self._where):
            found = self._connection.execute(query, asked | {"everyone": EVERYONE}).fetchone()[0]
            return Ids(found)

    def page(self, ids: Sequence[str]) -> tuple[Service, ...]:
        """These services, in this order."""
        query = (
            "SELECT number FROM service WHERE id IN (SELECT value FROM json_each(?))"
            " ORDER BY number"
        )
        with translate_errors(self._where):
            rows = self._connection.execute(query, (json.dumps(list(ids)),)).fetchall()
            read = read_services(self._connection, [number for (number,) in rows])
        found = {service.id: service for service in read.values()}
        return tuple(found[each] for each in ids if each in found)

    def tally(self) -> Tally:
        """Counted by the database."""
        with translate_errors(self._where):
            never = [str(kind) for kind in NEVER_RUNG]
            roles = list(roles_never_rung(self._connection))
            values = {"kinds": json.dumps(never), "roles": json.dumps(roles)}
            return Tally(*self._connection.execute(_TALLY, values).fetchone())
