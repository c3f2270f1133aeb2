"""A phone number as people type it into a cell, read into what is dialled, or told why not.

What a spreadsheet does to numbers is put right and said (a lost first 0, +44 (0), 0044). What could
be another number is never guessed: a letter among the digits, an ending behind a stroke.
"""

import re
import unicodedata
from dataclasses import dataclass

import phonenumbers

from desktop_app.authoring.read.numbers import RELAY, SHORT_CODES, dialled

EMPTY = "The cell is empty."
NO_NUMBER = "“{}” holds no phone number."
BEYOND = "“{}” says more than a number (“{}”): ask what it means before you take it."
LETTERS = "“{}” has a letter among its digits: which digit is meant?"
ENDING = "“{}” gives a second number by its ending only: type it in full."
ABROAD = "“{}” is a number of another country."
ZERO_LOST = "Its first 0 was lost in the spreadsheet."
PLUS_LOST = "It was typed with 44 and no +."
COUNTRY = "It was typed with the country code 44."

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_EXTENSION = re.compile(
    r"(?:\b(?:extension|extn?|x)\b\.?|(?<=\d)x)\s*[:.]?\s*(\d{1,6})\b", re.IGNORECASE
)
_OPTION = re.compile(
    r"(?:\b(?:option|opt|press|select|choose|pick)\b\.?)\s*[:.]?\s*(\d)\b(?!\s*\d)", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s*(?:[/;|\n\r]|,(?=\s*[+(0])|\bor\b|\band\b|&)\s*", re.IGNORECASE)
_DIGITS = re.compile(r"\+?\(?\d[\d\s().\-]*\d|\d")
_HARMLESS = re.compile(
    r"\b(?:tel(?:ephone)?|phone|ph|call|ring|number|num|no|mob(?:ile)?|office|main|switchboard|"
    r"helpline|free(?:phone)?|textphone|text|t|m|uk|day(?:time)?|hours|hrs|reception|duty|team|"
    r"line|direct|mash|edt|ooh|out of hours|evenings?|weekends?|nights?|emergency|urgent)\b"
    r"\.?\s*:?",
    re.IGNORECASE,
)
"""Words that change nothing about a number; any other ("old", "not", "until June") may."""
_AN_ENDING = re.compile(r"(?!999$)[2-9]\d{2,7}")
"""Of a second number without its area code; short codes begin with 1, or are 999."""
_MIXED = re.compile(r"(?<=\d)[a-z](?=[\d\s]*\d)|\b[olis](?=\d{3})", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One number: as read aloud, as dialled, and what is pressed or asked for behind it."""

    display: str
    dialled: str
    extension: str = ""
    option: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneReading:
    """Every number of one cell, what was put right, and what keeps it from being read."""

    numbers: tuple[Spoken, ...] = ()
    repairs: tuple[str, ...] = ()
    trouble: str = ""


class _Unread(ValueError):
    """Why a cell cannot be read, in a sentence."""


def read_phone(text: str, *, made_up_allowed: bool = False) -> PhoneReading:
    """Read a cell; `trouble` says in a sentence why it holds no number that can be rung."""
    plain = _plain(text)
    if not plain:
        return PhoneReading(trouble=EMPTY)
    numbers: list[Spoken] = []
    repairs: list[str] = []
    try:
        for part in _parts(plain):
            spoken, repaired = _spoken(part, plain, made_up_allowed)
            numbers.append(spoken)
            repairs += repaired
    except _Unread as why:
        return PhoneReading(trouble=str(why))
    once = {spoken.dialled + spoken.extension + spoken.option: spoken for spoken in numbers}
    return PhoneReading(numbers=tuple(once.values()), repairs=tuple(dict.fromkeys(repairs)))


def spaced(number: str) -> str:
    """What is dialled, with the spaces it is read aloud with: "+441582547653" as 01582 547653."""
    if not number.startswith("+"):
        return number
    parsed = phonenumbers.parse(number)
    told = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)
    return " ".join(re.sub(r"[^\d ]", " ", told).split())


def _plain(text: str) -> str:
    """The text without signs nobody sees, its dashes and spaces of one kind."""
    told = unicodedata.normalize("NFKC", text).translate(_DASHES)
    seen = "".join(" " if sign in "\t\xa0" else sign for sign in told if _shown(sign))
    return seen.strip().strip("'\"`’")


def _shown(sign: str) -> bool:
    return sign in "\n\r\t" or unicodedata.category(sign) not in {"Cf", "Cc"}


def _parts(plain: str) -> list[str]:
    """The text cut where another number begins; "653/4", "276693 / 276694" are not guessed at."""
    parts = [part for part in _BETWEEN.split(plain) if part]
    if len(parts) > 1 and any(len(re.sub(r"\D", "", part)) < 3 for part in parts):
        raise _Unread(ENDING.format(plain) if re.search(r"\d", parts[-1]) else _beyond(plain))
    if any(_AN_ENDING.fullmatch(re.sub(r"\D", "", part)) for part in parts[1:]):
        raise _Unread(ENDING.format(plain))
    return parts


def _beyond(plain: str) -> str:
    return BEYOND.format(plain, " ".join(re.sub(r"[\d()+]", " ", plain).split()))


def _spoken(part: str, whole: str, made_up_allowed: bool) -> tuple[Spoken, list[str]]:
    bare, extension = _taken_out(_EXTENSION, part)
    bare, option = _taken_out(_OPTION, bare)
    found = _DIGITS.search(bare)
    if not found:
        raise _Unread(NO_NUMBER.format(whole))
    if _MIXED.search(bare):
        raise _Unread(LETTERS.format(whole))
    rest = bare[: found.start()] + " " + bare[found.end() :]
    left = " ".join(re.sub(r"[^\w']+", " ", _HARMLESS.sub(" ", rest)).split())
    if left:
        raise _Unread(BEYOND.format(whole, left))
    display, repairs = _display(found[0], whole, made_up_allowed)
    number = dialled(display, made_up_allowed=made_up_allowed)
    spoken = Spoken(
        display=spaced(number) if number.startswith("+") else _as_typed(found[0], display),
        dialled=number,
        extension=extension,
        option=option,
    )
    return spoken, repairs


def _as_typed(typed: str, digits: str) -> str:
    """A short code as it was typed, and Relay UK's prefix apart from the number behind it."""
    if digits.startswith(RELAY):
        rest = dialled(digits.removeprefix(RELAY), made_up_allowed=True)
        return f"{RELAY} {spaced(rest)}"
    typed = " ".join(typed.split())
    return typed if typed.replace(" ", "") == digits else digits


def _taken_out(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    found = pattern.search(text)
    if not found:
        return text, ""
    return text[: found.start()] + " " + text[found.end() :], found[1]


def _display(typed: str, whole: str, made_up_allowed: bool) -> tuple[str, list[str]]:
    """The digits as they are keyed within the UK, the first way of reading them that can exist."""
    digits = re.sub(r"\D", "", typed)
    if typed.lstrip("(").startswith("+") and not digits.startswith("44"):
        raise _Unread(ABROAD.format(whole))
    if digits in SHORT_CODES:
        return digits, []
    refused = ""
    for tried, repairs in _readings(typed, digits):
        try:
            dialled(tried, made_up_allowed=made_up_allowed)
        except ValueError as error:
            refused = refused or str(error)
        else:
            return tried, repairs
    raise _Unread(refused or NO_NUMBER.format(whole))


def _readings(typed: str, digits: str) -> list[tuple[str, list[str]]]:
    """Every way these digits may have been meant, the plainest first."""
    if digits.startswith(RELAY):
        return [(digits, [])]
    if digits.startswith("0044"):
        return [("0" + digits[4:].removeprefix("0"), [COUNTRY])]
    if "+" in typed:
        return [("0" + digits[2:].removeprefix("0"), [COUNTRY])]
    if digits.startswith("0"):
        return [(digits, [])]
    readings = [("0" + digits, [ZERO_LOST])]
    if digits.startswith("44"):
        readings.insert(0, ("0" + digits[2:].removeprefix("0"), [PLUS_LOST]))
    return readings
