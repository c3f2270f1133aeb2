"""What the worry is about, what more may be known, what is asked about the place, and the words.

Apart from the rest of the situation, because the first pages of the window need nothing else.
"""

from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple


class Concern(StrEnum):
    """Who or what the worry is about; the first question, in the order of its keys."""

    CHILD = "child"
    ADULT = "adult"
    DOMESTIC_ABUSE = "domestic-abuse"
    BOTH = "both"
    ALLEGATION = "allegation"
    UNSURE = "unsure"


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


CONCERN_TITLES = {
    Concern.CHILD: "A child or young person",
    Concern.ADULT: "An adult with care and support needs",
    Concern.DOMESTIC_ABUSE: "Someone experiencing domestic abuse",
    Concern.BOTH: "A child and an adult, both affected",
    Concern.ALLEGATION: "A worker’s or volunteer’s conduct",
    Concern.UNSURE: "More than one of these, or not sure",
}

CONCERN_HINTS = {
    Concern.CHILD: "Anyone under 18, and babies not yet born",
    Concern.ADULT: "Who needs help because of age, illness or disability",
    Concern.DOMESTIC_ABUSE: "From a partner, a former partner or a relative",
    Concern.BOTH: "Both services have to be told",
    Concern.ALLEGATION: "Someone who works or volunteers with children may have harmed one",
    Concern.UNSURE: "We show who can help you work it out",
}

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


def concern_title(concern: Concern) -> str:
    """The words on the button for a concern."""
    return CONCERN_TITLES[concern]


def answer_title(concern: Concern, circumstances: Collection[Circumstance]) -> str:
    """What an answer is about: another thing once the person at the desk is the one who hurts."""
    hurting = Circumstance.USING_ABUSE in circumstances
    return HURTING_TITLES[concern] if hurting else CONCERN_TITLES[concern]


def place_asked(concern: Concern) -> PlaceAsked:
    """Which place counts: a LADO's is where the person works, every other where it happened."""
    return WORKS if concern is Concern.ALLEGATION else HAPPENED


def concern_hint(concern: Concern) -> str:
    """The line below those words."""
    return CONCERN_HINTS[concern]


def circumstance_title(circumstance: Circumstance) -> str:
    """The words on the switch for a circumstance."""
    return CIRCUMSTANCE_TITLES[circumstance]
