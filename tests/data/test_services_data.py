"""The real numbers and hours in db/sources: every one the documents print, and what they may do."""

import re
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from desktop_app.authoring.checks import documents_named
from desktop_app.authoring.edition import Edition, read_edition
from desktop_app.domain.hours import UK, Openness, read
from desktop_app.domain.hours_stated import Basis, Hours
from desktop_app.domain.service import Line, LineKind, Service, ServiceStatus, Standing

SOURCES = Path(__file__).parents[2] / "db" / "sources"

# Every number that the ICB page of Dec 2024 prints, faxes included.
ICB_PAGE = """
999 | 01582 547653 | 0300 300 8123 | 0300 300 8585 | 01234 718700 | 01908 253169 | 01908 265545
01582 547730 | 01582 547563 | 0300 300 8122 | 0300 300 8239 | 01234 276222 | 01234 276076
01908 253772 | 01908 725005 | 01582 391856 | 01582 416783 | 0344 375 4307 | 0808 2000247
01823 334244 | 0808 801 0327 | 0800 999 5428 | 0808 8024040
"""
# Every number that the Bedford board's page of 2020 prints.
BEDFORD_PAGE = """
01234 718700 | 0300 300 8123 | 101 | 999 | 0808 800 5000 | 01234 276512 | 0300 300 6676
"""
# Every further number of the research notes that is there to be rung, or might be.
NOTES = """
18000 | 18001 101 | 111 | 0800 0234 650 | 01582 548069 | 0300 300 8142 | 01234 276693
01908 253170 | 01908 252835 | 01908 254307 | 01908 254300 | 0800 970 9952 | 0808 800 1170
0800 5999 247 | 020 7008 0151 | 020 7008 1500 | 020 7008 5000 | 88858 | 0800 028 3550
0800 1111 | 08000 121 700 | 0808 808 8141 | 07860 052906 | 0808 500 2222 | 0808 196 8845
0808 802 0300 | 0345 6000 459 | 116 123 | 0808 168 9111 | 0800 011 3764 | 0800 555 111
116 000
"""
# Numbers that still circulate and must not be rung: kept so that searching for them says so.
OLD = """
01234 223599 | 01234 846960 | 01582 401212 | 0808 802 9999 | 0500 700 700 | 08457 90 90 90
0800 801 0327 | 0808 168 9276 | 0300 300 8239 | 01234 276076
"""
DISPUTED = """
01582 547563 | 01908 253772 | 01908 254300 | 0808 800 1170 | 020 7008 1500 | 020 7008 5000
88858 | 07860 052906
"""
BEDFORDSHIRE_FRONT_DOORS = [
    "luton-children-mash",
    "luton-adults",
    "central-beds-children-arh",
    "central-beds-adults",
    "bedford-children-ifd",
    "bedford-adults",
]
LADOS = ["luton-lado", "central-beds-lado", "bedford-lado", "mk-lado"]


def numbers(text: str) -> list[str]:
    """The numbers of a list above, digits only."""
    found = text.replace("\n", "|").split("|")
    return [number.replace(" ", "") for number in found if number.strip()]


@cache
def edition() -> Edition:
    return read_edition(SOURCES)


@cache
def services() -> dict[str, Service]:
    return {service.id: service for _, service, _ in edition().services}


def line_of(service_id: str, line_id: str) -> Line:
    return next(line for line in services()[service_id].lines if line.id == line_id)


def by_digits(digits: str) -> list[Line]:
    lines = [line for service in services().values() for line in service.lines]
    return [line for line in lines if line.display.replace(" ", "") == digits]


def state(hours: Hours, at: str) -> Openness:
    moment = datetime.fromisoformat(at).replace(tzinfo=UK)
    return read(hours, moment, edition().holidays).state


@pytest.mark.parametrize("digits", numbers(ICB_PAGE + BEDFORD_PAGE + NOTES + OLD))
def test_every_number_we_read_is_kept(digits: str) -> None:
    assert by_digits(digits)


@pytest.mark.parametrize("digits", numbers(OLD))
def test_an_old_number_or_fax_is_never_offered_and_says_what_to_ring(digits: str) -> None:
    for line in by_digits(digits):
        assert not line.recommendable
        assert "ring" in line.note.lower()


@pytest.mark.parametrize("digits", numbers(DISPUTED))
def test_a_doubtful_number_is_marked_and_says_why(digits: str) -> None:
    for line in by_digits(digits):
        assert line.standing is Standing.DISPUTED
        assert line.note


def test_only_the_listed_numbers_are_disputed_or_superseded() -> None:
    lines = [line for service in services().values() for line in service.lines]
    doubtful = {
        line.display.replace(" ", "") for line in lines if line.standing is not Standing.IN_USE
    }
    assert doubtful == {*numbers(OLD), *numbers(DISPUTED)}


def test_every_number_here_is_in_a_list_of_this_test() -> None:
    lines = [line for service in services().values() for line in service.lines]
    held = {line.display.replace(" ", "") for line in lines}
    assert held == set(numbers(ICB_PAGE + BEDFORD_PAGE + NOTES + OLD))


def test_no_fax_is_in_use() -> None:
    faxes = [line for s in services().values() for line in s.lines if line.kind is LineKind.FAX]
    assert {line.display for line in faxes} == {"0300 300 8239", "01234 276076"}
    assert {line.standing for line in faxes} == {Standing.SUPERSEDED}


def test_no_number_claims_to_have_been_checked() -> None:
    lines = [line for service in services().values() for line in service.lines]
    assert not [line.display for line in lines if line.verified]


@pytest.mark.parametrize(
    ("service", "number"),
    [
        ("luton-children-mash", "01582 547653"),
        ("luton-adults", "01582 547730"),
        ("central-beds-children-arh", "0300 300 8585"),
        ("central-beds-adults", "0300 300 8122"),
        ("bedford-children-ifd", "01234 718700"),
        ("bedford-adults", "01234 276222"),
        ("mk-children-mash", "01908 253169"),
        ("mk-adults", "01908 252835"),
        ("mk-lado", "01908 254307"),
        ("nat-mankind", "01823 334244"),
    ],
)
def test_the_sound_number_leads(service: str, number: str) -> None:
    first = services()[service].lines[0]
    assert (first.display, first.standing) == (number, Standing.IN_USE)


@pytest.mark.parametrize("service", BEDFORDSHIRE_FRONT_DOORS)
def test_one_team_answers_out_of_hours_in_bedfordshire(service: str) -> None:
    night = [
        line.display for line in services()[service].lines if line.kind is LineKind.OUT_OF_HOURS
    ]
    assert night == ["0300 300 8123"]


def test_milton_keynes_has_two_numbers_out_of_hours() -> None:
    assert line_of("mk-children-mash", "out-of-hours").display == "01908 265545"
    assert line_of("mk-adults", "out-of-hours").display == "01908 725005"


@pytest.mark.parametrize("service", ["mk-children-mash", "mk-adults"])
def test_milton_keynes_forms_are_compulsory_but_never_delay_a_call(service: str) -> None:
    compulsory = [form for form in services()[service].forms if form.compulsory]
    assert len(compulsory) == 1
    assert "If harm is immediate, phone first" in compulsory[0].note


def test_no_other_form_is_compulsory() -> None:
    found = {s.id for s in services().values() for form in s.forms if form.compulsory}
    assert found == {"mk-children-mash", "mk-adults"}


# Mon 23 to Sun 29 Nov 2026 is an ordinary week; Mon 28 Dec 2026 is a bank holiday.
OPEN, CLOSED, UNKNOWN = Openness.OPEN, Openness.CLOSED, Openness.UNKNOWN
HOURS = [
    ("central-beds-children-arh", "office", "2026-11-26T17:19:59", OPEN),
    ("central-beds-children-arh", "office", "2026-11-26T17:20", CLOSED),
    ("central-beds-children-arh", "office", "2026-11-27T16:19:59", OPEN),
    ("central-beds-children-arh", "office", "2026-11-27T16:20", CLOSED),
    ("central-beds-children-arh", "out-of-hours", "2026-11-27T16:20", OPEN),
    ("central-beds-children-arh", "office", "2026-12-28T10:00", UNKNOWN),
    ("central-beds-children-arh", "out-of-hours", "2026-12-28T10:00", UNKNOWN),
    ("central-beds-adults", "office", "2026-11-27T17:19:59", OPEN),
    ("central-beds-adults", "office", "2026-11-27T17:20", CLOSED),
    ("central-beds-adults", "out-of-hours", "2026-11-28T12:00", OPEN),
    ("bedford-children-ifd", "office", "2026-11-27T08:44:59", CLOSED),
    ("bedford-children-ifd", "office", "2026-11-27T08:45", OPEN),
    ("bedford-children-ifd", "office", "2026-11-27T16:20", CLOSED),
    ("bedford-adults", "office", "2026-11-27T08:30", UNKNOWN),
    ("bedford-adults", "office", "2026-11-27T12:00", OPEN),
    ("bedford-adults", "out-of-hours", "2026-11-27T17:00", UNKNOWN),
    ("bedford-adults", "out-of-hours", "2026-11-27T18:00", OPEN),
    ("luton-children-mash", "office", "2026-11-27T16:29:59", OPEN),
    ("luton-children-mash", "office", "2026-11-27T16:30", UNKNOWN),
    ("luton-children-mash", "out-of-hours", "2026-11-27T18:00", OPEN),
    ("luton-adults", "office", "2026-11-29T12:00", CLOSED),
    ("luton-adults", "office", "2026-12-28T12:00", UNKNOWN),
    ("mk-children-mash", "office", "2026-11-27T16:30", CLOSED),
    ("mk-children-mash", "second", "2026-11-26T16:59", OPEN),
    ("mk-children-mash", "office", "2026-12-28T10:00", CLOSED),
    ("mk-children-mash", "out-of-hours", "2026-12-28T10:00", OPEN),
    ("mk-adults", "office", "2026-11-27T16:59:59", OPEN),
    ("mk-adults", "office", "2026-11-27T17:00", UNKNOWN),
    ("mk-adults", "out-of-hours", "2026-11-27T17:00", UNKNOWN),
    ("mk-adults", "office", "2026-11-27T17:15", CLOSED),
    ("mk-adults", "office", "2026-12-28T10:00", CLOSED),
    ("mk-adults", "out-of-hours", "2026-12-28T10:00", OPEN),
    ("mk-act", "helpline", "2026-11-27T12:00", OPEN),
    ("mk-act", "helpline", "2026-11-28T12:00", UNKNOWN),
    ("mk-act", "helpline", "2026-11-28T17:00", CLOSED),
    ("nat-mens-advice-line", "helpline", "2026-11-26T16:59", OPEN),
    ("nat-mens-advice-line", "helpline", "2026-11-26T19:00", UNKNOWN),
    ("nat-mens-advice-line", "helpline", "2026-11-26T20:00", CLOSED),
    ("nat-mens-advice-line", "helpline", "2026-11-28T12:00", CLOSED),
    ("nat-mankind", "helpline", "2026-11-27T15:59", OPEN),
    ("nat-mankind", "helpline", "2026-11-28T12:00", CLOSED),
    ("nat-mankind", "freephone", "2026-11-27T12:00", UNKNOWN),
    ("nat-galop", "helpline", "2026-11-25T19:59", OPEN),
    ("nat-galop", "helpline", "2026-11-25T20:15", UNKNOWN),
    ("nat-galop", "helpline", "2026-11-27T16:30", CLOSED),
    ("nat-karma-nirvana", "helpline", "2026-11-27T12:00", OPEN),
    ("nat-karma-nirvana", "helpline", "2026-11-28T12:00", UNKNOWN),
    ("nat-karma-nirvana", "helpline", "2026-11-27T21:00", CLOSED),
    ("nat-nspcc", "helpline", "2026-11-27T21:59", OPEN),
    ("nat-nspcc", "helpline", "2026-11-27T22:00", UNKNOWN),
    ("nat-nspcc", "helpline", "2026-11-28T18:00", UNKNOWN),
    ("nat-nspcc-fgm", "helpline", "2026-11-27T03:00", UNKNOWN),
    ("nat-modern-slavery", "helpline", "2026-11-27T12:00", OPEN),
    ("nat-modern-slavery", "helpline", "2026-12-25T12:00", OPEN),
    ("nat-modern-slavery", "helpline", "2026-11-27T03:00", UNKNOWN),
    ("nat-stalking", "helpline", "2026-11-25T12:59", CLOSED),
    ("nat-stalking", "helpline", "2026-11-25T13:00", OPEN),
    ("nat-stalking", "helpline", "2026-12-28T12:00", CLOSED),
    ("nat-fmu", "office", "2026-11-27T16:59", OPEN),
    ("nat-fmu", "out-of-hours", "2026-11-27T17:00", OPEN),
    ("nat-fmu", "foreign-office", "2026-11-27T12:00", UNKNOWN),
    ("nat-missing-people", "helpline", "2026-11-28T22:59", OPEN),
    ("nat-missing-people", "helpline", "2026-11-28T23:00", CLOSED),
    ("nat-act-early", "support", "2026-11-29T16:59", OPEN),
    ("nat-respect-phoneline", "phoneline", "2026-11-27T17:00", CLOSED),
    ("police-101-bedfordshire", "non-emergency", "2026-11-27T12:00", UNKNOWN),
    ("womens-aid-luton", "helpline", "2026-11-27T12:00", UNKNOWN),
]


@pytest.mark.parametrize(("service", "line", "at", "expected"), HOURS)
def test_hours_are_what_the_sources_say(
    service: str, line: str, at: str, expected: Openness
) -> None:
    assert state(line_of(service, line).hours, at) is expected


def test_only_lines_with_a_source_for_it_answer_day_and_night() -> None:
    always = {
        line.display
        for service in services().values()
        for line in service.lines
        if any(statement.basis is Basis.ALWAYS for statement in line.hours.statements)
    }
    expected = """999 | 18000 | 111 | 0808 2000 247 | 0800 1111 | 0808 808 8141 | 0808 500 2222
    116 123 | 0808 168 9111 | 0800 970 9952"""
    assert {number.replace(" ", "") for number in always} == set(numbers(expected))


@pytest.mark.parametrize("service", [*LADOS, "luton-children-mash", "luton-adults"])
def test_office_hours_nobody_published_are_assumed(service: str) -> None:
    basis = {statement.basis for statement in services()[service].lines[0].hours.statements}
    assert basis == {Basis.ASSUMED}


def test_the_line_for_people_using_abuse_is_kept_from_victims() -> None:
    respect = services()["nat-respect-phoneline"]
    assert respect.roles == ("da_perpetrator",)
    assert set(respect.serves) == {"people_using_abuse", "professionals"}
    others = [
        service.id
        for service in services().values()
        if "people_using_abuse" in service.serves and service.status is not ServiceStatus.REFERENCE
    ]
    assert others == ["nat-respect-phoneline"]


@pytest.mark.parametrize("service", [*LADOS, "icb-safeguarding", "bedford-scp-office"])
def test_numbers_for_staff_never_reach_a_poster(service: str) -> None:
    assert services()[service].staff_only


@pytest.mark.parametrize("service", ["bedford-scp-office"])
def test_a_number_not_for_reports_says_which_is(service: str) -> None:
    assert services()[service].status is ServiceStatus.REFERENCE
    for line in services()[service].lines:
        assert "01234 718700" in line.note


@pytest.mark.parametrize(
    ("service", "old_name"),
    [
        ("bedford-children-ifd", "MASH"),
        ("central-beds-children-arh", "MASH"),
        ("nat-da-helpline", "National Domestic Violence Helpline"),
        ("nat-galop", "National LGBT+ Domestic Abuse Helpline"),
        ("nat-hourglass", "Action on Elder Abuse"),
        ("bedford-scp-office", "Bedford Borough Safeguarding Children Board"),
        ("icb-safeguarding", "BLMK CCG"),
        ("icb-safeguarding", "BLMK ICB"),
    ],
)
def test_old_names_still_find_the_service(service: str, old_name: str) -> None:
    assert old_name in services()[service].aliases


@pytest.mark.parametrize("last", ["8122", "8123", "8142", "8585"])
def test_numbers_that_look_alike_warn_of_each_other(last: str) -> None:
    lines = [
        line
        for id_ in ("central-beds-children-arh", "central-beds-adults", "central-beds-lado")
        for line in services()[id_].lines
        if line.display.endswith(last)
    ]
    assert lines
    for line in lines:
        assert {"8122", "8123", "8142", "8239", "8585"} <= {last, *re.findall(r"\d{4}", line.note)}


def test_a_service_without_a_number_says_so() -> None:
    silent = [s.id for s in services().values() if not s.lines and not s.gaps]
    assert not silent


def test_every_document_stands_behind_something() -> None:
    library = edition().library
    used = {
        document
        for draft in library.drafts
        for _, document in documents_named(draft.file.content, ())
    }
    elsewhere = (SOURCES / "pathways.yaml").read_text("utf-8") + "".join(
        page.read_text("utf-8") for page in sorted((SOURCES / "guidance").glob("*.md"))
    )
    unused = [
        listed.entry.id
        for listed in library.documents
        if listed.entry.id not in used and listed.entry.id not in elsewhere
    ]
    assert not unused


def test_no_refuge_address_is_stored() -> None:
    refuges = [draft for draft in edition().library.drafts if "refuge" in draft.entry.roles]
    assert len(refuges) == 4
    address = re.compile(
        r"\b[A-Z]{1,2}\d{1,2} ?\d[A-Z]{2}\b|\b\d+[a-z]? [A-Z]\w+ (Road|Street|Avenue|Lane|Close)"
    )
    assert address.search("12 High Street, MK9 1AB")
    assert not [draft.entry.id for draft in refuges if address.search(str(draft.entry))]
