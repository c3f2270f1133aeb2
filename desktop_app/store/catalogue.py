"""The directory as a list that may be very long: ids by SQL, services a page at a time."""

import json
import sqlite3
from collections.abc import Sequence

from desktop_app.domain.catalogue import EVERYONE, NATIONWIDE, Tally, Wanted
from desktop_app.domain.service import Service
from desktop_app.store.opening import told
from desktop_app.store.service_rows import read_services

CONDITIONS = {
    "area": "(national OR EXISTS (SELECT 1 FROM service_area"
    " WHERE service = number AND council = :area))",
    "audience": "EXISTS (SELECT 1 FROM service_audience"
    " WHERE service = number AND audience IN (:audience, :everyone))",
    "topic": "EXISTS (SELECT 1 FROM service_topic WHERE service = number AND topic = :topic)",
}


class SqliteCatalogue:
    """Lists an open directory file; keeps nothing, so that it may be of any length."""

    def __init__(self, connection: sqlite3.Connection, where: str = "") -> None:
        self._connection = connection
        self._where = where

    def ids(self, wanted: Wanted) -> tuple[str, ...]:
        """The services that fit, in the order of the directory."""
        asked = {"area": wanted.area, "audience": wanted.audience, "topic": wanted.topic}
        conditions = [CONDITIONS[name] for name, value in asked.items() if value is not None]
        if wanted.area == NATIONWIDE:
            conditions[0] = "national"
        only = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        # One long text, which costs a third less than a hundred thousand rows.
        query = f"SELECT json_group_array(id) FROM (SELECT id FROM service{only} ORDER BY number)"
        with told(self._where):
            found = self._connection.execute(query, asked | {"everyone": EVERYONE}).fetchone()[0]
            return tuple(json.loads(found))

    def page(self, ids: Sequence[str]) -> tuple[Service, ...]:
        """These services, in this order."""
        query = (
            "SELECT number FROM service WHERE id IN (SELECT value FROM json_each(?))"
            " ORDER BY number"
        )
        with told(self._where):
            rows = self._connection.execute(query, (json.dumps(list(ids)),)).fetchall()
            read = read_services(self._connection, [number for (number,) in rows])
        found = {service.id: service for service in read.values()}
        return tuple(found[each] for each in ids if each in found)

    def tally(self) -> Tally:
        """Counted by the database."""
        query = "SELECT (SELECT count(*) FROM service), count(*), count(verified_on) FROM line"
        with told(self._where):
            return Tally(*self._connection.execute(query).fetchone())
