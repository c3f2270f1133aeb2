"""The report a commissioner asks for each quarter, worked out from the directory and the calls."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.hours.dates import MONTHS, date_words
from desktop_app.domain.hours.statements import Basis
from desktop_app.domain.practice.failed_number import WORDS, WhatHappened
from desktop_app.domain.printing.table_report import TableReport, TableSection
from desktop_app.domain.services.calls_owed import owed_calls
from desktop_app.domain.services.directory import Release
from desktop_app.domain.services.service import Line, LineKind, Service, Standing
from desktop_app.domain.services.trust import Freshness, number_age

TITLE = "How good the directory is"
GRADES = {
    Freshness.RED: "too long ago",
    Freshness.NEVER: "never",
    Freshness.AMBER: "due again",
    Freshness.FRESH: "fresh",
}
"""The grades of a check, the most urgent first."""
Pair = tuple[Service, Line]


@dataclass(frozen=True, slots=True)
class CallMade:
    """One call somebody made to see whether a number is right."""

    on: date
    number: str
    matched: bool


@dataclass(frozen=True, slots=True)
class Reported:
    """One report of a desk about a number that failed."""

    on: date
    service_id: str
    line_id: str
    number: str
    what: WhatHappened


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportBasis:
    """What the directory itself does not hold: the calls made, the reports, who is never rung."""

    calls: Sequence[CallMade] = ()
    reports: Sequence[Reported] = ()
    untried_roles: Collection[str] = ()


def quality_report(
    services: Sequence[Service], release: Release, today: date, evidence: ReportBasis
) -> TableReport:
    """The report as of a day, its sections in the order in which somebody acts on them."""
    lines = [(service, line) for service in services for line in service.lines]
    used = [(s, line) for s, line in lines if line.recommendable]
    made = f"Release {release.number} of {date_words(release.dated)}. Made {date_words(today)}."
    return TableReport(
        title=TITLE,
        told=(made, f"The next release is due by {date_words(release.next_expected_by)}."),
        sections=(
            _summary(services, lines, today, evidence),
            _stale(used, today),
            _disputed(services, lines),
            _gaps(services, used),
            _reports(services, evidence),
            _calls(evidence),
        ),
    )


def _summary(
    services: Sequence[Service], lines: Sequence[Pair], today: date, evidence: ReportBasis
) -> TableSection:
    used = [line for _, line in lines if line.recommendable]
    grades = Counter(_grade(line, today) for line in used)
    owed = owed_calls(services, evidence.untried_roles)
    rows = [
        ("Services", len(services)),
        ("Numbers that may be rung", len({line.number for line in used})),
        *((f"Lines checked: {words}", grades[grade]) for grade, words in GRADES.items()),
        ("Numbers owed a test call", len(owed)),
        ("Lines in dispute", sum(line.standing is Standing.DISPUTED for _, line in lines)),
        ("Lines replaced", sum(line.standing is Standing.SUPERSEDED for _, line in lines)),
        ("Services without a number", sum(not service.lines for service in services)),
        ("Reports of failed numbers", len(_failed(evidence))),
        ("Reports that a number works", len(evidence.reports) - len(_failed(evidence))),
        ("Test calls made", len(evidence.calls)),
    ]
    told = tuple((name, str(count)) for name, count in rows)
    return TableSection("In short", "", ("What", "How many"), told, (0.75, 0.25))


def _stale(used: Sequence[Pair], today: date) -> TableSection:
    order = list(GRADES)
    due = [(service, line, _grade(line, today)) for service, line in used]
    due = [each for each in due if each[2] is not Freshness.FRESH]
    due.sort(key=lambda each: (order.index(each[2]), each[0].name, each[1].id))
    rows = tuple(
        (s.name, line.label, line.display, _checked(line), GRADES[grade]) for s, line, grade in due
    )
    return TableSection(
        "Checks that are due",
        "An out-of-hours number counts as checked for 90 days, every other for 180.",
        ("Service", "Line", "Number", "Last checked", "Grade"),
        rows,
        (0.34, 0.24, 0.16, 0.14, 0.12),
    )


def _disputed(services: Sequence[Service], lines: Sequence[Pair]) -> TableSection:
    rows = [
        (service.name, line.display, line.note or "Sources disagree about this number.")
        for service, line in lines
        if line.standing is Standing.DISPUTED
    ]
    rows += [
        (service.name, dispute.about, dispute.text)
        for service in services
        for dispute in service.disputes
    ]
    return TableSection(
        "What sources disagree about",
        "",
        ("Service", "What", "Why"),
        tuple(sorted(rows)),
        (0.28, 0.2, 0.52),
    )


def _gaps(services: Sequence[Service], used: Sequence[Pair]) -> TableSection:
    rows = [(service.name, gap) for service in services for gap in service.gaps]
    rows += [(service.name, told) for service, line in used if (told := _no_hours(line))]
    return TableSection(
        "What is not known", "", ("Service", "Gap"), tuple(sorted(rows)), (0.34, 0.66)
    )


def _no_hours(line: Line) -> str:
    claims = line.hours.statements
    if any(claim.basis is Basis.ASSUMED for claim in claims):
        return f"{line.display}: its hours are assumed."
    if not claims and line.hours.outside_of is None:
        return f"{line.display}: no hours are published."
    return ""


def _failed(evidence: ReportBasis) -> list[Reported]:
    return [each for each in evidence.reports if each.what is not WhatHappened.WORKS]


def _reports(services: Sequence[Service], evidence: ReportBasis) -> TableSection:
    names = {service.id: service.name for service in services}
    lines: dict[tuple[str, str, str], list[Reported]] = {}
    for each in _failed(evidence):
        lines.setdefault((each.service_id, each.line_id, each.number), []).append(each)
    rows = [
        (
            names.get(service_id, "No line of the directory"),
            number,
            str(len(found)),
            date_words(max(each.on for each in found)),
            _what(found),
        )
        for (service_id, _, number), found in lines.items()
    ]
    rows.sort(key=lambda row: (-int(row[2]), row[0], row[1]))
    return TableSection(
        "Numbers that desks reported",
        "",
        ("Service", "Number", "Times", "Last", "What happened"),
        tuple(rows),
        (0.3, 0.16, 0.08, 0.18, 0.28),
    )


def _what(found: Sequence[Reported]) -> str:
    counted = Counter(each.what for each in found)
    return ", ".join(f"{WORDS[what]} ({count})" for what, count in counted.most_common())


def _calls(evidence: ReportBasis) -> TableSection:
    return TableSection(
        "Test calls a month",
        "",
        ("Month", "Calls", "Right", "Otherwise"),
        tuple(_months(evidence.calls)),
        (0.4, 0.2, 0.2, 0.2),
    )


def _months(calls: Sequence[CallMade]) -> Iterator[tuple[str, str, str, str]]:
    made = Counter(f"{call.on:%Y-%m}" for call in calls)
    right = Counter(f"{call.on:%Y-%m}" for call in calls if call.matched)
    for month in sorted(made, reverse=True):
        first = date.fromisoformat(f"{month}-01")
        counts = (made[month], right[month], made[month] - right[month])
        yield (f"{MONTHS[first.month - 1]} {first.year}", *(str(count) for count in counts))  # type: ignore[misc]


def _grade(line: Line, today: date) -> Freshness:
    night = line.kind is LineKind.OUT_OF_HOURS
    on = line.verified.on if line.verified else None
    return number_age(on, today, out_of_hours=night).freshness


def _checked(line: Line) -> str:
    return date_words(line.verified.on) if line.verified else "never"
