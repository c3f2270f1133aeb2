"""Whether a service has the shape of both standards: looked at before anything is written.

A small part of what their schemas ask, and what they do not: that times are times. The schemas
themselves are held against an export in the tests, where somebody gives them their folder.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any
from uuid import UUID

STATUS = ("active", "inactive", "defunct", "temporarily closed")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d:[0-5]\d")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
_BYDAY = re.compile(r"(MO|TU|WE|TH|FR|SA|SU)(,(MO|TU|WE|TH|FR|SA|SU))*")
_FORMS: Mapping[str, re.Pattern[str]] = {
    "assured_date": _DATE,
    "valid_from": _DATE,
    "opens_at": _TIME,
    "closes_at": _TIME,
    "last_modified": _MOMENT,
    "byday": _BYDAY,
    "freq": re.compile("WEEKLY"),
    "email": re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+"),
    "url": re.compile(r"https?://\S+"),
}
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "": ("id", "name", "status"),
    "organization": ("id", "name", "description"),
    "taxonomy_term": ("id", "name", "description"),
    "phones": ("id", "number"),
}


def shape_mistakes(record: Mapping[str, Any]) -> list[str]:
    """What is wrong with one service; nothing when its shape is right."""
    found = list(_mistakes(record, ""))
    if record.get("status") not in STATUS:
        found.append(f"status is {record.get('status')!r}")
    return found


def _mistakes(record: Mapping[str, Any], name: str) -> Iterator[str]:
    for needed in _NEEDED.get(name, ("id",)):
        if not record.get(needed):
            yield f"{name or 'service'} has no {needed}"
    for key, told in record.items():
        for inner in told if isinstance(told, list) else [told]:
            if isinstance(inner, dict):
                yield from _mistakes(inner, key)
            else:
                yield from _odd(inner, name or "service", key)


def _odd(told: object, name: str, key: str) -> Iterator[str]:
    if key == "id" or key.endswith("_id"):
        yield from _no_id(told, name, key)
    elif key in _FORMS and not _FORMS[key].fullmatch(str(told)):
        yield f"{name} has {key} {told!r}"


def _no_id(told: object, name: str, key: str) -> Iterator[str]:
    try:
        UUID(str(told))
    except ValueError:
        yield f"{name} has {key} {told!r}, which is no UUID"
