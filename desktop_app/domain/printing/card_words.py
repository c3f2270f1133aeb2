"""The words of the patient card in one language: read from its file, and fit to be offered or not.

A language is one file of twenty strings (`resources/cards`). It is offered only when a person is
named who translated it and another who read it against the English: a card in words that nobody
here can read must have been read by somebody.
"""

import tomllib
from dataclasses import dataclass, fields
from datetime import date
from string import Formatter

from desktop_app.domain.hours.dates import date_words
from desktop_app.domain.hours.words import clock_time, runs
from desktop_app.domain.printing.public_hours import PaperHours, PaperWording, roughly
from desktop_app.domain.services.errors import PlainlyTold
from desktop_app.domain.text.quoted_text import quoted_short

LONGEST = 70
"""Characters of one string at most: the card is small."""
LEFT_TO_RIGHT, END = "\u2066", "\u2069"
"""Unicode's isolates: digits between them keep their order among words read from the right."""
PLACEHOLDERS = {
    "dated": "date",
    "free_too": "hours",
    "weekdays": "times",
    "every_day": "times",
}
DIGITS = {"silent_call": "55"}
"""What is dialled, and in which string: no other string may hold a digit."""
ORIGINAL = "en-GB"
WORKDAYS, WHOLE_WEEK = (0, 4), (0, 6)


class CardLanguageError(PlainlyTold, ValueError):
    """A language file that cannot be used; `sentence` says what to put right in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWords:
    """Every string of the card; the English file says what each is for."""

    title: str
    keep: str
    dated: str
    emergency: str
    silent_call: str
    police: str
    nhs: str
    local: str
    women: str
    men: str
    anyone: str
    listen: str
    free: str
    free_too: str
    day_and_night: str
    should_be: str
    weekdays: str
    every_day: str
    office_hours: str
    vary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CardLanguage:
    """One language of the card: its words, and who answers for them."""

    language: str
    own_name: str
    tag: str
    right_to_left: bool
    translator: str
    reviewer: str
    reviewed: str
    words: CardWords

    @property
    def original(self) -> bool:
        """Whether it is the English that all others are made from."""
        return self.tag == ORIGINAL

    @property
    def missing(self) -> str:
        """Why it may not be offered; empty when it may."""
        if self.original:
            return ""
        if not self.translator:
            return "It names no translator."
        if not self.reviewer:
            return "It names no reviewer."
        if self.translator.casefold() == self.reviewer.casefold():
            return "Its reviewer is its translator: somebody else has to read it."
        return "" if _is_day(self.reviewed) else "It does not say on which day it was reviewed."

    def told(self, known: PaperHours, *, free: bool) -> str:
        """Hours and cost, as far as anything is known of them."""
        hours = self._hours(known)
        if not (hours and free):
            return hours or (self.words.free if free else "")
        return self.words.free_too.format(hours=hours)

    def dated(self, day: date) -> str:
        """Of which day the numbers are: in digits where a month's name would have to be known."""
        written = date_words(day) if self.original else self._digits(f"{day:%d/%m/%Y}")
        return self.words.dated.format(date=written)

    def _hours(self, known: PaperHours) -> str:
        found = runs(known.week)
        days = {(first, last) for first, last, _ in found}
        if (
            known.told is PaperWording.EXACT
            and days in ({WORKDAYS}, {WHOLE_WEEK})
            and len(found) == 1
        ):
            pattern = self.words.weekdays if days == {WORKDAYS} else self.words.every_day
            times = "-".join(clock_time(at) for at in _ends(known)) if _plain(known) else ""
            return pattern.format(times=self._digits(times)) if times else self.words.vary
        vague = roughly(known)
        in_the_week = {(first, last) for first, last, _ in runs(vague.week)} == {WORKDAYS}
        if vague.told is PaperWording.OFFICE:
            return self.words.office_hours if in_the_week else self.words.vary
        said = {
            PaperWording.ALWAYS: self.words.day_and_night,
            PaperWording.SHOULD_BE_ALWAYS: self.words.should_be,
            PaperWording.VARY: self.words.vary,
        }
        return said.get(vague.told, "")

    def _digits(self, text: str) -> str:
        return f"{LEFT_TO_RIGHT}{text}{END}" if text and self.right_to_left else text


def read_language(text: str) -> CardLanguage:
    """A language file; CardLanguageError says in one sentence what is wrong with it."""
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise CardLanguageError(f"The file cannot be read: {error}.") from error
    about = {key: value for key, value in told.items() if key != "words"}
    if about.get("direction") not in ("ltr", "rtl"):
        raise CardLanguageError("direction is ltr or rtl.")
    named = ("language", "own_name", "tag", "translator", "reviewer", "reviewed")
    _exactly(about, {*named, "direction"})
    words = told.get("words")
    if not isinstance(words, dict):
        raise CardLanguageError("The words are missing: they stand under [words].")
    _exactly(words, {field.name for field in fields(CardWords)})
    for name, value in words.items():
        _check(name, value)
    people = {name: str(about[name]).strip() for name in named}
    return CardLanguage(
        **people, right_to_left=about["direction"] == "rtl", words=CardWords(**words)
    )


def _exactly(given: dict[str, object], wanted: set[str]) -> None:
    wrong = [f"{name} is missing" for name in sorted(wanted - given.keys())]
    wrong += [f"nobody knows “{quoted_short(name)}”" for name in sorted(given.keys() - wanted)]
    wrong += [
        f"{name} is not text" for name in wanted & given.keys() if type(given[name]) is not str
    ]
    if wrong:
        raise CardLanguageError(f"{wrong[0]}.")


def _check(name: str, text: str) -> None:
    """Each string is there, short, one line, with its placeholder and its digits and no others."""
    if not text.strip() or len(text) > LONGEST:
        raise CardLanguageError(f"{name} has to be 1 to {LONGEST} characters long.")
    if not all(sign.isprintable() or sign in "\u200c\u200d" for sign in text):
        raise CardLanguageError(f"{name} holds a sign that cannot be printed.")
    try:
        held = [(field or "", spec, how) for _, field, spec, how in Formatter().parse(text)]
    except ValueError as error:
        raise CardLanguageError(f"{name} has a bracket too many or too few.") from error
    places = [place for place in held if place[1] is not None]
    wanted = [(PLACEHOLDERS[name], "", None)] if name in PLACEHOLDERS else []
    if places != wanted:
        due = f"{{{PLACEHOLDERS[name]}}} once" if name in PLACEHOLDERS else "no brackets"
        raise CardLanguageError(f"{name} has to hold {due}.")
    if "".join(sign for sign in text if sign.isnumeric()) != DIGITS.get(name, ""):
        due = f"the digits {DIGITS[name]} and no others" if name in DIGITS else "no digits"
        raise CardLanguageError(f"{name} has to hold {due}.")


def _plain(known: PaperHours) -> bool:
    """Whether each day has one stretch, within the day."""
    days = [day for day in known.week if day]
    return all(len(day) == 1 and day[0].closes <= 1439 and day[0].opens for day in days)


def _ends(known: PaperHours) -> tuple[int, int]:
    span = next(day for day in known.week if day)[0]
    return span.opens, span.closes


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
