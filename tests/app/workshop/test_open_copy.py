"""A working file behind the window: a change is kept, refused, taken back, shown as on a desk."""

from datetime import datetime
from pathlib import Path

import pytest

from desktop_app.app.workshop.open_copy import READ_ONLY, UNCHANGED, OpenCopy
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.errors import DirectoryMissing
from desktop_app.ui.workshop.working_copy import (
    Fact,
    FactEdit,
    FormHours,
    NewDocument,
    Way,
    WorkshopError,
)
from desktop_app.workshop.work_file import WorkFile
from tests.working_files import NOW

SERVICE = "town-mash"
NUMBER = "01632 960199"
WEEK = ("09:15-17:20",) * 4 + ("09:15-15:50", "", "")


def nothing_in_use() -> Directory:
    raise DirectoryMissing("nowhere")


def fact(copy: OpenCopy, heading: str, card: str = "office") -> Fact:
    cards = {each.name: each for each in copy.sheet(SERVICE).cards}
    return next(each for each in cards[card].facts if each.heading == heading)


def change(copy: OpenCopy, heading: str, value: object, card: str = "office") -> FactEdit:
    place = fact(copy, heading, card).place
    return FactEdit(SERVICE, place, value, "page-2024")  # type: ignore[arg-type]


def test_a_number_is_changed_and_stands_there_after_a_restart(
    copy: OpenCopy, work: WorkFile
) -> None:
    assert copy.edit(change(copy, "Number", NUMBER)).taken
    with WorkFile.open(work.path, read_only=True) as again:
        opened = OpenCopy(again, by="", now=lambda: NOW, open_in_use=nothing_in_use)
        assert fact(opened, "Number").value == NUMBER
        assert opened.read_only == READ_ONLY


def test_the_log_says_what_by_whom_and_on_which_document(copy: OpenCopy) -> None:
    copy.edit(change(copy, "Number", NUMBER))
    [line] = copy.changes()
    assert (line.by, line.before, line.after) == ("Amara", "01632 960101", NUMBER)
    assert line.what.endswith("number")
    assert "2024" in line.rests_on


def test_a_new_number_rests_on_its_document_alone_and_was_never_checked(copy: OpenCopy) -> None:
    copy.edit(change(copy, "Number", NUMBER))
    assert fact(copy, "Number").rests_on == ("A page, about 2024",)
    assert copy.sheet(SERVICE).cards[0].state == "never checked"


def test_hours_are_written_as_the_sources_write_them(copy: OpenCopy) -> None:
    hours = FormHours(Way.PUBLISHED, WEEK, "closed")
    assert copy.edit(change(copy, "Hours", hours)).taken
    assert fact(copy, "Hours").value == hours
    assert "Friday 09:15 to 15:50" in fact(copy, "Hours").told


def test_what_is_no_number_is_refused_at_its_place(copy: OpenCopy) -> None:
    outcome = copy.edit(change(copy, "Number", "01632 96"))
    assert not outcome.taken
    assert fact(copy, "Number").value == "01632 960101"


def test_hours_left_as_they_were_change_nothing(copy: OpenCopy) -> None:
    outcome = copy.edit(change(copy, "Hours", FormHours(Way.OTHER)))
    assert [each.sentence for each in outcome.refusals] == [UNCHANGED]


def test_saving_what_stands_there_is_told(copy: OpenCopy) -> None:
    outcome = copy.edit(change(copy, "Number", "01632 960101"))
    assert [each.sentence for each in outcome.refusals] == [UNCHANGED]
    assert not copy.changes()


def test_a_note_that_says_nothing_any_more_goes(copy: OpenCopy, work: WorkFile) -> None:
    before = work.texts
    copy.edit(change(copy, "Note", "Say the postcode first."))
    copy.edit(change(copy, "Note", ""))
    assert work.texts == before


def test_a_change_is_taken_back_and_made_again(copy: OpenCopy) -> None:
    copy.edit(change(copy, "Number", NUMBER))
    assert copy.undo().endswith("number")
    assert fact(copy, "Number").value == "01632 960101"
    assert copy.changes()[0].undone
    assert copy.redo().endswith("number")
    assert fact(copy, "Number").value == NUMBER


def test_with_nothing_to_take_back_nothing_is_said(copy: OpenCopy) -> None:
    assert (copy.undo(), copy.redo()) == ("", "")


def test_the_list_shows_what_was_changed_here(copy: OpenCopy) -> None:
    copy.edit(change(copy, "Number", NUMBER))
    assert [row.id for row in copy.rows() if row.changed] == [SERVICE]


def test_a_document_is_added_with_the_file_it_was_read_from(
    copy: OpenCopy, work: WorkFile, tmp_path: Path
) -> None:
    letter = tmp_path / "letter.pdf"
    letter.write_bytes(b"%PDF")
    document = copy.add_document(NewDocument("Letter", "Town Council", "1 Dec 2026", str(letter)))
    assert document.id in [each.id for each in copy.documents()]
    kept = list(work.rows("SELECT name, document FROM evidence"))
    assert kept == [("letter.pdf", document.id)]


def test_a_file_that_cannot_be_read_becomes_no_document(copy: OpenCopy, tmp_path: Path) -> None:
    before = len(copy.documents())
    with pytest.raises(WorkshopError, match="cannot be read"):
        copy.add_document(NewDocument("Letter", "Town", "2026", str(tmp_path / "gone.pdf")))
    assert len(copy.documents()) == before


def test_the_preview_shows_the_changed_number(copy: OpenCopy) -> None:
    copy.edit(change(copy, "Number", NUMBER))
    shown = copy.preview(SERVICE, NOW)
    assert shown is not None
    assert NUMBER in [line.number for line in shown.facts.lines]


def test_without_a_directory_in_use_there_is_nothing_to_compare_with(copy: OpenCopy) -> None:
    with pytest.raises(WorkshopError, match="nothing to compare with"):
        copy.differences()


def test_the_clock_of_a_change_is_the_clock_it_is_given(copy: OpenCopy) -> None:
    copy.edit(change(copy, "Number", NUMBER))
    assert copy.changes()[0].at == datetime.fromisoformat(NOW.isoformat())


def test_a_pasted_number_is_kept_as_it_is_read_aloud(copy: OpenCopy) -> None:
    assert copy.edit(change(copy, "Number", "+44 (0)1632\u200b-960199")).taken
    assert fact(copy, "Number").value == NUMBER


def test_no_line_gets_the_number_of_the_emergency_services(copy: OpenCopy) -> None:
    with pytest.raises(WorkshopError, match="reaches the emergency services"):
        copy.edit(change(copy, "Number", "999"))
    assert fact(copy, "Number").value == "01632 960101"


def test_a_number_that_another_service_has_is_told(copy: OpenCopy) -> None:
    outcome = copy.edit(change(copy, "Number", "01632 960301"))
    assert outcome.taken
    [told] = outcome.also
    assert "from now on they change together" in told
