"""The staff contact sheet: every local number at a desk, with its hours and its doubts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.domain.places.councils import Council
from desktop_app.domain.practice.card import PracticeCard
from desktop_app.domain.printing.rules import (
    EMERGENCY,
    USING_ABUSE,
    PrintedLine,
    Stamp,
    always_printed,
    honesty,
    printed_line,
    stamp,
)
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import Form, Service, ServiceStatus

TITLE = "Who to call: contact sheet for staff"
WHERE = (
    "The council where it happened is the one to ring, even if the person lives or is "
    "registered elsewhere. A LADO is the one where the worker works."
)
NATIONAL = "National helplines"
SHARED = "More than one council"
PERPETRATORS = "For the person using abuse. Never give this to the person they hurt"


@dataclass(frozen=True, slots=True)
class StaffEntry:
    """One service on the sheet: its numbers, its addresses, and what has to be sent first."""

    service: str
    lines: tuple[PrintedLine, ...]
    emails: tuple[str, ...]
    forms: tuple[str, ...]

    @property
    def reachable(self) -> bool:
        """Whether there is anything to ring or to write to."""
        return bool(self.lines or self.emails)


@dataclass(frozen=True, slots=True)
class Section:
    """A council, or everything national."""

    title: str
    entries: tuple[StaffEntry, ...]
    without_number: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StaffSheet:
    """Everything on the contact sheet."""

    sections: tuple[Section, ...]
    practice: PracticeCard
    stamp: Stamp

    title = TITLE
    where = WHERE

    @property
    def lines(self) -> tuple[PrintedLine, ...]:
        """Every number on it."""
        entries = [entry for section in self.sections for entry in section.entries]
        return tuple(line for entry in entries for line in entry.lines)

    @property
    def numbers(self) -> frozenset[str]:
        """Every number that has to stand on it, as printed."""
        return frozenset({EMERGENCY, *(line.display for line in self.lines)})

    @property
    def honesty(self) -> str:
        """How far the numbers were checked."""
        return honesty(self.lines)


def staff_sheet(
    directory: Directory, councils: tuple[Council, ...], practice: PracticeCard, today: date
) -> StaffSheet:
    """The sheet for one council or several; ValueError for none, PaperIncomplete for a gap."""
    if not councils:
        raise ValueError("A contact sheet is for one council at least.")
    always_printed(directory, (each.code for each in councils))
    listed = [s for s in directory.services() if s.status is ServiceStatus.IN_USE]
    used = sorted(listed, key=lambda s: "police_101" in s.roles)  # the front doors first
    local = [s for s in used if not s.national]
    national = [s for s in used if s.national and "emergency" not in s.roles]
    codes = frozenset(council.code for council in councils)
    found = [_section(each.name, _only(local, each, codes), today) for each in councils]
    if len(councils) > 1:
        shared = [s for s in local if len(s.areas & codes) > 1]
        found.append(_section(SHARED, shared, today))
    helplines = [s for s in national if USING_ABUSE not in s.roles]
    found.append(_section(NATIONAL, _new(helplines, found), today))
    perpetrators = [s for s in used if USING_ABUSE in s.roles]
    found.append(_section(PERPETRATORS, perpetrators, today))
    sections = tuple(each for each in found if each.entries or each.without_number)
    return StaffSheet(sections, practice, stamp(directory.release(), today))


def _only(local: Iterable[Service], council: Council, codes: frozenset[str]) -> list[Service]:
    """The services of this council among those asked for; shared ones have their own section."""
    kept = [s for s in local if USING_ABUSE not in s.roles]
    return [s for s in kept if s.areas & codes == {council.code}]


def _new(services: Sequence[Service], above: Iterable[Section]) -> list[Service]:
    """Leave out what only repeats numbers already on the sheet: the national 101 below a local."""
    entries = [entry for section in above for entry in section.entries]
    told = {line.number for entry in entries for line in entry.lines}
    numbers = {s.id: {line.number for line in s.callable_lines} for s in services}
    return [s for s in services if not numbers[s.id] or not numbers[s.id] <= told]


def _section(title: str, services: Sequence[Service], today: date) -> Section:
    entries = [_entry(service, today) for service in services]
    return Section(
        title,
        tuple(entry for entry in entries if entry.reachable),
        tuple(entry.service for entry in entries if not entry.reachable),
    )


def _entry(service: Service, today: date) -> StaffEntry:
    return StaffEntry(
        service.name,
        tuple(printed_line(service, line, today) for line in service.callable_lines),
        tuple(email.text for email in service.emails),
        tuple(_form(form) for form in service.forms if form.compulsory),
    )


def _form(form: Form) -> str:
    how = f" ({form.how})" if form.how else ""
    return f"Compulsory form first: {form.name}{how}"
