"""The country's sources and an area's as one tree; an area by its id, or any folder."""

from pathlib import Path

import pytest

from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.source_folders import (
    area_folder,
    area_ids,
    area_tree,
    checkout_tree,
    default_area,
    national_tree,
)
from desktop_app.paths import areas_here


def test_the_default_area_is_one_of_those_here() -> None:
    assert default_area() in area_ids()
    assert area_folder() == areas_here() / default_area()


def test_a_checkout_s_tree_is_the_country_s_and_the_area_s() -> None:
    names = set(checkout_tree().names())
    country, area = set(national_tree().names()), set(area_tree().names())
    assert {"councils.csv", "vocabulary.yaml", "pathways.yaml"} <= country
    assert {"area.yaml", "release.yaml", "documents.yaml"} <= area
    assert names == country | {f"area/{n}" if n == "pathways.yaml" else n for n in area}


def test_any_folder_with_an_area_file_is_an_area(tmp_path: Path) -> None:
    (tmp_path / "area.yaml").write_text("id: vale\n", "utf-8")
    tree = area_tree(str(tmp_path))
    assert tree.place_of("area.yaml") == f"{tmp_path.as_posix()}/area.yaml"


def test_an_area_that_is_not_here_is_told_with_those_that_are() -> None:
    with pytest.raises(MistakesFound, match=f"moon: .*Areas here: .*{default_area()}"):
        area_tree("moon")
