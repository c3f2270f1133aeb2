"""A list for another area is refused by name: taken from a stick, stored here, or published."""

import os
import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

from desktop_app.updates.errors import Why
from desktop_app.updates.releases.choose import newest_confirmed
from desktop_app.updates.releases.in_use import Origin, area_in
from tests.area import AREA
from tests.updates.lab import TARGET, Lab


def elsewhere(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE area SET id = 'vale-and-fen', name = 'Vale and Fen'")


OTHER: dict[str, object] = {"mutate": elsewhere}


def test_an_update_for_another_area_is_refused_with_both_names(lab: Lab) -> None:
    lab.release(2, made=OTHER)
    refused = lab.refused(lab.file())
    assert refused.why is Why.OTHER_AREA
    assert "it is for Vale and Fen" in refused.sentence
    assert AREA.name in refused.sentence


def test_in_a_folder_of_two_areas_the_own_one_is_taken(lab: Lab) -> None:
    lab.release(2)
    folder = lab.folder / "share"
    folder.mkdir()
    shutil.move(lab.file("own.wtcrelease"), folder)
    lab.release(3, made=OTHER)
    shutil.move(lab.file("other.wtcrelease"), folder)
    result = lab.take(folder)
    assert result.release == 2
    assert "it is for another area" in result.passed_over


def test_a_list_whose_file_is_for_another_area_than_it_says_is_refused(lab: Lab) -> None:
    lab.release(2, made=OTHER, custom={"area": AREA.id, "area_name": AREA.name})
    refused = lab.refused(lab.file())
    assert refused.why is Why.WRONG_DATA
    assert "its area is not the signed one" in refused.sentence


def test_what_was_stored_for_the_area_before_is_not_shown(lab: Lab) -> None:
    """The program was installed anew for another area, on an account that took updates."""
    lab.release(2)
    lab.take(lab.file())
    lab.release(3, made=OTHER, lasts=timedelta(days=200))
    fresh = lab.laptop("fresh")
    for name in (TARGET, "trust"):
        at = lab.place.bundled.parent / name
        shutil.rmtree(at) if at.is_dir() else at.unlink()
        shutil.move(fresh.bundled.parent / name, at)
    in_use = lab.in_use()
    assert in_use.origin is Origin.PROGRAM
    assert AREA.name in in_use.notice
    assert "Vale and Fen" in in_use.notice
    assert area_in(in_use.path) == ("vale-and-fen", "Vale and Fen")
    checked = newest_confirmed(lab.place.user_folder, lab.place.bundled)
    assert checked.path == lab.place.bundled


def test_the_area_of_what_is_no_directory_is_not_known(tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_bytes(b"nothing")
    assert area_in(tmp_path / "x.sqlite") == ("", "")
    assert area_in(tmp_path / "gone.sqlite") == ("", "")
    os.mkfifo(tmp_path / "pipe")
    assert area_in(tmp_path / "pipe") == ("", "")
