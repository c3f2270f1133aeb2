"""A new area's folder: every file it needs, with what the country's sources know of it."""

import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from desktop_app.authoring.areas import area_texts as texts
from desktop_app.authoring.areas.cases import FILE as CASES
from desktop_app.authoring.areas.neighbours import Point, around
from desktop_app.authoring.places.places import ELSEWHERE
from desktop_app.authoring.read.area import LONGEST, NOT_ENGLISH, is_english
from desktop_app.authoring.read.bodies import ANSWERING, BODIES, DISTRICT, last_day_after
from desktop_app.authoring.read.councils import council_names, districts_of, is_county
from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.front_doors import FILE as FRONT_DOORS
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.domain.places.council_titles import bare_title
from desktop_app.domain.places.councils import Council
from desktop_app.domain.places.place_names import fold
from desktop_app.domain.places.postcode import whole_postcode
from desktop_app.domain.places.words import listed_up_to
from desktop_app.domain.situation.pathway import ADULTS, CHILDREN

EXPECTED = timedelta(days=180)
MOST_NEIGHBOURS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRequest:
    """What a new area is to be: its id, its name, its authorities, and the day it is begun."""

    id: str
    name: str
    authorities: tuple[Council, ...]
    today: date


def authorities_called(words: Sequence[str], national: SourceTree) -> tuple[Council, ...]:
    """The authorities of these codes or names, in the order given, with short names.

    MistakesFound names each word that is none, or is a district, which has no social services.
    """
    names = council_names(national)
    called = _called(names, national)
    rows = {row["council"]: row for row in national.rows(ANSWERING)}
    found: list[Council] = []
    mistakes: list[Mistake] = []
    for word in words:
        key = fold(word)
        code = word if word in names else called.get(key) or called.get(bare_title(key))
        row = rows.get(code or "", {})
        if code is None:
            sentence = "No council or county is called so; give its code."
            mistakes.append(Mistake(word or "“”", 0, sentence))
        elif not is_english(code):
            mistakes.append(Mistake(word, 0, NOT_ENGLISH))
        elif row.get("tier") == DISTRICT:
            county = f"{names[row['county']]} ({row['county']})"
            mistakes.append(Mistake(word, 0, f"A district has no social services: name {county}."))
        else:
            found.append(Council(code, names[code], "-".join(fold(names[code]).split())))
    if mistakes:
        raise MistakesFound(mistakes)
    return tuple(dict.fromkeys(found))


def _called(names: Mapping[str, str], national: SourceTree) -> dict[str, str]:
    """Codes by every name people write: "Bristol", "Bristol City Council", "Bristol, City of"."""
    full = {fold(row["name"]): row["id"] for row in national.rows(BODIES) if row["id"] in names}
    exact = {fold(name): code for code, name in names.items()} | full
    bare: dict[str, set[str]] = {}
    for name, code in exact.items():
        bare.setdefault(bare_title(name), set()).add(code)
    return {name: min(codes) for name, codes in bare.items() if len(codes) == 1} | exact


def next_release(wanted: AreaRequest, national: SourceTree) -> date:
    """When the release after the first is expected: before an authority ends, if one does.

    MistakesFound names an authority that has ended already.
    """
    expected, mistakes = wanted.today + EXPECTED, []
    for each in wanted.authorities:
        ends = last_day_after(each.code, national.rows(ANSWERING))
        if ends and ends <= wanted.today:
            sentence = f"It answered until {ends} only: name the councils that followed it."
            mistakes.append(Mistake(each.name, 0, sentence))
        expected = min(expected, ends or expected)
    if mistakes:
        raise MistakesFound(mistakes)
    return expected


def files_of(
    wanted: AreaRequest,
    national: SourceTree,
    postcodes: Iterable[tuple[str, str | None]],
    points: Iterable[Point],
) -> dict[str, str]:
    """The text of every file of a new area, by its name in the area's folder."""
    codes = {each.code: own_codes(each, national) for each in wanted.authorities}
    examples = _examples(wanted.authorities, codes, postcodes)
    own = frozenset(code for each in codes.values() for code in each)
    near = around(points, own)[:MOST_NEIGHBOURS]
    slugs = [str(each.slug) for each in wanted.authorities]
    listed = {
        "area.yaml": texts.area_text(wanted.id, wanted.name, wanted.authorities, examples),
        "release.yaml": texts.release_text(
            wanted.today.isoformat(), next_release(wanted, national).isoformat()
        ),
        "documents.yaml": "# Every paper and page a fact was read in, one entry each: id, title,\n"
        "# publisher, dated (as the document shows it), address, year (null where none is shown).\n"
        "[]\n",
        CASES: texts.cases_text(examples),
        "places/areas.yaml": "# Larger stretches people name (“Mid Beds”), with their councils.\n"
        "areas: []\n",
        "places/neighbours.yaml": _neighbours_text(near, national),
        "places/namesakes.csv": "key,places\n",
        "places/post_towns.csv": "town,districts\n",
        "to-find.md": to_find(wanted, near, national),
    }
    for each in wanted.authorities:
        listed |= _authority_files(each, codes[each.code], national)
    shared = [texts.service_text(part, wanted.id, wanted.name, slugs) for part in texts.AREA_PARTS]
    listed[f"services/{wanted.id}-shared.yaml"] = texts.organisation_text(
        f"{wanted.id}-shared", f"Health and support services in {wanted.name}", shared
    )
    return dict(sorted(listed.items()))


def _authority_files(
    authority: Council, codes: Collection[str], national: SourceTree
) -> dict[str, str]:
    """The services of one authority, and the places in it."""
    slug, body = str(authority.slug), _body_name(authority, national)
    key = "-".join(fold(body).split())
    parts = [
        texts.service_text(part, slug, authority.name, [slug]) for part in texts.AUTHORITY_PARTS
    ]
    return {
        f"services/{key}.yaml": texts.organisation_text(key, body, parts),
        f"places/{slug}.yaml": texts.places_text(slug, _places(codes, national)),
    }


def name_of(councils: Sequence[Council]) -> str:
    """What an area is called until somebody gives it a name: by its councils, the first of many."""
    named = [each.name for each in councils]
    most = next((n for n in range(len(named), 1, -1) if len(listed_up_to(n, named)) <= LONGEST), 1)
    return listed_up_to(most, named)


def write_folder(folder: Path, files: Mapping[str, str]) -> None:
    """Write the files below a folder that must not be there yet; MistakesFound when it is.

    All of them, or nothing stays behind: what is half there would refuse the next try.
    """
    if folder.exists():
        sentence = "This is there already: nothing was written. Take another id, or move it away."
        raise MistakesFound([Mistake(str(folder), 0, sentence)])
    try:
        for name, text in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def own_codes(council: Council, national: SourceTree) -> list[str]:
    """The codes that postcodes of an authority carry: its own, or those of a county's districts."""
    return districts_of(council.code, national) if is_county(council.code) else [council.code]


def to_find(wanted: AreaRequest, near: Sequence[tuple[str, int]], national: SourceTree) -> str:
    """The facts to find, as a list to tick; `check --area` says what is left of them."""
    lines = [
        f"# Facts to find for {wanted.name}",
        "",
        "Each needs a document in documents.yaml with the date it shows. Nothing is made up: what",
        "is not found stays a gap, and the program says so. Rung it yourself? See db/README.md.",
        "",
    ]
    for each in wanted.authorities:
        lines += [f"## {each.name}", ""]
        lines += [f"- [ ] {part.ask}" for part in texts.AUTHORITY_PARTS]
        lines.append("")
    lines += [f"## All of {wanted.name}", ""]
    lines += [f"- [ ] {part.ask}" for part in texts.AREA_PARTS]
    lines += ["", "## Neighbours whose front doors are not in db/national/front_doors.csv", ""]
    lines += [f"- [ ] {name}" for name in _doors_missing(near, national)]
    return "\n".join(lines) + "\n"


def _doors_missing(near: Sequence[tuple[str, int]], national: SourceTree) -> Iterator[str]:
    bodies = {row["id"]: row["name"] for row in national.rows(BODIES)}
    have = {(row["body"], row["role"]) for row in national.rows(FRONT_DOORS)}
    answering = {row["council"]: row for row in national.rows(ANSWERING)}
    told: dict[str, int] = {}
    for code, postcodes in near:
        row = answering.get(code)
        for part, role in (("children", CHILDREN), ("adults", ADULTS)):
            if row and (row[part], role) not in have:
                asked = f"{bodies[row[part]]}: {texts.DOORS[role]}"
                told[asked] = told.get(asked, 0) + postcodes
    for asked, postcodes in sorted(told.items(), key=lambda each: (-each[1], each[0])):
        yield f"{asked} ({postcodes:,} postcodes within 10 km)"


def _neighbours_text(near: Sequence[tuple[str, int]], national: SourceTree) -> str:
    names = council_names(national)
    counted = "".join(f"#   {code} {names[code]}: {count:,}\n" for code, count in near)
    return (
        "# Towns and villages just outside that people ask for, with the beginning of a postcode\n"
        "# to check them by: {council: CODE, near: MK17, names: [A Village]}.\n"
        "# Neighbours, with the postcodes they have within 10 km of this area:\n"
        f"{counted}neighbours: []\n"
    )


def _examples(
    councils: Sequence[Council],
    codes: Mapping[str, Collection[str]],
    postcodes: Iterable[tuple[str, str | None]],
) -> dict[str, str]:
    """For each authority one postcode in a sector that is all its own."""
    whose = {code: str(each.slug) for each in councils for code in codes[each.code]}
    sectors: dict[str, set[str | None]] = {}
    first: dict[str, str] = {}
    for postcode, code in postcodes:
        slug = whose.get(code or "")
        sectors.setdefault(postcode[:-2], set()).add(slug)
        if slug and (postcode[:-2] not in first or postcode < first[postcode[:-2]]):
            first[postcode[:-2]] = postcode
    found: dict[str, str] = {}
    for each in councils:
        alone = (first[s] for s, slugs in sectors.items() if slugs == {each.slug} and s in first)
        postcode = min(alone, default="")
        whole = whole_postcode(postcode) if postcode else None
        if whole:
            found[str(whole)] = str(each.slug)
    return found


def _places(codes: Collection[str], national: SourceTree) -> list[tuple[str, int]]:
    best: dict[str, tuple[str, int]] = {}
    for row in national.rows(ELSEWHERE):
        if row["council"] in codes:
            place = (row["name"], int(row["people"]))
            best[fold(place[0])] = max(best.get(fold(place[0]), ("", -1)), place, key=_people)
    return sorted(best.values())


def _people(place: tuple[str, int]) -> int:
    return place[1]


def _body_name(council: Council, national: SourceTree) -> str:
    row = next((r for r in national.rows(BODIES) if r["id"] == council.code), None)
    return row["name"] if row else council.name
