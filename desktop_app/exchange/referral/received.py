"""Services as somebody's open referral data states them, before anything is compared.

Passing a schema proves little (`opens_at: "quarter to nine"` passes), so every value is read for
itself, and what cannot be read is told beside the line it belongs to.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.domain.hours.statements import DatedException, Statement
from desktop_app.domain.services.errors import PlainlyTold
from desktop_app.domain.services.service import LineKind, Standing
from desktop_app.exchange.cell_text.phone_text import PhoneReading, read_phone
from desktop_app.exchange.referral.facts import (
    FactLink,
    Record,
    claim_read,
    exception_read,
    value,
    values,
)
from desktop_app.exchange.referral.schedules_in import NotSaid, schedules_read

NO_JSON = (
    "{}: this file is damaged, or no open referral data (JSON). Ask whoever sent it for another. "
    "Nothing was read."
)
NO_SERVICES = "{}: no services were found in it. It must be HSDS 3.0 or Open Referral UK 3.0."
BROKEN = "“{}”: its own facts about {} cannot be read ({})."
KINDS = {
    "fax": LineKind.FAX, "text": LineKind.TEXT, "sms": LineKind.TEXT, "tty": LineKind.TEXTPHONE,
    "textphone": LineKind.TEXTPHONE, "minicom": LineKind.TEXTPHONE,
}  # fmt: skip
MOST_SERVICES = 50_000


class NotReferralData(PlainlyTold, ValueError):
    """The file holds no services; `sentence` says what it should be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedLine:
    """One number, as it was stated."""

    service_id: str  # ours, where the record came from us
    line_id: str
    label: str
    kind: LineKind | None
    standing: Standing
    number: PhoneReading
    claims: tuple[Statement, ...] = ()
    exceptions: tuple[DatedException, ...] = ()
    outside: str = ""
    """The id of the line it stands in for."""
    assumed: bool = False
    """Nobody published (all of) its hours: the directory's own assumption stays."""
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceivedService:
    """One service, as it was stated."""

    service_id: str
    name: str
    organisation: str
    lines: tuple[ReceivedLine, ...]
    email: str = ""
    web: str = ""


def read_referral(
    name: str, whole: bytes, *, made_up_allowed: bool = False
) -> tuple[ReceivedService, ...]:
    """Read a file: a list page of either standard, a plain list, or one service."""
    try:
        document = json.loads(whole)
    except (ValueError, RecursionError) as error:
        raise NotReferralData(NO_JSON.format(name)) from error
    records = [each for each in _records(document) if isinstance(each, dict) and each.get("name")]
    if not records or len(records) > MOST_SERVICES:
        raise NotReferralData(NO_SERVICES.format(name))
    return tuple(_service(record, made_up_allowed) for record in records)


def _records(document: object) -> list[Any]:
    if isinstance(document, list):
        return document
    if not isinstance(document, dict):
        return []
    contents = document.get("contents", document.get("services"))
    return contents if isinstance(contents, list) else [document]


def _service(record: Record, made_up_allowed: bool) -> ReceivedService:
    organisation = record.get("organization")
    name = str(record["name"])
    lines = []
    for contact, phone in _phones(record):
        lines.append(_line(record, contact, phone, made_up_allowed))
    return ReceivedService(
        service_id=value(record, FactLink.SERVICE),
        name=name,
        organisation=str(organisation.get("name", "")) if isinstance(organisation, dict) else "",
        lines=tuple(lines),
        email=str(record.get("email") or ""),
        web=str(record.get("url") or ""),
    )


def _phones(record: Record) -> Iterator[tuple[Record, Record]]:
    """Every phone with the contact it belongs to; a replaced number is a contact alone."""
    yield from (({}, phone) for phone in _list(record, "phones"))
    for contact in _list(record, "contacts"):
        yield from ((contact, phone) for phone in _list(contact, "phones"))
        replaced = value(contact, FactLink.REPLACED)
        if replaced and not _list(contact, "phones"):
            yield contact, {"number": replaced}
    for place in _list(record, "service_at_locations"):
        yield from (({}, phone) for phone in _list(place, "phones"))
        for contact in _list(place, "contacts"):
            yield from ((contact, phone) for phone in _list(contact, "phones"))


def _list(record: Mapping[str, Any], name: str) -> list[Record]:
    found = record.get(name)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def _line(record: Record, contact: Record, phone: Record, made_up_allowed: bool) -> ReceivedLine:
    number = str(phone.get("number") or "")
    extension = phone.get("extension")
    told = f"{number} ext {extension}" if extension else number
    label = str(contact.get("name") or contact.get("title") or phone.get("description") or "")
    troubles: list[str] = []
    kind = value(contact, FactLink.KIND)
    standing = value(contact, FactLink.STANDING)
    claims = _claims(record, contact, phone, troubles)
    return ReceivedLine(
        service_id=value(record, FactLink.SERVICE),
        line_id=value(contact, FactLink.LINE),
        label=label,
        kind=LineKind(kind) if kind in set(LineKind) else _kind_of(phone),
        standing=Standing(standing) if standing in set(Standing) else Standing.IN_USE,
        number=read_phone(told, made_up_allowed=made_up_allowed),
        claims=tuple(claims),
        exceptions=tuple(_exceptions(contact, troubles)),
        outside=value(contact, FactLink.OUTSIDE),
        assumed=bool(value(contact, FactLink.ASSUMED)),
        troubles=tuple(troubles),
    )


def _kind_of(phone: Record) -> LineKind | None:
    return KINDS.get(str(phone.get("type") or "").casefold())


def _claims(
    record: Record, contact: Record, phone: Record, troubles: list[str]
) -> Sequence[Statement]:
    """What is said of the hours of a phone: by claims of ours, else by the schedules that name it.

    Schedules that name no phone are those of the only one there is; of several, of none.
    """
    own = values(contact, FactLink.CLAIM)
    if own:
        return [claim for text in own if (claim := _own_claim(text, contact, troubles))]
    schedules = _list(record, "schedules")
    mine = [each for each in schedules if value(each, FactLink.STATED_BY) == phone.get("id", "?")]
    nameless = [each for each in schedules if not value(each, FactLink.STATED_BY)]
    if not mine and nameless and len(list(_phones(record))) == 1:
        mine = nameless
    if not mine:
        return []
    try:
        return [schedules_read(mine, always=bool(value(contact, FactLink.HOURS)))]
    except NotSaid as error:
        troubles.append(str(error))
        return []


def _own_claim(text: str, contact: Record, troubles: list[str]) -> Statement | None:
    try:
        return claim_read(text)
    except (ValueError, KeyError):
        troubles.append(BROKEN.format(contact.get("name", ""), "hours", text))
        return None


def _exceptions(contact: Record, troubles: list[str]) -> Iterator[DatedException]:
    for text in values(contact, FactLink.EXCEPTION):
        try:
            yield exception_read(text)
        except ValueError:
            troubles.append(BROKEN.format(contact.get("name", ""), "a date", text))
