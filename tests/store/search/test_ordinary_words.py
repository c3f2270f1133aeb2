"""A word of the language is never read as a misspelt service, whatever it looks like."""

import sqlite3
import zlib
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.authoring.read.source_folders import checkout_tree
from desktop_app.authoring.write.ordinary_words import read_ordinary
from desktop_app.domain.services.directory import HitWhy
from desktop_app.domain.services.errors import DirectoryDamaged
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from desktop_app.store.search.misspellings import Misspellings
from desktop_app.store.search.ordinary_words import MOST_BYTES, OrdinaryWords
from tests.store.directory.test_opening import resealed

NAMED = (
    *("hertfordshire", "buckinghamshire", "cambridgeshire", "polish", "email", "translation"),
    *("knife", "midwife", "message", "camp", "wales", "medicine", "receipt", "carpet"),
)
EVERY = 5
"""Of the seventy thousand words each fifth is tried: another run, started elsewhere, tried all."""


def test_no_word_of_the_language_has_another_reading(real: SqliteDirectory) -> None:
    misspellings = Misspellings(real.connection)
    words = sorted(read_ordinary(checkout_tree()))[::EVERY]
    read = {word: reading for word in words for _, reading in misspellings.readings((word,))}
    assert len(words) > 10_000
    assert not read


@pytest.mark.parametrize("word", NAMED)
def test_a_word_of_its_own_finds_no_service_by_a_typo(real: SqliteDirectory, word: str) -> None:
    assert not [hit for hit in real.search(word) if hit.why is HitWhy.MISSPELLING]


def test_no_council_or_county_elsewhere_is_read_as_a_service(real: SqliteDirectory) -> None:
    query = (
        "SELECT key FROM area_elsewhere UNION SELECT key FROM council_name JOIN council"
        " ON number = council WHERE slug IS NULL"
    )
    names = [name for (name,) in real.connection.execute(query) if " " not in name]
    misspellings = Misspellings(real.connection)
    assert len(names) > 300
    assert not [name for name in names if list(misspellings.readings((name,)))]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("mens advise line", "nat-mens-advice-line"),
        ("milton keyns mash", "mk-children-mash"),
        ("safegarding", "bedford-scp-office"),
        ("samaratans", "nat-samaritans"),
    ],
)
def test_what_is_no_word_is_still_read_as_a_typo(
    real: SqliteDirectory, typed: str, first: str
) -> None:
    hits = [hit for hit in real.search(typed) if hit.why is HitWhy.MISSPELLING]
    assert first in {hit.service_id for hit in hits}


def test_every_word_of_the_packed_list_is_found_and_none_beside_it() -> None:
    words = sorted({"aback", "abbot", "knife", "midwife", "polish", "zebra"})
    holds = OrdinaryWords(packed(words)).holds
    assert all(holds(word) for word in words)
    assert not any(holds(word) for word in ("", "aaa", "kni", "knifes", "midwif", "zzz", "\n"))


def test_a_file_older_than_the_list_holds_no_words() -> None:
    connection = packed([])
    connection.execute("DROP TABLE search_ordinary")
    assert not OrdinaryWords(connection).holds("knife")


def packed(words: list[str]) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    for table in ("place_elsewhere", "area_elsewhere", "council_name"):
        connection.execute(f"CREATE TABLE {table} (key TEXT)")
    connection.execute("CREATE TABLE search_ordinary (words BLOB)")
    text = "\n".join(["", *words, ""]).encode()
    connection.execute("INSERT INTO search_ordinary VALUES (?)", (zlib.compress(text),))
    return connection


SPOILT = {
    "cut short": zlib.compress(b"carpet\nknife\n")[:-4],
    "flipped": zlib.compress(b"carpet\nknife\n")[:-1] + b"\0",
    "no list": b"carpet",
    "nothing": b"",
    "without end": zlib.compress(bytes(MOST_BYTES + 1)),
    "text": "carpet",
    "a number": 7,
    "null": None,
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_list_that_is_not_whole_is_damage_and_no_fault(
    tmp_path: Path, small_file: Path, how: str
) -> None:
    """It lay under an unbroken seal, and the search ended in an error of the packing library."""
    path = tmp_path / "directory.sqlite"
    path.write_bytes(small_file.read_bytes())
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DROP TABLE IF EXISTS search_ordinary")
        connection.execute("CREATE TABLE search_ordinary (id INTEGER PRIMARY KEY, words)")
        connection.execute("INSERT INTO search_ordinary VALUES (1, ?)", (SPOILT[how],))
        connection.commit()
    path.write_bytes(resealed(path.read_bytes()))
    with (
        closing(open_directory(path)) as directory,
        pytest.raises(DirectoryDamaged, match="damaged"),
    ):
        directory.search("helplime")
