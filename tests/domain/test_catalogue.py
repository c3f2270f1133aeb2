"""Narrowing the directory hides nothing that may help, and a row never shows a number to avoid."""

from dataclasses import replace
from datetime import date, datetime

import pytest

from desktop_app.domain.area import BEDFORD, CENTRAL_BEDFORDSHIRE, COUNCILS, LUTON
from desktop_app.domain.calendar import UK
from desktop_app.domain.catalogue import (
    NATIONWIDE,
    ListedCatalogue,
    Moment,
    Tally,
    Wanted,
    area_words,
    fits,
    may_answer,
)
from desktop_app.domain.directory import HitWhy, SearchHit, Term
from desktop_app.domain.hours import Basis, HolidayRule, Hours, Openness, Span, Statement
from desktop_app.domain.service import (
    Address,
    CheckedHow,
    Citation,
    Dispute,
    Document,
    Form,
    Line,
    LineKind,
    Service,
    ServiceStatus,
    Standing,
    Verification,
)
from desktop_app.domain.service_facts import ServiceFacts, service_facts
from desktop_app.domain.service_row import (
    FOR_THOSE_USING_ABUSE,
    UNCONFIRMED,
    ServiceRow,
    for_people_using_abuse,
    service_row,
)
from desktop_app.domain.trust import Freshness
from tests.fakes import HOLIDAYS, ListDirectory

WEEKDAY = (*((Span(525, 1040),),) * 4, (Span(525, 980),), (), ())
OFFICE = Hours((Statement(Basis.PUBLISHED, WEEKDAY, HolidayRule.CLOSED),))
NIGHT = Hours(outside_of=OFFICE)
ALWAYS = Hours((Statement(Basis.ALWAYS),))
NOT_PUBLISHED = Hours(())
FRIDAY_NOON, FRIDAY_LATE = "2026-11-20T12:00", "2026-11-20T16:20"


def at(text: str, *, doubted: bool = False) -> Moment:
    return Moment(datetime.fromisoformat(text).replace(tzinfo=UK), HOLIDAYS, doubted)


def line(key: str, kind: LineKind, number: str, hours: Hours, **more: object) -> Line:
    made = Line(key, kind, "", f"+44{number.replace(' ', '')[1:]}", number, hours)
    return replace(made, **more)  # type: ignore[arg-type]  # fields by name


OFFICE_LINE = line("office", LineKind.OFFICE_HOURS, "01632 960001", OFFICE)
NIGHT_LINE = line("night", LineKind.OUT_OF_HOURS, "01632 960900", NIGHT)
FAX = line("fax", LineKind.FAX, "01632 960009", ALWAYS)
OLD = line("old", LineKind.HELPLINE, "01632 960008", ALWAYS, standing=Standing.SUPERSEDED)
DISPUTED = line("second", LineKind.HELPLINE, "01632 960007", ALWAYS, standing=Standing.DISPUTED)
TEXT = line("text", LineKind.TEXT, "01632 960006", ALWAYS)
DOOR = Service(
    "door",
    "Front door",
    "Luton Council",
    "Takes worries.",
    frozenset({LUTON.code}),
    roles=("children_front_door",),
    serves=("children", "professionals"),
    topics=("neglect",),
    lines=(OFFICE_LINE, NIGHT_LINE),
)


def with_lines(*lines: Line) -> Service:
    return replace(DOOR, lines=lines)


def row(service: Service, moment: str = FRIDAY_NOON, hit: SearchHit | None = None) -> ServiceRow:
    return service_row(service, at(moment), COUNCILS, hit)


def facts(service: Service, moment: str = FRIDAY_NOON) -> ServiceFacts:
    directory = ListDirectory(
        (service,),
        read=(Document("page", "Contacts page", "The council", "about May 2024"),),
        terms={
            "audiences": (Term("children", "Children"), Term("professionals", "Professionals")),
            "topics": (Term("neglect", "Neglect"),),
            "roles": (Term("children_front_door", "Children’s front door"),),
        },
    )
    return service_facts(service, directory, at(moment))


# ---- narrowing


@pytest.mark.parametrize(
    ("wanted", "national", "stays"),
    [
        (Wanted(), False, True),
        (Wanted(area=LUTON.code), False, True),
        (Wanted(area=BEDFORD.code), False, False),
        (Wanted(area=BEDFORD.code), True, True),
        (Wanted(area=NATIONWIDE), False, False),
        (Wanted(area=NATIONWIDE), True, True),
        (Wanted(audience="children"), False, True),
        (Wanted(audience="men"), False, False),
        (Wanted(topic="neglect"), False, True),
        (Wanted(topic="stalking"), False, False),
        (Wanted(area=LUTON.code, audience="children", topic="stalking"), False, False),
    ],
)
def test_a_list_is_narrowed(wanted: Wanted, national: bool, stays: bool) -> None:
    assert fits(replace(DOOR, national=national), wanted) is stays


def test_a_service_for_everyone_serves_every_group() -> None:
    assert fits(replace(DOOR, serves=("everyone",)), Wanted(audience="men"))


@pytest.mark.parametrize(
    ("lines", "moment", "stays"),
    [
        ((OFFICE_LINE,), FRIDAY_NOON, True),
        ((OFFICE_LINE,), FRIDAY_LATE, False),
        ((OFFICE_LINE, NIGHT_LINE), FRIDAY_LATE, True),
        ((replace(OFFICE_LINE, hours=NOT_PUBLISHED),), FRIDAY_LATE, True),
        ((FAX, OLD), FRIDAY_NOON, False),
        ((), FRIDAY_NOON, False),
    ],
)
def test_open_now_hides_only_what_is_certainly_closed(
    lines: tuple[Line, ...], moment: str, stays: bool
) -> None:
    assert may_answer(with_lines(*lines), at(moment)) is stays


def test_by_a_doubted_clock_nothing_is_hidden_as_closed() -> None:
    assert may_answer(with_lines(OFFICE_LINE), at(FRIDAY_LATE, doubted=True))


@pytest.mark.parametrize(
    ("codes", "national", "said"),
    [
        ({LUTON.code}, False, "Luton"),
        ({LUTON.code, BEDFORD.code}, False, "Bedford Borough and Luton"),
        (
            {LUTON.code, BEDFORD.code, CENTRAL_BEDFORDSHIRE.code},
            False,
            "Bedford Borough, Central Bedfordshire and Luton",
        ),
        ({each.code for each in COUNCILS}, False, "All four councils"),
        ({each.code for each in COUNCILS}, True, "Nationwide"),
    ],
)
def test_where_it_works_in_words(codes: set[str], national: bool, said: str) -> None:
    service = replace(DOOR, areas=frozenset(codes), national=national)
    assert area_words(service, COUNCILS) == said


def test_the_listed_catalogue_narrows_pages_and_counts() -> None:
    checked = Verification(date(2026, 11, 1), "a steward", CheckedHow.RANG_IT)
    other = replace(DOOR, id="other", topics=(), lines=(replace(OFFICE_LINE, verified=checked),))
    catalogue = ListedCatalogue(ListDirectory((DOOR, other)))
    assert catalogue.ids(Wanted(topic="neglect")) == ("door",)
    assert catalogue.page(("other", "nobody", "door")) == (other, DOOR)
    assert catalogue.tally() == Tally(services=2, numbers=3, checked=1)


# ---- the row


@pytest.mark.parametrize(
    ("moment", "number", "state", "said", "short"),
    [
        (FRIDAY_NOON, "01632 960001", Openness.OPEN, "Open until 16:20", "Open"),
        (FRIDAY_LATE, "01632 960900", Openness.OPEN, "Open until Monday 08:45", "Open"),
    ],
)
def test_a_row_shows_the_line_that_answers_now(
    moment: str, number: str, state: Openness, said: str, short: str
) -> None:
    shown = row(DOOR, moment)
    assert (shown.number, shown.state) == (number, state)
    assert (shown.state_words, shown.short_state) == (said, short)


def test_a_closed_line_says_when_it_opens_and_is_short_without() -> None:
    shown = row(with_lines(OFFICE_LINE), FRIDAY_LATE)
    assert shown.state_words == "Closed: opens Monday 08:45"
    assert shown.short_state == "Closed"


@pytest.mark.parametrize("hidden", [FAX, OLD, TEXT])
def test_a_row_never_shows_a_number_one_cannot_ring(hidden: Line) -> None:
    shown = row(with_lines(hidden))
    assert (shown.number, shown.state) == ("", None)
    assert "No number published" in shown.spoken


def test_a_disputed_number_stands_behind_a_sound_one() -> None:
    assert row(with_lines(DISPUTED, OFFICE_LINE)).number == "01632 960001"


def test_where_nobody_knows_the_hours_the_row_names_both_numbers() -> None:
    unknown = replace(OFFICE_LINE, hours=NOT_PUBLISHED)
    night = replace(NIGHT_LINE, hours=Hours(outside_of=NOT_PUBLISHED))
    shown = row(with_lines(unknown, night))
    assert shown.state is Openness.UNKNOWN
    assert {shown.number, shown.kind.rpartition(", or ")[2]} == {"01632 960001", "01632 960900"}


@pytest.mark.parametrize(
    ("why", "matched", "said"),
    [
        (HitWhy.OLD_NAME, "MASH", "Also called: MASH"),
        (HitWhy.TOPIC, "Neglect", "About: Neglect"),
        (HitWhy.MISSPELLING, "Front door", "You may mean: Front door"),
        (HitWhy.NAME, "Front door", ""),
    ],
)
def test_a_row_says_why_it_was_found(why: HitWhy, matched: str, said: str) -> None:
    assert row(DOOR, hit=SearchHit("door", why, matched)).hint == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (OLD, "Replaced number, do not ring: 01632 960008"),
        (FAX, "Fax, do not ring: 01632 960009"),
        (DISPUTED, "Disputed number: 01632 960007"),
        (NIGHT_LINE, "Number: 01632 960900"),
    ],
)
def test_a_number_that_was_typed_is_told_for_what_it_is(found: Line, said: str) -> None:
    hit = SearchHit("door", HitWhy.NUMBER, found.display, line_id=found.id)
    shown = row(with_lines(OFFICE_LINE, found), hit=hit)
    assert shown.hint == said
    assert shown.number == "01632 960001"


@pytest.mark.parametrize(
    ("serves", "roles", "meant"),
    [
        (("people_using_abuse",), ("da_perpetrator",), True),
        (("people_using_abuse", "professionals"), (), True),
        (("people_using_abuse", "women"), (), False),
        (("professionals",), (), False),
    ],
)
def test_a_line_for_people_who_use_abuse_is_labelled(
    serves: tuple[str, ...], roles: tuple[str, ...], meant: bool
) -> None:
    service = replace(DOOR, serves=serves, roles=roles)
    assert for_people_using_abuse(service) is meant
    assert (row(service).label == FOR_THOSE_USING_ABUSE) is meant


def test_a_service_nobody_confirmed_is_labelled() -> None:
    assert row(replace(DOOR, status=ServiceStatus.UNCONFIRMED)).label == UNCONFIRMED


# ---- the card


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
