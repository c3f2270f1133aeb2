"""What is wrong with a list as a whole: a column that moved on its own, too much that changes."""

from collections.abc import Sequence
from itertools import pairwise

from desktop_app.exchange.proposal.line_matches import LineMatch

TOO_MANY = 0.2
FEW = 5
"""With fewer rows than that a share says nothing."""
MANY = (
    "{} of the {} numbers that were found would change. A list that is only brought up to date "
    "changes few: ask whoever sent it what happened to it."
)
MOVED = (
    "{} numbers stand beside another service than in the directory. One column was probably "
    "sorted without the others: take nothing of this list, and ask for it again."
)
SORTED = "The numbers stand in order of size: see whether that column was sorted on its own."


def alarms(matches: Sequence[LineMatch], known: frozenset[str]) -> tuple[str, ...]:
    """Sentences to read before anything is ticked; `known` are the directory's own numbers."""
    pairs = [(s.line.number, s.spoken.dialled) for s in matches if s.line and s.spoken]
    changed = [(old, new) for old, new in pairs if old != new]
    moved = [new for _, new in changed if new in known]
    told = []
    if len(moved) >= 2 and len(moved) > TOO_MANY * len(pairs):
        told.append(MOVED.format(len(moved)))
    if len(pairs) >= FEW and len(changed) > TOO_MANY * len(pairs):
        told.append(MANY.format(len(changed), len(pairs)))
    if moved and told and _in_order([new for _, new in pairs]):
        told.append(SORTED)
    return tuple(told)


def _in_order(numbers: Sequence[str]) -> bool:
    rising = sum(1 for a, b in pairwise(numbers) if a <= b)
    falling = sum(1 for a, b in pairwise(numbers) if a >= b)
    return len(numbers) > FEW and max(rising, falling) == len(numbers) - 1
