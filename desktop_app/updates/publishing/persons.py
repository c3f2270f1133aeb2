"""Whether two names are one person's: nobody signs a change of their own, however they write it.

When in doubt it is the same person: a colleague who is taken for somebody else loses a minute, a
change that nobody else looked at may cost more.
"""

from __future__ import annotations

import re
import unicodedata

from desktop_app.updates.publishing.errors import NotPublished

NO_NAME = "Say who you are, with your first name and your surname."
OTHER_LETTERS = (
    "Write the name in Latin letters: “{}” has a letter of another alphabet that may look like one."
)
TITLES = frozenset({"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "rev", "nurse"})
_NAMELESS = frozenset({"admin", "administrator", "user", "steward", "root", "somebody", "nobody"})
_MAIL = re.compile(r"@.*")


def must_be_a_name(name: str) -> str:
    """The name with plain spaces; NotPublished when it is none or could be mistaken for another."""
    plain = " ".join(_visible(name).split())
    if not _parts(plain) or set(_parts(plain)) <= _NAMELESS:
        raise NotPublished(NO_NAME)
    for letter in unicodedata.normalize("NFKD", plain):
        if letter.isalpha() and not unicodedata.name(letter, "").startswith("LATIN "):
            raise NotPublished(OTHER_LETTERS.format(plain))
    return plain


def same_person(one: str, other: str) -> bool:
    """Whether two names may be the same person's: order, accents, titles, initials do not count."""
    first, second = _parts(one), _parts(other)
    shorter, longer = sorted((first, second), key=len)
    if not shorter:
        return False
    if "".join(sorted("".join(first))) == "".join(sorted("".join(second))):
        return True  # the same letters, spaced or ordered in another way
    left = list(longer)
    for part in sorted(shorter, key=len, reverse=True):
        found = next((each for each in left if _stands_for(part, each)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _stands_for(one: str, other: str) -> bool:
    """The same word, or an initial of it."""
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def _parts(name: str) -> list[str]:
    plain = _MAIL.sub("", unicodedata.normalize("NFKD", _visible(name))).casefold()
    letters = "".join(each for each in plain if not unicodedata.combining(each))
    words = re.split(r"[\W\d_]+", letters.replace("'", "").replace("’", ""))
    return [word for word in words if word and word not in TITLES]


def _visible(name: str) -> str:
    """Without signs that nobody sees, and full-width letters as what they are read as."""
    kept = (each for each in name if unicodedata.category(each) not in ("Cf", "Cc", "Cn", "Co"))
    return unicodedata.normalize("NFKC", "".join(kept))
