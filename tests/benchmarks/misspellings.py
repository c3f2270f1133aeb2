"""Misspelt place names, made the same way every time, and how often we suggest the right place."""

import random
import sqlite3
import string
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from desktop_app.domain.places.councils import AnswerKind
from desktop_app.domain.places.place_names import fold
from desktop_app.store.places.lookup import WhereIndex

SEED = 7
TIMES = 5
_SHORTEST = 5
_LONG_ENOUGH_FOR_TWO = 8
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_NEIGHBOURS = {
    letter: row[max(0, at - 1) : at] + row[at + 1 : at + 2]
    for row in _ROWS
    for at, letter in enumerate(row)
}


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A name that was meant, and what was typed instead."""

    meant: str
    typed: str


def misspellings(
    names: Iterable[str], known: Container[str], times: int = TIMES
) -> Iterator[Misspelling]:
    """Each name with one typo, or from eight letters on also with two; never a known name (key)."""
    chance = random.Random(SEED)
    for name in sorted(names):
        key = fold(name)
        if len(key) < _SHORTEST:
            continue
        for turn in range(times):
            typos = 2 if turn % 2 and len(key) >= _LONG_ENOUGH_FOR_TWO else 1
            typed = key
            for _ in range(typos):
                typed = _typo(typed, chance)
            if fold(typed) not in known:
                yield Misspelling(name, typed)


def _typo(word: str, chance: random.Random) -> str:
    at = chance.randrange(len(word))
    letter = word[at]
    kind = chance.choice(("missing", "doubled", "swapped", "beside", "any"))
    if kind == "missing":
        return word[:at] + word[at + 1 :]
    if kind == "doubled":
        return word[:at] + letter + word[at:]
    if kind == "swapped" and at + 1 < len(word):
        return word[:at] + word[at + 1] + letter + word[at + 2 :]
    others = _NEIGHBOURS.get(letter, string.ascii_lowercase) if kind == "beside" else None
    return word[:at] + chance.choice(others or string.ascii_lowercase) + word[at + 1 :]


def our_names(connection: sqlite3.Connection) -> tuple[list[str], set[str]]:
    """The names of all our places, and every key under which one is known."""
    names = [name for (name,) in connection.execute("SELECT DISTINCT name FROM place")]
    keys = {key for (key,) in connection.execute("SELECT DISTINCT key FROM place_name")}
    return names, keys


def first_right(index: WhereIndex, wrong: Misspelling) -> bool:
    """Whether the place that was meant is the first that is offered (never a silent pick)."""
    answer = index.answer(wrong.typed)
    offered = [other.typed for other in answer.alternatives if other.typed]
    picked = answer.settled and answer.kind is AnswerKind.PLACE
    return not picked and bool(offered) and fold(offered[0]) == fold(wrong.meant)
