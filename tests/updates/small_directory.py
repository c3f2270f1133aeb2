"""A small but whole directory of made-up services, in any size, release and state of damage.

Numbers lie in Ofcom's drama range; 999 is 999.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import NamedTuple

from desktop_app.fileformat import checksum
from tests.area import AREA

ROOT = Path(__file__).parents[2]
COUNCILS = {
    "E06000032": ("Luton", "luton"),
    "E06000042": ("Milton Keynes", "milton-keynes"),
    "E06000055": ("Bedford Borough", "bedford"),
    "E06000056": ("Central Bedfordshire", "central-bedfordshire"),
}
DOORS = ("children_front_door", "adults_front_door")
Mutate = Callable[[sqlite3.Connection], object]


@dataclass(frozen=True)
class Made:
    """What a made-up directory says of itself."""

    release: int = 1
    services: int = 20
    dated: str = "2026-11-01"
    next_expected_by: str = "2027-03-01"
    mutate: Mutate | None = None
    numbers: dict[str, str] = field(default_factory=dict)  # service id → other number
    sealed: bool = True


@cache
def schema() -> str:
    return "".join(
        (ROOT / "db" / name).read_text("utf-8") for name in ("schema.sql", "schema_where.sql")
    )


def make_directory(path: Path, made: Made) -> Path:
    """Write it to a file; the same one is put together only once in a run."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_bytes(_changed(made) if made.mutate else _unchanged(_Key.of(made)))
    return path


class _Key(NamedTuple):
    """What decides how an unchanged directory comes out; `numbers` as pairs."""

    release: int
    services: int
    dated: str
    next_expected_by: str
    numbers: tuple[tuple[str, str], ...]
    sealed: bool

    @classmethod
    def of(cls, made: Made) -> _Key:
        kept = {name: getattr(made, name) for name in cls._fields if name != "numbers"}
        return cls(numbers=tuple(made.numbers.items()), **kept)

    def made(self) -> Made:
        return Made(**self._asdict() | {"numbers": dict(self.numbers)})


@cache
def _unchanged(key: _Key) -> bytes:
    return _packed(_filled(key.made()), sealed=key.sealed)


@cache
def _unpacked(key: _Key) -> bytes:
    with closing(_filled(key.made())) as connection:
        return connection.serialize()


def _changed(made: Made) -> bytes:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(_unpacked(_Key.of(made)))
    assert made.mutate is not None
    made.mutate(connection)
    return _packed(connection, sealed=made.sealed)


def _filled(made: Made) -> sqlite3.Connection:
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema())
    _write_meta(connection, made)
    _write_terms(connection)
    _write_services(connection, made)
    connection.commit()
    return connection


def _packed(connection: sqlite3.Connection, *, sealed: bool) -> bytes:
    """The bytes of the file, with its checksum where it is sealed; ends the connection."""
    with closing(connection):
        connection.commit()
        connection.execute("VACUUM")
        content = connection.serialize()
    return checksum.sealed(content) if sealed else content


def _write_meta(connection: sqlite3.Connection, made: Made) -> None:
    facts = {
        "release": str(made.release),
        "dated": made.dated,
        "next_expected_by": made.next_expected_by,
        "schema": "2",
        "digest": f"{made.release:064d}",
        "note": "Made up.",
        "bank_holidays_listed_until": "2028-12-26",
        "bank_holidays_computed_until": "2040-12-31",
        checksum.KEY: checksum.blank(),
    }
    connection.executemany("INSERT INTO meta VALUES (?, ?)", sorted(facts.items()))


def _write_terms(connection: sqlite3.Connection) -> None:
    for position, role in enumerate(("emergency", *DOORS, "victim_support")):
        connection.execute("INSERT INTO role VALUES (?, ?, ?)", (role, position, role))
    connection.execute("INSERT INTO organisation VALUES ('made-up', 'Made up')")
    connection.execute(
        "INSERT INTO document VALUES ('leaflet', 0, 'Leaflet', 'Nobody', '2026', '', 2026)"
    )
    connection.execute("INSERT INTO area VALUES (?, ?)", (AREA.id, AREA.name))
    for number, (code, (name, slug)) in enumerate(COUNCILS.items(), 1):
        row = (number, code, name, slug, number)
        connection.execute("INSERT INTO council VALUES (?, ?, ?, ?, ?)", row)


def _write_services(connection: sqlite3.Connection, made: Made) -> None:
    rows = list(_services(made))
    connection.executemany(
        "INSERT INTO service VALUES (?, ?, ?, 'made-up', '', 'in_use', ?, 0, 0, '', '')",
        ((n, key, name, national) for n, key, name, _, _, national in rows),
    )
    connection.executemany(
        "INSERT INTO service_area VALUES (?, ?)",
        ((row[0], council) for row in rows for council in row[4]),
    )
    connection.executemany(
        "INSERT INTO service_role VALUES (?, 0, ?)", ((n, role) for n, _, _, role, _, _ in rows)
    )
    _write_lines(connection, made, [(n, key, role) for n, key, _, role, _, _ in rows])
    connection.executemany(
        "INSERT INTO search_text (rowid, name) VALUES (?, ?)", ((r[0], r[2]) for r in rows)
    )


def _services(made: Made) -> Iterable[tuple[int, str, str, str, tuple[str, ...], int]]:
    every = tuple(COUNCILS)
    yield 1, "emergency", "Emergency services", "emergency", every, 1
    number = 1
    for code, (name, slug) in COUNCILS.items():
        for door in DOORS:
            number += 1
            yield number, f"{slug}-{door}", f"{name} {door[:6]} desk", door, (code,), 0
    while number < made.services:
        number += 1
        code = every[number % 4]
        yield number, f"helper-{number}", f"Helper {number}", "victim_support", (code,), 0


def _write_lines(
    connection: sqlite3.Connection, made: Made, services: list[tuple[int, str, str]]
) -> None:
    lines = []
    for number, key, role in services:
        usual = "999" if role == "emergency" else f"01632 960{number % 1000:03d}"
        shown = made.numbers.get(key, usual)
        kind = "emergency" if role == "emergency" else "office_hours"
        dialled = shown if shown == "999" else "+44" + shown.replace(" ", "")[1:]
        lines.append((number, number, 0, "office", kind, "Desk", dialled, shown, "in_use"))
    connection.executemany(
        "INSERT INTO line VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', '', ?, NULL, '',"
        " NULL, NULL, NULL, 1)",
        lines,
    )
    connection.executemany(
        "INSERT INTO hours_statement VALUES (?, ?, 0, 'published', 'closed', 'leaflet', NULL)",
        ((line[0], line[0]) for line in lines),
    )
    connection.executemany(
        "INSERT INTO hours_span VALUES (?, ?, 540, 1020)",
        ((line[0], day) for line in lines for day in range(5)),
    )
    connection.executemany(
        "INSERT INTO search_number VALUES (?, ?, 'office', 0)",
        ((line[7].replace(" ", ""), line[1]) for line in lines),
    )
