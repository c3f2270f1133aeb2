"""Taking an update that is in order."""

import shutil
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop_app.updates.errors import Refused, Why
from desktop_app.updates.install_update import Terms
from desktop_app.updates.progress import Phase
from desktop_app.updates.releases.in_use import Origin
from desktop_app.updates.source_filter import worth_trying
from desktop_app.updates.verify.folders import sources_in
from tests.updates.lab import NOW, Lab


def test_a_fresh_computer_uses_what_came_with_the_program(lab: Lab) -> None:
    assert lab.in_use().origin is Origin.PROGRAM
    assert lab.number() == 1


def test_a_folder_is_taken(lab: Lab) -> None:
    lab.release(2)
    assert lab.take(lab.stick()).news
    assert (lab.number(), lab.in_use().origin) == (2, Origin.UPDATE)


def test_one_file_is_taken(lab: Lab) -> None:
    lab.release(2)
    assert lab.take(lab.file()).release == 2
    assert lab.number() == 2


def test_the_same_update_again_changes_nothing(lab: Lab) -> None:
    lab.release(2)
    lab.take(lab.file())
    result = lab.take(lab.file())
    assert not result.news
    assert result.sentence.startswith("You have the newest list of numbers already: release 2.")


def test_what_came_with_the_program_is_no_news(lab: Lab) -> None:
    assert not lab.take(lab.file()).news


def test_releases_may_be_skipped(lab: Lab) -> None:
    for number in range(2, 8):
        lab.release(number)
    assert lab.take(lab.file()).release == 7


def test_a_file_packed_again_in_a_folder_is_taken(lab: Lab) -> None:
    lab.release(2)
    again = lab.folder / "again.zip"
    with zipfile.ZipFile(lab.file()) as packed, zipfile.ZipFile(again, "w") as other:
        for entry in packed.infolist():
            other.writestr("update (1)/" + entry.filename, packed.read(entry))
    assert lab.take(again).release == 2


def test_the_result_says_what_changed_and_how_old_it_is(lab: Lab) -> None:
    lab.release(2, made={"numbers": {"helper-12": "01632 960999"}})
    assert lab.take(lab.file()).sentence == (
        "Release 2 is in use now. 1 number changed. "
        "Directory of 1 November 2026. Next one by 1 March 2027."
    )


def test_an_expired_update_is_taken_and_its_age_said(tmp_path: Path) -> None:
    lab = Lab(tmp_path, lasts=timedelta(days=10))
    lab.release(2, lasts=timedelta(days=10))
    result = lab.take(lab.file(), now=NOW + timedelta(days=300))
    assert result.news
    assert "A newer one was due by 1 March 2027: ask for the update." in result.sentence


@pytest.mark.parametrize("year", [2001, 2090])
def test_a_wrong_clock_does_not_keep_an_update_away(lab: Lab, year: int) -> None:
    lab.release(2)
    assert lab.take(lab.file(), now=datetime(year, 1, 1, tzinfo=UTC)).news


def test_still_current_moves_the_date_without_moving_the_data(lab: Lab) -> None:
    lab.release(2)
    lab.take(lab.file())
    before = lab.in_use().path.stat().st_mtime_ns
    lab.steward.date(timedelta(days=300), confirmed_on="2027-04-02", next_expected_by="2027-09-01")
    result = lab.take(lab.file(), now=NOW + timedelta(days=130))
    assert "confirmed on 2 April 2027" in result.sentence
    assert "Next one by 1 September 2027." in result.sentence
    assert lab.in_use().path.stat().st_mtime_ns == before


def test_what_was_before_still_current_is_then_a_step_back(lab: Lab) -> None:
    lab.release(2)
    old = lab.file("old.wtcrelease")
    lab.take(old)
    lab.steward.date(timedelta(days=300))
    lab.take(lab.file("new.wtcrelease"))
    assert lab.refused(old).why is Why.OLDER


def test_three_releases_are_kept(lab: Lab) -> None:
    for number in range(2, 8):
        lab.release(number)
        lab.take(lab.file())
    assert len(lab.place.store.folders()) == 3
    assert lab.number() == 7


def test_a_folder_of_release_files_gives_its_newest(lab: Lab) -> None:
    share = lab.folder / "share"
    share.mkdir()
    for number in (2, 3, 10):
        lab.release(number)
        lab.file(f"share/who-to-call-{number:06d}.wtcrelease")
    assert lab.take(share).release == 10


def test_a_bad_file_beside_a_good_one_does_not_keep_it_away(lab: Lab) -> None:
    share = lab.folder / "share"
    share.mkdir()
    lab.release(2)
    lab.file("share/who-to-call-000002.wtcrelease")
    (share / "who-to-call-999999.wtcrelease").write_bytes(b"not a release")
    assert lab.take(share).release == 2


def test_progress_rises_to_the_end(lab: Lab) -> None:
    progress: list[tuple[Phase, float]] = []
    lab.release(2)
    lab.take(lab.file(), Terms(progress=lambda step, share: progress.append((step, share))))
    assert [share for _, share in progress] == sorted(share for _, share in progress)
    assert {step for step, _ in progress} == set(Phase)
    assert progress[-1] == (Phase.DONE, 1.0)


@pytest.mark.parametrize("at", [step for step in Phase if step.value < Phase.POINTED.value])
def test_it_can_be_stopped_at_any_step(lab: Lab, at: Phase) -> None:
    def stop(step: Phase, share: float) -> None:
        if step is at:
            raise Refused(Why.STOPPED)

    lab.release(2)
    assert lab.refused(lab.file(), Terms(progress=stop)).why is Why.STOPPED
    assert lab.take(lab.file()).news


def test_a_newer_program_beats_an_older_update(lab: Lab) -> None:
    lab.release(2)
    lab.take(lab.file())
    lab.release(5)
    newer = lab.laptop("newer")
    shutil.copytree(newer.bundled.parent, lab.place.bundled.parent, dirs_exist_ok=True)
    assert (lab.number(), lab.in_use().notice) == (5, "")


def test_looking_often_costs_next_to_nothing(lab: Lab) -> None:
    lab.release(2)
    stick, folder = lab.stick(), lab.folder / "files"
    folder.mkdir()
    shutil.copy(lab.file(), folder)
    for place in (stick, folder):
        fresh, known = worth_trying(sources_in(place).openers, lab.place)
        assert (len(fresh), known) == (1, False)
    lab.take(stick)
    for place in (stick, folder):
        assert worth_trying(sources_in(place).openers, lab.place) == ([], True)


def test_nothing_needs_links(lab: Lab, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("links are not supported here")

    for name in ("os.symlink", "os.link"):
        monkeypatch.setattr(name, refuse)
    lab.release(2)
    assert lab.take(lab.file()).news


def test_a_program_without_keys_takes_no_update(lab: Lab) -> None:
    shutil.rmtree(lab.place.trust)
    lab.release(2)
    assert lab.refused(lab.file()).why is Why.NO_TRUST


def test_keys_may_come_without_lists(lab: Lab) -> None:
    for name in ("timestamp", "snapshot", "targets"):
        (lab.place.trust / f"{name}.json").unlink()
    lab.release(2)
    assert lab.take(lab.file()).news


def test_keys_may_change_and_old_releases_stay_good(lab: Lab) -> None:
    lab.release(2)
    lab.take(lab.file())
    for role, index in (("targets", 0), ("targets", 1), ("root", 0), ("snapshot", 0)):
        lab.steward.rotate(role, index)
    lab.release(3)
    assert lab.take(lab.file()).release == 3
    lab.in_use().path.write_bytes(b"damaged")
    assert lab.number() == 2
