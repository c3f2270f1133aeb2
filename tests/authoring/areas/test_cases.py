"""cases.yaml: read with every mistake at its line."""

import pytest

from desktop_app.authoring.areas.cases import read_cases, second_time
from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.source_tree import SourceTree

RIGHT = """\
numbers:
  vale-children: ["01632 960101", "01632 960102"]
postcodes:
  AB1 2CD: vale
first_calls:
  - {concern: child, place: vale, at: "2026-12-01 11:00", first: "01632 960101"}
"""


def tree(text: str) -> SourceTree:
    return SourceTree.of_bytes({"cases.yaml": text.encode()})


def test_the_parts_of_the_file_are_read() -> None:
    cases, _ = read_cases(tree(RIGHT))
    assert cases.postcodes == {"AB1 2CD": "vale"}
    assert cases.first_calls[0].moment.isoformat() == "2026-12-01T11:00:00+00:00"
    assert cases.searches == {}
    assert second_time(cases.numbers) == {"vale-children": ["01632960101", "01632960102"]}


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("2026-12-01 11:00", "soon", "cases.yaml:6: “soon” is not a moment"),
        ("concern: child", "concern: dog", "cases.yaml:6: “dog” is not possible"),
        ("postcodes:", "postcode:", "cases.yaml:3: “postcode” is not a key"),
    ],
)
def test_a_mistake_is_told_at_its_line(was: str, now: str, told: str) -> None:
    with pytest.raises(MistakesFound, match=told):
        read_cases(tree(RIGHT.replace(was, now)))


def test_an_area_without_the_file_is_told() -> None:
    with pytest.raises(MistakesFound, match=r"cases.yaml: This file is missing"):
        read_cases(SourceTree.of_bytes({}))
