"""The real services: who is kept from whom, what is compulsory, what stands behind each fact."""

import re

import pytest

from desktop_app.authoring.check.checks import documents_named
from desktop_app.authoring.read.source_folders import checkout_tree
from desktop_app.domain.services.service import ServiceStatus
from tests.data.printed_numbers import LADOS, contents, services


@pytest.mark.parametrize("service", ["mk-children-mash", "mk-adults"])
def test_milton_keynes_forms_are_compulsory_but_never_delay_a_call(service: str) -> None:
    compulsory = [form for form in services()[service].forms if form.compulsory]
    assert len(compulsory) == 1
    assert "If harm is immediate, phone first" in compulsory[0].note


def test_no_other_form_is_compulsory() -> None:
    found = {s.id for s in services().values() for form in s.forms if form.compulsory}
    assert found == {"mk-children-mash", "mk-adults"}


def test_the_line_for_people_using_abuse_is_kept_from_victims() -> None:
    respect = services()["nat-respect-phoneline"]
    assert respect.roles == ("da_perpetrator",)
    assert set(respect.serves) == {"people_using_abuse", "professionals"}
    others = [
        service.id
        for service in services().values()
        if "people_using_abuse" in service.serves and service.status is not ServiceStatus.REFERENCE
    ]
    assert set(others) == {"nat-respect-phoneline", "nat-stop-it-now"}


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


def test_a_service_without_a_number_says_so() -> None:
    silent = [s.id for s in services().values() if not s.lines and not s.gaps]
    assert not silent


def test_every_document_stands_behind_something() -> None:
    library = contents().library
    used = {
        document
        for draft in library.drafts
        for _, document in documents_named(draft.file.content, ())
    }
    named = ("pathways.yaml", "answering.csv", "front_doors.csv", "serving.csv")
    elsewhere = "".join(
        checkout_tree().text(name) for name in (*named, *checkout_tree().names("guidance/*.md"))
    )
    unused = [
        listed.entry.id
        for listed in library.documents
        if listed.entry.id not in used and listed.entry.id not in elsewhere
    ]
    assert not unused


def test_no_refuge_address_is_stored() -> None:
    refuges = [draft for draft in contents().library.drafts if "refuge" in draft.entry.roles]
    assert len(refuges) == 4
    address = re.compile(
        r"\b[A-Z]{1,2}\d{1,2} ?\d[A-Z]{2}\b|\b\d+[a-z]? [A-Z]\w+ (Road|Street|Avenue|Lane|Close)"
    )
    assert address.search("12 High Street, MK9 1AB")
    assert not [draft.entry.id for draft in refuges if address.search(str(draft.entry))]
