"""What can be asked of an open directory."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.service import ServiceStatus
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from tests.area import BEDFORD, COUNCILS, LUTON

TOO_SLOW_TO_START_WITH = (
    "pydantic", "sqlite_utils", "yaml", "phonenumbers", "holidays", "socket", "ssl",
)  # fmt: skip


@pytest.fixture
def small(small_file: Path) -> Iterator[SqliteDirectory]:
    directory = open_directory(small_file)
    yield directory
    directory.close()


@pytest.fixture
def real(real_file: Path) -> Iterator[SqliteDirectory]:
    directory = open_directory(real_file)
    yield directory
    directory.close()


def test_it_keeps_the_promise_of_the_protocol(small: SqliteDirectory) -> None:
    promised: Directory = small
    assert promised.services()


def test_the_release_tells_its_number_and_dates(small: SqliteDirectory) -> None:
    release = small.release()
    assert (release.number, release.dated) == (7, date(2026, 11, 22))
    assert release.next_expected_by == date(2027, 2, 28)
    assert (release.schema, len(release.digest)) == (2, 64)


def test_services_stand_in_the_order_of_their_parts(small: SqliteDirectory) -> None:
    assert [service.id for service in small.services()] == [
        "police-999",
        "town-mash",
        "other-front-doors",
        "women-helpline",
    ]


def test_one_service_alone_is_the_same_as_among_all(small_file: Path) -> None:
    with (
        closing(open_directory(small_file)) as alone,
        closing(open_directory(small_file)) as together,
    ):
        for service in together.services():
            assert alone.service(service.id) == service


def test_an_unknown_service_is_a_key_error(small: SqliteDirectory) -> None:
    with pytest.raises(KeyError):
        small.service("nobody")


def test_a_role_in_a_council_leaves_out_the_other_councils(small: SqliteDirectory) -> None:
    (here,) = small.in_role("children_front_door", LUTON.code)
    (there,) = small.in_role("children_front_door", BEDFORD.code)
    assert (here.id, there.id) == ("town-mash", "other-front-doors")


def test_a_role_without_a_council_is_everybody_by_rank(small: SqliteDirectory) -> None:
    found = small.in_role("children_front_door")
    assert [service.id for service in found] == ["town-mash", "other-front-doors"]


def test_a_council_elsewhere_is_answered_by_national_services(small: SqliteDirectory) -> None:
    assert [s.id for s in small.in_role("emergency", "E07000098")] == ["police-999"]
    assert small.in_role("children_front_door", "E07000098") == ()


def test_nothing_but_services_in_use_plays_a_part(real: SqliteDirectory) -> None:
    for role in real.roles():
        assert all(s.status is ServiceStatus.IN_USE for s in real.in_role(role.id))


def test_every_document_a_service_cites_can_be_read(real: SqliteDirectory) -> None:
    known = {document.id for document in real.documents()}
    cited = {
        source.document
        for service in real.services()
        for facts in (service.sources, *(line.sources for line in service.lines))
        for source in facts
    }
    assert cited <= known
    assert real.document(min(cited)).id == min(cited)


def test_the_four_councils_in_the_order_of_every_screen(real: SqliteDirectory) -> None:
    assert real.councils() == COUNCILS


def test_bank_holidays_reach_as_far_as_the_list(real: SqliteDirectory) -> None:
    assert real.bank_holidays().on(date(2026, 12, 28)) is not None
    assert real.bank_holidays().listed_until >= date(2028, 12, 26)


def test_guidance_belongs_to_its_concerns(small: SqliteDirectory) -> None:
    (page,) = small.guidance_for("child")
    assert page.body == "Say what you saw.\n\n- who\n- where"
    assert small.guidance_for("adult") == ()


def test_every_word_a_service_uses_has_a_name(real: SqliteDirectory) -> None:
    topics = {term.id for term in real.topics()}
    audiences = {term.id for term in real.audiences()}
    for service in real.services():
        assert topics.issuperset(service.topics)
        assert audiences.issuperset(service.serves)


def test_attributions_name_the_licences(real: SqliteDirectory) -> None:
    licences = {credit.licence for credit in real.attributions()}
    assert "Open Government Licence v3.0" in licences


def test_reading_brings_in_nothing_slow(small_file: Path) -> None:
    script = (
        "import sys, pathlib; from desktop_app.store.directory.directory import open_directory;"
        f"d = open_directory(pathlib.Path({str(small_file)!r})); d.services(); d.search('mash');"
        f"print([name for name in {TOO_SLOW_TO_START_WITH!r} if name in sys.modules])"
    )
    root = Path(__file__).parents[3]
    ran = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=root
    )
    assert ran.stdout.strip() == "[]"
