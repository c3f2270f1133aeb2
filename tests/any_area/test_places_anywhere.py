"""Where it happened, in any area: its own names, postcodes and districts, and who answers there."""

import random
from collections.abc import Iterator
from itertools import product

from desktop_app.domain.places.postcode import INWARD_LETTERS
from desktop_app.domain.places.postcode_sector import Sector
from desktop_app.domain.services.bodies import in_role
from desktop_app.domain.situation.pathway import FRONT_DOORS
from desktop_app.store.directory.directory import SqliteDirectory
from tests.any_area.tested import places_of


def test_each_council_is_found_by_its_own_name(directory: SqliteDirectory) -> None:
    answer = places_of(directory).answer
    for council in directory.councils():
        assert council in answer(council.name).whereabouts.councils, council
        assert council in answer(f"{council.name} Council").whereabouts.councils, council


def test_each_example_leads_where_it_says(directory: SqliteDirectory) -> None:
    answer = places_of(directory).answer
    for postcode, slug in directory.area().postcodes:
        assert [council.slug for council in answer(postcode).whereabouts.councils] == [slug]
    for place in directory.area().places:
        assert answer(place).councils, place


def test_each_district_of_a_county_is_answered_as_the_county(directory: SqliteDirectory) -> None:
    rows = directory.connection.execute(
        "SELECT district.name, county.slug FROM county_district"
        " JOIN council AS district ON district.number = county_district.district"
        " JOIN council AS county ON county.number = county_district.county"
    ).fetchall()
    answer = places_of(directory).answer
    for district, slug in rows:
        assert slug in {
            council.slug for council in answer(f"{district} Council").whereabouts.councils
        }


def test_each_place_leads_to_its_council_or_asks(directory: SqliteDirectory) -> None:
    rows = directory.connection.execute(
        "SELECT place.name, council.slug FROM place JOIN council ON number = council"
        " WHERE slug IS NOT NULL ORDER BY place.id"
    ).fetchall()
    answer = places_of(directory).answer
    for name, slug in random.Random(12).sample(rows, min(150, len(rows))):
        found = answer(name)
        named = {each.council.slug for each in found.councils}
        named |= {each.slug for other in found.alternatives for each in other.councils}
        asks = (
            "too many to tell which. Type the town" in found.text
        )  # London, in one of its boroughs
        assert slug in named or asks, name


def test_no_postcode_of_england_names_a_district_to_ring(directory: SqliteDirectory) -> None:
    answer, bodies = places_of(directory).answer, directory.bodies()
    asked = directory.connection.execute("SELECT council FROM answering WHERE tier = 'district'")
    districts = {code for (code,) in asked}
    for postcode in postcodes_of_england(directory, 250):
        for council in answer(postcode).whereabouts.councils:
            if council.inside:
                assert council.code not in districts, postcode
                continue
            there = bodies.of(council, directory.release().dated)
            assert there is not None, postcode
            answering = {body.id for role in FRONT_DOORS if (body := in_role(role, there))}
            assert answering, postcode
            assert answering.isdisjoint(districts), postcode


def postcodes_of_england(directory: SqliteDirectory, count: int) -> Iterator[str]:
    """The first postcode of so many sectors, taken at random and always the same."""
    connection = directory.connection
    codes = dict(connection.execute("SELECT number, code FROM council"))
    rows = connection.execute("SELECT * FROM postcode_sector ORDER BY outward, digit").fetchall()
    random.Random(12).shuffle(rows)
    for outward, digit, *packed in rows[: 2 * count]:
        sector = Sector(*packed)
        for unit, letters in enumerate(product(INWARD_LETTERS, repeat=2)):
            number = sector.council_of(unit)
            if number and codes[number].startswith("E"):
                yield f"{outward} {digit}{''.join(letters)}"
                break
