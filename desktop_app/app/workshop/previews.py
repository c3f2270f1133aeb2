"""A service as a desk would show it: its card, and the answer in which it stands furthest ahead."""

from collections.abc import Iterator
from datetime import datetime

from desktop_app.domain.browse.catalogue import Moment
from desktop_app.domain.browse.service_facts import service_facts
from desktop_app.domain.decision.advice import Advice
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import Service
from desktop_app.domain.situation.concern import Concern
from desktop_app.domain.situation.situation import Circumstance, Situation
from desktop_app.ui.workshop.working_copy import Preview


def preview_of(service_id: str, directory: Directory, at: datetime) -> Preview:
    """The service at a moment (UK); KeyError where the directory has no such service."""
    service = directory.service(service_id)
    moment = Moment(at, directory.bank_holidays())
    facts = service_facts(service, directory, moment)
    return Preview(facts, answer_with(service, directory, at), directory, moment)


def answer_with(service: Service, directory: Directory, at: datetime) -> Advice | None:
    """The first answer in which it is the call to make, else one that names it; none without."""
    named: Advice | None = None
    for situation in _situations(service, directory):
        try:
            advice = advise(situation, directory, at)
        except (LookupError, ValueError):  # nobody answers it: a desk has no such page either
            continue
        if advice.first.service.id == service.id:
            return advice
        if named is None and any(call.service.id == service.id for call in advice.every):
            named = advice
    return named


def _situations(service: Service, directory: Directory) -> Iterator[Situation]:
    """What may be asked where it works: each worry alone first, then with each circumstance."""
    councils = [each for each in directory.councils() if each.inside and each.code in service.areas]
    places = [Whereabouts(WhereStatus.KNOWN, (council,)) for council in councils]
    told: list[frozenset[Circumstance]] = [frozenset()]
    told += [frozenset({each}) for each in Circumstance]
    for circumstances in told:
        for concern in Concern:
            for place in places:
                yield Situation(concern, place, circumstances)
