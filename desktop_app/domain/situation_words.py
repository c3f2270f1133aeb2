"""The words for who the worry is about. Apart from the other words, because the first page of the
window needs these and no hours, and must not wait for them.
"""

from desktop_app.domain.concern import Circumstance, Concern

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
    Circumstance.OLDER_PERSON: "Older person",
    Circumstance.MAN: "A man",
    Circumstance.LGBT: "LGBT+",
    Circumstance.DEAF: "Deaf or uses BSL",
    Circumstance.USING_ABUSE: "The caller is the person using abuse",
}


def concern_title(concern: Concern) -> str:
    """The words on the button for a concern."""
    return CONCERN_TITLES[concern]


def concern_hint(concern: Concern) -> str:
    """The line below those words."""
    return CONCERN_HINTS[concern]


def circumstance_title(circumstance: Circumstance) -> str:
    """The words on the switch for a circumstance."""
    return CIRCUMSTANCE_TITLES[circumstance]
