"""Who answers where: a district has no social services, its county has; and the doors of others.

A place has bodies. A council or a trust runs the services of one or more councils, for children or
for adults; a police force and an integrated care board serve there; each from one day to another.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time

from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.places.councils import (
    AnsweringBody,
    Body,
    Council,
    ServingBody,
    WhereAnswer,
)
from desktop_app.domain.services.service import Service
from desktop_app.domain.situation.pathway import ADULTS, CHILDREN, LADO

DOOR_NAMES = {CHILDREN: "children’s services", ADULTS: "adult social care", LADO: "LADO"}
"""What people call the door of each role."""
COUNTY = "county"
POLICE, ICB = "police", "icb"
POLICE_ROLES, BOARD_ROLES = frozenset({"police_101"}), frozenset({"icb_advice"})
NOT_KEPT = "Not kept by your steward."
NOT_KNOWN = "This directory does not say which social services answer there."


@dataclass(frozen=True, slots=True)
class Bodies:
    """Every body, where it answers, and the front doors that are known of councils elsewhere."""

    held: Mapping[str, Sequence[AnsweringBody]] = field(default_factory=dict)
    """By ONS code of the council."""
    doors: Mapping[tuple[str, str], Service] = field(default_factory=dict)
    """By body and role."""
    serving: Mapping[str, Sequence[ServingBody]] = field(default_factory=dict)
    """Forces and boards, by ONS code of the council."""

    def of(self, council: Council, day: date) -> AnsweringBody | None:
        """Who answers in a council's area on a day; None where nobody has written it down."""
        found = next((each for each in self._rows(council) if each.on(day)), None)
        if found is None:
            return None
        on_that_day = (each for each in self.serving.get(found.council, ()) if each.on(day))
        served = {each.part: each.body for each in on_that_day}
        found = found._replace(police=served.get(POLICE), icb=served.get(ICB))
        if found.council == council.code:
            return found
        return found._replace(council=council.code, tier=COUNTY)

    def _rows(self, council: Council) -> Iterable[AnsweringBody]:
        """What is written of a council; of a county, what is written of its districts."""
        held = self.held.get(council.code)
        if held is not None:
            return held
        every = (each for rows in self.held.values() for each in rows)
        return [each for each in every if each.children.id == council.code]

    def door(self, role: str, council: Council, day: date) -> Service | None:
        """The front door for a council elsewhere, if one is known."""
        there = self.of(council, day)
        body = in_role(role, there) if there else None
        return self.doors.get((body.id, role)) if body else None

    def next_turn(self, councils: Iterable[Council], day: date) -> datetime | None:
        """The next midnight (UK) at which another body begins to answer in one of them."""
        days = [
            turn
            for council in councils
            for each in self._rows(council)
            for turn in (each.begins, each.ends)
            if turn and turn > day
        ]
        return datetime.combine(min(days), time(), UK) if days else None

    def sentences(self, councils: Sequence[Council], day: date) -> str:
        """Who answers in these councils elsewhere, in sentences; empty without any of them."""
        outside = [council for council in councils if not council.inside]
        if not outside:
            return self._county_s_sentence(councils, day)
        if len(outside) == len(councils) == 1:
            there = self.of(outside[0], day)
            return _answers(there) if there else NOT_KNOWN
        from desktop_app.domain.places.words import listed  # seldom: several councils elsewhere

        shared = [each for council in outside if (each := self._not_its_own(council, day))]
        by_body: dict[str, list[str]] = {}
        for council, there in shared:
            whom = "" if there.adults == there.children else " for children"
            by_body.setdefault(f"{there.children.name} answers{whom}", []).append(council.name)
        return " ".join(f"{answers} in {listed(names)}." for answers, names in by_body.items())

    def _county_s_sentence(self, councils: Sequence[Council], day: date) -> str:
        """Who answers in a county of the area: whoever names a district may not know it."""
        there = self.of(councils[0], day) if len(councils) == 1 else None
        return _answers(there) if there and there.tier == COUNTY else ""

    def with_bodies(self, answer: WhereAnswer, day: date) -> WhereAnswer:
        """The same answer with who answers in each council it names."""
        counts = tuple(
            count._replace(answering=self.of(count.council, day)) for count in answer.councils
        )
        told = self.sentences([count.council for count in counts], day)
        return replace(answer, councils=counts, answers=told)

    def _not_its_own(self, council: Council, day: date) -> tuple[Council, AnsweringBody] | None:
        """A council whose social services are another's."""
        there = self.of(council, day)
        own = there is None or there.children.id == council.code
        return None if own or there is None else (council, there)


def in_role(role: str, bodies: AnsweringBody) -> Body | None:
    """The body that plays a part in a place: the force for police roles, the board for its own,
    adults' services for adults, else children's. None: no document says which force or board.
    """
    if role in POLICE_ROLES:
        return bodies.police
    if role in BOARD_ROLES:
        return bodies.icb
    return bodies.adults if role == ADULTS else bodies.children


def _answers(there: AnsweringBody) -> str:
    if there.children == there.adults:
        return f"{there.children.name} answers there."
    return f"{there.children.name} answers there for children, {there.adults.name} for adults."
