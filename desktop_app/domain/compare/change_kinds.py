"""The kinds of change a new directory can bring, the gravest first, and the words for each."""

from enum import StrEnum
from typing import NamedTuple


class ChangeKind(StrEnum):
    """What happened, the gravest first."""

    DOOR_MOVED = "front-door number moved"
    FIRST_CALL = "first call changed"
    LATER_CALL = "later call changed"
    NUMBER_CHANGED = "number changed"
    NUMBER_REPLACED = "number no longer to be used"
    NUMBER_GONE = "number removed"
    NUMBER_NEW = "number added"
    NUMBER_DOUBTED = "number disputed"
    NUMBER_SETTLED = "number no longer disputed"
    HOURS_CHANGED = "hours changed"
    SERVICE_GONE = "service removed"
    SERVICE_NEW = "service added"
    SERVICE_RENAMED = "service renamed"
    STATUS_CHANGED = "status changed"
    AREA_CHANGED = "area changed"
    ROLE_CHANGED = "part changed"
    PATHWAY_CHANGED = "step changed"
    FORM_CHANGED = "form changed"
    CHECK_CHANGED = "check changed"
    SERVICE_FACT = "service fact changed"
    GUIDANCE_CHANGED = "guidance changed"
    SOURCE_CHANGED = "source changed"
    CALENDAR_CHANGED = "bank holiday changed"
    WORD_CHANGED = "word changed"
    PLACE_CHANGED = "place changed"
    SEARCH_CHANGED = "search changed"
    OTHER_FACT = "other fact changed"
    INNER_CHANGED = "inner part changed"
    RELEASE_CHANGED = "release changed"


class KindWords(NamedTuple):
    """The heading above a kind in a list; how one such change and how several are counted."""

    heading: str
    one: str
    several: str


WORDS = {
    ChangeKind.DOOR_MOVED: KindWords(
        "Front-door numbers that become another council’s",
        "number of a council’s front door becomes another council’s",
        "numbers of councils’ front doors become another council’s",
    ),
    ChangeKind.FIRST_CALL: KindWords(
        "Answers that begin with another call",
        "answer begins with another call",
        "answers begin with another call",
    ),
    ChangeKind.LATER_CALL: KindWords(
        "Answers that changed after the same first call",
        "answer changed after the same first call",
        "answers changed after the same first call",
    ),
    ChangeKind.NUMBER_CHANGED: KindWords(
        "Numbers that changed", "number changed", "numbers changed"
    ),
    ChangeKind.NUMBER_REPLACED: KindWords(
        "Do not ring these any more", "number no longer to be used", "numbers no longer to be used"
    ),
    ChangeKind.NUMBER_GONE: KindWords("Numbers removed", "number removed", "numbers removed"),
    ChangeKind.NUMBER_NEW: KindWords("New numbers", "number added", "numbers added"),
    ChangeKind.NUMBER_DOUBTED: KindWords(
        "Numbers sources now disagree about", "number disputed", "numbers disputed"
    ),
    ChangeKind.NUMBER_SETTLED: KindWords(
        "Numbers sources agree about again",
        "number no longer disputed",
        "numbers no longer disputed",
    ),
    ChangeKind.HOURS_CHANGED: KindWords(
        "Hours that changed", "hours of {} line changed", "hours of {} lines changed"
    ),
    ChangeKind.SERVICE_GONE: KindWords("Services removed", "service removed", "services removed"),
    ChangeKind.SERVICE_NEW: KindWords("New services", "service added", "services added"),
    ChangeKind.SERVICE_RENAMED: KindWords(
        "Services renamed", "service renamed", "services renamed"
    ),
    ChangeKind.STATUS_CHANGED: KindWords(
        "Services opened, closed, or meant for other readers",
        "service opened, closed, or meant for other readers",
        "services opened, closed, or meant for other readers",
    ),
    ChangeKind.AREA_CHANGED: KindWords(
        "Where services work", "change of where a service works", "changes of where services work"
    ),
    ChangeKind.ROLE_CHANGED: KindWords(
        "The parts services play in answers",
        "change of the part a service plays",
        "changes of the parts services play",
    ),
    ChangeKind.PATHWAY_CHANGED: KindWords(
        "The steps answers are made of", "step of answers changed", "steps of answers changed"
    ),
    ChangeKind.FORM_CHANGED: KindWords(
        "Forms", "fact about a form changed", "facts about forms changed"
    ),
    ChangeKind.CHECK_CHANGED: KindWords(
        "Who checked which number", "check of a number changed", "checks of numbers changed"
    ),
    ChangeKind.SERVICE_FACT: KindWords(
        "Other facts about services",
        "other fact about a service changed",
        "other facts about services changed",
    ),
    ChangeKind.GUIDANCE_CHANGED: KindWords(
        "Guidance", "change of the guidance", "changes of the guidance"
    ),
    ChangeKind.SOURCE_CHANGED: KindWords("Sources", "change of a source", "changes of sources"),
    ChangeKind.CALENDAR_CHANGED: KindWords(
        "Bank holidays", "change of bank holidays", "changes of bank holidays"
    ),
    ChangeKind.WORD_CHANGED: KindWords(
        "Names of parts, topics and people served", "name changed", "names changed"
    ),
    ChangeKind.PLACE_CHANGED: KindWords(
        "Places, postcodes and councils", "fact about places changed", "facts about places changed"
    ),
    ChangeKind.SEARCH_CHANGED: KindWords(
        "What the search finds", "change of what is found", "changes of what is found"
    ),
    ChangeKind.OTHER_FACT: KindWords("Other facts", "other fact changed", "other facts changed"),
    ChangeKind.INNER_CHANGED: KindWords(
        "How the file is built inside", "inner part", "inner parts"
    ),
    ChangeKind.RELEASE_CHANGED: KindWords("The release itself", "mark", "marks"),
}

HEADINGS = {kind: words.heading for kind, words in WORDS.items()}
"""What stands above the changes of each kind, in a list of them."""

ABOUT_NUMBERS = frozenset(
    {
        ChangeKind.DOOR_MOVED,
        ChangeKind.NUMBER_CHANGED,
        ChangeKind.NUMBER_REPLACED,
        ChangeKind.NUMBER_GONE,
        ChangeKind.NUMBER_NEW,
        ChangeKind.NUMBER_DOUBTED,
    }
)
ABOUT_ANSWERS = frozenset({ChangeKind.DOOR_MOVED, ChangeKind.FIRST_CALL, ChangeKind.LATER_CALL})
"""What answers say: found by asking both directories, not by reading their rows."""
UNCOUNTED = frozenset({ChangeKind.INNER_CHANGED, ChangeKind.RELEASE_CHANGED})
"""What changes with nearly every release: listed, but no news in a summary."""
BULK = frozenset(
    {
        ChangeKind.CALENDAR_CHANGED,
        ChangeKind.WORD_CHANGED,
        ChangeKind.PLACE_CHANGED,
        ChangeKind.SEARCH_CHANGED,
        ChangeKind.INNER_CHANGED,
    }
)
"""Kinds that come by the thousand: a list shows the first, and how many more there are."""


def counted(kind: ChangeKind, count: int) -> str:
    """So many changes of a kind: "3 numbers changed", "hours of 1 line changed"."""
    words = WORDS[kind].one if count == 1 else WORDS[kind].several
    return words.format(f"{count:,}") if "{}" in words else f"{count:,} {words}"
