"""What a phone is told to dial: the `tel:` address of a number."""

import re

DIALLED = re.compile(r"\+[1-9]\d{6,14}|\d{3,14}", re.ASCII)
"""A number in full with its country code, or a short code such as 101 or 116123."""


def dial_uri(number: str) -> str:
    """The `tel:` address (RFC 3966) of a line's number; ValueError for anything else."""
    if not DIALLED.fullmatch(number):
        raise ValueError(f"“{number}” is not a number a phone can dial.")
    return f"tel:{number}"
