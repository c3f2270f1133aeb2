"""Every situation somebody can tell, for tests that go through them all."""

from collections.abc import Iterator

from desktop_app.domain.places.councils import COUNCILS, Whereabouts, WhereStatus
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation


def every_situation() -> Iterator[Situation]:
    """Every kind of place with every concern and each circumstance alone, and none."""
    places = [Whereabouts(WhereStatus.KNOWN, (council,)) for council in COUNCILS]
    places += [Whereabouts(WhereStatus.UNKNOWN), Whereabouts(WhereStatus.OUTSIDE)]
    places.append(Whereabouts(WhereStatus.SEVERAL, COUNCILS))
    told: list[frozenset[Circumstance]] = [frozenset()]
    told += [frozenset({circumstance}) for circumstance in Circumstance]
    for place in places:
        for concern in Concern:
            yield from (Situation(concern, place, circumstances) for circumstances in told)
