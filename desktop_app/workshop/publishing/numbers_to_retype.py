"""Every number that a release brings: its checker types each, from the document or a call."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from desktop_app.domain.compare.change_kinds import ABOUT_NUMBERS, ChangeKind
from desktop_app.domain.compare.changes import Change
from desktop_app.workshop.lines import digits_of

WRITTEN = re.compile(r"(?<![\w+])(?:\+44|0)(?:[ ().-]{0,2}\d){8,11}(?!\d)")
"""A number as people write it in a sentence."""
FOLLOWS = frozenset(
    {
        ChangeKind.SEARCH_CHANGED,
        ChangeKind.INNER_CHANGED,
        ChangeKind.RELEASE_CHANGED,
        ChangeKind.FIRST_CALL,
        ChangeKind.LATER_CALL,
        ChangeKind.CHECK_CHANGED,
        ChangeKind.NUMBER_GONE,
        ChangeKind.NUMBER_REPLACED,
    }
)
"""Changes that follow from others, or bring no number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberToRetype:
    """One number, and every place where it is new; what stood there before."""

    digits: str
    places: tuple[str, ...]
    before: str = ""

    def fits(self, typed: str) -> bool:
        """Whether what was typed is this number, digit by digit."""
        return digits_of(typed) == self.digits


def numbers_to_retype(changes: Iterable[Change]) -> tuple[NumberToRetype, ...]:
    """Each number once, in the order of the changes."""
    places: dict[str, list[str]] = {}
    before: dict[str, str] = {}
    for change in changes:
        if change.kind in FOLLOWS or _is_of_before(change):
            continue
        known = set(_numbers(change, change.before))
        for digits in _numbers(change, change.after):
            if digits not in known:
                places.setdefault(digits, []).append(_where(change))
                before.setdefault(digits, change.before if change.kind in ABOUT_NUMBERS else "")
    return tuple(
        NumberToRetype(digits=digits, places=tuple(dict.fromkeys(found)), before=before[digits])
        for digits, found in places.items()
    )


def _numbers(change: Change, text: str) -> list[str]:
    """The digits of each number in a text; a short number counts where it is the number itself."""
    found = [digits_of(each) for each in WRITTEN.findall(text)]
    whole = digits_of(text)
    return found or ([whole] if whole and change.kind in ABOUT_NUMBERS else [])


def _is_of_before(change: Change) -> bool:
    """Whether a document is only marked as the one that gave the number before."""
    before, after = (text.strip("“”") for text in (change.before, change.after))
    number, parted, rest = after.partition(": ")
    return bool(parted) and rest == before and bool(WRITTEN.fullmatch(number))


def _where(change: Change) -> str:
    named = f"{change.service} ({change.line})" if change.line else change.service
    return f"{named}: {change.fact}" if change.fact else named
