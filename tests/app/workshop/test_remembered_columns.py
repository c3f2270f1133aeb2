"""What somebody chose of a list's columns is remembered by its headings."""

from pathlib import Path

import pytest

from desktop_app.app.workshop.remembered_columns import MOST, RememberedColumns

HEADINGS, CHOSEN = ("Who", "Dial"), {"service": "Who", "number": "Dial"}


def test_a_choice_is_known_to_the_next_list_with_these_headings(tmp_path: Path) -> None:
    file = tmp_path / "new folder/columns.json"
    RememberedColumns(file).keep(HEADINGS, CHOSEN)
    assert RememberedColumns(file).of(HEADINGS) == CHOSEN
    assert RememberedColumns(file).of(("Who", "Dial", "When")) == {}


def test_the_newest_choices_are_kept(tmp_path: Path) -> None:
    kept = RememberedColumns(tmp_path / "columns.json")
    for at in range(MOST + 2):
        kept.keep((f"List {at}",), {"number": f"List {at}"})
    assert kept.of(("List 1",)) == {}
    assert kept.of(("List 2",)) == {"number": "List 2"}


@pytest.mark.parametrize("content", [b"", b"[]", b'{"Who\\tDial": 1}', b"\xff", b'{"a":{"b":'])
def test_a_spoilt_file_is_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "columns.json"
    file.write_bytes(content)
    kept = RememberedColumns(file)
    assert kept.of(HEADINGS) == {}
    kept.keep(HEADINGS, CHOSEN)
    assert kept.of(HEADINGS) == CHOSEN


def test_where_nothing_can_be_written_nothing_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    kept = RememberedColumns(tmp_path / "file/columns.json")
    kept.keep(HEADINGS, CHOSEN)
    assert kept.of(HEADINGS) == {}
