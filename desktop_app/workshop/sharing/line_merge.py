"""Two people's changes of one text, line by line: together where they touch other lines."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import NamedTuple


class LineChange(NamedTuple):
    """Lines `start` to `end` of the text before make way for others."""

    start: int
    end: int
    lines: tuple[str, ...]


def merged_lines(base: str, mine: str, theirs: str) -> str | None:
    """The text with both people's changes; nothing where both changed the same lines."""
    before = base.splitlines(keepends=True)
    ours, others = _pieces(before, mine), _pieces(before, theirs)
    wanted = list(ours)
    for piece in others:
        if piece in ours:
            continue  # both wrote the same
        if any(_touch(piece, each) for each in ours):
            return None
        wanted.append(piece)
    lines = list(before)
    for piece in sorted(wanted, reverse=True):
        lines[piece.start : piece.end] = piece.lines
    return "".join(lines)


def _pieces(before: list[str], text: str) -> list[LineChange]:
    after = text.splitlines(keepends=True)
    steps = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    return [LineChange(a, b, tuple(after[c:d])) for what, a, b, c, d in steps if what != "equal"]


def _touch(one: LineChange, other: LineChange) -> bool:
    """Whether two pieces are about the same lines, or put lines into the same gap."""
    if one.start == one.end or other.start == other.end:
        return one.start <= other.end and other.start <= one.end
    return one.start < other.end and other.start < one.end
