"""What two stewards did on one shared file: put together, nothing lost, a clash is chosen."""

import random
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.authoring.read.sources import read_text
from desktop_app.workshop.call_ledger import Hearing, Result, calls
from desktop_app.workshop.editing import ChangeReason, edit, undo
from desktop_app.workshop.errors import EditRefused, WorkshopError
from desktop_app.workshop.history import history, undoable
from desktop_app.workshop.lines import lines_in
from desktop_app.workshop.places import value_at
from desktop_app.workshop.ring import Answer, record
from desktop_app.workshop.sharing.merged_texts import Side
from desktop_app.workshop.sharing.share_steps import Clashes, put, standing
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import GONE, Edit
from tests.sweeps import size
from tests.working_files import NOW, OFFICE, TOWN, small_work_file
from tests.workshop.sharing.two_stewards import NIGHT, Desk, Office, open_office

FAX = ("services", "id:town-mash", "lines", "id:fax")
NOTE, LABEL = (*OFFICE, "note"), (*OFFICE, "label")
HEARD = Answer(number="01632 960101", result=Result.MATCHES, heard=frozenset(Hearing))


def says(work: WorkFile, place: tuple[str | int, ...]) -> object:
    return value_at(read_text(work.texts[TOWN], TOWN).content, place)


def check_of(work: WorkFile, line: str) -> object:
    (found,) = [
        each for each in lines_in(work.texts) if each.line == line and "MASH" in each.service_name
    ]
    return found.verified


def test_changes_of_two_people_stand_together(office: Office) -> None:
    office.ann.edit(LABEL, "Front door")
    office.bob.edit((*NIGHT, "label"), "Night team")
    office.ann.put()
    done = office.bob.put()
    assert (done.brought, done.received) == (1, 1)
    office.ann.put()
    assert office.ann.work.texts == office.bob.work.texts
    assert says(office.ann.work, LABEL) == "Front door"
    assert says(office.ann.work, (*NIGHT, "label")) == "Night team"


def test_the_history_keeps_who_did_what(office: Office) -> None:
    office.ann.edit(LABEL, "Front door")
    office.bob.edit((*NIGHT, "label"), "Night team", why="a mail")
    office.ann.put()
    office.bob.put()
    told = {(each.by, each.why, each.after) for each in history(office.bob.work)}
    assert told == {
        ("Ann Example", "read it", "Front door"),
        ("Bob Example", "a mail", "Night team"),
    }


def test_one_field_changed_by_both_is_shown_as_two_values_and_nothing_is_written(
    office: Office,
) -> None:
    office.ann.edit(LABEL, "Front door")
    office.bob.edit(LABEL, "The front desk")
    office.ann.put()
    before = office.share.generations(), office.bob.work.texts
    with pytest.raises(Clashes) as caught:
        office.bob.put()
    (clash,) = caught.value.clashes
    assert (clash.mine, clash.theirs) == ("The front desk", "Front door")
    assert (office.share.generations(), office.bob.work.texts) == before


@pytest.mark.parametrize("side", Side)
def test_either_value_may_be_chosen_and_the_other_stays_in_the_history(
    office: Office, side: Side
) -> None:
    office.ann.edit(LABEL, "Front door")
    office.bob.edit(LABEL, "The front desk")
    office.ann.put()
    office.bob.put(side)
    wanted = "The front desk" if side is Side.MINE else "Front door"
    assert says(office.bob.work, LABEL) == wanted
    assert {"The front desk", "Front door"} <= {each.after for each in history(office.bob.work)}
    assert any("was chosen" in each.why for each in history(office.bob.work))


def test_a_merge_is_taken_back_by_one_undo(office: Office) -> None:
    office.ann.edit(LABEL, "Front door")
    office.bob.edit((*NIGHT, "label"), "Night team")
    office.ann.put()
    office.bob.put()
    undo(office.bob.work, by="Bob", at=NOW)
    assert office.bob.work.texts == office.ann.work.texts


def test_both_saying_the_same_is_no_clash(office: Office) -> None:
    for desk in (office.ann, office.bob):
        desk.edit(LABEL, "Front door")
        desk.put()
    assert [each.by for each in history(office.bob.work)] == ["Ann Example", "Bob Example"]
    assert undo(office.bob.work, by="Bob", at=NOW)
    assert says(office.bob.work, LABEL) == "MASH"


def test_an_entry_taken_away_by_one_and_changed_by_the_other_is_asked_about(
    office: Office,
) -> None:
    office.ann.edit(NIGHT, GONE)
    office.bob.edit((*NIGHT, "label"), "Night team")
    office.ann.put()
    with pytest.raises(Clashes) as caught:
        office.bob.put()
    assert [each.theirs is GONE for each in caught.value.clashes] == [True]
    office.bob.put(Side.MINE)
    assert says(office.bob.work, (*NIGHT, "label")) == "Night team"


def test_words_of_both_are_in_a_list(office: Office) -> None:
    notes = ("services", "id:town-mash", "notes")
    office.ann.edit(notes, ["Ask for the duty worker.", "Press 1."])
    office.bob.edit(notes, ["Ask for the duty worker.", "They speak Polish."])
    office.ann.put()
    office.bob.put()
    assert says(office.bob.work, notes) == [
        "Ask for the duty worker.",
        "Press 1.",
        "They speak Polish.",
    ]


def test_hours_of_two_people_are_never_mixed(office: Office) -> None:
    week = (*OFFICE, "hours")
    one = [{"basis": "published", "weekly": {"mon-fri": "09:00-17:00"}, "document": "page-2024"}]
    office.ann.edit(week, one)
    office.bob.edit(week, "always")
    office.ann.put()
    with pytest.raises(Clashes):
        office.bob.put()


def test_a_check_of_the_old_number_never_counts_for_the_new_one(office: Office) -> None:
    record(office.ann.work, HEARD, by="Ann Example", at=NOW)
    office.bob.edit((*OFFICE, "number"), "01632 960109")
    office.ann.put()
    office.bob.put()
    assert says(office.bob.work, (*OFFICE, "number")) == "01632 960109"
    assert check_of(office.bob.work, "office") is None
    assert len(calls(office.bob.work)) == 1


def test_a_check_made_after_the_number_was_changed_elsewhere_does_not_count(
    office: Office,
) -> None:
    office.bob.edit((*OFFICE, "number"), "01632 960109")
    office.bob.put()
    record(office.ann.work, HEARD, by="Ann Example", at=NOW)
    office.ann.put()
    assert says(office.ann.work, (*OFFICE, "number")) == "01632 960109"
    assert check_of(office.ann.work, "office") is None


def test_the_check_of_the_number_that_was_chosen_holds(office: Office) -> None:
    record(office.ann.work, HEARD, by="Ann Example", at=NOW)
    office.ann.edit((*NIGHT, "number"), "01632 960108")
    office.bob.edit((*OFFICE, "number"), "01632 960109")
    office.bob.edit((*NIGHT, "number"), "01632 960107")
    office.bob.put()
    office.ann.put(Side.MINE)
    assert says(office.ann.work, (*NIGHT, "number")) == "01632 960108"
    assert check_of(office.ann.work, "office") is None


def test_two_calls_of_one_number_leave_the_newer_check_and_both_in_the_ledger(
    office: Office,
) -> None:
    record(office.ann.work, HEARD, by="Ann Example", at=NOW)
    record(office.bob.work, HEARD, by="Bob Example", at=NOW + timedelta(days=3))
    office.bob.put()
    office.ann.put()
    check = check_of(office.ann.work, "office")
    assert isinstance(check, dict)
    assert check["by"] == "Bob Example"
    assert [each.by for each in calls(office.ann.work)] == ["Bob Example", "Ann Example"]


def test_what_only_both_together_make_wrong_is_told_and_nothing_is_lost(office: Office) -> None:
    office.ann.edit((*NIGHT, "hours"), "not_published")
    office.ann.edit(OFFICE, GONE)
    office.bob.edit((*FAX, "hours"), {"outside": "office"})
    office.ann.put()
    done = office.bob.put()
    assert says(office.bob.work, (*FAX, "hours")) == {"outside": "office"}
    assert any("office" in each for each in done.look_at)


def test_a_copy_of_another_working_file_is_refused(office: Office, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with small_work_file(tmp_path / "other") as other:
        with other.changing() as change:
            change.set_meta("share", str(office.share.path))
        with pytest.raises(WorkshopError, match="did not begin as one working file"):
            put(other, office.ann.who, NOW)


def test_a_copy_says_how_it_stands_to_the_share(office: Office) -> None:
    office.ann.edit(LABEL, "Front door")
    office.ann.put()
    office.bob.edit(NOTE, "Ring twice.")
    found = standing(office.bob.work, NOW)
    assert (found.generation, len(found.merge.events), found.received) == (2, 1, 1)


def test_putting_nothing_makes_no_state(office: Office) -> None:
    office.ann.put()
    assert office.share.generations() == [1]


@pytest.mark.parametrize("batch", range(size(3, 8)))
def test_of_two_hundred_interleavings_no_accepted_edit_is_lost(tmp_path: Path, batch: int) -> None:
    for number in range(batch, 8 * size(1, 25), 8):
        _interleave(tmp_path / str(number), random.Random(number))


PLACES = [(*line, field) for line in (OFFICE, NIGHT) for field in ("label", "note", "number")]


def _interleave(folder: Path, chance: random.Random) -> None:
    """Both edit, undo, ring and put in any order; every accepted value is there at the end."""
    folder.mkdir()
    office = open_office(folder)
    accepted: list[tuple[str, object]] = []
    for step in range(14):
        desk = chance.choice((office.ann, office.bob))
        what = chance.random()
        if what < 0.65:
            accepted += _one_edit(desk, chance, step)
        elif what < 0.75 and undoable(desk.work):
            undo(desk.work, by=desk.who.by, at=NOW)
        else:
            desk.put(chance.choice(tuple(Side)))
    for desk in (office.ann, office.bob, office.ann):
        desk.put(chance.choice(tuple(Side)))
    assert office.ann.work.texts == office.bob.work.texts
    kept = {(each.by, str(each.after)) for each in history(office.ann.work)}
    assert not {(by, str(value)) for by, value in accepted} - kept
    _checks_are_of_what_stands(office.ann.work)
    office.ann.work.close()
    office.bob.work.close()


def _one_edit(desk: Desk, chance: random.Random, step: int) -> list[tuple[str, object]]:
    place = chance.choice(PLACES)
    value = f"01632 9601{chance.randrange(100):02d}" if place[-1] == "number" else f"Words {step}"
    said = ChangeReason(by=desk.who.by, at=NOW + timedelta(minutes=step), document="page-2024")
    try:
        edit(desk.work, [Edit(file=TOWN, place=place, value=value)], said)
    except (EditRefused, WorkshopError):
        return []
    return [(desk.who.by, value)]


def _checks_are_of_what_stands(work: WorkFile) -> None:
    """The small directory's one check is of the number it began with."""
    for line in lines_in(work.texts):
        if line.verified:
            assert line.display == "01632 960101"
