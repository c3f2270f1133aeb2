"""The checks of the compile over the texts of a working file: what they refuse, an edit is refused.

Whoever asks hands in the readings of the working file, so that no state of it is read twice.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date

from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.sources import read_once
from desktop_app.authoring.release_contents import ReleaseContents
from desktop_app.workshop.places import NoPlace, by_id
from desktop_app.workshop.readings import Readings


def mistakes_in(
    texts: Mapping[str, str], today: date, readings: Readings | None = None
) -> tuple[Mistake, ...]:
    """Every mistake that stops a compile, its file and place as edits name them; none when well."""
    found = (readings or Readings()).of(texts, today).mistakes
    return tuple(_by_id(each, texts) for each in found)


def new_mistakes(
    before: Mapping[str, str],
    after: Mapping[str, str],
    today: date,
    readings: Readings | None = None,
) -> tuple[Mistake, ...]:
    """The mistakes that a change brings; those that were there already stop nobody."""
    found = mistakes_in(after, today, readings)
    if not found:
        return ()
    old = {(each.file, each.place, each.sentence) for each in mistakes_in(before, today, readings)}
    return tuple(e for e in found if (e.file, e.place, e.sentence) not in old)


def read_texts(
    texts: Mapping[str, str], today: date, readings: Readings | None = None
) -> ReleaseContents:
    """Everything the texts would make, checked; MistakesFound with every mistake."""
    reading = (readings or Readings()).of(texts, today)
    if reading.contents is None:
        raise MistakesFound(reading.mistakes)
    return reading.contents


def _by_id(mistake: Mistake, texts: Mapping[str, str]) -> Mistake:
    place = mistake.place
    if place and mistake.file in texts:
        with suppress(NoPlace, MistakesFound):
            place = by_id(read_once(texts[mistake.file], mistake.file).content, place)
    return replace(mistake, place=place)
