"""The roles that the program itself asks for by id; a vocabulary without one of them is refused.

Every other role is a word of the sources alone.
"""

from enum import StrEnum


class RoleId(StrEnum):
    """Ids of roles as the vocabulary has them."""

    EMERGENCY = "emergency"
    POLICE = "police_101"
    CHILDREN = "children_front_door"
    ADULTS = "adults_front_door"
    LADO = "lado"
    BOARD_ADVICE = "icb_advice"
    CHILD_NATIONAL = "child_national"
    ABUSE_LOCAL = "da_local"
    ABUSE_NATIONAL = "da_national"
    ABUSE_OF_MEN = "da_men"
    ABUSE_OF_LGBT = "da_lgbt"
    ABUSE_OF_DEAF = "da_deaf"
    ABUSE_OF_OLDER = "da_older"
    PEOPLE_USING_ABUSE = "da_perpetrator"
    ADVISERS = "idva"
    REFUGE = "refuge"
    REFERRAL_CENTRE = "sarc"
    RAPE_SUPPORT = "rape_support"
    VICTIMS = "victim_support"
    FORCED_MARRIAGE = "forced_marriage"
    HONOUR_ABUSE = "honour_abuse"
    FGM = "fgm"
    STALKING = "stalking"
    MODERN_SLAVERY = "modern_slavery"
    FINANCIAL_ABUSE = "financial_abuse"
    IMAGE_ABUSE = "image_abuse"
    MIGRANTS = "migrant_support"
    HOMELESSNESS = "homelessness"
    CRISIS = "mental_health_crisis"
    LISTENING = "emotional_support"
