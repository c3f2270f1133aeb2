"""What a phone is told to dial, and what is keyed or asked for once the line answers."""

import re

from desktop_app.domain.services.service import Line, LineKind

DIALLED = re.compile(r"\+[1-9]\d{6,14}|\d{3,14}", re.ASCII)
"""A number in full with its country code, or a short code such as 101 or 116123."""
NEVER_BY_CODE = frozenset({"999", "112", "18000"})
"""Three digits are keyed faster than a code is scanned, and a code tried out would ring them."""
NOT_FOR_VOICE = frozenset({LineKind.EMERGENCY, LineKind.TEXTPHONE, LineKind.TEXT, LineKind.FAX})


def dial_uri(number: str) -> str:
    """The `tel:` address (RFC 3966) of a line's number; ValueError for anything else."""
    if not DIALLED.fullmatch(number):
        raise ValueError(f"“{number}” is not a number a phone can dial.")
    return f"tel:{number}"


def address_uri(address: str) -> str:
    """A web address as a phone's camera opens it: with https:// where nothing is said."""
    return address if "://" in address else f"https://{address}"


def number_to_dial(line: Line) -> str:
    """The number a code or a button may dial for this line; empty where none may."""
    if line.kind in NOT_FOR_VOICE or line.number in NEVER_BY_CODE or not line.recommendable:
        return ""
    return line.number if DIALLED.fullmatch(line.number) else ""


def keyed_next(line: Line) -> str:
    """What follows the number: "press 2, then extension 214"; empty where nothing does."""
    pressed = ", then ".join(line.menu_option.split())
    put_through = f"extension {line.extension}" if line.extension else ""
    return ", then ".join(part for part in (pressed and f"press {pressed}", put_through) if part)


def dialling_words(line: Line) -> str:
    """The number as read aloud, with what follows it: "111, press 2"."""
    return ", ".join(part for part in (line.display, keyed_next(line)) if part)
