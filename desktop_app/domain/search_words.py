"""What was typed, made comparable: folded words, digits of a number, and how far words differ."""

import re
import unicodedata

FEWEST_DIGITS = 2
FILLER = frozenset(
    {
        "a", "an", "and", "at", "call", "dial", "for", "how", "i", "in", "is", "me",
        "my", "of", "on", "or", "phone", "number", "ring", "tel", "telephone", "the",
        "to", "want", "who", "whom", "with",
    }
)  # fmt: skip
"""Words that say nothing about which service is meant; ignored beside others."""

_APOSTROPHES = re.compile(r"['’‘`´]")
_GAPS = re.compile(r"[^\w]+|_")
_NUMBER = re.compile(r"[\d\s()+.\-–/]+")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")


def fold(text: str) -> str:
    """Lower case, without accents, apostrophes and punctuation: "Children’s" is "childrens"."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = _DOTTED.sub(lambda found: found.group().replace(".", ""), plain)
    plain = _APOSTROPHES.sub("", plain).replace("&", " and ")
    return " ".join(_GAPS.sub(" ", plain).split())


def words_of(text: str) -> tuple[str, ...]:
    """The folded words that matter, each once, in order; all of them when only filler was typed."""
    words = tuple(dict.fromkeys(fold(text).split()))
    return tuple(word for word in words if word not in FILLER) or words


def digits_typed(text: str) -> str | None:
    """The digits of a (part of a) phone number as dialled in the UK; None when it is none.

    "+44 (0)1582 54", "0044 1582 54" and "01582-54" are all "0158254".
    """
    if not _NUMBER.fullmatch(text.strip()):
        return None
    digits = re.sub(r"[^\d+]", "", re.sub(r"\(0\)", "", text))
    for abroad in ("+44", "0044"):
        if digits.startswith(abroad):
            digits = "0" + digits.removeprefix(abroad).removeprefix("0")
    digits = re.sub(r"\D", "", digits)
    return digits if len(digits) >= FEWEST_DIGITS else None


def digits_of(number: str) -> str:
    """The digits of a stored number ("+441582547653" or "999") as dialled in the UK."""
    return "0" + number.removeprefix("+44") if number.startswith("+44") else number


def pairs(word: str) -> frozenset[str]:
    """The pairs of neighbouring letters, with the word's two ends: misspelt words share most."""
    edged = f"^{word}$"
    return frozenset(edged[at : at + 2] for at in range(len(edged) - 1))


def edits_allowed(word: str) -> int:
    """How many slips are forgiven in a word of this length; none where three letters say it all."""
    length = len(word)
    return 0 if length < 4 else 1 if length < 5 else 2 if length < 10 else 3


def slips(typed: str, word: str, most: int) -> int:
    """How many letters were added, left out, changed or swapped; `most` + 1 when it is more."""
    if abs(len(typed) - len(word)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(word) + 1))
    for at, letter in enumerate(typed, 1):
        before, row, last = row, [at], before
        for to, other in enumerate(word, 1):
            cost = min(row[to - 1] + 1, before[to] + 1, before[to - 1] + (letter != other))
            if at > 1 and to > 1 and letter == word[to - 2] and typed[at - 2] == other:
                cost = min(cost, last[to - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
