"""Phone numbers as read aloud, checked against the numbering plan, and as they are dialled."""

import re

import phonenumbers

SHORT_CODES = frozenset(
    {
        "999",
        "112",
        "18000",
        "101",
        "105",
        "111",
        "116000",
        "116123",
        "88858",
        "85258",
        "61016",
        "60777",
    }
    # the last four: text
)
"""Numbers outside the ordinary plan that really exist; a new one is added here on purpose."""

RELAY = "18001"
"""Relay UK's prefix: dialled before an ordinary number or a short code."""

_MADE_UP = (
    re.compile(r"01632960\d{3}"),
    re.compile(r"07700900\d{3}"),
    re.compile(r"02079460\d{3}"),
    re.compile(r"08081570\d{3}"),
)
"""Ofcom's numbers for drama: they ring nobody, and stand in tests only."""

_WITHDRAWN = re.compile(r"0500\d{6}")
"""A range switched off in 2017: old papers still show it, and search must find it there."""


def dialled(display: str, *, made_up_allowed: bool = False) -> str:
    """What is dialled for a number read aloud: "+44…", or a short code without spaces.

    ValueError, with a plain sentence, when no such number can exist in the United Kingdom.
    """
    if not re.fullmatch(r"\d+( \d+)*", display):
        raise ValueError(f"“{display}” must be digits with single spaces, as read aloud.")
    digits = display.replace(" ", "")
    if digits in SHORT_CODES:
        return digits
    if digits.startswith(RELAY):
        dialled(digits.removeprefix(RELAY), made_up_allowed=made_up_allowed)
        return digits
    if made_up(digits):
        if made_up_allowed:
            return "+44" + digits[1:]
        raise ValueError(
            f"{display} is made up and nobody answers it: put the real number. "
            "A directory to practise with says `made_up_numbers: true` in release.yaml."
        )
    return "+44" + digits[1:] if withdrawn(digits) else _in_the_plan(display)


def withdrawn(digits: str) -> bool:
    """Whether this number belongs to a range that no longer works at all."""
    return _WITHDRAWN.fullmatch(digits) is not None


def made_up(digits: str) -> bool:
    """Whether this is one of Ofcom's numbers for drama."""
    return any(pattern.fullmatch(digits) for pattern in _MADE_UP)


def _in_the_plan(display: str) -> str:
    unknown = f"{display} is not a number that can exist in the United Kingdom; check its digits."
    if not display.startswith("0"):
        raise ValueError(unknown)
    try:
        number = phonenumbers.parse(display, "GB")
    except phonenumbers.NumberParseException:
        raise ValueError(unknown) from None
    if not phonenumbers.is_valid_number(number):
        raise ValueError(unknown)
    e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    if "0" + e164.removeprefix("+44") != display.replace(" ", ""):
        raise ValueError(f"{display} does not dial what it shows ({e164}); check its digits.")
    return e164


def single_keys(text: str) -> str:
    """Keys to press one after the other: "1 4", or nothing; ValueError for anything else."""
    if text and not re.fullmatch(r"[0-9*#]( [0-9*#]){0,4}", text):
        raise ValueError(f"“{text}” must be single keys with spaces between them, such as “1 4”.")
    return text


def extension(text: str) -> str:
    """The digits of an extension, or nothing; ValueError for anything else."""
    if text and not re.fullmatch(r"[0-9]{2,6}", text):
        raise ValueError(f"“{text}” is not an extension: two to six digits, without spaces.")
    return text
