"""The sources of a made-up directory of all England: every authority, a few services or many.

What is the same for every area (words, rules, national services, calendar, who answers where) is
the country's own; the local services are made up, with numbers from the ranges kept for drama. A
county stands for its districts, as in every area.
"""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.authoring.compile import TABLES, compile_directory
from desktop_app.authoring.read.councils import council_names, districts_of, is_county
from desktop_app.authoring.read.source_folders import area_tree, national_tree
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.authoring.write.digest import digest_of
from desktop_app.paths import schema_folder

DAY = "2026-11-29"
"""The day by which a council's body is looked up."""
NAMED_BY_RULES = {
    "E06000032": "luton",
    "E06000042": "milton-keynes",
    "E06000055": "bedford",
    "E06000056": "central-bedfordshire",
}
"""Short names that rules of the country's pathways count for."""
DRAMA = ("01632 960", "020 7946 0", "0808 157 0")
DOCUMENT = "made-up-country"


class Play(NamedTuple):
    """One kind of service that an authority has."""

    name: str
    role: str
    topic: str
    audience: str


DOORS = (
    Play("Children’s Front Door", "children_front_door", "child_abuse", "children"),
    Play("Adult Safeguarding Team", "adults_front_door", "adult_abuse", "adults_at_risk"),
    Play("Designated Officer", "lado", "child_abuse", "professionals"),
    Play("Domestic Abuse Service", "da_local", "domestic_abuse", "women"),
)
"""What each authority has at least."""
SELDOM = (
    Play("Advisers on Domestic Violence", "idva", "domestic_abuse", "women"),
    Play("Sexual Assault Centre", "sarc", "sexual_violence", "everyone"),
    Play("Crisis Line", "mental_health_crisis", "mental_health", "everyone"),
    Play("Housing Advice", "homelessness", "housing", "everyone"),
    Play("Named Nurse", "icb_advice", "child_abuse", "professionals"),
    Play("Victim Care", "victim_support", "domestic_abuse", "everyone"),
    Play("Refuge", "refuge", "housing", "women"),
    Play("Outreach", "da_local", "domestic_abuse", "women"),
    Play("Second Refuge", "refuge", "housing", "women"),
)
"""What comes next, once in each authority."""
BESIDE = (
    Play("Family Support", "", "early_help", "families"),
    Play("Older People’s Network", "", "adult_abuse", "older_people"),
    Play("Youth Project", "", "exploitation", "young_people"),
    Play("Hoarding Panel", "", "neglect", "professionals"),
    Play("Drop-in", "", "housing", "everyone"),
)
"""Whatever fills a long list: nobody's first call."""
DISTRICTS = ("Market", "Harbour", "Castle", "Mill", "Abbey", "Station", "Green", "Bridge", "Park")


class Authority(NamedTuple):
    """A body that runs social services, and what stands in the area for it: itself if a county."""

    id: str
    name: str
    councils: tuple[str, ...]


EVERY_AUTHORITY = 153


def compiled_country(count: int, each: int) -> Path:
    """A country compiled as any directory is; made once, then kept in the temporary folder."""
    sources = country(count, each)
    figure = digest_of(sources, [schema_folder() / name for name in TABLES], "")
    path = Path(tempfile.gettempdir()) / f"who-to-call-country-{figure[:16]}.sqlite"
    if not path.is_file():
        compile_directory(sources, path)
    return path


def authorities(national: SourceTree) -> list[Authority]:
    """The bodies that answer for adults in England's councils today, in the order of ids."""
    names = {row["id"]: row["name"] for row in national.rows("bodies.csv")}
    held: defaultdict[str, list[str]] = defaultdict(list)
    for row in national.rows("answering.csv"):
        begun, open_still = row["from"] <= DAY, not row["until"] or row["until"] > DAY
        if row["council"].startswith("E") and begun and open_still:
            held[row["adults"]].append(row["council"])
    return [
        Authority(key, names[key], (key,) if is_county(key) else tuple(held[key]))
        for key in sorted(held)
    ]


def country(count: int, each: int) -> SourceTree:
    """The sources of so many authorities with so many services each, at least four.

    The first has one of every kind, so that nobody is missing in an area however small. The four
    councils that rules name are always there, with four services where they are not counted.
    """
    national = national_tree()
    every = authorities(national)
    chosen = every[:count]
    beside = [one for one in every[count:] if set(one.councils) & set(NAMED_BY_RULES)]
    named = council_names(national)
    slugs = {code: _slug(code, named[code]) for one in chosen + beside for code in one.councils}
    texts = {
        "area.yaml": _area(slugs),
        "documents-made-up.yaml": [
            {"id": DOCUMENT, "title": "Made up", "publisher": "Nobody"} | DATED
        ],
        "places/areas.yaml": {"areas": []},
        "places/neighbours.yaml": {"neighbours": []},
        **_places(national, slugs, named),
    }
    for number, authority in enumerate(chosen + beside):
        owner = {"id": f"made-{authority.id.lower()}", "name": authority.name}
        wanted = each if number < count else len(DOORS)
        services = list(_services(authority, number, wanted, slugs))
        told = {"organisation": owner, "services": services}
        texts[f"services/{owner['id']}.yaml"] = told
    area = {name: _json(content) for name, content in texts.items()}
    real = area_tree()  # some of the country's files still cite documents of the area they began in
    area |= {name: real.bytes(name) for name in real.names("documents*.yaml")}
    area["release.yaml"] = RELEASE
    area |= {"places/namesakes.csv": b"key,places\n", "places/post_towns.csv": b"town,districts\n"}
    return national.with_area(SourceTree.of_bytes(area))


DATED = {"dated": "November 2026", "year": 2026}
RELEASE = b"""\
number: 1
dated: 2026-11-22
next_expected_by: 2027-02-28
made_up_numbers: true
"""


def _slug(code: str, name: str) -> str:
    """The short name of a council: "Bristol, City of" is bristol-city-of."""
    kept = (letter if letter.isalnum() else " " for letter in name.lower().replace("’", ""))
    return NAMED_BY_RULES.get(code) or "-".join("".join(kept).split())


def _services(
    authority: Authority, number: int, each: int, slugs: dict[str, str]
) -> Iterator[dict[str, Any]]:
    plays = [*DOORS, *SELDOM] if number == 0 or each > len(DOORS) else list(DOORS)
    for at in range(max(each, len(plays) if number == 0 else 0)):
        beside = BESIDE[at % len(BESIDE)]
        yield _service(authority, plays[at] if at < len(plays) else beside, at, number, slugs)


def _service(
    authority: Authority, play: Play, at: int, number: int, slugs: dict[str, str]
) -> dict[str, Any]:
    place = f"{authority.name} {DISTRICTS[at % len(DISTRICTS)]}"
    name = f"{place} {play.name}" if play.role else f"{place} {play.name} {at}"
    cited = [{"document": DOCUMENT, "states": "made up"}]
    lines: list[dict[str, Any]] = [
        {"id": "office", "kind": "office_hours", "label": "Duty desk", "hours": _hours(number, at)},
        {"id": "night", "kind": "out_of_hours", "label": "Team", "hours": {"outside": "office"}},
    ]
    for offset, line in enumerate(lines):
        line |= {"number": _shown(number * 977 + at * 2 + offset), "sources": cited}
    return {
        "id": f"made-{authority.id.lower()}-{at}",
        "name": name,
        "summary": f"Somebody to ring in {authority.name}.",
        "aliases": [f"{authority.name} hub {at}", f"Old {place} team"],
        "roles": [play.role] if play.role else [],
        "areas": [slugs[code] for code in authority.councils],
        "serves": list(dict.fromkeys((play.audience, "professionals"))),
        "topics": [play.topic],
        "status": "in_use" if play.role or at % 2 else "reference",
        "lines": lines,
        "notes": [f"Stands beside the market of {place}."],
        "sources": cited,
    }


def _hours(number: int, at: int) -> object:
    """Every other service says when it is there, each authority in its own way."""
    if at % 2:
        return "assumed_office"
    opens, closes = 480 + number % 13 * 5, 960 + number % 17 * 5
    week = {"mon-fri": f"{opens // 60:02d}:{opens % 60:02d}-{closes // 60}:{closes % 60:02d}"}
    return [{"basis": "published", "weekly": week, "document": DOCUMENT}]


def _area(slugs: dict[str, str]) -> dict[str, Any]:
    return {
        "id": "made-up-country",
        "name": "A made-up country",
        "counties": ["beds", "bedfordshire"],
        "authorities": [{"code": code, "slug": slug} for code, slug in slugs.items()],
        "examples": {
            "postcodes": {"LU1 2BQ": "luton", "MK9 3EJ": "milton-keynes"},
            "places": ["Luton", "Cranfield"],
            "number": "01632 96",
        },
    }


def _places(
    national: SourceTree, slugs: dict[str, str], named: dict[str, str]
) -> dict[str, dict[str, Any]]:
    found: defaultdict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    counties = [code for code in slugs if is_county(code)]
    county_of = {each: county for county in counties for each in districts_of(county, national)}
    for row in national.rows("places/elsewhere.csv"):
        told = {"name": row["name"], "basis": ["geonames"], "people": int(row["people"])}
        council = county_of.get(row["council"], row["council"])
        found[council].setdefault(row["name"].casefold(), told)
    unlisted = {code: {"name": named[code], "basis": ["geonames"]} for code in slugs}
    return {
        f"places/{slug}.yaml": {
            "council": slug,
            "places": list(found[code].values()) or [unlisted[code]],
        }
        for code, slug in slugs.items()
    }


def _shown(number: int) -> str:
    return f"{DRAMA[number % len(DRAMA)]}{number // len(DRAMA) % 1000:03d}"


def _json(content: object) -> bytes:
    """JSON, which is YAML too, and quickly read."""
    return json.dumps(content, ensure_ascii=False).encode()
