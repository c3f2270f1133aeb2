"""What is exported has the shape of both standards; their schemas say so where they are at hand."""

import copy
import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from desktop_app.domain.services.service import CheckedHow, Standing, Verification
from desktop_app.exchange.referral.service_out import Standard, assured, page_of, service_record
from desktop_app.exchange.referral.shape import shape_mistakes
from desktop_app.paths import directory_file
from desktop_app.store.directory.directory import open_directory
from tests.exchange.made_up_directory import OFFICE, line, services

SCHEMAS = "WHO_TO_CALL_REFERRAL_SCHEMAS"
"""The folder of the two schemas, which are not ours to keep here (docs/stewards.md)."""
NAMES = {
    Standard.HSDS: "hsds/service-3.0.schema.json",
    Standard.ORUK: "oruk/service-3.0-uk.schema.json",
}
MADE = datetime(2026, 12, 1, tzinfo=UTC)
BOTH = pytest.mark.parametrize("standard", list(Standard))


def contents(standard: Standard) -> list[dict[str, Any]]:
    directory = open_directory(directory_file())
    councils = {council.code: council.name for council in directory.councils()}
    page = page_of(directory.services(), standard, councils=councils, made=MADE)
    found: list[dict[str, Any]] = json.loads(json.dumps(page))["contents"]
    return found


@BOTH
def test_every_service_of_the_directory_has_the_right_shape(standard: Standard) -> None:
    assert [m for record in contents(standard) for m in shape_mistakes(record)] == []


@BOTH
def test_every_service_of_the_directory_passes_the_schema(standard: Standard) -> None:
    folder = os.environ.get(SCHEMAS)
    if not folder:
        pytest.skip(f"Set {SCHEMAS} to the folder with the two schemas to hold exports against.")
    schema = json.loads((Path(folder) / NAMES[standard]).read_text("utf-8"))
    checker = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    found = [
        error.message for record in contents(standard) for error in checker.iter_errors(record)
    ]
    assert found == []


def one() -> dict[str, Any]:
    return service_record(services(1)[0], Standard.HSDS, councils={}, made=MADE)


SPOILT: dict[str, Callable[[dict[str, Any]], object]] = {
    "a time in words": lambda r: r["schedules"][0].update(opens_at="quarter to nine"),
    "an hour too many": lambda r: r["schedules"][0].update(closes_at="25:00:00"),
    "a day of no week": lambda r: r["schedules"][0].update(byday="MO,XX"),
    "an id that is none": lambda r: r["contacts"][0].update(id="office"),
    "no number": lambda r: r["contacts"][0]["phones"][0].update(number=""),
    "no name": lambda r: r.update(name=""),
    "a status of its own": lambda r: r.update(status="reference"),
    "an organisation without words": lambda r: r["organization"].pop("description"),
    "a date in words": lambda r: r.update(assured_date="last June"),
}


@pytest.mark.parametrize("spoil", SPOILT)
def test_a_spoilt_service_is_seen(spoil: str) -> None:
    record = copy.deepcopy(one())
    assert shape_mistakes(record) == []
    SPOILT[spoil](record)
    assert len(shape_mistakes(record)) == 1


def test_assured_is_the_oldest_check_and_only_if_every_number_in_use_has_one() -> None:
    def checked(day: int) -> Verification:
        return Verification(date(2026, 11, day), "A. Steward", CheckedHow.RANG_IT)

    def of(*checks: Verification | None) -> list[Any]:
        kind = services(1)[0].lines[0].kind
        return [line(f"l{n}", kind, n, OFFICE, verified=c) for n, c in enumerate(checks)]

    assert assured(of(checked(3), checked(1), checked(2))) == date(2026, 11, 1)
    assert assured(of(checked(3), None)) is None
    assert assured([]) is None
    kind = services(1)[0].lines[0].kind
    old = line("old", kind, 9, OFFICE, verified=None, standing=Standing.SUPERSEDED)
    assert assured([*of(checked(3)), old]) == date(2026, 11, 3)


def test_open_referral_uk_gets_no_field_of_hsds_alone_but_has_the_phones() -> None:
    record = service_record(services(1)[0], Standard.ORUK, councils={}, made=MADE)
    assert not {"alternate_name", "application_process", "fees_description"} & record.keys()
    assert [p["number"] for c in record["contacts"] for p in c["phones"]] == [
        each.display for each in services(1)[0].lines
    ]


def test_what_is_for_professionals_only_says_so() -> None:
    open_one, closed = services(2)
    both = (open_one, replace(closed, staff_only=True))
    whole = page_of(both, Standard.HSDS, councils={}, made=MADE)
    assert "For professionals only" in whole["contents"][1]["alert"]
