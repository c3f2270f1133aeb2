"""The sheet of every service of the directory: each fact in words, at its place in the file."""

from collections.abc import Iterator

from desktop_app.app.workshop.sheets import FormChoices, row_of, sheet_of
from desktop_app.authoring.read.library import Draft
from desktop_app.ui.workshop.working_copy import Choice, Fact, FactCard, Kind
from tests.app.workshop.drafts import drafts

DRAFTS = drafts()
WORDS = FormChoices(
    roles=(Choice("children_front_door", "Children’s front door"),),
    audiences=(Choice("children", "Children"),),
    topics=(Choice("neglect", "Neglect"),),
    areas=(Choice("nationwide", "Everywhere"),),
    documents={},
)


def facts() -> Iterator[tuple[Draft, FactCard, Fact]]:
    for draft in DRAFTS:
        for card in sheet_of(draft, None, WORDS, ()).cards:
            for fact in card.facts:
                yield draft, card, fact


def test_every_fact_stands_at_its_place_of_the_file() -> None:
    for draft, _, fact in facts():
        at = draft.file.content
        for step in fact.place[:-1]:
            at = at[step]
        written = at.get(fact.place[-1])
        if fact.kind in (Kind.WORDS, Kind.NUMBER):
            assert " ".join(str(written or "").split()) == fact.value, draft.entry.id
        elif fact.kind in (Kind.SENTENCES, Kind.CHOICES):
            assert tuple(" ".join(str(each).split()) for each in written or ()) == fact.value, (
                draft.entry.id
            )


def test_every_choice_is_among_what_can_be_chosen() -> None:
    for draft, _, fact in facts():
        if fact.kind is Kind.CHOICE:
            assert fact.told, draft.entry.id
            assert fact.value in [each.id for each in fact.choices], draft.entry.id


def test_a_number_that_is_offered_and_was_never_checked_says_so() -> None:
    rows = [row_of(draft, wrong=(), changed=False) for draft in DRAFTS]
    lines = [card for _, card, fact in facts() if fact.heading == "Number"]
    assert any(row.unchecked for row in rows)
    assert all(card.state for card in lines)
    assert {card.state for card in lines if card.doubtful} == {"never checked"}
