"""Attacks with the files themselves: cut, changed, swollen, planted, and oddly named."""

import os
import shutil
import warnings
import zipfile
from pathlib import Path

from desktop_app.updates.errors import Why
from tests.updates.attacks.registry import (
    attack,
    attacks_with,
    newest,
    repacked,
    targets_of,
    with_files,
)
from tests.updates.lab import Lab


@attack(Why.CHANGED)
def one_byte_of_the_directory_changed(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    for path in targets_of(stick):
        content = bytearray(path.read_bytes())
        content[5000] ^= 1
        path.write_bytes(content)
    return stick


@attack(Why.CHANGED)
def one_byte_of_the_directory_changed_in_a_file(lab: Lab) -> Path:
    lab.release(2)
    return repacked(
        lab, lambda name, data: data[:99] + b"X" + data[100:] if "targets/" in name else data
    )


@attack(Why.TOO_LARGE)
def the_directory_is_longer_than_it_was(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    for path in targets_of(stick):
        path.write_bytes(path.read_bytes() + b"x")
    return stick


@attack(Why.CHANGED)
def the_directory_is_shorter_than_it_was(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    for path in targets_of(stick):
        path.write_bytes(path.read_bytes()[:-1])
    return stick


@attack(Why.CHANGED)
def the_directory_is_empty(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    for path in targets_of(stick):
        path.write_bytes(b"")
    return stick


def _cut(lab: Lab, share: float) -> Path:
    lab.release(2)
    content = lab.file().read_bytes()
    cut = lab.folder / "cut.wtcrelease"
    cut.write_bytes(content[: int(share)] if share >= 1 else content[: int(len(content) * share)])
    return cut


attacks_with(
    Why.UNREADABLE,
    {
        "a release file cut to nothing": 0,
        "a release file cut after one byte": 1,
        "a release file cut after 22 bytes": 22,
        "a release file cut to a tenth": 0.1,
        "a release file cut in half": 0.5,
        "a release file cut to nine tenths": 0.9,
        "a release file without its last byte": 0.9999,
    },
    _cut,
)


def _no_release(lab: Lab, content: bytes) -> Path:
    return with_files(lab.folder / "odd", {"letter.docx": content}) / "letter.docx"


attacks_with(
    Why.NOT_A_RELEASE,
    {
        "a picture is no release": b"\x89PNG\r\n\x1a\n" + bytes(100),
        "a text is no release": b"Dear colleague, please find attached",
        "a bare directory is no release": b"SQLite format 3\x00" + bytes(4000),
    },
    _no_release,
)


@attack(Why.NOT_A_RELEASE)
def a_zip_of_something_else(lab: Lab) -> Path:
    path = lab.folder / "photos.zip"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("beach.jpg", b"sand")
    return path


@attack(Why.NOT_A_RELEASE)
def an_empty_folder(lab: Lab) -> Path:
    (lab.folder / "empty").mkdir()
    return lab.folder / "empty"


@attack(Why.NOT_FOUND)
def a_stick_that_is_not_plugged_in(lab: Lab) -> Path:
    return lab.folder / "nowhere"


@attack(Why.UNREADABLE)
def a_fifo_in_the_place_of_a_release_file(lab: Lab) -> Path:
    os.mkfifo(lab.folder / "pipe.wtcrelease")
    return lab.folder / "pipe.wtcrelease"


@attack(Why.UNREADABLE)
def a_fifo_in_the_place_of_a_list(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    newest(stick, "snapshot").unlink()
    os.mkfifo(stick / "metadata/2.snapshot.json")
    return stick


@attack(Why.UNREADABLE)
def a_fifo_in_the_place_of_the_directory(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    for path in targets_of(stick):
        path.unlink()
        os.mkfifo(path)
    return stick


@attack(Why.UNREADABLE)
def a_link_to_an_endless_device(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    newest(stick, "timestamp").unlink()
    (stick / "metadata/timestamp.json").symlink_to("/dev/zero")
    return stick


@attack(Why.NOT_SIGNED, Why.MALFORMED, Why.TOO_LARGE)
def a_link_to_a_secret_of_the_computer(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    newest(stick, "timestamp").unlink()
    (stick / "metadata/timestamp.json").symlink_to("/etc/passwd")
    return stick


@attack(Why.UNREADABLE)
def links_in_a_circle(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    newest(stick, "snapshot").unlink()
    (stick / "metadata/2.snapshot.json").symlink_to("2.snapshot.json")
    return stick


@attack(Why.UNREADABLE)
def a_folder_in_the_place_of_a_list(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    newest(stick, "targets").unlink()
    (stick / "metadata/2.targets.json").mkdir()
    return stick


@attack(Why.UNREADABLE)
def more_entries_than_any_release_has(lab: Lab) -> Path:
    path = lab.folder / "crowd.wtcrelease"
    with zipfile.ZipFile(path, "w") as packed:
        for number in range(2_500):
            packed.writestr(f"a{number}", b"")
    return path


@attack(Why.CHANGED)
def an_entry_that_stands_in_the_file_twice(lab: Lab) -> Path:
    lab.release(2)
    path = lab.file()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(path, "a") as packed:
            packed.writestr("metadata/timestamp.json", "{}")
    return path


@attack(Why.UNREADABLE)
def an_encrypted_entry(lab: Lab) -> Path:
    lab.release(2)
    path = lab.file()
    content = path.read_bytes()
    # Bit 0 of the flags says "encrypted", in the entry and in the list of contents.
    for mark, at in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        parts = content.split(mark)
        flagged = [p[: at - 4] + bytes([p[at - 4] | 1]) + p[at - 3 :] for p in parts[1:]]
        content = mark.join([parts[0], *flagged])
    path.write_bytes(content)
    return path


@attack(Why.UNREADABLE)
def an_entry_compressed_in_an_unusual_way(lab: Lab) -> Path:
    lab.release(2)
    return repacked(lab, lambda _, data: data, mode=zipfile.ZIP_BZIP2)


@attack(Why.UNREADABLE)
def an_entry_whose_checksum_does_not_fit(lab: Lab) -> Path:
    lab.release(2)
    path = repacked(lab, lambda _, data: data, mode=zipfile.ZIP_STORED)
    content = path.read_bytes()
    at = content.rindex(b'"targets.json"')
    path.write_bytes(content[:at] + b"X" + content[at + 1 :])
    return path


@attack(Why.NOT_A_RELEASE)
def a_release_inside_a_release(lab: Lab) -> Path:
    lab.release(2)
    path = lab.folder / "outer.wtcrelease"
    with zipfile.ZipFile(path, "w") as packed:
        packed.write(lab.file(), "release.wtcrelease")
    return path


@attack(Why.NOT_A_RELEASE)
def two_releases_in_one_file(lab: Lab) -> Path:
    lab.release(2)
    path = lab.folder / "two.wtcrelease"
    with zipfile.ZipFile(lab.file()) as inner, zipfile.ZipFile(path, "w") as packed:
        for prefix in ("a/", "b/"):
            for name in inner.namelist():
                packed.writestr(prefix + name, inner.read(name))
    return path


@attack(Why.UNREADABLE)
def a_folder_full_of_broken_releases(lab: Lab) -> Path:
    share = lab.folder / "share"
    return with_files(share, {f"who-to-call-{n:06d}.wtcrelease": b"PK\3\4" for n in range(40)})


@attack(Why.UNREADABLE)
def a_tower_of_links_to_folders(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    shutil.rmtree(stick / "targets")
    (stick / "targets").symlink_to("targets")
    return stick
