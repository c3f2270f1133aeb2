"""Search finds what people mean, exact first, in the same order every time."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.services.directory import HitWhy, SearchHit
from desktop_app.store.directory.directory import SqliteDirectory, open_directory
from tests.area import BEDFORD, LUTON, by_slug

QUERIES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parents[2] / "data" / "search_queries.yaml").read_text(encoding="utf-8"),
    yaml.CSafeLoader,
)
ENOUGH = 0.98
Found = list[tuple[str, tuple[SearchHit, ...]]]


@pytest.fixture(scope="module")
def every_query(real: SqliteDirectory) -> Found:
    """Each query of the list and what it finds, searched for once for the tests that look at it."""
    return [(query["query"], tuple(real.search(query["query"]))) for query in QUERIES]


def first(directory: SqliteDirectory, query: dict[str, Any]) -> str | None:
    home = by_slug(query["home"]).code if "home" in query else None
    hits = directory.search(query["query"], home=home)
    return hits[0].service_id if hits else None


def test_the_list_of_queries_is_long_enough_to_judge_by() -> None:
    assert len(QUERIES) >= 720


def test_nearly_every_query_finds_the_right_service_first(real: SqliteDirectory) -> None:
    missed = []
    for query in QUERIES:
        right = query["first"] if isinstance(query["first"], list) else [query["first"]]
        if (found := first(real, query)) not in right:
            missed.append((query["query"], found))
    assert len(missed) <= (1 - ENOUGH) * len(QUERIES), missed


def test_a_word_of_the_summary_counts_beside_a_word_of_the_name(real: SqliteDirectory) -> None:
    """A word that stands in no name is still one that every find holds, not one to be ignored."""
    names = [word for (word,) in real.connection.execute("SELECT word FROM search_word")]
    assert not any(word.startswith("fridays") for word in names)
    holding = {each.id for each in real.services() if "fridays" in each.summary.casefold()}
    found = {hit.service_id for hit in real.search("integrated fridays")}
    assert found
    assert found <= holding


def test_every_expected_service_exists(real: SqliteDirectory) -> None:
    known = {service.id for service in real.services()}
    for query in QUERIES:
        right = query["first"] if isinstance(query["first"], list) else [query["first"]]
        assert known.issuperset(right)


def test_every_service_is_found_first_by_its_own_name(real: SqliteDirectory) -> None:
    for service in real.services():
        hit = real.search(service.name)[0]
        assert (hit.service_id, hit.exact) == (service.id, True)


def test_every_other_name_finds_its_service_as_an_exact_match(real: SqliteDirectory) -> None:
    for service in real.services():
        for alias in service.aliases:
            hits = {hit.service_id: hit for hit in real.search(alias, limit=1000)}
            assert hits[service.id].exact, (service.id, alias)


def test_every_number_is_found_by_its_digits(real: SqliteDirectory) -> None:
    for service in real.services():
        for line in service.lines:
            for typed in (line.display, line.number, line.display.replace(" ", "")):
                hits = {hit.service_id: hit for hit in real.search(typed)}
                assert service.id in hits, (service.id, typed)


def test_exact_matches_stand_before_all_others(every_query: Found) -> None:
    for typed, hits in every_query:
        exact = [hit.exact for hit in hits]
        assert exact == sorted(exact, reverse=True), typed


def test_no_service_is_found_twice(every_query: Found) -> None:
    for typed, hits in every_query:
        found = [hit.service_id for hit in hits]
        assert len(found) == len(set(found)), typed


def test_the_same_text_gives_the_same_order(real_file: Path, every_query: Found) -> None:
    fresh = open_directory(real_file)
    for typed, hits in every_query:
        assert tuple(fresh.search(typed)) == hits, typed
    fresh.close()


def test_typing_on_never_ends_in_nothing(real: SqliteDirectory) -> None:
    for name in ("childline", "domestic abuse", "luton mash", "stalking", "whistleblowing"):
        for letters in range(1, len(name) + 1):
            assert real.search(name[:letters]), name[:letters]


@pytest.mark.parametrize(
    ("typed", "why", "matched"),
    [
        ("town mash (children)", HitWhy.NAME, "Town MASH (children)"),
        ("multi agency", HitWhy.OLD_NAME, "Multi-Agency Safeguarding Hub"),
        ("twon childrens hub", HitWhy.MISSPELLING, "Town Children’s Hub"),
        ("01632 960101", HitWhy.NUMBER, "01632 960101"),
        ("child abuse", HitWhy.TOPIC, "Child abuse"),
        ("luton", HitWhy.PLACE, "Luton"),
        ("safegarding", HitWhy.MISSPELLING, "Multi-Agency Safeguarding Hub"),
    ],
)
def test_a_hit_says_why(small: SqliteDirectory, typed: str, why: HitWhy, matched: str) -> None:
    hit = small.search(typed)[0]
    assert (hit.service_id, hit.why, hit.matched) == ("town-mash", why, matched)


def test_a_number_tells_its_line(small: SqliteDirectory) -> None:
    assert small.search("960102")[0].line_id == "out-of-hours"


def test_a_number_in_use_stands_before_a_fax(small: SqliteDirectory) -> None:
    assert small.search("0163296010")[0].line_id == "office"


def test_the_home_council_settles_a_tie(small: SqliteDirectory) -> None:
    assert small.search("mash", home=LUTON.code)[0].service_id == "town-mash"
    assert small.search("mash", home=BEDFORD.code)[0].service_id == "other-front-doors"


def test_a_place_limits_what_is_found(small: SqliteDirectory) -> None:
    assert small.search("mash cranfield")[0].service_id == "other-front-doors"


@pytest.mark.parametrize("typed", ["", "   ", "'", '"', "()", "*", "-", "…", "\0", "\ud800"])
def test_nothing_typed_finds_nothing(small: SqliteDirectory, typed: str) -> None:
    assert small.search(typed) == ()


def test_the_number_of_hits_can_be_limited(real: SqliteDirectory) -> None:
    assert len(real.search("luton", limit=3)) == 3


@settings(max_examples=300)
@given(st.text(max_size=200))
def test_any_text_at_all_can_be_typed(real: SqliteDirectory, typed: str) -> None:
    for hit in real.search(typed):
        assert hit.matched


@given(st.text(alphabet='"*():^-+ANDORTNEmash0147', max_size=40))
def test_no_text_is_taken_for_a_command(real: SqliteDirectory, typed: str) -> None:
    real.search(typed)
