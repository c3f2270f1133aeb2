"""How well services fit what was typed: the best match of each, equals told from one another."""

from collections.abc import Iterable, Iterator, Sequence

from desktop_app.domain.services.directory import HitWhy, SearchHit
from desktop_app.store.search.ranking import TYPO, UNSURE, SearchMatch


def equal_fits(places: Iterable[tuple[object, ...]]) -> Iterator[int]:
    """For each place in an order: how many better fits come before it."""
    fit, before = -1, None
    for place in places:
        fit, before = fit + (place != before), place
        yield fit


def refitted(hits: Sequence[SearchHit]) -> Iterator[SearchHit]:
    """The hits of several searches, numbered anew as one."""
    fits = equal_fits((hit.exact, hit.why is HitWhy.NUMBER, hit.fit) for hit in hits)
    return (hit._replace(fit=fit) for hit, fit in zip(hits, fits, strict=True))


def best(matches: Iterable[SearchMatch]) -> dict[int, SearchMatch]:
    """The best match of each service."""
    found: dict[int, SearchMatch] = {}
    for match in matches:
        held = found.get(match.number)
        if held is None or match.worth < held.worth:
            found[match.number] = match
    return found


def unsure(match: SearchMatch) -> SearchMatch:
    """A match of the words that were understood, while others were not."""
    return match._replace(tier=match.tier + UNSURE)


def misspelt(match: SearchMatch, cost: int, reading: str) -> SearchMatch:
    """The same match, found only by reading misspelt words another way."""
    return match._replace(
        tier=match.tier + TYPO * cost,
        why=HitWhy.MISSPELLING,
        matched=match.matched or reading,
        exact=False,
    )


def once(hits: Iterable[SearchHit]) -> list[SearchHit]:
    """The hits in their order, each service where it stands first."""
    found: dict[str, SearchHit] = {}
    for hit in hits:
        found.setdefault(hit.service_id, hit)
    return list(found.values())
