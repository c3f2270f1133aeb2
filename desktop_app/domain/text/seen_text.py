"""Typed and pasted text as a reader sees it: without signs that nobody can see.

Text copied from a web page, an e-mail or another language's keyboard carries zero-width spaces,
soft hyphens and marks of direction. They must never turn a known name into an unknown one.
"""

import re
import unicodedata

_LINE_BREAKS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_BLANK = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0")
"""Letters and signs by their class, yet nothing is drawn for them."""
_NEVER_SEEN = frozenset(("Cf", "Cc", "Cs", "Co", "Cn", "Mn", "Me"))
_BREAKS = re.compile(r"\s*\n\s*")


KEPT = frozenset("\u200c\u200d\u200e\u200f\u061c")
"""Joiners and marks of direction that names in Persian, Hindi or Arabic are written with."""
_TURNING = frozenset("\u202d\u202e")
"""Signs that show what follows backwards: never taken out in silence, so that they are refused."""


def without_unseen(text: str) -> str:
    """A person's name as it is kept: its letters untouched, stray unseen signs gone.

    Joiners and marks of direction stay; so do the two signs that turn text round, which whoever
    asks has to refuse: they could show the digits of an extension backwards.
    """
    if text.isascii():
        return text
    stay = KEPT | _TURNING
    return "".join(sign for sign in text if sign in stay or unicodedata.category(sign) != "Cf")


def as_seen(text: str) -> str:
    """The text in plain letters: full-width forms made usual, accents and unseen signs gone.

    Spaces of every width become one kind of space; a line break stays a line break.
    """
    if text.isascii() and text.isprintable():
        return text
    seen = (_seen(sign) for sign in unicodedata.normalize("NFKD", text))
    return _BREAKS.sub("\n", "".join(seen).strip("\n"))


def _seen(sign: str) -> str:
    if sign in _LINE_BREAKS:
        return "\n"
    kind = unicodedata.category(sign)
    if sign == "\t" or kind == "Zs":
        return " "
    return "" if kind in _NEVER_SEEN or sign in _BLANK else sign
