"""Councils, whereabouts, and what an answer leaves open until somebody chooses."""

import json

import pytest

from desktop_app.domain.places.councils import (
    Alternative,
    AnswerKind,
    Council,
    CouncilCount,
    Whereabouts,
    WhereAnswer,
    WhereStatus,
    as_json,
    whereabouts_of,
)
from tests.area import BEDFORD, CENTRAL_BEDFORDSHIRE, COUNCILS, LUTON, MILTON_KEYNES, by_slug

DACORUM = Council("E07000096", "Dacorum")
STEVENAGE = Council("E07000243", "Stevenage")


def answer(
    *councils: Council,
    kind: AnswerKind = AnswerKind.PLACE,
    others: tuple[Alternative, ...] = (),
    settled: bool = False,
) -> WhereAnswer:
    counts = tuple(CouncilCount(council) for council in councils)
    return WhereAnswer(
        typed="typed",
        kind=kind,
        text="A sentence.",
        councils=counts,
        alternatives=others,
        settled=settled,
    )


def test_the_four_councils_stand_in_a_fixed_order() -> None:
    assert COUNCILS == (BEDFORD, CENTRAL_BEDFORDSHIRE, LUTON, MILTON_KEYNES)


@pytest.mark.parametrize("council", COUNCILS)
def test_a_slug_finds_its_council(council: Council) -> None:
    assert by_slug(str(council.slug)) == council


def test_only_the_four_are_inside() -> None:
    assert all(council.inside for council in COUNCILS)
    assert not DACORUM.inside


@pytest.mark.parametrize(
    ("councils", "status"),
    [
        ((), WhereStatus.UNKNOWN),
        ((LUTON,), WhereStatus.KNOWN),
        ((DACORUM,), WhereStatus.OUTSIDE),
        ((DACORUM, STEVENAGE), WhereStatus.OUTSIDE),
        ((LUTON, DACORUM), WhereStatus.SEVERAL),
        ((LUTON, BEDFORD), WhereStatus.SEVERAL),
        ((LUTON, LUTON), WhereStatus.KNOWN),
    ],
)
def test_status_follows_from_the_councils(
    councils: tuple[Council, ...], status: WhereStatus
) -> None:
    assert whereabouts_of(councils).status is status


def test_a_settled_answer_is_known() -> None:
    assert answer(LUTON, settled=True).whereabouts == Whereabouts(
        WhereStatus.KNOWN, (LUTON,), "A sentence."
    )


def test_an_unsettled_answer_keeps_every_reading_open() -> None:
    open_still = answer(BEDFORD, others=(Alternative("Another", (DACORUM,)),)).whereabouts
    assert open_still.status is WhereStatus.SEVERAL
    assert open_still.councils == (BEDFORD, DACORUM)


def test_one_unsettled_council_is_not_known() -> None:
    assert answer(LUTON).whereabouts.status is WhereStatus.UNKNOWN


def test_a_suggestion_is_never_taken_by_itself() -> None:
    offer = Alternative("Flitwick", (CENTRAL_BEDFORDSHIRE,), "Flitwick")
    alone = answer(kind=AnswerKind.SUGGESTION, others=(offer,))
    assert alone.whereabouts.status is WhereStatus.UNKNOWN


def test_a_name_known_only_elsewhere_is_not_flatly_outside() -> None:
    offer = Alternative("New Town", (LUTON,), "New Town")
    assert answer(DACORUM, others=(offer,)).whereabouts.status is WhereStatus.UNKNOWN


def test_every_council_and_every_reading_can_be_chosen() -> None:
    offer = Alternative("Clapham in Dacorum", (DACORUM,), "HP1")
    own, other = answer(BEDFORD, others=(offer,)).choices
    assert (own.label, own.whereabouts.status) == ("Bedford Borough", WhereStatus.KNOWN)
    assert (other.typed, other.whereabouts.status) == ("HP1", WhereStatus.OUTSIDE)


def test_a_council_elsewhere_is_named_as_outside_in_the_choice() -> None:
    assert answer(DACORUM).choices[0].label == "Dacorum (outside this directory)"


def test_what_was_typed_stays_out_of_the_printed_form() -> None:
    assert "typed" not in repr(answer(LUTON))


def test_json_is_schema_one() -> None:
    offer = Alternative("Other", (DACORUM,), "HP1")
    given = WhereAnswer(
        typed="lu1",
        kind=AnswerKind.PART,
        text="Words.",
        councils=(CouncilCount(LUTON, 1701),),
        alternatives=(offer,),
        settled=False,
    )
    assert as_json(given) == {
        "schema": 1,
        "typed": "lu1",
        "kind": "part",
        "councils": [
            {
                "code": "E06000032",
                "name": "Luton",
                "inside": True,
                "postcodes": 1701,
                "answering": None,
            }
        ],
        "text": "Words.",
        "alternatives": [
            {
                "typed": "HP1",
                "text": "Other",
                "councils": [{"code": "E07000096", "name": "Dacorum", "inside": False}],
            }
        ],
        "doubts": [],
    }


def test_json_can_carry_anything_typed() -> None:
    strange = WhereAnswer(typed="\ud800 😀\0", kind=AnswerKind.NOTHING, text="No.")
    assert json.loads(json.dumps(as_json(strange)))["typed"] == "\ud800 😀\0"
