"""Whole sentences: what a frightened desk types is about somebody, and must never endanger them."""

import pytest

from desktop_app.domain.services.directory import SearchHit
from desktop_app.store.directory.directory import SqliteDirectory
from desktop_app.store.search.sentence_leads import OF_ROLES
from tests.area import BEDFORD, COUNCILS, LUTON

PERPETRATORS = "nat-respect-phoneline"
SAID_BY_VICTIMS = (
    *("hit", "hits", "hitting", "hurt", "being hit", "i am being hit", "he hit me", "abuse"),
    *("my boyfriend hits me", "boyfriend hit me", "my husband beats me", "partner hurts me"),
    *("my wife hit me", "he strangled me", "scared of my partner", "domestic abuse"),
    *("he says he will stop", "his behaviour", "controlling behaviour", "his anger frightens me"),
)


def found(real: SqliteDirectory, typed: str, home: str | None = None) -> list[SearchHit]:
    return list(real.search(typed, home=home))


@pytest.mark.parametrize("typed", SAID_BY_VICTIMS)
@pytest.mark.parametrize("home", [None, LUTON.code])
def test_what_a_victim_says_never_finds_the_line_for_people_using_abuse_first(
    real: SqliteDirectory, typed: str, home: str | None
) -> None:
    hits = found(real, typed, home)
    assert hits
    assert hits[0].service_id != PERPETRATORS


@pytest.mark.parametrize("typed", ["i hit my wife", "hitting my partner", "perpetrator", "perp"])
def test_words_that_mean_the_person_using_abuse_find_their_line(
    real: SqliteDirectory, typed: str
) -> None:
    assert found(real, typed)[0].service_id == PERPETRATORS


@pytest.mark.parametrize(
    "typed", ["who do i ring baby bruise", "dad hits kids", "drunk mum and a toddler"]
)
def test_a_sentence_about_a_child_finds_the_desk_s_own_front_door(
    real: SqliteDirectory, typed: str
) -> None:
    for each in COUNCILS:
        first = real.service(found(real, typed, each.code)[0].service_id)
        assert "children_front_door" in first.roles
        assert each.code in first.areas


def test_a_place_that_is_named_beats_the_desk_s_own(real: SqliteDirectory) -> None:
    for typed in ("luton", "luton council", "luton borough council"):
        assert found(real, typed, BEDFORD.code)[0].service_id == "luton-children-mash"


def test_two_numbers_beside_each_other_are_both_looked_up(real: SqliteDirectory) -> None:
    lines = {(hit.service_id, hit.line_id) for hit in found(real, "01582 547653/547730")}
    assert {("luton-children-mash", "office"), ("luton-adults", "office")} <= lines


def test_what_is_only_described_stands_behind_what_can_be_rung(real: SqliteDirectory) -> None:
    for typed in ("domest", "domestic ab", "safeg adults"):
        first = real.service(found(real, typed, LUTON.code)[0].service_id)
        assert first.callable_lines, typed


def test_whom_a_sentence_leads_to_is_found_without_going_through_every_service(
    real: SqliteDirectory,
) -> None:
    asked = ('["children_front_door", "nat-nspcc"]', False, f'["{LUTON.code}"]')
    told = real.connection.execute(f"EXPLAIN QUERY PLAN {OF_ROLES}", asked).fetchall()
    scanned = [text for *_, text in told if text.startswith("SCAN")]
    assert [text for text in scanned if "json_each" not in text and "lead" not in text] == []


def test_a_sentence_leads_to_services_by_role_and_by_name(real: SqliteDirectory) -> None:
    asked = (f'["{PERPETRATORS}", "children_front_door"]', False, f'["{LUTON.code}"]')
    rows = real.connection.execute(OF_ROLES, asked).fetchall()
    by_role = {each.id for each in real.in_role("children_front_door", LUTON.code)}
    assert {service for service, role, *_ in rows if role == "children_front_door"} == by_role
    assert [service for service, role, *_ in rows if role == PERPETRATORS] == [PERPETRATORS]
