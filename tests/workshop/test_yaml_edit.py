"""One value is exchanged in one line, and nothing else in the file moves."""

from datetime import date
from difflib import ndiff
from pathlib import Path

import pytest

from desktop_app.authoring.read.sources import read_text
from desktop_app.paths import national_sources
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.places import value_at
from desktop_app.workshop.yaml_edit import GONE, Edit, edited
from tests import sweeps
from tests.small_sources import TOWN as TEXT
from tests.working_files import OFFICE, TOWN


def laid_out(text: str) -> str:
    """What an edit makes of the lines it does not touch."""
    return edited(text, "f", [])[0]


def kept_as_typed(text: str) -> bool:
    return laid_out(text) == text


def changed_lines(old: str, new: str) -> list[str]:
    lines = ndiff(old.splitlines(), new.splitlines())
    return [line for line in lines if line.startswith(("- ", "+ "))]


def after(*steps: str | int, value: object) -> tuple[str, list[str]]:
    new, _ = edited(TEXT, TOWN, [Edit(file=TOWN, place=steps, value=value)])
    return new, changed_lines(TEXT, new)


def test_a_number_is_one_line() -> None:
    _, lines = after(*OFFICE, "number", value="01632 960199")
    assert lines == ['-         number: "01632 960101"', '+         number: "01632 960199"']


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("label", "Duty desk: ask for the worker"),
        ("note", "yes"),
        ("note", "null"),
        ("note", "12"),
        ("note", "2026-12-01"),
        ("note", "# not a comment"),
        ("note", "She said “no”, and 'no' again: \"no\"."),
        ("note", "- a dash"),
        ("note", "trailing "),
        ("note", "{curly}"),
        ("note", "@at %per &amp *star !bang"),
        ("note", ""),
        ("note", "two\nlines"),
        ("note", "tab\tand emoji ☎"),
        ("standing", "disputed"),
        ("verified", "never"),
        ("verified", {"on": date(2026, 12, 1), "by": "A. Steward", "how": "rang_it"}),
        ("hours", {"always": True, "document": "page-2024"}),
        ("hours", "not_published"),
        ("exceptions", []),
    ],
)
def test_every_value_reads_back_as_itself(key: str, value: object) -> None:
    new, _ = after(*OFFICE, key, value=value)
    content = read_text(new, TOWN).content
    assert value_at(content, (*OFFICE, key)) == value


def test_a_new_line_of_a_service_stands_as_somebody_would_type_it() -> None:
    line = {"id": "text", "kind": "text", "label": "Text", "number": "01632 960105"}
    _, lines = after(*OFFICE[:3], "+", value=line)
    assert lines[0] == "+       - id: text"
    assert '+         number: "01632 960105"' in lines
    assert all(line.startswith("+") for line in lines)


def test_an_entry_goes_and_its_neighbours_stay() -> None:
    new, _ = after(*OFFICE[:3], "id:fax", value=GONE)
    content = read_text(new, TOWN).content
    assert [line["id"] for line in value_at(content, OFFICE[:3])] == ["office", "out-of-hours"]


def test_a_new_entry_can_come_first() -> None:
    new, _ = after("services", "id:town-mash", "gaps", "+0", value="First.")
    assert value_at(read_text(new, TOWN).content, ("services", 0, "gaps"))[0] == "First."


def test_taking_away_what_is_not_there_is_told() -> None:
    with pytest.raises(WorkshopError, match="to take away"):
        after(*OFFICE, "note", value=GONE)


def test_a_place_that_is_gone_is_told() -> None:
    with pytest.raises(WorkshopError, match="no “other › lines › office › number”"):
        after("services", "id:other", *OFFICE[2:], "number", value="01632 960199")


@pytest.mark.slow
def test_every_file_of_the_real_directory_is_kept_as_typed() -> None:
    moved = [
        path.name
        for path in sweeps.sampled(sorted(national_sources().parent.rglob("*.yaml")), 40)
        if not kept_as_typed(path.read_text(encoding="utf-8"))
    ]
    assert moved == []


def test_a_file_laid_out_another_way_says_the_same_after_it_is_laid_out() -> None:
    text = "services:\n- id: a\n  names: [one,\n      two]\n"
    neat = laid_out(text)
    assert read_text(neat, "a").content == read_text(text, "a").content
    assert kept_as_typed(neat)


def test_comments_and_order_survive_an_edit(tmp_path: Path) -> None:
    text = "# head\na: 1 # why\n\n# about b\nb: [x, y]\n"
    new, _ = edited(text, "f", [Edit(file="f", place=("b", 0), value="z")])
    assert new == text.replace("[x, y]", "[z, y]")
