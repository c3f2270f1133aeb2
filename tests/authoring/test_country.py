"""All of England in one directory: 153 authorities, the districts of a county by its body."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.authoring.compile import compile_directory, write_release_contents
from desktop_app.authoring.read.source_folders import national_tree
from desktop_app.authoring.release_contents import read_release_contents
from desktop_app.domain.places.councils import Council
from desktop_app.domain.services.directory import NATIONWIDE
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from tests.benchmarks.country_sources import DOORS, EVERY_AUTHORITY, authorities, country
from tests.small_sources import councils_only, small_tree

DISTRICTS = 164
DISTRICTS_OF_NORFOLK = tuple(f"E07000{number}" for number in range(143, 150))
NORFOLK, LUTON = "E10000020", "E06000032"


@pytest.fixture(scope="module")
def england(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqliteDirectory]:
    file = tmp_path_factory.mktemp("england") / "england.sqlite"
    compile_directory(country(EVERY_AUTHORITY, len(DOORS)), file, councils_only)
    directory = open_directory(file)
    yield directory
    directory.close()


def county_of(directory: SqliteDirectory) -> dict[str, str]:
    """The county of each district."""
    return dict(
        directory.connection.execute(
            "SELECT d.code, c.code FROM county_district"
            " JOIN council d ON d.number = district JOIN council c ON c.number = county"
        )
    )


def test_every_council_of_england_is_in_it(england: SqliteDirectory) -> None:
    assert len(authorities(national_tree())) == EVERY_AUTHORITY
    assert len(england.councils()) == EVERY_AUTHORITY
    assert len(county_of(england)) == DISTRICTS
    assert all(council.code.startswith("E") and council.inside for council in england.councils())


@pytest.mark.parametrize("role", [door.role for door in DOORS[:3]])
def test_each_council_has_the_door_of_its_own_authority_and_no_other(
    england: SqliteDirectory, role: str
) -> None:
    for authority in authorities(national_tree()):
        for code in authority.councils:
            (door,) = england.in_role(role, code)
            assert door.organisation == authority.name


def test_a_district_has_its_countys_door(england: SqliteDirectory) -> None:
    counties = {county_of(england)[code] for code in DISTRICTS_OF_NORFOLK}
    doors = {england.in_role("children_front_door", code)[0].id for code in counties}
    assert doors == {f"made-{NORFOLK.lower()}-0"}


def test_national_services_work_in_every_council(england: SqliteDirectory) -> None:
    everywhere = {council.code for council in england.councils()}
    national = england.in_role("emergency", NATIONWIDE)
    assert national
    assert all(service.areas == everywhere for service in national)


def test_a_service_of_a_council_elsewhere_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    tree, file = small_tree(tmp_path / "sources"), tmp_path / "out.sqlite"
    contents = read_release_contents(tree)
    number, service, owner = next(each for each in contents.services if not each[1].national)
    strange = replace(service, areas=frozenset({NORFOLK}))
    others = tuple(each for each in contents.services if each[0] != number)
    wrong = replace(contents, services=(*others, (number, strange, owner)))
    with pytest.raises(ValueError, match=f"{service.id} works in {NORFOLK}"):
        write_release_contents(wrong, file, tree, councils_only)
    assert not file.exists()


def test_a_countrys_directory_knows_its_councils_by_name(england: SqliteDirectory) -> None:
    luton = next(council for council in england.councils() if council.code == LUTON)
    assert luton == Council(LUTON, "Luton", "luton")
