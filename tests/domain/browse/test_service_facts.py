"""The card of a service says everything that is known of it, with its sources."""

from dataclasses import replace

from desktop_app.domain.services.service import Address, Citation, Dispute, Form
from desktop_app.domain.services.trust import Freshness
from tests.domain.listed_services import (
    DOOR,
    FAX,
    FRIDAY_LATE,
    NIGHT_LINE,
    OFFICE_LINE,
    OLD,
    TEXT,
    facts,
    with_lines,
)


def test_the_card_puts_what_answers_first_and_what_must_not_be_used_last() -> None:
    lines = (FAX, OLD, TEXT, OFFICE_LINE, NIGHT_LINE)
    shown = [each.id for each in facts(with_lines(*lines), FRIDAY_LATE).lines]
    assert shown == ["night", "office", "text", "fax", "old"]


def test_only_usable_numbers_have_a_state_and_are_copied() -> None:
    card = facts(with_lines(FAX, OLD))
    assert card.first_number == ""
    assert [(each.usable, each.state, each.state_words) for each in card.lines] == [
        (False, None, "")
    ] * 2
    assert [each.standing for each in card.lines] == [
        "Fax, no longer used: do not send anything here",
        "Replaced: do not ring",
    ]


def test_the_card_says_everything_with_its_sources() -> None:
    said = (Citation("page", "gives the number"), Citation("lost", "gives it too"))
    service = replace(
        DOOR,
        lines=(replace(OFFICE_LINE, sources=said),),
        forms=(Form("Referral form", "online", True, "council.example/refer", "Phone first."),),
        emails=(Address("hub@council.example"),),
        web=(Address("council.example", "archived"),),
        cost="Free.",
        languages="BSL.",
        aliases=("MASH",),
        notes=("A note.",),
        gaps=("No email.",),
        disputes=(Dispute("The name", "Two sources differ.", said[:1]),),
        sources=said[:1],
        staff_only=True,
    )
    card = facts(service)
    page = "Contacts page. The council, about May 2024: gives the number"
    assert card.part == "Children’s front door"
    assert card.lines[0].source == "Number from The council and 1 other source"
    assert card.all_sources == (
        ("01632 960001", (page, "lost: gives it too")),
        ("The service itself", (page,)),
    )
    assert card.lines[0].age.freshness is Freshness.NEVER
    assert card.reach == (
        (
            "Form professionals must send",
            "Referral form · online · council.example/refer",
            "Phone first.",
        ),
        ("Email", "hub@council.example", ""),
        ("Web", "council.example", "archived"),
    )
    assert dict(card.facts) == {
        "Who it serves": "Children, Professionals",
        "About": "Neglect",
        "Languages, BSL and relay": "BSL.",
        "Cost of the call": "Free.",
        "Also called": "MASH",
    }
    assert (card.notes, card.gaps) == (("A note.",), ("No email.",))
    assert card.disputes == (("The name", "Two sources differ.", (page,)),)
    assert card.warnings == ("For professionals: do not hand this number to patients",)
