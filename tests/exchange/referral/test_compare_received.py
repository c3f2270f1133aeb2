"""Open referral data that comes in is a list like any other, and never checks a number."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from desktop_app.exchange.proposal.rows import Proposal, Verdict
from desktop_app.exchange.referral.compare_received import compare_received
from desktop_app.exchange.referral.received import NotReferralData, read_referral
from desktop_app.exchange.referral.service_out import Standard, page_of
from desktop_app.paths import directory_file
from desktop_app.store.directory.directory import open_directory
from tests.exchange.made_up_directory import services

MADE = datetime(2026, 12, 1, tzinfo=UTC)
SERVICES = services(5)


def page(standard: Standard = Standard.HSDS) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(
        json.dumps(page_of(SERVICES, standard, councils={}, made=MADE))
    )
    return found


def compared(document: object) -> Proposal:
    whole = json.dumps(document).encode()
    received = read_referral("in.json", whole, made_up_allowed=True)
    return compare_received("in.json", received, SERVICES)


@pytest.mark.parametrize("standard", list(Standard))
def test_our_own_export_changes_nothing(standard: Standard) -> None:
    found = compared(page(standard))
    assert [row.verdict for row in found.rows] == [Verdict.UNCHANGED] * 10
    assert not any(row.doubts for row in found.rows)


@pytest.mark.parametrize("standard", list(Standard))
def test_the_export_of_the_real_directory_changes_nothing(standard: Standard) -> None:
    directory = open_directory(directory_file())
    whole = json.dumps(page_of(directory.services(), standard, councils={}, made=MADE)).encode()
    found = compare_received("x", read_referral("x", whole), directory.services())
    assert [row for row in found.rows if row.verdict is not Verdict.UNCHANGED] == []


def test_another_number_and_other_hours_are_differences() -> None:
    document = page()
    record = document["contents"][0]
    record["contacts"][0]["phones"][0]["number"] = "+44 1632 960900"
    for schedule in record["schedules"]:
        schedule["closes_at"] = "15:00:00"
    row = compared(document).rows[0]
    assert {each.field for each in row.differences} == {"number", "verified", "hours"}


FOREIGN: dict[str, Any] = {
    "id": "ac148810-d857-441c-9679-408f346de14b",
    "name": "Ashby children",
    "status": "active",
    "assured_date": "2026-11-30",
    "phones": [{"id": "1554f2e2-a373-45db-a3fa-9fc48a61c15e", "number": "01632 960000"}],
    "schedules": [
        {"id": "48102e86-bb50-41c4-8f1e-e269368c41d1", "freq": "WEEKLY", "byday": "MO,TU",
         "opens_at": "09:00", "closes_at": "17:00:00"}
    ],
}  # fmt: skip


def test_a_record_of_somebody_elses_is_found_by_name_and_number() -> None:
    (row,) = [row for row in compared(FOREIGN).rows if row.verdict is not Verdict.MISSING]
    assert (row.service_id, row.line_id, row.verdict) == (
        "ashby-children",
        "office",
        Verdict.CHANGED,
    )
    assert [each.field for each in row.differences] == ["hours", "verified"]


@pytest.mark.parametrize(
    "spoilt",
    [
        {"opens_at": "quarter to nine"},
        {"opens_at": ""},
        {"closes_at": "25:00"},
        {"byday": ""},
        {"byday": "Monday"},
        {"freq": "MONTHLY"},
        {"interval": 2},
        {"count": 3},
        {"valid_to": "2027-01-01"},
        {"bymonthday": "2,3"},
    ],
)
def test_what_no_week_can_say_is_told_and_not_read(spoilt: dict[str, Any]) -> None:
    record = json.loads(json.dumps(FOREIGN))
    record["schedules"][0].update(spoilt)
    (row,) = [row for row in compared(record).rows if row.verdict is not Verdict.MISSING]
    assert row.verdict is Verdict.UNREADABLE
    assert "hours were not read" in row.sentence


def test_hours_of_a_service_with_two_numbers_belong_to_neither() -> None:
    record = json.loads(json.dumps(FOREIGN))
    record["phones"].append({"id": record["id"], "number": "01632 960001"})
    rows = [row for row in compared(record).rows if row.verdict is not Verdict.MISSING]
    assert [row.verdict for row in rows] == [Verdict.UNCHANGED] * 2


@pytest.mark.parametrize(
    "whole", [b"", b"{", b"[]", b"{}", b"[1, 2]", b'"x"', b"\xff\xfe{", b"null"]
)
def test_what_is_no_referral_data_is_told(whole: bytes) -> None:
    with pytest.raises(NotReferralData, match=r"Nothing was read|no services were found"):
        read_referral("in.json", whole)


@pytest.mark.parametrize("standard", list(Standard))
def test_no_import_ever_sets_a_check(standard: Standard) -> None:
    document = page(standard)
    for record in document["contents"]:
        record["assured_date"] = "2026-11-30"
        for contact in record["contacts"]:
            contact["phones"][0]["number"] = "01632 960910"
    found = compared(document)
    offered = {row.key for row in found.rows if row.offered}
    taken = found.taken(offered, alarms_seen=True)
    assert {each.value for each in taken if each.field == "verified"} <= {"never"}
