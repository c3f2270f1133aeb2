"""Whatever changes in a directory is shown: each column of each table its schema has."""

import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.compare.changes import listing
from desktop_app.updates.compare.row_names import shown
from desktop_app.updates.compare.tables import quoted
from tests import sweeps
from tests.any_area.usual_directory import usual_directory
from tests.updates.poisoned import changed_copy, script, told

NEW_TEXT, NEW_NUMBER = "mutated", 70_007
LONG = ("search_pair", "postcode_sector", "place_elsewhere", "search_word", "search_name")
"""Tables of many thousand rows at which no other table points."""
UNWORDED = (ChangeKind.HOURS_CHANGED, ChangeKind.INNER_CHANGED)
"""Kinds told in words of their own, in which the new value itself need not stand."""


def tables() -> list[str]:
    query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    with closing(sqlite3.connect(f"{usual_directory().as_uri()}?mode=ro", uri=True)) as held:
        return sorted(str(name) for (name,) in held.execute(query))


def columns(table: str) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(f"{usual_directory().as_uri()}?mode=ro", uri=True)) as held:
        return [
            (str(row[1]), str(row[2]))
            for row in held.execute(f"PRAGMA table_info({quoted(table)})")
        ]


@pytest.fixture(scope="module")
def shortened(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real directory, every table of it, the longest ones cut: rows alike prove no more."""

    def cut(held: sqlite3.Connection) -> None:
        for table in LONG:
            held.executescript(
                f"CREATE TEMP TABLE kept AS SELECT * FROM {table} LIMIT 20;"
                f"DELETE FROM {table}; INSERT INTO {table} SELECT * FROM kept; DROP TABLE kept"
            )

    return changed_copy(tmp_path_factory.mktemp("shortened"), cut)


def new_value(kind: str) -> str | int | bytes:
    if kind.upper() == "INTEGER":
        return NEW_NUMBER
    return b"mutated" if kind.upper() == "BLOB" else NEW_TEXT


def mutate(connection: sqlite3.Connection, table: str, column: str, kind: str) -> None:
    """Another value in one row; a table without rows gets one."""
    row = connection.execute(f"SELECT * FROM {quoted(table)} LIMIT 1").fetchone()
    if row is None:
        values = [new_value(each) for _, each in columns(table)]
        marks = ", ".join("?" * len(values))
        connection.execute(f"INSERT INTO {quoted(table)} VALUES ({marks})", values)
        return
    names = [name for name, _ in columns(table)]
    here = " AND ".join(f"{quoted(name)} IS ?" for name in names)
    done = connection.execute(
        f"UPDATE {quoted(table)} SET {quoted(column)} = ? WHERE {here}", (new_value(kind), *row)
    )
    assert done.rowcount == 1


@pytest.mark.slow
@pytest.mark.parametrize("table", tables())
def test_every_column_is_shown(tmp_path: Path, shortened: Path, table: str) -> None:
    """Every column of every table with `check --slow`; else some of every table."""
    for column, kind in sweeps.sampled(columns(table), 1, of=table):
        change = partial(mutate, table=table, column=column, kind=kind)
        found = told(tmp_path, change, of=shortened)
        assert found, f"{table}.{column} changed, and nothing was told"
        text = "\n".join(listing(found))
        assert text
        if not any(one.kind in UNWORDED for one in found) and new_value(kind) == NEW_TEXT:
            assert NEW_TEXT in text, f"{table}.{column}: {text}"


@pytest.mark.slow
def test_every_row_that_comes_or_goes_is_shown(tmp_path: Path, shortened: Path) -> None:
    """Every table with `check --slow`; else those of the numbers and hours, and some others."""
    for table in sorted({"service", "line", *sweeps.sampled(tables(), 10)}):
        rowless = "search_text_config" if table.startswith("search_text_") else table
        held = told(tmp_path, script(f"DELETE FROM {quoted(rowless)}"), of=shortened)
        with closing(sqlite3.connect(f"{usual_directory().as_uri()}?mode=ro", uri=True)) as before:
            (rows,) = before.execute(f"SELECT count(*) FROM {quoted(rowless)}").fetchone()
        assert bool(held) is bool(rows), table


def test_a_column_and_a_table_nobody_here_has_heard_of_are_shown(tmp_path: Path) -> None:
    def add(held: sqlite3.Connection) -> None:
        held.execute("ALTER TABLE line ADD COLUMN carrier TEXT")
        held.execute("UPDATE line SET carrier = 'pigeon' WHERE id = 1")
        held.execute("CREATE TABLE rumour (id INTEGER PRIMARY KEY, service INTEGER, text TEXT)")
        held.execute("INSERT INTO rumour VALUES (1, 2, 'heard')")

    text = "\n".join(listing(told(tmp_path, add)))
    assert "carrier was nothing, is “pigeon”" in text
    assert "“heard”" in text
    assert "table rumour" in text


def test_the_words_of_the_search_index_are_shown(tmp_path: Path) -> None:
    plant = "INSERT INTO search_text (rowid, name) VALUES (1, 'purple')"
    text = "\n".join(listing(told(tmp_path, lambda held: held.execute(plant))))
    assert "found by a word of its page: word “purple”" in text


def test_signs_that_hide_or_turn_text_are_written_out(tmp_path: Path) -> None:
    hide = "UPDATE service SET name = 'Luton \u202e\x1b[2Kdoor' WHERE number = 2"
    text = "\n".join(listing(told(tmp_path, lambda held: held.execute(hide))))
    assert "\\u202e\\u001b[2Kdoor" in text
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("before", "after", "written"),
    [
        ("door", "d\u043eor", "d\\u043eor"),  # a Cyrillic letter
        ("door", "doo\uff52", "doo\\uff52"),  # a wide letter
        ("door 12", "door 1\u0662", "1\\u0662"),  # an Arabic digit
        ("caf\u00e9", "cafe\u0301", "cafe\\u0301"),  # a letter and its accent apart
        ("24-hour", "24\u2011hour", "24\\u2011hour"),  # another hyphen
        ("door", "door ", "door\\u0020"),
        ("door", " door", "\\u0020door"),
        ("door", "door\u00a0", "door\\u00a0"),
        ("door", "d\u200boor", "d\\u200boor"),
    ],
    ids=ascii,
)
def test_signs_that_look_like_others_are_written_out(before: str, after: str, written: str) -> None:
    """Or a signer reads the same words twice, and the difference is signed unseen."""
    assert shown(before) == before
    assert written in shown(after)


def test_words_in_another_script_stay_as_they_are() -> None:
    for words in ("اردو", "Polski, Română", "Cymraeg: Llŷn", "“24 hours” – day’s end…"):
        assert shown(words) == words


def test_a_mark_of_the_release_is_no_way_to_turn_text(tmp_path: Path) -> None:
    plant = "INSERT INTO meta VALUES ('\u202etrust', 'x')"
    edit = "UPDATE meta SET value = 'y' WHERE key = '\u202etrust'"
    (tmp_path / "one").mkdir()
    one = changed_copy(tmp_path / "one", lambda held: held.execute(plant))
    came = told(tmp_path, lambda held: held.execute(plant))
    stayed = told(tmp_path, lambda held: held.execute(edit), of=one)
    text = "\n".join(listing((*came, *stayed)))
    assert "\\u202etrust" in text
    assert "\u202e" not in text


def test_a_change_in_the_middle_of_a_long_text_is_shown(tmp_path: Path) -> None:
    edit = (
        "UPDATE guidance SET body = substr(body, 1, 400) || 'NEVER' || substr(body, 406)"
        " WHERE id = (SELECT id FROM guidance ORDER BY id LIMIT 1)"
    )
    (change,) = told(tmp_path, lambda held: held.execute(edit))
    assert "NEVER" in change.after
    assert len(change.after) < 200


def test_equal_changes_of_many_rows_are_told_once_with_every_name(tmp_path: Path) -> None:
    fake = (
        "UPDATE line SET verified_on = '2026-11-28', verified_by = 'Nobody',"
        " verified_how = 'rang_it' WHERE verified_on IS NULL"
    )
    found = told(tmp_path, lambda held: held.execute(fake))
    lines = list(listing(found))
    assert {change.kind for change in found} == {ChangeKind.CHECK_CHANGED}
    assert len(lines) == 2
    assert f"{len(found)} times" in lines[1]
    assert all(change.service in lines[1] for change in found)
    assert "checked was nobody, is “2026-11-28” by “Nobody” (rang it)" in lines[1]


def test_a_number_inside_the_file_that_another_service_takes_over_deceives_nobody(
    tmp_path: Path,
) -> None:
    take_over = "UPDATE service SET id = 'another', name = 'Another one' WHERE number = 5"
    with closing(sqlite3.connect(f"{usual_directory().as_uri()}?mode=ro", uri=True)) as held:
        (name,) = held.execute("SELECT name FROM service WHERE number = 5").fetchone()
    found = told(tmp_path, lambda held: held.execute(take_over))
    numbers = {change.kind: change.service for change in found}
    assert numbers[ChangeKind.NUMBER_GONE] == name
    assert numbers[ChangeKind.NUMBER_NEW] == "Another one"
    assert numbers[ChangeKind.SERVICE_GONE] == name
    assert any(change.fact.startswith("went with it: other name") for change in found)
