"""Two-tier England: a district has no social services, so no answer may send anybody to one."""

import csv
from collections import Counter
from datetime import date, datetime
from functools import cache

import pytest

from desktop_app.authoring.places.where_proof import packed_council
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.hours.bank_holidays import UK
from desktop_app.domain.places.councils import Council, Whereabouts, WhereStatus
from desktop_app.domain.places.postcode import whole_postcode
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.situation.situation import Concern, Situation
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from desktop_app.store.places.lookup import WhereIndex
from tests import sweeps
from tests.any_area.usual_directory import usual_directory
from tests.authoring.places.postcode_list import one_a_council, swept_rows
from tests.where_directory import ROOT

TODAY, SURREY_S_LAST, SURREY_S_NEXT = date(2026, 12, 1), date(2027, 3, 31), date(2027, 4, 1)
DAYS = (TODAY, SURREY_S_LAST, SURREY_S_NEXT)
ENGLISH_POSTCODES = 2_264_892
SURREY = "E10000030"


@cache
def compiled() -> SqliteDirectory:
    return open_directory(usual_directory())


@cache
def counties() -> dict[str, str]:
    """The county of each district, by another publisher than the directory's own table."""
    lines = (ROOT / "tests" / "data" / "two_tier_districts.csv").read_text("utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {row["district"]: row["county"] for row in rows}


@cache
def names() -> dict[str, str]:
    return dict(compiled().connection.execute("SELECT code, name FROM council"))


def answers_in(directory: Directory, code: str, day: date) -> tuple[str, str]:
    there = directory.bodies().of(Council(code, names()[code]), day)
    assert there is not None, code
    return there.children.id, there.adults.id


def test_all_164_districts_are_answered_by_their_county(directory: Directory) -> None:
    assert len(counties()) == 164
    for district, county in counties().items():
        assert answers_in(directory, district, TODAY) == (county, county), district


def test_on_1_april_2027_surrey_s_districts_change_and_no_other(directory: Directory) -> None:
    changed = {
        district
        for district in counties()
        if answers_in(directory, district, SURREY_S_LAST)
        != answers_in(directory, district, SURREY_S_NEXT)
    }
    assert changed == {code for code, county in counties().items() if county == SURREY}
    assert len(changed) == 11


@pytest.mark.parametrize(
    ("at", "said", "number"),
    [
        ("2027-03-31T23:59", "Surrey County Council", SURREY),
        ("2027-04-01T00:00", "West Surrey Council", "west-surrey"),
    ],
)
def test_a_surrey_postcode_changes_body_at_midnight(
    directory: Directory, at: str, said: str, number: str
) -> None:
    moment = datetime.fromisoformat(at).replace(tzinfo=UK)
    found = WhereIndex(compiled().connection, moment.date).answer("GU1 1AA")
    assert said in found.said
    advice = advise(Situation(Concern.CHILD, found.whereabouts), directory, moment)
    assert [there.children.id for there in advice.answering] == [number]
    assert any(said in warning.text for warning in advice.warnings)


def test_an_answer_before_that_midnight_ends_at_it(directory: Directory) -> None:
    moment = datetime(2027, 3, 31, 23, 59, tzinfo=UK)
    where = Whereabouts(WhereStatus.OUTSIDE, (Council("E07000209", "Guildford"),))
    until = advise(Situation(Concern.CHILD, where), directory, moment).valid_until
    assert until == datetime(2027, 4, 1, tzinfo=UK)


@pytest.mark.parametrize("concern", [Concern.CHILD, Concern.ADULT, Concern.ALLEGATION])
def test_the_answer_in_each_district_names_its_county(
    directory: Directory, concern: Concern
) -> None:
    bodies = dict(compiled().connection.execute("SELECT id, name FROM body"))
    for district, county in counties().items():
        where = Whereabouts(WhereStatus.OUTSIDE, (Council(district, names()[district]),))
        advice = advise(Situation(concern, where), directory, datetime(2026, 12, 1, 11, tzinfo=UK))
        told = " ".join(warning.text for warning in advice.warnings)
        assert bodies[county] in told, district
        words = " ".join((told, *advice.notes, *(call.service.name for call in advice.calls)))
        for title in ("District", "Borough", "City"):
            assert f"{names()[district]} {title} Council" not in words, district


@pytest.mark.slow
def test_no_postcode_of_england_names_a_district_to_ring(directory: Directory) -> None:
    """Every English postcode of the public list, through the compiled table, on three days.

    In an ordinary run a part of each council.
    """
    find = packed_council(compiled().connection)
    by_number = {
        number: code
        for code, number in compiled().connection.execute("SELECT code, number FROM council")
    }
    walked: Counter[str] = Counter()
    for text, code in swept_rows(one_a_council()):
        if code and code.startswith("E"):
            postcode = whole_postcode(text)
            assert postcode is not None, text
            walked[by_number[find(postcode) or 0]] += 1
    assert sum(walked.values()) > 100_000
    assert not sweeps.whole() or sum(walked.values()) == ENGLISH_POSTCODES
    assert {code for code in walked if code.startswith("E07")} == set(counties())
    for code in walked:
        for day in DAYS:
            assert not [body for body in answers_in(directory, code, day) if body in counties()]


@pytest.mark.slow
def test_no_part_of_a_postcode_names_a_district_to_ring(directory: Directory) -> None:
    index = WhereIndex(compiled().connection, lambda: TODAY)
    query = "SELECT DISTINCT outward FROM postcode_sector"
    outwards = [outward for (outward,) in compiled().connection.execute(query)]
    assert len(outwards) > 2_000
    for outward in outwards:
        for council in index.answer(outward).whereabouts.councils:
            if council.code in counties():
                assert answers_in(directory, council.code, TODAY)[0] == counties()[council.code]
