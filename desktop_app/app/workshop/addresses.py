"""Forms, e-mail and web addresses of a service: shown by words, changed, added, taken away."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from desktop_app.authoring.read.library import Draft
from desktop_app.authoring.read.models import AddressEntry, FormEntry, ServiceEntry, SourceEntry
from desktop_app.ui.workshop.working_copy import Choice, Fact, FactCard, FactEdit, Kind, Place
from desktop_app.ui.workshop.working_copy import WorkshopError as Refused
from desktop_app.workshop.yaml_edit import GONE, Edit

YES_NO = (Choice("true", "Yes"), Choice("false", "No"))
CARD = "Forms and addresses"
LISTS: Mapping[str, str] = MappingProxyType({"emails": "E-mail", "web": "Web address"})
NEW_FORM = "new-form"
NEW: Mapping[str, str] = MappingProxyType(
    {"new-emails": "Another e-mail address", "new-web": "Another web address"}
)
FORM_HOW = "Another form, and how it is sent"
NO_FORM = "Write the name of the form, a comma, and how it is sent: “Referral form, online”."
NO_EMAIL = "“{}” is no e-mail address. Write it like safe@example.org."
NO_WEB = "“{}” is no web address. Write it like www.example.org/safeguarding."
GIVES = "gives it"
DEPTH = 2
"""Steps of a place that lead to its service."""
_EMAIL = re.compile(r"[^\s@,;]+@[^\s@,;.]+(?:\.[^\s@,;.]+)+")
_WEB = re.compile(r"(?:https?://)?[^\s@/,;.]+(?:\.[^\s@/,;.]+)+(?:/\S*)?")


def address_cards(
    entry: ServiceEntry, place: Place, documents: Mapping[str, str]
) -> Iterator[FactCard]:
    """One card for each form, and one for the addresses and what can be added."""
    for at, form in enumerate(entry.forms):
        facts = tuple(_form_facts(form, (*place, "forms", at), documents))
        yield FactCard(name=f"form-{at}", heading=f"Form: {form.name}", facts=facts)
    facts = (
        *_addresses(entry.emails, (*place, "emails"), documents),
        *_addresses(entry.web, (*place, "web"), documents),
        *(Fact((*place, key), heading, Kind.WORDS, "", "") for key, heading in NEW.items()),
        Fact((*place, NEW_FORM), FORM_HOW, Kind.WORDS, "", ""),
    )
    yield FactCard(name="addresses", heading=CARD, facts=facts)


def address_edits(draft: Draft, file: str, edit: FactEdit) -> list[Edit]:
    """What an edit of a form or an address writes, with its document; none for other facts.

    Emptied, an address or the name of a form takes its entry away. WorkshopError of the window
    with a sentence where it is no address.
    """
    head, rest = edit.place[:DEPTH], edit.place[DEPTH:]
    key, value = str(rest[0]), " ".join(str(edit.value or "").split())
    if key == NEW_FORM or key in NEW:
        return [_added(draft, file, edit, value)]
    if key not in {"forms", *LISTS} or not isinstance(rest[1], int):
        return []
    entries = _at(draft, head)[key]
    if not value and (key != "forms" or rest[-1] == "name") and rest[-1] != "note":
        gone = edit.place[:-1] if len(entries) > 1 else (*head, key)
        return [Edit(file=file, place=gone, value=GONE)]
    if rest[-1] == "address" and value:
        _must_be_one(key, value)
    written: Any = value or GONE
    if rest[-1] == "compulsory":
        written = value == "true"
    entry = entries[rest[1]]
    sources = _sources(entry, edit.document, str(entry.get(rest[-1]) or ""))
    return [
        Edit(file=file, place=edit.place, value=written),
        Edit(file=file, place=(*edit.place[:-1], "sources"), value=sources),
    ]


def _form_facts(form: FormEntry, place: Place, documents: Mapping[str, str]) -> Iterator[Fact]:
    stated = _stated(form.sources, documents)
    yield Fact((*place, "name"), "Name of the form", Kind.WORDS, form.name, form.name, stated)
    yield Fact((*place, "how"), "How it is sent", Kind.WORDS, form.how, form.how)
    told = "true" if form.compulsory else "false"
    yield Fact(
        place=(*place, "compulsory"),
        heading="Professionals must use it",
        kind=Kind.CHOICE,
        value=told,
        told=next(each.words for each in YES_NO if each.id == told),
        choices=YES_NO,
    )
    yield Fact((*place, "address"), "Where it is", Kind.WORDS, form.address, form.address)
    yield Fact((*place, "note"), "Note on the form", Kind.WORDS, form.note, form.note)


def _addresses(
    entries: Sequence[AddressEntry], place: Place, documents: Mapping[str, str]
) -> Iterator[Fact]:
    heading = LISTS[str(place[-1])]
    for at, entry in enumerate(entries):
        stated = _stated(entry.sources, documents)
        address = entry.address
        yield Fact((*place, at, "address"), heading, Kind.WORDS, address, address, stated)
        yield Fact((*place, at, "note"), f"Note on {address}", Kind.WORDS, entry.note, entry.note)


def _added(draft: Draft, file: str, edit: FactEdit, value: str) -> Edit:
    key = str(edit.place[-1]).removeprefix("new-")
    entry: dict[str, Any] = {"address": value}
    if edit.place[-1] == NEW_FORM:
        key = "forms"
        name, comma, how = (part.strip() for part in value.rpartition(","))
        if not (name and comma and how):
            raise Refused(NO_FORM)
        entry = {"name": name, "how": how}
    else:
        _must_be_one(key, value)
    entry["sources"] = [{"document": edit.document, "states": GIVES}]
    head = edit.place[:-1]
    if _at(draft, head).get(key):
        return Edit(file=file, place=(*head, key, "+"), value=entry)
    return Edit(file=file, place=(*head, key), value=[entry])


def _must_be_one(key: str, value: str) -> None:
    if key == "emails" and not _EMAIL.fullmatch(value):
        raise Refused(NO_EMAIL.format(value))
    if key != "emails" and not _WEB.fullmatch(value):
        raise Refused(NO_WEB.format(value))


def _sources(entry: Mapping[str, Any], document: str, old: str) -> list[dict[str, Any]]:
    """The document first; what was cited gave what stood there before, and says so."""
    before = [each for each in entry.get("sources") or () if each.get("document") != document]
    kept = [
        each if ": " in str(each.get("states")) or not old
        else {**each, "states": f"{old}: {each.get('states')}"}
        for each in before
    ]  # fmt: skip
    return [{"document": document, "states": GIVES}, *kept]


def _at(draft: Draft, head: Place) -> Mapping[str, Any]:
    at: Any = draft.file.content
    for step in head:
        at = at[step]
    return dict(at)


def _stated(sources: Sequence[SourceEntry], documents: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(documents.get(each.document, each.document) for each in sources)
