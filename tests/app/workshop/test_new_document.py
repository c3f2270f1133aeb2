"""A document somebody adds gets an id that says what it is and that no other has."""

import pytest

from desktop_app.app.workshop.new_document import free_id, named_document
from desktop_app.ui.workshop.working_copy import NewDocument

IDS = {
    ("Letter of Luton Council", 2026): "letter-of-luton-council-2026",
    ("Report 2026", 2026): "report-2026",
    ("£$%", None): "document",
    ("A" * 60, None): "a" * 40,
}


@pytest.mark.parametrize(("said", "made"), IDS.items())
def test_an_id_says_what_the_document_is(said: tuple[str, int | None], made: str) -> None:
    assert free_id(*said, taken=()) == made


def test_an_id_is_never_given_twice() -> None:
    assert free_id("Letter", None, taken=("letter", "letter-2")) == "letter-3"


@pytest.mark.parametrize(
    ("dated", "year"), [("3 Dec 2026", 2026), ("undated copy", None), ("2019/20", 2019)]
)
def test_the_year_is_the_last_one_its_date_names(dated: str, year: int | None) -> None:
    new = NewDocument("Page", "Elm", dated)
    assert named_document(new, taken=()).year == year
