"""No edit, import or undo marks a number as checked, and a changed number loses its check."""

import random
from datetime import date

import pytest

from desktop_app.workshop.editing import change_texts, edit, redo, undo
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.lines import lines_in
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import GONE, Edit
from tests.sweeps import size
from tests.working_files import NOW, OFFICE, SAID, TOWN

CHECK = {"on": date(2026, 12, 1), "by": "Nobody", "how": "rang_it"}
NIGHT = (*OFFICE[:3], "id:out-of-hours")
LINE = {
    "id": "new",
    "kind": "helpline",
    "label": "New",
    "number": "01632 960177",
    "hours": "not_published",
    "verified": CHECK,
    "sources": [{"document": "page-2024", "states": "gives it"}],
}


def checks(work: WorkFile) -> set[tuple[str, str, str]]:
    return {(x.service, x.digits, str(x.verified)) for x in lines_in(work.texts) if x.verified}


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ((*NIGHT, "verified"), CHECK),
        ((*OFFICE, "verified"), CHECK),
        ((*OFFICE, "verified", "by"), "Nobody"),
        ((*OFFICE, "verified", "on"), date(2026, 11, 30)),
        ((*OFFICE[:3], "+"), LINE),
    ],
)
def test_no_edit_marks_a_number_as_checked(
    work: WorkFile, place: tuple[str | int, ...], value: object
) -> None:
    before = work.texts
    with pytest.raises(WorkshopError, match="only that verifies"):
        edit(work, [Edit(file=TOWN, place=place, value=value)], SAID)
    assert work.texts == before


def test_no_whole_file_marks_a_number_as_checked(work: WorkFile) -> None:
    text = work.texts[TOWN].replace(
        "        hours: {outside: office}\n",
        "        hours: {outside: office}\n        verified: {on: 2026-12-01, by: N, how: email}\n",
    )
    with pytest.raises(WorkshopError, match="only that verifies"):
        change_texts(work, {TOWN: text}, SAID)


def test_a_service_in_another_file_keeps_the_checks_it_had(work: WorkFile) -> None:
    text = work.texts[TOWN]
    change_texts(work, {TOWN: None, "national/services/moved.yaml": text}, SAID)
    assert len(checks(work)) == 1


@pytest.mark.parametrize(("key", "value"), [("number", "01632 960150"), ("hours", "not_published")])
def test_what_changed_loses_its_check(work: WorkFile, key: str, value: str) -> None:
    edit(work, [Edit(file=TOWN, place=(*OFFICE, key), value=value)], SAID)
    assert checks(work) == set()


def test_a_note_leaves_the_check_alone(work: WorkFile) -> None:
    before = checks(work)
    edit(work, [Edit(file=TOWN, place=(*OFFICE, "note"), value="A note.")], SAID)
    assert checks(work) == before


def test_a_check_can_be_taken_away(work: WorkFile) -> None:
    edit(work, [Edit(file=TOWN, place=(*OFFICE, "verified"), value="never")], SAID)
    assert checks(work) == set()


def test_a_thousand_random_edits_verify_nothing(work: WorkFile) -> None:
    """A check that stands at the end stood there at the beginning, for the same number."""
    first, chance = checks(work), random.Random(14)
    lines = [line.place for line in lines_in(work.texts) if line.file == TOWN]
    made = 0
    for step in range(size(40, 1_000)):
        place = chance.choice(lines)
        values = {
            "number": f"01632 9601{chance.randrange(100):02}",
            "label": f"Label {step}",
            "hours": chance.choice(["not_published", "assumed_office", {"always": True}]),
            "standing": chance.choice(["in_use", "disputed", "superseded"]),
            "verified": chance.choice(["never", CHECK, GONE]),
            "note": f"Note {step}",
        }
        keys = chance.sample(sorted(values), chance.randint(1, 3))
        edits = [Edit(file=TOWN, place=(*place, key), value=values[key]) for key in keys]
        try:
            what = chance.random()
            if what < 0.1:
                undo(work, by="A", at=NOW)
            elif what < 0.15:
                redo(work, by="A", at=NOW)
            else:
                edit(work, edits, SAID)
            made += 1
        except WorkshopError:
            continue
        assert checks(work) <= first
    assert made > 5
