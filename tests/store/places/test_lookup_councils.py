"""Names of councils, counties and nations: the right one, and nothing outside is ever ours."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from desktop_app.authoring.read.councils import read_councils
from desktop_app.domain.places.councils import Council, WhereAnswer, WhereStatus
from desktop_app.domain.places.place_names import fold
from desktop_app.store.directory.directory import open_directory
from desktop_app.store.places.lookup import WhereIndex
from tests.area import BEDFORD, CENTRAL_BEDFORDSHIRE, COUNCILS, LUTON, MILTON_KEYNES
from tests.where_directory import real_sources, where_connection, where_index

FORMS = (
    "{} Council",
    "{} Borough Council",
    "{} City Council",
    "{} District Council",
    "{} Metropolitan Borough Council",
    "{} London Borough Council",
    "London Borough of {}",
    "Royal Borough of {}",
    "Council of {} Borough Council",
    "{} BC",
)
COUNTIES = (
    "Hertfordshire", "Herts", "Cambridgeshire", "Cambs", "Oxfordshire", "Essex", "Kent", "Suffolk",
    "Norfolk", "Surrey", "Lincolnshire", "Northamptonshire", "Northants", "Huntingdonshire",
    "Yorkshire", "Berkshire", "Middlesex", "Cornwall", "Greater Manchester", "Merseyside",
    "West Midlands", "Tyne and Wear", "Greater London", "Rutland", "Cumbria", "Westmorland", "Avon",
    "East Sussex", "Sussex", "Humberside", "Powys", "Gwent", "Fife", "Lanarkshire", "County Antrim",
)  # fmt: skip
NATIONS = ("Scotland", "Wales", "Northern Ireland")
TOO_LARGE = ("England", "United Kingdom", "UK", "Great Britain", "East of England", "Midlands")


def ask(text: str) -> WhereAnswer:
    return where_index().answer(text)


def councils() -> Iterator[tuple[str, str]]:
    """Code and name of every council elsewhere, but the rows that stand for whole nations."""
    ours = {council.code for council in COUNCILS}
    for code, name in read_councils(real_sources()):
        if code not in ours and not code.startswith(("L", "M", "N92")):
            yield code, name


@pytest.mark.parametrize(
    ("typed", "council"),
    [
        ("Luton Borough Council", LUTON),
        ("Central Bedfordshire Council", CENTRAL_BEDFORDSHIRE),
        ("Milton Keynes City Council", MILTON_KEYNES),
        ("Bedford Borough Council", BEDFORD),
        ("Luton Council", LUTON),
        ("luton bc", LUTON),
        ("Borough of Luton", LUTON),
        ("MK Council", MILTON_KEYNES),
        ("Central Beds", CENTRAL_BEDFORDSHIRE),
        ("Central Beds Council", CENTRAL_BEDFORDSHIRE),
        ("Mid Beds District Council", CENTRAL_BEDFORDSHIRE),
        ("City of Milton Keynes", MILTON_KEYNES),
        ("Bedford Council", BEDFORD),
        ("Dunstable Town Council", CENTRAL_BEDFORDSHIRE),
        ("Flitwick Parish Council", CENTRAL_BEDFORDSHIRE),
    ],
)
def test_our_own_councils_are_known_by_every_name(typed: str, council: Council) -> None:
    assert ask(typed).whereabouts.councils == (council,)


def test_bedfordshire_s_old_county_council_means_its_three() -> None:
    for typed in ("Beds CC", "Bedfordshire County Council", "Bedfordshire"):
        assert {one.council for one in ask(typed).councils} == {
            BEDFORD,
            CENTRAL_BEDFORDSHIRE,
            LUTON,
        }


@pytest.mark.parametrize("form", FORMS)
def test_every_council_s_name_is_that_council_and_outside(form: str) -> None:
    wrong = []
    for code, name in councils():
        answer = ask(form.format(name))
        if [one.council.code for one in answer.councils] != [code] or not answer.settled:
            wrong.append(form.format(name))
    assert not wrong


def test_every_council_s_name_alone_names_it_and_nothing_of_ours() -> None:
    query = "SELECT key FROM place_name"
    ours = {key for (key,) in where_connection().execute(query)}
    wrong = []
    for code, name in councils():
        answer = ask(name)
        codes = {one.council.code for one in answer.councils}
        codes |= {one.code for other in answer.alternatives for one in other.councils}
        inside = any(one.inside for one in answer.councils)
        offered = any(one.inside for other in answer.alternatives for one in other.councils)
        if code not in codes or ((inside or offered) and fold(name) not in ours):
            wrong.append(name)
    assert not wrong


@pytest.mark.parametrize("county", COUNTIES)
def test_a_county_is_outside_and_nothing_of_ours_is_offered(county: str) -> None:
    for typed in (county, county.upper(), f"{county} County Council", f"{county} CC"):
        answer = ask(typed)
        assert answer.whereabouts.status is WhereStatus.OUTSIDE, typed
        assert not answer.alternatives


@pytest.mark.parametrize("nation", NATIONS)
def test_a_nation_elsewhere_is_outside(nation: str) -> None:
    answer = ask(nation)
    assert answer.whereabouts.status is WhereStatus.OUTSIDE
    assert answer.text == f"{nation} is outside this directory."


@pytest.mark.parametrize("name", TOO_LARGE)
def test_what_holds_our_four_councils_too_is_too_large(name: str) -> None:
    answer = ask(name)
    assert not answer.councils
    assert not answer.alternatives
    assert "too large" in answer.text


def test_ireland_stays_open_between_the_hamlet_and_the_country() -> None:
    answer = ask("Ireland")
    assert answer.whereabouts.status is WhereStatus.SEVERAL
    assert "Northern Ireland" in answer.text


@pytest.mark.parametrize(
    ("former", "now"),
    [
        ("South Northamptonshire", "West Northamptonshire"),
        ("Aylesbury Vale District Council", "Buckinghamshire"),
        ("Wellingborough Borough Council", "North Northamptonshire"),
        ("Shepway", "Folkestone and Hythe"),
    ],
)
def test_a_former_council_leads_to_the_one_that_took_over(former: str, now: str) -> None:
    answer = ask(former)
    assert [one.council.name for one in answer.councils] == [now]
    assert answer.whereabouts.status is WhereStatus.OUTSIDE


def test_a_council_nobody_knows_gets_a_plain_sentence() -> None:
    answer = ask("Narnia Borough Council")
    assert not answer.councils
    assert not answer.alternatives
    assert "Check the spelling" in answer.text


def test_buckinghamshire_s_own_council_is_outside_and_the_county_is_open() -> None:
    assert ask("Buckinghamshire Council").whereabouts.status is WhereStatus.OUTSIDE
    assert ask("Bucks").whereabouts.status is WhereStatus.SEVERAL


def test_a_county_that_is_named_answers_for_itself(real_file: Path) -> None:
    with closing(open_directory(real_file)) as directory:
        there = directory.bodies().of(Council("E10000015", "Hertfordshire"), date(2026, 11, 28))
    assert there is not None
    assert (there.tier, there.children.name) == ("county", "Hertfordshire County Council")


@pytest.mark.parametrize(
    "behind",
    [
        "Council social services",
        "Council children’s services",
        "council's adult social care",
        "Council, England",
        "Cncl",
        "MASH",
        "safeguarding team",
    ],
)
@pytest.mark.parametrize(
    ("name", "council"),
    [
        ("Luton", LUTON),
        ("Bedford Borough", BEDFORD),
        ("Central Bedfordshire", CENTRAL_BEDFORDSHIRE),
        ("Milton Keynes", MILTON_KEYNES),
    ],
)
def test_the_part_of_a_council_that_is_meant_changes_nothing(
    name: str, behind: str, council: Council
) -> None:
    separator = "" if behind.startswith(("'", "’")) else " "
    answer = ask(f"{name}{separator}{behind}")
    assert (answer.settled, answer.whereabouts.councils) == (True, (council,))


def test_every_council_elsewhere_is_known_with_its_services_behind_it() -> None:
    names = [name for _, name in councils()]
    odd = [
        name
        for name in names
        if ask(f"{name} Council").text != ask(f"{name} Council social services").text
    ]
    assert odd == []


@pytest.mark.parametrize("typed", ["HU1 1AA", "Hull", "Bristol", "Herefordshire", "Yorkshire"])
def test_names_are_written_as_they_are_said(typed: str) -> None:
    assert not any(", " in council.name for council in ask(typed).whereabouts.councils)


@pytest.mark.parametrize("typed", ["Isle of Man", "Jersey", "Channel Islands"])
def test_islands_are_no_councils(typed: str) -> None:
    answer = ask(typed)
    assert answer.whereabouts.status is WhereStatus.OUTSIDE
    assert answer.text.startswith("That is in the ")
    assert "council" not in answer.text


def test_the_republic_of_ireland_is_outside_and_not_too_large() -> None:
    text = ask("Republic of Ireland").text
    assert (
        text == "The Republic of Ireland is outside the United Kingdom, and outside this directory."
    )


def test_a_county_that_is_ours_in_part_is_said_once() -> None:
    assert "There is also" not in ask("Buckinghamshire").text


@pytest.fixture
def with_a_village_called(request: pytest.FixtureRequest) -> Iterator[WhereIndex]:
    """The directory with one village more, in Luton, of another council's name."""
    name = str(request.param)
    with closing(sqlite3.connect(":memory:")) as copy:
        where_connection().backup(copy)
        council = copy.execute("SELECT number FROM council WHERE code = ?", (LUTON.code,))
        village = (999_999, name, council.fetchone()[0], 300, "")
        copy.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?)", village)
        copy.execute("INSERT INTO place_name VALUES (?, ?)", (fold(name), village[0]))
        yield WhereIndex(copy)


@pytest.mark.parametrize("with_a_village_called", ["Central Bedfordshire"], indirect=True)
def test_a_village_does_not_hide_another_council_of_the_directory(
    with_a_village_called: WhereIndex,
) -> None:
    """In a directory of all England "Merton" was taken for a hamlet in Devon."""
    answer = with_a_village_called.answer("Central Bedfordshire")
    assert set(answer.whereabouts.councils) == {LUTON, CENTRAL_BEDFORDSHIRE}
    assert not answer.settled
