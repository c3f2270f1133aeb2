"""What changed between two directories: which numbers, whose hours, who came and who went."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_app.updates.hours_told import CHANGED, hours_told, prepare

SERVICES = (
    "SELECT id, name FROM {0}.service WHERE id NOT IN (SELECT id FROM {1}.service) ORDER BY id"
)
LINES = (
    "SELECT service.id AS service, service.name, line.key, line.label, line.display, line.number,"
    " line.standing, line.outside_line AS office, line.id AS line"
    " FROM {0}.line JOIN {0}.service ON service.number = line.service"
)
STANDING_WORDS = {"in_use": "in use", "disputed": "disputed", "superseded": "replaced"}


@dataclass(frozen=True, slots=True)
class Change:
    """One line or service that is not as it was; '' where there was, or is, nothing."""

    service: str
    service_name: str
    line: str = ""
    before: str = ""
    after: str = ""

    def __str__(self) -> str:
        """The change in one line of text."""
        named = f"{self.service_name} ({self.line})" if self.line else self.service_name
        if self.before and self.after:
            return f"{named}: {self.before} → {self.after}"
        return f"{named}: {self.before or self.after}" if self.before or self.after else named


@dataclass(frozen=True, slots=True)
class Differences:
    """Everything that matters to somebody who rings: grouped, each group in a steady order."""

    numbers_changed: tuple[Change, ...] = ()
    hours_changed: tuple[Change, ...] = ()
    standing_changed: tuple[Change, ...] = ()
    numbers_added: tuple[Change, ...] = ()
    numbers_removed: tuple[Change, ...] = ()
    services_added: tuple[Change, ...] = ()
    services_removed: tuple[Change, ...] = ()

    @property
    def summary(self) -> str:
        """The changes counted in a few words: "3 numbers changed, 1 service added"."""
        counted = [
            f"{len(found)} {one if len(found) == 1 else many}"
            for found, one, many, _ in self._groups()
            if found
        ]
        return ", ".join(counted) or "no numbers changed"

    def lines(self) -> Iterator[str]:
        """Every change in a line of its own, under a heading for each kind."""
        for found, _, _, heading in self._groups():
            if found:
                yield f"{heading}:"
                yield from (f"  {change}" for change in found)

    def services(self) -> frozenset[str]:
        """The ids of every service that is not as it was."""
        return frozenset(change.service for found, *_ in self._groups() for change in found)

    def _groups(self) -> tuple[tuple[tuple[Change, ...], str, str, str], ...]:
        return (
            (self.numbers_changed, "number changed", "numbers changed", "Numbers changed"),
            (self.numbers_added, "number added", "numbers added", "Numbers added"),
            (self.numbers_removed, "number removed", "numbers removed", "Numbers removed"),
            (self.hours_changed, "line has new hours", "lines have new hours", "New hours"),
            (
                self.standing_changed,
                "number has a new standing",
                "numbers have a new standing",
                "New standing",
            ),
            (self.services_added, "service added", "services added", "Services added"),
            (self.services_removed, "service removed", "services removed", "Services removed"),
        )


def differences(before: Path, after: Path) -> Differences:
    """Compare two directory files; ValueError when one of them cannot be read."""
    try:
        with _both(before, after) as connection:
            return _compared(connection)
    except sqlite3.Error as error:
        raise ValueError(f"The two directories cannot be compared: {error}") from error


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


def _compared(connection: sqlite3.Connection) -> Differences:
    return Differences(
        numbers_changed=_changed(connection, "number", "display"),
        hours_changed=tuple(_hours_changed(connection)),
        standing_changed=_standing(connection),
        numbers_added=_only(connection, "now", "was", "after"),
        numbers_removed=_only(connection, "was", "now", "before"),
        services_added=_services(connection, "now", "was"),
        services_removed=_services(connection, "was", "now"),
    )


def _services(connection: sqlite3.Connection, here: str, there: str) -> tuple[Change, ...]:
    return tuple(Change(*row) for row in connection.execute(SERVICES.format(here, there)))


def _only(connection: sqlite3.Connection, here: str, there: str, side: str) -> tuple[Change, ...]:
    """Lines of services in both editions that are in one edition only."""
    rows = connection.execute(
        f"SELECT service, name, label, display FROM {here}_line AS here WHERE NOT EXISTS"
        f" (SELECT 1 FROM {there}_line AS there WHERE (there.service, there.key) ="
        f" (here.service, here.key)) AND service IN (SELECT id FROM {there}.service)"
        " ORDER BY service, key"
    )
    return tuple(Change(s, name, label, **{side: shown}) for s, name, label, shown in rows)


def _changed(connection: sqlite3.Connection, compared: str, shown: str) -> tuple[Change, ...]:
    rows = connection.execute(
        f"SELECT service, now.name, now.label, was.{shown}, now.{shown}"
        f" FROM was_line AS was JOIN now_line AS now USING (service, key)"
        f" WHERE was.{compared} <> now.{compared} ORDER BY service, key"
    )
    return tuple(Change(*row) for row in rows)


def _standing(connection: sqlite3.Connection) -> tuple[Change, ...]:
    return tuple(
        Change(
            found.service,
            found.service_name,
            found.line,
            STANDING_WORDS.get(found.before, found.before),
            STANDING_WORDS.get(found.after, found.after),
        )
        for found in _changed(connection, "standing", "standing")
    )


def _hours_changed(connection: sqlite3.Connection) -> Iterator[Change]:
    for service, name, label, before, after in connection.execute(CHANGED).fetchall():
        told = hours_told(connection, "was", before), hours_told(connection, "now", after)
        if told[0] != told[1]:
            yield Change(service, name, label, *told)
