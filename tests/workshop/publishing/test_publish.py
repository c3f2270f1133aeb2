"""From a changed number to a second desk: handed over, checked, signed twice, published, taken."""

import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.read.source_folders import area_tree, default_area, national_tree
from desktop_app.domain.compare.change_kinds import ChangeKind
from desktop_app.updates.publishing.errors import NotPublished
from desktop_app.updates.releases.choose import directory_in_use
from desktop_app.workshop.documents import keep_evidence
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.publishing.change_set import read_change_set, write_change_set
from desktop_app.workshop.publishing.publish import publish
from desktop_app.workshop.publishing.review import refuse
from desktop_app.workshop.work_file import WorkFile
from tests.updates.desk_work import laptop
from tests.updates.taking import take_from
from tests.workshop.publishing.release_office import (
    DOCUMENT,
    NEW,
    NOW,
    OLD,
    Given,
    ReleaseOffice,
    copied,
)

SECONDS = 15


@pytest.mark.slow
def test_from_a_change_to_a_second_desk_in_fifteen_seconds_of_machine_time(
    fresh_office: ReleaseOffice,
) -> None:
    office = fresh_office
    place = laptop(office.out)
    began = time.process_time()
    office.change()
    path = office.folder / "set.wtcchange"
    write_change_set(office.given(), path)
    write_change_set(office.accepted(read_change_set(path)), path)
    with office.seen(read_change_set(path), answers=False) as seen:
        steps: list[str] = []
        one = publish(seen, office.desk, office.out, office.key("publishing"), NOW, steps.append)
        made = seen.directory.read_bytes()
    result = take_from(one, place, NOW)
    spent = time.process_time() - began
    assert "number changed" in result.sentence
    assert steps[0] == "Who checked it"
    assert any(
        step.startswith("Prove that somebody answers at every minute (1 of") for step in steps
    )
    assert steps[-1].startswith("Write the release")
    used = directory_in_use(place.user_folder, place.bundled)
    assert used.path.read_bytes() == made
    assert spent <= SECONDS, f"{spent:.1f} s"


@pytest.mark.usefixtures("copied_postcodes")
def test_what_is_published_is_what_a_checkout_compiles(
    office: ReleaseOffice, tmp_path: Path
) -> None:
    office.change()
    found = office.given()
    area = tmp_path / default_area()
    for name, text in found.texts.items():
        if name.startswith("areas/"):
            path = tmp_path / name.removeprefix("areas/")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
    out = tmp_path / "there.sqlite"
    compile_directory(national_tree().with_area(area_tree(str(area))), out)
    assert office.desk.draft_directory.read_bytes() == out.read_bytes()


def test_the_checker_sees_the_answers_and_every_fact_that_changes(office: ReleaseOffice) -> None:
    office.change()
    with office.seen(office.given()) as seen:
        kinds = {change.kind for change in seen.changes}
        assert {ChangeKind.NUMBER_CHANGED, ChangeKind.RELEASE_CHANGED} <= kinds
        assert any(OLD in change.before and NEW in change.after for change in seen.changes)
        assert seen.makers == ("Anna Steward",)
        assert seen.every_change_is_known
        assert [each.digits for each in seen.numbers] == [NEW.replace(" ", "")]
        assert seen.numbers[0].before == OLD


@pytest.mark.slow
def test_the_next_release_holds_only_what_came_after_this_one(office: ReleaseOffice) -> None:
    office.change()
    with office.seen(office.accepted(office.given())) as seen:
        publish(seen, office.desk, office.out, office.key("publishing"), NOW)
    office.change(NEW, "01582 547655", by="Ben Checker")
    found = office.given(by="Ben Checker", key="targets-2")
    with office.seen(found) as seen:
        assert seen.makers == ("Ben Checker",)
    done = office.accepted(found, by="Anna Steward", key="targets-1")
    assert done.decision["by"] == "Anna Steward"


def test_nothing_is_published_that_nobody_else_checked(given: Given) -> None:
    office = given.office
    with pytest.raises(WorkshopError, match="Nobody else"):
        publish(given.seen, office.desk, office.out, office.key("publishing"), NOW)


def test_what_was_refused_is_neither_accepted_nor_published(given: Given) -> None:
    office, back = given.office, refuse(given.found, "Ben Checker", NOW, "Nobody answers there.")
    seen = replace(given.seen, change_set=back)
    with pytest.raises(WorkshopError, match="Nobody answers there"):
        replace(given, seen=seen).checked_by("Ben Checker")
    with pytest.raises(WorkshopError, match="refused by Ben"):
        publish(seen, office.desk, office.out, office.key("publishing"), NOW)


def test_a_refusal_needs_a_reason(given: Given) -> None:
    with pytest.raises(WorkshopError, match="why it is refused"):
        refuse(given.found, "Ben Checker", NOW, "  ")


def test_only_the_publishing_key_publishes(given: Given) -> None:
    office, seen = given.office, replace(given.seen, change_set=given.checked_by("Ben Checker"))
    with pytest.raises(NotPublished, match="publishing key"):
        publish(seen, office.desk, office.out, office.key("targets-3"), NOW)


def test_a_set_of_an_older_release_is_refused(office: ReleaseOffice) -> None:
    office.change()
    first = office.accepted(office.given())
    with office.seen(first) as seen:
        publish(seen, office.desk, office.out, office.key("publishing"), NOW)
    with pytest.raises(WorkshopError, match="made against release"), office.seen(first):
        pass


@pytest.mark.slow
def test_a_checker_on_another_desk_comes_to_the_same_bytes(
    fresh_office: ReleaseOffice, first_office: ReleaseOffice, tmp_path: Path
) -> None:
    office = fresh_office
    other = copied(first_office, tmp_path / "other")
    office.change()
    done = other.accepted(office.given())
    with office.seen(done, answers=False) as seen:
        publish(seen, office.desk, office.out, office.key("publishing"), NOW + timedelta(days=1))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"not a file of ours" * 99])
def test_another_file_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.wtcchange").write_bytes(content)
    with pytest.raises(WorkshopError, match="no change set"):
        read_change_set(tmp_path / "a.wtcchange")


def test_the_evidence_goes_along(office: ReleaseOffice) -> None:
    with WorkFile.open(office.path) as work:
        kept = keep_evidence(work, "mail.eml", b"New number", document=DOCUMENT, at=NOW)
    office.change()
    write_change_set(office.given(), office.folder / "set.wtcchange")
    assert read_change_set(office.folder / "set.wtcchange").evidence == {kept.sha256: b"New number"}
