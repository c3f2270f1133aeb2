"""A directory made up for the tests of lists: so many services, each with an office and a night."""

from datetime import date

from desktop_app.authoring.read.weeks import read_week
from desktop_app.domain.hours.statements import Basis, HolidayRule, Hours, Statement
from desktop_app.domain.services.service import (
    CheckedHow,
    Line,
    LineKind,
    Service,
    Standing,
    Verification,
)

OFFICE = Hours(
    (
        Statement(
            Basis.PUBLISHED,
            read_week({"mon-thu": "08:45-17:20", "fri": "08:45-16:20"}),
            HolidayRule.CLOSED,
            "page-2024",
        ),
    )
)
CHECKED = Verification(date(2026, 11, 1), "A. Steward", CheckedHow.RANG_IT)
TOWNS = ("Ashby", "Barton", "Colne", "Derwent", "Esk", "Farley", "Garth", "Holme", "Irwell", "Jura")
WHAT = ("children", "adults", "carers", "housing", "refuge", "advice", "stalking", "elders",
        "youth", "health")  # fmt: skip


def number(at: int) -> str:
    """The digits of a made-up number, of those that ring nobody."""
    return f"01632 960{at:03}"


def line(line_id: str, kind: LineKind, at: int, hours: Hours, **more: object) -> Line:
    """A line with the number of this place."""
    facts = {"standing": Standing.IN_USE, "verified": CHECKED, **more}
    return Line(
        id=line_id,
        kind=kind,
        label=line_id.replace("-", " ").capitalize(),
        number="+44" + number(at)[1:].replace(" ", ""),
        display=number(at),
        hours=hours,
        **facts,  # type: ignore[arg-type]
    )


def services(count: int = 100) -> tuple[Service, ...]:
    """So many services of ten councils, numbered through: 100 have 200 lines."""
    made = []
    for at in range(count):
        town, what = TOWNS[at % 10], WHAT[at // 10]
        made.append(
            Service(
                id=f"{town}-{what}".lower(),
                name=f"{town} {what}",
                organisation=f"{town} Council",
                summary="Ring when you are worried.",
                areas=frozenset({"E06000032"}),
                lines=(
                    line("office", LineKind.OFFICE_HOURS, 2 * at, OFFICE),
                    line("out-of-hours", LineKind.OUT_OF_HOURS, 2 * at + 1,
                         Hours(outside_of=OFFICE)),
                ),
            )
        )  # fmt: skip
    return tuple(made)


HEAD = ("Service", "Council", "Line", "Phone", "Opening hours")


def rows(of: tuple[Service, ...]) -> list[list[object]]:
    """The list a council would make of these services."""
    listed: list[list[object]] = [list(HEAD)]
    for service in of:
        for each in service.lines:
            hours = "Mon-Thurs 8.45-5.20, Fri 8.45-4.20" if each.id == "office" else "out of hours"
            listed.append([service.name, service.organisation, each.id, each.display, hours])
    return listed
