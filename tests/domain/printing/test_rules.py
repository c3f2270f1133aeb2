"""What may stand on paper: held to made-up services that must never be printed."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.domain.hours.status import Basis, Hours, Span, Statement
from desktop_app.domain.practice.card import PracticeCard
from desktop_app.domain.printing.patient_card import patient_card
from desktop_app.domain.printing.poster import poster
from desktop_app.domain.printing.public_hours import OFFICE_CLOSED
from desktop_app.domain.printing.rules import (
    NO_HELPLINE,
    PaperIncomplete,
    check_after,
    honesty,
    printed_line,
    public_lines,
    serves_words,
    stamp,
)
from desktop_app.domain.printing.staff_sheet import PERPETRATORS, SHARED, staff_sheet
from desktop_app.domain.services.directory import Release
from desktop_app.domain.services.service import (
    CheckedHow,
    Form,
    Line,
    LineKind,
    Service,
    ServiceStatus,
    Standing,
    Verification,
)
from desktop_app.domain.situation.pathway import Pathways
from tests.area import COUNCILS, LUTON
from tests.domain.made_directory import ALWAYS, EMERGENCY, front_door, line, made, service
from tests.fakes import ListDirectory
from tests.ui.printed_pages import ENGLISH

TODAY = date(2026, 11, 22)
WEEK = (*((Span(540, 1020),),) * 5, (), ())
OFFICE = Hours((Statement(Basis.PUBLISHED, WEEK, dated=date(2026, 1, 1)),))
HERE = frozenset({LUTON.code})
NOBODY = PracticeCard()


def helpline(name: str, role: str, number: str, **change: object) -> Service:
    return replace(service(name, role, line(number, ALWAYS)), **change)  # type: ignore[arg-type]


def door(role: str = "children_front_door", *more: Line) -> Service:
    made_door = front_door(OFFICE)
    return replace(
        made_door, roles=(role,), areas=HERE, national=False, lines=(*made_door.lines, *more)
    )


NATIONAL = helpline("National help", "da_national", "01632 960247", id="zz", rank=99)


def directory(*services: Service) -> ListDirectory:
    return made((*services, NATIONAL, EMERGENCY), Pathways({}))


UNFIT = {
    "a fax": door("x", line("01632 960099", ALWAYS, LineKind.FAX)),
    "a replaced number": door("x", line("01632 960099", ALWAYS, standing=Standing.SUPERSEDED)),
    "a disputed number": door("x", line("01632 960099", ALWAYS, standing=Standing.DISPUTED)),
    "a textphone": door("x", line("01632 960099", ALWAYS, LineKind.TEXTPHONE)),
    "a staff line": helpline("LADO", "x", "01632 960099", staff_only=True),
    "a reference": helpline("Board", "x", "01632 960099", status=ServiceStatus.REFERENCE),
    "an unconfirmed one": helpline(
        "Shelter", "x", "01632 960099", status=ServiceStatus.UNCONFIRMED
    ),
    "a line for abusers": helpline("Stop", "x", "01632 960099", roles=("x", "da_perpetrator")),
}


@pytest.mark.parametrize("what", UNFIT)
@pytest.mark.parametrize("role", ["children_front_door", "adults_front_door", "da_local", "da_men"])
def test_a_poster_never_carries(what: str, role: str) -> None:
    unfit = replace(UNFIT[what], roles=(role, *UNFIT[what].roles), areas=HERE)
    printed = poster(directory(unfit, door()), (LUTON,), "", TODAY)
    assert "01632 960099" not in {each.display for each in printed.lines}


@pytest.mark.parametrize("what", UNFIT)
@pytest.mark.parametrize("role", ["da_local", "da_national", "victim_support", "police_101"])
def test_a_patient_card_never_carries(what: str, role: str) -> None:
    unfit = replace(UNFIT[what], roles=(role, *UNFIT[what].roles), national=True)
    card = patient_card(directory(unfit), LUTON, TODAY, ENGLISH)
    assert "01632 960099" not in {entry.display for entry in card.entries}


@pytest.mark.parametrize(
    "what", ["a fax", "a replaced number", "a reference", "an unconfirmed one"]
)
def test_a_contact_sheet_never_carries(what: str) -> None:
    sheet = staff_sheet(directory(UNFIT[what]), (LUTON,), NOBODY, TODAY)
    assert "01632 960099" not in {each.display for each in sheet.lines}


def test_a_contact_sheet_says_which_number_is_disputed() -> None:
    sheet = staff_sheet(directory(UNFIT["a disputed number"]), (LUTON,), NOBODY, TODAY)
    assert {each.display: each.disputed for each in sheet.lines} == {
        "01632 960001": False,
        "01632 960002": False,
        "01632 960099": True,
        "01632 960247": False,
    }


def test_a_line_for_abusers_stands_apart_and_last() -> None:
    respect = helpline("Stop", "da_perpetrator", "01632 960099")
    victims = helpline("Help", "da_national", "01632 960050")
    sheet = staff_sheet(directory(respect, victims), (LUTON,), NOBODY, TODAY)
    titles = {each.title: [x.service for x in each.entries] for each in sheet.sections}
    assert titles == {"National helplines": ["Help", "National help"], PERPETRATORS: ["Stop"]}
    assert sheet.sections[-1].title == PERPETRATORS


def test_the_contact_sheet_has_the_lado_and_the_compulsory_form() -> None:
    lado = helpline("LADO", "lado", "01632 960070", staff_only=True, areas=HERE, national=False)
    forms = (Form("Referral form", "online", compulsory=True), Form("Other form", "online"))
    sheet = staff_sheet(directory(lado, replace(door(), forms=forms)), (LUTON,), NOBODY, TODAY)
    entries = {entry.service: entry for entry in sheet.sections[0].entries}
    assert "LADO" in entries
    assert entries["Front door"].forms == ("Compulsory form first: Referral form (online)",)


def test_a_service_without_a_number_is_named_as_a_gap() -> None:
    silent = replace(service("Quiet", "idva"), areas=HERE, national=False)
    sheet = staff_sheet(directory(silent, door()), (LUTON,), NOBODY, TODAY)
    assert sheet.sections[0].without_number == ("Quiet",)


def test_what_serves_two_councils_is_said_once() -> None:
    both = replace(door(), areas=frozenset({COUNCILS[0].code, COUNCILS[1].code}))
    sheet = staff_sheet(directory(both), COUNCILS[:2], NOBODY, TODAY)
    assert [each.title for each in sheet.sections] == [SHARED, "National helplines"]


def test_office_first_and_the_night_below() -> None:
    (doors,) = poster(directory(door()), (LUTON,), "", TODAY).councils
    first, *others = [x for x in (doors.doors[0].first, *doors.doors[0].others) if x]
    assert (first.display, [x.display for x in others]) == ("01632 960001", ["01632 960002"])
    assert others[0].brief == OFFICE_CLOSED


def test_a_missing_number_is_shown_as_a_gap() -> None:
    (doors,) = poster(directory(), (LUTON,), "", TODAY).councils
    assert all("No number published" in each.gap for each in doors.doors)


def test_a_missing_night_line_is_shown_as_a_gap() -> None:
    day_only = replace(front_door(OFFICE, night=False), roles=("children_front_door",))
    (doors,) = poster(directory(day_only), (LUTON,), "", TODAY).councils
    assert doors.doors[0].gap.startswith("No number published for nights")


def test_one_night_line_for_both_doors_is_said_once() -> None:
    both = directory(door(), replace(door("adults_front_door"), id="adults"))
    (doors,) = poster(both, (LUTON,), "", TODAY).councils
    assert doors.shared_night is not None
    assert doors.shared_night.display == "01632 960002"


def test_no_council_is_no_poster() -> None:
    with pytest.raises(ValueError, match="one council at least"):
        poster(directory(), (), "", TODAY)
    with pytest.raises(ValueError, match="one council at least"):
        staff_sheet(directory(), (), NOBODY, TODAY)


def test_a_patient_card_names_no_service_and_has_no_codes_unless_asked() -> None:
    aid = helpline("Abuse Aid", "da_national", "01632 960050")
    card = patient_card(directory(aid), LUTON, TODAY, ENGLISH)
    assert [entry.caption for entry in card.entries] == ["Emergency", "Helpline for women"]
    assert not card.with_codes


@pytest.mark.parametrize(
    ("next_expected", "until"),
    [(date(2027, 2, 28), date(2027, 2, 20)), (date(2027, 1, 1), date(2027, 1, 1))],
)
def test_check_after_is_ninety_days_or_the_next_release(next_expected: date, until: date) -> None:
    assert check_after(Release(1, TODAY, next_expected, 1, "")) == until


@pytest.mark.parametrize(
    ("today", "overdue"), [(date(2027, 2, 20), False), (date(2027, 2, 21), True)]
)
def test_a_sheet_is_overdue_the_day_after(today: date, overdue: bool) -> None:
    assert stamp(Release(1, TODAY, date(2027, 5, 1), 1, ""), today).overdue is overdue


@pytest.mark.parametrize(
    ("serves", "told"),
    [
        (("women",), "For women"),
        (("men", "professionals"), "For men"),
        (("lgbt",), "For LGBT+ people"),
        (("women", "men"), ""),
        (("women", "everyone"), ""),
        ((), ""),
    ],
)
def test_for_whom_a_line_is(serves: tuple[str, ...], told: str) -> None:
    assert serves_words(replace(door(), serves=serves)) == told


def test_the_small_print_says_who_rang_what() -> None:
    never = door()
    rung = Verification(TODAY, "A steward", CheckedHow.RANG_IT)
    checked = replace(never, lines=tuple(replace(x, verified=rung) for x in never.lines))
    unrung = [printed_line(never, x, TODAY) for x in public_lines(never)]
    tested = [printed_line(checked, x, TODAY) for x in public_lines(checked)]
    assert "have not rung" in honesty(unrung)
    assert "marked *" in honesty([unrung[0], tested[1]])
    assert honesty(tested).startswith("Each number was checked")


def test_the_poster_holds_no_name_and_no_extension_of_staff() -> None:
    made_poster = poster(directory(door()), (LUTON,), "Larkfield Surgery", TODAY)
    assert made_poster.practice == "Larkfield Surgery"
    assert not hasattr(made_poster.practice, "leads")


@pytest.mark.parametrize("lacking", ["no service at all", "no helpline", "a disputed one"])
def test_paper_without_the_national_helpline_is_not_made(lacking: str) -> None:
    disputed = replace(NATIONAL, lines=(line("01632 960247", ALWAYS, standing=Standing.DISPUTED),))
    held = {"no service at all": (), "no helpline": (door(), EMERGENCY)}
    bare = made(held.get(lacking, (door(), disputed, EMERGENCY)), Pathways({}))
    for make in (
        lambda: poster(bare, (LUTON,), "", TODAY),
        lambda: staff_sheet(bare, (LUTON,), NOBODY, TODAY),
        lambda: patient_card(bare, LUTON, TODAY, ENGLISH),
    ):
        with pytest.raises(PaperIncomplete, match="no national domestic abuse helpline") as told:
            make()
        assert told.value.sentence == NO_HELPLINE


def test_999_is_on_every_sheet_even_if_the_directory_lost_it() -> None:
    bare = made((door(), NATIONAL), Pathways({}))
    assert "999" in poster(bare, (LUTON,), "", TODAY).numbers
    assert "999" in staff_sheet(bare, (LUTON,), NOBODY, TODAY).numbers
    assert patient_card(bare, LUTON, TODAY, ENGLISH).entries[0].display == "999"


def test_no_local_helpline_is_left_out_of_poster_or_card() -> None:
    locals_ = [
        replace(helpline(f"Aid {n}", "da_local", f"01632 96030{n}"), areas=HERE, national=False)
        for n in range(9)
    ]
    two = replace(locals_[0], lines=(*locals_[0].lines, line("01632 960399", ALWAYS)))
    held = directory(two, *locals_[1:])
    wanted = {"01632 960399", *(f"01632 96030{n}" for n in range(9))}
    assert wanted <= poster(held, (LUTON,), "", TODAY).numbers
    assert wanted <= patient_card(held, LUTON, TODAY, ENGLISH).numbers
