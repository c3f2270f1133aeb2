"""A whole directory as one file: a table for people, or open referral data for programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from types import MappingProxyType

from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.errors import PlainlyTold
from desktop_app.exchange.export.directory_rows import directory_rows
from desktop_app.exchange.export.table_files import as_csv, as_xlsx
from desktop_app.exchange.referral.service_out import Standard, page_of
from desktop_app.exchange.referral.shape import shape_mistakes

MISSHAPEN = "The export is not as the standard asks, and was not written: {}"
ENDINGS: Mapping[str, str] = MappingProxyType(
    {"xlsx": ".xlsx", "csv": ".csv", "hsds": ".json", "oruk": ".json"}
)
"""The ways a directory goes out, and how the file of each ends."""


class NotExported(PlainlyTold):
    """The file would not be what it says it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportedFile:
    """The file, how many services it holds, and how many of them are for professionals only."""

    content: bytes
    services: int
    staff_only: int


def exported(directory: Directory, way: str, *, public: bool) -> ExportedFile:
    """The directory in one of the `ENDINGS`; `public` leaves out what is for professionals."""
    councils = {council.code: council.name for council in directory.councils()}
    services = [each for each in directory.services() if not (public and each.staff_only)]
    if way in {"csv", "xlsx"}:
        rows = directory_rows(services, councils)
        content = as_csv(rows) if way == "csv" else as_xlsx({"Directory": rows})
    else:
        made = datetime.combine(directory.release().dated, time(), UK)
        page = page_of(services, Standard(way), councils=councils, made=made)
        wrong = [told for record in page["contents"] for told in shape_mistakes(record)]
        if wrong:
            raise NotExported(MISSHAPEN.format(wrong[0]))
        content = (json.dumps(page, ensure_ascii=False, indent=1) + "\n").encode()
    hidden = sum(each.staff_only for each in services)
    return ExportedFile(content=content, services=len(services), staff_only=hidden)
