"""Reads the accessibility tree of one program as JSON lines; run by the system's Python.

What it prints is what a screen reader gets: roles, names, descriptions, states, texts. It answers
one question a line, so that a test starts it once: `tree` for everything that is there, `focus` for
what has the keyboard, without what is below it. An empty line says that something disappeared while
it was read, or that the program is not there.
"""

import json
import sys
from typing import Any

import pyatspi  # type: ignore[import-not-found]  # of the system's own Python

DEEPEST = 40
Told = dict[str, object]


def alone(each: Any) -> Told:
    """One thing of the tree, without what is below it."""
    states = each.getState()
    try:
        text = each.queryText().getText(0, -1)
    except NotImplementedError:
        text = ""
    return {
        "role": each.getRoleName(),
        "name": each.name or "",
        "described": each.description or "",
        "text": text,
        "focused": states.contains(pyatspi.STATE_FOCUSED),
        "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
        "showing": states.contains(pyatspi.STATE_SHOWING),
        "enabled": states.contains(pyatspi.STATE_SENSITIVE),
        "below": [],
    }


def node(each: Any, depth: int = 0) -> Told:
    """One thing of the tree with all that is below it."""
    told = alone(each)
    # What lies on a page that is not in front is passed over, as a screen reader does: Qt says of
    # the rows of a hidden list that they are showing.
    if depth < DEEPEST and (depth == 0 or told["showing"]):
        told["below"] = [node(child, depth + 1) for child in each if child is not None]
    return told


def focus(each: Any, depth: int = 0) -> Told | None:
    """The first thing of the tree that has the keyboard and can be seen; only states are asked."""
    states = each.getState()
    if depth > DEEPEST or not (depth == 0 or states.contains(pyatspi.STATE_SHOWING)):
        return None
    if depth > 0 and states.contains(pyatspi.STATE_FOCUSED):
        return alone(each)
    found = (focus(child, depth + 1) for child in each if child is not None)
    return next((one for one in found if one), None)


def answer(question: str, wanted: int) -> str:
    """What is told of the program with this process number; nothing when it is not there."""
    for program in pyatspi.Registry.getDesktop(0):
        if program is not None and program.get_process_id() == wanted:
            program.clear_cache()
            return json.dumps(node(program) if question == "tree" else focus(program))
    return ""


def main() -> None:
    """Answer until nobody asks any more."""
    for line in sys.stdin:
        question, process = line.split()
        try:
            told = answer(question, int(process))
        except Exception as gone:  # whatever disappears while it is read
            print(gone, file=sys.stderr)
            told = ""
        print(told, flush=True)


main()
