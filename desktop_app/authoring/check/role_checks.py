"""Whether somebody plays every part that the pathways count on."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from desktop_app.authoring.read.errors import Mistake
from desktop_app.authoring.read.library import Draft
from desktop_app.authoring.read.models import AlwaysHours, LineEntry
from desktop_app.authoring.read.pathways import LAST, Rulebook, steps_of
from desktop_app.authoring.read.services import NATIONAL
from desktop_app.authoring.read.vocabulary_models import LineWordsEntry, TermEntry, VocabularyEntry
from desktop_app.domain.places.councils import Council
from desktop_app.domain.services.service import LineKind, ServiceStatus, Standing
from desktop_app.domain.situation.pathway import FRONT_DOORS, Part
from desktop_app.domain.situation.role_ids import RoleId

VOCABULARY = "vocabulary.yaml"
EMERGENCY = "999"
"""For a voice: its textphone answers always as well, and serves nobody who can only speak."""


def check_roles(
    book: Rulebook, drafts: Sequence[Draft], councils: Sequence[Council], *, unfinished: bool
) -> Iterator[Mistake]:
    """Roles nobody plays, concerns nobody leads in some council, and a 999 that may not answer.

    In an area that is `unfinished` a council may have no door yet; no release is made of it.
    """
    in_use = [draft for draft in drafts if draft.entry.status is ServiceStatus.IN_USE]
    yield from _absent(book, {role for draft in in_use for role in draft.entry.roles})
    if not unfinished:
        yield from _unled(book, in_use, councils)
    if not any(_answers_always(draft) for draft in in_use if LAST in draft.entry.roles):
        sentence = (
            f"No national service in use plays “{LAST}” with a line that is always open: "
            f"{EMERGENCY}, on every day of the year."
        )
        yield book.file.mistake((), sentence)


def check_role_ids(known: Collection[str]) -> Iterator[Mistake]:
    """Roles that the program asks for by id and the vocabulary does not have."""
    for role in RoleId:
        if role not in known:
            sentence = f"The program asks for the role “{role}”, which does not stand here."
            yield Mistake(VOCABULARY, 0, sentence)


def check_leads(vocabulary: VocabularyEntry) -> Iterator[Mistake]:
    """Words typed into the search that lead to a role nobody can play."""
    roles = {role.id for role in vocabulary.roles}
    terms: list[TermEntry | LineWordsEntry] = [*vocabulary.topics, *vocabulary.audiences]
    for term in (*terms, *vocabulary.lines):
        for role in term.leads:
            if role not in roles:
                sentence = f"“{term.id}” leads to “{role}”, which is no role here."
                yield Mistake(VOCABULARY, 0, sentence)


def _absent(book: Rulebook, played: set[str]) -> Iterator[Mistake]:
    told: set[str] = set()
    for spot, step in steps_of(book):
        if step.role not in played and step.role not in told:
            yield (spot / "role").mistake(f"No service in use plays “{step.role}”.")
        told.add(step.role)


def _unled(
    book: Rulebook, in_use: Iterable[Draft], councils: Sequence[Council]
) -> Iterator[Mistake]:
    """In each council a concern must have a lead with a number, or the council's own front door.

    A LADO whose number nobody has found is a gap: the council's front door is asked instead.
    """
    reachable = {
        (area, role)
        for draft in in_use
        if any(map(_callable, draft.entry.lines))
        for area in draft.entry.areas
        for role in draft.entry.roles
    }
    for entry, spot in book.pathways:
        leads = [s.role for s in entry.local if s.part is Part.LEAD or s.role in FRONT_DOORS]
        for council in councils:
            if not any((area, r) in reachable for area in (council.slug, NATIONAL) for r in leads):
                sentence = f"In {council.name} nobody with a number leads on “{entry.concern}”."
                yield (spot / "local").mistake(sentence)


def _callable(line: LineEntry) -> bool:
    return line.kind is not LineKind.FAX and line.standing is not Standing.SUPERSEDED


def _answers_always(draft: Draft) -> bool:
    national = NATIONAL in draft.entry.areas
    return national and any(
        line.number.replace(" ", "") == EMERGENCY
        and line.kind is LineKind.EMERGENCY
        and line.standing is Standing.IN_USE
        and not line.exceptions
        and (line.hours == "always" or isinstance(line.hours, AlwaysHours))
        for line in draft.entry.lines
    )
