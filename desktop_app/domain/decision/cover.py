"""Proof that there is always somebody: every place, every concern, every minute.

An answer is a function of the rules, of whoever plays a part in its council, of what the hours of
their lines say (the state and the reason for it, nothing else) and of whether it is a working day.
So it is enough to decide once for each combination of these that occurs in those years. Between two
turns nothing changes: the minutes in between are counted, not visited. The decision is handed
readings that hold nothing but state and reason, so that it cannot go by anything else.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType

from desktop_app.domain.decision.advice import Tier
from desktop_app.domain.decision.calls import CallList
from desktop_app.domain.decision.cautions import MOST_LISTED
from desktop_app.domain.decision.decision import decide
from desktop_app.domain.decision.ranking import DecisionContext, HoursCache
from desktop_app.domain.decision.state_timelines import StateTimelines, Turn, mask, together
from desktop_app.domain.hours.status import CachedStatus, Openness
from desktop_app.domain.hours.uk_days import instant, placed, seconds_of
from desktop_app.domain.places.councils import Council, Whereabouts, WhereStatus
from desktop_app.domain.services.directory import NATIONWIDE, Directory
from desktop_app.domain.services.service import Line, LineKind
from desktop_app.domain.situation.situation import Concern, Situation

MINUTE = 60
NOWHERE = MappingProxyType(
    {WhereStatus.UNKNOWN: "a place nobody knows", WhereStatus.OUTSIDE: "a place elsewhere"}
)


@dataclass(frozen=True, slots=True)
class Hole:
    """A stretch of time in which the rule that somebody answers is broken."""

    situation: Situation
    begins: int  # a second as `uk_days` counts them; `ends` the first one after it
    ends: int
    sentence: str


@dataclass(slots=True)
class Cover:
    """What was proved: councils, minutes covered, different answers looked at, every hole found."""

    councils: int = 0
    minutes: int = 0
    answers: int = 0
    holes: list[Hole] = field(default_factory=list)


def prove(
    directory: Directory, begins: datetime, ends: datetime, since: Directory | None = None
) -> Cover:
    """Check each council with each concern from `begins` to `ends` (aware), minute by minute.

    A place nobody knows and one elsewhere are gone through as well, after the councils. With
    `since`, a directory that was proved for the same time, only what changed after it.
    """
    councils = changed(directory, since) if since else directory.councils()
    years = Years(directory, begins, ends)
    cover = Cover(councils=len(councils))
    for council in councils:
        years.walk(situations((council,)), cover)
    if since is None or councils or set(directory.councils()) != set(since.councils()):
        years.walk(nowhere(), cover)
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


def nowhere() -> Iterator[Situation]:
    """Every concern where nobody knows the place, and where it is elsewhere."""
    for status in (WhereStatus.UNKNOWN, WhereStatus.OUTSIDE):
        for concern in Concern:
            yield Situation(concern, Whereabouts(status))


class Years:
    """The time that a proof goes through, with what every line's hours say in it."""

    def __init__(self, directory: Directory, begins: datetime, ends: datetime) -> None:
        self._directory = directory
        self._begins, self._ends = seconds_of(begins), seconds_of(ends)
        self._timelines = StateTimelines(directory.bank_holidays(), self._begins, self._ends)
        self._working = list(self._working_days())

    def walk(self, asked: Iterable[Situation], cover: Cover) -> None:
        """Go through the time of situations whose places are councils of the directory's own."""
        every = {situation: self._lines(situation) for situation in asked}
        turning = {id(line.hours): line.hours for lines in every.values() for line in lines}
        places = {key: place for place, key in enumerate(turning, 1)}
        timelines = [self._working, *map(self._timelines.of, turning.values())]
        turns = list(together(timelines))
        for situation, lines in every.items():
            concerned = mask([0, *(places[id(line.hours)] for line in lines)])
            self._prove(situation, concerned, turns, cover)

    def _prove(
        self, situation: Situation, concerned: int, turns: Sequence[Turn], cover: Cover
    ) -> None:
        known: dict[int, tuple[str, ...]] = {}
        hours = BareHours(self._timelines)
        for at, until, said in stretches(turns, concerned, self._ends):
            if said not in known:
                listed, _ = decide(situation, self._directory, instant(at), hours)
                known[said] = tuple(broken(listed))
            for sentence in known[said]:
                cover.holes.append(Hole(situation, at, until, sentence))
        cover.minutes += _minutes(self._ends - self._begins)
        cover.answers += len(known)

    def _lines(self, situation: Situation) -> list[Line]:
        """Every line of whoever plays a part in an answer, whether it is offered or not."""
        route = self._directory.pathways().route(situation)
        return [
            line
            for place in [council.code for council in situation.where.councils] or self._anywhere()
            for role in dict.fromkeys(step.role for step in route.steps)
            for service in self._directory.in_role(role, place)
            for line in service.lines
        ]

    def _anywhere(self) -> list[str]:
        """Whose lines an answer without a place looks at: everybody's, of few councils."""
        councils = self._directory.councils()
        listed = councils if len(councils) <= MOST_LISTED else ()
        return [NATIONWIDE, *(council.code for council in listed)]

    def _working_days(self) -> Iterator[Turn]:
        """Whether an office whose hours nobody gives may well answer, as a line says its state."""
        at = self._begins
        while at < self._ends:
            context = DecisionContext(instant(at), self._timelines.days)
            yield Turn(at, int(context.working_day))
            at = seconds_of(context.working_day_turns)


def stretches(turns: Sequence[Turn], concerned: int, last: int) -> Iterator[tuple[int, int, int]]:
    """From when until when the lines concerned say the same, and what; no gap to the last."""
    at, said = turns[0].at, turns[0].code & concerned
    for turn in turns:
        if turn.code & concerned != said:
            yield at, turn.at, said
            at, said = turn.at, turn.code & concerned
    yield at, last, said


class BareHours(HoursCache):
    """Hands a decision the state and the reason of each line, and nothing else of its hours."""

    def __init__(self, timelines: StateTimelines) -> None:
        super().__init__()
        self._timelines = timelines

    def known(self, line: Line, second: int) -> CachedStatus:
        """What the line's hours say at a second of the proof."""
        bare = self._timelines.bare(line.hours, second)
        return CachedStatus(bare, placed(instant(second)), None, self._timelines.days)


def _minutes(seconds: int) -> int:
    """How many whole minutes, counted from the beginning, start in so many seconds."""
    return -(-seconds // MINUTE)


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
        f"{hole.situation.concern} in {_place(hole.situation.where)}"
        f" from {instant(hole.begins).astimezone(UTC):%Y-%m-%d %H:%M} UTC: {hole.sentence}"
        for hole in holes
    ]


def _place(where: Whereabouts) -> str:
    return ", ".join(council.name for council in where.councils) or NOWHERE[where.status]
