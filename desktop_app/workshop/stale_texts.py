"""Texts that may still say what a change left behind: the end of an old number, old times.

The history says which numbers and hours changed, so that this is told until the text is put right,
also after a restart and to whoever takes the file over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop_app.authoring.read.sources import Place
from desktop_app.workshop.history import Event, history, undoable
from desktop_app.workshop.lines import digits_of
from desktop_app.workshop.numbers import Passage, naming_an_old_end, times_in_prose
from desktop_app.workshop.places import BY_ID
from desktop_app.workshop.work_file import WorkFile

SERVICE, LINE = 2, 4
"""So many steps lead to a service in its file, and to a line of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StaleText:
    """A text to look at, and which change it may not have followed."""

    passage: Passage
    was: str
    """The old number; empty where hours changed."""


def stale_texts(work: WorkFile) -> list[StaleText]:
    """Every text to look at, each once, in the order of the files."""
    standing = set(undoable(work))
    told = [each for each in history(work) if each.act in standing]
    texts = work.texts
    found: dict[tuple[str, Place], StaleText] = {}
    for each in (*_numbers(texts, told), *_hours(texts, told)):
        found.setdefault((each.passage.file, each.passage.place), each)
    return sorted(found.values(), key=lambda each: (each.passage.file, str(each.passage.place)))


def _numbers(texts: Mapping[str, str], told: Sequence[Event]) -> Iterator[StaleText]:
    changed = [each for each in told if each.place[-1:] == ("number",)]
    last = {(str(each.before), str(each.after)): each.seq for each in changed}
    for (old, new), seq in last.items():
        if not (digits_of(old) and digits_of(new)):
            continue
        for passage in naming_an_old_end(texts, digits_of(old), digits_of(new)):
            if not _written_since(told, passage, seq):
                yield StaleText(passage=passage, was=old)


def _hours(texts: Mapping[str, str], told: Sequence[Event]) -> Iterator[StaleText]:
    changed: dict[str, int] = {}
    for each in told:
        if len(each.place) > LINE and each.place[LINE] == "hours":
            service = str(each.place[SERVICE - 1])
            if service.startswith(BY_ID):
                changed[service.removeprefix(BY_ID)] = each.seq
    for service, seq in changed.items():
        for passage in times_in_prose(texts, service):
            if not _written_since(told, passage, seq):
                yield StaleText(passage=passage, was="")


def _written_since(told: Sequence[Event], passage: Passage, seq: int) -> bool:
    """Whether somebody wrote this text, knowing what had changed."""
    return any(
        each.seq > seq
        and each.file == passage.file
        and each.place == passage.place[: len(each.place)]
        for each in told
    )
