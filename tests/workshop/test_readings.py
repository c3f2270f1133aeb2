"""Each state of a working file is read once, whoever asks; another state or day is read anew."""

from datetime import date, timedelta

import pytest

from desktop_app.app.workshop.open_copy import OpenCopy
from desktop_app.authoring import release_contents
from desktop_app.authoring.read import library, sources
from desktop_app.workshop.numbers import change_number
from desktop_app.workshop.readings import Readings
from desktop_app.workshop.work_file import WorkFile
from tests.app.workshop.test_open_copy import change, nothing_in_use
from tests.working_files import NOW, SAID, TOWN

TODAY = NOW.date()
VOCABULARY = "national/vocabulary.yaml"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """One entry for each time all sources were read."""
    found: list[int] = []
    whole = library.read_library

    def counted(tree: object) -> object:
        found.append(1)
        return whole(tree)  # type: ignore[arg-type]

    monkeypatch.setattr(release_contents, "read_library", counted)
    return found


def test_a_state_is_read_once(work: WorkFile, read: list[int]) -> None:
    readings, texts = Readings(), work.texts
    assert readings.of(texts, TODAY) is readings.of(dict(texts), TODAY)
    assert len(read) == 1


def test_another_text_or_another_day_is_read_anew(work: WorkFile, read: list[int]) -> None:
    readings, texts = Readings(), work.texts
    readings.of(texts, TODAY)
    readings.of(texts, TODAY + timedelta(1))
    readings.of({**texts, "national/notes.md": "x"}, TODAY)
    assert len(read) == 3


def test_a_state_with_a_mistake_keeps_it(work: WorkFile) -> None:
    texts = {**work.texts, VOCABULARY: "roles: 3\n"}
    reading = Readings().of(texts, date(2026, 12, 1))
    assert reading.contents is None
    assert [each.file for each in reading.mistakes][:1] == [VOCABULARY]


def test_an_edit_in_the_window_reads_all_sources_once(work: WorkFile, read: list[int]) -> None:
    copy = OpenCopy(work, by="Amara", now=lambda: NOW, open_in_use=nothing_in_use)
    edit = change(copy, "Note", "Say the postcode first.")
    before = len(read)
    assert copy.edit(edit).taken
    copy.rows()
    copy.sheet("town-mash")
    assert len(read) == before + 1
    copy.undo()
    copy.rows()
    assert len(read) == before + 1  # the state before is still known


def test_an_edit_reads_no_file_that_it_does_not_change(
    work: WorkFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    change_number(work, "01632 960101", "01632 960177", SAID)
    read: list[str] = []
    fresh = sources.read_text

    def counted(text: str, name: str) -> sources.SourceFile:
        read.append(name)
        return fresh(text, name)

    monkeypatch.setattr(sources, "read_text", counted)
    change_number(work, "01632 960177", "01632 960178", SAID)
    assert read
    assert set(read) <= {TOWN, TOWN.removeprefix("national/")}
