"""What the one box of the home page lists for words: asked of the directory, kept by nobody."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop_app.domain.browse.catalogue import Moment
from desktop_app.domain.browse.one_box import place_named, readings
from desktop_app.domain.browse.open_order import OpenOrder, named_in_full
from desktop_app.domain.browse.service_row import service_row
from desktop_app.domain.services.errors import DirectoryError
from desktop_app.ui.call.box_page import BoxFound

if TYPE_CHECKING:
    from datetime import datetime

    from desktop_app.domain.browse.one_box import LookUp
    from desktop_app.domain.browse.service_row import ServiceRow
    from desktop_app.domain.places.councils import Council
    from desktop_app.domain.services.directory import Directory

MOST = 5
"""Services that are listed; the directory has the others."""
Now = Callable[[], "tuple[datetime, bool]"]


class BoxFinder:
    """Asks the directory in use, at this moment, for the practice's own council."""

    def __init__(
        self,
        read: Callable[[], Directory],
        look_up: LookUp,
        now: Now,
        home: Callable[[], Council | None],
    ) -> None:
        self._read, self._look_up, self._now, self._home = read, look_up, now, home

    def found(self, text: str) -> BoxFound:
        """Answers, services and sentences for these words; nothing where there is no directory."""
        try:
            return self._found(self._read(), text)
        except DirectoryError:
            return BoxFound()

    def _found(self, directory: Directory, text: str) -> BoxFound:
        meant = directory.meant(text)
        where = place_named(text, self._look_up) if meant else None
        at, doubted = self._now()
        moment = Moment(at, directory.bank_holidays(), doubted)
        home = self._home()
        hits = directory.search(text, home=home.code if home else None, limit=4 * MOST)
        shown = [hit for hit in hits if hit.rung or named_in_full(hit)] or list(hits)
        order = OpenOrder(lambda ids: [directory.service(each) for each in ids], moment)
        councils = directory.councils()
        rows = (
            service_row(directory.service(hit.service_id), moment, councils)
            for hit in order.ordered(shown)[:MOST]
        )
        return BoxFound(
            answers=readings(meant, where),
            services=tuple((row.service_id, line_of(row)) for row in rows),
            advice=directory.search_advice(text),
        )


def line_of(row: ServiceRow) -> str:
    """A service on one line: its name, its number, whether that answers now."""
    parts = (row.name, row.number, row.short_state if row.number else "No number published")
    return " · ".join(part for part in parts if part)
