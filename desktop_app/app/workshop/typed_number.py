"""A number as somebody types or pastes it, made the one way of writing it that the sources have."""

import re

from desktop_app.exchange.cell_text.phone_text import read_phone

AS_READ_ALOUD = re.compile(r"(?!00|44)[0-9]+( [0-9]+)*")


def as_spoken(typed: str) -> str:
    """The number with the spaces it is read aloud with, "+44 (0)1632-960007" as 01632 960007.

    What is written so already keeps its spaces. What may be two numbers, or says more than one
    (an extension), is given back as it is: whoever checks it says why it cannot stand.
    """
    plain = " ".join(typed.split())
    if AS_READ_ALOUD.fullmatch(plain):
        return plain
    read = read_phone(typed, made_up_allowed=True)
    alone = len(read.numbers) == 1 and not read.trouble
    if not alone or read.numbers[0].extension or read.numbers[0].option:
        return typed
    return read.numbers[0].display
