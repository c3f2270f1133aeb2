"""Whom an answer says to tell in the practice."""

import pytest

from desktop_app.domain.practice.card import (
    ADULTS_LEAD,
    AFTERWARDS,
    CHILDREN_LEAD,
    DEPUTY,
    LEAD,
    LONGEST,
    MOST_CONTACTS,
    NOBODY_YET,
    NOT_ABOUT_THEM,
    Contact,
    PracticeCard,
    PracticeError,
    cleaned,
    contact_words,
    practice_note,
    told_first,
)
from desktop_app.domain.situation.situation import Concern

CARD = PracticeCard(
    "Elm Road",
    (
        Contact(DEPUTY, "Dee"),
        Contact(ADULTS_LEAD, "Ada", "2"),
        Contact(LEAD, "Lea", "1"),
        Contact(CHILDREN_LEAD, "Chi", "3"),
    ),
)


@pytest.mark.parametrize(
    ("concern", "order"),
    [
        (Concern.CHILD, ["Chi", "Lea", "Ada", "Dee"]),
        (Concern.ADULT, ["Ada", "Lea", "Chi", "Dee"]),
        (Concern.DOMESTIC_ABUSE, ["Lea", "Ada", "Chi", "Dee"]),
    ],
)
def test_who_leads_on_this_concern_comes_first_and_nobody_is_left_out(
    concern: Concern, order: list[str]
) -> None:
    assert [each.name for each in told_first(CARD, concern)] == order


@pytest.mark.parametrize("concern", list(Concern))
def test_no_note_ever_asks_to_wait_for_a_lead(concern: Concern) -> None:
    assert AFTERWARDS in practice_note(CARD, concern).notes
    assert AFTERWARDS in practice_note(PracticeCard(), concern).notes


def test_an_allegation_may_be_about_the_lead() -> None:
    assert NOT_ABOUT_THEM in practice_note(CARD, Concern.ALLEGATION).notes
    assert NOT_ABOUT_THEM not in practice_note(CARD, Concern.CHILD).notes


def test_an_empty_card_says_where_the_names_can_be_put() -> None:
    assert practice_note(PracticeCard(), Concern.CHILD).notes == (AFTERWARDS, NOBODY_YET)


@pytest.mark.parametrize(
    ("contact", "said"),
    [
        (Contact(LEAD, "Dr Amara Okafor", "214"), "Dr Amara Okafor (safeguarding lead), ext 214"),
        (Contact(DEPUTY, "Sam", "01632 960123"), "Sam (deputy), 01632 960123"),
        (Contact(DEPUTY, "Sam", "bleep 7"), "Sam (deputy), bleep 7"),
        (Contact(LEAD, "Sam"), "Sam (safeguarding lead)"),
    ],
)
def test_a_person_in_one_line(contact: Contact, said: str) -> None:
    assert contact_words(contact) == said


@pytest.mark.parametrize(
    "card",
    [
        PracticeCard("x" * (LONGEST["practice"] + 1)),
        PracticeCard("", (Contact(LEAD, "x" * (LONGEST["name"] + 1)),)),
        PracticeCard("", (Contact(LEAD, "x", "1" * (LONGEST["extension"] + 1)),)),
        PracticeCard("", (Contact(LEAD, "x\u202ey"),)),
        PracticeCard("", (Contact(LEAD, "x"),) * (MOST_CONTACTS + 1)),
    ],
)
def test_what_cannot_stand_beside_an_answer_is_refused(card: PracticeCard) -> None:
    with pytest.raises(PracticeError):
        cleaned(card)
