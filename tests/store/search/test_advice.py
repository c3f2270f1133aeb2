"""Words that mean no service get a sentence that says what to do; so does a place elsewhere."""

from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.store.directory.directory import SqliteDirectory, open_directory


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("interpreter", "ask for an interpreter"),
        ("patient speaks urdu", "ask for an interpreter"),
        ("translation", "ask for an interpreter"),
        ("polish", "ask for an interpreter"),
        ("email", "stands on its card"),
        ("pregnant", "unborn baby goes to children’s services"),
        ("OOH", "the line that answers at this minute"),
        ("weekend", "the line that answers at this minute"),
        ("man with a knife", "ring 999"),
        ("hertfordshire", "Hertfordshire is outside the area"),
        ("child hurt in hertfordshire", "Hertfordshire is outside the area"),
        ("stevenage", "Stevenage is outside the area"),
    ],
)
def test_what_no_service_is_called_gets_a_sentence(
    real: SqliteDirectory, typed: str, said: str
) -> None:
    assert any(said in each for each in real.search_advice(typed))


@pytest.mark.parametrize(
    "typed", ["mash", "luton", "bedford", "husband hits her", "childline", "", "reading a letter"]
)
def test_nothing_is_said_of_what_is_simply_found(real: SqliteDirectory, typed: str) -> None:
    assert real.search_advice(typed) == ()


@pytest.mark.parametrize("typed", ["OOH", "weekend", "pregnant", "luton out of hours"])
def test_what_a_line_or_a_patient_is_called_finds_a_number(
    real: SqliteDirectory, typed: str
) -> None:
    assert real.service(real.search(typed)[0].service_id).callable_lines


def test_a_file_older_than_the_sentences_says_none(real_file: Path) -> None:
    with closing(open_directory(real_file)) as directory:
        directory.connection.execute("PRAGMA query_only = OFF")
        directory.connection.execute("DROP TABLE search_advice")
        assert directory.search_advice("interpreter") == ()
