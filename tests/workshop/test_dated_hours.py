"""Dated exceptions of many lines: one range, one act, one undo, and no day beside it touched."""

from datetime import date, timedelta

import pytest

from desktop_app.workshop.dated_hours import DatedHours, planned_dates, set_dates, take_away_dates
from desktop_app.workshop.editing import undo
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.history import undoable
from desktop_app.workshop.lines import lines_in
from desktop_app.workshop.work_file import WorkFile
from tests.working_files import NOW, SAID

FIRST, LAST = date(2026, 12, 24), date(2027, 1, 1)
EMERGENCY = ("police-999", "emergency")
CHRISTMAS = DatedHours(first=FIRST, last=LAST, note="Council closed")
MORNING = DatedHours(first=FIRST, last=FIRST, open="09:00-12:00")


def lines_that_may_close(work: WorkFile) -> list[tuple[str, str]]:
    every = [(line.service, line.line) for line in lines_in(work.texts)]
    return [each for each in every if each != EMERGENCY]


def said_of(work: WorkFile, key: tuple[str, str]) -> dict[date, object]:
    line = next(each for each in lines_in(work.texts) if (each.service, each.line) == key)
    return {
        each["date"]: each.get("open", "closed" if each.get("closed") else None)
        for each in line.says.get("exceptions", [])
    }


@pytest.fixture
def keys(work: WorkFile) -> list[tuple[str, str]]:
    return [("town-mash", "office"), ("other-front-doors", "office")]


def test_every_day_of_the_range_is_said_of_every_line(
    work: WorkFile, keys: list[tuple[str, str]]
) -> None:
    set_dates(work, keys, CHRISTMAS, SAID)
    days = [FIRST + timedelta(n) for n in range(9)]
    for key in keys:
        found = said_of(work, key)
        assert [day for day in found if FIRST <= day <= LAST] == days
        assert {found[day] for day in days} == {"closed"}


def test_one_undo_takes_all_of_them_back(work: WorkFile, keys: list[tuple[str, str]]) -> None:
    before = work.texts
    set_dates(work, keys, CHRISTMAS, SAID)
    assert len(undoable(work)) == 1
    undo(work, by="A", at=NOW)
    assert work.texts == before


def test_a_later_exception_takes_the_place_of_that_day_alone(
    work: WorkFile, keys: list[tuple[str, str]]
) -> None:
    set_dates(work, keys, CHRISTMAS, SAID)
    set_dates(work, keys[:1], MORNING, SAID)
    assert said_of(work, keys[0])[FIRST] == "09:00-12:00"
    assert said_of(work, keys[0])[LAST] == "closed"
    assert said_of(work, keys[1])[FIRST] == "closed"


def test_days_are_taken_away_and_others_stay(work: WorkFile, keys: list[tuple[str, str]]) -> None:
    set_dates(work, keys, CHRISTMAS, SAID)
    take_away_dates(work, keys, FIRST, date(2026, 12, 31), SAID)
    assert [day for day in said_of(work, keys[0]) if day >= FIRST] == [LAST]


def test_what_is_planned_is_what_is_written_and_nothing_before(
    work: WorkFile, keys: list[tuple[str, str]]
) -> None:
    before = work.texts
    after = planned_dates(before, keys, CHRISTMAS, SAID.document)
    assert work.texts == before
    set_dates(work, keys, CHRISTMAS, SAID)
    assert work.texts == after


def test_a_closed_day_is_no_check_of_the_line(work: WorkFile, keys: list[tuple[str, str]]) -> None:
    before = [line.says.get("verified") for line in lines_in(work.texts)]
    set_dates(work, lines_that_may_close(work), CHRISTMAS, SAID)
    assert [line.says.get("verified") for line in lines_in(work.texts)] == before


def test_no_day_is_set_at_which_nobody_answers_999(work: WorkFile) -> None:
    before = work.texts
    with pytest.raises(WorkshopError, match="999, on every day of the year"):
        set_dates(work, [EMERGENCY], CHRISTMAS, SAID)
    assert work.texts == before


@pytest.mark.parametrize(
    ("dated", "sentence"),
    [
        (DatedHours(first=LAST, last=FIRST), "last day is before the first"),
        (DatedHours(first=FIRST, last=FIRST + timedelta(62)), "are no exception"),
        (DatedHours(first=FIRST, last=LAST, open="9am"), "cannot be read"),
        (DatedHours(first=FIRST, last=LAST, open="10:00-10:00"), "cannot be read"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    work: WorkFile, keys: list[tuple[str, str]], dated: DatedHours, sentence: str
) -> None:
    before = work.texts
    with pytest.raises(WorkshopError, match=sentence):
        set_dates(work, keys, dated, SAID)
    assert work.texts == before


@pytest.mark.parametrize("wanted", [[], [("town-mash", "gone")]])
def test_lines_that_are_none_are_told(work: WorkFile, wanted: list[tuple[str, str]]) -> None:
    with pytest.raises(WorkshopError):
        set_dates(work, wanted, CHRISTMAS, SAID)


def test_the_same_said_twice_changes_nothing(work: WorkFile, keys: list[tuple[str, str]]) -> None:
    set_dates(work, keys, CHRISTMAS, SAID)
    with pytest.raises(WorkshopError, match="Nothing was changed"):
        set_dates(work, keys, CHRISTMAS, SAID)
