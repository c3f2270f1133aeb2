"""The plain archive on a Debian with nothing on it, as an ordinary user, without a network."""

import subprocess
from pathlib import Path

import pytest

from tests.installers.debian.bare import ORDINARY, Bare
from tests.installers.disks import small_disk
from tests.installers.screen import first_number, only


@pytest.fixture(scope="module")
def program(bare: Bare, new: Path) -> str:
    """The archive unpacked, in a folder with a space, under a letter beyond ASCII."""
    place = bare.root / "home/someone/Łódź folder"
    place.mkdir()
    subprocess.run(["tar", "xf", only(new, "*.tar.xz"), "-C", place], check=True)
    subprocess.run(["chmod", "-R", "a-w", place], check=True)
    return "/" + str(only(place, "who-to-call-*/who-to-call").relative_to(bare.root))


def test_every_part_works(bare: Bare, program: str) -> None:
    status, said = bare.run(program, "check", "--self", user=ORDINARY, network=False)
    assert (status, said.count("passed"), said.count("FAILED")) == (0, 12, 0), said


def test_answers_after_two_keys(bare: Bare, program: str, pictures: Path) -> None:
    command = ("now", "--about", "child", "--in", "bedford-borough")
    _status, said = bare.run(program, *command, user=ORDINARY, network=False)
    with bare.open(program):
        assert bare.screen.reads("Who are you worried about", pictures / "portable.home.png")
        bare.screen.press("1")
        bare.screen.answer("Where did it happen", "1", pictures / "portable.where.png")
        assert bare.screen.reads(first_number(said), pictures / "portable.answer.png")


def test_missing_part_is_said(bare: Bare, program: str) -> None:
    runtime = bare.root / program.lstrip("/").removesuffix("who-to-call") / "runtime"
    away = runtime.rename(runtime.with_name("away"))
    try:
        status, said = bare.run(program, user=ORDINARY)
        assert (status, "In an emergency ring 999" in said) == (3, True)
    finally:
        away.rename(runtime)


def test_missing_directory_is_said_and_999_stays(bare: Bare, program: str, pictures: Path) -> None:
    folder = (bare.root / program.lstrip("/")).parent
    bundled = folder / "app/desktop_app/_bundle/directory.sqlite"
    away = bundled.rename(bundled.with_suffix(".away"))
    try:
        status, said = bare.run(program, "check", "--self", user=ORDINARY)
        assert (status, "FAILED  list of numbers" in said) == (1, True)
        with bare.open(program):
            assert bare.screen.reads("The list of numbers is missing", pictures / "missing.png")
            assert bare.screen.reads("999", pictures / "missing.png")
    finally:
        away.rename(bundled)


def test_full_disk_is_said_and_nothing_half_done_starts(bare: Bare, new: Path) -> None:
    archive = only(new, "*.tar.xz")
    with small_disk(bare.root / "home/someone/stick", "size=60m") as disk:
        unpacking = ["tar", "xf", str(archive), "-C", str(disk)]
        done = subprocess.run(unpacking, capture_output=True, text=True, check=False)
        assert (done.returncode, "No space left on device" in done.stderr) == (2, True)
        begun = only(disk, "who-to-call-*")
        assert not (begun / "who-to-call").exists() or not (begun / "who-to-call").stat().st_size


def test_publishing_says_that_it_needs_more_than_a_desk_has(bare: Bare, program: str) -> None:
    status, said = bare.run(program, "release", "status", user=ORDINARY, network=False)
    assert (status, "Traceback" in said, len(said.splitlines())) == (2, False, 1), said
