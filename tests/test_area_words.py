"""One program for any area: no word of an area stands in the program, its installers or its CI."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from desktop_app.authoring.read.source_folders import checkout_tree

ROOT = Path(__file__).parents[1]
PROGRAM = ("desktop_app", "installers", "resources", ".ci")
TOWNS = ("dunstable", "leighton buzzard", "bletchley", "flitwick", "biggleswade", "olney")
ALSO = (r"^COUNCILS = \(", r"import .*\bCOUNCILS\b", r"\bby_slug\(", r"\bfour councils\b")


def area_words() -> set[str]:
    """Names, short names and codes of the area's councils, and the bare word in each name."""
    area = yaml.safe_load(checkout_tree().text("area.yaml"))
    called = {row["code"]: row["name"] for row in checkout_tree().rows("councils.csv")}
    words = {area["id"], area["name"].casefold()}
    for council in area["authorities"]:
        name = called[council["code"]].casefold()
        slug = council["slug"]
        bare = name.removesuffix(" borough").removeprefix("central ")
        words |= {council["code"].casefold(), slug, name, bare, slug.replace("-", "_")}
    return words


def program_files() -> Iterator[Path]:
    for part in PROGRAM:
        for path in sorted((ROOT / part).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                yield path


@pytest.mark.parametrize("word", sorted(area_words() | set(TOWNS)))
def test_no_word_of_the_area_stands_in_the_program(word: str) -> None:
    sought = re.compile(rb"(?i)(?<![a-z])" + re.escape(word.encode()))
    found = [path for path in program_files() if sought.search(path.read_bytes())]
    assert found == []


@pytest.mark.parametrize("sought", ALSO)
def test_the_program_names_no_councils_of_its_own(sought: str) -> None:
    written = {path: path.read_text("utf-8") for path in program_files() if path.suffix == ".py"}
    assert [path for path, text in written.items() if re.search(sought, text, re.MULTILINE)] == []
