"""A computer set to one area shows nothing of a list for another, and names both."""

import pytest

from desktop_app.domain.services.area_check import must_be_for
from desktop_app.domain.services.errors import DirectoryOfAnotherArea
from tests.area import AREA


@pytest.mark.parametrize("wanted", [None, "", AREA.id, AREA.name, f" {AREA.name.upper()} "])
def test_the_own_area_passes_by_id_or_name_and_nothing_set_passes_all(wanted: str | None) -> None:
    must_be_for(wanted, AREA)


@pytest.mark.parametrize("wanted", ["King's Lynn & the Cote d'Or", "KING’S LYNN & THE CÔTE D’OR"])
def test_an_area_with_apostrophes_and_accents_is_known_however_they_are_typed(wanted: str) -> None:
    must_be_for(wanted, AREA._replace(id="kings-lynn", name="King’s Lynn & the Côte d’Or"))


@pytest.mark.parametrize(
    ("wanted", "shown"),
    [
        ("Vale\nRing 0800 1", "list of Vale Ring 0800 1."),
        ("a\u202eb", "list of a?b."),
        ("x" * 10_000, f"list of {'x' * 80}…."),
        ("!!!", "list of !!!."),
    ],
)
def test_what_it_set_stands_in_one_line_that_can_be_read(wanted: str, shown: str) -> None:
    with pytest.raises(DirectoryOfAnotherArea) as refused:
        must_be_for(wanted, AREA)
    assert shown in refused.value.sentence
    assert refused.value.sentence.isprintable()


def test_another_area_is_refused_with_both_names_and_what_to_do() -> None:
    with pytest.raises(DirectoryOfAnotherArea) as refused:
        must_be_for("Vale and Fen", AREA)
    said = refused.value.sentence
    assert AREA.name in said
    assert "Ask your IT support for the list of Vale and Fen." in said
    assert "999" in said
