"""What the referral standards have no field for, carried as attributes they allow anywhere.

An attribute links a record to a term of ours and holds its value as text. Whoever does not know
them loses nothing that could be rung: all a person has to know stands in words beside them.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid5

from desktop_app.authoring.read.weeks import read_week
from desktop_app.domain.hours.statements import (
    Basis,
    DatedException,
    HolidayRule,
    Statement,
    Week,
)
from desktop_app.domain.hours.typed_week import spans_text
from desktop_app.exchange.cell_text.hours_text import written

FAMILY = UUID("6d0f7a52-7f0e-5a39-9a58-1f6c5f0c8a11")
"""All our records get their ids from it and their own keys: the same service, the same id."""
TAXONOMY = "Who to Call"
Record = dict[str, Any]


class FactLink(StrEnum):
    """The facts that go as attributes, by the name of their link."""

    SERVICE = "service_id"
    STATUS = "service_status"
    STAFF_ONLY = "staff_only"
    ROLE = "role"
    TOPIC = "topic"
    AUDIENCE = "audience"
    LINE = "line_id"
    KIND = "line_kind"
    STANDING = "standing"
    REPLACED = "replaced_number"
    HOURS = "hours_rest_on"
    OUTSIDE = "answers_outside"
    CLAIM = "hours_claim"
    ASSUMED = "hours_assumed"
    EXCEPTION = "dated_exception"
    HOLIDAYS = "bank_holidays"
    DOCUMENT = "document"
    STATED_BY = "phone"


TOLD = {
    FactLink.SERVICE: "The service in the directory it comes from",
    FactLink.STATUS: "Whether it is one to ring, to know about, or not confirmed",
    FactLink.STAFF_ONLY: "For professionals only: not for publishing",
    FactLink.ROLE: "The part it plays in a pathway",
    FactLink.TOPIC: "What it is about",
    FactLink.AUDIENCE: "Whom it serves",
    FactLink.LINE: "The line in the directory it comes from",
    FactLink.KIND: "What kind of line it is",
    FactLink.STANDING: "How far the number can be leant on",
    FactLink.REPLACED: "A number that was replaced: not to be rung",
    FactLink.HOURS: "What the hours rest on",
    FactLink.OUTSIDE: "It answers when that line does not",
    FactLink.CLAIM: "What one source says of the hours",
    FactLink.ASSUMED: (
        "Nobody published these hours; the directory assumes some, which are not given"
    ),
    FactLink.EXCEPTION: "The hours of one date",
    FactLink.HOLIDAYS: "What was said about bank holidays in England and Wales",
    FactLink.DOCUMENT: "The document it was read in",
    FactLink.STATED_BY: "The number these hours are for",
}


def record_id(*key: str) -> str:
    """The id of a record, the same in every export."""
    return str(uuid5(FAMILY, "/".join(key)))


def attribute(owner: str, entity: str, fact: FactLink, value: str) -> Record:
    """One of our facts about a record."""
    return {
        "id": record_id(owner, fact, value),
        "link_id": owner,
        "link_type": str(fact),
        "link_entity": entity,
        "value": value,
        "taxonomy_term": {
            "id": record_id("term", fact),
            "code": str(fact),
            "name": str(fact).replace("_", " "),
            "description": TOLD[fact],
            "taxonomy": TAXONOMY,
        },
    }


def values(record: Mapping[str, Any], fact: FactLink) -> list[str]:
    """What a record says of one of our facts; nothing where somebody else made it."""
    found = record.get("attributes")
    return [
        str(each["value"])
        for each in (found if isinstance(found, list) else ())
        if isinstance(each, dict) and each.get("link_type") == fact and "value" in each
    ]


def value(record: Mapping[str, Any], fact: FactLink) -> str:
    """The one value of a fact; nothing where there is none."""
    return next(iter(values(record, fact)), "")


def claim_text(statement: Statement) -> str:
    """What one source says of the hours, as text: "mon-fri 09:00-17:00; bank holidays closed"."""
    always = statement.basis is Basis.ALWAYS
    week = "always" if always else week_text(statement.week)
    told = [week, f"bank holidays {statement.bank_holidays}"]
    if statement.valid_from:
        told.append(f"from {statement.valid_from.isoformat()}")
    if statement.document:
        told.append(f"document {statement.document}")
    return "; ".join(told)


def claim_read(text: str) -> Statement:
    """The claim such a text makes; ValueError when it is none."""
    week, *more = text.split("; ")
    said = {word.rpartition(" ")[0]: word.rpartition(" ")[2] for word in more}
    always = week == "always"
    begins = said.get("from")
    facts: dict[str, Any] = {} if always else {"week": week_read(week)}
    return Statement(
        Basis.ALWAYS if always else Basis.PUBLISHED,
        **facts,
        bank_holidays=HolidayRule(said["bank holidays"]),
        document=said.get("document"),
        valid_from=date.fromisoformat(begins) if begins else None,
    )


def week_text(week: Week) -> str:
    """A week in one line: "mon-thu 08:45-17:20 | fri 08:45-16:20"."""
    told = written([tuple((span.opens, span.closes) for span in day) for day in week])
    return " | ".join(f"{days} {times}" for days, times in told.items())


def week_read(text: str) -> Week:
    """The week of such a line; ValueError when it is none."""
    pairs: Iterable[tuple[str, str]] = (tuple(p.split(" ", 1)) for p in text.split(" | "))  # type: ignore[misc]
    return read_week(dict(pairs))


def exception_text(exception: DatedException) -> str:
    """The hours of one date: "2026-12-24 09:00-12:00; Christmas Eve", "2026-12-25 closed"."""
    spans = spans_text((span.opens, span.closes) for span in exception.spans)
    told = f"{exception.day.isoformat()} {spans or 'closed'}"
    return f"{told}; {exception.note}" if exception.note else told


def exception_read(text: str) -> DatedException:
    """The date and hours of such a text; ValueError when it is none."""
    said, _, note = text.partition("; ")
    day, _, spans = said.partition(" ")
    open_then = () if spans == "closed" else read_week({"mon": spans})[0]
    return DatedException(date.fromisoformat(day), open_then, None, note)
