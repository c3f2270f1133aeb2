"""What changed between two directory files: which numbers, whose hours, who came and who went.

The one comparison there is: whoever signs a release, the terminal and the window all go by it. SQL
finds the few lines that differ among many thousands; no service is read that did not change.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop_app.domain.changes import Change, ChangeKind, in_order
from desktop_app.updates.hours_told import CHANGED, hours_told, prepare

LINES = (
    "SELECT service.id AS service, service.name, line.key, line.display, line.number,"
    " line.standing, line.outside_line AS office, line.id AS line,"
    " iif(line.label = '', replace(line.kind, '_', ' '), line.label) AS label,"
    " line.kind <> 'fax' AND line.standing <> 'superseded' AS rung"
    " FROM {0}.line JOIN {0}.service ON service.number = line.service"
)
# Whether anybody may have rung it: a fax, or a number replaced long ago, comes and goes unsaid.
SERVICES = "SELECT id, name FROM {0}.service WHERE id NOT IN (SELECT id FROM {1}.service)"
RENAMED = (
    "SELECT id, now.name, was.name FROM was.service AS was JOIN now.service AS now USING (id)"
    " WHERE was.name <> now.name"
)
ONLY_HERE = (
    "SELECT service, name, label, display FROM {0}_line AS here WHERE (rung OR ?) AND NOT EXISTS"
    " (SELECT 1 FROM {1}_line AS there"
    " WHERE (there.service, there.key) = (here.service, here.key))"
)
NUMBERS = (
    "SELECT service, now.name, now.label, was.display, now.display, was.number <> now.number,"
    " was.rung, now.rung, was.standing, now.standing"
    " FROM was_line AS was JOIN now_line AS now USING (service, key)"
    " WHERE was.number <> now.number OR was.standing <> now.standing OR was.rung <> now.rung"
)


def differences(before: Path, after: Path, *, every_line: bool = False) -> tuple[Change, ...]:
    """Compare two directory files, the gravest change first; ValueError when one is unreadable.

    Services and lines are known by their ids. A service that comes or goes brings its numbers with
    it: they are told one by one, so that a number on a wall is never missed. `every_line` tells of
    faxes and replaced numbers as well: for whoever signs.
    """
    try:
        with _both(before, after) as connection:
            return in_order(_compared(connection, every_line))
    except sqlite3.Error as error:
        raise ValueError(f"The two directories cannot be compared: {error}") from error


def changes_between(before: Path, after: Path) -> tuple[Change, ...] | None:
    """What changed; None when the directory before cannot be read."""
    try:
        return differences(before, after)
    except ValueError:
        return None


@contextmanager
def _both(before: Path, after: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", uri=True)
    try:
        connection.execute("PRAGMA temp_store = MEMORY")  # quicker, and leaves nothing on the disk
        for name, path in (("was", before), ("now", after)):
            address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
            connection.execute(f"ATTACH ? AS {name}", (address,))
        # Numbers of services and lines may move between editions; their ids and keys stay.
        for name in ("was", "now"):
            connection.execute(f"CREATE TEMP TABLE {name}_line AS {LINES.format(name)}")
            connection.execute(f"CREATE UNIQUE INDEX temp.{name}_key ON {name}_line (service, key)")
            prepare(connection, name)
        yield connection
    finally:
        connection.close()


def _compared(connection: sqlite3.Connection, every_line: bool) -> Iterator[Change]:
    yield from _services(connection)
    came, went = ONLY_HERE.format("now", "was"), ONLY_HERE.format("was", "now")
    for key, name, label, shown in connection.execute(came, (every_line,)):
        yield Change(ChangeKind.NUMBER_NEW, key, name, label, "", shown)
    for key, name, label, shown in connection.execute(went, (every_line,)):
        yield Change(ChangeKind.NUMBER_GONE, key, name, label, shown, "")
    yield from _numbers(connection)
    yield from _hours(connection, every_line)


def _services(connection: sqlite3.Connection) -> Iterator[Change]:
    for key, name in connection.execute(SERVICES.format("now", "was")):
        yield Change(ChangeKind.SERVICE_NEW, key, name, "", "", name)
    for key, name in connection.execute(SERVICES.format("was", "now")):
        yield Change(ChangeKind.SERVICE_GONE, key, name, "", name, "")
    for key, name, before in connection.execute(RENAMED):
        yield Change(ChangeKind.SERVICE_RENAMED, key, name, "", before, name)


def _numbers(connection: sqlite3.Connection) -> Iterator[Change]:
    """Of lines in both editions: another number, or another standing of the same one."""
    for key, name, label, was, now, other, was_rung, now_rung, *standing in connection.execute(
        NUMBERS
    ):
        if was_rung and not now_rung:
            yield Change(ChangeKind.NUMBER_REPLACED, key, name, label, was, "")
            continue
        if now_rung and not was_rung:
            yield Change(ChangeKind.NUMBER_NEW, key, name, label, "", now)
            continue
        if other:
            yield Change(ChangeKind.NUMBER_CHANGED, key, name, label, was, now)
        if now_rung and standing[0] != standing[1]:
            doubted = standing[1] == "disputed"
            kind = ChangeKind.NUMBER_DOUBTED if doubted else ChangeKind.NUMBER_SETTLED
            yield Change(kind, key, name, label, was, now)


def _hours(connection: sqlite3.Connection, every_line: bool) -> Iterator[Change]:
    """Of lines in both editions: hours that read differently."""
    found = connection.execute(CHANGED, (every_line,)).fetchall()
    for key, name, label, before, after in found:
        told = hours_told(connection, "was", before), hours_told(connection, "now", after)
        if told[0] != told[1]:
            yield Change(ChangeKind.HOURS_CHANGED, key, name, label, *told)
