"""A thorough look at a directory file, for `who-to-call check --self` and before an update."""

import sqlite3
from pathlib import Path

from desktop_app.domain.services.errors import DirectoryError
from desktop_app.store.directory.directory import SqliteDirectory, open_directory

FRONT_DOORS = ("children_front_door", "adults_front_door")


def check_file(path: Path) -> list[str]:
    """Everything wrong with the file, a sentence each; an empty list when it is sound."""
    try:
        directory = open_directory(path)
    except DirectoryError as error:
        return [f"{error.happened} ({error.technical})"]
    try:
        return _structure(directory.connection) or _content(directory)
    except DirectoryError as error:
        return [f"{error.happened} ({error.technical})"]
    finally:
        directory.close()


def _structure(connection: sqlite3.Connection) -> list[str]:
    try:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check")]
        found += [f"a row of {row[0]} points at nothing" for row in _dangling(connection)]
    except sqlite3.Error as error:
        return [f"SQLite cannot check the file: {error}."]
    return [f"SQLite: {sentence}." for sentence in found if sentence != "ok"]


def _dangling(connection: sqlite3.Connection) -> list[tuple[str]]:
    return connection.execute("PRAGMA foreign_key_check").fetchall()


def _content(directory: SqliteDirectory) -> list[str]:
    """Read everything once, and ask the questions whose answers a desk depends on."""
    directory.release()
    directory.bank_holidays()
    directory.documents()
    directory.pathways()
    directory.guidance()
    directory.attributions()
    faults = [
        f"Search does not find “{service.name}” by its name."
        for service in directory.services()
        if service.id not in {hit.service_id for hit in directory.search(service.name)}
    ]
    for council in directory.councils():
        faults += [
            f"{council.name} has no service in the role {role}."
            for role in FRONT_DOORS
            if not any(service.callable_lines for service in directory.in_role(role, council.code))
        ]
    return faults
