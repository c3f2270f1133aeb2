"""What I was told: who is at risk, what more is known, where it happened; the walk to it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.places.councils import Council, Whereabouts
from desktop_app.domain.situation.concern import CONCERN_TITLES, Concern

if TYPE_CHECKING:
    from collections.abc import Collection

__all__ = [
    "CIRCUMSTANCE_TITLES",
    "HAPPENED",
    "HURTING_TITLES",
    "WORKS",
    "Circumstance",
    "Concern",
    "Interview",
    "PlaceAsked",
    "Question",
    "Situation",
    "answer_title",
    "circumstance_title",
    "place_asked",
]


class Circumstance(StrEnum):
    """Something more that is known and brings in another line; never required."""

    CHILDREN = "children"
    CARE_NEEDS = "care-needs"
    AGED_16_17 = "aged-16-17"
    SEXUAL_ASSAULT = "sexual-assault"
    FORCED_MARRIAGE = "forced-marriage"
    FGM = "fgm"
    STALKING = "stalking"
    MODERN_SLAVERY = "modern-slavery"
    EXPLOITATION = "exploitation"
    MISSING = "missing"
    MENTAL_HEALTH_CRISIS = "mental-health-crisis"
    SELF_NEGLECT = "self-neglect"
    RADICALISATION = "radicalisation"
    IMAGES = "images"
    MONEY = "money"
    HOMELESS = "homeless"
    NO_RECOURSE = "no-recourse"
    OLDER_PERSON = "older-person"
    MAN = "man"
    LGBT = "lgbt"
    DEAF = "deaf"
    USING_ABUSE = "using-abuse"


CIRCUMSTANCE_TITLES = {
    Circumstance.CHILDREN: "Children in the household",
    Circumstance.CARE_NEEDS: "Needs care and support",
    Circumstance.AGED_16_17: "Aged 16 or 17",
    Circumstance.SEXUAL_ASSAULT: "Recent sexual assault",
    Circumstance.FORCED_MARRIAGE: "Forced marriage or “honour”-based abuse",
    Circumstance.FGM: "Female genital mutilation (FGM)",
    Circumstance.STALKING: "Stalking",
    Circumstance.MODERN_SLAVERY: "Modern slavery",
    Circumstance.EXPLOITATION: "Exploitation or county lines",
    Circumstance.MISSING: "Missing person",
    Circumstance.MENTAL_HEALTH_CRISIS: "Suicide or mental health crisis",
    Circumstance.SELF_NEGLECT: "Self-neglect or hoarding",
    Circumstance.RADICALISATION: "Radicalisation",
    Circumstance.IMAGES: "Intimate images shared or threatened",
    Circumstance.MONEY: "Money taken or controlled",
    Circumstance.HOMELESS: "Homeless or fleeing",
    Circumstance.NO_RECOURSE: "No public funds or insecure status",
    Circumstance.OLDER_PERSON: "Older person",
    Circumstance.MAN: "A man",
    Circumstance.LGBT: "LGBT+",
    Circumstance.DEAF: "Deaf or uses BSL",
    Circumstance.USING_ABUSE: "The person in front of me is the one who hurts",
}

HURTING_TITLES = {
    Concern.CHILD: "In front of me: the one who hurts a child",
    Concern.ADULT: "In front of me: the one who hurts an adult",
    Concern.DOMESTIC_ABUSE: "In front of me: the one who hurts a partner or relative",
    Concern.BOTH: "In front of me: the one who hurts a child and an adult",
    Concern.ALLEGATION: "In front of me: the worker or volunteer it is about",
    Concern.UNSURE: "In front of me: the one who hurts someone",
}
"""What the answer is about once the person at the desk is the one who hurts."""


class PlaceAsked(NamedTuple):
    """The second question: which place decides whom to ring, and how it is spoken of."""

    id: str  # stable for programs
    question: str
    rule: str
    told: str  # "If {told} in Norwich: …"
    said: str  # "{said} in Dacorum, …"


HAPPENED = PlaceAsked(
    "happened",
    "Where did it happen?",
    "Choose the council where it took place, which may not be where they live or are registered.",
    "it happened",
    "It happened",
)
WORKS = PlaceAsked(
    "works",
    "Where does the person work?",
    "Choose the council where the worker or volunteer works, which may not be where it happened.",
    "the person works",
    "The person works",
)


class Situation(NamedTuple):
    """All that the decision needs to know about what was said. Lives in memory only."""

    concern: Concern
    where: Whereabouts
    circumstances: frozenset[Circumstance] = frozenset()


class Question(StrEnum):
    """The page the walk stands on."""

    WHO = "who"
    WHERE = "where"
    ANSWER = "answer"


class Interview(NamedTuple):
    """The walk from the first question to the answer; each step makes a new one."""

    home: Council | None = None
    concern: Concern | None = None
    where: Whereabouts | None = None
    circumstances: frozenset[Circumstance] = frozenset()

    @property
    def question(self) -> Question:
        """The page to show now."""
        if self.concern is None:
            return Question.WHO
        return Question.WHERE if self.where is None else Question.ANSWER

    @property
    def situation(self) -> Situation | None:
        """What was told, once both questions are answered."""
        if self.concern is None or self.where is None:
            return None
        return Situation(self.concern, self.where, self.circumstances)

    def about(self, concern: Concern) -> Interview:
        """Answer the first question."""
        return self._replace(concern=concern, where=None, circumstances=frozenset())

    def happened(self, where: Whereabouts) -> Interview:
        """Answer the second question."""
        return self._replace(where=where)

    def with_circumstances(self, circumstances: frozenset[Circumstance]) -> Interview:
        """Say what else is known; the answer widens with it."""
        return self._replace(circumstances=circumstances)

    def back(self) -> Interview:
        """Take the last answer back; from the first question there is nowhere further to go."""
        if self.question is Question.ANSWER:
            return self._replace(where=None, circumstances=frozenset())
        return Interview(home=self.home)


def answer_title(concern: Concern, circumstances: Collection[Circumstance]) -> str:
    """What an answer is about: another thing once the person at the desk is the one who hurts."""
    hurting = Circumstance.USING_ABUSE in circumstances
    return HURTING_TITLES[concern] if hurting else CONCERN_TITLES[concern]


def place_asked(concern: Concern) -> PlaceAsked:
    """Which place counts: a LADO's is where the person works, every other where it happened."""
    return WORKS if concern is Concern.ALLEGATION else HAPPENED


def circumstance_title(circumstance: Circumstance) -> str:
    """The words on the switch for a circumstance."""
    return CIRCUMSTANCE_TITLES[circumstance]
