"""Proof that there is always somebody: every place, every concern, every minute.

The answer can change only where some line's hours change, so it is enough to look once in every
stretch between two changes; the minutes in between are counted, not visited.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from desktop_app.domain.decision.advice import Tier
from desktop_app.domain.decision.calls import CallList
from desktop_app.domain.decision.decision import decide
from desktop_app.domain.decision.ranking import HoursCache
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.places.councils import Council, Whereabouts, WhereStatus
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import LineKind
from desktop_app.domain.situation.situation import Concern, Situation

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Hole:
    """A stretch of time in which the rule that somebody answers is broken."""

    situation: Situation
    begins: datetime
    sentence: str


@dataclass(slots=True)
class Cover:
    """What was proved: councils, minutes covered, answers looked at, and every hole found."""

    councils: int = 0
    minutes: int = 0
    answers: int = 0
    holes: list[Hole] | None = None


def prove(
    directory: Directory, begins: datetime, ends: datetime, since: Directory | None = None
) -> Cover:
    """Check each council with each concern from `begins` to `ends` (aware), minute by minute.

    With `since`, a directory that was proved for the same time, only what changed after it.
    """
    cover = Cover(holes=[])
    councils = changed(directory, since) if since else directory.councils()
    for situation in situations(councils):
        walk(directory, situation, begins, ends, cover)
    cover.councils = len(councils)
    return cover


def changed(directory: Directory, earlier: Directory) -> tuple[Council, ...]:
    """The councils whose answers may differ from an earlier directory's: mostly very few.

    An answer comes from the rules, the bank holidays and whoever plays a part in its council;
    where all of these are the same, so is every answer at every minute.
    """
    if directory.pathways() != earlier.pathways():
        return directory.councils()
    if directory.bank_holidays() != earlier.bank_holidays():
        return directory.councils()
    rules, before = directory.pathways(), set(earlier.councils())

    def same(council: Council) -> bool:
        asked = situations((council,))
        roles = {step.role for each in asked for step in rules.route(each).steps}
        return council in before and all(
            directory.in_role(role, council.code) == earlier.in_role(role, council.code)
            for role in roles
        )

    return tuple(council for council in directory.councils() if not same(council))


def situations(councils: Iterable[Council]) -> Iterator[Situation]:
    """Every one of these councils with every concern, no circumstance told."""
    for council in councils:
        for concern in Concern:
            yield Situation(concern, Whereabouts(WhereStatus.KNOWN, (council,)))


def walk(
    directory: Directory, situation: Situation, begins: datetime, ends: datetime, cover: Cover
) -> None:
    """Go through one situation's time, stretch by stretch."""
    cache = HoursCache()
    at, last = begins.astimezone(UTC), ends.astimezone(UTC)
    while at < last:
        listed, changes = decide(situation, directory, at, cache)
        until = min(changes or last, last).astimezone(UTC)
        cover.minutes += _minutes(at, until, begins)
        cover.answers += 1
        if cover.holes is not None:
            cover.holes += (Hole(situation, at, said) for said in broken(listed))
        at = until


def _minutes(at: datetime, until: datetime, begins: datetime) -> int:
    """How many whole minutes, counted from the beginning, start in this stretch."""
    return -((begins - until) // MINUTE) + ((begins - at) // MINUTE)


def broken(listed: CallList) -> Iterator[str]:
    """Each never-rule that this answer breaks, as a sentence."""
    entries = list(listed.entries.values())
    first = [entry for entry in entries if entry.tier is Tier.FIRST]
    if len(first) != 1:
        yield f"There are {len(first)} first calls; there must be exactly one."
    if not any(entry.candidate.state is Openness.OPEN for entry in entries):
        yield "Nobody certainly answers."
    if first and first[0].candidate.state is Openness.CLOSED:
        yield "The first call is to a closed line."
    lines = [entry.candidate.line for entry in entries]
    if any(line.kind is LineKind.FAX or not line.recommendable for line in lines):
        yield "A fax or a replaced number is offered."


def holes_in_words(holes: Iterable[Hole]) -> list[str]:
    """Each hole on one line: concern, place, moment, what is wrong."""
    return [
        f"{hole.situation.concern} in "
        f"{', '.join(c.name for c in hole.situation.where.councils) or hole.situation.where.status}"
        f" from {hole.begins:%Y-%m-%d %H:%M} UTC: {hole.sentence}"
        for hole in holes
    ]
