"""Where nobody knows the place: at most eight calls in sight, every other one behind one fold."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from desktop_app.domain.decision.advice import Advice, Tier
from desktop_app.domain.decision.calls import CallEntry
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.places.councils import WhereStatus
from desktop_app.domain.situation.pathway import Part

MOST_CALLS = 8
"""More than anybody reads; a first, who stands beside it, 101, 999 and one line a council fit."""


def split(entries: Sequence[CallEntry]) -> tuple[list[CallEntry], list[CallEntry]]:
    """The entries in sight and those behind the fold, each in the order they were given in.

    Lines that serve everywhere come before councils' own, because one of those is right and nobody
    knows which. Councils' lines for one purpose stand or wait together: a list of half of them
    would read as if the others had none. Nothing that is closed takes the room of what may answer.
    """
    kept: set[int] = set()
    locals_wait = False
    for group in _groups(entries):
        ours = _local(group[0])
        if (ours and locals_wait) or len(kept) + len(group) > MOST_CALLS:
            locals_wait = locals_wait or ours
            continue
        kept |= {id(entry) for entry in group}
    return (
        [entry for entry in entries if id(entry) in kept],
        [entry for entry in entries if id(entry) not in kept],
    )


def refolded(advice: Advice) -> Advice:
    """The same answer after calls were added to those in sight: the last ones wait behind it."""
    if advice.situation.where.status is not WhereStatus.UNKNOWN:
        return advice
    beside = [call for call in advice.calls if call.tier is Tier.BESIDE and call.council]
    spare = [*beside, *(call for call in advice.calls if call.tier is Tier.ALSO)]
    room = len(spare) + MOST_CALLS - len(advice.calls)
    over = spare[max(0, room) :]
    calls = tuple(call for call in advice.calls if call not in over)
    return advice._replace(calls=calls, more=(*over, *advice.more))


def _groups(entries: Sequence[CallEntry]) -> Iterator[list[CallEntry]]:
    """What stands or waits together, in the order in which it is let in."""
    ranked = sorted(entries, key=_rank)
    for _, found in groupby(ranked, key=lambda each: (_rank(each), _together(each))):
        yield list(found)


def _together(entry: CallEntry) -> object:
    return entry.candidate.step if _local(entry) else id(entry)


def _rank(entry: CallEntry) -> tuple[int, bool]:
    """Who is let in first; whoever stands in front or behind it for any place always is.

    Among councils' lines the one whose duty it is comes before those to be told as well.
    """
    step = entry.candidate.step
    as_well = _local(entry) and (step.part is not Part.LEAD or step.equal)
    if not _local(entry) and entry.tier is not Tier.ALSO:
        return 0, as_well
    if _closed(entry) and entry.tier is Tier.ALSO:
        return 4, as_well
    if entry.tier is not Tier.ALSO:
        return 1, as_well
    return 3 if _local(entry) else 2, as_well


def _local(entry: CallEntry) -> bool:
    return bool(entry.uses[0].councils)


def _closed(entry: CallEntry) -> bool:
    return entry.candidate.state is Openness.CLOSED
