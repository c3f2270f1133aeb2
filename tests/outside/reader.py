"""Reads the accessibility tree of one program as JSON lines; run by the system's Python.

What it prints is what a screen reader gets: roles, names, descriptions, states, texts. It answers
one question a line, so that a test starts it once: `tree` for everything that is there, `said` for
the words alone, `focus` for what has the keyboard, without what is below it. An empty line says
that something disappeared while it was read, or that the program is not there.
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
    return {
        "role": each.getRoleName(),
        "name": each.name or "",
        "described": each.description or "",
        "text": text_of(each),
        "focused": states.contains(pyatspi.STATE_FOCUSED),
        "focusable": states.contains(pyatspi.STATE_FOCUSABLE),
        "showing": states.contains(pyatspi.STATE_SHOWING),
        "enabled": states.contains(pyatspi.STATE_SENSITIVE),
        "below": [],
    }


def text_of(each: Any) -> str:
    """The text that stands in it, where it is something that holds text."""
    try:
        return str(each.queryText().getText(0, -1))
    except NotImplementedError:
        return ""


def said(each: Any, depth: int = 0) -> list[str]:
    """Every name and text that can be seen in it; a third of what asking for all of it costs."""
    shown = each.getState().contains(pyatspi.STATE_SHOWING)
    words = [each.name or "", text_of(each)] if shown else []
    if depth < DEEPEST and (depth == 0 or shown):
        words += [word for child in each if child is not None for word in said(child, depth + 1)]
    return words


def node(each: Any, depth: int = 0) -> Told:
    """One thing of the tree with all that is below it."""
    told = alone(each)
    # What lies on a page that is not in front is passed over, as a screen reader does: Qt says of
    # the rows of a hidden list that they are showing.
    if depth < DEEPEST and (depth == 0 or told["showing"]):
        told["below"] = [node(child, depth + 1) for child in each if child is not None]
    return told


def way_to_focus(each: Any, depth: int = 0, passed: Any = None) -> list[Any]:
    """The things from this one to the first that has the keyboard and can be seen.

    Only states are asked, and what was looked through already is passed over.
    """
    states = each.getState()
    if depth > DEEPEST or not (depth == 0 or states.contains(pyatspi.STATE_SHOWING)):
        return []
    if depth > 0 and states.contains(pyatspi.STATE_FOCUSED):
        return [each]
    below = (child for child in each if child is not None and child != passed)
    ways = (way_to_focus(child, depth + 1) for child in below)
    return next(([each, *way] for way in ways if way), [])


def focus(program: Any, last: list[Any]) -> Told | None:
    """What has the keyboard now, looked for from where it was the last time, and then further out.

    The Tab key mostly leads to what stands beside: reading all of the tree takes a hundred times
    as long. `last` is the way that was found before, and becomes the one found now.
    """
    before = list(last)
    last.clear()
    if before and _has_keyboard(before):
        last.extend(before)
        return alone(before[-1])
    while len(before) > 1:
        passed = before.pop()
        if _in_sight(before) and (way := way_to_focus(before[-1], 0, passed)):
            last.extend([*before[:-1], *way])
            break
    else:
        last.extend(way_to_focus(program))
    return alone(last[-1]) if last else None


def _has_keyboard(way: list[Any]) -> bool:
    """Whether the last of these still has it, and can be seen with all that it stands in."""
    return _in_sight(way) and bool(way[-1].getState().contains(pyatspi.STATE_FOCUSED))


def _in_sight(way: list[Any]) -> bool:
    """Whether each of these is on the page in front; the first is the program itself."""
    return all(each.getState().contains(pyatspi.STATE_SHOWING) for each in way[1:])


def answer(question: str, wanted: int, last: list[Any]) -> str:
    """What is told of the program with this process number; nothing when it is not there."""
    for program in pyatspi.Registry.getDesktop(0):
        if program is not None and program.get_process_id() == wanted:
            program.clear_cache()
            if question == "said":
                return json.dumps({"said": said(program)})
            return json.dumps(node(program) if question == "tree" else focus(program, last))
    return ""


def main() -> None:
    """Answer until nobody asks any more."""
    last: list[Any] = []
    for line in sys.stdin:
        question, process = line.split()
        try:
            told = answer(question, int(process), last)
        except Exception as gone:  # whatever disappears while it is read
            print(gone, file=sys.stderr)
            last.clear()
            told = ""
        print(told, flush=True)


main()
