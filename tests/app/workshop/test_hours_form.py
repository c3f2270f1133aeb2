"""Hours between the files and the form: nothing is lost, and what cannot be shown is kept."""

import pytest

from desktop_app.app.workshop.hours_form import shown_hours, weekly, written_hours
from desktop_app.authoring.read.models import LineEntry
from desktop_app.authoring.read.weeks import read_week
from desktop_app.ui.workshop.working_copy import FormHours, Way
from tests.app.workshop.drafts import drafts

DRAFTS = drafts()
LINES = [line for draft in DRAFTS for line in draft.entry.lines]
OFFICE = "08:45-17:20"
WEEKS: list[tuple[tuple[str, ...], dict[str, str]]] = [
    ((OFFICE,) * 7, {"daily": OFFICE}),
    ((OFFICE,) * 4 + ("08:45-16:20", "", ""), {"mon-thu": OFFICE, "fri": "08:45-16:20"}),
    (("", OFFICE, "", OFFICE, "", "", ""), {"tue": OFFICE, "thu": OFFICE}),
    (("09:00-12:00, 13:00-17:00",) + ("",) * 6, {"mon": "09:00-12:00, 13:00-17:00"}),
]


def test_hours_come_back_as_they_stand_in_the_file() -> None:
    for line in LINES:
        _comes_back(line)


def _comes_back(line: LineEntry) -> None:
    written = written_hours(shown_hours(line), "a-document")
    if written is None:  # shown in words and kept
        assert not isinstance(line.hours, str)
    elif isinstance(written, str):
        assert written == (line.hours if isinstance(line.hours, str) else "always")
    else:
        assert isinstance(line.hours, list)
        assert read_week(weekly(shown_hours(line).week)) == read_week(line.hours[0].weekly)
        assert written[0]["bank_holidays"] == line.hours[0].bank_holidays.value


@pytest.mark.parametrize(("week", "told"), WEEKS)
def test_days_alike_are_told_together(week: tuple[str, ...], told: dict[str, str]) -> None:
    assert weekly(week) == told


@pytest.mark.parametrize("way", [Way.OTHER, Way.OUTSIDE])
def test_what_the_form_cannot_show_whole_is_never_written(way: Way) -> None:
    assert written_hours(FormHours(way), "a-document") is None


def test_every_way_of_the_form_stands_somewhere_in_the_directory() -> None:
    assert {shown_hours(line).way for line in LINES} == set(Way)
