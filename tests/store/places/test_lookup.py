"""The honesty rules for postcodes, each by its name, over the real directory."""

import pytest

from desktop_app.domain.places.councils import AnswerKind, WhereAnswer, WhereStatus
from desktop_app.domain.places.postcode import INWARD_LETTERS
from tests.area import BEDFORD, CENTRAL_BEDFORDSHIRE, LUTON, MILTON_KEYNES
from tests.where_directory import where_connection, where_index


def ask(text: str) -> WhereAnswer:
    return where_index().answer(text)


def unknown_in(sector: str) -> str:
    """A postcode in this sector that nobody has."""
    endings = (a + b for a in INWARD_LETTERS for b in INWARD_LETTERS)
    texts = (f"{sector}{ending}" for ending in endings)
    return next(text for text in texts if ask(text).kind is AnswerKind.POSTCODE_UNKNOWN)


def test_a_known_postcode_gives_its_council() -> None:
    answer = ask("mk42 9ab")
    assert answer.text == "MK42 9AB is in Bedford Borough."
    assert answer.whereabouts.status is WhereStatus.KNOWN


def test_a_known_postcode_is_called_known_and_never_in_use() -> None:
    """Ended postcodes stand in the list unmarked, so nothing may say that one is in use."""
    texts = [ask(text).text for text in ("MK42 9AB", "MK43", unknown_in("LU1 1"), "GIR 0AA")]
    assert not any("in use" in text or "exists" in text for text in texts)


def test_a_known_postcode_without_a_council_says_so_and_asks_for_the_town() -> None:
    answer = ask("GIR 0AA")
    assert answer.kind is AnswerKind.POSTCODE
    assert "no council is recorded" in answer.text
    assert "town or village" in answer.text
    assert answer.whereabouts.status is WhereStatus.UNKNOWN


def test_an_unknown_postcode_in_a_sector_of_one_council_says_what_is_known() -> None:
    answer = ask(unknown_in("LU1 1"))
    assert "is not a known postcode" in answer.text
    assert "Every known postcode in LU1 1 (366) is in Luton" in answer.text
    assert [count.council for count in answer.councils] == [LUTON]


def test_an_unknown_postcode_in_a_mixed_sector_is_never_the_majority() -> None:
    answer = ask(unknown_in("LU1 4"))
    assert [(count.council.name, count.postcodes) for count in answer.councils] == [
        ("Central Bedfordshire", 159),
        ("Luton", 32),
        ("Dacorum", 3),
    ]
    assert "Check the address" in answer.text
    assert answer.whereabouts.status is WhereStatus.SEVERAL


def test_an_unknown_sector_tells_the_district_but_settles_nothing() -> None:
    answer = ask("MK14 9AA")
    assert "none is known in MK14 9" in answer.text
    assert answer.whereabouts.status is WhereStatus.UNKNOWN


def test_an_unknown_district_says_so() -> None:
    answer = ask("MK99 1AA")
    assert "no known postcode begins with MK99" in answer.text
    assert answer.councils == ()


def test_part_of_a_postcode_in_one_council_gives_it() -> None:
    answer = ask("MK4 2")
    assert answer.text == "Every known postcode in MK4 2 (175) is in Milton Keynes."
    assert answer.whereabouts.councils == (MILTON_KEYNES,)


def test_part_of_a_postcode_in_several_councils_gives_all_with_counts() -> None:
    assert (
        "MK43 covers more than one council: Bedford Borough (966 postcodes), Central Bedfordshire"
        " (411), Milton Keynes (13). Type the whole postcode." in ask("MK43").text
    )


def test_a_letter_more_narrows_the_counts() -> None:
    answer = ask("LU7 9Q")
    assert [(count.council.name, count.postcodes) for count in answer.councils] == [
        ("Central Bedfordshire", 14),
        ("Buckinghamshire", 6),
    ]


def test_mk42_alone_is_the_district_and_the_sector_is_only_mentioned() -> None:
    answer = ask("MK42")
    assert "MK42 covers" in answer.text
    assert "If MK4 2 is meant (Milton Keynes), type the space." in answer.text
    assert set(answer.whereabouts.councils) == {BEDFORD, CENTRAL_BEDFORDSHIRE}


def test_a_reading_that_is_only_mentioned_can_still_be_taken() -> None:
    assert ask("MK42").choices[-1].whereabouts.councils == (MILTON_KEYNES,)


def test_a_district_of_one_council_alone_is_settled() -> None:
    assert ask("mk41").whereabouts.councils == (BEDFORD,)


def test_a_typed_space_settles_mk42() -> None:
    assert ask("MK4 2").alternatives == ()
    assert ask("MK42 ").alternatives == ()


@pytest.mark.parametrize(
    ("typed", "meant"), [("MK4O 1AA", "MK40 1AA"), ("LUI 1AA", "LU1 1AA"), ("5G18 0AA", "SG18 0AA")]
)
def test_look_alike_letters_are_offered_and_never_applied(typed: str, meant: str) -> None:
    answer = ask(typed)
    assert answer.kind is AnswerKind.POSTCODE_UNKNOWN
    assert meant in [other.typed for other in answer.alternatives]
    assert answer.whereabouts.status is WhereStatus.UNKNOWN


def test_a_repair_that_is_taken_gives_its_council() -> None:
    (choice,) = ask("LUI 1AA").choices
    assert choice.whereabouts.councils == (LUTON,)


def test_a_council_elsewhere_is_named() -> None:
    answer = ask("SW1A 1AA")
    assert answer.text == "SW1A 1AA is in Westminster."
    assert answer.whereabouts.status is WhereStatus.OUTSIDE


@pytest.mark.parametrize("text", ["BT1 5GS", "BT1", "BT"])
def test_northern_ireland_is_said_to_be_left_out(text: str) -> None:
    answer = ask(text)
    assert "Northern Ireland" in answer.text
    assert "not in this directory" in answer.text
    assert answer.whereabouts.status is WhereStatus.OUTSIDE


def test_the_postcode_in_a_pasted_address_is_found() -> None:
    answer = ask("12 High Street, Flitwick, MK45 1AA")
    assert answer.text.startswith("MK45 1AA is in Central Bedfordshire.")
    assert answer.whereabouts.councils == (CENTRAL_BEDFORDSHIRE,)


def test_two_postcodes_in_one_text_are_offered_and_none_is_picked() -> None:
    answer = ask("MK42 9AB or LU1 1AA")
    assert [other.typed for other in answer.alternatives] == ["MK42 9AB", "LU1 1AA"]
    assert answer.whereabouts.status is WhereStatus.UNKNOWN


def test_the_letters_of_an_area_cover_several_councils_and_may_mean_the_place() -> None:
    answer = ask("MK")
    assert answer.councils[0].council == MILTON_KEYNES
    assert len(answer.councils) > 1
    assert [other.typed for other in answer.alternatives] == ["Milton Keynes"]


def test_northern_irish_postcodes_are_not_in_the_file() -> None:
    query = "SELECT count(*) FROM postcode_sector WHERE outward LIKE 'BT%'"
    assert where_connection().execute(query).fetchone() == (0,)
