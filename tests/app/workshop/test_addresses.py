"""Forms, e-mail and web addresses are changed, added and taken away, each with its document."""

from collections.abc import Mapping
from typing import Any

import pytest

from desktop_app.app.workshop.open_copy import OpenCopy
from desktop_app.ui.workshop.working_copy import EditOutcome, FactEdit, WorkshopError
from desktop_app.workshop.lines import services_of
from desktop_app.workshop.work_file import WorkFile

SERVICE, BARE = "town-mash", "women-helpline"
DOCUMENT = "page-2024"


def put(copy: OpenCopy, heading: str, value: str, service: str = SERVICE) -> EditOutcome:
    facts = [fact for card in copy.sheet(service).cards for fact in card.facts]
    place = next(fact.place for fact in facts if fact.heading == heading)
    return copy.edit(FactEdit(service, place, value, DOCUMENT))


def says(work: WorkFile, service: str = SERVICE) -> Mapping[str, Any]:
    every = (each for name, text in work.texts.items() for each in services_of(name, text))
    return next(entry for _, entry in every if entry["id"] == service)


@pytest.mark.parametrize(
    ("heading", "key", "new"),
    [
        ("E-mail", "emails", "new@example.org"),
        ("Web address", "web", "www.example.org/new-page"),
        ("Where it is", "forms", "https://example.org/form"),
    ],
)
def test_an_address_is_changed_and_rests_on_its_document(
    copy: OpenCopy, work: WorkFile, heading: str, key: str, new: str
) -> None:
    assert put(copy, heading, new).taken
    entry = says(work)[key][0]
    assert entry["address"] == new
    assert entry["sources"][0] == {"document": DOCUMENT, "states": "gives it"}
    copy.undo()
    assert says(work)[key][0].get("address") != new


def test_a_form_is_no_longer_compulsory(copy: OpenCopy, work: WorkFile) -> None:
    before = says(work)["forms"][0].get("compulsory", False)
    assert put(copy, "Professionals must use it", "false" if before else "true").taken
    assert says(work)["forms"][0]["compulsory"] is not before


@pytest.mark.parametrize(
    ("heading", "key", "value"),
    [
        ("Another e-mail address", "emails", "more@example.org"),
        ("Another web address", "web", "example.org"),
    ],
)
@pytest.mark.parametrize("service", [SERVICE, BARE])
def test_an_address_is_added(
    copy: OpenCopy, work: WorkFile, heading: str, key: str, value: str, service: str
) -> None:
    before = len(says(work, service).get(key) or ())
    assert put(copy, heading, value, service).taken
    after = says(work, service)[key]
    assert (len(after), after[-1]["address"]) == (before + 1, value)
    assert after[-1]["sources"] == [{"document": DOCUMENT, "states": "gives it"}]


def test_a_form_is_added_with_how_it_is_sent(copy: OpenCopy, work: WorkFile) -> None:
    assert put(copy, "Another form, and how it is sent", "Referral form, by e-mail", BARE).taken
    form = says(work, BARE)["forms"][0]
    assert (form["name"], form["how"]) == ("Referral form", "by e-mail")


@pytest.mark.parametrize(
    ("heading", "key"),
    [("E-mail", "emails"), ("Web address", "web"), ("Name of the form", "forms")],
)
def test_emptied_it_is_taken_away(copy: OpenCopy, work: WorkFile, heading: str, key: str) -> None:
    before = says(work)[key]
    assert put(copy, heading, "").taken
    assert len(says(work).get(key) or ()) == len(before) - 1
    copy.undo()
    assert says(work)[key] == before


@pytest.mark.parametrize(
    ("heading", "value"),
    [
        ("E-mail", "no address"),
        ("E-mail", "two@example.org, three@example.org"),
        ("E-mail", "01632 960101"),
        ("Another e-mail address", "www.example.org"),
        ("Web address", "a@example.org"),
        ("Another web address", "the council's page"),
        ("Another form, and how it is sent", "Referral form"),
    ],
)
def test_what_is_no_address_is_refused_in_a_sentence(
    copy: OpenCopy, work: WorkFile, heading: str, value: str
) -> None:
    before = work.texts
    with pytest.raises(WorkshopError, match="Write"):
        put(copy, heading, value)
    assert work.texts == before


def test_nothing_typed_adds_nothing(copy: OpenCopy, work: WorkFile) -> None:
    before = work.texts
    assert not put(copy, "Another e-mail address", "").taken
    assert work.texts == before
