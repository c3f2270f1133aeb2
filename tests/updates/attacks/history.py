"""Attacks with true but old lists: rolling back, mixing, and standing still."""

import shutil
from datetime import timedelta
from pathlib import Path

from desktop_app.updates.errors import Why
from desktop_app.updates.install_update import Terms
from tests.updates.attacks.registry import attack, newest, repacked, rewritten, targets_of
from tests.updates.lab import NOW, Lab

LATER = NOW + timedelta(days=300)
STRICT = Terms(strict=True)


@attack(Why.OLDER)
def the_release_before_the_one_in_use(lab: Lab) -> Path:
    lab.release(2)
    old = lab.file("old.wtcrelease")
    lab.release(3)
    lab.take(lab.file("new.wtcrelease"))
    return old


@attack(Why.OLDER)
def a_folder_as_it_was_a_year_ago(lab: Lab) -> Path:
    old = lab.stick("old")
    lab.release(2)
    lab.take(lab.file())
    return old


@attack(Why.OLDER)
def a_release_older_than_the_program_brought(lab: Lab) -> Path:
    old = lab.file("old.wtcrelease")
    lab.release(2)
    lab.place = lab.laptop("fresh")
    return old


@attack(Why.OLDER)
def a_release_older_than_the_program_brought_where_lists_are_lost(lab: Lab) -> Path:
    old = lab.file("old.wtcrelease")
    lab.release(2)
    lab.place = lab.laptop("fresh")
    for role in ("timestamp", "snapshot", "targets"):
        (lab.place.trust / f"{role}.json").unlink()
    return old


@attack(Why.OLDER)
def an_expired_release_is_still_no_way_back(lab: Lab) -> Path:
    lab.release(2, lasts=timedelta(days=1))
    old = lab.file("old.wtcrelease")
    lab.release(3, lasts=timedelta(days=1))
    lab.take(lab.file("new.wtcrelease"), now=LATER)
    return old


@attack(Why.OLDER)
def a_lower_release_number_under_newer_lists(lab: Lab) -> Path:
    lab.release(5)
    lab.take(lab.file())
    lab.release(4)
    return lab.file()


@attack(Why.OLDER)
def going_back_to_the_release_taken_before_a_fallback(lab: Lab) -> Path:
    lab.release(2)
    old = lab.file("old.wtcrelease")
    lab.take(old)
    lab.release(3)
    lab.take(lab.file("new.wtcrelease"))
    lab.in_use().path.write_bytes(b"damaged")
    return old


@attack(Why.CHANGED, Why.OLDER)
def an_old_snapshot_under_a_new_name(lab: Lab) -> Path:
    stick = _two_more(lab)
    shutil.copy(stick / "metadata/2.snapshot.json", stick / "metadata/3.snapshot.json")
    return stick


@attack(Why.CHANGED, Why.OLDER)
def an_old_list_of_targets_under_a_new_name(lab: Lab) -> Path:
    stick = _two_more(lab)
    shutil.copy(stick / "metadata/2.targets.json", stick / "metadata/3.targets.json")
    return stick


@attack(Why.CHANGED, Why.OLDER)
def a_new_list_of_targets_under_an_old_snapshot(lab: Lab) -> Path:
    stick = _two_more(lab)
    metadata = stick / "metadata"
    shutil.copy(metadata / "3.targets.json", metadata / "2.targets.json")
    shutil.copy(metadata / "2.snapshot.json", metadata / "3.snapshot.json")
    return stick


@attack(Why.CHANGED)
def the_directory_of_another_release(lab: Lab) -> Path:
    stick = _two_more(lab)
    old, new, *_ = targets_of(stick)
    contents = [old.read_bytes(), new.read_bytes()]
    for path in targets_of(stick):
        path.write_bytes(contents[path == old])
    return stick


@attack(Why.INCOMPLETE)
def a_new_timestamp_over_an_old_folder(lab: Lab) -> Path:
    old = lab.stick("old")
    lab.release(2)
    shutil.copy(newest(lab.steward.home, "timestamp"), newest(old, "timestamp"))
    return old


@attack(Why.INCOMPLETE)
def the_list_of_targets_is_kept_back(lab: Lab) -> Path:
    stick = _two_more(lab)
    newest(stick, "targets").unlink()
    return stick


@attack(Why.INCOMPLETE)
def the_snapshot_is_kept_back(lab: Lab) -> Path:
    stick = _two_more(lab)
    newest(stick, "snapshot").unlink()
    return stick


@attack(Why.INCOMPLETE)
def the_directory_is_kept_back(lab: Lab) -> Path:
    stick = _two_more(lab)
    for path in targets_of(stick):
        path.unlink()
    return stick


@attack(Why.NOT_SIGNED)
def a_change_of_keys_is_kept_back(lab: Lab) -> Path:
    lab.steward.rotate("targets", 0)
    lab.steward.rotate("targets", 1)
    lab.steward.rotate("snapshot", 0)
    lab.release(2)
    stick = lab.stick()
    for path in (stick / "metadata").glob("[234].root.json"):
        path.unlink()
    return stick


@attack(Why.NOT_SIGNED)
def stolen_keys_after_a_broken_update_brought_their_revocation(lab: Lab) -> Path:
    """The change of keys is remembered although the update that brought it was refused."""
    before = lab.stick("before")
    stolen = [lab.steward.rotate("targets", 0), lab.steward.rotate("targets", 1)]
    lab.release(2)
    broken = lab.stick("broken")
    for path in targets_of(broken):
        path.write_bytes(b"broken")
    lab.refused(broken)
    shutil.rmtree(lab.steward.home)
    shutil.copytree(before, lab.steward.home)
    lab.steward.lists["targets"].signed.version = 4
    lab.release(9, signers=stolen)
    return lab.stick("evil")


@attack(Why.EXPIRED, terms=STRICT, now=LATER)
def an_expired_release_where_age_is_judged_strictly(lab: Lab) -> Path:
    lab.release(2)
    return lab.file()


@attack(Why.EXPIRED, terms=STRICT, now=LATER)
def the_release_in_use_again_after_its_date_in_strict_mode(lab: Lab) -> Path:
    lab.release(2)
    lab.take(lab.file(), now=NOW)
    return lab.file()


@attack(Why.EXPIRED, terms=STRICT, now=NOW + timedelta(days=4000))
def an_expired_root_in_strict_mode(lab: Lab) -> Path:
    lab.release(2, lasts=timedelta(days=9000))
    return lab.file()


@attack(Why.NOT_SIGNED)
def the_date_of_a_timestamp_was_moved_by_hand(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    later = "2036-01-01T00:00:00Z"
    rewritten(newest(stick, "timestamp"), lambda said: said["signed"].update(expires=later))
    return stick


@attack(Why.NOT_SIGNED)
def the_number_of_a_timestamp_was_raised_by_hand(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    rewritten(newest(stick, "timestamp"), lambda said: said["signed"].update(version=99))
    return stick


@attack(Why.TOO_LARGE)
def a_field_was_slipped_into_the_list_of_targets(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    rewritten(newest(stick, "targets"), lambda said: said["signed"].update(extra=1))
    return stick


@attack(Why.CHANGED)
def an_old_directory_in_a_new_file(lab: Lab) -> Path:
    lab.release(2)
    old = lab.place.bundled.read_bytes()
    return repacked(lab, lambda name, data: old if "targets/" in name else data)


def _two_more(lab: Lab) -> Path:
    lab.release(2)
    lab.release(3)
    return lab.stick()
