"""Postcodes in the compiled directory: which are known, and in which councils they lie."""

import sqlite3
from collections import Counter
from collections.abc import Mapping
from types import MappingProxyType

from desktop_app.domain.places.councils import Council, CouncilCount
from desktop_app.domain.places.postcode import Postcode, PostcodePart, first_letter_span
from desktop_app.domain.places.postcode_sector import NO_COUNCIL, Sector

NO_DISTRICTS: Mapping[int, str] = MappingProxyType({})
_SECTOR = "SELECT council, present, runs FROM postcode_sector WHERE outward = ? AND digit = ?"
_DISTRICT = "SELECT council, present, runs FROM postcode_sector WHERE outward = ?"
_AREA = "SELECT council, present, runs FROM postcode_sector WHERE outward >= ? AND outward < ?"
_ODD = "SELECT council FROM postcode_odd WHERE postcode = ?"


class PostcodeIndex:
    """Looks postcodes up in an open directory, given its councils by their numbers."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        councils: Mapping[int, Council],
        districts: Mapping[int, str] = NO_DISTRICTS,
    ) -> None:
        """`districts` names those that are answered as their county, by their own numbers."""
        self._connection = connection
        self._councils = councils
        self._districts = districts

    def number(self, postcode: Postcode, sector: Sector | None = None) -> int | None:
        """The council number; 0: known, no council recorded; None: not a known postcode.

        Whoever has its sector already hands it in.
        """
        unit = postcode.unit_number
        if unit is None:
            odd = f"{postcode.outward}{postcode.digit}{postcode.unit}"
            row = self._connection.execute(_ODD, (odd,)).fetchone()
            return int(row[0]) if row else None
        sector = sector or self.sector(postcode)
        return sector.council_of(unit) if sector else None

    def neighbours(self, sector: Sector | None, council: Council) -> tuple[Council, ...]:
        """The other councils with postcodes in a sector, the most first; mostly none."""
        if sector is None or sector.runs is None:
            return ()
        known = sector.counts()
        order = sorted((-known[number], number) for number in known if number != NO_COUNCIL)
        found = dict.fromkeys(self._councils[number] for _, number in order)
        return tuple(one for one in found if one != council)

    def sector(self, postcode: Postcode) -> Sector | None:
        """The sector of a postcode, packed; None where it is not known."""
        asked = (postcode.outward, postcode.digit)
        row = self._connection.execute(_SECTOR, asked).fetchone()
        return Sector(*row) if row else None

    def council(self, number: int) -> Council | None:
        """The council a number stands for; None where none is recorded."""
        return self._councils.get(number)

    def name(self, number: int) -> str:
        """What lies there is called: the district's own name where its county answers."""
        return self._districts.get(number) or self._councils[number].name

    def counts(self, part: PostcodePart) -> tuple[CouncilCount, ...]:
        """The councils of all known postcodes that begin so, the most postcodes first."""
        total = self._total(part)
        del total[NO_COUNCIL]
        by_council: Counter[Council] = Counter()
        for number, known in total.items():
            by_council[self._councils[number]] += known
        named = [CouncilCount(council, known) for council, known in by_council.items()]
        return tuple(sorted(named, key=lambda count: (-(count.postcodes or 0), count.council.name)))

    def unrecorded(self, part: PostcodePart) -> int:
        """How many known postcodes that begin so have no council recorded."""
        return self._total(part)[NO_COUNCIL]

    def any_known(self, part: PostcodePart) -> bool:
        """Whether any postcode begins so, with a council or without."""
        return bool(self._total(part))

    def _total(self, part: PostcodePart) -> Counter[int]:
        total: Counter[int] = Counter()
        for row in self._rows(part):
            sector = Sector(*row)
            if part.letter:
                total += sector.counts_within(first_letter_span(part.letter))
            else:
                total += sector.counts()
        return total

    def _rows(self, part: PostcodePart) -> list[tuple[int | None, bytes, bytes | None]]:
        if part.area:  # ":" follows "9": only districts of just these letters
            between = (f"{part.outward}0", f"{part.outward}:")
            return self._connection.execute(_AREA, between).fetchall()
        if part.digit:
            return self._connection.execute(_SECTOR, (part.outward, part.digit)).fetchall()
        return self._connection.execute(_DISTRICT, (part.outward,)).fetchall()
