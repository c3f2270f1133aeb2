"""Days of a working file: typed times are read, what would change is asked of both, one change."""

from datetime import date

import pytest

from desktop_app.app.workshop.open_copy import OpenCopy
from desktop_app.ui.workshop.dates.dated_lines import DatedHours
from desktop_app.ui.workshop.working_copy import WorkshopError
from desktop_app.workshop.work_file import WorkFile

DAY = date(2026, 12, 3)
OFFICE = "town-mash/office"
CLOSED = DatedHours((OFFICE,), DAY, DAY, document="page-2024")


def said_of(copy: OpenCopy, key: str) -> str:
    return next(each.dates for each in copy.dates.lines() if each.key == key)


def test_a_closed_day_is_kept_and_taken_back_as_one_change(copy: OpenCopy, work: WorkFile) -> None:
    before = work.texts
    assert copy.dates.keep(CLOSED).taken
    assert (
        said_of(copy, OFFICE) == "Said already: 3 December 2026; 24 December 2026; 31 December 2026"
    )
    copy.undo()
    assert work.texts == before


def test_times_are_read_as_the_form_reads_them(copy: OpenCopy, work: WorkFile) -> None:
    assert copy.dates.keep(CLOSED._replace(times="9-12, 1-5")).taken
    assert "09:00-12:00, 13:00-17:00" in "".join(work.texts.values())


@pytest.mark.parametrize("times", ["nine", "25-26", "5-6"])
def test_times_nobody_can_read_are_refused(copy: OpenCopy, work: WorkFile, times: str) -> None:
    before = work.texts
    with pytest.raises(WorkshopError):
        copy.dates.keep(CLOSED._replace(times=times))
    assert work.texts == before


def test_the_first_call_of_a_closed_day_is_named_before_anything_is_written(
    copy: OpenCopy, work: WorkFile
) -> None:
    before = work.texts
    found = copy.dates.would_change(CLOSED)
    assert any("01632 960101" in each.before for each in found)
    assert all("01632 960101" not in each.after for each in found)
    assert work.texts == before


def test_replaced_numbers_and_faxes_have_no_days(copy: OpenCopy) -> None:
    assert not any("01632 960103" in each.words for each in copy.dates.lines())


def test_days_that_follow_each_other_are_said_as_one_stretch(copy: OpenCopy) -> None:
    copy.dates.keep(CLOSED._replace(last=date(2026, 12, 5)))
    said = "Said already: 3 December 2026 to 5 December 2026; 24 December 2026; 31 December 2026"
    assert said_of(copy, OFFICE) == said


def test_days_are_taken_away(copy: OpenCopy, work: WorkFile) -> None:
    before = work.texts
    copy.dates.keep(CLOSED)
    assert copy.dates.take_away(CLOSED).taken
    assert work.texts == before
