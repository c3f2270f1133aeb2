"""What is to be listed for what was typed and chosen; keeps nothing of either."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.browse.catalogue import Catalogue, Wanted
from desktop_app.domain.services.directory import Directory, SearchHit

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
        self._chosen: tuple[Wanted, Sequence[str]] | None = None
        self._fitting: frozenset[str] | None = None
        self.home: str | None = None
        """The practice's own council: among equally good finds its services stand first."""

    def listing(self, text: str, wanted: Wanted) -> Listing:
        """The services to list; every one that was chosen when nothing was typed."""
        if not text:
            return Listing(self._ids(wanted), None, wanted.open_now)
        hits = self._directory.search(text, home=self.home, limit=MOST_HITS)
        if wanted.by_facts:
            fitting = self._fit(wanted)
            hits = tuple(hit for hit in hits if hit.service_id in fitting)
        named = {hit.service_id: hit for hit in hits}
        return Listing(tuple(named), named, wanted.open_now)

    def _ids(self, wanted: Wanted) -> Sequence[str]:
        """Everything chosen, kept until something else is: a long list takes a while to read."""
        lasting = replace(wanted, open_now=False)
        if self._chosen is None or self._chosen[0] != lasting:
            self._chosen, self._fitting = (lasting, self._catalogue.ids(lasting)), None
        return self._chosen[1]

    def _fit(self, wanted: Wanted) -> frozenset[str]:
        ids = self._ids(wanted)
        if self._fitting is None:
            self._fitting = frozenset(ids)
        return self._fitting
