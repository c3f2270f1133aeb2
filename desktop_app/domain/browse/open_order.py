"""Of services that fit equally well: whoever answers now first, then perhaps, then closed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from desktop_app.domain.browse.catalogue import Moment, front_lines
from desktop_app.domain.hours.status import Badge
from desktop_app.domain.services.directory import HitWhy, SearchHit
from desktop_app.domain.services.service import Service

ORDER = (Badge.OPEN, Badge.SHOULD_BE, Badge.UNKNOWN, Badge.CLOSED)
SILENT = len(ORDER)
"""After all of them: a service without a number that can be rung."""
READ_AT_ONCE = 16
"""Hits that are put in order; more than fit on a screen."""
MOST_KEPT = 500

ReadServices = Callable[[Sequence[str]], Iterable[Service]]


class OpenOrder:
    """Puts hits in order at one moment; what a service says at that moment is read once."""

    def __init__(self, read: ReadServices, moment: Moment) -> None:
        self._read, self._moment = read, moment
        self._standing: dict[str, int] = {}

    def ordered(
        self, hits: Sequence[SearchHit], *, most: int = READ_AT_ONCE
    ) -> tuple[SearchHit, ...]:
        """The first hits by the clock within each fit, otherwise as they were; then the rest."""
        groups = [list(group) for _, group in groupby(hits[:most], key=lambda hit: hit.fit)]
        standing = self._look([hit.service_id for group in groups if group[1:] for hit in group])
        ordered = [
            hit
            for group in groups
            for hit in sorted(group, key=lambda hit: standing.get(hit.service_id, SILENT))
        ]
        return (*ordered, *hits[most:])

    def _look(self, ids: Sequence[str]) -> Mapping[str, int]:
        unseen = [each for each in ids if each not in self._standing]
        if unseen:
            if len(self._standing) > MOST_KEPT:
                self._standing.clear()
                unseen = list(ids)
            self._standing.update(self._states(unseen))
        return self._standing

    def _states(self, ids: Sequence[str]) -> Iterator[tuple[str, int]]:
        for service in self._read(ids):
            front = front_lines(service, self._moment.context(service))
            yield service.id, ORDER.index(front[0].reading.badge) if front else SILENT


def named_in_full(hit: SearchHit) -> bool:
    """Whether its own name was typed: then it is shown, even where it cannot be rung."""
    return hit.exact and hit.why in (HitWhy.NAME, HitWhy.OLD_NAME)
