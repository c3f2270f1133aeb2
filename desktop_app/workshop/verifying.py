"""A number is verified by a deliberate act and by nothing else: no edit, no import, no undo of one.

Every change goes through `must_not_verify`. A number or its hours that change lose the check they
had: it was of something else.
"""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.lines import SERVICES, SourceLine, lines_of
from desktop_app.workshop.yaml_edit import Edit

NEVER = "never"
ONLY_A_CALL = (
    "{} ({}) cannot be marked as checked here. Ring it and record what you heard: "
    "only that verifies a number."
)
OF_ANOTHER_NUMBER = (
    "{} ({}) has a new number or new hours, so the check of the old ones does not count for it."
)
CHECKED = NUMBER, HOURS = "number", "hours"
"""What a check is of; of the hours only where whoever rang heard them."""

Key = tuple[str, str]


def must_not_verify(before: Mapping[str, str], after: Mapping[str, str]) -> None:
    """Raise WorkshopError when a change marks a number as checked, or keeps a check of another."""
    old = {key: line for _, key, line in _changed(before, after, of=before)}
    for _, key, line in _changed(before, after, of=after):
        known = old.get(key)
        if line.verified is None:
            continue
        if known is None or known.verified != line.verified:
            raise WorkshopError(ONLY_A_CALL.format(line.display, line.service_name))
        if _is_another(known, line):
            raise WorkshopError(OF_ANOTHER_NUMBER.format(line.display, line.service_name))


def resets(before: Mapping[str, str], after: Mapping[str, str]) -> list[Edit]:
    """The edits by which lines whose number or hours changed become unchecked."""
    old = {key: line for _, key, line in _changed(before, after, of=before)}
    found = []
    for name, key, line in _changed(before, after, of=after):
        known = old.get(key)
        if known is None or line.verified is None or known.verified != line.verified:
            continue
        if _is_another(known, line):
            found.append(Edit(file=name, place=(*line.place, "verified"), value=NEVER))
    return found


def _is_another(known: SourceLine, line: SourceLine) -> bool:
    """Whether what was checked is not what stands there now."""
    heard_hours = not (line.verified and line.verified.get("hours") is False)
    parts = CHECKED if heard_hours else (NUMBER,)
    return any(known.says.get(part) != line.says.get(part) for part in parts)


def _changed(
    before: Mapping[str, str], after: Mapping[str, str], *, of: Mapping[str, str]
) -> list[tuple[str, Key, SourceLine]]:
    """The lines of one side in the files that differ, wherever a service has moved to."""
    return [
        (name, (line.service, line.line), line)
        for name in sorted({*before, *after})
        if SERVICES.fullmatch(name) and name in of and before.get(name) != after.get(name)
        for line in lines_of(name, of[name])
    ]
