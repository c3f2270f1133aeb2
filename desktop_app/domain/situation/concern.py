"""Who or what the worry is about: the answers to the first question, and their words.

Apart from the rest of the situation, because the first page of the window needs nothing else.
"""

from enum import StrEnum


class Concern(StrEnum):
    """Who or what the worry is about; the first question, in the order of its keys."""

    CHILD = "child"
    ADULT = "adult"
    DOMESTIC_ABUSE = "domestic-abuse"
    BOTH = "both"
    ALLEGATION = "allegation"
    UNSURE = "unsure"


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


def concern_title(concern: Concern) -> str:
    """The words on the button for a concern."""
    return CONCERN_TITLES[concern]


def concern_hint(concern: Concern) -> str:
    """The line below those words."""
    return CONCERN_HINTS[concern]
