"""What words typed on the home page may mean: whose answer, and where; never decided here.

Pure: what the words are about comes from the directory's own vocabulary, and where they point to
from whoever looks places up. Two readings stay two.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_app.domain.places.councils import Whereabouts, WhereAnswer, WhereStatus
from desktop_app.domain.services.directory import Meant
from desktop_app.domain.situation.concern import Concern
from desktop_app.domain.situation.situation import Circumstance

CONCERNS = {
    "children_front_door": Concern.CHILD,
    "child_national": Concern.CHILD,
    "adults_front_door": Concern.ADULT,
    "da_national": Concern.DOMESTIC_ABUSE,
    "da_local": Concern.DOMESTIC_ABUSE,
    "lado": Concern.ALLEGATION,
}
"""Whose part it is to deal with what was said, and the answer that leads to them."""
USING_ABUSE = ("people_using_abuse", "da_perpetrator")
NAMED = re.compile(r"[,;]|\b(?:in|at|near|from)\b", re.IGNORECASE)
"""What a place stands behind in a sentence."""
LONGEST_NAME = 3
MOST_WORDS = 8
"""Words at the end that are looked at for a second place: two towns in a row name neither."""
SETTLED = (WhereStatus.KNOWN, WhereStatus.OUTSIDE)

LookUp = Callable[[str], WhereAnswer]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxAnswer:
    """One reading: who it is about, and where, as far as that was said."""

    concern: Concern
    where: Whereabouts | None = None
    circumstances: frozenset[Circumstance] = frozenset()

    @property
    def place(self) -> str:
        """The council that was named; empty where none was."""
        return self.where.councils[0].name if self.where and self.where.councils else ""


def readings(meant: Sequence[Meant], where: Whereabouts | None) -> tuple[BoxAnswer, ...]:
    """Every answer the words may call for; one alone is what they plainly mean."""
    if any(each.id in USING_ABUSE for each in meant):
        return ()  # whoever hurts others has a line of their own, which the search finds
    concerns = _concerns(meant)
    children = any(each.kind == "audience" and _of(each) == [Concern.CHILD] for each in meant)
    return tuple(
        BoxAnswer(
            concern=concern,
            where=where,
            circumstances=frozenset({Circumstance.CHILDREN})
            if children and concern is Concern.DOMESTIC_ABUSE
            else frozenset(),
        )
        for concern in concerns
    )


def place_named(text: str, look_up: LookUp) -> Whereabouts | None:
    """The one place that the words name for certain; None where they name none, or two."""
    behind = [part.strip() for part in NAMED.split(text)[1:]]
    said = [tail for part in behind for tail in _beginnings(part)]
    named = list(_settled(said or _endings(text), look_up))
    if not named:
        return None
    others = () if said else _settled(text.split()[-MOST_WORDS:-1], look_up)
    codes = {council.code for where in (*named, *others) for council in where.councils}
    return named[0] if len(codes) == 1 else None


def _settled(texts: Iterable[str], look_up: LookUp) -> Iterator[Whereabouts]:
    """The texts that name one council for certain.

    What stands behind a comma or "in" is looked up; where nothing does, what the words end with.
    """
    for text in texts:
        answer = look_up(text)
        where = answer.whereabouts
        if answer.settled and where.status in SETTLED and len(where.councils) == 1:
            yield where


def _beginnings(part: str) -> list[str]:
    """The whole of it, or what it begins with: the town of "… keeps hitting her"."""
    words = part.split()
    return [" ".join(words[:n]) for n in range(min(len(words), LONGEST_NAME), 0, -1)]


def _endings(text: str) -> list[str]:
    words = text.split()
    most = min(len(words), LONGEST_NAME)
    return [" ".join(words[-n:]) for n in range(most, 0, -1)]


def _concerns(meant: Iterable[Meant]) -> list[Concern]:
    """The concerns that topics name, with a child among the people; else that the people name."""
    listed = list(meant)
    people = [concern for each in listed if each.kind == "audience" for concern in _of(each)]
    child = Concern.CHILD in people
    topics: dict[int, list[Concern]] = {}
    for each in listed:
        if each.kind != "audience":
            topics.setdefault(each.phrase, []).extend(_of(each))
    found = [
        concern
        for phrase in topics.values()
        for concern in ([Concern.CHILD] if child and Concern.CHILD in phrase else phrase)
    ]
    if child and found:
        found.append(Concern.CHILD)
    return list(dict.fromkeys(found or people))


def _of(meant: Meant) -> list[Concern]:
    """The concern of the first part that is somebody's; none where nobody's is."""
    roles = (meant.id, *meant.leads) if meant.kind == "role" else meant.leads
    return [CONCERNS[role] for role in roles if role in CONCERNS][:1]
