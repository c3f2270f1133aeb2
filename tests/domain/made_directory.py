"""Directories made up for a test: any services, any hours, the real pathways' shape."""

from collections.abc import Sequence

from desktop_app.domain.hours.status import Basis, Hours, Statement
from desktop_app.domain.services.service import Line, LineKind, Service, Standing
from desktop_app.domain.situation.pathway import Part, Pathway, Pathways, Rule, Step
from desktop_app.domain.situation.situation import Concern
from tests.area import COUNCILS
from tests.domain.hours_examples import HOLIDAYS
from tests.fakes import ListDirectory

EVERYWHERE = frozenset(council.code for council in COUNCILS)
ALWAYS = Hours((Statement(Basis.ALWAYS),))


def made(services: Sequence[Service], rules: Pathways) -> ListDirectory:
    """A directory of these services and rules, with the bank holidays of the tests of the hours."""
    return ListDirectory(services, rules, holidays=HOLIDAYS)


def line(
    number: str,
    hours: Hours,
    kind: LineKind = LineKind.HELPLINE,
    standing: Standing = Standing.IN_USE,
) -> Line:
    digits = number.replace(" ", "")
    e164 = f"+44{digits[1:]}" if digits.startswith("0") else digits
    return Line(
        id=f"line-{digits}",
        kind=kind,
        label="Desk",
        number=e164,
        display=number,
        hours=hours,
        standing=standing,
    )


def service(name: str, role: str, *lines: Line, areas: frozenset[str] = EVERYWHERE) -> Service:
    return Service(
        id=name.lower().replace(" ", "-"),
        name=name,
        organisation="Somebody",
        summary="Helps.",
        areas=areas,
        national=areas == EVERYWHERE,
        roles=(role,),
        lines=lines,
    )


EMERGENCY = service("Emergency", "emergency", line("999", ALWAYS, LineKind.EMERGENCY))
STEPS = (
    Step("front_door", Part.LEAD, "Tell the council"),
    Step("helpline", Part.FALLBACK, "Ring the helpline"),
    Step("emergency", Part.FALLBACK, "If you reach nobody"),
)


def pathways(steps: tuple[Step, ...] = STEPS, rules: tuple[Rule, ...] = ()) -> Pathways:
    """The same steps for every concern."""
    return Pathways({c: Pathway(c, steps, steps) for c in Concern}, rules)


def front_door(day: Hours, night: bool = True) -> Service:
    """A council's office, and its out-of-hours line that answers when the office does not."""
    office = line("01632 960001", day, LineKind.OFFICE_HOURS)
    evening = line("01632 960002", Hours(outside_of=day), LineKind.OUT_OF_HOURS)
    lines = (office, evening) if night else (office,)
    return service("Front door", "front_door", *lines)
