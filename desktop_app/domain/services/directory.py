"""The directory as screens and rules see it: what can be asked, whatever keeps it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from desktop_app.domain.hours.bank_holidays import BankHolidays
    from desktop_app.domain.places.area import Area
    from desktop_app.domain.places.councils import Council
    from desktop_app.domain.services.bodies import Bodies
    from desktop_app.domain.services.service import Citation, Document, Service
    from desktop_app.domain.situation.pathway import Pathways

NATIONWIDE = "nationwide"
"""In the place of a council's code: national services alone."""


class Release(NamedTuple):
    """Which release of the directory this is, and when the next one is due."""

    number: int
    dated: date
    next_expected_by: date
    schema: int
    digest: str  # SHA-256 over everything the release was made from, in hexadecimal
    note: str = ""


class Guidance(NamedTuple):
    """One short page to read: paragraphs, "## " headings and "- " lists, nothing else."""

    id: str
    title: str
    summary: str
    body: str
    concerns: tuple[str, ...] = ()  # the concerns whose answers link to it: "child"
    topics: tuple[str, ...] = ()
    sources: tuple[Citation, ...] = ()


class Attribution(NamedTuple):
    """Whose data is in the directory, and the line its licence asks for."""

    name: str
    text: str
    licence: str


class Term(NamedTuple):
    """A topic, audience or role: the word the data uses, and the words a person reads."""

    id: str
    name: str
    test_calls: bool = (
        True  # a role: false where a line is never rung to try it (999, crisis lines)
    )


class HitWhy(StrEnum):
    """Why a service was found."""

    NAME = "name"
    OLD_NAME = "old name"
    NUMBER = "number"
    TOPIC = "topic"
    PLACE = "place"
    WORDS = "words"
    MISSPELLING = "misspelling"


class SearchHit(NamedTuple):
    """One service found, why, and the words (or the number) that matched."""

    service_id: str
    why: HitWhy
    matched: str
    exact: bool = False
    line_id: str | None = None  # the line, when a number was typed
    fit: int = 0  # hits of the same fit are equally good; a smaller one is better
    rung: bool = True  # whether it has a number that may be rung
    partly: bool = False  # whether some of the words stand nowhere in it


class Meant(NamedTuple):
    """A topic, group, part or kind of line that a phrase of a sentence names."""

    kind: str
    id: str
    phrase: int  # which phrase of the sentence; one may mean several
    leads: tuple[str, ...] = ()  # the roles whose part it is, the first to ring first


class Directory(Protocol):
    """Everything that can be asked of the directory.

    Every question may raise a `DirectoryError`: a file can go bad after it was opened.
    """

    def release(self) -> Release:
        """Which release this is."""
        ...

    def services(self) -> Sequence[Service]:
        """Every service, the first to ring first: by the parts they play, then rank, then name."""
        ...

    def service(self, service_id: str) -> Service:
        """One service by its id; KeyError when there is none."""
        ...

    def in_role(self, role: str, council_code: str | None = None) -> tuple[Service, ...]:
        """The services in use that play this part, by rank and name.

        With a council: those that work there, and national ones. A council elsewhere, and
        NATIONWIDE, are answered by national services alone. Without: all of them, wherever they
        work, which reads the services of the whole country; no answer asks for that. Services
        marked as reference or unconfirmed are never among them.
        """
        ...

    def expect(self, roles: Iterable[str], council_code: str) -> None:
        """Be told that `in_role` will be asked for these parts there; only time is saved by it."""
        ...

    def search(
        self, text: str, *, home: str | None = None, limit: int = 50
    ) -> tuple[SearchHit, ...]:
        """What was typed, best first: the same text always gives the same order.

        `home` is a council code; among equally good hits its services stand first.
        """
        ...

    def search_advice(self, text: str) -> tuple[str, ...]:
        """Sentences to read beside what was found: "interpreter" is no service."""
        ...

    def meant(self, text: str) -> tuple[Meant, ...]:
        """What the phrases of a sentence are about, in the order they were said."""
        ...

    def documents(self) -> tuple[Document, ...]:
        """Everything that was read to make the directory."""
        ...

    def document(self, document_id: str) -> Document:
        """One document by its id; KeyError when there is none."""
        ...

    def bank_holidays(self) -> BankHolidays:
        """The bank holidays of England and Wales, as far as they are known."""
        ...

    def area(self) -> Area:
        """What the directory is for: its name, its councils, and examples of what can be typed."""
        ...

    def councils(self) -> tuple[Council, ...]:
        """The councils of the directory's own area, in the order every screen shows them."""
        ...

    def bodies(self) -> Bodies:
        """Who answers in the area of every council, and the front doors known elsewhere."""
        ...

    def pathways(self) -> Pathways:
        """Which services each situation calls for."""
        ...

    def guidance(self) -> tuple[Guidance, ...]:
        """Every page of guidance, in reading order."""
        ...

    def guidance_for(self, concern: str) -> tuple[Guidance, ...]:
        """The pages that belong to one concern, in reading order."""
        ...

    def topics(self) -> tuple[Term, ...]:
        """Every topic a service can carry, with its name in words."""
        ...

    def audiences(self) -> tuple[Term, ...]:
        """Every group a service can serve, with its name in words."""
        ...

    def roles(self) -> tuple[Term, ...]:
        """Every part a service can play, in the order lists show them, with its name in words."""
        ...

    def attributions(self) -> tuple[Attribution, ...]:
        """Whose data is in here, and what their licences ask to be said."""
        ...
