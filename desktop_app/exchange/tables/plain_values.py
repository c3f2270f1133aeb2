"""What a spreadsheet keeps in a cell, as the words a person sees there."""

import re
from datetime import date, datetime, time

from desktop_app.exchange.tables.sheet import Oddity

_ERRORS = re.compile(r"#(?:REF!|N/A|VALUE!|NAME\?|DIV/0!|NULL!|NUM!|SPILL!)")
_ZEROS = re.compile(r"0[0 ]*")


def seen(value: object, number_format: str = "General") -> tuple[str, frozenset[Oddity]]:
    """The words of a value, and the oddities it carries for being a number or a date."""
    if value is None:
        return "", frozenset()
    if isinstance(value, bool):
        return ("yes" if value else "no"), frozenset()
    if isinstance(value, int | float):
        return _number(value, number_format), frozenset({Oddity.NUMBER})
    if isinstance(value, time):
        return f"{value:%H:%M}", frozenset()
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}", frozenset({Oddity.DATE})
    text = str(value).strip()
    return text, frozenset({Oddity.ERROR}) if _ERRORS.fullmatch(text) else frozenset()


def _number(value: float, number_format: str) -> str:
    """A number without ".0", under a format of zeros with the zeros it is shown with."""
    if value != int(value):
        return f"{value:.10g}"
    digits = str(int(value))
    if _ZEROS.fullmatch(number_format):
        return digits.zfill(number_format.count("0"))
    return digits
