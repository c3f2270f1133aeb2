"""The councils, postcodes and places of the real sources, compiled once for all tests that ask."""

import atexit
import sqlite3
from functools import cache
from pathlib import Path

from desktop_app.authoring.places.places import write_places
from desktop_app.authoring.places.postcodes import write_postcodes
from desktop_app.authoring.read.source_folders import checkout_tree
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.store.places.lookup import WhereIndex

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
    """The real thing, in memory; some four seconds, once for each test process. Only read it."""
    connection = empty_directory()
    write_postcodes(connection, real_sources())
    write_places(connection, real_sources())
    connection.commit()
    return connection


@cache
def where_index() -> WhereIndex:
    """The look-up over the real directory."""
    return WhereIndex(where_connection())
