"""Ways to a value in a source file that stay true when entries before it come or go.

Steps are keys of mappings; in a list `id:office` is the entry with that id, a number counts from
0, `+` is a new entry at the end and `+0` a new one before the first.
"""

from collections.abc import Sequence
from typing import Any

from desktop_app.authoring.read.sources import Place
from desktop_app.workshop.errors import WorkshopError

BY_ID, NEW = "id:", "+"
NO_PLACE = "There is no “{}” in {} any more. Look at the service again."


class NoPlace(Exception):
    """Nothing stands at this place."""


def indexed(content: Any, place: Sequence[str | int]) -> Place:
    """The same way in keys and counted entries; NoPlace unless all but the last step exist.

    The last step may be a key that is not there yet, or one past the end of a list.
    """
    found: list[str | int] = []
    at = content
    for number, step in enumerate(place):
        last = number == len(place) - 1
        counted = _step(at, step)
        found.append(counted)
        if last and _free(at, counted):
            break
        try:
            at = at[counted]
        except (KeyError, IndexError, TypeError):
            raise NoPlace(str(place)) from None
    return tuple(found)


def by_id(content: Any, place: Sequence[str | int]) -> Place:
    """The same way with entries of lists named by their ids wherever they have one."""
    found: list[str | int] = []
    at = content
    for step in indexed(content, place):
        inside = at[step] if _holds(at, step) else None
        if isinstance(at, list) and isinstance(inside, dict) and isinstance(inside.get("id"), str):
            found.append(BY_ID + inside["id"])
        else:
            found.append(step)
        at = inside
    return tuple(found)


def value_at(content: Any, place: Sequence[str | int]) -> Any:
    """What stands at this place; NoPlace when nothing does."""
    for step in indexed(content, place):
        if not _holds(content, step):
            raise NoPlace(str(place))
        content = content[step]
    return content


def in_words(place: Sequence[str | int]) -> str:
    """A place as somebody reads it: "elm-adults › lines › office › number"."""
    steps = [str(step).removeprefix(BY_ID) for step in place if step != "services"]
    return " › ".join(steps)


def must_have(content: Any, place: Sequence[str | int], file: str) -> Place:
    """`indexed`, with a sentence for whoever edits."""
    try:
        return indexed(content, place)
    except NoPlace:
        raise WorkshopError(NO_PLACE.format(in_words(place), file)) from None


def _step(at: Any, step: str | int) -> str | int:
    if not isinstance(at, list) or isinstance(step, int):
        return step
    if step.startswith(BY_ID):
        wanted = step.removeprefix(BY_ID)
        for number, entry in enumerate(at):
            if isinstance(entry, dict) and entry.get("id") == wanted:
                return number
        raise NoPlace(step)
    if step == NEW:
        return len(at)
    raise NoPlace(step)


def _free(at: Any, step: str | int) -> bool:
    if isinstance(at, dict):
        return isinstance(step, str) and step not in at
    return isinstance(at, list) and step == len(at)


def _holds(at: Any, step: str | int) -> bool:
    if isinstance(at, dict):
        return step in at
    return isinstance(at, list) and isinstance(step, int) and 0 <= step < len(at)
