"""A language of the patient card: offered only when people answer for it, refused else."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.domain.hours.status import EMPTY_WEEK, Span
from desktop_app.domain.printing.card_words import (
    END,
    LEFT_TO_RIGHT,
    CardLanguageError,
    read_language,
)
from desktop_app.domain.printing.public_hours import PaperHours, PaperWording
from tests.ui.made_up_language import MADE_UP, made_up_file
from tests.ui.printed_pages import ENGLISH

FILES = sorted((paths.resources() / "cards").glob("*.toml"))
WORKDAYS = (*((Span(600, 1020),),) * 5, (), ())
SPLIT = (*((Span(600, 720), Span(780, 1020)),) * 5, (), ())
ODD = (*((Span(600, 1020),),) * 4, (Span(600, 960),), (), ())
EVERY_DAY = ((Span(600, 1020),),) * 7


@pytest.mark.parametrize("file", FILES, ids=lambda each: each.stem)
def test_every_language_that_ships_may_be_offered(file: Path) -> None:
    assert read_language(file.read_text("utf-8")).missing == ""


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({}, ""),
        ({"translator": ""}, "It names no translator."),
        ({"reviewer": ""}, "It names no reviewer."),
        ({"reviewer": MADE_UP.translator.upper()}, "Its reviewer is its translator"),
        ({"reviewed": "soon"}, "It does not say on which day"),
        ({"reviewed": ""}, "It does not say on which day"),
    ],
)
def test_a_language_is_offered_only_with_two_people_and_a_day(
    change: dict[str, str], why: str
) -> None:
    missing = replace(MADE_UP, **change).missing  # type: ignore[arg-type]
    assert missing.startswith(why)
    assert bool(missing) == bool(why)


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ('direction = "rtl"', 'direction = "down"', "direction is ltr or rtl."),
        ('tag = "', 'tga = "', "tag is missing."),
        ('keep = "', 'kept = "', "keep is missing."),
        ("[words]", "[wrods]", "nobody knows “wrods”."),
        ('keep = "', 'keep = "\u202e', "keep holds a sign that cannot be printed."),
        ('title = "', 'title = "' + "x" * 71, "title has to be 1 to 70 characters long."),
        ("{date}", "{day}", "dated has to hold {date} once."),
        ("{date}", "{date!r}", "dated has to hold {date} once."),
        ("{date}", "{date}{date}", "dated has to hold {date} once."),
        ("{hours}", "", "free_too has to hold {hours} once."),
        ('keep = "', 'keep = "{', "keep has a bracket too many or too few."),
        ('keep = "', 'keep = "{date}', "keep has to hold no brackets."),
        ("55", "5", "silent_call has to hold the digits 55 and no others."),
        ("55", "٥٥", "silent_call has to hold the digits 55 and no others."),
        ('police = "', 'police = "101 ', "police has to hold no digits."),
        ('keep = "', 'keep = 7 # "', "keep is not text."),
    ],
)
def test_a_mistake_in_a_file_is_one_sentence(before: str, after: str, why: str) -> None:
    text = made_up_file()
    assert before in text
    with pytest.raises(CardLanguageError) as told:
        read_language(text.replace(before, after))
    assert told.value.sentence == why


def test_a_file_that_is_no_toml_says_where() -> None:
    with pytest.raises(CardLanguageError, match="The file cannot be read: Expected"):
        read_language("language")


@pytest.mark.parametrize(
    ("known", "free", "told"),
    [
        (PaperHours(told=PaperWording.NOTHING), False, ""),
        (PaperHours(told=PaperWording.NOTHING), True, "Free"),
        (PaperHours(told=PaperWording.OFFICE_CLOSED), False, ""),
        (PaperHours(told=PaperWording.ALWAYS), True, "Day and night, free"),
        (PaperHours(told=PaperWording.SHOULD_BE_ALWAYS), False, "Should be day and night"),
        (PaperHours(told=PaperWording.EXACT, week=WORKDAYS), False, "Mon-Fri 10:00-17:00"),
        (PaperHours(told=PaperWording.EXACT, week=EVERY_DAY), True, "Every day 10:00-17:00, free"),
        (PaperHours(told=PaperWording.EXACT, week=ODD), False, "Mon-Fri, office hours"),
        (PaperHours(told=PaperWording.EXACT, week=SPLIT), False, "Hours vary"),
        (PaperHours(told=PaperWording.OFFICE, week=WORKDAYS), False, "Mon-Fri, office hours"),
        (PaperHours(told=PaperWording.OFFICE, week=EVERY_DAY), False, "Hours vary"),
        (PaperHours(told=PaperWording.VARY, week=EMPTY_WEEK), False, "Hours vary"),
    ],
)
def test_hours_and_cost_on_the_card(known: PaperHours, free: bool, told: str) -> None:
    assert ENGLISH.told(known, free=free) == told


def test_digits_keep_their_order_among_words_read_from_the_right() -> None:
    times = MADE_UP.told(PaperHours(told=PaperWording.EXACT, week=WORKDAYS), free=False)
    assert f"{LEFT_TO_RIGHT}10:00-17:00{END}" in times
    assert f"{LEFT_TO_RIGHT}22/11/2026{END}" in MADE_UP.dated(date(2026, 11, 22))
