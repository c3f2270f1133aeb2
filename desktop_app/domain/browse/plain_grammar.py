"""Words of grammar made alike, so that one phrase of the tables stands for all who may say it.

"cannot look after himself", "can't look after herself" and "can not look after myself" are one
phrase; so are "took her passport" and "took my passport".
"""

from collections.abc import Iterator, Sequence

ITSELF = "themself"
NOT = {
    "can": "cant", "could": "cant", "do": "doesnt", "does": "doesnt", "did": "doesnt",
    "will": "wont", "would": "wont", "has": "hasnt", "have": "hasnt", "had": "hasnt",
}  # fmt: skip
"""What a verb becomes before "not"."""
ALIKE = {
    **dict.fromkeys(("himself", "herself", "myself", "themselves", "hisself", "yourself"), ITSELF),
    **dict.fromkeys(("cannot", "couldnt"), "cant"),
    **dict.fromkeys(("dont", "didnt"), "doesnt"),
    **dict.fromkeys(("havent", "hadnt"), "hasnt"),
    "wouldnt": "wont",
}
APART = {"isnt": "is", "arent": "are", "wasnt": "was", "werent": "were", "aint": "is"}
"""These stand before what somebody is not: "isn't allowed" is "is not allowed"."""
TOLD_OF = frozenset({"his", "her", "their"})
OWNERS = TOLD_OF | {"my", "our", "your"}
OWNED = "their"
FEWEST = 3
"""Words of a phrase in which it does not matter whose a thing is: it stands between two others."""


def plainly(words: Sequence[str]) -> tuple[str, ...]:
    """The folded words, with "not" drawn into the verb and all of himself and herself alike."""
    return tuple(_plain_words(words))


def whoever_owns(phrase: tuple[str, ...], owners: frozenset[str] = TOLD_OF) -> tuple[str, ...]:
    """A phrase with whoever owns a thing in the middle of it alike; shorter ones as they stand.

    Of a table only those told of are made alike: "hitting my wife" is said by nobody else.
    """
    if len(phrase) < FEWEST or owners.isdisjoint(phrase[1:-1]):
        return phrase
    inner = (OWNED if word in owners else word for word in phrase[1:-1])
    return (phrase[0], *inner, phrase[-1])


def _plain_words(words: Sequence[str]) -> Iterator[str]:
    at = 0
    while at < len(words):
        word = words[at]
        if word in NOT and tuple(words[at + 1 : at + 2]) == ("not",):
            yield NOT[word]
            at += 2
            continue
        yield from (APART[word], "not") if word in APART else (ALIKE.get(word, word),)
        at += 1
