"""How the states of many lines go on through years: each week of hours is gone through once.

A line's state and the reason for it are all that a decision takes from its hours. They stand side
by side in one whole number, a few bits for each, so that moments at which every line says the same
are known by equal numbers, and what of a number concerns one answer by a mask.
"""

import heapq
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from desktop_app.domain.hours.bank_holidays import BankHolidays
from desktop_app.domain.hours.status import (
    Basis,
    Hours,
    OpeningStatus,
    Openness,
    Reason,
    hold,
)
from desktop_app.domain.hours.uk_days import instant, placed

BITS = 8
"""Bits for what one line's hours say: there are fewer pairs of state and reason than that holds."""
PAIRS = tuple((state, reason) for state in Openness for reason in Reason)
CODES = {pair: code for code, pair in enumerate(PAIRS)}
BARE = tuple(
    OpeningStatus(
        state=state,
        basis=Basis.PUBLISHED,
        reason=reason,
        until=None,
        then=None,
        day=date.min,
        holiday=None,
        documents=(),
        note="",
    )
    for state, reason in PAIRS
)
"""For each code a reading that says nothing but the state and the reason."""


class Turn(NamedTuple):
    """From this second on, as `uk_days` counts them, the hours say this."""

    at: int
    code: int


@dataclass
class StateTimelines:
    """The timelines of hours between two seconds, as `uk_days` counts them."""

    days: BankHolidays
    begins: int
    ends: int
    _by_value: dict[Hours, list[Turn]] = field(default_factory=dict)
    _by_object: dict[int, tuple[Hours, list[Turn]]] = field(default_factory=dict)

    def of(self, hours: Hours) -> list[Turn]:
        """Every turn of these hours in order, the first at the beginning."""
        held = self._by_object.get(id(hours))
        if held is None:
            turns = self._by_value.get(hours)
            if turns is None:
                turns = self._by_value[hours] = list(self._read(hours))
            held = self._by_object[id(hours)] = hours, turns  # held, or its identity is given away
        return held[1]

    def _read(self, hours: Hours) -> Iterator[Turn]:
        at: int | None = self.begins
        while at is not None and at < self.ends:
            held = hold(hours, placed(instant(at)), self.days)
            yield Turn(at, CODES[held.reading.state, held.reading.reason])
            at = held.until

    def bare(self, hours: Hours, second: int) -> OpeningStatus:
        """State and reason at a second between the two, and nothing else."""
        turns = self.of(hours)
        return BARE[turns[bisect_right(turns, second, key=_at) - 1].code]


def together(timelines: Sequence[Iterable[Turn]]) -> Iterator[Turn]:
    """Each second at which any of these turns, with what all of them say from then on.

    What the timeline at a place says stands from bit `BITS` × its place on.
    """
    said, before = 0, [0] * len(timelines)
    now: int | None = None
    for at, place, code in heapq.merge(*map(_placed, range(len(timelines)), timelines)):
        if now is not None and at != now:
            yield Turn(now, said)
        said ^= (before[place] ^ code) << (BITS * place)
        before[place], now = code, at
    if now is not None:
        yield Turn(now, said)


def mask(places: Iterable[int]) -> int:
    """Which bits of such a number are about the timelines at these places."""
    return sum(((1 << BITS) - 1) << (BITS * place) for place in set(places))


def _placed(place: int, turns: Iterable[Turn]) -> Iterator[tuple[int, int, int]]:
    return ((turn.at, place, turn.code) for turn in turns)


def _at(turn: Turn) -> int:
    return turn.at
