"""Everything that can be typed to find a service, written into the tables search reads."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from desktop_app.authoring.read.models import OrganisationEntry
from desktop_app.authoring.read.vocabulary_models import LineWordsEntry, TermEntry, VocabularyEntry
from desktop_app.domain.browse.search_words import fold, pairs
from desktop_app.domain.places.area import Area
from desktop_app.domain.services.service import Line, LineKind, Service, Standing

Numbered = tuple[int, Service, OrganisationEntry]
WEIGHTS = {Standing.IN_USE: 0, Standing.DISPUTED: 1, Standing.SUPERSEDED: 2}
FAX_WEIGHT = 3
SUBJECTS = (("topic", "topics"), ("role", "roles"), ("audience", "audiences"))


def write_search_index(
    database: Database,
    services: Sequence[Numbered],
    vocabulary: VocabularyEntry,
    area: Area,
) -> None:
    """Write the whole index; the places must stand in their tables already."""
    subjects = {
        kind: {term.id: term for term in getattr(vocabulary, listed)} for kind, listed in SUBJECTS
    }
    lines = {str(kind.id): kind for kind in vocabulary.lines}
    database.table("search_name").insert_all(_name_rows(services))
    database.table("search_number").insert_all(_number_rows(services), ignore=True)
    database.table("search_subject").insert_all(
        _subject_rows({**subjects, "line": lines}), ignore=True
    )
    database.table("search_lead").insert_all(
        {"kind": kind, "id": str(term.id), "position": position, "role": role}
        for kind, terms in (*subjects.items(), ("line", lines))
        for term in terms.values()
        for position, role in enumerate(term.leads)
        if kind != "role"
    )
    database.table("search_advice").insert_all(_advice_rows(vocabulary), ignore=True)
    _write_texts(database, services, subjects, area)
    _write_places(database)
    _write_words(database)


def _name_rows(services: Iterable[Numbered]) -> Iterator[dict[str, Any]]:
    for number, service, _ in services:
        seen = {""}
        names = [("name", service.name), *(("old name", alias) for alias in service.aliases)]
        for why, text in names:
            folded = fold(text)
            if folded not in seen:
                yield {"folded": folded, "service": number, "why": why, "text": text}
            seen.add(folded)


def _number_rows(services: Iterable[Numbered]) -> Iterator[dict[str, Any]]:
    for number, service, _ in services:
        for line in service.lines:
            row = {"digits": line.digits, "service": number, "line": line.id}
            yield row | {"weight": _weight(line)}


def _weight(line: Line) -> int:
    return FAX_WEIGHT if line.kind is LineKind.FAX else WEIGHTS[line.standing]


def _subject_rows(
    subjects: Mapping[str, Mapping[str, TermEntry] | Mapping[str, LineWordsEntry]],
) -> Iterator[dict[str, Any]]:
    for kind, terms in subjects.items():
        for id_, term in terms.items():
            for text in (term.name, id_.replace("_", " "), *term.words):
                yield {"folded": fold(text), "kind": kind, "id": id_, "text": term.name}


def _advice_rows(vocabulary: VocabularyEntry) -> Iterator[dict[str, Any]]:
    for position, advice in enumerate(vocabulary.advice):
        for text in advice.words:
            yield {"folded": fold(text), "position": position, "text": advice.text}


def _write_texts(
    database: Database,
    services: Iterable[Numbered],
    subjects: Mapping[str, Mapping[str, TermEntry]],
    area: Area,
) -> None:
    """The full-text rows. The table keeps no copy of the text, so plain SQL fills it."""
    names = {council.code: council.name for council in area.councils}
    database.conn.executemany(
        "INSERT INTO search_text (rowid, name, alias, topic, area, other) VALUES (?,?,?,?,?,?)",
        (
            (
                number,
                fold(service.name),
                fold(" ".join(service.aliases)),
                fold(" ".join(_subject_words(service, subjects))),
                fold(" ".join(_area_words(service, names))),
                fold(" ".join(_other_words(service, organisation, subjects))),
            )
            for number, service, organisation in services
        ),
    )


def _subject_words(
    service: Service, subjects: Mapping[str, Mapping[str, TermEntry]]
) -> Iterator[str]:
    for kind, ids in (("topic", service.topics), ("role", service.roles)):
        for term in (subjects[kind][used] for used in ids):
            yield from (term.name, *term.words)


def _area_words(service: Service, names: Mapping[str, str]) -> Iterator[str]:
    if service.national:
        yield "national"
        return
    for code in sorted(service.areas):
        if code not in names:  # read_release_contents lets none through; a generated release may
            raise ValueError(f"{service.id} works in {code}, which is no council of the area.")
        yield from (names[code], code)


def _other_words(
    service: Service,
    organisation: OrganisationEntry,
    subjects: Mapping[str, Mapping[str, TermEntry]],
) -> Iterator[str]:
    yield from (organisation.name, *organisation.other_names)
    yield from (line.label for line in service.lines)
    for term in (subjects["audience"][used] for used in service.serves):
        yield from (term.name, *term.words)
    yield service.summary


def _write_places(database: Database) -> None:
    """One row for each word of each name of a place in the area's councils.

    A council's own name is one, and that of each district in which a county answers: whoever
    types "Torbay children" names no town.
    """
    names = database.query(
        "SELECT place_name.key, place.name, council.code FROM place_name"
        " JOIN place ON place.id = place_name.place"
        " JOIN council ON council.number = place.council WHERE council.slug IS NOT NULL"
        " UNION SELECT name, name, code FROM council WHERE slug IS NOT NULL"
        " UNION SELECT district.name, district.name, county.code FROM county_district"
        " JOIN council AS district ON district.number = county_district.district"
        " JOIN council AS county ON county.number = county_district.county"
        " ORDER BY 1, 2, 3"
    )
    database.table("search_place").insert_all(
        (
            {"word": word, "folded": fold(row["key"]), "council": row["code"], "name": row["name"]}
            for row in names
            for word in dict.fromkeys(fold(row["key"]).split())
        ),
        ignore=True,
    )


def _write_words(database: Database) -> None:
    """Every word of names, subjects and places, for finding what a misspelt word meant."""
    folded = database.query(
        "SELECT folded FROM search_name UNION SELECT folded FROM search_subject"
        " UNION SELECT folded FROM search_place UNION SELECT folded FROM search_kind"
    )
    words = {word for row in folded for word in row["folded"].split()}
    known = sorted(word for word in words if len(word) > 2 and not word.isdigit())
    numbered = list(enumerate(known, 1))
    database.table("search_word").insert_all(
        {"id": number, "word": word} for number, word in numbered
    )
    database.table("search_pair").insert_all(
        {"pair": pair, "length": len(word), "word": number}
        for number, word in numbered
        for pair in sorted(pairs(word))
    )
