"""What two people made of the same YAML file, entry by entry: what goes together, and what clashes.

An entry of a list is known by its id, so entries that come or go beside it disturb nobody. Lists of
plain words take what either side added and lose what either side took away.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from desktop_app.authoring.read.sources import Place
from desktop_app.workshop.places import BY_ID, NEW
from desktop_app.workshop.yaml_edit import GONE, Edit

CHECK = "verified"
"""Never asked about: which check holds follows from the number and hours that hold."""
WHOLE = frozenset({"hours", CHECK})
"""Facts that hold together: a week of one person with a bank holiday of another was never said."""
UNDATED = date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One place at which both wrote another value; GONE where one of them took it away."""

    file: str
    place: Place
    mine: Any
    theirs: Any

    @property
    def key(self) -> tuple[str, Place]:
        """What a choice is made for."""
        return self.file, self.place

    @property
    def as_mine(self) -> Edit:
        """The edit that puts my value in the place of theirs."""
        last = self.place[-1]
        if self.theirs is GONE and isinstance(last, str) and last.startswith(BY_ID):
            return Edit(file=self.file, place=(*self.place[:-1], NEW), value=self.mine)
        return Edit(file=self.file, place=self.place, value=self.mine)


@dataclass(slots=True, kw_only=True)
class ThreeWays:
    """My changes as edits of their file, and where both changed the same."""

    file: str
    edits: list[Edit] = field(default_factory=list)
    clashes: list[Clash] = field(default_factory=list)

    def compare(self, place: Place, base: Any, mine: Any, theirs: Any) -> None:
        """Bring what I changed since `base` to what they have, from this place on."""
        if _same(mine, theirs) or _same(mine, base):
            return
        if place and place[-1] in WHOLE:
            self._whole(place, base, mine, theirs)
        elif isinstance(mine, dict) and isinstance(theirs, dict):
            self._mapping(place, base if isinstance(base, dict) else {}, mine, theirs)
        elif _are_entries(base, mine, theirs):
            self._entries(place, [] if base is GONE else base, mine, theirs)
        elif _same(theirs, base):
            self._take(place, mine)
        elif all(isinstance(each, list) for each in (base, mine, theirs)):
            self._words(place, base, mine, theirs)
        else:
            self._clash(place, mine, theirs)

    def _whole(self, place: Place, base: Any, mine: Any, theirs: Any) -> None:
        if _same(theirs, base):
            self._take(place, mine)
        elif place[-1] == CHECK:
            self._take(place, max(mine, theirs, key=day_of))
        else:
            self._clash(place, mine, theirs)

    def _mapping(
        self, place: Place, base: dict[str, Any], mine: dict[str, Any], theirs: dict[str, Any]
    ) -> None:
        for key in dict.fromkeys((*theirs, *mine)):
            values = (found.get(key, GONE) for found in (base, mine, theirs))
            self.compare((*place, key), *values)

    def _entries(self, place: Place, base: list[Any], mine: list[Any], theirs: list[Any]) -> None:
        was, ours, now = ({entry["id"]: entry for entry in side} for side in (base, mine, theirs))
        standing = list(now)
        for position, entry in enumerate(mine):
            key = entry["id"]
            if key in was or key in now:
                continue
            before = [each["id"] for each in mine[:position] if each["id"] in standing]
            at = standing.index(before[-1]) + 1 if before else 0
            standing.insert(at, key)
            self.edits.append(Edit(file=self.file, place=(*place, f"{NEW}{at}"), value=entry))
        for key in dict.fromkeys((*was, *now)):
            values = (side.get(key, GONE) for side in (was, ours, now))
            self.compare((*place, BY_ID + key), *values)

    def _words(self, place: Place, base: list[Any], mine: list[Any], theirs: list[Any]) -> None:
        """Both added and took away: together, unless both put something else for the same word."""
        was, ours, now = ({_text(each): each for each in side} for side in (base, mine, theirs))
        both_lost = was.keys() - ours.keys() - now.keys()
        both_new = ours.keys() - was.keys() and now.keys() - was.keys()
        twice = any(len(a) != len(b) for a, b in ((was, base), (ours, mine), (now, theirs)))
        moved = [k for k in ours if k in was] != [k for k in was if k in ours]
        if twice or moved or (both_lost and both_new):
            self._clash(place, mine, theirs)
            return
        kept = [each for key, each in now.items() if key in ours or key not in was]
        self._take(place, [*kept, *(ours[k] for k in ours if k not in was and k not in now)])

    def _take(self, place: Place, value: Any) -> None:
        self.edits.append(Edit(file=self.file, place=place, value=value))

    def _clash(self, place: Place, mine: Any, theirs: Any) -> None:
        self.clashes.append(Clash(file=self.file, place=place, mine=mine, theirs=theirs))


def _are_entries(base: Any, mine: Any, theirs: Any) -> bool:
    """Whether all three are lists of entries with ids of their own, in an order nobody changed."""
    if not all(_has_ids(each) for each in (mine, theirs)):
        return False
    if base is GONE:
        return True
    return _has_ids(base) and _order_kept(base, mine)


def _has_ids(value: Any) -> bool:
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        return False
    ids = [each.get("id") for each in value]
    return all(isinstance(each, str) for each in ids) and len(set(ids)) == len(ids)


def _order_kept(base: Sequence[dict[str, Any]], mine: Sequence[dict[str, Any]]) -> bool:
    was, now = [each["id"] for each in base], [each["id"] for each in mine]
    return [key for key in was if key in now] == [key for key in now if key in was]


def _same(one: Any, other: Any) -> bool:
    """Equal, and of the same kind: true is not 1, and an order of words is part of them."""
    return one is other or (GONE not in (one, other) and _text(one) == _text(other))


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, default=lambda day: {"$date": str(day)})


def day_of(check: Any) -> tuple[date, bool]:
    """When a number was checked, and whether its hours were heard; never is before every day."""
    if not isinstance(check, dict) or not isinstance(check.get("on"), date):
        return UNDATED, False
    return check["on"], check.get("hours") is not False
