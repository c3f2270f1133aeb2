"""A small made-up directory for the window's tests: drama numbers, real rules, no file."""

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from desktop_app.domain.hours.bank_holidays import UK, BankHolidays, Holiday
from desktop_app.domain.hours.status import Basis, HolidayRule, Hours, Span, Statement
from desktop_app.domain.places.area import Area
from desktop_app.domain.places.councils import (
    Alternative,
    AnswerKind,
    Council,
    CouncilCount,
    WhereAnswer,
)
from desktop_app.domain.services.bodies import Bodies
from desktop_app.domain.services.directory import (
    NATIONWIDE,
    Attribution,
    Guidance,
    Meant,
    Release,
    SearchHit,
    Term,
)
from desktop_app.domain.services.service import (
    Citation,
    Document,
    Form,
    Line,
    LineKind,
    Service,
    Standing,
)
from desktop_app.domain.situation.pathway import Pathways
from tests.area import AREA, BEDFORD, CENTRAL_BEDFORDSHIRE, COUNCILS, LUTON, MILTON_KEYNES
from tests.ui.town_pathways import pathways

EVERYWHERE = frozenset(council.code for council in COUNCILS)
SAID = (Citation("council-2024", "gives the number"),)
ALWAYS = Hours((Statement(Basis.ALWAYS, dated=date(2024, 1, 1)),))
DOCUMENTS = (
    Document("council-2024", "Safeguarding contacts", "The council", "about 20 December 2024"),
)


def week(monday_to_thursday: tuple[int, int], friday: tuple[int, int]) -> Hours:
    """Office hours as most councils keep them, in minutes after midnight; shut on bank holidays."""
    days = (*((Span(*monday_to_thursday),),) * 4, (Span(*friday),), (), ())
    said = Statement(
        Basis.PUBLISHED, days, HolidayRule.CLOSED, "council-2024", dated=date(2024, 1, 1)
    )
    return Hours((said,))


def assumed() -> Hours:
    """Nobody published these hours: a narrow and a wide working day."""
    days = [(*((Span(a, b),),) * 5, (), ()) for a, b in ((540, 990), (480, 1080))]
    return Hours(tuple(Statement(Basis.ASSUMED, each) for each in days))


OFFICE = week((525, 1040), (525, 980))
FULL_FRIDAY = week((525, 1040), (525, 1040))


def line(kind: LineKind, number: str, hours: Hours, label: str = "", note: str = "") -> Line:
    """One line with a number from the range kept for drama."""
    plain = number.replace(" ", "")
    dialled = f"+44{plain[1:]}" if plain.startswith("0") else plain
    return Line(
        id=str(kind),
        kind=kind,
        label=label,
        number=dialled,
        display=number,
        hours=hours,
        standing=Standing.IN_USE,
        note=note,
        sources=SAID,
    )


def door(council: Council, role: str, name: str, office: str, hours: Hours, night: str) -> Service:
    """A council's front door: an office line and one for outside office hours."""
    lines = (
        line(LineKind.OFFICE_HOURS, office, hours),
        line(LineKind.OUT_OF_HOURS, night, Hours(outside_of=hours), "Emergency Duty Team"),
    )
    areas = frozenset({council.code})
    form = Form("Multi-agency referral form", "online", True, "council.example/refer")
    forms = (form,) if council is MILTON_KEYNES and role == "children" else ()
    return Service(
        id=f"{council.slug}-{role}",
        name=name,
        organisation=f"{council.name} Council",
        summary="Takes worries and decides what happens next.",
        areas=areas,
        roles=(role,),
        lines=lines,
        forms=forms,
    )


def nation(service_id: str, name: str, number: str, kind: LineKind = LineKind.HELPLINE) -> Service:
    """A line that serves everywhere, day and night."""
    lines = (line(kind, number, ALWAYS),)
    return Service(
        id=service_id,
        name=name,
        organisation=name,
        summary="",
        areas=EVERYWHERE,
        national=True,
        roles=(service_id,),
        lines=lines,
    )


SERVICES = (
    door(BEDFORD, "children", "Integrated Front Door", "01632 960001", OFFICE, "01632 960900"),
    door(BEDFORD, "adults", "Adult Safeguarding", "01632 960002", assumed(), "01632 960900"),
    door(
        CENTRAL_BEDFORDSHIRE,
        "children",
        "Access and Referral Hub",
        "01632 960003",
        OFFICE,
        "01632 960900",
    ),
    door(
        CENTRAL_BEDFORDSHIRE,
        "adults",
        "Adult Safeguarding Team",
        "01632 960004",
        FULL_FRIDAY,
        "01632 960900",
    ),
    door(
        LUTON,
        "children",
        "Multi-Agency Safeguarding Hub",
        "01632 960005",
        assumed(),
        "01632 960900",
    ),
    door(LUTON, "adults", "Adult Safeguarding Luton", "01632 960006", assumed(), "01632 960900"),
    door(
        MILTON_KEYNES,
        "children",
        "Multi-Agency Safeguarding Hub",
        "01632 960007",
        OFFICE,
        "01632 960907",
    ),
    door(MILTON_KEYNES, "adults", "Adult Safeguarding MK", "01632 960008", OFFICE, "01632 960908"),
    nation("child-helpline", "Child Helpline", "01632 960555"),
    nation("abuse-helpline", "Domestic Abuse Helpline", "01632 960247"),
    nation("police", "Police, not an emergency", "101", LineKind.EMERGENCY),
    nation("emergency", "Emergency", "999", LineKind.EMERGENCY),
)


class Town:
    """The `Directory` of the made-up town."""

    def __init__(self, services: Sequence[Service] = SERVICES) -> None:
        self._services = tuple(services)
        self._pathways = pathways()

    def release(self) -> Release:
        return Release(1, date(2026, 11, 1), date(2027, 2, 1), 1, "0" * 64)

    def services(self) -> Sequence[Service]:
        return self._services

    def service(self, service_id: str) -> Service:
        return {service.id: service for service in self._services}[service_id]

    def in_role(self, role: str, council_code: str | None = None) -> tuple[Service, ...]:
        playing = (service for service in self._services if role in service.roles)
        if council_code == NATIONWIDE:
            return tuple(service for service in playing if service.national)
        return tuple(s for s in playing if council_code is None or council_code in s.areas)

    def expect(self, roles: Iterable[str], council_code: str) -> None:
        del roles, council_code

    def search(
        self, text: str, *, home: str | None = None, limit: int = 50
    ) -> tuple[SearchHit, ...]:
        del text, home, limit
        return ()

    def search_advice(self, text: str) -> tuple[str, ...]:
        del text
        return ()

    def meant(self, text: str) -> tuple[Meant, ...]:
        del text
        return ()

    def documents(self) -> tuple[Document, ...]:
        return DOCUMENTS

    def document(self, document_id: str) -> Document:
        return {document.id: document for document in DOCUMENTS}[document_id]

    def bank_holidays(self) -> BankHolidays:
        boxing = (
            Holiday(date(2026, 12, 25), "Christmas Day"),
            Holiday(date(2026, 12, 28), "Boxing Day"),
        )
        return BankHolidays(
            holidays=boxing, listed_until=date(2028, 12, 26), computed_until=date(2036, 12, 31)
        )

    def area(self) -> Area:
        return AREA

    def councils(self) -> tuple[Council, ...]:
        return COUNCILS

    def bodies(self) -> Bodies:
        return Bodies()

    def pathways(self) -> Pathways:
        return self._pathways

    def guidance(self) -> tuple[Guidance, ...]:
        return ()

    def guidance_for(self, concern: str) -> tuple[Guidance, ...]:
        del concern
        return ()

    def topics(self) -> tuple[Term, ...]:
        return ()

    def audiences(self) -> tuple[Term, ...]:
        return ()

    def roles(self) -> tuple[Term, ...]:
        return ()

    def attributions(self) -> tuple[Attribution, ...]:
        return ()


def look_up(text: str) -> WhereAnswer:
    """Three places: one settled, one on a border, everything else unknown."""
    typed = text.strip().upper()
    if typed == "MK43 0AA":
        said, kind = f"{typed} is in Bedford Borough.", AnswerKind.POSTCODE
        return WhereAnswer(
            typed=text, kind=kind, text=said, councils=(CouncilCount(BEDFORD, 1),), settled=True
        )
    if typed == "MK43":
        known = ((BEDFORD, 966), (CENTRAL_BEDFORDSHIRE, 411), (MILTON_KEYNES, 13))
        counts = tuple(CouncilCount(council, number) for council, number in known)
        said = "MK43 lies in three councils. Type the whole postcode, or choose one."
        return WhereAnswer(typed=text, kind=AnswerKind.PART, text=said, councils=counts)
    if typed == "WOTON":
        said = "We do not know “Woton”. Did you mean Wootton?"
        other = Alternative("Wootton, Bedford Borough", (BEDFORD,), "")
        return WhereAnswer(
            typed=text, kind=AnswerKind.SUGGESTION, text=said, councils=(), alternatives=(other,)
        )
    return WhereAnswer(
        typed=text, kind=AnswerKind.NOTHING, text=f"We do not know “{text.strip()}”."
    )


def at(text: str) -> datetime:
    """A UK wall-clock time."""
    return datetime.fromisoformat(text).replace(tzinfo=UK).astimezone(UTC).astimezone(UK)
