"""Names of councils, counties and nations in the compiled directory."""

import sqlite3
from collections.abc import Mapping
from functools import cached_property

from desktop_app.domain.places.council_titles import bare_title, says_council, small_council
from desktop_app.domain.places.council_words import (
    Region,
    area_answer,
    council_answer,
    county_council,
)
from desktop_app.domain.places.councils import Council, WhereAnswer
from desktop_app.domain.places.place_answer import FoundPlace
from desktop_app.store.places.place_index import has_table

_COUNCIL = "SELECT council FROM council_name WHERE key = ? ORDER BY council"
_BEGINNING = "SELECT DISTINCT council FROM council_name WHERE key >= ? AND key < ? LIMIT 2"
_AREA = "SELECT name, code, council FROM area_elsewhere WHERE key = ? ORDER BY position"
_LARGE = 1_000_000
"""People that an area stands for beside a village of its name: enough that nobody overlooks it."""


class CouncilNames:
    """Looks up who is called so; keys are folded names.

    `districts`: the names of a county's districts, by the numbers under which `councils` holds it.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        councils: Mapping[int, Council],
        districts: Mapping[int, str],
    ) -> None:
        self._connection = connection
        self._councils = councils
        self._districts = districts

    def said(self, text: str, key: str) -> WhereAnswer | None:
        """The answer where the name says that a council is meant: "Dacorum Borough Council"."""
        if not self._known or not says_council(key) or small_council(key):
            return None
        bare = bare_title(key)
        area, of_county = self.area(bare), "county" in key.split()
        if area and of_county and (one := county_council(area)):
            return area_answer(text, one)
        if area and ((area.councils and of_county) or not self._called(bare)):
            return area_answer(text, area)
        found = self._called(bare) or self._beginning(bare)
        return self._told(text, found)

    def alone(self, text: str, key: str) -> WhereAnswer | None:
        """The answer for a council's, county's or nation's name without the word "council"."""
        if not self._known:
            return None
        area = self.area(key)
        if area:
            return area_answer(text, area)
        found = self._called(key) or self._called(bare_title(key))
        return self._told(text, found)

    def area(self, key: str) -> Region | None:
        """The county, nation or region of this name, outside the area's councils."""
        if not self._known:
            return None
        rows = self._connection.execute(_AREA, (key,)).fetchall()
        if not rows:
            return None
        codes = self._connection.execute("SELECT code, number FROM council")
        known = {code: self._councils[number] for code, number in codes}
        councils = (known.get(code, Council(code, name)) for _, code, name in rows if code)
        return Region(rows[0][0], tuple(dict.fromkeys(councils)))

    def around(self, text: str, key: str, told: set[Council]) -> WhereAnswer | None:
        """The answer for a county or region of a place's name that holds more councils than it.

        London is a place in one council of thirty-three: whoever says the name may mean any.
        """
        area = self.area(key)
        within = area is not None and told < set(area.councils)
        ours = area is not None and any(one.inside for one in area.councils)
        return area_answer(text, area) if area and within and ours else None

    def namesakes(self, key: str) -> list[FoundPlace]:
        """Councils and areas of a place's name, so that none of them is forgotten beside it."""
        if not self._known:
            return []
        area = self.area(key)
        found = [FoundPlace(area.name, area.councils, _LARGE)] if area and area.councils else []
        called = (self._councils[number] for number in self._called(key))
        outside = (council for council in called if not council.inside)
        return found + [FoundPlace(council.name, (council,), _LARGE) for council in outside]

    def inside(self, key: str) -> list[FoundPlace]:
        """Councils of the directory of a place's name: a village may be called as a borough is."""
        called = (self._councils[number] for number in self._called(key)) if self._known else ()
        return [
            FoundPlace(council.name, (council,), _LARGE) for council in called if council.inside
        ]

    def _told(self, text: str, found: list[int]) -> WhereAnswer | None:
        """The answer where exactly one council is called so."""
        if len(found) != 1:
            return None
        return council_answer(text, self._councils[found[0]], self._districts.get(found[0], ""))

    def _called(self, key: str) -> list[int]:
        return [number for (number,) in self._connection.execute(_COUNCIL, (key,))]

    def _beginning(self, key: str) -> list[int]:
        """The one council whose name begins so: "telford council"."""
        rows = self._connection.execute(_BEGINNING, (f"{key} ", f"{key}!")).fetchall()
        return [number for (number,) in rows] if len(rows) == 1 else []

    @cached_property
    def _known(self) -> bool:
        return has_table(self._connection, "council_name")
