"""Lists and data that are signed, or pretend to be, and are still not fit for use."""

import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from desktop_app.fileformat import checksum
from desktop_app.fileformat.directory_file import SCHEMA
from desktop_app.updates.errors import Why
from desktop_app.updates.install_update import Terms
from tests.updates.attacks.registry import attack, attacks_with, newest
from tests.updates.lab import TARGET, Lab


def _garbage(lab: Lab, content: bytes) -> Path:
    lab.release(2)
    stick = lab.stick()
    newest(stick, "timestamp").write_bytes(content)
    return stick


attacks_with(
    Why.MALFORMED,
    {
        "an empty list": b"",
        "half a list": b'{"signed"',
        "a list of nothing": b"[]",
        "a list that is null": b"null",
        "a list that is a number": b"7",
        "brackets without end": b"[" * 15_000,
        "bytes that are no text": b"\xff\xfe\x00",
        "a list without its parts": b'{"signed": {"_type": "root"}}',
        "a list with an endless number": b'{"signatures": [], "signed": 1e999}',
        "a list with a number of 5000 digits": b'{"signed": ' + b"9" * 5000 + b"}",
        "a list that says NaN": b'{"signed": NaN, "signatures": []}',
    },
    _garbage,
)


@attack(Why.TOO_LARGE)
def a_timestamp_of_a_hundred_thousand_bytes(lab: Lab) -> Path:
    return _garbage(lab, b" " * 100_000)


@attack(Why.MALFORMED, Why.NOT_SIGNED)
def a_root_in_the_place_of_the_timestamp(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    newest(stick, "timestamp").write_bytes(newest(stick, "root").read_bytes())
    return stick


@attack(Why.MALFORMED, Why.CHANGED)
def the_timestamp_in_the_place_of_the_list_of_targets(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    newest(stick, "targets").write_bytes(newest(stick, "timestamp").read_bytes())
    return stick


def _promised(lab: Lab, custom: dict[str, object]) -> Path:
    lab.release(2, custom=custom)
    return lab.file()


attacks_with(
    Why.MALFORMED,
    {
        "a release number that is a text": {"release": "2"},
        "a release number below nothing": {"release": -2},
        "a release number that is yes": {"release": True},
        "a date that is none": {"dated": "2026-13-45"},
        "rows that are no table": {"rows": [1, 2]},
        "a note as long as a book": {"shrink_explained": "x" * 10_000},
    },
    _promised,
)
attacks_with(
    Why.WRONG_DATA,
    {
        "more services signed than there are": {"rows": {"service": 21}},
        "a table signed that is not there": {"rows": {"no_such_table": 1}},
        "another release number inside than outside": {"release": 77},
        "another date inside than outside": {"dated": "2026-11-02"},
        "another day of the next release inside": {"next_expected_by": "2030-01-01"},
        "another digest inside than outside": {"digest": "0" * 64},
        "another schema inside than outside": {"schema": SCHEMA + 1},
    },
    _promised,
)


@attack(Why.INCOMPLETE)
def a_list_that_names_no_directory(lab: Lab) -> Path:
    lab.release(2)
    targets = lab.steward.lists["targets"].signed.targets
    targets["other.sqlite"] = targets.pop(TARGET)
    _signed_again(lab)
    return lab.stick()


@attack(Why.MALFORMED)
def a_list_that_promises_nothing(lab: Lab) -> Path:
    lab.release(2)
    lab.steward.lists["targets"].signed.targets[TARGET].unrecognized_fields.clear()
    _signed_again(lab)
    return lab.stick()


@attack(Why.TOO_LARGE)
def a_directory_of_a_terabyte(lab: Lab) -> Path:
    lab.release(2)
    lab.steward.lists["targets"].signed.targets[TARGET].length = 1 << 40
    _signed_again(lab)
    return lab.stick()


@attack(Why.MALFORMED)
def a_directory_with_another_kind_of_hash_alone(lab: Lab) -> Path:
    lab.release(2)
    lab.steward.lists["targets"].signed.targets[TARGET].hashes = {"sha512": "0" * 128}
    _signed_again(lab)
    return lab.stick()


def _mutated(lab: Lab, change: str | Callable[[sqlite3.Connection], None]) -> Path:
    def mutate(connection: sqlite3.Connection) -> None:
        if callable(change):
            change(connection)
        else:
            connection.executescript(change)

    good = lab.directory(2)
    bad = lab.folder / "bad.sqlite"
    bad.write_bytes(lab.directory(2, mutate=mutate).read_bytes())
    lab.directory(2)
    # What is signed is what the steward believed: row counts of this very file, where it opens.
    try:
        lab.steward.publish(bad)
    except Exception:  # the file does not even open as a directory
        lab.steward.publish(bad, promised=good)
    return lab.file()


NO_DOOR = "DELETE FROM line WHERE service IN (SELECT number FROM service WHERE id = '{}');"
attacks_with(
    Why.WRONG_DATA,
    {
        "another program's database": "PRAGMA application_id = 7;",
        "a council without a number for children": NO_DOOR.format("luton-children_front_door"),
        "a council without a number for adults": NO_DOOR.format("bedford-adults_front_door"),
        "a front door that can only be faxed": (
            "UPDATE line SET kind = 'fax' WHERE service = (SELECT number FROM service"
            " WHERE id = 'milton-keynes-children_front_door');"
        ),
        "a front door whose number was replaced": (
            "UPDATE line SET standing = 'superseded' WHERE service = (SELECT number FROM service"
            " WHERE id = 'central-bedfordshire-adults_front_door');"
        ),
        "a front door that is no longer in use": (
            "UPDATE service SET status = 'unconfirmed' WHERE id = 'luton-adults_front_door';"
        ),
        "a council that is missing": "DELETE FROM council WHERE slug = 'luton';",
        "a directory without 999": "DELETE FROM line WHERE number = '999';",
        "a search that does not find 999": "DELETE FROM search_number WHERE digits = '999';",
        "a search that finds nothing": (
            "INSERT INTO search_text (search_text) VALUES ('delete-all');"
        ),
        "a district named as the one to ring": (
            "INSERT INTO document VALUES ('d', 1, 'A page', 'Somebody', '2026', '', NULL);"
            "INSERT INTO body VALUES ('E07000096', 'Dacorum Borough Council');"
            "INSERT INTO answering VALUES"
            " ('E07000096', '', '', 'district', NULL, 'E07000096', 'E07000096', 'd');"
        ),
        "a second front door for a council of ours": (
            "INSERT INTO document VALUES ('d', 1, 'A page', 'Somebody', '2026', '', NULL);"
            "INSERT INTO body VALUES ('E06000032', 'Luton Borough Council');"
            "INSERT INTO front_door VALUES (1, 'E06000032', 'children_front_door', 1, 'helpline',"
            " '+441632960999', '01632 960999', 'in_use', 1, 'd', 'says so', '');"
        ),
        "a directory without services": "DELETE FROM service;",
        "a directory without its tables": "DROP TABLE line;",
        "a trigger in the directory": (
            "CREATE TRIGGER sly AFTER DELETE ON role BEGIN DELETE FROM line; END;"
        ),
        "a view in the directory": "CREATE VIEW sly AS SELECT * FROM line;",
    },
    _mutated,
)
attacks_with(
    Why.PROGRAM_TOO_OLD, {"a directory for a later program": "PRAGMA user_version = 9;"}, _mutated
)
attacks_with(
    Why.PROGRAM_TOO_NEW,
    {"a directory for an earlier program": "PRAGMA user_version = 0;"},
    _mutated,
)


@attack(Why.WRONG_DATA)
def a_directory_that_lost_a_third_of_its_services(lab: Lab) -> Path:
    lab.release(2, made={"services": 60})
    lab.take(lab.file())
    lab.release(3, made={"services": 40})
    return lab.file()


def _damaged(lab: Lab, change: Callable[[bytearray], None]) -> Path:
    good, content = lab.directory(2), bytearray(lab.directory(2).read_bytes())
    change(content)
    bad = lab.folder / "bad.sqlite"
    bad.write_bytes(content)
    lab.steward.publish(bad, promised=good)
    return lab.file()


def _flip(content: bytearray) -> None:
    content[9000] ^= 255


def _blank_page(content: bytearray) -> None:
    content[8192:12288] = bytes(4096)


def _no_database(content: bytearray) -> None:
    content[:16] = b"not a database!\0"


def _half(content: bytearray) -> None:
    del content[len(content) // 2 :]


def _tiny(content: bytearray) -> None:
    del content[50:]


attacks_with(
    Why.WRONG_DATA,
    {
        "a signed directory with one other byte": _flip,
        "a signed directory with a blank page": _blank_page,
        "a signed file that is no database": _no_database,
        "half a directory, signed": _half,
        "fifty bytes of a directory, signed": _tiny,
    },
    _damaged,
)


@attack(Why.WRONG_DATA)
def a_damaged_database_under_a_seal_that_fits(lab: Lab) -> Path:
    good = lab.directory(2)
    content = bytearray(good.read_bytes())
    content[4096 * 3 : 4096 * 4] = b"\x7f" * 4096
    mark = content.index(checksum.MARK) + len(checksum.MARK)
    content[mark : mark + checksum.LENGTH] = checksum.BLANK.encode()
    bad = lab.folder / "bad.sqlite"
    bad.write_bytes(checksum.sealed(bytes(content)))
    lab.steward.publish(bad, promised=good)
    return lab.file()


def _stumble(candidate: Path, sha256: str) -> None:
    raise ValueError("hours from minute 900 to minute 100 are not possible")


@attack(Why.WRONG_DATA, terms=Terms(try_out=_stumble))
def a_directory_the_program_would_stumble_over(lab: Lab) -> Path:
    lab.release(2)
    return lab.file()


def _signed_again(lab: Lab) -> None:
    lab.steward.sign("targets", timedelta(days=90))
    lab.steward.date(timedelta(days=90))
