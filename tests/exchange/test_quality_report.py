"""The quality report says what is due, disputed, missing, reported and rung."""

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import openpyxl
import pytest

from desktop_app.domain.practice.failed_number import WhatHappened
from desktop_app.domain.services.directory import Release
from desktop_app.domain.services.service import CheckedHow, Dispute, Standing, Verification
from desktop_app.exchange.export.table_files import as_xlsx
from desktop_app.exchange.quality.report import CallMade, ReportBasis, Reported, quality_report
from tests.exchange.made_up_directory import OFFICE, line, services

TODAY = date(2026, 12, 1)
RELEASE = Release(7, date(2026, 11, 22), date(2027, 2, 28), 1, "0" * 64)


def checked(days: int) -> Verification:
    return Verification(TODAY - timedelta(days=days), "A. Steward", CheckedHow.RANG_IT)


def section(title: str, evidence: ReportBasis | None = None, *changed: object) -> list[list[str]]:
    made = changed or services(3)
    report = quality_report(made, RELEASE, TODAY, evidence or ReportBasis())  # type: ignore[arg-type]
    found = next(each for each in report.sections if each.title == title)
    return [list(row) for row in found.rows]


@pytest.mark.parametrize(
    ("kind", "days", "grade"),
    [
        ("office", 90, None),
        ("office", 91, "due again"),
        ("office", 181, "too long ago"),
        ("out-of-hours", 90, None),
        ("out-of-hours", 91, "too long ago"),
        ("office", None, "never"),
    ],
)
def test_a_check_is_due_when_it_is_too_old(kind: str, days: int | None, grade: str | None) -> None:
    (one,) = services(1)
    check = checked(days) if days is not None else None
    lines = tuple(
        replace(each, verified=check if each.id == kind else checked(1)) for each in one.lines
    )
    rows = section("Checks that are due", None, replace(one, lines=lines))
    assert [row[-1] for row in rows] == ([grade] if grade else [])


def test_disputes_and_gaps_are_named_by_their_service() -> None:
    (one,) = services(1)
    kind = one.lines[0].kind
    doubtful = line("second", kind, 50, OFFICE, standing=Standing.DISPUTED)
    changed = replace(
        one,
        lines=(*one.lines, doubtful),
        disputes=(Dispute("the hours", "Two pages differ."),),
        gaps=("No email is known.",),
    )
    rows = section("What sources disagree about", None, changed)
    assert [row[1] for row in rows] == [doubtful.display, "the hours"]
    assert ["Ashby children", "No email is known."] in section("What is not known", None, changed)


def test_reports_are_counted_by_number_the_most_often_first() -> None:
    def told(number: int, what: WhatHappened, day: int) -> Reported:
        return Reported(date(2026, 11, day), "ashby-children", f"l{number}", f"n{number}", what)

    reports = [
        told(1, WhatHappened.NO_ANSWER, 3),
        told(2, WhatHappened.NOT_IN_USE, 4),
        told(2, WhatHappened.NOT_IN_USE, 5),
    ]
    rows = section("Numbers that desks reported", ReportBasis(reports=reports))
    assert [(row[1], row[2]) for row in rows] == [("n2", "2"), ("n1", "1")]
    assert "The number is not in use (2)" in rows[0][-1]


def test_calls_are_counted_by_month_the_latest_first() -> None:
    calls = [CallMade(date(2026, month, 1), "n", month == 10) for month in (10, 10, 11)]
    assert section("Test calls a month", ReportBasis(calls=calls)) == [
        ["November 2026", "1", "0", "1"],
        ["October 2026", "2", "2", "0"],
    ]


def test_the_workbook_has_a_sheet_for_each_section() -> None:
    report = quality_report(services(3), RELEASE, TODAY, ReportBasis())
    whole = as_xlsx({part.title: (part.headings, *part.rows) for part in report.sections})
    book = openpyxl.load_workbook(BytesIO(whole))
    assert book.sheetnames == [part.title for part in report.sections]
