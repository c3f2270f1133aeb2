"""What may stand on paper, and what a printed page is made of.

Paper outlives the moment: it cannot say "open now", cannot be corrected, and anybody may read it.
So a wall poster and a patient card carry only what is public, in use and undisputed, and of its
hours only what helps (`public_hours`). A sheet that cannot carry all its numbers is not made at all
(`PaperIncomplete`). The rules stand here; what each sheet holds is put together in `poster`,
`staff_sheet` and `patient_card`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.hours.status import Basis, Hours, in_words, lapsed
from desktop_app.domain.printing.public_hours import SHOULD_BE, paper_hours, public_words, roughly
from desktop_app.domain.services.dialling import keyed_next
from desktop_app.domain.services.directory import Directory, Release
from desktop_app.domain.services.errors import PlainlyTold
from desktop_app.domain.services.service import Line, LineKind, Service, ServiceStatus, Standing

CHECK_AFTER_DAYS = 90
"""A printed number is old after this many days, as a number on screen is amber after them."""
SPOKEN = frozenset({LineKind.OFFICE_HOURS, LineKind.OUT_OF_HOURS, LineKind.HELPLINE})
EMERGENCY = "999"
"""On every sheet, whatever the directory holds."""
ALWAYS_ROLE = "da_national"
"""The national domestic abuse helpline: on every sheet, or the sheet is not made."""
NO_HELPLINE = (
    "This sheet cannot be made: the directory holds no national domestic abuse helpline that may "
    "stand on paper. Take the newest directory, then try again."
)
TOO_LONG = "“{}” has no room on this sheet in type that can be read. Choose a shorter name for it."
NO_ROOM = (
    "This sheet cannot be made: it has no room for {}. Choose fewer councils, or print the "
    "contact sheet for staff."
)
USING_ABUSE = "da_perpetrator"


class Sheet(StrEnum):
    """What can be printed."""

    POSTER = "poster"
    STAFF = "staff"
    PATIENT_CARD = "patient-card"


class PaperIncomplete(PlainlyTold, ValueError):
    """A number is missing that must stand on a sheet: `sentence` says which, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicLine:
    """One number on public paper: who picks up, the digits, and when, as far as that helps."""

    service: str
    label: str
    kind: LineKind
    display: str
    number: str
    hours: str  # empty where nobody stated any
    brief: str  # the hours in a few words
    serves: str = ""  # "For women"; empty when it is for anyone


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedLine:
    """One number on staff paper: who picks up, the digits, when, and whether anybody rang it."""

    service: str
    label: str
    kind: LineKind
    display: str
    number: str
    hours: str
    tested: bool
    disputed: bool = False
    keyed: str = ""  # what follows the number: "press 2"


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which release a sheet was printed from, and from when on it must not be trusted."""

    release: int
    dated: date
    check_after: date
    overdue: bool

    @property
    def numbers_of(self) -> str:
        """The date of the numbers."""
        return f"Numbers of {date_words(self.dated)}"

    @property
    def printed_from(self) -> str:
        """Which release of the directory it was printed from."""
        return f"Who to Call, directory release {self.release}"


def check_after(release: Release) -> date:
    """The day after which the sheet has to be replaced: 90 days on, or the next release's day."""
    return min(release.dated + timedelta(days=CHECK_AFTER_DAYS), release.next_expected_by)


def stamp(release: Release, today: date) -> Stamp:
    """The dates on a sheet printed today."""
    until = check_after(release)
    return Stamp(release.number, release.dated, until, today > until)


def public(service: Service) -> bool:
    """Whether a service may stand where patients read."""
    meant_for_them = not service.staff_only and USING_ABUSE not in service.roles
    return meant_for_them and service.status is ServiceStatus.IN_USE


def public_lines(service: Service) -> tuple[Line, ...]:
    """The lines of a service that may hang on a wall: spoken, in use, and not disputed."""
    if not public(service):
        return ()
    lines = service.callable_lines
    return tuple(x for x in lines if x.kind in SPOKEN and x.standing is Standing.IN_USE)


def always_printed(directory: Directory, areas: Iterable[str]) -> None:
    """Make sure the helpline that stands on every sheet is there; PaperIncomplete when it is not.

    A sheet for a wall or a bag with nobody to ring about domestic abuse is worse than none.
    """
    for area in areas:
        services = directory.in_role(ALWAYS_ROLE, area)
        if not any(service.national and public_lines(service) for service in services):
            raise PaperIncomplete(NO_HELPLINE)


def public_line(service: Service, line: Line, today: date) -> PublicLine:
    """A line as it stands on public paper printed today."""
    known = paper_hours(line.hours, today)
    return PublicLine(
        service=service.name,
        label=line.label or service.name,
        kind=line.kind,
        display=line.display,
        number=line.number,
        hours=public_words(known),
        brief=public_words(roughly(known)),
        serves=serves_words(service),
    )


def printed_line(service: Service, line: Line, today: date) -> PrintedLine:
    """A line as it stands on staff paper printed today, with every doubt about it."""
    return PrintedLine(
        service=service.name,
        label=line.label or service.name,
        kind=line.kind,
        display=line.display,
        number=line.number,
        hours=hours_in_words(line.hours, today),
        tested=line.verified is not None,
        disputed=line.standing is Standing.DISPUTED,
        keyed=keyed_next(line),
    )


def serves_words(service: Service) -> str:
    """For whom a line is, where it is not for anyone."""
    if "everyone" in service.serves or {"women", "men"} <= set(service.serves):
        return ""
    named = (("women", "For women"), ("men", "For men"), ("lgbt", "For LGBT+ people"))
    return next((words for audience, words in named if audience in service.serves), "")


def hours_in_words(hours: Hours, today: date) -> str:
    """The hours of a line in words that can stand alone on a page."""
    told = in_words(hours)
    if told.startswith("Not published"):
        return f"Hours n{told[1:]}"
    stated = [s for s in hours.statements if s.basis is not Basis.ASSUMED]
    return _as_certain(told, hours, today) if len(stated) == 1 else _sentence(told)


def _as_certain(told: str, hours: Hours, today: date) -> str:
    """The hours, or that they should be so: by an old source that nobody has checked since."""
    if not lapsed(hours, today):
        return _sentence(told)
    day = told[0].lower() + told[1:] if told.startswith("Day") else told
    return f"{SHOULD_BE}: {day}"


def honesty(lines: Iterable[PrintedLine]) -> str:
    """What a sheet for staff has to say about how far its numbers were checked."""
    tested = {line.number: line.tested for line in lines}
    if not any(tested.values()):
        return (
            "We have not rung these numbers to test them. They come from published documents, "
            "listed in Who to Call."
        )
    if not all(tested.values()):
        return "A number marked * was not rung to test it; it comes from published documents."
    return "Each number was checked; Who to Call shows by whom and when."


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
