"""From the source files to the one file the program reads: all checked, then written in one go."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database

from desktop_app.authoring.places.places import write_places
from desktop_app.authoring.places.postcodes import (
    packages_release,
    say_which_postcodes,
    which_postcodes,
    write_postcodes,
)
from desktop_app.authoring.read.area import write_area
from desktop_app.authoring.read.bodies import write_elsewhere
from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.guidance import write_guidance
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.release_contents import ReleaseContents, read_release_contents
from desktop_app.authoring.write.digest import digest_of
from desktop_app.authoring.write.ordinary_words import read_ordinary, write_ordinary_words
from desktop_app.authoring.write.pathway_rows import write_pathways
from desktop_app.authoring.write.search_index import write_search_index
from desktop_app.authoring.write.sentence_rows import write_sentences
from desktop_app.authoring.write.tables import (
    ServiceWriter,
    write_attributions,
    write_bank_holidays,
    write_documents,
    write_organisations,
    write_terms,
)
from desktop_app.fileformat import checksum
from desktop_app.fileformat.directory_file import MADE_UP, SCHEMA
from desktop_app.paths import schema_folder

TABLES = ("schema.sql", "schema_where.sql")

CHANGES_AT, VALID_FOR_AT, HEADER = 24, 92, 100
"""Where SQLite keeps how often a file changed, up to where its header counts, and the header."""
WRITTEN_BY = 3_040_000
"""What every file says of the SQLite that wrote it."""

WriteWhere = Callable[[sqlite3.Connection, SourceTree], None]


def write_where(connection: sqlite3.Connection, sources: SourceTree) -> None:
    """Write councils, postcodes and places."""
    write_postcodes(connection, sources)
    say_which_postcodes(connection, packages_release())
    write_places(connection, sources)


def compile_directory(
    sources: SourceTree, out: Path, where: WriteWhere = write_where
) -> ReleaseContents:
    """Check the sources and write the directory file; MistakesFound names the files as they lie."""
    try:
        contents = read_release_contents(sources)
        write_release_contents(contents, out, sources, where)
    except MistakesFound as found:
        raise MistakesFound(sources.located(found.mistakes)) from None
    return contents


def write_release_contents(
    contents: ReleaseContents, out: Path, sources: SourceTree, where: WriteWhere = write_where
) -> None:
    """Write what was read and checked (or generated, for measuring).

    The file appears whole or not at all: it is written beside its place and then moved there.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    unfinished = out.with_name(out.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    try:
        _write(contents, unfinished, sources, where)
        unfinished.write_bytes(checksum.sealed(_with_still_counters(unfinished.read_bytes())))
        unfinished.replace(out)
    finally:
        unfinished.unlink(missing_ok=True)


def _with_still_counters(content: bytes) -> bytes:
    """The file as if it had been written once, by no particular SQLite.

    How often it changed while it was made, and which version of SQLite made it, says nothing about
    what stands in it: the same sources are the same bytes, on whichever machine.
    """
    once, version = (1).to_bytes(4, "big"), WRITTEN_BY.to_bytes(4, "big")
    parts = content[:CHANGES_AT], once, content[CHANGES_AT + 4 : VALID_FOR_AT], once, version
    return b"".join((*parts, content[HEADER:]))


def _write(contents: ReleaseContents, path: Path, sources: SourceTree, where: WriteWhere) -> None:
    connection = sqlite3.connect(path)
    try:
        # A half-written file is thrown away, so nothing is gained by waiting for the disk.
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;")
        for table in TABLES:
            connection.executescript((schema_folder() / table).read_text(encoding="utf-8"))
        write_area(connection, contents.area)
        where(connection, sources)
        database = Database(connection)
        _fill(contents, database)
        write_ordinary_words(database, read_ordinary(sources))
        write_pathways(connection, contents.rulebook)
        _write_meta(contents, database, sources)
        connection.commit()
        _finish(connection)
    finally:
        connection.close()


def _fill(contents: ReleaseContents, database: Database) -> None:
    write_documents(database, [listed.entry for listed in contents.library.documents])
    write_terms(database, contents.vocabulary)
    write_organisations(database, [owner for _, _, owner in contents.services])
    writer = ServiceWriter(database)
    for number, service, organisation in contents.services:
        writer.add(number, service, organisation.id)
    writer.write()
    write_elsewhere(database, contents.elsewhere)
    write_guidance(database, contents.pages)
    write_bank_holidays(database, contents.holidays)
    write_attributions(database, contents.library.attributions)
    write_sentences(database, contents.sentences)
    write_search_index(database, contents.services, contents.vocabulary, contents.area)


def _write_meta(contents: ReleaseContents, database: Database, sources: SourceTree) -> None:
    release, holidays = contents.release, contents.holidays
    facts = {
        "release": str(release.number),
        "dated": release.dated.isoformat(),
        "next_expected_by": release.next_expected_by.isoformat(),
        "schema": str(SCHEMA),
        "digest": digest_of(
            sources,
            [schema_folder() / table for table in TABLES],
            which_postcodes(database.conn),
        ),
        "note": release.note,
        checksum.KEY: checksum.blank(),
        "bank_holidays_listed_until": holidays.listed_until.isoformat(),
        "bank_holidays_computed_until": holidays.computed_until.isoformat(),
    }
    if release.made_up_numbers:
        facts[MADE_UP] = "true"
    database.table("meta").insert_all({"key": key, "value": facts[key]} for key in sorted(facts))


def _finish(connection: sqlite3.Connection) -> None:
    """Make the file small and quick to read, and be sure that every row points at a row."""
    dangling = connection.execute("PRAGMA foreign_key_check").fetchall()
    if dangling:
        raise AssertionError(f"Rows point at nothing: {dangling[:3]}")
    connection.execute("INSERT INTO search_text (search_text) VALUES ('optimize')")
    connection.commit()
    connection.execute("ANALYZE")
    connection.execute("VACUUM")
