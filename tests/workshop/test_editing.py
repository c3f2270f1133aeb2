"""Edits are checked, kept with their history, and taken back in the reverse order."""

from datetime import timedelta

import pytest

from desktop_app.workshop.editing import ChangeReason, change_texts, edit, redo, undo
from desktop_app.workshop.errors import EditRefused, WorkshopError
from desktop_app.workshop.history import history
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import GONE, Edit
from tests.working_files import NOW, OFFICE, SAID, TOWN

PAGE = "national/guidance/what-to-say.md"


def number(text: str) -> Edit:
    return Edit(file=TOWN, place=(*OFFICE, "number"), value=text)


def test_an_edit_is_one_event_with_who_why_and_which_document(work: WorkFile) -> None:
    edit(work, [number("01632 960199")], SAID)
    event, unchecked = history(work)
    assert unchecked.place == (*OFFICE, "verified")
    assert (event.by, event.at, event.why, event.document) == (
        "A. Steward", NOW, "moved", "page-2024",
    )  # fmt: skip
    assert (event.file, event.place) == (TOWN, (*OFFICE, "number"))
    assert (event.before, event.after) == ("01632 960101", "01632 960199")


def test_what_the_compile_refuses_is_refused_at_its_field(work: WorkFile) -> None:
    before = work.texts
    with pytest.raises(EditRefused) as refused:
        edit(work, [number("01632 960 10")], SAID)
    (mistake,) = refused.value.mistakes
    assert (mistake.file, mistake.place) == (TOWN, (*OFFICE, "number"))
    assert "not a number that can exist" in mistake.sentence
    assert (work.texts, history(work)) == (before, [])


def test_a_mistake_that_was_there_before_stops_no_other_edit(work: WorkFile) -> None:
    broken = work.texts[TOWN].replace("01632 960103", "0163")
    with work.changing() as change:
        change.put("source", {"name": TOWN, "text": broken})
    edit(work, [number("01632 960199")], SAID)
    assert "01632 960199" in work.texts[TOWN]


@pytest.mark.parametrize(
    ("document", "sentence"), [("", "Say which document"), ("no-such", "“no-such” is not in")]
)
def test_nothing_is_saved_without_a_document(work: WorkFile, document: str, sentence: str) -> None:
    said = ChangeReason(by="A. Steward", at=NOW, document=document)
    with pytest.raises(WorkshopError, match=sentence):
        edit(work, [number("01632 960199")], said)
    assert history(work) == []


def test_nothing_is_saved_without_a_name(work: WorkFile) -> None:
    with pytest.raises(WorkshopError, match="Say who"):
        edit(work, [number("01632 960199")], ChangeReason(by=" ", at=NOW, document="page-2024"))


def test_saving_what_stands_there_is_told(work: WorkFile) -> None:
    with pytest.raises(WorkshopError, match="Nothing was changed"):
        edit(work, [number("01632 960101")], SAID)


def test_several_edits_are_one_act_and_one_undo(work: WorkFile) -> None:
    before = work.texts
    edits = [number("01632 960199"), Edit(file=TOWN, place=(*OFFICE, "note"), value="New.")]
    assert edit(work, edits, SAID) == 1
    undo(work, by="B. Steward", at=NOW)
    assert work.texts == before


def test_edits_of_which_one_is_refused_change_nothing(work: WorkFile) -> None:
    before = work.texts
    edits = [number("01632 960199"), Edit(file=TOWN, place=(*OFFICE, "kind"), value="smoke")]
    with pytest.raises(EditRefused):
        edit(work, edits, SAID)
    assert work.texts == before


def test_undo_and_redo_go_through_a_restart(work: WorkFile) -> None:
    before = work.texts
    edit(work, [number("01632 960199")], SAID)
    changed = work.texts
    work.close()
    with WorkFile.open(work.path) as again:
        undo(again, by="A. Steward", at=NOW)
        assert again.texts == before
    with WorkFile.open(work.path) as again:
        redo(again, by="A. Steward", at=NOW)
        assert again.texts == changed


def test_the_history_keeps_what_was_taken_back(work: WorkFile) -> None:
    edit(work, [number("01632 960199")], SAID)
    undo(work, by="B. Steward", at=NOW + timedelta(hours=1))
    told = [(e.kind, e.by, e.before, e.after) for e in history(work) if e.place[-1] == "number"]
    assert told == [
        ("do", "A. Steward", "01632 960101", "01632 960199"),
        ("undo", "B. Steward", "01632 960199", "01632 960101"),
    ]


def test_nothing_to_undo_or_redo_is_told(work: WorkFile) -> None:
    with pytest.raises(WorkshopError, match="nothing to take back"):
        undo(work, by="A. Steward", at=NOW)
    with pytest.raises(WorkshopError, match="nothing to do again"):
        redo(work, by="A. Steward", at=NOW)


def test_after_a_new_edit_nothing_is_done_again(work: WorkFile) -> None:
    edit(work, [number("01632 960199")], SAID)
    undo(work, by="A. Steward", at=NOW)
    edit(work, [number("01632 960198")], SAID)
    with pytest.raises(WorkshopError, match="nothing to do again"):
        redo(work, by="A. Steward", at=NOW)


def test_a_page_of_guidance_is_changed_as_a_text(work: WorkFile) -> None:
    before = work.texts
    new = before[PAGE].replace("- who", "- who it is")
    change_texts(work, {PAGE: new}, SAID)
    assert work.text(PAGE) == new
    undo(work, by="A. Steward", at=NOW)
    assert work.texts == before


def test_a_file_comes_and_goes(work: WorkFile) -> None:
    before = work.texts
    page = before[PAGE].replace("id: what-to-say", "id: what-to-write")
    change_texts(work, {"national/guidance/what-to-write.md": page}, SAID)
    change_texts(work, {PAGE: None}, SAID)
    assert work.text(PAGE) is None
    undo(work, by="A. Steward", at=NOW)
    undo(work, by="A. Steward", at=NOW)
    assert work.texts == before


def test_an_entry_that_was_taken_away_comes_back_where_it_was(work: WorkFile) -> None:
    before = work.texts
    edit(work, [Edit(file=TOWN, place=(*OFFICE[:3], "id:fax"), value=GONE)], SAID)
    undo(work, by="A. Steward", at=NOW)
    assert work.texts == before


def test_two_who_hold_the_same_file_do_not_write_over_each_other(work: WorkFile) -> None:
    with WorkFile.open(work.path) as other:
        edit(other, [Edit(file=TOWN, place=(*OFFICE, "note"), value="Theirs.")], SAID)
    edit(work, [number("01632 960199")], SAID)
    assert "Theirs." in work.texts[TOWN]
    assert "01632 960199" in work.texts[TOWN]
