"""A computer set to one area shows nothing of a list for another, and names both."""

import pytest

from desktop_app.domain.services.area_check import must_be_for
from desktop_app.domain.services.errors import DirectoryOfAnotherArea
from tests.area import AREA


@pytest.mark.parametrize("wanted", [None, "", AREA.id, AREA.name, f" {AREA.name.upper()} "])
def test_the_own_area_passes_by_id_or_name_and_nothing_set_passes_all(wanted: str | None) -> None:
    must_be_for(wanted, AREA)


def test_another_area_is_refused_with_both_names_and_what_to_do() -> None:
    with pytest.raises(DirectoryOfAnotherArea) as refused:
        must_be_for("Vale and Fen", AREA)
    said = refused.value.sentence
    assert AREA.name in said
    assert "Ask your IT support for the list of Vale and Fen." in said
    assert "999" in said
