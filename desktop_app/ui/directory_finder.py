"""What is to be listed for what was typed and chosen; keeps nothing of either."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop_app.domain.catalogue import Catalogue, Wanted
from desktop_app.domain.directory import Directory, SearchHit

MOST_HITS = 200
"""More than anybody walks through; whoever sees so many types on."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What is to be listed: ids in order, why each was found, and whether the closed are hidden."""

    ids: Sequence[str] = ()
    hits: Mapping[str, SearchHit] | None = None
    open_now: bool = False


class Finder:
    """Asks the directory for what was typed, and the catalogue for what was chosen."""

    def __init__(self, directory: Directory, catalogue: Catalogue) -> None:
        self._directory, self._catalogue = directory, catalogue
        self.home: str | None = None
        """The practice's own council: among equally good finds its services stand first."""

    def listing(self, text: str, wanted: Wanted) -> Listing:
        """The services to list; every one that was chosen when nothing was typed."""
        if not text:
            return Listing(self._catalogue.ids(wanted), None, wanted.open_now)
        hits = self._directory.search(text, home=self.home, limit=MOST_HITS)
        if wanted.by_facts:
            fitting = frozenset(self._catalogue.ids(wanted))
            hits = tuple(hit for hit in hits if hit.service_id in fitting)
        named = {hit.service_id: hit for hit in hits}
        return Listing(tuple(named), named, wanted.open_now)
