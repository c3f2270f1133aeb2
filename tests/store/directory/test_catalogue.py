"""The catalogue in SQL lists exactly what the rules of the domain list."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest

from desktop_app.domain.browse.catalogue import Wanted
from desktop_app.domain.services.directory import NATIONWIDE
from desktop_app.domain.services.errors import DirectoryDamaged
from desktop_app.store.directory.catalogue import Ids, SqliteCatalogue
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from tests.area import COUNCILS
from tests.fakes import ListedCatalogue

AREAS = (None, NATIONWIDE, "E99999999", *(council.code for council in COUNCILS))


@pytest.fixture(scope="module")
def real(real_file: Path) -> Iterator[SqliteDirectory]:
    directory = open_directory(real_file)
    yield directory
    directory.close()


@pytest.mark.parametrize("area", AREAS)
def test_sql_and_domain_narrow_alike(real: SqliteDirectory, area: str | None) -> None:
    listed, by_sql = ListedCatalogue(real), SqliteCatalogue(real.connection)
    audiences = (None, *(term.id for term in real.audiences()))
    topics = (None, *(term.id for term in real.topics()))
    for audience, topic in product(audiences, topics):
        wanted = Wanted(area, audience, topic, open_now=True)
        assert tuple(by_sql.ids(wanted)) == listed.ids(wanted), wanted


def test_a_page_comes_in_the_order_asked_for(real: SqliteDirectory) -> None:
    catalogue = SqliteCatalogue(real.connection)
    asked = tuple(reversed(catalogue.ids(Wanted())[:9]))
    assert catalogue.page((*asked, "nobody")) == tuple(real.service(each) for each in asked)


@pytest.mark.parametrize("length", [0, 1, 2, 99, 5000])
def test_ids_in_one_text_are_a_list(length: int) -> None:
    plain = tuple(f"service-{number * 37}" for number in range(length))
    ids = Ids("".join(f"\n{each}" for each in plain) + "\n")
    assert tuple(ids) == plain
    assert [ids[at] for at in range(-length, length)] == [*plain, *plain]
    assert ids[length // 2 : length // 2 + 8] == plain[length // 2 : length // 2 + 8]
    assert [ids.index(each) for each in plain] == list(range(length))


def test_ids_in_one_text_hold_nothing_else() -> None:
    ids = Ids("\nabuse-line\nline\n")
    assert "line" in ids
    assert "abuse" not in ids
    assert "" not in ids
    with pytest.raises(ValueError, match="abuse"):
        ids.index("abuse")
    with pytest.raises(ValueError, match="line"):
        ids.index("line", 0, 1)
    for beyond in (2, -3):
        with pytest.raises(IndexError):
            _ = ids[beyond]


def test_everything_is_counted(real: SqliteDirectory) -> None:
    assert SqliteCatalogue(real.connection).tally() == ListedCatalogue(real).tally()


def test_a_file_that_goes_bad_is_told(real_file: Path) -> None:
    directory = open_directory(real_file)
    catalogue = SqliteCatalogue(directory.connection, "somewhere")
    directory.close()
    for ask in (catalogue.tally, lambda: catalogue.ids(Wanted()), lambda: catalogue.page(("a",))):
        with pytest.raises(DirectoryDamaged):
            ask()
