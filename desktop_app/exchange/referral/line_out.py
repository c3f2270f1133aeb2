"""One line as a contact with its phone, and its hours as schedules where they are certain.

Only published hours become schedules, and of claims that differ only what all of them say. Nothing
assumed, disputed or replaced does. A schedule cannot except bank holidays: words say what was said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.hours.statements import (
    DAY,
    Basis,
    HolidayRule,
    Hours,
    Span,
    Statement,
    Week,
)
from desktop_app.domain.services.service import Line, LineKind, Service, Standing
from desktop_app.domain.services.wording import kind_words
from desktop_app.exchange.referral.facts import (
    FactLink,
    Record,
    attribute,
    claim_text,
    exception_text,
    record_id,
)

TYPES = {LineKind.FAX: "fax", LineKind.TEXT: "text", LineKind.TEXTPHONE: "textphone"}
BYDAY = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LOCAL = "Local time in the UK (Europe/London)."
HOLIDAYS = {
    HolidayRule.CLOSED: "Closed on bank holidays in England and Wales.",
    HolidayRule.AS_USUAL: "The same on bank holidays in England and Wales.",
    HolidayRule.NOT_STATED: "Nothing is said about bank holidays: do not count on it then.",
}
ALWAYS = "Day and night, every day of the year."
NO_HOURS = "No hours are published for this number."
SEVERAL = "Sources disagree about the hours: only the times that all of them give are listed."
OUTSIDE = "Answers when {} does not."
DISPUTED = "Sources disagree about this number. Check it before you rely on it."
REPLACED = "This number was replaced. Do not ring it."
NIGHT = "Ends on the next day."


@dataclass(frozen=True, slots=True)
class LineRecords:
    """What one line becomes."""

    contact: Record
    schedules: tuple[Record, ...]


def line_records(service: Service, line: Line) -> LineRecords:
    """The contact and schedules of one line."""
    owner, key = record_id(service.id), (service.id, line.id)
    contact = record_id(*key)
    schedules = tuple(_schedules(key, line))
    made: Record = {
        "id": contact,
        "service_id": owner,
        "name": line.label,
        "title": kind_words(line.kind),
        "attributes": [
            attribute(contact, "contact", fact, value) for fact, value in _facts(service, line)
        ],
    }
    if line.standing is not Standing.SUPERSEDED:
        made["phones"] = [_phone(key, service, line)]
    return LineRecords(made, schedules)


def certain_week(hours: Hours) -> Week | None:
    """The week that may be told as schedules: what every claim says; nothing if one is assumed."""
    claims = hours.statements
    if not claims or any(claim.basis is Basis.ASSUMED for claim in claims):
        return None
    if any(claim.valid_from for claim in claims) and len(claims) > 1:
        return None
    weeks = [_week(claim) for claim in claims]
    return tuple(_shared([week[day] for week in weeks]) for day in range(7))


def _week(claim: Statement) -> Week:
    return ((Span(0, DAY),),) * 7 if claim.basis is Basis.ALWAYS else claim.week


def _shared(days: Sequence[tuple[Span, ...]]) -> tuple[Span, ...]:
    """The stretches of a day that stand in all of these."""
    shared = days[0]
    for other in days[1:]:
        both = ((max(a.opens, b.opens), min(a.closes, b.closes)) for a in shared for b in other)
        shared = tuple(Span(opens, closes) for opens, closes in both if opens < closes)
    return shared


def _phone(key: tuple[str, str], service: Service, line: Line) -> Record:
    return {
        "id": record_id(*key, "phone"),
        "service_id": record_id(service.id),
        "contact_id": record_id(*key),
        "number": line.display,
        "type": TYPES.get(line.kind, "voice"),
        "description": " ".join(_told(service, line)),
    }


def _told(service: Service, line: Line) -> Iterator[str]:
    """What a person has to know of a number, in words."""
    if line.standing is Standing.DISPUTED:
        yield DISPUTED
    yield f"{line.label}."
    office = office_of(service, line)
    if line.hours.outside_of is not None:
        yield OUTSIDE.format(office.label if office else "the office line")
    yield _hours_told(line.hours)
    if line.note:
        yield line.note


def _hours_told(hours: Hours) -> str:
    claims = hours.statements
    if any(claim.basis is Basis.ASSUMED for claim in claims) or not claims:
        return "" if hours.outside_of is not None else NO_HOURS
    if len(claims) > 1:
        return SEVERAL
    return ALWAYS if claims[0].basis is Basis.ALWAYS else HOLIDAYS[claims[0].bank_holidays]


def office_of(service: Service, line: Line) -> Line | None:
    """The line that another one stands in for."""
    hours = line.hours.outside_of
    if hours is None:
        return None
    wanted = hours.statements, hours.exceptions
    for other in service.lines:
        found = other.hours.statements, other.hours.exceptions
        if found == wanted and other is not line and other.hours.outside_of is None:
            return other
    return None


def _facts(service: Service, line: Line) -> Iterator[tuple[FactLink, str]]:
    yield FactLink.LINE, line.id
    yield FactLink.KIND, line.kind
    yield FactLink.STANDING, line.standing
    if line.standing is Standing.SUPERSEDED:
        yield FactLink.REPLACED, line.display
    yield from _facts_of_hours(line)
    office = office_of(service, line)
    if office is not None:
        yield FactLink.OUTSIDE, office.id
    for exception in line.hours.exceptions:
        yield FactLink.EXCEPTION, exception_text(exception)


def _facts_of_hours(line: Line) -> Iterator[tuple[FactLink, str]]:
    claims = line.hours.statements
    if not told_by_schedules(line):
        for claim in claims:
            if claim.basis is not Basis.ASSUMED:
                yield FactLink.CLAIM, claim_text(claim)
    elif claims[0].basis is Basis.ALWAYS:
        yield FactLink.HOURS, Basis.ALWAYS
    if any(claim.basis is Basis.ASSUMED for claim in claims):
        yield FactLink.ASSUMED, "yes"


def told_by_schedules(line: Line) -> bool:
    """Whether the schedules alone say all there is to the hours of a line."""
    claims = line.hours.statements
    one = len(claims) == 1 and claims[0].basis is not Basis.ASSUMED
    return one and line.standing is Standing.IN_USE


def _schedules(key: tuple[str, str], line: Line) -> Iterator[Record]:
    week = certain_week(line.hours) if line.standing is Standing.IN_USE else None
    if week is None:
        return
    alike: dict[Span, list[int]] = {}
    for day, spans in enumerate(week):
        for span in spans:
            alike.setdefault(span, []).append(day)
    for span, days in alike.items():
        yield _schedule(key, line, span, days)


def _schedule(key: tuple[str, str], line: Line, span: Span, days: Sequence[int]) -> Record:
    claims = line.hours.statements
    claim, rules = claims[0], {each.bank_holidays for each in claims}
    rule = claim.bank_holidays if len(rules) == 1 else HolidayRule.NOT_STATED
    made_id = record_id(*key, "schedule", f"{span.opens}-{span.closes}-{days}")
    facts: list[tuple[FactLink, str]] = [
        (FactLink.STATED_BY, record_id(*key, "phone")),
        (FactLink.HOLIDAYS, str(rule)),
    ]
    if claim.document and told_by_schedules(line):
        facts.append((FactLink.DOCUMENT, claim.document))
    told = [f"{line.display}, {line.label}.", _hours_told(line.hours)]
    told += [NIGHT] if span.closes > DAY else []
    made: Record = {
        "id": made_id,
        "service_id": record_id(key[0]),
        "freq": "WEEKLY",
        "interval": 1,
        "byday": ",".join(BYDAY[day] for day in days),
        "opens_at": time_text(span.opens),
        "closes_at": time_text(span.closes),
        "description": " ".join([*told, LOCAL]),
        "attributes": [attribute(made_id, "schedule", fact, value) for fact, value in facts],
    }
    if claim.valid_from:
        made["valid_from"] = claim.valid_from.isoformat()
    return made


def time_text(minute: int) -> str:
    """Minutes after midnight as 17:20:00; the end of a day is 00:00:00 of the next."""
    return f"{minute % DAY // 60:02}:{minute % 60:02}:00"
