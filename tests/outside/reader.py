"""Reads the accessibility tree of one program and prints it as JSON; run by the system's Python.

What it prints is what a screen reader gets: roles, names, descriptions, states, texts.
"""

import json
import sys
from typing import Any

import pyatspi  # type: ignore[import-not-found]  # of the system's own Python

DEEPEST = 40


def node(each: Any, depth: int) -> dict[str, object]:
    """One thing of the tree with all that is below it."""
    states = each.getState()
    try:
        text = each.queryText().getText(0, -1)
    except NotImplementedError:
        text = ""
    below: list[dict[str, object]] = []
    # What lies on a page that is not in front is passed over, as a screen reader does: Qt says of
    # the rows of a hidden list that they are showing.
    if depth < DEEPEST and (depth == 0 or states.contains(pyatspi.STATE_SHOWING)):
        for child in each:
            if child is not None:
                below += [node(child, depth + 1)]
    return {
        "role": each.getRoleName(),
        "name": each.name or "",
        "described": each.description or "",
        "text": text,
        "focused": states.contains(pyatspi.STATE_FOCUSED),
        "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
        "showing": states.contains(pyatspi.STATE_SHOWING),
        "enabled": states.contains(pyatspi.STATE_SENSITIVE),
        "below": below,
    }


def main() -> None:
    """Print the tree of the program with this process number; nothing when it is not there."""
    wanted = int(sys.argv[1])
    for program in pyatspi.Registry.getDesktop(0):
        if program is not None and program.get_process_id() == wanted:
            print(json.dumps(node(program, 0)))
            return


main()
