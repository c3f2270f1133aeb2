"""The compiled directory, read through the standard library alone and only when asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from desktop_app.store.directory import reference_rows
from desktop_app.store.directory.opening import open_checked, translate_errors
from desktop_app.store.directory.role_rows import RoleRows

if TYPE_CHECKING:
    from desktop_app.domain.hours.bank_holidays import BankHolidays
    from desktop_app.domain.places.area import Area
    from desktop_app.domain.places.councils import Council
    from desktop_app.domain.services.bodies import Bodies
    from desktop_app.domain.services.directory import (
        Attribution,
        Guidance,
        Meant,
        Release,
        SearchHit,
        Term,
    )
    from desktop_app.domain.services.service import Document, Service
    from desktop_app.domain.situation.pathway import Pathways
    from desktop_app.store.directory.service_rows import Known
    from desktop_app.store.search.search import Search

Fact = TypeVar("Fact")
STATEMENTS = 130
"""More than a connection of Python's keeps ready (128): so many others push out all before."""


def open_directory(
    path: Path, *, sha256: str = "", fingerprinted: bool = False, handed_on: bool = False
) -> SqliteDirectory:
    """Open the directory file; raises the `DirectoryError` that says what is wrong with it.

    The file is read here and never again. `sha256`: the fingerprint its bytes must have.
    `fingerprinted`: it is to be known afterwards. `handed_on`: opened by a worker thread, for
    another one to use.
    """
    opened = open_checked(path, sha256=sha256, fingerprinted=fingerprinted, handed_on=handed_on)
    return SqliteDirectory(opened.connection, str(path), opened.sha256)


class SqliteDirectory:
    """A directory that is open: what was read once is kept, services one by one or all."""

    def __init__(self, connection: sqlite3.Connection, where: str, sha256: str = "") -> None:
        self.connection = connection
        self.sha256 = sha256
        """The fingerprint of the bytes it answers from; empty where nobody asked for it."""
        self._where = where
        self._services: dict[int, Service] = {}
        self._numbers: dict[str, int] = {}
        self._all: tuple[Service, ...] = ()
        self._in_role: dict[tuple[str, str | None], tuple[Service, ...]] = {}
        self._roles = RoleRows(connection)
        self._known: Known = {}
        self._kept: dict[str, object] = {}
        self._search: Search | None = None

    def close(self) -> None:
        """Let go of its bytes."""
        self.connection.close()

    def forget_asked(self) -> None:
        """Leave nothing of what was looked for: SQLite keeps the words with each statement."""
        self._search = None
        for number in range(STATEMENTS):
            self.connection.execute(f"SELECT {number}").fetchone()

    def release(self) -> Release:
        """Which release this is."""
        return self._once("release", reference_rows.read_release)

    def seal(self) -> str:
        """The checksum of all its bytes: two files with the same one are the same."""
        query = "SELECT value FROM meta WHERE key = 'seal'"
        return self._once("seal", lambda held: str(held.execute(query).fetchone()[0]))

    def services(self) -> tuple[Service, ...]:
        """Every service, the first to ring first."""
        if not self._all:
            self._services = self._read_rows(None)
            self._all = tuple(self._services.values())
            self._numbers = {service.id: at for at, service in self._services.items()}
        return self._all

    def service(self, service_id: str) -> Service:
        """One service by its id; KeyError when there is none."""
        with translate_errors(self._where):
            number = self._number(service_id)
        if number is None:
            raise KeyError(service_id)
        return self._read([number])[0]

    def in_role(self, role: str, council_code: str | None = None) -> tuple[Service, ...]:
        """The services in use that play this part, by rank and name."""
        found = self._in_role.get((role, council_code))
        if found is None:
            with translate_errors(self._where):
                if council_code is None:
                    numbers = self._roles.everywhere(role)
                else:
                    numbers = self._roles.working_in(council_code, role)
            playing = self._read(numbers)
            found = tuple(sorted(playing, key=lambda service: (service.rank, service.name)))
            self._in_role[role, council_code] = found
        return found

    def expect(self, roles: Iterable[str], council_code: str) -> None:
        """Read whoever plays these parts in one go: one by one takes a pass of all tables each."""
        anew = [role for role in roles if (role, council_code) not in self._in_role]
        if not anew:
            return
        with translate_errors(self._where):
            rows = [self._roles.working_in(council_code, role) for role in anew]
        self._read({number for numbers in rows for number in numbers})

    def search(
        self, text: str, *, home: str | None = None, limit: int = 50
    ) -> tuple[SearchHit, ...]:
        """What was typed, best first: the same text always gives the same order."""
        with translate_errors(self._where):
            return self._searching().hits(text, home=home, limit=limit)

    def search_advice(self, text: str) -> tuple[str, ...]:
        """Sentences to read beside what was found; mostly none."""
        with translate_errors(self._where):
            return self._searching().advice(text)

    def meant(self, text: str) -> tuple[Meant, ...]:
        """What the phrases of a sentence are about, in the order they were said."""
        with translate_errors(self._where):
            return self._searching().meant(text)

    def _searching(self) -> Search:
        if self._search is None:
            from desktop_app.store.search.search import Search  # when something is first looked for

            self._search = Search(self.connection)
        return self._search

    def documents(self) -> tuple[Document, ...]:
        """Everything that was read to make the directory."""
        return tuple(self._once("documents", reference_rows.read_documents).values())

    def document(self, document_id: str) -> Document:
        """One document by its id; KeyError when there is none."""
        return self._once("documents", reference_rows.read_documents)[document_id]

    def bank_holidays(self) -> BankHolidays:
        """The bank holidays of England and Wales, as far as they are known."""
        return self._once("bank holidays", reference_rows.read_bank_holidays)

    def area(self) -> Area:
        """What the directory is for."""
        return self._once("area", reference_rows.read_area)

    def councils(self) -> tuple[Council, ...]:
        """The councils of its area, in the order of every screen."""
        return self.area().councils

    def bodies(self) -> Bodies:
        """Who answers where, read when something happened elsewhere."""
        from desktop_app.store.directory.body_rows import read_bodies  # with the first answer

        return self._once("bodies", read_bodies)

    def pathways(self) -> Pathways:
        """Which services each situation calls for."""
        from desktop_app.store.directory.pathway_rows import read_pathways  # with the first answer

        return self._once("pathways", read_pathways)

    def guidance(self) -> tuple[Guidance, ...]:
        """Every page of guidance, in reading order."""
        return self._once("guidance", reference_rows.read_guidance)

    def guidance_for(self, concern: str) -> tuple[Guidance, ...]:
        """The pages that belong to one concern, in reading order."""
        return tuple(page for page in self.guidance() if concern in page.concerns)

    def topics(self) -> tuple[Term, ...]:
        """Every topic, with its name in words."""
        return self._once("topics", lambda held: reference_rows.read_terms(held, "topic"))

    def audiences(self) -> tuple[Term, ...]:
        """Every group a service can serve, with its name in words."""
        return self._once("audiences", lambda held: reference_rows.read_terms(held, "audience"))

    def roles(self) -> tuple[Term, ...]:
        """Every part a service can play, with its name in words."""
        return self._once("roles", lambda held: reference_rows.read_terms(held, "role"))

    def attributions(self) -> tuple[Attribution, ...]:
        """Whose data is in here."""
        return self._once("attributions", reference_rows.read_attributions)

    def _once(self, name: str, read: Callable[[sqlite3.Connection], Fact]) -> Fact:
        if name not in self._kept:
            with translate_errors(self._where):
                self._kept[name] = read(self.connection)
        return cast("Fact", self._kept[name])

    def _number(self, service_id: str) -> int | None:
        if service_id not in self._numbers:
            query = "SELECT number FROM service WHERE id = ?"
            row = self.connection.execute(query, (service_id,)).fetchone()
            if row is None:
                return None
            self._numbers[service_id] = row[0]
        return self._numbers[service_id]

    def _read(self, numbers: Collection[int]) -> list[Service]:
        """These services, those not seen before read in one pass."""
        missing = [number for number in numbers if number not in self._services]
        if missing:
            self._services.update(self._read_rows(missing))
        return [self._services[number] for number in numbers]

    def _read_rows(self, numbers: list[int] | None) -> dict[int, Service]:
        from desktop_app.store.directory.service_rows import read_services  # with the first answer

        with translate_errors(self._where):
            return read_services(self.connection, numbers, self._known)
