"""What is different in a new directory, in words: answers and numbers first, because a wrong one
costs most.

Two directories are compared in two places: their rows in `updates/differences.py`, their answers in
`domain/answer_differences.py`. The window, the terminal and whoever signs a release read both in
these words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.compare.change_kinds import BULK, HEADINGS, UNCOUNTED, ChangeKind, counted

NOT_KNOWN = "What changed is not known: the list of numbers before this one cannot be read."
NOTHING = "No number and no hours have changed."

FEWEST_TOGETHER = 3
"""So many equal changes are told once, with the names of all they happened to."""
MOST_IN_BULK = 20
MOST_CLAUSES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference: at which service, of which line, what it was and what it is."""

    kind: ChangeKind
    service_id: str  # empty when it is about no service
    service: str
    line: str  # what the line is for; empty when the change is the service's own
    before: str
    after: str
    fact: str = ""  # which fact, where the kind alone does not say it: "compulsory"
    times: int = 1  # how many differences these words stand for; 0: a detail of another one

    def __str__(self) -> str:
        """The change in one line of text: "Front door (Desk): 01632 960001 → 01632 960002"."""
        subject = f"{self.service} ({self.line})" if self.line else self.service
        if self.fact:
            return f"{subject}: {self.fact_words}"
        if not self.line:
            renamed = self.kind is ChangeKind.SERVICE_RENAMED
            return f"{self.before} → {self.after}" if renamed else self.service
        if not self.before or not self.after or self.before == self.after:
            return f"{subject}: {self.after or self.before}"
        return f"{subject}: {self.before} → {self.after}"

    @property
    def fact_words(self) -> str:
        """What happened to the fact: "compulsory was yes, is no"."""
        if not self.before:
            return f"{self.fact}: {self.after} (new)" if self.after else self.fact
        if not self.after:
            return f"{self.fact}: {self.before} (gone)"
        return f"{self.fact} was {self.before}, is {self.after}"


def in_order(found: Iterable[Change]) -> tuple[Change, ...]:
    """The gravest first, then by name: the same changes always in the same order."""
    order = {kind: place for place, kind in enumerate(ChangeKind)}

    def place(one: Change) -> tuple[int, str, str, str]:
        return order[one.kind], one.service, one.service_id, one.line

    return tuple(sorted(found, key=place))


def summary(found: Sequence[Change] | None) -> str:
    """All of it in a line: "3 numbers changed; 1 number added; hours of 2 lines changed.".

    None: the list before could not be read, so that nobody can say what changed.
    """
    if found is None:
        return NOT_KNOWN
    counts = {
        kind: sum(each.times for each in found if each.kind is kind)
        for kind in ChangeKind
        if kind not in UNCOUNTED
    }
    if any(count for kind, count in counts.items() if kind is not ChangeKind.SEARCH_CHANGED):
        del counts[ChangeKind.SEARCH_CHANGED]  # it follows from the others; alone it is news
    told = [counted(kind, count) for kind, count in counts.items() if count]
    if not told:
        return NOTHING
    rest = sum([count for count in counts.values() if count][MOST_CLAUSES:])
    del told[MOST_CLAUSES:]
    if rest:
        told.append(f"and {rest:,} more of other kinds")
    words = "; ".join(told)
    return f"{words[:1].upper()}{words[1:]}."


def listing(found: Sequence[Change]) -> Iterator[str]:
    """Every change in a line of its own, under a heading for each kind; equal ones together."""
    for heading, some, more in sections(found):
        yield f"{heading}:"
        yield from (f"  {each}" for each in some)
        if more:
            yield f"  {more}"


def sections(found: Sequence[Change]) -> Iterator[tuple[str, list[Change], str]]:
    """The heading of each kind, its changes, and what to say of those left out."""
    for kind, heading in HEADINGS.items():
        some = grouped([each for each in found if each.kind is kind])
        if not some:
            continue
        shown = some[:MOST_IN_BULK] if kind in BULK else some
        left = sum(each.times for each in some[len(shown) :])
        yield heading, shown, f"and {left:,} more of this kind" if left else ""


def grouped(some: Sequence[Change]) -> list[Change]:
    """Where the same happened to the same fact of several services or lines, told once."""
    alike: dict[tuple[str, str, str], list[Change]] = {}
    for each in some:
        alike.setdefault((each.fact, each.before, each.after), []).append(each)
    told: list[Change] = []
    for (fact, _, _), group in alike.items():
        together = fact and len(group) >= FEWEST_TOGETHER
        told += [_together(group)] if together else group
    return told


def _together(group: Sequence[Change]) -> Change:
    first = group[0]
    names = list(
        dict.fromkeys(f"{one.service} ({one.line})" if one.line else one.service for one in group)
    )
    shown = names[:MOST_IN_BULK] if first.kind in BULK else names
    named = ", ".join(shown)
    if len(names) > len(shown):
        named += f" and {len(names) - len(shown):,} more"
    count = sum(each.times for each in group)
    return replace(first, service_id="", service=f"{count:,} times", line=named, times=count)
