"""The switches in sight: what is ticked, then the few that are most often true."""

from collections.abc import Sequence

from desktop_app.domain.situation.concern import concern_title
from desktop_app.domain.situation.situation import (
    Circumstance,
    Concern,
    Situation,
    circumstance_title,
)

SHORT_TITLES = {
    Circumstance.CHILDREN: "Children in the home",
    Circumstance.SEXUAL_ASSAULT: "Sexual assault",
    Circumstance.FORCED_MARRIAGE: "Forced marriage",
    Circumstance.FGM: "FGM",
    Circumstance.EXPLOITATION: "Exploitation",
    Circumstance.MENTAL_HEALTH_CRISIS: "Suicide, crisis",
    Circumstance.SELF_NEGLECT: "Self-neglect",
    Circumstance.IMAGES: "Images shared",
    Circumstance.MONEY: "Money taken",
    Circumstance.NO_RECOURSE: "No public funds",
    Circumstance.DEAF: "Deaf, BSL",
    Circumstance.USING_ABUSE: "I face the abuser",
}
WIDENS_TO_BOTH = (Concern.CHILD, Concern.ADULT, Concern.UNSURE, Concern.BOTH)


def switch_title(switch: Circumstance | None) -> str:
    """The short words on a switch in sight; its full ones are its name for a screen reader."""
    if switch is None:
        return "A child and an adult"
    return SHORT_TITLES.get(switch, circumstance_title(switch))


def full_title(switch: Circumstance | None) -> str:
    """The switch in full words."""
    return concern_title(Concern.BOTH) if switch is None else circumstance_title(switch)


def switches(
    situation: Situation, offered: Sequence[Circumstance], asked: Circumstance | None
) -> tuple[Circumstance | None, ...]:
    """The switches in sight: those ticked, then the first of those offered."""
    ticked = [each for each in Circumstance if each in situation.circumstances and each != asked]
    both: list[Circumstance | None] = [None] if situation.concern in WIDENS_TO_BOTH else []
    rest = [each for each in _USUAL if each in offered and each not in (*ticked, asked)]
    rest += [each for each in offered if each not in (*ticked, *rest, asked)]
    room = max(0, (MOST_SWITCHES - (1 if asked else 0)) - len(ticked) - len(both))
    return (*ticked, *both, *rest[:room])


MOST_SWITCHES = 4
_USUAL = (
    Circumstance.CARE_NEEDS,
    Circumstance.CHILDREN,
    Circumstance.SEXUAL_ASSAULT,
    Circumstance.AGED_16_17,
    Circumstance.STALKING,
)
