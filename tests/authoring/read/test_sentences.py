"""Kinds of words and readings of sentences: read from their file, each mistake told at its line."""

from pathlib import Path

import pytest

from desktop_app.authoring.read.errors import Mistake
from desktop_app.authoring.read.sentences import SentencesEntry, read_sentences
from desktop_app.authoring.read.source_tree import SourceTree

GOOD = """\
kinds:
  older: [old man, elderly]
  harm: [hit]
readings:
  - {about: Adults, said: [older, harm], leads: [adults_front_door]}
"""
LEADS = frozenset({"adults_front_door"})


def read(folder: Path, text: str) -> tuple[SentencesEntry, list[Mistake]]:
    (folder / "sentences.yaml").write_text(text, "utf-8")
    mistakes: list[Mistake] = []
    return read_sentences(SourceTree.of_folder(folder), LEADS, mistakes), mistakes


def test_what_is_written_is_read(tmp_path: Path) -> None:
    entry, mistakes = read(tmp_path, GOOD)
    assert not mistakes
    assert entry.kinds["older"] == ["old man", "elderly"]
    (reading,) = entry.readings
    assert (reading.said, reading.leads, reading.yields) == (
        ["older", "harm"],
        ["adults_front_door"],
        False,
    )


def test_sources_without_the_file_have_no_readings(tmp_path: Path) -> None:
    assert read_sentences(SourceTree.of_folder(tmp_path), LEADS, []) == SentencesEntry()


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        ("[older, harm]", "[older, harmed]", "“harmed” is not one of the words for said."),
        ("[adults_front_door]", "[adults]", "“adults” is not one of the words for leads."),
        ("[older, harm]", "[]", "“said” needs at least one entry."),
        ("about: Adults, ", "", "“about” is missing."),
    ],
)
def test_a_mistake_is_told(tmp_path: Path, right: str, wrong: str, sentence: str) -> None:
    _, mistakes = read(tmp_path, GOOD.replace(right, wrong))
    assert sentence in [mistake.sentence for mistake in mistakes]
    assert {mistake.line for mistake in mistakes} == {5}
