"""What is different in a new directory, in words: numbers first, because a wrong one costs most.

Two directory files are compared in one place, `updates/differences.py`; the window, the terminal
and whoever signs a release read its result in these words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class ChangeKind(StrEnum):
    """What happened to a service or a number, the gravest first."""

    NUMBER_CHANGED = "number changed"
    NUMBER_REPLACED = "number no longer to be used"
    NUMBER_GONE = "number removed"
    NUMBER_NEW = "number added"
    NUMBER_DOUBTED = "number disputed"
    NUMBER_SETTLED = "number no longer disputed"
    HOURS_CHANGED = "hours changed"
    SERVICE_GONE = "service removed"
    SERVICE_NEW = "service added"
    SERVICE_RENAMED = "service renamed"


HEADINGS = {
    ChangeKind.NUMBER_CHANGED: "Numbers that changed",
    ChangeKind.NUMBER_REPLACED: "Do not ring these any more",
    ChangeKind.NUMBER_GONE: "Numbers removed",
    ChangeKind.NUMBER_NEW: "New numbers",
    ChangeKind.NUMBER_DOUBTED: "Numbers sources now disagree about",
    ChangeKind.NUMBER_SETTLED: "Numbers sources agree about again",
    ChangeKind.HOURS_CHANGED: "Hours that changed",
    ChangeKind.SERVICE_GONE: "Services removed",
    ChangeKind.SERVICE_NEW: "New services",
    ChangeKind.SERVICE_RENAMED: "Services renamed",
}
"""What stands above the changes of each kind, in a list of them."""

NOT_KNOWN = "What changed is not known: the list of numbers before this one cannot be read."

ABOUT_NUMBERS = frozenset(
    {
        ChangeKind.NUMBER_CHANGED,
        ChangeKind.NUMBER_REPLACED,
        ChangeKind.NUMBER_GONE,
        ChangeKind.NUMBER_NEW,
        ChangeKind.NUMBER_DOUBTED,
    }
)


@dataclass(frozen=True, slots=True)
class Change:
    """One difference: at which service, of which line, what it was and what it is."""

    kind: ChangeKind
    service_id: str
    service: str
    line: str  # what the line is for; empty when the change is the service's own
    before: str
    after: str

    def __str__(self) -> str:
        """The change in one line of text: "Front door (Desk): 01632 960001 → 01632 960002"."""
        if not self.line:
            renamed = self.kind is ChangeKind.SERVICE_RENAMED
            return f"{self.before} → {self.after}" if renamed else self.service
        if not self.before or not self.after or self.before == self.after:
            return f"{self.service} ({self.line}): {self.after or self.before}"
        return f"{self.service} ({self.line}): {self.before} → {self.after}"


def in_order(found: Iterable[Change]) -> tuple[Change, ...]:
    """The gravest first, then by name: the same changes always in the same order."""
    order = list(ChangeKind)

    def place(one: Change) -> tuple[int, str, str, str]:
        return order.index(one.kind), one.service, one.service_id, one.line

    return tuple(sorted(found, key=place))


def summary(found: Sequence[Change] | None) -> str:
    """All of it in a line: "3 numbers changed; 1 number added; hours of 2 lines changed.".

    None: the list before could not be read, so that nobody can say what changed.
    """
    if found is None:
        return NOT_KNOWN
    if not found:
        return "No number and no hours have changed."
    counted = {kind: sum(each.kind is kind for each in found) for kind in ChangeKind}
    told = "; ".join(_counted(kind, count) for kind, count in counted.items() if count)
    return f"{told[:1].upper()}{told[1:]}."


def listing(found: Sequence[Change]) -> Iterator[str]:
    """Every change in a line of its own, under a heading for each kind."""
    for kind, heading in HEADINGS.items():
        some = [each for each in found if each.kind is kind]
        if some:
            yield f"{heading}:"
            yield from (f"  {each}" for each in some)


def _counted(kind: ChangeKind, count: int) -> str:
    noun, _, deed = kind.partition(" ")
    if noun == "hours":
        return f"hours of {count} {'line' if count == 1 else 'lines'} changed"
    return f"{count} {noun if count == 1 else f'{noun}s'} {deed}"
