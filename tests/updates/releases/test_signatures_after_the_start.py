"""What the window’s worker finds once the window stands, and where a note may lead back to."""

import pytest

from desktop_app.app.directory_updater import DirectoryUpdater
from desktop_app.cli.opening import close_all, opened_directory
from desktop_app.domain.services.errors import DirectoryUnsigned
from desktop_app.ui.updates.worker import Outcome
from desktop_app.updates.file_names import DIRECTORY
from desktop_app.updates.releases.choose import newest_confirmed
from desktop_app.updates.releases.in_use import Origin, Signature
from desktop_app.updates.releases.release_store import Pointer, read_list
from desktop_app.updates.source_filter import worth_trying
from desktop_app.updates.verify.folders import sources_in
from tests.updates.lab import NOW, Lab
from tests.updates.releases.planted import plant, tamper


def progress(_share: float) -> bool:
    return True


def test_the_worker_drops_a_plant_and_the_next_start_begins_with_what_is_sound(
    installed: Lab,
) -> None:
    installed.release(2)
    installed.take(installed.file())
    plant(installed)
    newest = DirectoryUpdater()
    newest.open().close()
    outcome = newest.verify(progress)
    assert outcome.news
    assert "is not signed by the people" in outcome.sentence
    directory = newest.open()
    assert directory.release().number == 2
    directory.close()
    assert (installed.number(), installed.in_use().notice) == (2, "")
    assert not newest.verify(progress).news


def test_the_worker_takes_a_forged_program_directory_away(installed: Lab) -> None:
    tamper(installed)
    newest = DirectoryUpdater()
    newest.open().close()
    assert newest.verify(progress).news
    with pytest.raises(DirectoryUnsigned):
        newest.open()
    assert not newest.verify(progress).news  # told once, and looks go on
    installed.release(2)
    outcome = newest.take(installed.file(), NOW, progress)
    assert outcome.news
    directory = newest.open()
    assert directory.release().number == 2
    directory.close()


def test_a_plant_laid_while_the_window_is_open_is_no_news(installed: Lab) -> None:
    newest = DirectoryUpdater()
    newest.open().close()
    plant(installed)
    outcome = newest.check_folder(None, NOW, progress)
    assert not outcome.news
    assert installed.number() == 1


def test_the_worker_says_nothing_where_all_is_signed(installed: Lab) -> None:
    newest = DirectoryUpdater()
    newest.open().close()
    assert newest.verify(progress) == Outcome("", quiet=True)


def test_the_worker_closes_the_folder_to_others(installed: Lab) -> None:
    installed.place.user_folder.chmod(0o777)
    newest = DirectoryUpdater()
    newest.open().close()
    newest.verify(progress)
    assert installed.place.user_folder.stat().st_mode & 0o777 == 0o700


def test_the_note_of_a_plant_names_its_own_list(lab: Lab) -> None:
    """What the tests above plant is as good as a plant can be."""
    place = plant(lab)
    pointed = lab.place.store.pointed()
    assert pointed is not None
    assert pointed.list_sha256 == read_list(place / "metadata").list_sha256


def pointed_back(lab: Lab, *, to: int) -> None:
    """Releases 2 and 3 are taken; then the note is set by hand to an older one that was signed."""
    for number in (2, 3):
        lab.release(number)
        lab.take(lab.file())
    store = lab.place.store
    folder = next((each for each in store.folders() if int(each[:6]) == to), "program")
    fingerprint = "" if to == 1 else read_list(store.metadata(folder)).list_sha256
    store.pointer.write_bytes(Pointer(folder, fingerprint).as_bytes())
    assert lab.number() == to  # the start alone cannot know


@pytest.mark.parametrize("to", [1, 2])
def test_no_note_leads_back_behind_the_newest_signed_release(lab: Lab, to: int) -> None:
    pointed_back(lab, to=to)
    found = newest_confirmed(lab.place.user_folder, lab.place.bundled)
    assert (found.release, found.origin, found.signature) == (3, Origin.RESTORED, Signature.HOLDS)
    assert found.notice == (
        "An older list of numbers was in use, although a newer one had been taken. Release 3, "
        "the newest one on this computer, is in use."
    )


@pytest.mark.parametrize("to", [1, 2])
def test_a_terminal_answers_from_the_newest_signed_release(installed: Lab, to: int) -> None:
    pointed_back(installed, to=to)
    assert opened_directory().release().number == 3
    close_all()


@pytest.mark.parametrize("to", [1, 2])
def test_the_worker_goes_on_to_the_newest_signed_release(installed: Lab, to: int) -> None:
    pointed_back(installed, to=to)
    newest = DirectoryUpdater()
    assert newest.open().release().number == to
    told = newest.verify(progress)
    assert told.news
    assert told.sentence.startswith("Release 3 is in use now. ")
    assert newest.open().release().number == 3
    assert installed.number() == 3  # and so does the next start
    assert newest.verify(progress).sentence == ""


def test_a_damaged_or_forged_newer_release_is_not_gone_on_to(lab: Lab) -> None:
    pointed_back(lab, to=2)
    lab.place.store.directory(lab.place.store.folders()[0]).write_bytes(b"damaged")
    found = newest_confirmed(lab.place.user_folder, lab.place.bundled)
    assert (found.release, found.notice) == (2, "")


@pytest.mark.parametrize("lost", ["directory.sqlite", "metadata/snapshot.json"])
def test_the_newest_release_is_taken_again_after_it_was_damaged(lab: Lab, lost: str) -> None:
    for number in (2, 3):
        lab.release(number)
        lab.take(lab.file())
    release = lab.in_use().path.parent
    for name in {lost, DIRECTORY}:
        (release / name).write_bytes(b"damaged")
    assert lab.number() == 2
    assert worth_trying(sources_in(lab.steward.home).openers, lab.place)[0]
    assert lab.take(lab.steward.home).release == 3
    assert lab.number() == 3
