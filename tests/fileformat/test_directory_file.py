"""What makes a file a directory of ours."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path

import pytest

from desktop_app.fileformat.directory_file import (
    APPLICATION_AT,
    APPLICATION_ID,
    SCHEMA,
    VERSION_AT,
    Fault,
    NotADirectoryFile,
    check_bytes,
    open_read_only,
)
from desktop_app.paths import schema_folder
from tests.any_area.usual_directory import usual_directory


def whole() -> bytes:
    return usual_directory().read_bytes()


def with_number(at: int, number: int) -> Callable[[bytes], bytes]:
    return lambda content: content[:at] + number.to_bytes(4, "big") + content[at + 4 :]


FAULTS: dict[str, tuple[Callable[[bytes], bytes], Fault]] = {
    "no bytes": (lambda _: b"", Fault.EMPTY),
    "text": (lambda _: b"A list of numbers.", Fault.DAMAGED),
    "cut short": (lambda content: content[:-4096], Fault.DAMAGED),
    "one letter": (lambda content: content[:-1] + bytes([content[-1] ^ 1]), Fault.DAMAGED),
    "another program's": (with_number(APPLICATION_AT, 7), Fault.DAMAGED),
    "a later schema": (with_number(VERSION_AT, SCHEMA + 1), Fault.TOO_NEW),
    "an earlier schema": (with_number(VERSION_AT, SCHEMA - 1), Fault.TOO_OLD),
}


def test_the_compiled_directory_is_one() -> None:
    check_bytes(BytesIO(whole()))


@pytest.mark.parametrize("name", FAULTS)
def test_what_is_none_says_what_it_is(name: str) -> None:
    change, fault = FAULTS[name]
    with pytest.raises(NotADirectoryFile) as told:
        check_bytes(BytesIO(change(whole())))
    assert told.value.fault is fault
    assert told.value.finding


def test_the_schema_file_says_the_same() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript((schema_folder() / "schema.sql").read_text(encoding="utf-8"))
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)


def test_nothing_is_written_through_a_read_only_connection(tmp_path: Path) -> None:
    copy = tmp_path / "one of a percent % and a ? in its name.sqlite"
    copy.write_bytes(whole())
    with closing(open_read_only(copy)) as connection, pytest.raises(sqlite3.OperationalError):
        connection.execute("DELETE FROM line")
    assert copy.read_bytes() == whole()
