"""Source texts by name, wherever they lie: one tree for a folder, two folders, or held texts."""

from pathlib import Path

import pytest

from desktop_app.authoring.read.errors import Mistake, MistakesFound
from desktop_app.authoring.read.source_tree import SourceTree, table_rows

COUNTRY = SourceTree.of_bytes(
    {"vocabulary.yaml": b"roles: []\n", "pathways.yaml": b"all\n", "services/a.yaml": b"a\n"},
    "db/national",
)
AREA = SourceTree.of_bytes(
    {"area.yaml": b"id: vale\n", "services/b.yaml": b"b\n", "pathways.yaml": b"own\n"},
    "db/areas/vale",
)


def test_a_folder_is_read_whole_and_in_order(tmp_path: Path) -> None:
    for name in ("services/b.yaml", "services/a.yaml", "places/deep/c.yaml"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(f"{name}\r\n", "utf-8", newline="")
    tree = SourceTree.of_folder(tmp_path)
    assert tree.names() == ["places/deep/c.yaml", "services/a.yaml", "services/b.yaml"]
    assert tree.names("services/*.yaml") == ["services/a.yaml", "services/b.yaml"]
    assert tree.names("places/*.yaml") == []
    assert tree.text("services/a.yaml") == "services/a.yaml\n"
    assert tree.bytes("services/a.yaml") == b"services/a.yaml\r\n"


@pytest.mark.parametrize("name", [".area.yaml.swp", "area.yaml~", ".git/config", "x~/area.yaml"])
def test_what_editors_leave_beside_the_sources_is_left_out(tmp_path: Path, name: str) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("left", "utf-8")
    assert SourceTree.of_folder(tmp_path).names() == []


def test_what_changes_after_the_reading_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "area.yaml").write_text("id: vale\n", "utf-8")
    tree = SourceTree.of_folder(tmp_path)
    (tmp_path / "area.yaml").unlink()
    assert tree.text("area.yaml") == "id: vale\n"


def test_a_missing_folder_is_told_by_name(tmp_path: Path) -> None:
    with pytest.raises(MistakesFound, match="db/areas/moon: This folder is missing"):
        SourceTree.of_folder(tmp_path / "moon", "db/areas/moon")


@pytest.mark.parametrize(
    ("tree", "told"),
    [
        (SourceTree.of_bytes({}), "area.yaml: This file is missing"),
        (SourceTree.of_bytes({"area.yaml": b"\xff\xfe"}), "area.yaml: This file is not UTF-8"),
    ],
)
def test_what_cannot_be_read_is_told_by_name(tree: SourceTree, told: str) -> None:
    with pytest.raises(MistakesFound, match=told):
        tree.text("area.yaml")


def test_the_country_and_an_area_are_one_tree() -> None:
    tree = COUNTRY.with_area(AREA)
    assert tree.names() == [
        "area.yaml",
        "area/pathways.yaml",
        "pathways.yaml",
        "services/a.yaml",
        "services/b.yaml",
        "vocabulary.yaml",
    ]
    assert tree.text("pathways.yaml") == "all\n"
    assert tree.text("area/pathways.yaml") == "own\n"


def test_a_file_of_the_country_is_not_replaced_in_silence() -> None:
    area = SourceTree.of_bytes({"services/a.yaml": b"mine\n"}, "db/areas/vale")
    told = "db/areas/vale/services/a.yaml: The country has this file: db/national/services/a.yaml."
    with pytest.raises(MistakesFound) as found:
        COUNTRY.with_area(area)
    assert str(found.value) == told


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("services/a.yaml", "db/national/services/a.yaml"),
        ("services/b.yaml", "db/areas/vale/services/b.yaml"),
        ("area/pathways.yaml", "db/areas/vale/pathways.yaml"),
        ("release.yaml", "db/areas/vale/release.yaml"),
        ("places/areas.yaml", "db/areas/vale/places/areas.yaml"),
        ("bodies.csv", "db/national/bodies.csv"),
    ],
)
def test_a_mistake_is_told_where_the_text_stands_or_should(name: str, place: str) -> None:
    (told,) = COUNTRY.with_area(AREA).located([Mistake(name, 3, "Wrong.")])
    assert str(told) == f"{place}:3: Wrong."


def test_a_table_is_read_without_the_spaces_around_its_cells() -> None:
    tree = SourceTree.of_bytes({"t.csv": b"a,b\n 1 , two \n3\n"})
    mistakes: list[Mistake] = []
    rows = table_rows(tree, "t.csv", ("a", "b"), mistakes)
    assert rows == [(2, {"a": "1", "b": "two"}), (3, {"a": "3", "b": ""})]
    assert not mistakes


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ({"t.csv": b"a,c\n"}, "t.csv:1: The columns are a, b."),
        ({"t.csv": b""}, "t.csv:1: The columns are a, b."),
        ({}, "t.csv: This file is missing."),
    ],
)
def test_a_table_with_other_columns_is_a_mistake(content: dict[str, bytes], told: str) -> None:
    mistakes: list[Mistake] = []
    assert table_rows(SourceTree.of_bytes(content), "t.csv", ("a", "b"), mistakes) == []
    assert [str(one) for one in mistakes] == [told]


@pytest.mark.parametrize(
    "unseen", ["\u202e", "\u200b", "\u2028", "\x07", "\x85", "\ufeff", "\ue000"]
)
@pytest.mark.parametrize("name", ["places/a.csv", "guidance/a.md", "services/a.yaml"])
def test_what_nobody_can_see_is_told_at_its_line(name: str, unseen: str) -> None:
    """In a number or a name it would be copied, searched for and never found."""
    tree = SourceTree.of_bytes({name: f"one\ntwo\nth{unseen}ree\n".encode()})
    with pytest.raises(MistakesFound) as found:
        tree.text(name)
    assert str(found.value.mistakes[0]).startswith(f"{name}:3: A character here cannot be seen")


def test_accents_hard_spaces_and_tabs_are_text(tmp_path: Path) -> None:
    text = "Côte d’Or\u00a0Œ\tŵ\n"
    assert SourceTree.of_bytes({"a.md": text.encode()}).text("a.md") == text
