"""What to say on the phone: five lines at most, for whoever answers the number on screen.

A helpline for somebody who is hurt asks for other words than a children's team, which stands in
the same answer and may take its place. The practice's own name is filled in. The words are our
own; what they ask for stands in the guidance ("What to say when you ring").
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.situation.pathway import ADULTS, CHILDREN, LADO
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.services.service import Service

SAY, BEFORE, WITH_THEM = "Say this", "Before you ring", "With this person"
ENDING = "“What happens next? Whom am I speaking to?”"
SURE = "You do not need to be sure. Ring."
LONGEST_SHORT = 3
"""So many lines are left where two numbers, or several doubts, need the room."""


class Script(NamedTuple):
    """A heading, the lines in the order they are said, and the sentence that ends them."""

    heading: str
    lines: tuple[str, ...]
    close: str

    @property
    def short(self) -> Script:
        """The lines nobody must leave out: who rings, who it is about, what was seen."""
        return Script(self.heading, self.lines[:LONGEST_SHORT], self.close)


class Listener(Enum):
    """Who picks up, as far as it changes what is said."""

    CHILDREN = "children"
    ADULTS = "adults"
    LADO = "lado"
    POLICE = "police"
    EMERGENCY = "emergency"
    CRISIS = "crisis"
    USING_ABUSE = "using abuse"
    OTHER = "other"


_BY_ROLE = {
    CHILDREN: Listener.CHILDREN,
    "child_national": Listener.CHILDREN,
    ADULTS: Listener.ADULTS,
    LADO: Listener.LADO,
    "police_101": Listener.POLICE,
    "emergency": Listener.EMERGENCY,
    "mental_health_crisis": Listener.CRISIS,
    "da_perpetrator": Listener.USING_ABUSE,
    "emotional_support": Listener.USING_ABUSE,
}
"""By the part a service plays in an answer; every other one is for the person themselves."""

_ABOUT = {
    Concern.CHILD: "about a child",
    Concern.ADULT: "about an adult",
    Concern.BOTH: "about a child and an adult",
    Concern.ALLEGATION: "about someone who works with children",
    Concern.UNSURE: "worried about someone",
    Concern.DOMESTIC_ABUSE: "about domestic abuse",
}
_IN_CRISIS = "about a mental health crisis"

_HEARD = "What you saw or heard, in their words"
_SAFE = "Is it safe to ring or visit them?"
_CHILD = (
    "Name, date of birth, address, who they are with",
    _HEARD,
    "Do the parents know you are ringing?",
    ENDING,
)
_ADULT = (
    "Name, date of birth, address, who is with them",
    _HEARD,
    "What they want, and whether they agree",
    ENDING,
)
_MIDDLE = {
    Concern.CHILD: _CHILD,
    Concern.ADULT: _ADULT,
    Concern.DOMESTIC_ABUSE: (_ADULT[0], _HEARD, _SAFE, ENDING),
    Concern.BOTH: (
        "Names, dates of birth, address, who is there",
        _HEARD,
        "Say that you are telling both services",
        ENDING,
    ),
    Concern.ALLEGATION: (
        "Who they are, their job, where they work",
        "What was seen or said, in those words",
        "Do not question or tell them yet",
        ENDING,
    ),
    Concern.UNSURE: (
        "Who, how old, where they are now",
        _HEARD,
        "“Is this for you? If not, for whom?”",
        ENDING,
    ),
}
_POLICE = ("Where they are now, and who is there", _HEARD, "Is anyone hurt? Any weapon?", ENDING)
_CRISIS = (_ADULT[0], "What they said or did, in their words", "Are they safe now?", ENDING)

_ABUSE = Script(
    BEFORE,
    (
        "See them alone, never in front of others",
        "“Is it safe to talk? Safe to go home?”",
        "Let them make the call from your phone",
    ),
    "Leave no message on their phone.",
)
_HURTING = Script(
    WITH_THEM,
    (
        "Stay calm; do not say who has spoken",
        "“There is a line you can ring yourself.”",
        "Give them no line for those they hurt",
    ),
    "Anyone in danger now? Ring 999.",
)

_EMERGENCY = Script(
    SAY,
    (
        "“Police”, “ambulance”, or both",
        "Where: address, postcode, floor, which door",
        "What is happening, and who is hurt",
        "Is whoever hurts them still there?",
        "Stay on the line until told",
    ),
    SURE,
)

WARNED = {
    Circumstance.MENTAL_HEALTH_CRISIS: "Taken something, hurt, or about to act? Ring 999.",
    Circumstance.RADICALISATION: "An attack may be near? Ring 999.",
    Circumstance.FORCED_MARRIAGE: "See them alone. Never contact the family.",
    Circumstance.FGM: "Known, under 18: report to 101 yourself.",
    Circumstance.IMAGES: "Do not look, copy it or send it.",
    Circumstance.MISSING: "Report it now. Nobody waits 24 hours.",
}
"""What must not be missed once this is known, the most urgent first."""
MOST_WARNED = 2


def script_for(
    situation: Situation, practice: str = "", answering: Sequence[Service] = ()
) -> Script:
    """The lines for this worry and whoever answers; `answering` stand in large, the first first.

    Without a practice's name the caller says none.
    """
    listeners = [_listener(each) for each in answering] or [Listener.OTHER]
    first = listeners[0]
    if first is Listener.EMERGENCY:
        return _EMERGENCY
    hurting = Circumstance.USING_ABUSE in situation.circumstances
    if hurting and (first is Listener.USING_ABUSE or not answering):
        return _HURTING
    if situation.concern is Concern.DOMESTIC_ABUSE and not hurting and first is Listener.OTHER:
        return _ABUSE
    about, lines = _told(situation, listeners)
    calling = f"I’m calling from {practice}," if practice else "I’m calling"
    if about == _ABOUT[Concern.UNSURE]:
        calling = f"{calling} and I’m" if practice else "I’m"
    opening = f"“{calling} {about}.”".replace(", and", " and")
    return Script(SAY, (opening, *lines), SURE)


def _listener(service: Service) -> Listener:
    found = (_BY_ROLE[role] for role in service.roles if role in _BY_ROLE)
    return next(found, Listener.OTHER)


def _told(situation: Situation, listeners: Sequence[Listener]) -> tuple[str, tuple[str, ...]]:
    """What it is about and the lines after that, in the words of whoever listens."""
    concern, first = situation.concern, listeners[0]
    if first is Listener.POLICE:
        return _ABOUT[concern], _POLICE
    if first is Listener.CRISIS:
        return _IN_CRISIS, _CRISIS
    if first is Listener.LADO or concern is Concern.ALLEGATION:
        return _ABOUT[Concern.ALLEGATION], _MIDDLE[Concern.ALLEGATION]
    teams = {Listener.CHILDREN, Listener.ADULTS}
    if first not in teams or concern is Concern.UNSURE or teams <= set(listeners):
        both = teams <= set(listeners) and concern is not Concern.UNSURE
        asked = Concern.BOTH if both else concern
        return _ABOUT[asked], _MIDDLE[asked]
    own = Concern.CHILD if first is Listener.CHILDREN else Concern.ADULT
    names, heard, last, ending = _MIDDLE[own]
    if concern is Concern.BOTH:
        last = _ALSO[own]
    elif concern is Concern.DOMESTIC_ABUSE:
        last = _SAFE
    return _ABOUT[own], (names, heard, last, ending)


_ALSO = {
    Concern.CHILD: "Say that an adult is at risk too",
    Concern.ADULT: "Say that a child is at risk too",
}


def warned(situation: Situation) -> tuple[str, ...]:
    """The one or two sentences the circumstances make urgent."""
    told = [text for each, text in WARNED.items() if each in situation.circumstances]
    return tuple(told[:MOST_WARNED])
