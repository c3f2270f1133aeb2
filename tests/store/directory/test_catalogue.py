"""The catalogue in SQL lists exactly what the rules of the domain list."""

from itertools import product
from pathlib import Path

import pytest

from desktop_app.domain.browse.catalogue import ListFilter
from desktop_app.domain.services.directory import NATIONWIDE
from desktop_app.domain.services.errors import DirectoryDamaged
from desktop_app.store.directory.catalogue import SqliteCatalogue
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from tests.area import COUNCILS
from tests.fakes import ListedCatalogue

AREAS = (None, NATIONWIDE, "E99999999", *(council.code for council in COUNCILS))


@pytest.mark.parametrize("area", AREAS)
def test_sql_and_domain_narrow_alike(real: SqliteDirectory, area: str | None) -> None:
    listed, by_sql = ListedCatalogue(real), SqliteCatalogue(real.connection)
    audiences = (None, *(term.id for term in real.audiences()))
    topics = (None, *(term.id for term in real.topics()))
    for audience, topic in product(audiences, topics):
        wanted = ListFilter(area, audience, topic, open_now=True)
        assert by_sql.ids(wanted) == listed.ids(wanted), wanted


def test_a_page_comes_in_the_order_asked_for(real: SqliteDirectory) -> None:
    catalogue = SqliteCatalogue(real.connection)
    asked = tuple(reversed(catalogue.ids(ListFilter())[:9]))
    assert catalogue.page((*asked, "nobody")) == tuple(real.service(each) for each in asked)


def test_everything_is_counted(real: SqliteDirectory) -> None:
    assert SqliteCatalogue(real.connection).tally() == ListedCatalogue(real).tally()


def test_a_file_that_goes_bad_is_told(real_file: Path) -> None:
    directory = open_directory(real_file)
    catalogue = SqliteCatalogue(directory.connection, "somewhere")
    directory.close()
    for ask in (
        catalogue.tally,
        lambda: catalogue.ids(ListFilter()),
        lambda: catalogue.page(("a",)),
    ):
        with pytest.raises(DirectoryDamaged):
            ask()
