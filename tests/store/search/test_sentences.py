"""Whole sentences of a desk: first stands whoever has to be rung, for each council and for none."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import yaml

from desktop_app.domain.services.directory import HitWhy
from desktop_app.store.directory.directory import SqliteDirectory
from desktop_app.store.search.ordinary_words import OrdinaryWords
from desktop_app.store.search.places import SearchPlaces
from tests import sweeps
from tests.area import BEDFORD, COUNCILS, LUTON

DATA = Path(__file__).parents[2] / "data"
SENTENCES, UNSEEN = (
    yaml.load((DATA / f"sentences_{name}.yaml").read_text("utf-8"), yaml.CSafeLoader)
    for name in ("typed", "unseen")
)
ENOUGH = 0.98
ABUSE = frozenset(
    {
        *("nat-da-helpline", "womens-aid-luton", "luton-all-womens-centre", "mk-act"),
        *("nat-mens-advice-line", "nat-mankind", "nat-galop", "refuge-bedford-stonewater"),
    }
)
POLICE = ("bedfordshire", "thames-valley", "anywhere")
GROUPS = {
    "police": frozenset({"police-999", *(f"police-101-{each}" for each in POLICE)}),
    "homeless": frozenset(
        {
            *("nat-shelter", "bedford-housing-options", "central-beds-homelessness"),
            "central-beds-housing-out-of-hours",
        }
    ),
    "mh": frozenset(
        {
            *("nhs-111-mental-health", "nat-samaritans", "cnwl-crisis-line", "nat-papyrus"),
            "elft-bedford-crisis-team",
        }
    ),
    "D": ABUSE,
}
ROLES = {"C": "children_front_door", "A": "adults_front_door", "lado": "lado"}
NOBODY = frozenset({""})
PERPETRATORS = "nat-respect-phoneline"


def right(real: SqliteDirectory, letters: list[str], home: str | None) -> frozenset[str]:
    found: set[str] = set()
    for each in letters:
        if each == "CD":
            found |= right(real, ["C", "D"], home)
        elif each in ROLES:
            found |= {
                service.id
                for service in real.services()
                if ROLES[each] in service.roles and (home is None or home in service.areas)
            }
        else:
            found |= GROUPS.get(each, {each})
    return frozenset(found)


def first(real: SqliteDirectory, typed: str, home: str | None = None) -> str:
    hits = real.search(typed, home=home)
    return hits[0].service_id if hits else ""


HOMES = (None, *sweeps.sampled((council.code for council in COUNCILS), 1, of="sentences"))
"""Each council with `check --slow`, else one; without a council always."""


@pytest.mark.slow
@pytest.mark.parametrize("home", HOMES)
def test_nearly_every_sentence_leads_to_whoever_has_to_be_rung(
    real: SqliteDirectory, home: str | None
) -> None:
    asked, missed = 0, []
    for group in (*SENTENCES, *UNSEEN):
        expected = right(real, group["first"], home) if group["first"] else NOBODY
        for typed in group["typed"]:
            asked += 1
            if (found := first(real, typed, home)) not in expected:
                missed.append((typed, found))
            forbidden = PERPETRATORS not in group["first"] and found == PERPETRATORS
            assert not forbidden, typed
    assert asked >= 1_290
    assert len(missed) <= (1 - ENOUGH) * asked, missed


@pytest.mark.parametrize("council", COUNCILS, ids=lambda council: council.slug)
@pytest.mark.parametrize(
    "typed",
    ["old man hit by his son", "elderly mum shoved by daughter", "82yo says son takes her pension"],
)
def test_an_older_person_who_is_hurt_finds_the_adults_team_before_a_helpline(
    real: SqliteDirectory, typed: str, council: object
) -> None:
    code = council.code  # type: ignore[attr-defined]
    service = real.service(first(real, typed, code))
    assert "adults_front_door" in service.roles
    assert code in service.areas


@pytest.mark.parametrize(
    "typed",
    ["abusive relationship", "how do i leave an abusive relationship", "he wont stop hurting me"],
)
def test_words_of_a_victim_never_find_the_line_for_people_using_abuse_first(
    real: SqliteDirectory, typed: str
) -> None:
    assert first(real, typed, LUTON.code) in ABUSE


def test_who_did_it_is_not_who_it_was_done_to(real: SqliteDirectory) -> None:
    """A son who hits his mother is no child at risk."""
    assert first(real, "woman hit by her son", LUTON.code) in ABUSE | {"luton-adults"}
    assert first(real, "her son was hit by his dad", LUTON.code) == "luton-children-mash"


def test_a_place_that_is_named_comes_before_the_desk_s_own(real: SqliteDirectory) -> None:
    assert first(real, "old lady hit by carer in luton", BEDFORD.code) == "luton-adults"
    assert first(real, "hubby hit her, luton", BEDFORD.code) == "womens-aid-luton"


@pytest.mark.parametrize("service", ["marac", "idva", "clares law"])
def test_a_name_with_referral_behind_it_finds_the_name(real: SqliteDirectory, service: str) -> None:
    assert first(real, f"{service} referral") == first(real, service)


def test_it_says_what_the_sentence_is_about(real: SqliteDirectory) -> None:
    hit = real.search("old man hit by his son", home=LUTON.code)[0]
    assert (hit.why, hit.matched, hit.exact) == (HitWhy.TOPIC, "Adults at risk", False)


def test_a_service_named_in_full_stands_before_what_a_sentence_leads_to(
    real: SqliteDirectory,
) -> None:
    assert first(real, "elder abuse") == "nat-hourglass"
    assert first(real, "luton hoarding") == "known-luton-hoarding-panel"


@pytest.fixture(scope="module")
def places(real_file: Path) -> Iterator[SearchPlaces]:
    with closing(sqlite3.connect(f"file:{real_file}?mode=ro", uri=True)) as connection:
        yield SearchPlaces(connection, OrdinaryWords(connection))


@pytest.mark.parametrize(
    "typed",
    ["no beds in the refuge", "there are no beds", "no hospital beds", "kids wet their beds"],
)
def test_a_thing_called_like_a_place_is_no_place(places: SearchPlaces, typed: str) -> None:
    assert not places.named(typed.split())[0]


@pytest.mark.parametrize("typed", ["mash beds", "refuge in beds", "beds adult social care"])
def test_the_place_is_still_read_where_it_is_meant(places: SearchPlaces, typed: str) -> None:
    assert places.named(typed.split())[0]


@pytest.mark.parametrize(
    "typed",
    [
        *("he has poor diabetic control", "she is throwing up", "is the doctor running late"),
        *("the printer is broken", "is the car park free", "urgent appointment please"),
        *("change my address please", "help with printer", "where can i park"),
    ],
)
def test_what_a_surgery_says_all_day_finds_nobody(real: SqliteDirectory, typed: str) -> None:
    assert first(real, typed, LUTON.code) == ""


@pytest.mark.parametrize("typed", ["can i ring without parents agreeing", "where can he get it"])
def test_a_word_that_says_nothing_is_no_blow(real: SqliteDirectory, typed: str) -> None:
    """Without its ending "cane" is "can"."""
    assert first(real, typed, LUTON.code) not in ABUSE


def test_who_tells_of_it_is_not_accused(real: SqliteDirectory) -> None:
    assert first(real, "teacher says a boy has bruises", LUTON.code) == "luton-children-mash"
    assert first(real, "teacher gave a boy bruises", LUTON.code) == "luton-lado"


@pytest.mark.parametrize(
    ("typed", "by"),
    [
        ("they took my passport", "they took her passport"),
        ("he cannot look after himself", "she can't look after herself"),
        ("she goes through my phone", "he goes through her phone"),
    ],
)
def test_a_phrase_means_the_same_whoever_says_it(
    real: SqliteDirectory, typed: str, by: str
) -> None:
    assert first(real, typed, LUTON.code) == first(real, by, LUTON.code)


def test_in_a_sentence_a_panel_without_a_number_is_not_first(real: SqliteDirectory) -> None:
    assert first(real, "hoarding so bad she can't get to the bed", LUTON.code) == "luton-adults"


@pytest.mark.parametrize("typed", ["help", "help me", "urgent"])
def test_a_cry_for_help_finds_999_first(real: SqliteDirectory, typed: str) -> None:
    assert first(real, typed, LUTON.code) == "police-999"
    assert real.search_advice(typed)
