"""The patient card: a card of everyday numbers whose words give nothing away.

Whoever finds it in a bag must not learn from it what was talked about. So the helplines carry no
names, stand among ordinary numbers, and no word on the card speaks of harm. Whoever hands it over
says aloud which number is for what.
"""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.places.councils import Council
from desktop_app.domain.printing.card_words import CardLanguage
from desktop_app.domain.printing.public_hours import paper_hours
from desktop_app.domain.printing.rules import (
    EMERGENCY,
    Stamp,
    always_printed,
    public_lines,
    stamp,
)
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import Line, Service

TO_STAFF = (
    "For staff: cut this strip off. Ask first whether it is safe to take a card home. "
    "Say aloud what each number is for; the card leaves it out on purpose."
)
READ_BY = "In {}. Translated by {}, read by {}."
ENTRIES = (
    ("police_101", False, "police"),
    ("mental_health_crisis", False, "nhs"),
    ("da_local", False, "local"),
    ("da_national", True, "women"),
    ("da_men", True, "men"),
    ("victim_support", True, "anyone"),
    ("emotional_support", True, "listen"),
)
"""Role, whether it has to be a national line, and which of the words names it on the card."""
SHORT_CODE_ONLY = frozenset({"mental_health_crisis"})
"""The NHS entry is 111 or nothing: a crisis team's own number would need its name."""
EVERY_ONE = frozenset({"da_local"})
"""All of them stand on the card; of the other roles the first that may."""


@dataclass(frozen=True, slots=True)
class CardEntry:
    """One number of the card under a plain name."""

    caption: str
    display: str
    number: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PatientCard:
    """Everything on one card, the same on all of a page."""

    entries: tuple[CardEntry, ...]
    stamp: Stamp
    language: CardLanguage
    with_codes: bool = False

    @property
    def numbers(self) -> frozenset[str]:
        """Every number that has to stand on it, as printed."""
        return frozenset({EMERGENCY, *(entry.display for entry in self.entries)})

    @property
    def to_staff(self) -> str:
        """What the strip says that is cut off: always in English."""
        told = self.language
        if told.original:
            return TO_STAFF
        return f"{TO_STAFF} {READ_BY.format(told.language, told.translator, told.reviewer)}"


def patient_card(
    directory: Directory,
    council: Council,
    today: date,
    language: CardLanguage,
    *,
    with_codes: bool = False,
) -> PatientCard:
    """The card for one council; PaperIncomplete where its helpline is missing.

    It carries no QR codes unless they are asked for: a code invites a scan, and the scan leaves
    its own trace in a phone that somebody else may look through.
    """
    always_printed(directory, [council.code])
    words = language.words
    entries = {EMERGENCY: CardEntry(words.emergency, EMERGENCY, EMERGENCY, words.silent_call)}
    for role, national, caption in ENTRIES:
        found = _lines(directory, council, role, national=national)
        for service, line in found if role in EVERY_ONE else found[:1]:
            free = service.cost.casefold().startswith("free")
            hint = language.told(paper_hours(line.hours, today), free=free)
            name = getattr(words, caption)
            entries.setdefault(line.number, CardEntry(name, line.display, line.number, hint))
    return PatientCard(
        entries=tuple(entries.values()),
        stamp=stamp(directory.release(), today),
        language=language,
        with_codes=with_codes,
    )


def _lines(
    directory: Directory, council: Council, role: str, *, national: bool
) -> list[tuple[Service, Line]]:
    """The lines that may stand on the card for one role, best first."""
    return [
        (service, line)
        for service in directory.in_role(role, council.code)
        if service.national or not national
        for line in public_lines(service)
        if role not in SHORT_CODE_ONLY or len(line.number) == 3
    ]
