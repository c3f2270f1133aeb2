"""The honesty rules for places, each by its name, over the real directory."""

import pytest

from desktop_app.domain.places.councils import AnswerKind, WhereAnswer, WhereStatus
from desktop_app.domain.places.place_names import fold
from tests import sweeps
from tests.area import COUNCILS, LUTON, by_slug
from tests.benchmarks.misspellings import first_right, misspellings, our_names
from tests.where_directory import where_connection, where_index

LEAST_NAMES = 600
LEAST_RIGHT = 0.95


def ask(text: str) -> WhereAnswer:
    return where_index().answer(text)


@pytest.mark.parametrize(
    ("place", "slug"),
    [
        ("Flitwick", "central-bedfordshire"),
        ("Bushmead", "luton"),
        ("Hockwell Ring", "luton"),
        ("Lewsey Farm", "luton"),
        ("Vauxhall Park", "luton"),
        ("Netherfield", "milton-keynes"),
        ("Conniburrow", "milton-keynes"),
        ("Heelands", "milton-keynes"),
        ("Neath Hill", "milton-keynes"),
        ("Tinkers Bridge", "milton-keynes"),
        ("Beanhill", "milton-keynes"),
        ("Galley Hill", "milton-keynes"),
        ("Downs Barn", "milton-keynes"),
        ("Upper Caldecote", "central-bedfordshire"),
        ("Ickwell", "central-bedfordshire"),
        ("Lower Stondon", "central-bedfordshire"),
        ("Pepperstock", "central-bedfordshire"),
        ("Shortstown", "bedford"),
        ("Stony", "milton-keynes"),
        ("Newport Pag", "milton-keynes"),
        ("L&D", "luton"),
        ("Central Beds", "central-bedfordshire"),
        ("gt barford", "bedford"),
        ("elstow village", "bedford"),
        ("Flitwick, Beds", "central-bedfordshire"),
    ],
)
def test_a_place_gives_its_council(place: str, slug: str) -> None:
    answer = ask(place)
    assert answer.kind is AnswerKind.PLACE
    assert answer.councils[0].council == by_slug(slug)


def test_astwood_is_in_milton_keynes() -> None:
    assert [count.council.slug for count in ask("Astwood").councils] == ["milton-keynes"]


@pytest.mark.parametrize("place", ["Woburn Sands", "Wixams", "Stewartby", "Tempsford"])
def test_a_place_on_a_boundary_is_only_mostly_in_its_council(place: str) -> None:
    answer = ask(place)
    assert "mostly in" in answer.text
    assert answer.whereabouts.status is WhereStatus.SEVERAL


def test_bedfordshire_names_its_three_councils() -> None:
    councils = {count.council.slug for count in ask("Beds").councils}
    assert councils == {"bedford", "central-bedfordshire", "luton"}


def test_one_name_in_two_of_our_councils_stays_open() -> None:
    answer = ask("Woodside")
    assert {"bedford", "central-bedfordshire"} <= {c.council.slug for c in answer.councils}
    assert answer.whereabouts.status is WhereStatus.SEVERAL


@pytest.mark.parametrize("place", ["Clapham", "Everton", "Warrington", "Salford", "Bromham"])
def test_a_namesake_elsewhere_is_said_and_kept_open(place: str) -> None:
    answer = ask(place)
    assert f"There is also {place} in" in answer.text
    assert answer.councils[0].inside
    assert any(not council.inside for other in answer.alternatives for council in other.councils)
    assert answer.whereabouts.status is WhereStatus.SEVERAL


def test_no_namesake_is_ever_forgotten() -> None:
    """Every name of ours that another place is known to carry says so, whichever it is."""
    shared = "SELECT DISTINCT key FROM place_name WHERE key IN (SELECT key FROM place_elsewhere)"
    counted = "SELECT key FROM namesake"
    keys = {key for query in (shared, counted) for (key,) in where_connection().execute(query)}
    silent = {key for key in keys if not _says_more_than_one(key)}
    assert not silent


def _says_more_than_one(key: str) -> bool:
    answer = ask(key)
    said = "There is also" in answer.text or "Great Britain has" in answer.text
    ours = where_connection().execute("SELECT count(*) FROM place_name WHERE key = ?", (key,))
    counted = where_connection().execute("SELECT places FROM namesake WHERE key = ?", (key,))
    places = (counted.fetchone() or (0,))[0]
    return said or ours.fetchone()[0] >= places


def test_the_town_of_luton_is_settled_although_kent_has_a_luton_too() -> None:
    answer = ask("Luton")
    assert answer.whereabouts.councils == (LUTON,)
    assert "There is also Luton in Medway" in answer.text


def test_a_town_behind_the_name_settles_a_namesake() -> None:
    answer = ask("Clapham, Bedford")
    assert answer.text == "Clapham is in Bedford Borough."
    assert answer.whereabouts.status is WhereStatus.KNOWN


def test_a_name_known_only_elsewhere_is_never_a_flat_outside() -> None:
    answer = ask("Hitchin")
    assert answer.text.startswith("The only Hitchin we know is in North Hertfordshire")
    assert "A postcode would settle it." in answer.text
    assert not answer.settled
    assert answer.whereabouts.status is WhereStatus.OUTSIDE
    assert [council.name for council in answer.whereabouts.councils] == ["North Hertfordshire"]


def test_a_name_of_several_places_elsewhere_settles_on_none_of_them() -> None:
    answer = ask("Ashford")
    assert len(answer.councils) > 1
    assert answer.whereabouts.status is WhereStatus.UNKNOWN


def test_a_name_known_only_elsewhere_still_offers_ours_that_is_nearly_the_same() -> None:
    answer = ask("Newtown")
    assert "New Town" in [other.typed for other in answer.alternatives]


def test_a_misspelling_is_a_suggestion_and_never_a_silent_pick() -> None:
    answer = ask("flitwik")
    assert answer.kind is AnswerKind.SUGGESTION
    assert answer.councils == ()
    assert answer.alternatives[0].typed == "Flitwick"
    assert answer.whereabouts.status is WhereStatus.UNKNOWN


def test_a_name_as_it_is_heard_is_suggested() -> None:
    answer = ask("Leyton Buzzard")
    assert (answer.kind, answer.alternatives[0].typed) == (
        AnswerKind.SUGGESTION,
        "Leighton Buzzard",
    )


def test_the_beginning_of_a_name_is_completed_as_one_types() -> None:
    assert ask("flit").alternatives[0].typed == "Flitwick"


def test_the_town_after_a_street_is_the_place_and_the_street_says_nothing() -> None:
    answer = ask("Dunstable Rd Luton")
    assert answer.whereabouts.councils == (LUTON,)
    assert "We do not look up roads, streets or houses" in answer.text


def test_a_name_nobody_knows_asks_for_a_postcode() -> None:
    answer = ask("Narnia")
    assert answer.kind is AnswerKind.NOTHING
    assert "type a postcode" in answer.text


def test_at_least_six_hundred_names_in_the_four_councils() -> None:
    query = (
        "SELECT count(DISTINCT key) FROM place_name JOIN place ON place.id = place"
        " JOIN council ON council.number = council WHERE slug IS NOT NULL"
    )
    assert where_connection().execute(query).fetchone()[0] >= LEAST_NAMES


def test_every_name_of_ours_leads_to_its_own_place() -> None:
    names, _ = our_names(where_connection())
    lost = [name for name in names if not any(count.inside for count in ask(name).councils)]
    assert not lost


def test_a_suggestion_that_is_taken_is_a_place() -> None:
    names, _ = our_names(where_connection())
    assert all(ask(fold(name)).kind is not AnswerKind.SUGGESTION for name in names)


def test_misspellings_suggest_the_right_place_first() -> None:
    every = list(misspellings(*our_names(where_connection())))
    assert len(every) > LEAST_NAMES
    wrong = sweeps.sampled(every, 400, of="misspellings")
    right = sum(first_right(where_index(), one) for one in wrong)
    assert right / len(wrong) >= LEAST_RIGHT


def test_all_four_councils_have_places() -> None:
    query = "SELECT DISTINCT slug FROM place JOIN council ON council.number = council"
    slugs = {slug for (slug,) in where_connection().execute(query)}
    assert slugs >= {council.slug for council in COUNCILS}
