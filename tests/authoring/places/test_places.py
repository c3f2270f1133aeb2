"""The files of places: every mistake stops the compile with its file, line and a plain sentence."""

import sqlite3
from pathlib import Path

import pytest

from desktop_app.authoring.places.place_sources import places_in
from desktop_app.authoring.places.places import write_places
from desktop_app.authoring.places.postcodes import write_postcodes
from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.source_tree import SourceTree
from tests.area import COUNCILS
from tests.where_directory import empty_directory, real_sources, where_connection

ROWS = [("LU40DZ", "E06000032"), ("MK430AL", "E06000056")]


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of the real sources with only a few places, to break in one spot."""
    places = tmp_path / "places"
    places.mkdir()
    (tmp_path / "councils.csv").write_bytes(real_sources().bytes("councils.csv"))
    (tmp_path / "area.yaml").write_bytes(real_sources().bytes("area.yaml"))
    for council in ("bedford", "central-bedfordshire", "luton", "milton-keynes"):
        (places / f"{council}.yaml").write_text(f"council: {council}\nplaces: []\n")
    (places / "areas.yaml").write_text("areas: []\n")
    (places / "neighbours.yaml").write_text("neighbours: []\n")
    (places / "elsewhere.csv").write_text("name,council,people\nLuton,E06000035,500\n")
    (places / "namesakes.csv").write_text("key,places\nluton,4\n")
    (places / "post_towns.csv").write_text("town,districts\nLuton,LU4\n")
    (places / "council_names.csv").write_text("name,council,kind\n")
    (places / "areas_elsewhere.csv").write_text("name,code,spelled,councils\n")
    return tmp_path


def compiled(sources: Path) -> sqlite3.Connection:
    connection = empty_directory()
    write_postcodes(connection, real_sources(), ROWS)
    write_places(connection, SourceTree.of_folder(sources))
    return connection


def luton(sources: Path, *places: str) -> Path:
    text = "council: luton\nplaces:\n" + "".join(f"  - {place}\n" for place in places)
    (sources / "places" / "luton.yaml").write_text(text, encoding="utf-8")
    return sources


def test_a_place_with_its_spellings_is_written(sources: Path) -> None:
    place = "{name: High Town, basis: [ward], spelled: [Hightown], misheard: [Hi Town]}"
    rows = compiled(luton(sources, place)).execute("SELECT key FROM place_name ORDER BY key")
    assert [key for (key,) in rows] == ["high town", "hightown"]


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("{name: Bushmead, basis: [local]}", "Bushmead is known only locally"),
        ("{name: Bushmead, basis: [local], near: MK43}", "No postcode in MK43 lies in the council"),
        ("{name: L&D, basis: [local], near: MK43 0AL}", "No postcode in MK43 0AL lies in"),
        ("{name: Bushmead, basis: [local], near: nowhere}", "No postcode in nowhere lies in"),
        ("{name: Skimpot, basis: [ward], also_in: [dunstable]}", "No council has the code"),
        (
            "{name: Skimpot, basis: [rumour]}",
            "“rumour” is not possible for “basis”; it may be 'parish', 'ward', 'msoa', ",
        ),
        ("{name: Skimpot, basis: [ward], peopel: 3}", "“peopel” is not a key that may stand here."),
        ("{name: '', basis: [ward]}", "“name” is empty."),
        ("{name: Skimpot, basis: ward}", "“basis” must be a list, such as [one, another]."),
        (
            "{name: Skimpot, basis: [ward], people: 1.5}",
            "“people” must be a whole number, such as 12.",
        ),
        ("{name: Skimpot, basis: [ward], people: -1}", "“people” must be at least 0."),
        (f"{{name: {'S' * 121}, basis: [ward]}}", "“name” is too long: at most 120 letters."),
        ("Skimpot", "“places” must be keys with values, such as {key: value}."),
    ],
)
def test_a_mistake_names_its_file_line_and_reason(sources: Path, place: str, sentence: str) -> None:
    right = "{name: Luton, basis: [geonames]}"
    with pytest.raises(MistakesFound) as stopped:
        compiled(luton(sources, right, place))
    assert str(stopped.value).startswith("places/luton.yaml:4: ")
    assert sentence in str(stopped.value)


def test_a_place_given_twice_stops_the_compile(sources: Path) -> None:
    twice = "{name: High Town, basis: [ward]}", "{name: HIGH TOWN, basis: [msoa]}"
    with pytest.raises(MistakesFound, match=r"places/luton\.yaml:4: HIGH TOWN is given twice"):
        compiled(luton(sources, *twice))


def test_every_mistake_is_told_at_once(sources: Path) -> None:
    local = "{name: A, basis: [local]}", "{name: B, basis: [local]}"
    with pytest.raises(MistakesFound) as stopped:
        compiled(luton(sources, *local))
    assert len(stopped.value.mistakes) == 2


def test_a_file_for_another_council_stops_the_compile(sources: Path) -> None:
    (sources / "places" / "luton.yaml").write_text("council: bedford\nplaces: []\n")
    with pytest.raises(MistakesFound, match="This file is for luton"):
        compiled(sources)


@pytest.mark.parametrize(
    ("file", "row", "sentence"),
    [
        ("elsewhere.csv", "Luton,E99,5", "No council has the code “E99”."),
        ("elsewhere.csv", "Luton,E06000035,many", "people as a whole number"),
        ("namesakes.csv", "High-Town,4", "a folded name"),
        ("namesakes.csv", "luton,1", "2 or more"),
    ],
)
def test_a_mistake_in_a_table_names_its_line(
    sources: Path, file: str, row: str, sentence: str
) -> None:
    path = sources / "places" / file
    path.write_text(path.read_text() + row + "\n")
    with pytest.raises(MistakesFound) as stopped:
        compiled(sources)
    assert str(stopped.value).startswith(f"places/{file}:3: ")
    assert sentence in str(stopped.value)


def test_a_place_of_our_own_in_the_list_of_the_country_is_left_to_our_own_files(
    sources: Path,
) -> None:
    path = sources / "places" / "elsewhere.csv"
    path.write_text(path.read_text() + "Ours,E06000032,5\nTheirs,E06000035,5\n")
    names = compiled(sources).execute("SELECT name FROM place_elsewhere").fetchall()
    assert ("Theirs",) in names
    assert ("Ours",) not in names


def test_a_neighbour_with_no_postcodes_near_stops_the_compile(sources: Path) -> None:
    text = "neighbours:\n  - {council: E07000096, near: AL3, names: [Markyate]}\n"
    (sources / "places" / "neighbours.yaml").write_text(text)
    with pytest.raises(MistakesFound, match=r"places/neighbours\.yaml:2: No postcode in AL3"):
        compiled(sources)


def test_the_same_sources_give_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("one.sqlite", "two.sqlite"):
        with sqlite3.connect(tmp_path / name) as copy:
            where_connection().backup(copy)
        copy.close()
        made.append(tmp_path / name)
    again = sqlite3.connect(tmp_path / "two.sqlite")
    for table in ("place_also", "place_name", "place_misheard", "place", "place_elsewhere"):
        again.execute(f"DELETE FROM {table}")
    again.execute("DELETE FROM namesake")
    for table in ("post_town", "council_name", "area_elsewhere"):
        again.execute(f"DELETE FROM {table}")
    write_places(again, real_sources())
    again.commit()
    again.close()
    for path in made:
        with sqlite3.connect(path) as connection:
            connection.execute("VACUUM INTO ?", (str(path.with_suffix(".vacuumed")),))
        connection.close()
    first, second = (path.with_suffix(".vacuumed").read_bytes() for path in made)
    assert first == second


def test_everything_local_carries_a_postcode_to_check_it_by() -> None:
    local = [
        place
        for place in places_in(real_sources(), [str(one.slug) for one in COUNCILS])
        if "local" in place.basis
    ]
    assert len(local) > 100
    assert all(place.near for place in local)


def test_the_whole_index_stays_under_its_size(tmp_path: Path) -> None:
    path = tmp_path / "where.sqlite"
    where_connection().execute("VACUUM INTO ?", (str(path),))
    assert path.stat().st_size < 1_200_000
