"""Which answers two directories give differently: every situation, at the moments that matter.

What a row says may be harmless or grave; only the answer tells. Both directories are asked the same
questions, as `decision.advise` would be, and what differs is named in words.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from desktop_app.domain.compare.answer_moments import moments_to_compare
from desktop_app.domain.compare.answer_unchanged import Unchanged, steps_of
from desktop_app.domain.compare.answer_words import AskedPlace, Where, places_of, told_together
from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.compare.changes import Change
from desktop_app.domain.decision.advice import Tier
from desktop_app.domain.decision.calls import CallEntry
from desktop_app.domain.decision.decision import decide
from desktop_app.domain.decision.ranking import HoursCache
from desktop_app.domain.hours.status import Openness
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.errors import DirectoryError
from desktop_app.domain.situation.concern import Concern
from desktop_app.domain.situation.situation import Circumstance, Situation

NO_ANSWER = "no answer at all"
SAME_CALLS = "the same calls in another order"
STATES = {Openness.OPEN: "open", Openness.CLOSED: "closed", Openness.UNKNOWN: "hours not certain"}
TIERS = {
    Tier.FIRST: "first",
    Tier.BESIDE: "beside it",
    Tier.FALLBACK: "if nobody answers",
    Tier.ALSO: "also",
}
ALONE: list[frozenset[Circumstance]] = [frozenset()]


class ComparedCall(NamedTuple):
    """One call of an answer, as far as two answers are compared."""

    number: str
    service: str
    tier: Tier
    state: Openness
    form: str
    council: str

    @property
    def words(self) -> str:
        """The call in a few words: "Upper Vale MASH, 01632 960001"."""
        return f"{self.service}, {self.number}"

    @property
    def in_full(self) -> str:
        """The call with its place on the page, whether it is open, and its form."""
        parts = [TIERS[self.tier], STATES[self.state], self.form, self.council]
        return f"{self.words} ({', '.join(part for part in parts if part)})"


Found = dict[tuple[str, str], list[Where]]
Answer = tuple[ComparedCall, ...]
"""The calls of one answer, in the order of the page; none where there is no answer."""


def answer_differences(before: Directory, after: Directory) -> tuple[Change, ...]:
    """Every answer that differs, those alike told together.

    Some 6,000 answers of each, 2 s of processor time for both where everything changed; answers
    that rest on the same services, steps and days in both need no asking.
    """
    first: Found = {}
    later: Found = {}
    moments = moments_to_compare(before, after)
    caches = (HoursCache(), HoursCache())  # moments come in order, so each serves them all
    asked = [*_questions(before, after)]
    for moment in moments:
        for place, situations in asked:
            was, now = (
                _answer(directory, situations[0], moment.at, cache)
                for directory, cache in zip((before, after), caches, strict=True)
            )
            if was != now:
                where = [
                    Where(place.words, s.concern, s.circumstances, moment.words) for s in situations
                ]
                if _front(was) != _front(now):
                    first.setdefault((_front(was), _front(now)), []).extend(where)
                else:
                    later.setdefault(_apart(was, now), []).extend(where)
    return (
        *told_together(ChangeKind.FIRST_CALL, first, moments),
        *told_together(ChangeKind.LATER_CALL, later, moments),
    )


def _questions(before: Directory, after: Directory) -> Iterator[tuple[AskedPlace, list[Situation]]]:
    """Every place with every concern, with none and each of the circumstances that rules ask for.

    Where it may be in any of several councils, with none: each council is asked with them, and so
    is a place outside, which has all lines that serve everywhere.

    Situations that call for the same steps are asked once, and not at all where both directories
    have the same to go by.
    """
    same = Unchanged(before, after)
    for place in places_of(before, after):
        alike: dict[object, list[Situation]] = {}
        for concern in Concern:
            for told in same.circumstances(concern) if place.in_full else ALONE:
                situation = Situation(concern, place.where, told)
                routes = same.routes(situation)
                if not same.answer(routes, place.where):
                    key = (concern, Circumstance.DEAF in told, *map(steps_of, routes))
                    alike.setdefault(key, []).append(situation)
        yield from ((place, situations) for situations in alike.values())


def _answer(directory: Directory, situation: Situation, at: datetime, cache: HoursCache) -> Answer:
    try:
        listed, _ = decide(situation, directory, at, cache)
    except (
        LookupError,
        ValueError,
        DirectoryError,
    ):  # no pathway, or nobody in it: what a desk would be told too
        return ()
    return tuple(map(_said, listed.ranked()))


def _said(entry: CallEntry) -> ComparedCall:
    found = entry.candidate
    form = next((each.name for each in found.service.forms if each.compulsory), "")
    return ComparedCall(
        found.line.display,
        found.service.name,
        entry.tier,
        found.state,
        form and f"first its compulsory form “{form}”",
        found.council.name if found.council else "",
    )


def _front(answer: Answer) -> str:
    """The one call to make, in words."""
    if not answer:
        return NO_ANSWER
    return f"{answer[0].words}{', ' if answer[0].form else ''}{answer[0].form}"


def _apart(was: Answer, now: Answer) -> tuple[str, str]:
    """What only one of the two answers says, in words."""
    gone = [said.in_full for said in was if said not in now]
    new = [said.in_full for said in now if said not in was]
    if not gone and not new:
        return (
            ", ".join(said.words for said in was),
            f"{SAME_CALLS}: {', '.join(said.words for said in now)}",
        )
    return "; ".join(gone), "; ".join(new)
