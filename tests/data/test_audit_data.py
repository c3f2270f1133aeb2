"""The audit of November 2026: every missing fact is a service, the weak ones unconfirmed."""

import pytest

from desktop_app.domain.services.service import ServiceStatus, Standing
from tests.data.printed_numbers import AUDIT, by_digits, contents, numbers, services

CONFIRMED_ENOUGH = {
    "victims-first-tv", "bedford-housing-options", "central-beds-homelessness", "solace-sarc-tv",
    "bsl-999", "nat-southall-black-sisters", "nat-british-transport-police",
}  # fmt: skip
"""In use: their own page, a regulator, a dated page that names it, or known before the audit."""
UNCONFIRMED = [
    *("central-beds-housing-out-of-hours", "elft-bedford-camhs", "elft-bedford-crisis-team"),
    *("elft-duty-bedford", "elft-duty-south-beds", "elft-duty-luton"),
    *("bedford-college-safeguarding", "mk-care-and-response", "icb-mailbox"),
    *("nat-ncdv", "nat-rights-of-women", "nat-reunite"),
    *("nat-paladin", "nat-muslim-womens-network", "nat-muslim-community-helpline"),
    *("nat-stop-hate-uk", "nat-migrant-help", "nat-shelter"),
    *("nat-frank", "nat-shout", "nat-papyrus"),
    *("nat-calm", "nat-napac", "nat-stop-it-now"),
    *("nat-nspcc-whistleblowing", "nat-protect", "nat-cqc"),
    *("nat-ofsted-whistleblowing", "nat-anti-terrorist-hotline", "nat-report-fraud"),
    *("nat-young-minds", "nat-salvation-army", "nat-mencap"),
    *("nat-thirtyone-eight", "nat-mind-infoline", "safe-mk"),
]
NO_NUMBER = ["icb-mailbox", "bsl-999", "safe-mk"]
DOUBTED = {"0800 970 9952", "0800 808 3733", "0300 303 8151"}


def test_there_are_as_many_as_the_audit_found() -> None:
    assert len(CONFIRMED_ENOUGH) + len(UNCONFIRMED) == 43


@pytest.mark.parametrize("service", sorted(CONFIRMED_ENOUGH))
def test_a_fact_that_rests_on_more_is_in_use(service: str) -> None:
    assert services()[service].status is ServiceStatus.IN_USE


@pytest.mark.parametrize("service", UNCONFIRMED)
def test_a_fact_that_rests_on_a_weak_source_alone_is_unconfirmed(service: str) -> None:
    found = services()[service]
    assert found.status is ServiceStatus.UNCONFIRMED
    assert all(line.note or line.standing is Standing.DISPUTED for line in found.lines)


@pytest.mark.parametrize("service", NO_NUMBER)
def test_without_a_number_it_says_so(service: str) -> None:
    found = services()[service]
    assert not found.lines
    assert any("number" in gap for gap in found.gaps)


@pytest.mark.parametrize("service", [*sorted(CONFIRMED_ENOUGH), *UNCONFIRMED])
def test_each_cites_a_document_that_shows_how_far_it_can_be_trusted(service: str) -> None:
    listed = {each.entry.id: each.entry for each in contents().library.documents}
    found = services()[service]
    cited = {source.document for source in found.sources}
    cited |= {source.document for line in found.lines for source in line.sources}
    assert cited
    assert all(listed[document].dated for document in cited)


def test_numbers_in_conflict_are_both_shown_as_disputed() -> None:
    for display in DOUBTED:
        [line] = by_digits(display.replace(" ", ""))
        assert line.standing is Standing.DISPUTED
    assert services()["nat-salvation-army"].disputes
    assert services()["solace-sarc-tv"].disputes


@pytest.mark.parametrize("digits", numbers(AUDIT))
def test_nothing_of_it_claims_to_have_been_rung(digits: str) -> None:
    assert all(line.verified is None for line in by_digits(digits))


def test_who_worries_about_own_thoughts_is_kept_apart_from_victims() -> None:
    assert set(services()["nat-stop-it-now"].serves) == {"people_using_abuse", "professionals"}
