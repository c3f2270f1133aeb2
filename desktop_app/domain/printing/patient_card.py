"""The patient slip: a card of everyday numbers whose words give nothing away.

Whoever finds it in a bag must not learn from it what was talked about. So the helplines carry no
names, stand among ordinary numbers, and no word on the card speaks of harm. Whoever hands it over
says aloud which number is for what.
"""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.places.councils import Council
from desktop_app.domain.printing.rules import Stamp, public_lines, short_hours, stamp
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import Line, LineKind, Service

TITLE = "Useful numbers"
KEEP = "Keep this card somewhere safe."
EMERGENCY_HINT = "Cannot speak on a mobile:\npress 55 when asked"
TO_STAFF = (
    "For staff: cut this strip off. Ask first whether it is safe to take a card home. "
    "Say aloud what each number is for; the card leaves it out on purpose."
)
ENTRIES = (
    ("police_101", False, "Police: to report or ask"),
    ("mental_health_crisis", False, "NHS"),
    ("da_local", False, "Local helpline"),
    ("da_national", True, "Helpline for women"),
    ("da_men", True, "Helpline for men"),
    ("victim_support", True, "Helpline for anyone"),
    ("emotional_support", True, "Someone to listen"),
)
"""Role, whether it has to be a national line, and the name it gets on the card."""
SHORT_CODE_ONLY = frozenset({"mental_health_crisis"})
"""The NHS entry is 111 or nothing: a crisis team's own number would need its name."""


@dataclass(frozen=True, slots=True)
class SlipEntry:
    """One number of the card under a plain name."""

    caption: str
    display: str
    number: str
    hint: str


@dataclass(frozen=True, slots=True)
class PatientCard:
    """Everything on one card, the same on all four of a page."""

    entries: tuple[SlipEntry, ...]
    stamp: Stamp
    with_codes: bool = False

    title = TITLE
    keep = KEEP
    to_staff = TO_STAFF


def slip(
    directory: Directory, council: Council, today: date, *, with_codes: bool = False
) -> PatientCard:
    """The card for one council.

    It carries no QR codes unless they are asked for: a code invites a scan, and the scan leaves
    its own trace in a phone that somebody else may look through.
    """
    entries: dict[str, SlipEntry] = {}
    for entry in (_emergency(directory), *(_entry(directory, council, e, today) for e in ENTRIES)):
        if entry:
            entries.setdefault(entry.number, entry)
    return PatientCard(tuple(entries.values()), stamp(directory.release(), today), with_codes)


def _emergency(directory: Directory) -> SlipEntry | None:
    for service in directory.services():
        for line in service.lines:
            if line.kind is LineKind.EMERGENCY and line.number == "999":
                return SlipEntry("Emergency", line.display, line.number, EMERGENCY_HINT)
    return None


def _entry(
    directory: Directory, council: Council, entry: tuple[str, bool, str], today: date
) -> SlipEntry | None:
    role, national, caption = entry
    for service in directory.in_role(role, council.code):
        for line in public_lines(service) if service.national or not national else ():
            if role not in SHORT_CODE_ONLY or len(line.number) == 3:
                return SlipEntry(caption, line.display, line.number, _hint(service, line, today))
    return None


def _hint(service: Service, line: Line, today: date) -> str:
    """Hours and cost, where a source gives them."""
    known = short_hours(line.hours, today) if line.hours.statements else ""
    free = "free" if service.cost.casefold().startswith("free") else ""
    told = ", ".join(part for part in (known, free) if part)
    return told[:1].upper() + told[1:]
