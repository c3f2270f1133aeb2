"""One front door with every sort of line, and short words for its row and its card."""

from dataclasses import replace
from datetime import date, datetime

from desktop_app.domain.browse.catalogue import Moment
from desktop_app.domain.browse.service_facts import ServiceFacts, service_facts
from desktop_app.domain.browse.service_row import ServiceRow, service_row
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.hours.status import Basis, HolidayRule, Hours, Span, Statement
from desktop_app.domain.services.directory import SearchHit, Term
from desktop_app.domain.services.service import Document, Line, LineKind, Service, Standing
from tests.area import COUNCILS, LUTON
from tests.fakes import HOLIDAYS, ListDirectory

WEEKDAY = (*((Span(525, 1040),),) * 4, (Span(525, 980),), (), ())
LATELY = date(2026, 1, 1)  # when the documents of these hours are from
OFFICE = Hours((Statement(Basis.PUBLISHED, WEEKDAY, HolidayRule.CLOSED, dated=LATELY),))
NIGHT = Hours(outside_of=OFFICE)
ALWAYS = Hours((Statement(Basis.ALWAYS, dated=LATELY),))
NOT_PUBLISHED = Hours(())
FRIDAY_NOON, FRIDAY_LATE = "2026-11-20T12:00", "2026-11-20T16:20"


def at(text: str, *, doubted: bool = False) -> Moment:
    return Moment(datetime.fromisoformat(text).replace(tzinfo=UK), HOLIDAYS, doubted)


def line(key: str, kind: LineKind, number: str, hours: Hours, **more: object) -> Line:
    made = Line(
        id=key,
        kind=kind,
        label="",
        number=f"+44{number.replace(' ', '')[1:]}",
        display=number,
        hours=hours,
    )
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


OFFICE_LINE = line("office", LineKind.OFFICE_HOURS, "01632 960001", OFFICE)
NIGHT_LINE = line("night", LineKind.OUT_OF_HOURS, "01632 960900", NIGHT)
FAX = line("fax", LineKind.FAX, "01632 960009", ALWAYS)
OLD = line("old", LineKind.HELPLINE, "01632 960008", ALWAYS, standing=Standing.SUPERSEDED)
DISPUTED = line("second", LineKind.HELPLINE, "01632 960007", ALWAYS, standing=Standing.DISPUTED)
TEXT = line("text", LineKind.TEXT, "01632 960006", ALWAYS)
DOOR = Service(
    id="door",
    name="Front door",
    organisation="Luton Council",
    summary="Takes worries.",
    areas=frozenset({LUTON.code}),
    roles=("children_front_door",),
    serves=("children", "professionals"),
    topics=("neglect",),
    lines=(OFFICE_LINE, NIGHT_LINE),
)


def with_lines(*lines: Line) -> Service:
    return replace(DOOR, lines=lines)


def row(service: Service, moment: str = FRIDAY_NOON, hit: SearchHit | None = None) -> ServiceRow:
    return service_row(service, at(moment), COUNCILS, hit)


def facts(service: Service, moment: str = FRIDAY_NOON) -> ServiceFacts:
    directory = ListDirectory(
        (service,),
        read=(Document("page", "Contacts page", "The council", "about May 2024"),),
        terms={
            "audiences": (Term("children", "Children"), Term("professionals", "Professionals")),
            "topics": (Term("neglect", "Neglect"),),
            "roles": (Term("children_front_door", "Children’s front door"),),
        },
    )
    return service_facts(service, directory, at(moment))
