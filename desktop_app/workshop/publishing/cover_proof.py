"""That somebody answers at every minute until well after the next release is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from desktop_app.domain.decision.cover import Cover, Years, holes_in_words, nowhere, situations
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.services.directory import Directory
from desktop_app.workshop.errors import WorkshopError

LATE = timedelta(days=31)
"""A release that comes a month late must find everybody led to somebody still.

`who-to-call check --cover` proves three years.
"""
STEP = "Prove that somebody answers at every minute ({} of {})"
HOLES = "It must not be published: {} times nobody certainly answers. The first: {}"


def must_be_covered(
    directory: Directory, at: datetime, next_expected_by: date, progress: Callable[[str], None]
) -> None:
    """Raise WorkshopError unless each council and concern has a line that answers, each minute."""
    until = datetime.combine(next_expected_by + LATE, time(), UK)
    cover = _proved(directory, at, until, progress)
    if cover.holes:
        raise WorkshopError(HOLES.format(len(cover.holes), holes_in_words(cover.holes)[0]))


def _proved(
    directory: Directory, at: datetime, until: datetime, progress: Callable[[str], None]
) -> Cover:
    cover, every, years = Cover(), directory.councils(), Years(directory, at, until)
    for number, council in enumerate(every, 1):
        progress(STEP.format(number, len(every)))
        years.walk(situations((council,)), cover)
    years.walk(nowhere(), cover)
    return cover
