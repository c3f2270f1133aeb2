"""The directory as a list of up to 20,000: ids by SQL, services a page at a time."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

from desktop_app.domain.browse.tally import Tally
from desktop_app.domain.services.calls_owed import NEVER_RUNG
from desktop_app.domain.services.directory import NATIONWIDE
from desktop_app.store.directory.opening import translate_errors
from desktop_app.store.directory.reference_rows import roles_never_rung

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.browse.catalogue import ListFilter
    from desktop_app.domain.services.service import Service

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


KEPT = 128
"""Services kept after they were read: the next letter typed mostly lists the same ones."""


class SqliteCatalogue:
    """Lists an open directory file; keeps the services read last."""

    def __init__(self, connection: sqlite3.Connection, where: str = "") -> None:
        self._connection = connection
        self._where = where
        self._kept: dict[str, Service] = {}

    def ids(self, wanted: ListFilter) -> tuple[str, ...]:
        """The services that fit, in the order of the directory."""
        from desktop_app.domain.browse.catalogue import EVERYONE  # with the first list

        asked = {"area": wanted.area, "audience": wanted.audience, "topic": wanted.topic}
        conditions = [CONDITIONS[name] for name, value in asked.items() if value is not None]
        if wanted.area == NATIONWIDE:
            conditions[0] = "national"
        if wanted.system is not None:
            conditions.append(f"NOT {RUNG}" if wanted.system else RUNG)
        only = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        query = f"SELECT id FROM service{only} ORDER BY number"
        with translate_errors(self._where):
            rows = self._connection.execute(query, asked | {"everyone": EVERYONE})
            return tuple(each for (each,) in rows)

    def page(self, ids: Sequence[str]) -> tuple[Service, ...]:
        """These services, in this order."""
        new = [each for each in ids if each not in self._kept]
        if new:
            if len(self._kept) + len(new) > KEPT:
                self._kept, new = {}, list(ids)
            self._kept.update(self._read(new))
        return tuple(self._kept[each] for each in ids if each in self._kept)

    def _read(self, ids: Sequence[str]) -> dict[str, Service]:
        from desktop_app.store.directory.service_rows import read_services

        query = (
            "SELECT number FROM service WHERE id IN (SELECT value FROM json_each(?))"
            " ORDER BY number"
        )
        with translate_errors(self._where):
            rows = self._connection.execute(query, (json.dumps(list(ids)),)).fetchall()
            read = read_services(self._connection, [number for (number,) in rows])
        return {service.id: service for service in read.values()}

    def tally(self) -> Tally:
        """Counted by the database."""
        with translate_errors(self._where):
            never = [str(kind) for kind in NEVER_RUNG]
            roles = list(roles_never_rung(self._connection))
            values = {"kinds": json.dumps(never), "roles": json.dumps(roles)}
            return Tally(*self._connection.execute(_TALLY, values).fetchone())
