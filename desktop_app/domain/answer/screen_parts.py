"""What stands on the one screen of an answer, and the words that are always the same."""

from typing import NamedTuple

from desktop_app.domain.answer.call_words import CallWords, count_words
from desktop_app.domain.answer.doubts import IN_ORDER
from desktop_app.domain.answer.script import Script
from desktop_app.domain.answer.switches import switch_title
from desktop_app.domain.decision.advice import Advice, Call
from desktop_app.domain.services.service import Form
from desktop_app.domain.services.trust import Freshness
from desktop_app.domain.situation.situation import Circumstance, Situation

MOST_LARGE, MOST_NEXT, MOST_INVOLVED = 2, 3, 2
MOST_PEOPLE = 2
FALLBACK, INVOLVE, ALSO_TRUE = "If nobody answers", "Ring as well", "Also true?"
TELL, WRITE = "Then tell your safeguarding lead", "Write it down"
NOTE, FOLD, MORE = "Copy note for the record", "Where this number comes from", "More…"
NOBODY, COPY, CODE = "Nobody answered", "Copy", "Code to dial"
FORM = "Form required; phone first if urgent."
COPY_FORM, SCAN_FORM = "Copy form address", "Code"
NO_LEAD = "No name yet: see Our practice."
DANGER = "Cannot wait? 999."
TRIED_CONTROLS = 3
"""Undo, put it first again, this number failed: in sight once a number was rung in vain."""


class AskedQuestion(NamedTuple):
    """The one question whose answer changes this one, and what Yes does."""

    text: str
    does: str
    circumstance: Circumstance


class Small(NamedTuple):
    """One number to try next, in three short lines."""

    words: CallWords
    what: str
    line: str


class Screen(NamedTuple):
    """Everything in sight of one answer, in reading order."""

    situation: Situation
    doubts: tuple[str, ...]
    large: tuple[CallWords, ...]
    before: tuple[str, ...]
    form: Form | None
    warned: tuple[str, ...]
    script: Script
    question: AskedQuestion | None
    next: tuple[Small, ...]
    involved: tuple[Small, ...]
    switches: tuple[Circumstance | None, ...]  # None stands for "a child and an adult"
    offered: bool  # whether there is any switch at all
    people: tuple[str, ...]
    advice: Advice
    tried: tuple[str, ...] = ()  # what is said of the numbers rung in vain
    age: Freshness = Freshness.FRESH  # how late the next directory is

    @property
    def ordered(self) -> bool:
        """Whether the two large numbers are a first and a second, and no equals."""
        return IN_ORDER in self.doubts

    @property
    def controls(self) -> int:
        """How many things to press stand in sight, the frame of the window left out."""
        first = 3 if self.large[0].number != "999" else 1  # copy, nobody answered, code or copy
        asked = (2 if self.form else 0) + (2 if self.question else 0)
        small = len(self.next) + len(self.involved)
        more = len(self.switches) + 1 if self.offered else 0
        tried = TRIED_CONTROLS if self.tried else 0
        return first + asked + small + more + tried + 2  # the note and the fold

    @property
    def texts(self) -> tuple[str, ...]:
        """Every text of the answer in sight, in reading order."""
        large = [
            text
            for each in self.large
            for text in (each.when, each.who, each.number, each.menu, each.state, each.reason)
        ]
        asked = (self.question.text, "Yes", "No", self.question.does) if self.question else ()
        small = [
            text
            for heading, calls in ((FALLBACK, self.next), (INVOLVE, self.involved))
            for text in ((heading,) if calls else ())
            + tuple(said for each in calls for said in (each.what, each.words.number, each.line))
        ]
        return tuple(
            text
            for text in (
                *self.doubts,
                *self.before,
                *large,
                *((FORM, COPY_FORM, SCAN_FORM) if self.form else ()),
                COPY,
                NOBODY,
                *((CODE,) if len(self.large) == 1 else (COPY,)),
                *self.warned,
                self.script.heading,
                *self.script.lines,
                self.script.close,
                *asked,
                *small,
                ALSO_TRUE,
                *(switch_title(each) for each in self.switches),
                MORE,
                TELL,
                *self.people,
                WRITE,
                NOTE,
                FOLD,
            )
            if text
        )

    @property
    def word_count(self) -> int:
        """How many words stand in sight, with what is said of the tries above the answer."""
        return sum(count_words(text) for text in (*self.tried, *self.texts))

    @property
    def shown(self) -> tuple[Call, ...]:
        """The calls in sight; every other one stands behind the fold."""
        return tuple(
            [each.call for each in self.large]
            + [each.words.call for each in (*self.next, *self.involved)]
        )
