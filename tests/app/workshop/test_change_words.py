"""The log says what changed as a person would: no ids, no keys of a file."""

import re

import pytest

from desktop_app.app.workshop.change_words import HEADINGS, shown
from desktop_app.app.workshop.open_copy import OpenCopy
from desktop_app.ui.workshop.working_copy import NewDocument
from tests.app.workshop.test_open_copy import NUMBER, change

KEY_OF_A_FILE = re.compile(r"›|\bid\b|_")


def test_a_number_is_told_with_its_service_and_who_answers(copy: OpenCopy) -> None:
    copy.edit(change(copy, "Number", NUMBER))
    (line,) = copy.changes()
    assert line.what == "Town MASH (children), MASH: number"


def test_a_document_is_told_by_title_publisher_and_date(copy: OpenCopy) -> None:
    copy.add_document(NewDocument("Letter", "Elm Council", "1 Dec 2026"))
    (line,) = copy.changes()
    assert (line.what, line.after) == (
        "New document: Letter",
        "Letter, by Elm Council, dated 1 Dec 2026",
    )


@pytest.mark.parametrize("heading", ["Number", "Who answers", "Note", "Menu option"])
def test_no_line_of_the_log_shows_the_keys_of_a_file(copy: OpenCopy, heading: str) -> None:
    copy.edit(change(copy, heading, NUMBER if heading == "Number" else "7"))
    for line in copy.changes():
        assert not KEY_OF_A_FILE.search(f"{line.what} {line.before} {line.after}")


def test_a_note_is_told_with_who_answers(copy: OpenCopy) -> None:
    copy.edit(change(copy, "Note", "Ring twice."))
    (line,) = copy.changes()
    assert line.what == "Town MASH (children), MASH: note"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, ""),
        (["a", "b"], "a; b"),
        ({"menu_option": "2", "note": ""}, "menu option: 2"),
        (True, "True"),
    ],
)
def test_values_are_told_in_words(value: object, words: str) -> None:
    assert shown(value) == words


def test_every_heading_is_words() -> None:
    assert not [each for each in HEADINGS.values() if "_" in each]
