"""The whole directory as a list one can narrow: by area, by whom it serves, by topic, by the clock.

A list may be long, so it is kept as ids; services are read a page at a time, as they are looked at.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from desktop_app.domain.browse.tally import Tally
from desktop_app.domain.decision.ranking import (
    Candidate,
    DecisionContext,
    HoursCache,
    split_front,
)
from desktop_app.domain.hours.bank_holidays import BankHolidays
from desktop_app.domain.hours.status import CachedStatus, Hours, Openness, hold, placed
from desktop_app.domain.places.councils import Council
from desktop_app.domain.services.directory import NATIONWIDE
from desktop_app.domain.services.service import Service
from desktop_app.domain.situation.pathway import Part, Step

EVERYONE = "everyone"
MOST_READINGS = 1000


@dataclass(frozen=True, slots=True)
class ListFilter:
    """What a list is narrowed to; nothing chosen narrows nothing."""

    area: str | None = None
    audience: str | None = None
    topic: str | None = None
    open_now: bool = False
    system: bool | None = False
    """How the system works: false for what can be rung, true for the rest, None for both."""

    @property
    def narrows(self) -> bool:
        """Whether anything is chosen at all."""
        return self != ListFilter()

    @property
    def by_facts(self) -> bool:
        """Whether anything is chosen that does not change with the clock, but for `system`."""
        return bool(self.area or self.audience or self.topic)


class Catalogue(Protocol):
    """Lists of services by id, and the services themselves a page at a time."""

    def ids(self, wanted: ListFilter) -> Sequence[str]:
        """The services that fit, the first to ring first; the clock is left out of account."""
        ...

    def page(self, ids: Sequence[str]) -> tuple[Service, ...]:
        """These services in this order; ids that do not exist are left out. Nothing is kept."""
        ...

    def tally(self) -> Tally:
        """How many services and numbers there are."""
        ...


@dataclass(frozen=True, slots=True)
class Moment:
    """One reading of the clock; everything a screen shows of it agrees."""

    at: datetime
    days: BankHolidays
    doubted: bool = False
    readings: dict[Hours, CachedStatus] = field(default_factory=dict, compare=False, repr=False)
    """What equal hours say at this moment: a thousand services keep the same few."""

    def context(self, service: Service) -> DecisionContext:
        """The lines of a service, ready to be looked at from this moment."""
        cache = HoursCache()
        for line in service.lines:
            cache.keep(line, self._looked(line.hours))
        return DecisionContext(self.at, self.days, self.doubted, cache)

    def _looked(self, hours: Hours) -> CachedStatus:
        known = self.readings.get(hours)
        if known is None:
            if len(self.readings) >= MOST_READINGS:
                self.readings.clear()
            known = self.readings[hours] = hold(hours, placed(self.at), self.days)
        return known


def fits(service: Service, wanted: ListFilter) -> bool:
    """Whether a service belongs in a list narrowed like this, the clock left out of account.

    A national service works in every area, and one for everyone serves every group.
    """
    area, audience, topic = wanted.area, wanted.audience, wanted.topic
    if wanted.system is not None and wanted.system == bool(service.callable_lines):
        return False
    if area == NATIONWIDE and not service.national:
        return False
    if area not in (None, NATIONWIDE) and not (service.national or area in service.areas):
        return False
    if audience is not None and not {audience, EVERYONE} & set(service.serves):
        return False
    return topic is None or topic in service.topics


def may_answer(service: Service, moment: Moment) -> bool:
    """Whether somebody answers now, or may: a line of uncertain hours is never hidden as closed."""
    lines = front_lines(service, moment.context(service))
    return any(line.state is not Openness.CLOSED for line in lines)


def front_lines(service: Service, context: DecisionContext) -> tuple[Candidate, ...]:
    """The line to ring now and those as likely to answer; none where no number can be rung."""
    found = _split(service, context)
    return (found[0], *found[1]) if found else ()


def ranked_lines(service: Service, context: DecisionContext) -> tuple[Candidate, ...]:
    """Every line of a service a person can speak on, in the order to try them now."""
    found = _split(service, context)
    return (found[0], *found[1], *found[2]) if found else ()


def _split(
    service: Service, context: DecisionContext
) -> tuple[Candidate, list[Candidate], list[Candidate]] | None:
    candidates = context.candidates(Step("", Part.LEAD, ""), (service,), 0)
    return split_front(candidates) if candidates else None


IN_WORDS = dict(enumerate(["three", "four", "five", "six", "seven", "eight", "nine"], 3))


def area_words(service: Service, councils: Iterable[Council]) -> str:
    """Where a service works: "Upper Vale", "Upper Vale and Lower Vale", "Nationwide"."""
    if service.national:
        return "Nationwide"
    every = tuple(councils)
    names = [council.name for council in every if council.code in service.areas]
    if len(every) > 2 and len(names) == len(every):
        return f"All {IN_WORDS.get(len(names), '')} councils".replace("  ", " ")
    from desktop_app.domain.places.words import listed  # when the directory is first opened

    return listed(names)
