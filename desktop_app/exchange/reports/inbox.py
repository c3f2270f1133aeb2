"""What many desks' files of reports come to: each report once, with the line it is about."""

from collections import Counter
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, replace

from desktop_app.domain.services.service import Line, Service
from desktop_app.exchange.cell_text.phone_text import read_phone
from desktop_app.exchange.reports.report_file import Report, read_reports

Known = tuple[Service, Line]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """The reports that are new, how many were known, and what could not be read or matched."""

    new: tuple[Report, ...]
    again: int
    unmatched: tuple[Report, ...]
    odd: tuple[str, ...]
    files: int

    @property
    def works(self) -> int:
        """How many practices rang a number and found that it works."""
        return sum(not each.failed for each in self.new)

    def by_line(self) -> Counter[tuple[str, str]]:
        """How often each line was reported to fail, the most often first."""
        found = Counter((r.service_id, r.line_id) for r in self.new if r.line_id and r.failed)
        return Counter(dict(sorted(found.items(), key=lambda each: (-each[1], each[0]))))


def inbox(
    files: Iterable[tuple[str, bytes]], services: Sequence[Service], known: Set[str] = frozenset()
) -> Inbox:
    """Read the files; reports whose ids are `known`, or came twice, count as read again.

    A report that matches no line is kept like the others: the number may have changed since.
    """
    seen, matcher = set(known), _Matcher(services)
    new: list[Report] = []
    odd: list[str] = []
    again = count = 0
    for name, whole in files:
        count += 1
        reports, strange = read_reports(name, whole)
        odd += strange
        for report in reports:
            if report.id in seen:
                again += 1
                continue
            seen.add(report.id)
            new.append(matcher.placed(report))
    unmatched = tuple(each for each in new if not each.line_id)
    return Inbox(new=tuple(new), again=again, unmatched=unmatched, odd=tuple(odd), files=count)


class _Matcher:
    """Puts a report with its line: by the ids it carries, by its number, or by its service."""

    def __init__(self, services: Sequence[Service]) -> None:
        self._by_key: dict[tuple[str, str], Known] = {}
        self._by_number: dict[str, list[Known]] = {}
        for service in services:
            for line in service.lines:
                self._by_key[service.id, line.id] = (service, line)
                self._by_number.setdefault(line.number, []).append((service, line))
        self._dialled: dict[str, str] = {}

    def placed(self, report: Report) -> Report:
        """The report with the ids of its line; without a line where nobody can say."""
        number = report.dialled or self._read(report.number)
        if (report.service_id, report.line_id) in self._by_key:
            return replace(report, dialled=number)
        holders = self._by_number.get(number, [])
        named = [known for known in holders if known[0].name == report.service]
        if not holders:
            return replace(report, dialled=number, service_id="", line_id="")
        service, line = (named or holders)[0]
        return replace(report, dialled=number, service_id=service.id, line_id=line.id)

    def _read(self, shown: str) -> str:
        """What the number of a report dials; each is read once, however often it was reported."""
        if shown not in self._dialled:
            numbers = read_phone(shown, made_up_allowed=True).numbers
            self._dialled[shown] = numbers[0].dialled if numbers else ""
        return self._dialled[shown]
