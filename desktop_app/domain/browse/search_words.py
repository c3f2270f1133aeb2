"""What was typed, made comparable: folded words, digits of a number, and how much is forgiven."""

import re
from collections.abc import Iterator

from desktop_app.domain.places.spelling import bare_letters

FEWEST_DIGITS = 2
FILLER = frozenset(
    {
        "a", "about", "am", "an", "and", "are", "at", "be", "been", "being", "but", "by", "call",
        "came", "can", "could", "dial", "do", "does", "for", "from", "get", "got", "had", "has",
        "have", "he", "help", "her", "here", "him", "his", "how", "i", "if", "in", "into", "is",
        "it", "its", "just", "keep", "keeps", "last", "me", "my", "need", "needs", "now", "number",
        "of", "on", "or", "our", "patient", "phone", "please", "ring", "room", "said", "saying",
        "says", "sent", "she", "should", "so", "somebody", "someone", "tel", "telephone", "that",
        "the", "their", "them", "there", "they", "this", "to", "today", "told", "tonight",
        "urgent", "urgently", "us", "want", "wants", "was", "we", "were", "what", "when", "where",
        "which", "who", "whom", "with", "would", "you", "your",
    }
)  # fmt: skip
"""Words that say nothing about which service is meant; ignored beside others."""

ENDINGS = (("ies", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))
SHORTEST_STEM = 3
LONG_ENOUGH = 5
"""Digits that are a number by themselves, wherever they stand."""
KEYED_BEFORE = ("18001", "18002", "1470", "141", "9")
"""Relay UK, showing and hiding the own number, an outside line."""

_GAPS = re.compile(r"[^\w]+|_")
_NUMBER = re.compile(r"[\d\s()+.\-–/]+")
_RUN = re.compile(r"\+?\(?\d[\d ().\-–]*\d")
_O_BEHIND, _O_BEFORE = re.compile(r"(?<=\d)[oO]+(?![^\W\d_])"), re.compile(r"\b[oO]+(?=\d{2})")
_DOTTED = re.compile(r"\b(?:[a-z]\.){2,}")


def fold(text: str) -> str:
    """Lower case, without accents, apostrophes and punctuation: "Children’s" is "childrens"."""
    plain = _DOTTED.sub(lambda found: found.group().replace(".", ""), bare_letters(text))
    return " ".join(_GAPS.sub(" ", plain).split())


def words_of(text: str) -> tuple[str, ...]:
    """The folded words that matter, each once, in order; all of them when only filler was typed."""
    words = tuple(dict.fromkeys(fold(text).split()))
    return tuple(word for word in words if word not in FILLER) or words


def says_nothing(text: str) -> bool:
    """Whether nothing stands beside a phone number but filler: "please ring … now"."""
    return FILLER.issuperset(word for word in fold(text).split() if not word.isdigit())


def stem(word: str) -> str:
    """The word without its ending, so that "bruises" and "bruise" meet; "abuser" stays apart."""
    for ending, instead in ENDINGS:
        kept = len(word) - len(ending)
        if kept >= SHORTEST_STEM and word.endswith(ending) and not word.endswith("ss"):
            word = word[:kept] + instead
            break
    if len(word) > SHORTEST_STEM:
        word = word[:-1] if word.endswith("e") or word[-1] == word[-2] else word
    return word[:-1] + "i" if word.endswith("y") else word


def numbers_within(text: str) -> tuple[str, ...]:
    """The phone numbers that stand among other words or beside each other.

    "tel 01582 547653", and both of "01582 547730/547563"; the part after the stroke as it stands.
    """
    found = (digits_typed(run.group()) for run in _RUN.finditer(_zeros(text)))
    return tuple(digits for digits in found if digits and len(digits) >= LONG_ENOUGH)


def without_numbers(text: str) -> str:
    """The text without the phone numbers that `numbers_within` finds in it."""

    def left(run: re.Match[str]) -> str:
        digits = digits_typed(run.group())
        return " " if digits and len(digits) >= LONG_ENOUGH else run.group()

    return _RUN.sub(left, _zeros(text))


def without_prefix(digits: str) -> Iterator[str]:
    """The digits less whatever may be keyed before a number: "9", "141", "18001", one or several.

    For numbers short enough to stand inside a longer one; nothing where none was keyed.
    """
    for prefix in KEYED_BEFORE:
        rest = digits.removeprefix(prefix)
        if rest != digits and len(rest) >= FEWEST_DIGITS:
            yield rest
            yield from without_prefix(rest)


def digits_typed(text: str) -> str | None:
    """The digits of a (part of a) phone number as dialled in the UK; None when it is none.

    "+44 (0)1582 54", "0044 1582 54" and "01582-54" are all "0158254".
    """
    text = _zeros(text.strip())
    if not _NUMBER.fullmatch(text):
        return None
    digits = re.sub(r"[^\d+]", "", re.sub(r"\(0\)", "", text))
    for abroad in ("+44", "0044"):
        if digits.startswith(abroad):
            digits = "0" + digits.removeprefix(abroad).removeprefix("0")
    digits = re.sub(r"\D", "", digits)
    return digits if len(digits) >= FEWEST_DIGITS else None


def _zeros(text: str) -> str:
    """The letter O among digits is a nought: "O1582", "o8oo 1111"."""
    return _O_BEFORE.sub(_noughts, _O_BEHIND.sub(_noughts, text))


def _noughts(letters: re.Match[str]) -> str:
    return "0" * len(letters.group())


def pairs(word: str) -> frozenset[str]:
    """The pairs of neighbouring letters, with the word's two ends: misspelt words share most."""
    edged = f"^{word}$"
    return frozenset(edged[at : at + 2] for at in range(len(edged) - 1))


def edits_allowed(word: str) -> int:
    """How many typos are forgiven in a word of this length; none where three letters say it all."""
    length = len(word)
    return 0 if length < 4 else 1 if length < 5 else 2 if length < 10 else 3


def near(typed: str, word: str, cost: int) -> bool:
    """Whether so many typos may be forgiven: more than one only where the first letter is right."""
    return cost <= edits_allowed(typed) and (cost <= 1 or typed[:1] == word[:1])
