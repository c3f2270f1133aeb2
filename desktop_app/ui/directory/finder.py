"""What is to be listed for what was typed and chosen; keeps nothing of either."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop_app.domain.browse.catalogue import Catalogue, ListFilter, Moment
from desktop_app.domain.browse.open_order import OpenOrder, named_in_full
from desktop_app.domain.services.directory import Directory, SearchHit

SYSTEM = "How the system works"
MOST_HITS = 200
"""More than anybody walks through; whoever sees so many types on."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What is to be listed: ids in order, why each was found, and whether the closed are hidden."""

    ids: Sequence[str] = ()
    hits: Mapping[str, SearchHit] | None = None
    open_now: bool = False
    aside: int = 0
    """How many more were found that cannot be rung: under "How the system works"."""


class Finder:
    """Asks the directory for what was typed, and the catalogue for what was chosen."""

    def __init__(self, directory: Directory, catalogue: Catalogue, moment: Moment) -> None:
        self._directory, self._catalogue = directory, catalogue
        self.at(moment)
        self._chosen: tuple[ListFilter, Sequence[str]] | None = None
        self._fitting: frozenset[str] | None = None
        self.home: str | None = None
        """The practice's own council: among equally good finds its services stand first."""

    def at(self, moment: Moment) -> None:
        """Go by this reading of the clock from now on."""
        self._open_first = OpenOrder(self._catalogue.page, moment)

    def listing(self, text: str, wanted: ListFilter) -> Listing:
        """The services to list; every one that was chosen when nothing was typed."""
        if not text:
            return Listing(self._ids(wanted), None, wanted.open_now)
        hits = self._directory.search(text, home=self.home, limit=MOST_HITS)
        if wanted.by_facts:
            fitting = self._fit(replace(wanted, system=None))
            hits = tuple(hit for hit in hits if hit.service_id in fitting)
        shown, aside = by_numbers(hits, wanted)
        named = {hit.service_id: hit for hit in self._open_first.ordered(shown)}
        return Listing(tuple(named), named, wanted.open_now, aside)

    def _ids(self, wanted: ListFilter) -> Sequence[str]:
        """Everything chosen, kept until something else is: a long list takes a while to read."""
        lasting = replace(wanted, open_now=False)
        if self._chosen is None or self._chosen[0] != lasting:
            self._chosen, self._fitting = (lasting, self._catalogue.ids(lasting)), None
        return self._chosen[1]

    def _fit(self, wanted: ListFilter) -> frozenset[str]:
        ids = self._ids(wanted)
        if self._fitting is None:
            self._fitting = frozenset(ids)
        return self._fitting


def by_numbers(hits: Sequence[SearchHit], wanted: ListFilter) -> tuple[tuple[SearchHit, ...], int]:
    """The hits to show, and how many more there are on the other side of the switch.

    What can be rung, and whatever was typed by its name; the rest where it was chosen, or where
    nothing else was found.
    """
    rung = tuple(hit for hit in hits if hit.rung or named_in_full(hit))
    system = tuple(hit for hit in hits if not hit.rung)
    if wanted.system:
        return system, 0
    return (rung, len(hits) - len(rung)) if rung else (tuple(hits), 0)


def counted(count: int, aside: int, *, found: bool, complete: bool) -> str:
    """How many services are listed, and how many more the switch would show; empty for none."""
    if not count:
        return ""
    noun = "service" if count == 1 else "services"
    more = "" if complete else "More than "
    system = f". {aside} more under “{SYSTEM}”" if aside else ""
    return f"{more}{count:,} {noun}{' found' if found else ''}{system}"
