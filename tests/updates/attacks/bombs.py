"""Attacks that swell: small files that unpack to great ones, and endless lists of contents."""

import struct
import zipfile
from pathlib import Path

from desktop_app.updates.errors import Why
from tests.updates.attacks.registry import attack, attacks_with
from tests.updates.lab import Lab

MEGABYTE = 1 << 20


def bomb(lab: Lab, where: tuple[str, int]) -> Path:
    """An entry that unpacks to a great many zeros."""
    part, megabytes = where
    lab.release(2)
    to = lab.folder / "bomb.wtcrelease"
    with (
        zipfile.ZipFile(lab.file()) as packed,
        zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as other,
    ):
        for entry in packed.infolist():
            swollen = zipfile.ZipInfo(entry.filename)
            swollen.compress_type = zipfile.ZIP_DEFLATED
            if part in entry.filename:
                with other.open(swollen, "w", force_zip64=True) as file:
                    for _ in range(megabytes):
                        file.write(bytes(MEGABYTE))
            else:
                other.writestr(swollen, packed.read(entry))
    return to


attacks_with(
    Why.TOO_LARGE,
    {
        "a bomb in the place of the directory": ("targets/", 300),
        "a bomb in the place of the timestamp": ("timestamp.json", 60),
        "a bomb in the place of the snapshot": ("2.snapshot.json", 60),
        "a bomb in the place of the list of targets": ("2.targets.json", 60),
    },
    bomb,
)


@attack(Why.TOO_LARGE)
def a_bomb_in_the_place_of_the_next_root(lab: Lab) -> Path:
    lab.steward.rotate("targets", 0)
    return bomb(lab, ("2.root.json", 60))


@attack(Why.TOO_LARGE)
def a_list_of_contents_of_many_thousand_names(lab: Lab) -> Path:
    path = lab.folder / "crowd.wtcrelease"
    with zipfile.ZipFile(path, "w") as packed:
        for number in range(20_000):
            packed.writestr(f"metadata/{number:030d}", b"")
    return path


@attack(Why.TOO_LARGE)
def a_list_of_contents_that_claims_to_be_somewhere_else(lab: Lab) -> Path:
    lab.release(2)
    path = lab.file()
    content = path.read_bytes()
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, 0, 1)
    path.write_bytes(content[:-22] + locator + content[-22:])
    return path
