"""What to say on the phone: five lines at most for each worry, the practice's own name filled in.

The words are our own; what they ask for stands in the guidance ("What to say when you ring").
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.domain.situation.situation import Circumstance, Concern, Situation

SAY, BEFORE, WITH_THEM = "Say this", "Before you ring", "With this person"
ENDING = "“What happens next? Whom am I speaking to?”"
SURE = "You do not need to be sure. Ring."
LONGEST_SHORT = 3
"""So many lines are left where two numbers, or several doubts, need the room."""


@dataclass(frozen=True, slots=True)
class Script:
    """A heading, the lines in the order they are said, and the sentence that ends them."""

    heading: str
    lines: tuple[str, ...]
    close: str

    @property
    def short(self) -> Script:
        """The lines nobody must leave out: who rings, who it is about, what was seen."""
        return Script(self.heading, self.lines[:LONGEST_SHORT], self.close)


_ABOUT = {
    Concern.CHILD: "about a child",
    Concern.ADULT: "about an adult",
    Concern.BOTH: "about a child and an adult",
    Concern.ALLEGATION: "about someone who works with children",
    Concern.UNSURE: "worried about someone",
}

_MIDDLE = {
    Concern.CHILD: (
        "Name, date of birth, address, who they are with",
        "What you saw or heard, in their words",
        "Do the parents know you are ringing?",
        ENDING,
    ),
    Concern.ADULT: (
        "Name, date of birth, address, who is with them",
        "What you saw or heard, in their words",
        "What they want, and whether they agree",
        ENDING,
    ),
    Concern.BOTH: (
        "Names, dates of birth, address, who is there",
        "What you saw or heard, in their words",
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
        "What you saw or heard, in their words",
        "“Is this for you? If not, for whom?”",
        ENDING,
    ),
}

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


def script_for(situation: Situation, practice: str = "") -> Script:
    """The lines for this worry; without a practice's name the caller says none."""
    if Circumstance.USING_ABUSE in situation.circumstances:
        return _HURTING
    if situation.concern is Concern.DOMESTIC_ABUSE:
        return _ABUSE
    calling = f"I’m calling from {practice}," if practice else "I’m calling"
    if situation.concern is Concern.UNSURE:
        calling = f"{calling} and I’m" if practice else "I’m"
    opening = f"“{calling} {_ABOUT[situation.concern]}.”".replace(", and", " and")
    return Script(SAY, (opening, *_MIDDLE[situation.concern]), SURE)


def warned(situation: Situation) -> tuple[str, ...]:
    """The one or two sentences the circumstances make urgent."""
    told = [text for each, text in WARNED.items() if each in situation.circumstances]
    return tuple(told[:MOST_WARNED])
