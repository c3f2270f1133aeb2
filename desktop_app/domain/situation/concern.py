"""What the worry is about: the answers to the first question, and what more may be known.

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
