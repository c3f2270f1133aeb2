"""A service of the directory as a service of HSDS 3.0 or of Open Referral UK 3.0.

Open Referral UK has no place for a phone number. Both get HSDS's phones on the contacts, which the
schemas of both let through.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from desktop_app.domain.services.dialling import address_uri
from desktop_app.domain.services.service import Form, Line, Service, ServiceStatus, Standing
from desktop_app.exchange.referral.facts import FactLink, Record, attribute, record_id
from desktop_app.exchange.referral.line_out import line_records

UNCONFIRMED = "Nobody has confirmed that this service still exists. Check before you rely on it."
REFERENCE = "To know about, not to ring."
STAFF_ONLY = "For professionals only. Do not publish these numbers."
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_WEB = re.compile(r"(?:https?://)?[\w.-]+\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
ONLY_HSDS = ("alternate_name", "interpretation_services", "application_process")


class Standard(StrEnum):
    """The two standards, by the name a person gives them."""

    HSDS = "hsds"
    ORUK = "oruk"


def page_of(
    services: Sequence[Service],
    standard: Standard,
    *,
    councils: Mapping[str, str],
    made: datetime,
) -> Record:
    """All services as one page of the standard's list.

    `councils` names each council by its code; `made` is the moment of the release, aware.
    """
    contents = [service_record(each, standard, councils=councils, made=made) for each in services]
    return {
        "total_items": len(contents),
        "total_pages": 1,
        "page_number": 1,
        "size": len(contents),
        "first_page": True,
        "last_page": True,
        "empty": not contents,
        "contents": contents,
    }


def service_record(
    service: Service, standard: Standard, *, councils: Mapping[str, str], made: datetime
) -> Record:
    """One service, with its organisation, contacts, schedules and areas."""
    owner = record_id(service.id)
    lines = [line_records(service, line) for line in service.lines]
    record: Record = {
        "id": owner,
        "name": service.name,
        "description": "\n".join([service.summary, *service.notes]),
        "status": "active",
        **_optional(service),
        "last_modified": made.isoformat(timespec="seconds"),
        "organization": {
            "id": record_id("organisation", service.organisation),
            "name": service.organisation,
            "description": service.organisation,
        },
        "service_areas": [_area(owner, code, councils) for code in sorted(service.areas)],
        "contacts": [each.contact for each in lines],
        "schedules": [schedule for each in lines for schedule in each.schedules],
        "attributes": [attribute(owner, "service", *fact) for fact in _facts(service)],
    }
    if standard is Standard.ORUK:
        for name in ONLY_HSDS:
            record.pop(name, None)
        if "fees_description" in record:
            record["fees"] = record.pop("fees_description")
    return record


def assured(lines: Sequence[Line]) -> date | None:
    """The oldest check, if every number in use has one; a promise made of gaps is none."""
    checks = [line.verified for line in lines if line.standing is not Standing.SUPERSEDED]
    days = [check.on for check in checks if check is not None]
    return min(days) if days and len(days) == len(checks) else None


def _optional(service: Service) -> dict[str, Any]:
    found = {
        "alternate_name": "; ".join(service.aliases),
        "url": next((address_uri(x.text) for x in service.web if _WEB.fullmatch(x.text)), ""),
        "email": next((e.text for e in service.emails if _EMAIL.fullmatch(e.text)), ""),
        "interpretation_services": service.languages,
        "application_process": " ".join(_form(form) for form in service.forms),
        "fees_description": service.cost,
        "alert": " ".join(_alerts(service)),
        "assured_date": checked.isoformat() if (checked := assured(service.lines)) else "",
    }
    return {name: told for name, told in found.items() if told}


def _form(form: Form) -> str:
    must = "Professionals must send" if form.compulsory else "Form"
    return f"{must}: {form.name} ({form.how}) {form.address}".strip() + "."


def _alerts(service: Service) -> Iterator[str]:
    if service.staff_only:
        yield STAFF_ONLY
    if service.status is ServiceStatus.UNCONFIRMED:
        yield UNCONFIRMED
    if service.status is ServiceStatus.REFERENCE:
        yield REFERENCE
    yield from (dispute.text for dispute in service.disputes)
    yield from service.gaps


def _area(owner: str, code: str, councils: Mapping[str, str]) -> Record:
    name = councils.get(code, code)
    return {
        "id": record_id(owner, "area", code),
        "service_id": owner,
        "name": name,
        "extent": code,
        "extent_type": "ONS code of a local authority",
    }


def _facts(service: Service) -> Iterator[tuple[FactLink, str]]:
    yield FactLink.SERVICE, service.id
    yield FactLink.STATUS, service.status
    if service.staff_only:
        yield FactLink.STAFF_ONLY, "yes"
    yield from ((FactLink.ROLE, role) for role in service.roles)
    yield from ((FactLink.TOPIC, topic) for topic in service.topics)
    yield from ((FactLink.AUDIENCE, audience) for audience in service.serves)
