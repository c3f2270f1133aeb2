"""One number is changed everywhere in one act, and what nobody can change is listed to look at."""

import pytest

from desktop_app.workshop.documents import documents_in
from desktop_app.workshop.editing import ChangeReason, edit, undo
from desktop_app.workshop.errors import EditRefused, WorkshopError
from desktop_app.workshop.history import history
from desktop_app.workshop.lines import digits_of, lines_in
from desktop_app.workshop.numbers import OneLine, change_number, number_plan, times_in_prose
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import Edit
from tests.working_files import NOW, OFFICE, SAID, TOWN

OTHER = "national/services/other-towns.yaml"
PAGE = "national/guidance/what-to-say.md"
OLD, NEW = "01632 960101", "01632 960199"


@pytest.fixture
def shared(work: WorkFile) -> WorkFile:
    """The office's number stands on two lines, in two notes and in a page of guidance."""
    texts = work.texts
    town = texts[TOWN].replace(
        "notes: [Ask for the duty worker.]",
        'notes: ["Ring 01632 960101; it ends in 101. Closed at 16:20 on Fridays."]',
    )
    other = texts[OTHER].replace('number: "01632 960301"', 'number: "01632 960101"')
    other = other.replace(
        "    summary: For women who are being hurt at home.",
        "    summary: For women who are being hurt at home, or ring 01632960101.",
    )
    page = texts[PAGE] + "\nRing 01632 960 101 first.\n"
    with work.changing() as change:
        for name, text in ((TOWN, town), (OTHER, other), (PAGE, page)):
            change.put("source", {"name": name, "text": text})
    return work


def test_every_line_note_and_page_that_names_it_is_offered(shared: WorkFile) -> None:
    plan = number_plan(shared.texts, "(01632) 960 101", NEW)
    assert [line.service for line in plan.lines] == ["other-front-doors", "town-mash"]
    assert {(passage.file, passage.found) for passage in plan.named_in} == {
        (TOWN, ("01632 960101",)),
        (OTHER, ("01632960101",)),
        (PAGE, ("01632 960 101",)),
    }
    (end,) = plan.look_at
    assert (end.file, end.found) == (TOWN, ("101",))


@pytest.mark.parametrize("emergency", ["999", "112", "18000", "1 8000"])
def test_the_numbers_of_the_emergency_services_are_given_to_nobody(
    shared: WorkFile, emergency: str
) -> None:
    before = shared.texts
    for old, new in ((OLD, emergency), (emergency, NEW)):
        with pytest.raises(WorkshopError, match="reaches the emergency services"):
            change_number(shared, old, new, SAID)
    assert shared.texts == before


def test_a_number_of_the_whole_country_is_changed_on_one_line_alone(work: WorkFile) -> None:
    texts = {name: text.replace("01632 960301", "111") for name, text in work.texts.items()}
    texts = {name: text.replace("01632 960101", "111") for name, text in texts.items()}
    with work.changing() as change:
        for name, text in texts.items():
            change.put("source", {"name": name, "text": text})
    lines = [line for line in lines_in(work.texts) if line.digits == "111"]
    assert len(lines) > 1
    with pytest.raises(WorkshopError, match="dialled in the whole country"):
        change_number(work, "111", NEW, SAID)
    at = OneLine(file=lines[0].file, place=lines[0].place)
    change_number(work, "111", NEW, SAID, at)
    left = [line for line in lines_in(work.texts) if line.digits == "111"]
    assert [line.place for line in left] == [line.place for line in lines[1:]]


def test_one_edit_changes_all_of_them_and_one_undo_brings_them_back(shared: WorkFile) -> None:
    before = shared.texts
    change_number(shared, OLD, NEW, SAID)
    after = "".join(shared.texts.values())
    assert "01632 960101" not in after
    assert "01632960101" not in after
    assert after.count(NEW) == 5
    undo(shared, by="A. Steward", at=NOW)
    assert shared.texts == before


def test_the_new_number_says_where_it_was_read(shared: WorkFile) -> None:
    said = type(SAID)(by=SAID.by, at=NOW, why="moved", document="old-paper")
    change_number(shared, OLD, NEW, said)
    for line in lines_in(shared.texts):
        if line.display == NEW:
            assert line.says["sources"][0]["document"] == "old-paper"


def test_a_changed_number_is_unchecked(shared: WorkFile) -> None:
    change_number(shared, OLD, NEW, SAID)
    (office,) = [line for line in lines_in(shared.texts) if line.place == OFFICE]
    assert office.verified is None
    assert "verified" in {event.place[-1] for event in history(shared)}


def test_a_number_that_cannot_exist_changes_nothing(shared: WorkFile) -> None:
    before = shared.texts
    with pytest.raises(EditRefused) as refused:
        change_number(shared, OLD, "01632 96", SAID)
    assert {mistake.place[-1] for mistake in refused.value.mistakes} >= {"number"}
    assert shared.texts == before


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("01632 960555", NEW, "No line in use has the number"),
        ("01632 960103", NEW, "No line in use has the number"),
        (OLD, OLD, "is the number already"),
    ],
)
def test_what_changes_nothing_is_told(work: WorkFile, old: str, new: str, sentence: str) -> None:
    with pytest.raises(WorkshopError, match=sentence):
        change_number(work, old, new, SAID)


def test_times_in_prose_are_pointed_at(shared: WorkFile) -> None:
    found = times_in_prose(shared.texts, "town-mash")
    assert [(p.place, p.found) for p in found] == [
        (("services", "id:town-mash", "notes", 0), ("16:20",))
    ]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("closes early on Fridays, at 16:20", ("16:20",)),
        ("from 9am to 5.30pm", ("9am", "5.30pm")),
        ("until noon or midnight", ("noon", "midnight")),
        ("ring 01632 960101 on 24 December 2026", ()),
        ("section 47, page 12", ()),
    ],
)
def test_a_time_is_known_as_people_write_it(
    work: WorkFile, text: str, times: tuple[str, ...]
) -> None:
    edit(work, [Edit(file=TOWN, place=(*OFFICE, "note"), value=text)], SAID)
    found = times_in_prose(work.texts, "town-mash")
    assert tuple(time for passage in found for time in passage.found) == times


@pytest.mark.parametrize(
    ("typed", "digits"),
    [("01632 960101", "01632960101"), ("+44 1632 960101", "01632960101"), ("999", "999")],
)
def test_digits_are_those_that_are_keyed(typed: str, digits: str) -> None:
    assert digits_of(typed) == digits


def test_documents_do_not_change_with_a_number(shared: WorkFile) -> None:
    before = documents_in(shared.texts)
    change_number(shared, OLD, NEW, SAID)
    assert documents_in(shared.texts) == before


def test_what_was_cited_for_the_old_number_says_that_it_gave_that_one(work: WorkFile) -> None:
    said = ChangeReason(by="A. Steward", at=NOW, document="old-paper")
    change_number(work, OLD, NEW, said)
    change_number(
        work, NEW, "01632 960198", ChangeReason(by="A. Steward", at=NOW, document="old-paper")
    )
    (line,) = (each for each in lines_in(work.texts) if each.digits == "01632960198")
    assert line.says["sources"] == [
        {"document": "old-paper", "states": "gives this number"},
        {
            "document": "page-2024",
            "states": "01632 960101: gives this number for office hours",
        },
    ]
