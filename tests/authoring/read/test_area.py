"""area.yaml: which area a directory is for; every mistake in it stops the compile with its line."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from desktop_app.authoring.read.area import read_area, write_area
from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.domain.places.councils import Council
from desktop_app.paths import schema_folder

NAMES = {
    "E06000001": "Upper Vale",
    "E07000002": "Low Fen",
    "E07000003": "High Fen",
    "W06000004": "Low Vale",
}
RIGHT = """\
id: vale-and-fen
name: Vale and Fen
counties: [Valeshire]
authorities:
  - {code: E07000003, slug: high-fen}
  - {code: E06000001, slug: upper-vale}
examples:
  postcodes: {AB1 2CD: upper-vale}
  places: [Upper Vale, Fen End]
  number: "01632 96"
"""


def written(folder: Path, text: str) -> SourceTree:
    (folder / "area.yaml").write_text(text, "utf-8")
    return SourceTree.of_folder(folder)


def test_the_councils_stand_in_the_order_of_the_file_and_carry_their_names(tmp_path: Path) -> None:
    area = read_area(written(tmp_path, RIGHT), NAMES)
    assert (area.id, area.name, area.counties) == ("vale-and-fen", "Vale and Fen", ("valeshire",))
    assert area.councils == (
        Council("E07000003", "High Fen", "high-fen"),
        Council("E06000001", "Upper Vale", "upper-vale"),
    )
    assert area.postcodes == (("AB1 2CD", "upper-vale"),)


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        ("E06000001", "E06999999", r"area.yaml:6: No council has the code “E06999999”"),
        ("slug: upper-vale}", "slug: high-fen}", r"area.yaml:6: “high-fen” is given twice"),
        ("slug: upper-vale}", "slug: national}", r"area.yaml:6: “national” means something else"),
        ("slug: upper-vale}", "slug: outside}", r"area.yaml:6: “outside” means something else"),
        ("2CD: upper-vale", "2CD: elsewhere", r"area.yaml:8: “elsewhere” is not a council of this"),
        ("id: vale-and-fen", "id: Vale & Fen", r"area.yaml:1: "),
        ("name: Vale and Fen", "name: ''", r"area.yaml:2: "),
        ('  number: "01632 96"\n', "", r"area.yaml:7: "),
        ("id: vale-and-fen", f"id: {'x' * 81}", r"area.yaml:1: “id” is too long: at most 80 let"),
        ("name: Vale and Fen", f"name: {'x' * 81}", r"area.yaml:2: “name” is too long: at most"),
        (
            "name: Vale and Fen",
            'name: "a\\u202eb"',
            r"area.yaml:2: A character here cannot be seen",
        ),
        ("name: Vale and Fen", "name: a\u200bb", r"area.yaml:2: A character here cannot be seen"),
        ("AB1 2CD", "AB1", r"area.yaml:8: “AB1” is not a whole postcode, such as NR1 3JU\."),
        ("01632 96", "O1632", r"area.yaml:10: The beginning of a number has digits and spaces"),
        ("[Upper Vale, Fen End]", "Fen End", r"area.yaml:9: “places” must be a list, such as \["),
        ("E06000001", "W06000004", r"area.yaml:6: .* an area has English authorities only"),
    ],
)
def test_a_mistake_names_its_line(tmp_path: Path, right: str, wrong: str, told: str) -> None:
    with pytest.raises(MistakesFound, match=told):
        read_area(written(tmp_path, RIGHT.replace(right, wrong, 1)), NAMES)


def test_what_was_read_stands_in_the_tables(tmp_path: Path) -> None:
    area = read_area(written(tmp_path, RIGHT), NAMES)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript((schema_folder() / "schema.sql").read_text("utf-8"))
        write_area(connection, area)
        assert connection.execute("SELECT * FROM area").fetchall() == [(area.id, area.name)]
        kinds = connection.execute("SELECT kind, count(*) FROM area_example GROUP BY kind")
        assert dict(kinds) == {"postcode": 1, "place": 2, "number": 1}


@pytest.mark.parametrize(
    "name", ["King’s Lynn and the Côte d’Or", "St. Helens & Knowsley", "Œ", "x" * 80]
)
def test_a_name_may_have_apostrophes_and_accents(tmp_path: Path, name: str) -> None:
    text = RIGHT.replace("name: Vale and Fen", f'name: "{name}"')
    assert read_area(written(tmp_path, text), NAMES).name == name
