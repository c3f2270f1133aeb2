"""Reports of many desks: read once, matched, odd ones told, nothing lost."""

import time
from datetime import datetime, timedelta

import pytest

from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.practice.failed_number import FAILURES, ShownNumber, as_csv, report_of
from desktop_app.exchange.reports.inbox import inbox
from tests.exchange.made_up_directory import services

SERVICES = services()
LINES = [(service, line) for service in SERVICES for line in service.lines]
BEGUN = datetime(2026, 9, 1, 8, tzinfo=UK)
HEAD = "number,service,moment_uk,what_happened,in_words,release"


def desk_file(desk: int, reports: int = 25) -> tuple[str, bytes]:
    """The file of one desk, as the program of before wrote it."""
    made = []
    for at in range(reports):
        service, line = LINES[(desk * 7 + at * 3) % len(LINES)]
        what = FAILURES[(desk + at) % len(FAILURES)]
        moment = BEGUN + timedelta(minutes=desk * 61 + at * 7)
        made.append(report_of(ShownNumber(line.display, service.name), moment, what, 3))
    return f"failed-numbers-{desk}.csv", ("\ufeff" + as_csv(made)).encode()


FILES = [desk_file(desk) for desk in range(400)]


def test_ten_thousand_reports_of_four_hundred_desks_are_read_in_two_seconds() -> None:
    begun = time.process_time()
    found = inbox(FILES, SERVICES)
    took = time.process_time() - begun
    assert len(found.new) == 10_000
    assert len(found.unmatched) <= 100
    assert (found.odd, found.files) == ((), 400)
    assert took <= 2.0


def test_read_again_nothing_is_new() -> None:
    known = frozenset(each.id for each in inbox(FILES[:40], SERVICES).new)
    again = inbox([*FILES[:40], *FILES[:5]], SERVICES, known)
    assert (again.new, again.again) == ((), 45 * 25)


def test_a_desk_that_writes_its_file_again_with_more_reports_adds_only_those() -> None:
    known = frozenset(each.id for each in inbox([desk_file(1, 20)], SERVICES).new)
    later = inbox([desk_file(1, 25)], SERVICES, known)
    assert (len(later.new), later.again) == (5, 20)


def row(text: str) -> bytes:
    return f"{HEAD}\r\n{text}\r\n".encode()


GOOD = "01632 960000,Ashby children,2026-11-20 16:35,no_answer,Nobody answered,3"


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.replace("2026-11-20 16:35", "20/11/2026 16:35"),
        GOOD.replace("01632 960000", "1632960000"),
        GOOD.replace("Ashby children", "A service that is called otherwise now"),
    ],
)
def test_what_a_spreadsheet_did_to_a_file_does_not_hide_the_line(text: str) -> None:
    (found,) = inbox([("a.csv", row(text))], SERVICES).new
    assert (found.service_id, found.line_id) == ("ashby-children", "office")


@pytest.mark.parametrize(
    "text",
    [
        GOOD.replace("no_answer", "rude"),
        GOOD.replace("2026-11-20 16:35", "last week"),
        GOOD.replace("01632 960000", ""),
    ],
)
def test_an_odd_row_is_told_with_its_place_and_the_others_are_kept(text: str) -> None:
    whole = f"{HEAD}\r\n{GOOD}\r\n{text}\r\n{GOOD.replace('16:35', '16:36')}\r\n".encode()
    found = inbox([("a.csv", whole)], SERVICES)
    assert len(found.new) == 2
    assert len(found.odd) == 1
    assert "a.csv, row 3" in found.odd[0]


@pytest.mark.parametrize(
    "whole", [b"", b"%PDF-1.7", b"PK\x03\x04", b"name,age\r\nA,3\r\n", b"\0\0"]
)
def test_an_odd_file_is_told_and_the_others_are_read(whole: bytes) -> None:
    found = inbox([("odd.csv", whole), ("a.csv", row(GOOD))], SERVICES)
    assert len(found.new) == 1
    assert "odd.csv" in found.odd[0]


def test_a_number_the_directory_no_longer_has_is_kept_and_told() -> None:
    found = inbox([("a.csv", row(GOOD.replace("960000", "960999")))], SERVICES)
    assert len(found.new) == len(found.unmatched) == 1


def test_two_reports_of_one_minute_in_one_file_are_two() -> None:
    whole = f"{HEAD}\r\n{GOOD}\r\n{GOOD}\r\n".encode()
    assert len(inbox([("a.csv", whole)], SERVICES).new) == 2


NEW_HEAD = f"{HEAD},id,service_id,line_id,dialled,practice_code"
NEW = f"{GOOD},7f3a,ashby-children,office,+441632960000,K83002"


def test_a_report_with_an_id_is_counted_once_whatever_file_it_comes_in() -> None:
    whole = f"{NEW_HEAD}\r\n{NEW}\r\n".encode()
    found = inbox([("a.csv", whole), ("copy of a.csv", whole)], SERVICES)
    assert (len(found.new), found.again) == (1, 1)
    assert found.new[0].practice == "K83002"


def test_a_report_that_names_its_line_is_matched_although_the_number_changed_since() -> None:
    whole = f"{NEW_HEAD}\r\n{NEW.replace('960000', '960999')}\r\n".encode()
    (found,) = inbox([("a.csv", whole)], SERVICES).new
    assert (found.line_id, found.dialled) == ("office", "+441632960999")


def test_the_lines_most_often_reported_stand_first() -> None:
    counted = list(inbox(FILES, SERVICES).by_line().values())
    assert counted == sorted(counted, reverse=True)


def test_a_report_that_a_number_works_is_read_and_is_no_failure() -> None:
    found = inbox([("a.csv", row(GOOD.replace("no_answer", "works")))], SERVICES)
    assert (found.works, len(found.new), found.odd, found.by_line()) == (1, 1, (), {})
