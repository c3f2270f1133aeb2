"""Nobody checks their own change, whatever they try; no number is signed that was not typed."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from securesystemslib.signer import CryptoSigner

from desktop_app.updates.publishing import signing
from desktop_app.updates.publishing.errors import NotPublished
from desktop_app.updates.publishing.keys import unlock
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.publishing.change_set import ChangeSet, content_of
from desktop_app.workshop.publishing.review import (
    must_be_accepted,
    must_be_somebody_else,
)
from tests.workshop.publishing.release_office import (
    NEW,
    NOW,
    PASSPHRASE,
    PERSONS,
    Given,
    make_office,
)

DIGITS = NEW.replace(" ", "")


OWN_NAMES = [
    "Anna Steward",
    "anna steward",
    "ANNA STEWARD",
    "  Anna   Steward ",
    "Anna\u00a0Steward",
    "Anna\u200b Steward",
    "Anna Ste\u00adward",
    "Steward, Anna",
    "A. Steward",
    "A Steward",
    "Steward A.",
    "Ánna Stèward",
    "Ａｎｎａ Ｓｔｅｗａｒｄ",
    "Mrs Anna Steward",
    "Dr. A. Steward",
    "Anna-Steward",
    "AnnaSteward",
    "anna.steward@example.org",
    "Anna Maria Steward",
    "Anna",
    "Dan Colleague",
    "d. colleague",
]


@pytest.mark.parametrize("name", OWN_NAMES)
def test_a_maker_is_refused_however_they_write_their_name(given: Given, name: str) -> None:
    with pytest.raises(WorkshopError, match="made changes in this set"):
        given.checked_by(name, "targets-3")


@pytest.mark.parametrize("name", ["Аnna Steward", "Anna Stewаrd", "Αnna Steward"])
def test_letters_that_only_look_alike_are_refused(given: Given, name: str) -> None:
    with pytest.raises(NotPublished, match="Latin letters"):
        given.checked_by(name)


@pytest.mark.parametrize("name", ["", "  ", "\u200b", "...", "12", "admin", "Mr"])
def test_nobody_is_no_checker(given: Given, name: str) -> None:
    with pytest.raises(NotPublished, match="Say who you are"):
        given.checked_by(name)


def test_the_key_that_handed_it_over_does_not_check_it(given: Given) -> None:
    with pytest.raises(WorkshopError, match="This key handed the change set over"):
        given.checked_by("Ben Checker", "targets-1")


def test_a_renamed_copy_of_that_key_does_not_either(given: Given, tmp_path: Path) -> None:
    (tmp_path / "targets-2.p12").write_bytes(
        (given.office.desk.keys / "targets-1.p12").read_bytes()
    )
    signer = unlock(tmp_path / "targets-2.p12", PASSPHRASE)
    with pytest.raises(WorkshopError, match="This key handed the change set over"):
        must_be_somebody_else(given.seen, given.office.desk, signer, "Ben Checker")


def test_somebody_elses_key_under_ones_own_colleagues_name_is_refused(given: Given) -> None:
    with pytest.raises(WorkshopError, match="This key is Ben Checker’s"):
        given.checked_by("Cara Third", "targets-2")


@pytest.mark.parametrize("key", ["root-1", "publishing"])
def test_a_key_that_signs_no_release_is_no_checkers(given: Given, key: str) -> None:
    with pytest.raises(WorkshopError, match="signs no release"):
        given.checked_by("Rita Example", key)


def test_a_key_from_elsewhere_is_no_checkers(given: Given) -> None:
    signer = CryptoSigner.generate_ed25519()
    with pytest.raises(WorkshopError, match="signs no release"):
        must_be_somebody_else(given.seen, given.office.desk, signer, "Ben Checker")


@pytest.mark.slow
def test_a_second_key_of_the_maker_is_the_makers(
    given: Given, tmp_path_factory: pytest.TempPathFactory
) -> None:
    persons = {**PERSONS, "targets-2": "anna steward"}
    office = make_office(tmp_path_factory.mktemp("two") / "office", persons)
    office.change()
    found = office.given()
    with office.seen(found) as seen:
        for name in ("Ben Checker", "Anna Steward"):
            with pytest.raises(WorkshopError):
                Given(office=office, found=found, seen=seen).checked_by(name)
    office.desk.change_set.unlink()
    with pytest.raises(NotPublished, match="second signature is another person"):
        signing.sign(office.desk, office.key("targets-2"))


@pytest.mark.parametrize("key", ["targets-1", "targets-2"])
def test_the_command_that_only_signs_does_not_go_around_the_check(given: Given, key: str) -> None:
    given.office.desk.change_set.touch()
    with pytest.raises(NotPublished, match="came as a change set"):
        signing.sign(given.office.desk, given.office.key(key))


def edited(found: ChangeSet, edit: Callable[[dict[str, Any]], None]) -> ChangeSet:
    """The set with its content changed, as somebody with a text editor would."""
    said = found.said
    edit(said)
    return replace(found, content=content_of(said))


def _rename(said: dict[str, Any]) -> None:
    said["by"] = "Somebody Else"


def _rename_in_the_history(said: dict[str, Any]) -> None:
    for event in said["events"]:
        event["by"] = "Somebody Else"


def _without_history(said: dict[str, Any]) -> None:
    said["events"] = said["splices"] = []


def _another_number(said: dict[str, Any]) -> None:
    said["texts"] = {
        name: text.replace(NEW, "01582 547659") for name, text in said["texts"].items()
    }


def _of_unknown_sources(said: dict[str, Any]) -> None:
    said["every_change_is_known"] = False


EDITS = [_rename, _rename_in_the_history, _without_history, _another_number, _of_unknown_sources]


@pytest.mark.parametrize("edit", EDITS)
def test_an_edited_set_is_refused(given: Given, edit: Callable[[dict[str, Any]], None]) -> None:
    with (
        pytest.raises(WorkshopError, match="not as its maker signed it"),
        given.office.seen(edited(given.found, edit)),
    ):
        pass


def signed_again(found: ChangeSet, signer: CryptoSigner) -> ChangeSet:
    made = signer.sign(found.content)
    return replace(found, signature={"keyid": made.keyid, "sig": made.signature})


@pytest.mark.parametrize("edit", [_rename, _rename_in_the_history, _of_unknown_sources])
def test_whoever_signs_an_edited_set_again_is_its_maker(
    given: Given, edit: Callable[[dict[str, Any]], None]
) -> None:
    again = signed_again(edited(given.found, edit), given.office.key("targets-1"))
    with given.office.seen(again) as seen:
        assert "Anna Steward" in seen.makers
        with pytest.raises(WorkshopError, match="made changes in this set"):
            replace(given, seen=seen).checked_by("Anna Steward", typed={})


@pytest.mark.parametrize("edit", [_without_history, _another_number])
def test_a_history_that_does_not_lead_to_the_texts_is_refused_however_it_is_signed(
    given: Given, edit: Callable[[dict[str, Any]], None]
) -> None:
    again = signed_again(edited(given.found, edit), given.office.key("targets-1"))
    with pytest.raises(WorkshopError, match="history in this change set"), given.office.seen(again):
        pass


def test_another_key_cannot_take_the_makers_place(given: Given) -> None:
    """Signed by the checker's key, the list inside still bears only the maker's signature."""
    again = signed_again(edited(given.found, _rename), given.office.key("targets-2"))
    with (
        pytest.raises(WorkshopError, match="not as its maker signed it"),
        given.office.seen(again),
    ):
        pass


def test_texts_that_do_not_make_what_was_signed_are_refused(given: Given) -> None:
    def edit(said: dict[str, Any]) -> None:
        _another_number(said)
        said["every_change_is_known"] = False
        said["splices"] = []

    again = signed_again(edited(given.found, edit), given.office.key("targets-1"))
    with pytest.raises(WorkshopError, match="not what its maker signed"), given.office.seen(again):
        pass


def accepted(given: Given, **said: object) -> Mapping[str, Any]:
    """A decision as the checker's program would write it, signed by the checker's key."""
    whole = {
        "decision": "accepted",
        "by": "Ben Checker",
        "at": NOW.isoformat(),
        "change_set": given.found.fingerprint,
        "retyped": sorted(each.digits for each in given.seen.numbers),
        **said,
    }
    made = given.office.key("targets-2").sign(content_of(whole))
    return {**whole, "keyid": made.keyid, "sig": made.signature}


def _unsigned(given: Given) -> Mapping[str, Any]:
    return {**accepted(given), "sig": ""}


def _by_the_maker(given: Given) -> Mapping[str, Any]:
    whole = {k: v for k, v in accepted(given).items() if k not in ("keyid", "sig")}
    made = given.office.key("targets-1").sign(content_of(whole))
    return {**whole, "keyid": made.keyid, "sig": made.signature}


FORGED: dict[str, Callable[[Given], Mapping[str, Any]]] = {
    "unsigned": _unsigned,
    "signed by the maker": _by_the_maker,
    "of another set": lambda given: accepted(given, change_set="0" * 64),
    "no number typed": lambda given: accepted(given, retyped=[]),
    "said to be the maker's": lambda given: accepted(given, by="A. Steward"),
    "changed afterwards": lambda given: {**accepted(given), "by": "Cara Third"},
    "none at all": lambda _: {},
}


@pytest.mark.parametrize("kind", FORGED)
def test_a_decision_nobody_else_made_does_not_count(given: Given, kind: str) -> None:
    forged = given.found.decided(FORGED[kind](given))
    with pytest.raises(WorkshopError):
        must_be_accepted(replace(given.seen, change_set=forged), given.office.desk)


def test_a_decision_of_somebody_else_counts(given: Given) -> None:
    seen = replace(given.seen, change_set=given.found.decided(accepted(given)))
    must_be_accepted(seen, given.office.desk)


def test_somebody_else_accepts_it(given: Given) -> None:
    done = given.checked_by("Ben Checker")
    assert json.loads(content_of(done.decision))["by"] == "Ben Checker"
    (waiting,) = signing.waiting(given.office.desk)
    assert waiting.missing == 0
