"""The front doors of bodies elsewhere, found by their number or by the name of a council there.

They are no services of this directory and are told in a sentence: a list in which they stood beside
our own would be read as if all were kept alike.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property

from desktop_app.domain.browse.search_words import fold, without_prefix
from desktop_app.domain.services.bodies import DOOR_NAMES, NOT_KEPT
from desktop_app.store.search.ordinary_words import OrdinaryWords

OF_A_BODY = frozenset({"council", "county", "borough", "city", "district", "childrens", "trust"})
ABOUT_A_DOOR = frozenset(
    {"adult", "adults", "child", "children", "childrens", "council", "duty", "front", "lado"}
    | {"mash", "night", "out", "referral", "safeguarding", "social"}
)
"""What follows a council's name where the council is meant: "reading" alone is a word."""
LEADING = frozenset({"in", "from", "near", "at", "of"})
"""Words before a place."""
FEWEST_PEOPLE = 2_000
"""Of a town whose bare name is one: a hamlet's may be anybody's name."""
BEHIND = {"office_hours": "", "out_of_hours": " (nights)", "helpline": " (day and night)"}
DISPUTED = " (our sources disagree)"
NO_NIGHT = "no night number is known"
Door = tuple[str, str, str, str, str]
"""Body, role, kind, number as read aloud, standing."""


class DoorSearch:
    """Looks doors up in an open directory; keeps nothing of what was typed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._ordinary = OrdinaryWords(connection)

    def of_number(self, digits: str) -> Iterator[str]:
        """Whose door has this number, as typed or with what is keyed before it."""
        tried = {digits, *without_prefix(digits)}
        for door in self._doors:
            if "".join(door[3].split()) in tried:
                name = self._names[door[0]]
                yield f"{_number(door)} is {name}: {DOOR_NAMES.get(door[1], door[1])}. {NOT_KEPT}"

    def of_name(self, said: Sequence[str], phrases: Sequence[tuple[int, int]]) -> Iterator[str]:
        """The doors of the first council elsewhere that is named where a council is meant."""
        doors = self._by_body
        for at, length in phrases:
            behind = said[at + length :][:1]
            if length == len(said) or set(behind) & ABOUT_A_DOOR or said[at - 1 : at] == ("in",):
                bodies = self._bodies(" ".join(said[at : at + length]))
                told = [body for body in bodies if body in doors]
                if told:
                    yield from (self._sentence(body, doors[body]) for body in told)
                    return
        yield from self._of_town(said, phrases, doors)

    def _of_town(
        self, said: Sequence[str], phrases: Sequence[tuple[int, int]], doors: dict[str, list[Door]]
    ) -> Iterator[str]:
        """The doors of a town elsewhere that a sentence begins or ends with, or says "in" before.

        "watford boy hit": the town has no council of its own name, and the desk no list of towns.
        """
        for at, length in phrases:
            if at > 0 and at + length < len(said) and said[at - 1] not in LEADING:
                continue
            told = [each for each in self._town(said[at : at + length]) if each in doors]
            if told:
                yield from (self._sentence(body, doors[body]) for body in told)
                return

    def _town(self, words: Sequence[str]) -> list[str]:
        """The bodies that answer in the largest town of this name; none for a word of its own."""
        key = " ".join(words)
        if len(words) == 1 and self._ordinary.holds_word(key):
            return []
        query = (
            "SELECT a.children, a.adults FROM place_elsewhere p JOIN council c"
            " ON c.number = p.council JOIN answering a ON a.council = c.code AND a.ended = ''"
            " WHERE p.key = ?1 AND p.people >= ?2 AND NOT EXISTS"
            " (SELECT 1 FROM search_place s WHERE s.word = ?3 AND s.folded = ?1)"
            " ORDER BY p.people DESC LIMIT 1"
        )
        asked = (key, FEWEST_PEOPLE, words[0])
        found = self._connection.execute(query, asked).fetchall() if self._held() else []
        return list(dict.fromkeys(body for row in found for body in row))

    def _bodies(self, key: str) -> list[str]:
        """The bodies of this name, and those that answer in the council of this name."""
        query = (
            "SELECT a.children, a.adults FROM answering a JOIN council c ON c.code = a.council"
            " JOIN council_name n ON n.council = c.number"
            " WHERE n.key = ? AND c.slug IS NULL AND a.ended = ''"
        )
        found = self._connection.execute(query, (key,)).fetchall()
        named = self._called.get(key, ())
        return list(dict.fromkeys([*(body for row in found for body in row), *named]))

    def _sentence(self, body: str, doors: Sequence[Door]) -> str:
        parts = []
        for role in dict.fromkeys(door[1] for door in doors):
            own = [door for door in doors if door[1] == role]
            numbers = [_number(door) for door in own]
            if {door[2] for door in own} == {"office_hours"}:
                numbers.append(NO_NIGHT)
            parts.append(f"{DOOR_NAMES.get(role, role)} {', '.join(numbers)}")
        return f"{self._names[body]}: {'; '.join(parts)}. {NOT_KEPT}"

    @cached_property
    def _by_body(self) -> dict[str, list[Door]]:
        found: defaultdict[str, list[Door]] = defaultdict(list)
        for door in self._doors:
            found[door[0]].append(door)
        return dict(found)

    @cached_property
    def _doors(self) -> list[Door]:
        query = (
            "SELECT body, role, kind, display, standing FROM front_door ORDER BY body, role,"
            " position"
        )
        return self._connection.execute(query).fetchall() if self._held() else []

    @cached_property
    def _names(self) -> dict[str, str]:
        return dict(self._connection.execute("SELECT id, name FROM body")) if self._held() else {}

    @cached_property
    def _called(self) -> dict[str, list[str]]:
        """Each way a body is called, folded, with the bodies called so."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for body, name in self._names.items():
            for key in _keys(name):
                found[key].append(body)
        return dict(found)

    def _held(self) -> bool:
        query = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'front_door'"
        return self._connection.execute(query).fetchone() is not None


def _number(door: Door) -> str:
    _, _, kind, number, standing = door
    return number + BEHIND.get(kind, "") + (DISPUTED if standing == "disputed" else "")


def _keys(name: str) -> set[str]:
    """What a body is called: in full, and without the words that say what it is."""
    words = fold(name).split()
    return {" ".join(words), " ".join(word for word in words if word not in OF_A_BODY)}
