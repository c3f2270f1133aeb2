"""Everything one compile is about to write: read, checked, and put in order."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from desktop_app.authoring.check.checks import check, known_words
from desktop_app.authoring.check.line_checks import KnownWords
from desktop_app.authoring.check.role_checks import check_leads, check_role_ids, check_roles
from desktop_app.authoring.read.bank_holidays import bank_holidays, known_days
from desktop_app.authoring.read.bodies import (
    BodiesElsewhere,
    KnownIds,
    own_mistakes,
    read_elsewhere,
)
from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.guidance import GuidancePage, check_guidance, read_guidance
from desktop_app.authoring.read.library import Draft, Library, read_library
from desktop_app.authoring.read.models import AssumptionsEntry, ReleaseEntry
from desktop_app.authoring.read.pathways import Rulebook, read_rulebook
from desktop_app.authoring.read.sentences import SentencesEntry, read_sentences
from desktop_app.authoring.read.services import service_of
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.read.sources import read_file
from desktop_app.authoring.read.vocabulary_models import VocabularyEntry
from desktop_app.authoring.write.search_index import Numbered
from desktop_app.domain.hours.bank_holidays import BankHolidays
from desktop_app.domain.places.area import Area
from desktop_app.domain.places.councils import Council
from desktop_app.domain.services.service import Service, ServiceStatus

Result = TypeVar("Result")
HOLIDAYS = "bank_holidays.yaml"
STATUS_ORDER = (ServiceStatus.IN_USE, ServiceStatus.UNCONFIRMED, ServiceStatus.REFERENCE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseContents:
    """One release of the directory, checked and ready to be written."""

    release: ReleaseEntry
    area: Area
    vocabulary: VocabularyEntry
    library: Library
    services: tuple[Numbered, ...]
    pages: tuple[GuidancePage, ...]
    rulebook: Rulebook
    holidays: BankHolidays
    elsewhere: BodiesElsewhere = field(default_factory=BodiesElsewhere)
    sentences: SentencesEntry = field(default_factory=SentencesEntry)


def read_release_contents(sources: SourceTree) -> ReleaseContents:
    """Read and check every source file; MistakesFound carries all the mistakes at once."""
    library = read_library(sources)
    mistakes = check(library)
    pages = read_guidance(sources, mistakes)
    holidays = _attempt(
        lambda: bank_holidays(known_days(sources), read_file(sources, HOLIDAYS)), mistakes
    )
    known = known_words(library)
    book = _rulebook(sources, library, known, mistakes) if known else None
    if known:
        mistakes += check_guidance(pages, known.documents, known.topics)
    elsewhere = _elsewhere(sources, library, known, mistakes) if known else BodiesElsewhere()
    sentences = _sentences(sources, library, known, mistakes) if known else SentencesEntry()
    if library.vocabulary:
        mistakes += check_leads(library.vocabulary)
    release, vocabulary, assumed = library.release, library.vocabulary, library.assumptions
    area = library.area
    complete = release and area and vocabulary and assumed and book and holidays
    if mistakes or not complete:
        raise MistakesFound(mistakes)
    assert release is not None
    assert area is not None
    assert vocabulary is not None
    assert assumed is not None
    assert book is not None
    assert holidays is not None
    services = _numbered(library, assumed, release, vocabulary)
    return ReleaseContents(
        release=release,
        area=area,
        vocabulary=vocabulary,
        library=library,
        services=services,
        pages=tuple(pages),
        rulebook=book,
        holidays=holidays,
        elsewhere=elsewhere,
        sentences=sentences,
    )


def _attempt(read: Callable[[], Result], mistakes: list[Mistake]) -> Result | None:
    """What was read, or None with its mistakes added, so that the other files are looked at too."""
    try:
        return read()
    except MistakesFound as found:
        mistakes += found.mistakes
        return None


def _sentences(
    sources: SourceTree, library: Library, known: KnownWords, mistakes: list[Mistake]
) -> SentencesEntry:
    leads = known.roles | {draft.entry.id for draft in library.drafts}
    read = _attempt(lambda: read_sentences(sources, leads, mistakes), mistakes)
    return read or SentencesEntry()


def _rulebook(
    sources: SourceTree, library: Library, known: KnownWords, mistakes: list[Mistake]
) -> Rulebook | None:
    book = _attempt(lambda: read_rulebook(sources, known), mistakes)
    if book:
        mistakes += book.mistakes
        # With a broken service file its roles would seem to be missing; one mistake is enough.
        if not library.mistakes:
            mistakes += check_roles(
                book,
                library.drafts,
                known.councils,
                unfinished=bool(library.release and library.release.unfinished),
            )
    return book


def _elsewhere(
    sources: SourceTree, library: Library, known: KnownWords, mistakes: list[Mistake]
) -> BodiesElsewhere:
    """Who answers elsewhere; looked at only where the councils can be read."""
    made_up = bool(library.release and library.release.made_up_numbers)
    if not made_up:  # the small sources of tests need not have every role
        mistakes += check_role_ids(known.roles)
    found = read_elsewhere(
        sources, KnownIds(known.documents, known.roles, library.councils, made_up)
    )
    mistakes += found.mistakes
    if library.area and library.release:
        mistakes += own_mistakes(library.area.councils, library.release.next_expected_by, found)
        # The steward's own services answer here; what others wrote of them is for the rest.
        own = {council.code for council in library.area.councils}
        found.doors = [door for door in found.doors if door.body not in own]
    return found


def _numbered(
    library: Library,
    assumed: AssumptionsEntry,
    release: ReleaseEntry,
    vocabulary: VocabularyEntry,
) -> tuple[Numbered, ...]:
    """Every service under its number: the order of every list, the first to ring first."""
    roles = {role.id: position for position, role in enumerate(vocabulary.roles)}
    years = {listed.entry.id: listed.entry.year for listed in library.documents}
    councils = library.area.councils if library.area else ()

    def order(draft: Draft) -> tuple[int, int, int, str, str]:
        entry = draft.entry
        part = min((roles[role] for role in entry.roles), default=len(roles))
        return STATUS_ORDER.index(entry.status), part, entry.rank, entry.name.casefold(), entry.id

    return tuple(
        (number, _service(draft, assumed, years, release, councils), draft.organisation)
        for number, draft in enumerate(sorted(library.drafts, key=order), 1)
    )


def _service(
    draft: Draft,
    assumed: AssumptionsEntry,
    years: Mapping[str, int | None],
    release: ReleaseEntry,
    councils: Sequence[Council],
) -> Service:
    return service_of(
        draft.entry,
        draft.organisation.name,
        assumed.assumed_office,
        years,
        councils,
        made_up_allowed=release.made_up_numbers,
    )
