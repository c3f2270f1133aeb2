"""Every situation somebody can tell, for tests that go through them all."""

from collections.abc import Iterator

from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation


def every_situation(directory: Directory) -> Iterator[Situation]:
    """Every kind of place with every concern and each circumstance alone, and none."""
    councils = directory.councils()
    places = [Whereabouts(WhereStatus.KNOWN, (council,)) for council in councils]
    places += [Whereabouts(WhereStatus.UNKNOWN), Whereabouts(WhereStatus.OUTSIDE)]
    if len(councils) > 1:
        places.append(Whereabouts(WhereStatus.SEVERAL, councils))
    told: list[frozenset[Circumstance]] = [frozenset()]
    told += [frozenset({circumstance}) for circumstance in Circumstance]
    for place in places:
        for concern in Concern:
            yield from (Situation(concern, place, circumstances) for circumstances in told)
