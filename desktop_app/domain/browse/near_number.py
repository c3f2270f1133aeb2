"""A number that nobody has, but that differs from one of the directory by a typo."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.domain.places.spelling import edits

SHORTEST = 3
LOCAL = (4, 5)
"""Digits of an area code, which are left out where a number is given for the place itself."""
SHORTEST_LOCAL = 6
ONLY_CHANGED = 6
"""Digits of the shortest number in which one may be missing or too many, not only wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NearNumber:
    """A number that may have been meant, whose it is, and whether one may ring it."""

    number: str
    owner: str
    usable: bool
    swapped: bool = False
    """Whether it has the same digits in another order: that typo is the likelier one."""


def differs_by_a_typo(typed: str, held: str) -> bool:
    """Whether one digit is wrong, missing or too many, or two neighbours are exchanged.

    A number given without its area code is compared with the rest of the other.
    """
    local = (held[code:] for code in LOCAL if held.startswith("0"))
    alike = [rest for rest in local if SHORTEST_LOCAL <= len(rest) == len(typed)]
    return any(_one_typo(typed, each) for each in (held, *alike))


def lengths_near(typed: str) -> list[int]:
    """How many digits the numbers have that may differ from it by a typo.

    What begins with 0 has its area code: no number of a place begins so.
    """
    length = len(typed)
    local = [] if typed.startswith("0") else [length + code for code in LOCAL]
    return [length - 1, length, length + 1, *local]


def did_you_mean(near: Sequence[NearNumber]) -> str:
    """The question to ask, as a sentence; empty where nothing is near enough."""
    if not near:
        return ""
    usable = [each for each in near if each.usable]
    if not usable:
        first = near[0]
        return (
            "No service has this number. It is one digit from "
            f"{first.number} ({first.owner}), which must not be used any more."
        )
    named = " or ".join(f"{each.number} ({each.owner})" for each in usable)
    return f"No service has this number. Did you mean {named}? Compare the digits before you ring."


def one_each(near: Iterable[NearNumber]) -> list[NearNumber]:
    """Each number once, with its first owner; "and others" where it has several."""
    held: dict[str, list[NearNumber]] = {}
    for each in near:
        held.setdefault(each.number, []).append(each)
    return [_together(number, owners) for number, owners in held.items()]


def _together(number: str, owners: Sequence[NearNumber]) -> NearNumber:
    names = list(dict.fromkeys(each.owner for each in owners))
    owner = f"{names[0]} and others" if len(names) > 1 else names[0]
    usable = any(each.usable for each in owners)
    return NearNumber(number=number, owner=owner, usable=usable, swapped=owners[0].swapped)


def _one_typo(typed: str, held: str) -> bool:
    if min(len(typed), len(held)) < ONLY_CHANGED and len(typed) != len(held):
        return False
    return len(typed) >= SHORTEST and typed != held and edits(typed, held) == 1
