"""What a correct signature does not prove: that the file is a directory somebody can work with.

Run on a private copy, before it is put in use. Every finding is a short plain text for the steward.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

from desktop_app.domain.situation.pathway import FRONT_DOORS
from desktop_app.fileformat.directory_file import (
    MADE_UP,
    Fault,
    NotADirectoryFile,
    check_bytes,
    open_read_only,
)
from desktop_app.updates.errors import Refused, Why
from desktop_app.updates.verify.manifest import Manifest
from desktop_app.updates.verify.succession import check_succession

MOST_STEPS = 200_000_000
"""Machine steps of SQLite one question may take; a file made to hang us is refused."""
RINGABLE = (
    "line.standing <> 'superseded' AND line.kind IN ('office_hours', 'helpline', 'emergency')"
)

KEYED = "iif(number LIKE '+44%', '0' || substr(number, 4), number)"
PRACTICE = (
    "it is to practise with: its numbers may be made up and ring nobody. Take `made_up_numbers` "
    "out of release.yaml, put real numbers in, and compile again"
)
APART = f"replace(display, ' ', '') <> {KEYED}"

WHY = {
    Fault.EMPTY: Why.WRONG_DATA,
    Fault.DAMAGED: Why.WRONG_DATA,
    Fault.TOO_NEW: Why.PROGRAM_TOO_OLD,
    Fault.TOO_OLD: Why.PROGRAM_TOO_NEW,
}

TryOut = Callable[[Path, str], None]
"""Opens the candidate with this SHA-256 as the program would; raises whatever that raises."""


def check_sane(
    candidate: Path, manifest: Manifest, previous: Path | None, previous_sha256: str = ""
) -> None:
    """Raise Refused unless the candidate is what was promised and fit for use.

    `previous_sha256`: the fingerprint of the release before, where it is known.
    """
    check_header(candidate)
    with _judged(), opened_as_signed(candidate, manifest) as connection:
        for check in CHECKS:
            check(connection)
        _keeps(connection, manifest)
    if previous is not None:
        check_succession(candidate, manifest, previous, previous_sha256)


def check_header(candidate: Path) -> None:
    """Raise Refused unless this is an unbroken directory of a schema this program reads."""
    with candidate.open("rb") as file:
        try:
            check_bytes(file)
        except NotADirectoryFile as error:
            raise Refused(WHY[error.fault], error.finding) from error


@contextmanager
def opened_as_signed(candidate: Path, manifest: Manifest) -> Iterator[sqlite3.Connection]:
    """The bytes that were promised, read once: what is asked here is what was verified.

    A full-text search over a file made for it can write beyond SQLite's memory (CVE-2026-11824), so
    none runs over bytes that came into the file after its fingerprint was taken.
    """
    content = candidate.read_bytes()
    if sha256(content).hexdigest() != manifest.sha256:
        raise _wrong("it is not the file that was signed")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(content)
        del content
        yield _careful(connection)


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection that trusts nothing in the file and gives up on endless questions."""
    with closing(open_read_only(path)) as connection:
        yield _careful(connection)


def _careful(connection: sqlite3.Connection) -> sqlite3.Connection:
    for setting in ("query_only = ON", "trusted_schema = OFF", "cell_size_check = ON"):
        connection.execute(f"PRAGMA {setting}")
    connection.set_progress_handler(lambda: 1, MOST_STEPS)
    return connection


def row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    """How many rows each ordinary table holds."""
    names = [
        str(name)
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
            " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_text_%' ORDER BY name"
        )
    ]
    return {name: _count(connection, f'SELECT count(*) FROM "{name}"') for name in names}


def area_of(connection: sqlite3.Connection) -> tuple[str, str]:
    """Id and name of the area the file is for."""
    ((key, name),) = connection.execute("SELECT id, name FROM area").fetchall()
    return str(key), str(name)


def meta_of(connection: sqlite3.Connection) -> dict[str, str]:
    """What the file says of itself: release, dates, schema, digest."""
    return dict(connection.execute("SELECT key, value FROM meta"))


def _is_whole(connection: sqlite3.Connection) -> None:
    found = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
    if found != "ok":
        raise _wrong(f"the database is damaged ({str(found)[:80]})")


def _holds_no_code(connection: sqlite3.Connection) -> None:
    kinds = "SELECT count(*) FROM sqlite_schema WHERE type IN ('trigger', 'view')"
    if _count(connection, kinds):
        raise _wrong("it holds triggers or views, which a directory never does")


def _rings_somebody(connection: sqlite3.Connection) -> None:
    """A directory to practise with says so of itself: its numbers ring nobody."""
    if MADE_UP in meta_of(connection):
        raise _wrong(PRACTICE)


def _answers_at_the_doors(connection: sqlite3.Connection) -> None:
    """Each council has a number to ring for a child and one for an adult, and 999 is there."""
    found = set(
        connection.execute(
            "SELECT area.council, role.role FROM service JOIN service_role AS role"
            " ON role.service = service.number JOIN service_area AS area"
            " ON area.service = service.number JOIN line ON line.service = service.number"
            f" WHERE service.status = 'in_use' AND {RINGABLE}"
        )
    )
    ours = _own_councils(connection)
    if not ours:
        raise _wrong("it names no council of its own")
    for council in ours:
        for door in FRONT_DOORS:
            if (council, door) not in found:
                raise _wrong(f"the council {council} has no number for {door.replace('_', ' ')}")
    if not _count(connection, "SELECT count(*) FROM line WHERE number = '999'"):
        raise _wrong("999 is missing")


def _own_councils(connection: sqlite3.Connection) -> list[str]:
    query = "SELECT code FROM council WHERE slug IS NOT NULL ORDER BY position"
    return [str(code) for (code,) in connection.execute(query)]


def _names_no_district(connection: sqlite3.Connection) -> None:
    """No district is named as the one to ring: it has no social services, its county has.

    Files made before this was written down have no such table and name nobody.
    """
    if "answering" not in row_counts(connection):
        return
    wrong = connection.execute(
        "SELECT council FROM answering WHERE tier = 'district' AND council IN (children, adults)"
    ).fetchone()
    if wrong:
        raise _wrong(f"it names the district {wrong[0]}, which has no social services")
    ours = "SELECT code FROM council WHERE slug IS NOT NULL"
    if _count(connection, f"SELECT count(*) FROM front_door WHERE body IN ({ours})"):
        raise _wrong("it has a second front door for a council of this directory")


def _answers_searches(connection: sqlite3.Connection) -> None:
    """A service is found by a word of its name, and by the digits of its number."""
    number, name = connection.execute(
        "SELECT number, name FROM service ORDER BY number LIMIT 1"
    ).fetchone() or (0, "")
    words = "".join(letter if letter.isalnum() else " " for letter in name).split()
    question = "SELECT rowid FROM search_text WHERE search_text MATCH ? AND rowid = ?"
    if not words or not connection.execute(question, (f'"{words[0]}"', number)).fetchone():
        raise _wrong("the search finds nothing")
    if not _count(connection, "SELECT count(*) FROM search_number WHERE digits = '999'"):
        raise _wrong("the search does not find 999")


def _shows_what_it_dials(connection: sqlite3.Connection) -> None:
    """What is read aloud, what is dialled and what the search goes by are one number."""
    for table in row_counts(connection):
        described = connection.execute(f'PRAGMA table_info("{table}")')
        if not {"number", "display"} <= {row[1] for row in described}:
            continue
        question = f'SELECT display, number FROM "{table}" WHERE {APART}'
        for shown, dialled in connection.execute(question):
            raise _wrong(f"it shows {shown} and dials {dialled}")
    for digits, key in connection.execute(
        f"SELECT digits, line FROM search_number AS found WHERE NOT EXISTS (SELECT 1 FROM line"
        f" WHERE (line.service, line.key) = (found.service, found.line) AND {KEYED} = digits)"
    ):
        raise _wrong(f"a search for {digits} finds the line {key}, which has another number")


CHECKS = (
    _is_whole,
    _holds_no_code,
    _rings_somebody,
    _answers_at_the_doors,
    _names_no_district,
    _shows_what_it_dials,
    _answers_searches,
)


def _keeps(connection: sqlite3.Connection, manifest: Manifest) -> None:
    says = meta_of(connection)
    inside = (says.get("release"), says.get("dated"), says.get("next_expected_by"))
    signed = (
        str(manifest.release),
        manifest.dated.isoformat(),
        manifest.next_expected_by.isoformat(),
    )
    if inside != signed:
        raise _wrong("its number or dates are not the signed ones")
    if (says.get("schema"), says.get("digest")) != (str(manifest.schema), manifest.digest):
        raise _wrong("its schema or digest is not the signed one")
    if area_of(connection) != (manifest.area, manifest.area_name):
        raise _wrong("its area is not the signed one")
    counts = row_counts(connection)
    for table, count in manifest.rows:
        if counts.get(table) != count:
            raise _wrong(f"the table {table} has {counts.get(table)} rows, {count} were signed")


def _count(connection: sqlite3.Connection, question: str) -> int:
    return int(connection.execute(question).fetchone()[0])


@contextmanager
def _judged() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, ValueError, TypeError, OverflowError) as error:
        raise _wrong(f"it cannot be read ({type(error).__name__}: {str(error)[:80]})") from error


def _wrong(finding: str) -> Refused:
    return Refused(Why.WRONG_DATA, finding)
