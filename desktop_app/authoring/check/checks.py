"""What must hold across the source files; any one mistake stops the compile."""

from collections.abc import Callable, Collection, Iterable, Iterator

from desktop_app.authoring.check.line_checks import KnownWords, check_lines
from desktop_app.authoring.check.number_mentions import check_mentions
from desktop_app.authoring.read.errors import Mistake
from desktop_app.authoring.read.library import Draft, Library
from desktop_app.authoring.read.services import NATIONAL
from desktop_app.authoring.read.sources import Place
from desktop_app.authoring.read.vocabulary_models import TermEntry

OURSELVES = "Who to Call contributors"
PERPETRATOR = "da_perpetrator"
USING_ABUSE = "people_using_abuse"
VICTIM_ROLES = frozenset(
    {
        "da_national", "da_local", "da_men", "da_lgbt", "da_deaf", "da_older", "idva", "sarc",
        "rape_support", "forced_marriage", "honour_abuse", "fgm", "stalking", "modern_slavery",
        "financial_abuse", "image_abuse", "victim_support", "refuge", "migrant_support",
    }
)  # fmt: skip
"""Roles in which a person who was harmed is sent to a line: never one for those who harm."""


def check(library: Library) -> list[Mistake]:
    """Every mistake across the files, after those found in reading them."""
    mistakes = list(library.mistakes)
    mistakes += _documents_once(library)
    known = known_words(library)
    if known is None:
        return mistakes
    for draft in library.drafts:
        for look in SERVICE_CHECKS:
            mistakes += look(draft, known)
    mistakes += _ids_once(library.drafts)
    mistakes += check_mentions(library.drafts)
    return mistakes


def known_words(library: Library) -> KnownWords | None:
    """Every word the services may use; None when the files that list them cannot be read."""
    if library.release is None or library.vocabulary is None or library.area is None:
        return None
    return KnownWords(
        documents=frozenset(listed.entry.id for listed in library.documents),
        roles=_ids(library.vocabulary.roles),
        audiences=_ids(library.vocabulary.audiences),
        topics=_ids(library.vocabulary.topics),
        councils=library.area.councils,
        dated=library.release.dated,
        made_up_allowed=library.release.made_up_numbers,
        own_notes=frozenset(
            d.entry.id for d in library.documents if d.entry.publisher == OURSELVES
        ),
    )


def _ids(terms: Iterable[TermEntry]) -> frozenset[str]:
    return frozenset(term.id for term in terms)


def _documents_once(library: Library) -> Iterator[Mistake]:
    seen: set[str] = set()
    for listed in library.documents:
        if listed.entry.id in seen:
            sentence = f"Another document already has the id “{listed.entry.id}”."
            yield listed.file.mistake((*listed.place, "id"), sentence)
        seen.add(listed.entry.id)


def _ids_once(drafts: Iterable[Draft]) -> Iterator[Mistake]:
    services: dict[str, str] = {}
    organisations: dict[str, Draft] = {}
    for draft in drafts:
        mine = draft.entry.id
        if mine in services:
            sentence = f"Another service already has the id “{mine}” (in {services[mine]})."
            yield draft.mistake(("id",), sentence)
        services.setdefault(mine, draft.file.name)
        first = organisations.setdefault(draft.organisation.id, draft)
        # A national body's branch in an area is described in the same words, or it would be two.
        if first.organisation != draft.organisation:
            sentence = (
                f"{first.file.name} describes the organisation “{draft.organisation.id}” in other "
                "words."
            )
            yield draft.file.mistake(("organisation", "id"), sentence)


def _known_words(draft: Draft, known: KnownWords) -> Iterator[Mistake]:
    entry = draft.entry
    yield from _unknown(draft, "roles", entry.roles, known.roles)
    yield from _unknown(draft, "serves", entry.serves, known.audiences)
    yield from _unknown(draft, "topics", entry.topics, known.topics)
    yield from _unknown(draft, "areas", entry.areas, {*known.slugs, NATIONAL})
    if NATIONAL in entry.areas and len(entry.areas) > 1:
        sentence = "“national” already means everywhere; leave the other areas out."
        yield draft.mistake(("areas",), sentence)


def _unknown(
    draft: Draft, key: str, used: Iterable[str], possible: Collection[str]
) -> Iterator[Mistake]:
    seen: set[str] = set()
    for at, word in enumerate(used):
        if word not in possible:
            sentence = f"“{word}” is not one of the words for {key} (see vocabulary.yaml)."
            yield draft.mistake((key, at), sentence)
        elif word in seen:
            yield draft.mistake((key, at), f"“{word}” is given twice; keep one.")
        seen.add(word)


def _known_documents(draft: Draft, known: KnownWords) -> Iterator[Mistake]:
    for place, document in documents_named(draft.file.content, draft.place):
        if document not in known.documents:
            sentence = f"“{document}” is not in documents.yaml."
            yield draft.file.mistake(place, sentence)


def documents_named(content: object, place: Place) -> Iterator[tuple[Place, str]]:
    """Every `document:` below a place of a file, wherever it stands."""
    for step in place:
        content = content[step]  # type: ignore[index]
    yield from _documents_below(content, place)


def _documents_below(content: object, place: Place) -> Iterator[tuple[Place, str]]:
    if isinstance(content, list):
        for at, inner in enumerate(content):
            yield from _documents_below(inner, (*place, at))
    elif isinstance(content, dict):
        for key, inner in content.items():
            if key == "document" and isinstance(inner, str):
                yield (*place, key), inner
            else:
                yield from _documents_below(inner, (*place, key))


def _has_a_source(draft: Draft, _known: KnownWords) -> Iterator[Mistake]:
    if not any(True for _ in documents_named(draft.file.content, draft.place)):
        sentence = f"“{draft.entry.name}” has no source; say which document names it."
        yield draft.mistake((), sentence)


def _victims_apart(draft: Draft, _known: KnownWords) -> Iterator[Mistake]:
    """A line for people who use abuse must never come up for the people they hurt."""
    entry = draft.entry
    victims = sorted(VICTIM_ROLES.intersection(entry.roles))
    if not victims:
        return
    if PERPETRATOR in entry.roles or USING_ABUSE in entry.serves:
        sentence = (
            f"A service for people who use abuse cannot also play “{victims[0]}”, "
            "which is for the people they hurt."
        )
        yield draft.mistake(("roles",), sentence)


SERVICE_CHECKS: tuple[Callable[[Draft, KnownWords], Iterator[Mistake]], ...] = (
    _known_words,
    _known_documents,
    _has_a_source,
    _victims_apart,
    check_lines,
)
