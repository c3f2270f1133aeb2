"""The log in words: what was changed, from what, to what, as a person says it and no file does."""

from __future__ import annotations

from collections.abc import Mapping

from desktop_app.app.workshop.read_copy import ReadCopy
from desktop_app.authoring.read.library import Draft
from desktop_app.authoring.read.sources import Place
from desktop_app.ui.workshop.working_copy import LogEntry
from desktop_app.workshop.history import Event
from desktop_app.workshop.places import BY_ID, in_words
from desktop_app.workshop.yaml_edit import GONE

HEADINGS: Mapping[str, str] = {
    "number": "number",
    "hours": "hours",
    "label": "who answers",
    "kind": "kind",
    "standing": "standing",
    "menu_option": "menu option",
    "extension": "extension",
    "note": "note",
    "sources": "documents",
    "verified": "check",
    "name": "name",
    "summary": "what it is for",
    "aliases": "also called",
    "status": "standing",
    "roles": "part it plays",
    "areas": "where",
    "serves": "for whom",
    "topics": "about",
    "staff_only": "for staff only",
    "cost": "what a call costs",
    "languages": "languages",
    "notes": "good to know",
    "gaps": "not known",
    "exceptions": "certain days",
    "lines": "numbers",
}
OF_DOCUMENT = {"title": "", "publisher": "by", "dated": "dated"}
"""What is told of a document that was added, and the word before it; its id is the program's."""
LINES, DEPTH = "lines", 2


def change_line(event: Event, copy: ReadCopy, *, undone: bool) -> LogEntry:
    """One line of the log."""
    return LogEntry(
        seq=event.seq,
        at=event.at,
        by=event.by,
        what=what_changed(event, copy),
        before=shown(event.before),
        after=shown(event.after),
        rests_on=copy.words.documents.get(event.document, event.document),
        undone=undone,
    )


def what_changed(event: Event, copy: ReadCopy) -> str:
    """Which fact it was: "Elm front door, Emergency Duty Team: number"."""
    draft = copy.draft_at(event.file, event.place)
    if draft is None:
        return event.why or f"{event.file}: {in_words(event.place)}"
    return _of_service(draft, event.place[DEPTH:])


def _of_service(draft: Draft, steps: Place) -> str:
    name, rest = draft.entry.name, list(map(str, steps))
    if rest[:1] == [LINES] and len(rest) > 1:
        lines = enumerate(draft.entry.lines)
        label = next((x.label for at, x in lines if rest[1] in {BY_ID + x.id, str(at)}), "")
        name, rest = f"{name}, {label or 'a number'}", rest[2:]
    said = [HEADINGS.get(step, step.removeprefix(BY_ID)) for step in rest if not step.isdigit()]
    return f"{name}: {', '.join(said)}" if said else name


def shown(value: object) -> str:
    """A value of a file in a line of the log."""
    if value is GONE or value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(filter(None, map(shown, value)))
    if isinstance(value, dict):
        if set(OF_DOCUMENT) <= set(value):
            parts = (f"{said} {shown(value[key])}".strip() for key, said in OF_DOCUMENT.items())
            return ", ".join(parts)
        told = ((HEADINGS.get(key, key), shown(each)) for key, each in value.items())
        return ", ".join(f"{key}: {each}" for key, each in told if each)
    return str(value)
