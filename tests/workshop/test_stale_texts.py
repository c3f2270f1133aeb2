"""Texts that still say an old number's end or old times are told until somebody writes them."""

import pytest

from desktop_app.workshop.editing import edit, undo
from desktop_app.workshop.numbers import change_number
from desktop_app.workshop.stale_texts import StaleText, stale_texts
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import Edit
from tests.working_files import NOW, OFFICE, SAID, TOWN

OLD, NEW = "01632 960101", "01632 960199"
SERVICE = ("services", "id:town-mash")
NOTES = (*SERVICE, "notes")
WEEK = [{"basis": "published", "weekly": {"mon-fri": "10:00-15:00"}, "document": "page-2024"}]


@pytest.fixture
def noted(work: WorkFile) -> WorkFile:
    """The office's note names the end of its number, and a time."""
    text = work.texts[TOWN].replace(
        "notes: [Ask for the duty worker.]",
        'notes: ["Read the last three back: 101.", "Shut at 16:20 on Fridays."]',
    )
    with work.changing() as change:
        change.put("source", {"name": TOWN, "text": text})
    return work


def told(work: WorkFile) -> list[tuple[object, tuple[str, ...], str]]:
    def brief(each: StaleText) -> tuple[object, tuple[str, ...], str]:
        return each.passage.place, each.passage.found, each.was

    return [brief(each) for each in stale_texts(work)]


def renumber(work: WorkFile, old: str = OLD, new: str = NEW) -> None:
    change_number(work, old, new, SAID)


def rewrite(work: WorkFile, text: str) -> None:
    edit(work, [Edit(file=TOWN, place=(*NOTES, 0), value=text)], SAID)


def test_nothing_changed_leaves_nothing_behind(noted: WorkFile) -> None:
    assert stale_texts(noted) == []


def test_the_end_of_the_old_number_is_told_also_after_a_restart(noted: WorkFile) -> None:
    renumber(noted)
    expected = [((*NOTES, 0), ("101",), OLD)]
    assert told(noted) == expected
    with WorkFile.open(noted.path, read_only=True) as again:
        assert told(again) == expected


def test_a_text_that_was_written_since_is_right(noted: WorkFile) -> None:
    renumber(noted)
    rewrite(noted, "Read the last three back: 199. Not 101.")
    assert stale_texts(noted) == []


def test_taken_back_there_is_nothing_to_look_at(noted: WorkFile) -> None:
    renumber(noted)
    undo(noted, by="A. Steward", at=NOW)
    assert stale_texts(noted) == []


def test_an_end_that_the_new_number_has_too_is_right(noted: WorkFile) -> None:
    renumber(noted, OLD, "020 7946 0101")
    assert stale_texts(noted) == []


def test_hours_that_change_leave_times_behind(noted: WorkFile) -> None:
    edit(noted, [Edit(file=TOWN, place=(*OFFICE, "hours"), value=WEEK)], SAID)
    assert told(noted) == [((*NOTES, 1), ("16:20",), "")]


def test_a_text_written_before_the_number_changed_is_told(noted: WorkFile) -> None:
    rewrite(noted, "It ends in 101.")
    renumber(noted)
    assert told(noted) == [((*NOTES, 0), ("101",), OLD)]
