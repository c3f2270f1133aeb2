"""What an area’s files in places/ may say, and reading them with every mistake named."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from desktop_app.authoring.read.errors import Mistake, MistakesFound, stop_at
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.read.sources import SourceFile, read_file
from desktop_app.authoring.read.validation_messages import mistake_of
from desktop_app.domain.places.place_names import fold

AREAS = "areas"
NEIGHBOURS = "neighbours"
LONGEST = 120
"""Letters of a name: no place has more."""
Text = Annotated[str, Field(min_length=1, max_length=LONGEST)]
People = Annotated[int, Field(ge=0, le=20_000_000)]
"""Nobody counts more in one place."""


class PlaceBasis(StrEnum):
    """How we know that a place lies where we say."""

    PARISH = "parish"
    WARD = "ward"
    MSOA = "msoa"
    GEONAMES = "geonames"
    LOCAL = "local"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


Model = TypeVar("Model", bound=_Strict)


class SourcePlace(_Strict):
    """One place: its councils (slug or ONS code, the main one first) and all its names."""

    name: Text
    councils: tuple[Text, ...] = Field(default=(), min_length=1)
    basis: tuple[PlaceBasis, ...] = ()
    near: str = ""
    people: People = 0
    spelled: tuple[Text, ...] = ()
    misheard: tuple[Text, ...] = ()
    note: str = ""
    file: str = ""
    line: int = 0

    @property
    def keys(self) -> set[str]:
        """Every accepted way to write it, folded."""
        return {fold(name) for name in (self.name, *self.spelled)}


class _Entry(_Strict):
    name: Text
    basis: tuple[PlaceBasis, ...] = Field(min_length=1)
    near: str = ""
    also_in: tuple[Text, ...] = ()
    people: People = 0
    spelled: tuple[Text, ...] = ()
    misheard: tuple[Text, ...] = ()
    note: str = ""


class _CouncilFile(_Strict):
    council: Text
    places: tuple[_Entry, ...]


class _Area(_Strict):
    name: Text
    councils: tuple[Text, ...] = Field(min_length=1)
    spelled: tuple[Text, ...] = ()
    note: str = ""


class _AreaFile(_Strict):
    areas: tuple[_Area, ...]


class _Neighbours(_Strict):
    council: Text
    near: Text
    names: tuple[Text, ...] = Field(min_length=1)


class _NeighbourFile(_Strict):
    neighbours: tuple[_Neighbours, ...]


def places_in(sources: SourceTree, slugs: Iterable[str]) -> list[SourcePlace]:
    """Every place of the area's councils and every larger area; stops at all mistakes at once."""
    found = _areas(_read(sources, AREAS))
    mistakes: list[Mistake] = [*_twice(found)]
    for council in sorted(slugs):
        source = _read(sources, council)
        entries = _checked(_CouncilFile, source)
        if entries.council != council:
            mistakes.append(source.mistake(("council",), f"This file is for {council}."))
        places = [_place(source, entries.council, at) for at in enumerate(entries.places)]
        mistakes += _doubtful(places)
        found += places
    stop_at(mistakes)
    return found


def neighbours_in(sources: SourceTree) -> list[SourcePlace]:
    """The towns and villages just outside that are listed by hand."""
    source = _read(sources, NEIGHBOURS)
    found = []
    for at, group in enumerate(_checked(_NeighbourFile, source).neighbours):
        line = source.line_of(("neighbours", at))
        for name in group.names:
            councils = (group.council,)
            place = SourcePlace(
                name=name, councils=councils, near=group.near, file=source.name, line=line
            )
            found.append(place)
    stop_at(_twice(found))
    return found


def _areas(source: SourceFile) -> list[SourcePlace]:
    return [
        SourcePlace(**area.model_dump(), file=source.name, line=source.line_of(("areas", at)))
        for at, area in enumerate(_checked(_AreaFile, source).areas)
    ]


def _place(source: SourceFile, council: str, numbered: tuple[int, _Entry]) -> SourcePlace:
    at, entry = numbered
    given = entry.model_dump(exclude={"also_in"})
    councils = (council, *entry.also_in)
    line = source.line_of(("places", at))
    return SourcePlace(**given, councils=councils, file=source.name, line=line)


def _doubtful(places: Iterable[SourcePlace]) -> list[Mistake]:
    mistakes, seen = [], set()
    for place in places:
        key = fold(place.name)
        if place.basis == (PlaceBasis.LOCAL,) and not place.near:
            sentence = f"{place.name} is known only locally: add near, a postcode to check it by."
            mistakes.append(Mistake(place.file, place.line, sentence))
        if not key or key in seen:
            sentence = f"{place.name} is given twice in this file."
            mistakes.append(Mistake(place.file, place.line, sentence))
        seen.add(key)
    return mistakes


def _twice(places: Iterable[SourcePlace]) -> Iterator[Mistake]:
    """Each that stands in the same councils under the same name once more."""
    seen: set[tuple[str, frozenset[str]]] = set()
    for place in places:
        key = fold(place.name), frozenset(place.councils)
        if key in seen:
            yield Mistake(place.file, place.line, f"{place.name} is given twice in this file.")
        seen.add(key)


def _read(sources: SourceTree, name: str) -> SourceFile:
    return read_file(sources, f"places/{name}.yaml")


def _checked(model: type[Model], source: SourceFile) -> Model:
    try:
        return model.model_validate(source.content)
    except ValidationError as error:
        raise MistakesFound(mistake_of(one, source) for one in error.errors()) from None
