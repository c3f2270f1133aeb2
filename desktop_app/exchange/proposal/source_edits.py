"""Ticked rows made edits of the source files: one act of the working file, one undo.

The list itself is the document every change names; published hours and new numbers cite it.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from desktop_app.authoring.read.sources import read_text
from desktop_app.exchange.proposal.differences import PUBLISHED
from desktop_app.exchange.proposal.rows import FactChange, NotTaken
from desktop_app.workshop.yaml_edit import Edit

GONE_MEANWHILE = "“{}” ({}) is no longer among the source files. Compare the list again."
GIVES_NUMBER, GIVES_HOURS = "gives this number", "gives these hours"
Place = tuple[str | int, ...]


def source_edits(
    texts: Mapping[str, str], changes: Sequence[FactChange], document: str
) -> list[Edit]:
    """The edits that write these changes; NotTaken when a service is gone meanwhile."""
    entries = dict(_entries(texts))
    made: list[Edit] = []
    for change in changes:
        if change.service_id not in entries:
            raise NotTaken(GONE_MEANWHILE.format(change.service_id, change.place))
        file, entry = entries[change.service_id]
        made += [
            Edit(file=file, place=place, value=value)
            for place, value in _places(change, entry, document)
        ]
    return made


def _entries(texts: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, Mapping[str, object]]]]:
    """Every service by its id: its file, and what stands there."""
    for name in sorted(texts):
        path = PurePosixPath(name)
        if path.suffix != ".yaml" or path.parent.name != "services":
            continue
        content = read_text(texts[name], name).content
        services = content.get("services") if isinstance(content, dict) else None
        for entry in services if isinstance(services, list) else ():
            if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                yield entry["id"], (name, entry)


def _places(
    change: FactChange, entry: Mapping[str, object], document: str
) -> Iterator[tuple[Place, object]]:
    service: Place = ("services", f"id:{change.service_id}")
    value = _with_document(change.value, document)
    if change.field in {"emails", "web", "lines"}:
        stated = "gives it" if change.field != "lines" else GIVES_NUMBER
        if isinstance(value, dict):
            value = {**value, "sources": [{"document": document, "states": stated}]}
        yield _appended((*service, change.field), entry.get(change.field), value)
        return
    line: Place = (*service, "lines", f"id:{change.line_id}")
    yield (*line, change.field), value
    states = {"number": GIVES_NUMBER, "hours": GIVES_HOURS}.get(change.field)
    if states:
        cited = {"document": document, "states": states}
        yield _appended((*line, "sources"), _sources(entry, change.line_id), cited)


def _sources(entry: Mapping[str, object], line_id: str) -> object:
    """What a line cites now, if anything."""
    lines = entry.get("lines")
    for line in lines if isinstance(lines, list) else ():
        if isinstance(line, dict) and line.get("id") == line_id:
            return line.get("sources")
    return None


def _appended(place: Place, standing: object, value: object) -> tuple[Place, object]:
    """A new entry at the end of a list, or a list of its own where there is none."""
    return ((*place, "+"), value) if isinstance(standing, list) and standing else (place, [value])


def _with_document(value: object, document: str) -> object:
    """Hours with the document that states them; an assumption of ours cites none."""
    if isinstance(value, dict) and "always" in value:
        return {**value, "document": document}
    if isinstance(value, dict) and "hours" in value:
        return {**value, "hours": _with_document(value["hours"], document)}
    if not isinstance(value, list):
        return value
    return [
        {**week, "document": document} if week.get("basis") == PUBLISHED else dict(week)
        for week in value
    ]
