"""Which places are asked about, and what answers that differ are called: whom, where and when."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from desktop_app.domain.compare.answer_moments import NamedMoment
from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.domain.compare.changes import Change
from desktop_app.domain.places.councils import Council, Whereabouts, WhereStatus
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.situation.concern import CONCERN_TITLES, Concern
from desktop_app.domain.situation.situation import CIRCUMSTANCE_TITLES, Circumstance

FIRST, OTHERWISE = "first call", "what follows"
ANY_CONCERN, ANY_TIME, ANY_CIRCUMSTANCE = "whoever it is about", "at any time", ""
UNKNOWN, OUTSIDE, SEVERAL = "place not known", "outside the area", "one of several councils"


class AskedPlace(NamedTuple):
    """A place that is asked about; not `in_full`: with no circumstance, as one of many."""

    words: str
    where: Whereabouts
    in_full: bool = True


Asked = tuple[Concern, frozenset[Circumstance], str]


class Where(NamedTuple):
    """One answer that differs: where, about whom, what else was told, and when."""

    place: str
    concern: Concern
    told: frozenset[Circumstance]
    moment: str


def places_of(before: Directory, after: Directory) -> list[AskedPlace]:
    """Each council of either directory, several of them, none known, and those outside."""
    councils = list(dict.fromkeys([*after.councils(), *before.councils()]))
    ours = [council for council in councils if council.inside]
    found = [AskedPlace(each.name, Whereabouts(WhereStatus.KNOWN, (each,))) for each in ours]
    found.append(AskedPlace(SEVERAL, Whereabouts(WhereStatus.SEVERAL, tuple(ours)), in_full=False))
    found.append(AskedPlace(UNKNOWN, Whereabouts(WhereStatus.UNKNOWN), in_full=False))
    found.append(AskedPlace(OUTSIDE, Whereabouts(WhereStatus.OUTSIDE)))
    elsewhere = [council for council in councils if not council.inside]
    elsewhere += _served_elsewhere(before, after, councils)
    elsewhere += _neighbours(before, after)
    found += [
        AskedPlace(
            f"{OUTSIDE}: {each.name}", Whereabouts(WhereStatus.OUTSIDE, (each,)), in_full=False
        )
        for each in elsewhere
    ]
    return found


def _served_elsewhere(
    before: Directory, after: Directory, known: Sequence[Council]
) -> list[Council]:
    """Councils a service works in that neither directory lists as one of its own."""
    codes = {council.code for council in known}
    roles = {term.id for directory in (before, after) for term in directory.roles()}
    served = {
        area
        for directory in (before, after)
        for role in roles
        for service in directory.in_role(role)
        for area in service.areas
    }
    return [Council(code, code) for code in sorted(served - codes)]


def _neighbours(before: Directory, after: Directory) -> list[Council]:
    """Councils elsewhere whose front doors are known: one for all that the same bodies answer."""
    bodies = before.bodies(), after.bodies()
    known = {body for each in bodies for body, _ in each.doors}
    found: dict[tuple[object, ...], Council] = {}
    for code in dict.fromkeys(code for each in bodies for code in each.held):
        rows = [row for each in bodies for row in each.held.get(code, ())]
        if not any({row.children.id, row.adults.id} & known for row in rows):
            continue
        alike = tuple(
            (row.children.id, row.adults.id, row.begins, row.ends)
            for each in bodies
            for row in each.held.get(code, ())
        )
        names = dict.fromkeys(name for row in rows for name in (row.children.name, row.adults.name))
        found.setdefault(alike, Council(code, f"{', '.join(names)} ({code})"))
    return list(found.values())


def told_together(
    kind: ChangeKind, found: Mapping[tuple[str, str], list[Where]], moments: Sequence[NamedMoment]
) -> Iterator[Change]:
    """One change for each pair of answers and each group of places where it is alike."""
    for (was, now), answers in found.items():
        by_place: dict[str, set[Asked]] = defaultdict(set)
        for each in answers:
            by_place[each.place].add((each.concern, each.told, each.moment))
        alike: dict[frozenset[Asked], list[str]] = {}
        for place, some in by_place.items():
            alike.setdefault(frozenset(some), []).append(place)
        for same, places in alike.items():
            about = f"{', '.join(places)}: {_concerns({concern for concern, _, _ in same})}"
            when = _when({moment for _, _, moment in same}, moments)
            also = _also({told for _, told, _ in same})
            line = "; ".join(part for part in (when, also) if part)
            fact = FIRST if kind is ChangeKind.FIRST_CALL else OTHERWISE
            yield Change(
                kind=kind,
                service_id="",
                service=about,
                line=line,
                before=was,
                after=now,
                fact=fact,
                times=len(same) * len(places),
            )


def _concerns(concerns: set[Concern]) -> str:
    if len(concerns) == len(Concern):
        return ANY_CONCERN
    return ", ".join(
        title if not at else title[:1].lower() + title[1:]
        for at, title in enumerate(CONCERN_TITLES[each] for each in Concern if each in concerns)
    )


def _when(words: set[str], moments: Sequence[NamedMoment]) -> str:
    if len(words) == len(moments):
        return ANY_TIME
    return ", ".join(moment.words for moment in moments if moment.words in words)


def _also(told: set[frozenset[Circumstance]]) -> str:
    """The circumstances it takes; nothing is said when it is so without any."""
    if frozenset() in told:
        return ANY_CIRCUMSTANCE
    titles = [CIRCUMSTANCE_TITLES[each] for each in Circumstance if frozenset({each}) in told]
    return f"only with: {', '.join(titles)}"
