"""A number is one thing: one edit changes it on every line that has it and in every text naming it.

Numbers that a document gave, that people type or that a dispute is about stay: they tell of the
past. Where only the end of the old number is named ("ends in 8123"), or a time stands in prose,
somebody has to look: those are listed, never changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop_app.authoring.check.number_mentions import OF_THE_PAST
from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.numbers import SHORT_CODES
from desktop_app.authoring.read.sources import Place, read_once
from desktop_app.domain.services.dialling import NEVER_BY_CODE
from desktop_app.workshop.editing import ChangeReason, edit_and_replace
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.lines import SourceLine, digits_of, lines_in, services_of
from desktop_app.workshop.places import by_id
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import Edit

NOBODY_HAS_IT = "No line in use has the number {}. Nothing was changed."
EMERGENCY = (
    "{} reaches the emergency services. No other line gets that number, and it is not changed here."
)
NATIONAL = "{} is dialled in the whole country. Change it on the one line that should have another."
SAME = "{} is the number already. Nothing was changed."
GIVES_IT = "gives this number"
TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m)?\b|\b\d{1,2}\s?[ap]\.?m\b|\b(?:noon|midnight|midday)\b",
    re.IGNORECASE,
)
"""A time of day as people write it: 16:20, 4.20pm, 9am, noon."""
ENDS = (5, 4, 3)
"""So many last digits of a number are what a text may call its end by."""
NO_TIME = frozenset({"weekly", "open", "hours", "number", "states", "id", "document", "address"})
"""Entries whose times are facts with fields of their own, or no times at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of text that somebody reads: where it stands, and what of it is meant."""

    file: str
    place: Place
    text: str
    found: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberPlan:
    """Everything one changed number means: what changes by itself, and what to look at."""

    old: str
    new: str
    lines: tuple[SourceLine, ...]
    named_in: tuple[Passage, ...]
    look_at: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OneLine:
    """The line at which somebody asked for another number."""

    file: str
    place: Place


def number_plan(
    texts: Mapping[str, str], old: str, new: str, at: OneLine | None = None
) -> NumberPlan:
    """What a new number would change; WorkshopError when no line in use has the old one.

    A number of the whole country (111) belongs to nobody: it is changed on the line `at` alone.
    """
    digits = digits_of(old)
    for each in (old, new):
        if digits_of(each) in NEVER_BY_CODE:
            raise WorkshopError(EMERGENCY.format(each))
    lines = [line for line in lines_in(texts) if line.digits == digits and not line.superseded]
    if digits in SHORT_CODES and len(lines) > 1:
        lines = [line for line in lines if at == OneLine(file=line.file, place=line.place)]
        if not lines:
            raise WorkshopError(NATIONAL.format(old))
        return NumberPlan(old=old, new=new, lines=tuple(lines), named_in=(), look_at=())
    if not lines:
        raise WorkshopError(NOBODY_HAS_IT.format(old))
    if any(line.display == new for line in lines):
        raise WorkshopError(SAME.format(new))
    display = lines[0].display
    named = tuple(passages_naming(texts, digits))
    ends = tuple(_naming_its_end(texts, lines, digits, named))
    return NumberPlan(old=display, new=new, lines=tuple(lines), named_in=named, look_at=ends)


def change_number(
    work: WorkFile, old: str, new: str, said: ChangeReason, at: OneLine | None = None
) -> int:
    """Change a number everywhere as one act; the document becomes each line's first source."""
    texts = work.texts
    plan = number_plan(texts, old, new, at)
    pattern = written_anyhow(digits_of(old))
    edits, replaced = [], {}
    for line in plan.lines:
        edits.append(Edit(file=line.file, place=(*line.place, "number"), value=new))
        edits += _with_source(line, said.document)
    for passage in plan.named_in:
        if passage.place:
            text = pattern.sub(new, passage.text)
            edits.append(Edit(file=passage.file, place=passage.place, value=text))
        else:
            replaced[passage.file] = pattern.sub(new, texts[passage.file])
    return edit_and_replace(work, edits, replaced, said)


def passages_naming(texts: Mapping[str, str], digits: str) -> Iterator[Passage]:
    """Every text read by people that names a number, however it is spaced."""
    pattern = written_anyhow(digits)
    for name in sorted(texts):
        if not pattern.search(texts[name]):
            continue
        if name.endswith(".yaml"):
            for place, text in _prose(name, texts[name]):
                if found := pattern.findall(text):
                    yield Passage(file=name, place=place, text=text, found=tuple(found))
        elif name.endswith((".md", "front_doors.csv")):
            found = pattern.findall(texts[name])
            yield Passage(file=name, place=(), text=texts[name], found=tuple(found))


def times_in_prose(texts: Mapping[str, str], service: str) -> list[Passage]:
    """Times of day in the texts of one service: hours that changed may leave them behind."""
    found = []
    for name in sorted(texts):
        if "services/" not in name or service not in texts[name]:
            continue
        for place, entry in services_of(name, texts[name]):
            if entry["id"] == service:
                for inner, text in _strings(entry, (), NO_TIME):
                    if times := TIME.findall(text):
                        where = by_id({"services": [entry]}, ("services", 0, *inner))
                        full = (*place, *where[2:])
                        found.append(Passage(file=name, place=full, text=text, found=tuple(times)))
    return found


def written_anyhow(digits: str) -> re.Pattern[str]:
    """Finds a number with its digits in any groups, and no other digit beside it."""
    return re.compile(r"(?<!\d)" + r" ?".join(digits) + r"(?!\d)")


def naming_an_old_end(texts: Mapping[str, str], old: str, new: str) -> Iterator[Passage]:
    """Texts that stand beside a number, or name it, and still say the end of the one before it."""
    lines = [line for line in lines_in(texts) if line.digits == new and not line.superseded]
    kept = {new[-size:] for size in ENDS}
    for passage in _naming_its_end(texts, lines, old, list(passages_naming(texts, new))):
        if found := tuple(each for each in passage.found if each not in kept):
            yield replace(passage, found=found)


def _naming_its_end(
    texts: Mapping[str, str],
    lines: Sequence[SourceLine],
    digits: str,
    named: Sequence[Passage],
) -> Iterator[Passage]:
    """Texts of the same services, or that name the number, in which its last digits stand alone."""
    ends = re.compile(rf"(?<!\d)(?<!\d )(?:{'|'.join(digits[-n:] for n in ENDS)})(?!\d)")
    whole = written_anyhow(digits)
    services = {(line.file, line.place[:2]) for line in lines}
    services |= {(passage.file, passage.place[:2]) for passage in named}
    for name in sorted({file for file, _ in services}):
        if not name.endswith(".yaml"):
            continue
        for place, text in _prose(name, texts[name]):
            found = ends.findall(whole.sub("", text))
            if (name, place[:2]) in services and found:
                yield Passage(file=name, place=place, text=text, found=tuple(found))


def _prose(name: str, text: str) -> Iterator[tuple[Place, str]]:
    try:
        content = read_once(text, name).content
    except MistakesFound:
        return
    for place, found in _strings(content, (), OF_THE_PAST):
        yield by_id(content, place), found


def _strings(content: Any, place: Place, without: frozenset[str]) -> Iterator[tuple[Place, str]]:
    if isinstance(content, str):
        yield place, content
    elif isinstance(content, list):
        for at, inner in enumerate(content):
            yield from _strings(inner, (*place, at), without)
    elif isinstance(content, dict):
        for key, inner in content.items():
            if key not in without:
                yield from _strings(inner, (*place, key), without)


def _with_source(line: SourceLine, document: str) -> Iterator[Edit]:
    """The document in front of what the line cites; what is cited there gave the number before."""
    sources = line.says.get("sources")
    cited = sources if isinstance(sources, list) else []
    before = [_of_before(each, line.display) for each in cited if _document(each) != document]
    value = [{"document": document, "states": GIVES_IT}, *before]
    yield Edit(file=line.file, place=(*line.place, "sources"), value=value)


def _of_before(source: Any, old: str) -> Any:
    """A citation of the old number that says which one it was."""
    if not isinstance(source, dict) or re.match(r"\d[\d ]+: ", str(source.get("states", ""))):
        return source
    return {**source, "states": f"{old}: {source.get('states', '')}"}


def _document(source: Any) -> object:
    return source.get("document") if isinstance(source, dict) else None
