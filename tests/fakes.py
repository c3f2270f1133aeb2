"""A directory kept in lists, for tests of rules and screens that need no file."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.browse.catalogue import ListFilter, fits
from desktop_app.domain.browse.search_words import digits_typed, fold
from desktop_app.domain.browse.tally import Tally
from desktop_app.domain.hours.bank_holidays import BankHolidays, Holiday
from desktop_app.domain.places.area import Area
from desktop_app.domain.places.councils import Council
from desktop_app.domain.services.bodies import Bodies
from desktop_app.domain.services.calls_owed import every_number, owed_calls
from desktop_app.domain.services.directory import (
    Attribution,
    Directory,
    Guidance,
    HitWhy,
    Meant,
    Release,
    SearchHit,
    Term,
)
from desktop_app.domain.services.service import Document, Service, ServiceStatus
from desktop_app.domain.situation.pathway import Pathways
from tests.area import AREA, COUNCILS

RELEASE = Release(
    number=1,
    dated=date(2026, 11, 22),
    next_expected_by=date(2027, 2, 28),
    schema=1,
    digest="0" * 64,
)
HOLIDAYS = BankHolidays(
    holidays=(
        Holiday(date(2026, 12, 25), "Christmas Day"),
        Holiday(date(2026, 12, 28), "Boxing Day"),
    ),
    listed_until=date(2028, 12, 26),
    computed_until=date(2040, 12, 31),
)


@dataclass
class ListDirectory:
    """The `Directory` protocol over plain lists; searching knows names, aliases and digits only."""

    held: Sequence[Service] = ()
    routes: Pathways = field(default_factory=lambda: Pathways({}))
    read: Sequence[Document] = ()
    pages: Sequence[Guidance] = ()
    of_release: Release = RELEASE
    holidays: BankHolidays = HOLIDAYS
    terms: dict[str, tuple[Term, ...]] = field(default_factory=dict)
    credits: Sequence[Attribution] = ()
    others: Bodies = field(default_factory=Bodies)
    advice: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def release(self) -> Release:
        return self.of_release

    def services(self) -> tuple[Service, ...]:
        return tuple(self.held)

    def service(self, service_id: str) -> Service:
        return {service.id: service for service in self.held}[service_id]

    def in_role(self, role: str, council_code: str | None = None) -> tuple[Service, ...]:
        found = [s for s in self.held if role in s.roles and s.status is ServiceStatus.IN_USE]
        if council_code is not None:
            found = [s for s in found if s.national or council_code in s.areas]
        return tuple(sorted(found, key=lambda service: (service.rank, service.name)))

    def expect(self, roles: Iterable[str], council_code: str) -> None:
        del roles, council_code

    def search(
        self,
        text: str,
        *,
        home: str | None = None,
        limit: int = 50,
    ) -> tuple[SearchHit, ...]:
        hits = (_hit(service, text) for service in self.held)
        return tuple(hit for hit in hits if hit)[:limit]

    def search_advice(self, text: str) -> tuple[str, ...]:
        return self.advice.get(text, ())

    def meant(self, text: str) -> tuple[Meant, ...]:
        del text
        return ()

    def documents(self) -> tuple[Document, ...]:
        return tuple(self.read)

    def document(self, document_id: str) -> Document:
        return {document.id: document for document in self.read}[document_id]

    def bank_holidays(self) -> BankHolidays:
        return self.holidays

    def area(self) -> Area:
        return AREA

    def councils(self) -> tuple[Council, ...]:
        return COUNCILS

    def bodies(self) -> Bodies:
        return self.others

    def pathways(self) -> Pathways:
        return self.routes

    def guidance(self) -> tuple[Guidance, ...]:
        return tuple(self.pages)

    def guidance_for(self, concern: str) -> tuple[Guidance, ...]:
        return tuple(page for page in self.pages if concern in page.concerns)

    def topics(self) -> tuple[Term, ...]:
        return self.terms.get("topics", ())

    def audiences(self) -> tuple[Term, ...]:
        return self.terms.get("audiences", ())

    def roles(self) -> tuple[Term, ...]:
        return self.terms.get("roles", ())

    def attributions(self) -> tuple[Attribution, ...]:
        return tuple(self.credits)


class ListedCatalogue:
    """The catalogue of a directory small enough to be read as a whole."""

    def __init__(self, directory: Directory) -> None:
        self._directory = directory

    def ids(self, wanted: ListFilter) -> tuple[str, ...]:
        """The services that fit, in the order of the directory."""
        return tuple(each.id for each in self._directory.services() if fits(each, wanted))

    def page(self, ids: Sequence[str]) -> tuple[Service, ...]:
        """These services, in this order."""
        known = {service.id: service for service in self._directory.services()}
        return tuple(known[each] for each in ids if each in known)

    def tally(self) -> Tally:
        """Counted by reading everything."""
        services = self._directory.services()
        never = {role.id for role in self._directory.roles() if not role.test_calls}
        owed = owed_calls(services, never)
        checked = [pairs for pairs in owed.values() if any(line.verified for _, line in pairs)]
        return Tally(len(services), len(every_number(services)), len(owed), len(checked))


def _hit(service: Service, text: str) -> SearchHit | None:
    digits = digits_typed(text)
    if digits:
        for line in service.lines:
            if digits in line.digits:
                return SearchHit(
                    service_id=service.id, why=HitWhy.NUMBER, matched=line.display, line_id=line.id
                )
    wanted = fold(text)
    named: Iterable[tuple[HitWhy, str]] = (
        (HitWhy.NAME, service.name),
        *((HitWhy.OLD_NAME, alias) for alias in service.aliases),
    )
    for why, name in named:
        if wanted and wanted in fold(name):
            return SearchHit(
                service_id=service.id, why=why, matched=name, exact=wanted == fold(name)
            )
    return None


_CHECKED: type[Directory] = ListDirectory
