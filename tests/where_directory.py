"""The councils, postcodes and places of the real directory, read once for all tests that ask."""

import atexit
import sqlite3
from functools import cache
from pathlib import Path

from desktop_app.authoring.read.source_folders import checkout_tree
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.store.places.lookup import WhereIndex
from tests.any_area.usual_directory import usual_directory

ROOT = Path(__file__).parents[1]
SCHEMA = (ROOT / "db" / "schema_where.sql").read_text(encoding="utf-8")


@cache
def real_sources() -> SourceTree:
    """The source texts of this checkout."""
    return checkout_tree()


def empty_directory() -> sqlite3.Connection:
    """The where tables, with nothing in them."""
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    # Python 3.13 and later warn of a connection left open, and a warning fails a test.
    atexit.register(connection.close)
    connection.executescript(SCHEMA)
    return connection


@cache
def where_connection() -> sqlite3.Connection:
    """The where tables of the directory as `dev.py` compiled it, in memory. Only read it.

    tests/authoring/test_compile.py holds the compiled file against a fresh compile.
    """
    connection = empty_directory()
    connection.execute("ATTACH ? AS compiled", (str(usual_directory()),))
    for (name,) in connection.execute("SELECT name FROM main.sqlite_schema WHERE type = 'table'"):
        connection.execute(f"INSERT INTO main.{name} SELECT * FROM compiled.{name}")
    connection.commit()
    connection.execute("DETACH compiled")
    return connection


@cache
def where_index() -> WhereIndex:
    """The look-up over the real directory."""
    return WhereIndex(where_connection())
