"""Names of counties, metropolitan counties and London, in areas that hold a part of them."""

import re
from collections.abc import Sequence
from contextlib import closing
from functools import cache

import pytest

from desktop_app.authoring.read.council_names import AREAS, write_council_names
from desktop_app.authoring.read.councils import is_county, write_councils
from desktop_app.authoring.read.source_folders import national_tree
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.domain.places.councils import WhereAnswer, WhereStatus
from desktop_app.store.places.lookup import WhereIndex
from tests import sweeps
from tests.where_directory import empty_directory

AREA = """\
id: made-up
name: A made-up area
authorities: [{}]
examples: {{postcodes: {{LU1 2BQ: a0}}, places: [Luton], number: "01632 96"}}
"""


@cache
def national() -> SourceTree:
    return national_tree()


def asked(name: str, authorities: Sequence[str], place: str = "") -> WhereAnswer:
    """What a name is answered with in these authorities; the first of them has the place."""
    entries = (f"{{code: {code}, slug: a{at}}}" for at, code in enumerate(authorities))
    area = SourceTree.of_bytes({"area.yaml": AREA.format(", ".join(entries)).encode()})
    with closing(empty_directory()) as connection:
        sources = national().with_area(area)
        write_councils(connection, sources)
        write_council_names(connection, sources)
        query = "INSERT INTO place SELECT 1, ?, number, 9000000, '' FROM council WHERE slug = 'a0'"
        connection.execute(query, (place,))
        connection.execute("INSERT INTO place_name VALUES (?, 1)", (place.casefold(),))
        return WhereIndex(connection).answer(name)


@pytest.mark.parametrize(
    ("name", "authorities", "said"),
    [
        ("Kent", ["E10000016"], "Kent has more than one council: Kent and Medway. Type"),
        ("Kent", ["E06000035"], "Kent has more than one council: Medway and Kent. Type"),
        ("Kent County Council", ["E10000016"], "That is Kent, a council of this directory."),
        ("Kent Council", ["E10000016"], "That is Kent, a council of this directory."),
        ("Kent County Council", ["E06000035"], "Kent is outside this directory."),
        ("Kent", ["E10000020"], "Kent is outside this directory."),
        ("Norfolk", ["E10000020"], "That is Norfolk, a council of this directory."),
        ("Merseyside", ["E08000012"], "Merseyside has more than one council: Liverpool, "),
        ("Greater Manchester", ["E08000003", "E08000006"], "Greater Manchester has 10 councils, "),
        ("London", ["E09000007"], "Greater London has 33 councils, too many to tell which. Type"),
        ("Middlesex", ["E09000007"], "Middlesex has 34 councils, too many to tell which. Type"),
        ("London", ["E10000020"], "Greater London is outside this directory."),
        ("Sussex", ["E06000043"], "Sussex has more than one council: Brighton and Hove, East S"),
    ],
)
def test_a_name_says_what_it_may_stand_for(name: str, authorities: list[str], said: str) -> None:
    assert asked(name, authorities).text.startswith(said)


@pytest.mark.parametrize("typed", ["London", "london", "12 High Street, London"])
def test_a_large_town_in_one_council_is_not_the_region_of_its_name(typed: str) -> None:
    """The gazetteer has London as a place in Westminster: 32 other councils may be meant."""
    answer = asked(typed, ["E09000033", "E09000007"], "London")
    assert answer.text.startswith("Greater London has 33 councils, too many to tell which.")
    assert answer.whereabouts.status is WhereStatus.UNKNOWN


def holding() -> list[tuple[str, str, list[str]]]:
    """Each name with several councils, one of them that is the area's only one, and all."""
    rows = list(national().rows(AREAS))
    members = {row["code"]: row["councils"].split() for row in rows if row["code"]}
    found = []
    for row in rows:
        own = [row["code"]] * is_county(row["code"]) + row["councils"].split()
        every = [each for code in own for each in members.get(code, []) or [code]]
        english = [code for code in every if re.match("E0[689]|E10", code)]
        found += [(row["name"], code, own) for code in english if len(set(every)) > 1]
    return found


@pytest.mark.parametrize(
    ("name", "code", "own"), sweeps.sampled(holding(), 12, "names of counties")
)
def test_no_name_of_a_part_of_the_area_is_outside_or_settles_on_one_council(
    name: str, code: str, own: list[str]
) -> None:
    answer = asked(name, [code])
    assert "outside" not in answer.text, (name, code, own)
    assert answer.whereabouts.status in (WhereStatus.SEVERAL, WhereStatus.UNKNOWN), (name, code)
