"""A service that begins, and one that ends: each is one act, refused where the checks refuse it.

A service that ends is not taken away: its numbers stay to be recognised, marked as replaced, and a
note says since when and whom to ring instead. So an old leaflet still leads somewhere.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.sources import read_text
from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.services.dialling import NEVER_BY_CODE
from desktop_app.workshop.editing import ChangeReason, edit, edit_and_replace
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.lines import SERVICES, SourceLine, digits_of, lines_of, services_of
from desktop_app.workshop.numbers import EMERGENCY
from desktop_app.workshop.source_tree import AREAS, NATIONAL, areas_in
from desktop_app.workshop.verifying import NEVER
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import Edit, edited

NEEDED = "Say {} first."
NO_SERVICE = "There is no service “{}” any more. Look at the list again."
ENDED = "Closed since {}. {}"
INSTEAD, NOBODY = "Ring {} instead.", "It is not said who answers instead."
NEVER_ENDS = "{} reaches the emergency services, which do not end."
FIRST_LINE = "main"
SKELETON = "organisation:\n  id: {}\n  name: x\nservices:\n  - x\n"
LONGEST = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class NewLine:
    """Its first number; `hours` as the source files write them."""

    kind: str
    label: str
    number: str
    hours: object


@dataclass(frozen=True, slots=True, kw_only=True)
class NewService:
    """What has to be known of a service before it can be listed."""

    name: str
    summary: str
    organisation: str
    """The name of whoever runs it, new or known."""
    roles: Sequence[str]
    areas: Sequence[str]
    serves: Sequence[str]
    topics: Sequence[str]
    line: NewLine | None = None


def add_service(work: WorkFile, new: NewService, said: ChangeReason) -> str:
    """Put it with its organisation, in a new file where that is new; gives the service's id."""
    _must_be_said(new)
    if new.line and digits_of(new.line.number) in NEVER_BY_CODE:
        raise WorkshopError(EMERGENCY.format(new.line.number))
    texts = work.texts
    taken = {entry["id"] for name in texts for _, entry in _services(name, texts[name])}
    own = free_id(new.name, taken)
    entry = _entry(own, new, said.document)
    if file := organisation_file(texts, new.organisation):
        edit(work, [Edit(file=file, place=("services", "+"), value=entry)], said)
        return own
    stem = free_id(new.organisation, {*_stems(texts), *_organisations(texts).values()})
    name = f"{_folder(texts)}/services/{stem}.yaml"
    edits = [
        Edit(file=name, place=("organisation", "name"), value=new.organisation),
        Edit(file=name, place=("services", 0), value=entry),
    ]
    text, _ = edited(SKELETON.format(stem), name, edits)
    edit_and_replace(work, [], {name: text}, said)
    return own


def end_service(work: WorkFile, service: str, day: date, instead: str, said: ChangeReason) -> int:
    """It answers no more since this day: every number is marked as replaced, and a note says so."""
    texts = work.texts
    for name in sorted(texts):
        for place, entry in _services(name, texts[name]):
            if entry["id"] == service:
                _must_not_be_emergency(lines_of(name, texts[name]), service)
                who = INSTEAD.format(instead) if instead else NOBODY
                notes = [ENDED.format(date_words(day), who), *entry.get("notes", [])]
                edits = [
                    Edit(file=name, place=(*line.place, "standing"), value="superseded")
                    for line in lines_of(name, texts[name])
                    if line.service == service and not line.superseded
                ]
                edits.append(Edit(file=name, place=(*place, "status"), value="reference"))
                edits.append(Edit(file=name, place=(*place, "notes"), value=notes))
                return edit(work, edits, said)
    raise WorkshopError(NO_SERVICE.format(service))


def _must_not_be_emergency(lines: Iterator[SourceLine], service: str) -> None:
    for line in lines:
        if line.service == service and line.digits in NEVER_BY_CODE:
            raise WorkshopError(NEVER_ENDS.format(line.display))


def organisation_file(texts: Mapping[str, str], organisation: str) -> str:
    """The file of an organisation's services; empty where it has none."""
    wanted = organisation.casefold().strip()
    for name, text in sorted(texts.items()):
        if SERVICES.fullmatch(name) and _organisation_in(text).casefold() == wanted:
            return name
    return ""


def free_id(words: str, taken: Collection[str]) -> str:
    """An id made of these words that nothing else has."""
    stem = "-".join(re.findall(r"[a-z0-9]+", words.casefold()))[:LONGEST].strip("-") or "service"
    others = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
    return next(each for each in (stem, *others) if each not in taken)


def _must_be_said(new: NewService) -> None:
    needed = {
        "what it is called": new.name,
        "what it is for": new.summary,
        "who runs it": new.organisation,
        "which part it plays": new.roles,
        "where it works": new.areas,
        "whom it serves": new.serves,
        "what it is about": new.topics,
    }
    for words, value in needed.items():
        if not value or (isinstance(value, str) and not value.strip()):
            raise WorkshopError(NEEDED.format(words))


def _entry(own: str, new: NewService, document: str) -> dict[str, Any]:
    return {
        "id": own,
        "name": new.name,
        "summary": new.summary,
        "roles": list(new.roles),
        "areas": list(new.areas),
        "serves": list(new.serves),
        "topics": list(new.topics),
        "status": "in_use",
        "lines": [_line(new.line, document)] if new.line else [],
        "sources": [{"document": document, "states": "names this service"}],
    }


def _line(line: NewLine, document: str) -> dict[str, Any]:
    return {
        "id": FIRST_LINE,
        "kind": line.kind,
        "label": line.label,
        "number": line.number,
        "hours": line.hours,
        "verified": NEVER,
        "sources": [{"document": document, "states": "gives this number"}],
    }


def _folder(texts: Mapping[str, str]) -> str:
    areas = areas_in(texts)
    return f"{AREAS}/{areas[0]}" if areas else NATIONAL


def _services(name: str, text: str) -> Iterator[tuple[tuple[str | int, ...], dict[str, Any]]]:
    if SERVICES.fullmatch(name):
        yield from services_of(name, text)


def _stems(texts: Mapping[str, str]) -> set[str]:
    return {name.rsplit("/", 1)[-1].removesuffix(".yaml") for name in texts}


def _organisations(texts: Mapping[str, str]) -> dict[str, str]:
    """The id of each organisation by its file."""
    found = {}
    for name, text in texts.items():
        if SERVICES.fullmatch(name) and (own := _organisation(text).get("id")):
            found[name] = str(own)
    return found


def _organisation_in(text: str) -> str:
    return str(_organisation(text).get("name", ""))


def _organisation(text: str) -> Mapping[str, Any]:
    """Who runs the services of a file; nothing where it cannot be read, which the checks tell."""
    try:
        content = read_text(text, "").content
    except MistakesFound:
        return {}
    found = content.get("organisation") if isinstance(content, dict) else None
    return found if isinstance(found, dict) else {}
