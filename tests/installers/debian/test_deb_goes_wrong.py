"""The .deb when the disk fills up, when a part is missing, and over an older one."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from installers.product import own_version
from tests.installers.debian.bare import ORDINARY, Bare
from tests.installers.disks import small_disk
from tests.installers.screen import first_number, only

HOME = "usr/lib/who-to-call"
BUNDLED = f"{HOME}/app/desktop_app/_bundle/directory.sqlite"
STALE = f"{HOME}/app/desktop_app/_bundle/gone_in_the_new_version.txt"
FULL = "No space left on device"


@pytest.fixture(scope="module", autouse=True)
def ready(bare: Bare, new: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Both packages lie in the system, with what they need installed; they themselves are not."""
    shutil.copy(only(new, "*.deb"), bare.root / "root/new.deb")
    older(only(new, "*.deb"), bare.root / "root/old.deb", tmp_path_factory.mktemp("old"))
    assert bare.run("apt-get", "update", "-q")[0] == 0
    needs = ("install", "-y", "-q", "--no-install-recommends", "/root/new.deb")
    assert bare.run("apt-get", *needs)[0] == 0
    assert bare.run("dpkg", "--purge", "who-to-call")[0] == 0


def older(new: Path, target: Path, work: Path) -> None:
    """The same package, called older, with a file that the new one has no more."""
    subprocess.run(["dpkg-deb", "-R", new, work / "tree"], check=True)
    control = work / "tree/DEBIAN/control"
    control.write_text(control.read_text().replace(f"Version: {own_version()}", "Version: 0.0.1"))
    (work / "tree" / STALE).write_bytes(b"old")
    subprocess.run(
        ["dpkg-deb", "-Znone", "--build", work / "tree", target],
        stdout=subprocess.DEVNULL,
        check=True,
    )


@pytest.fixture(autouse=True)
def removed_afterwards(bare: Bare) -> Iterator[None]:
    yield
    bare.run("dpkg", "--purge", "--force-all", "who-to-call")
    assert not (bare.root / HOME).exists()


def works(bare: Bare) -> bool:
    return bare.run("who-to-call", "check", "--self", user=ORDINARY, network=False)[0] == 0


def installed(bare: Bare) -> str:
    """Version and state, as dpkg keeps them."""
    asks = ("dpkg-query", "--show", "--showformat", "${Version} ${db:Status-Status}", "who-to-call")
    return bare.run(*asks)[1]


def test_full_disk_leaves_nothing_and_the_next_time_works(bare: Bare) -> None:
    with small_disk(bare.root / HOME, "size=60m") as disk:
        status, said = bare.run("dpkg", "--install", "/root/new.deb")
        assert (status != 0, FULL in said) == (True, True), said
        assert [path for path in disk.rglob("*") if path.is_file()] == []
    assert not (bare.root / "usr/bin/who-to-call").is_symlink()
    assert "not-installed" in installed(bare) or "no packages found" in installed(bare)

    assert bare.run("apt-get", "install", "-y", "-q", "/root/new.deb")[0] == 0
    assert works(bare)


def test_full_disk_leaves_the_version_before(bare: Bare) -> None:
    with small_disk(bare.root / HOME, "size=200m"):
        assert bare.run("dpkg", "--install", "/root/old.deb")[0] == 0
        status, said = bare.run("dpkg", "--install", "/root/new.deb")
        assert (status != 0, FULL in said) == (True, True), said
        assert works(bare)
        assert installed(bare) == "0.0.1 installed"
        bare.run("dpkg", "--purge", "who-to-call")
    (bare.root / HOME).rmdir()  # dpkg could not, while a disk was there


def test_newer_version_leaves_nothing_stale(bare: Bare) -> None:
    assert bare.run("dpkg", "--install", "/root/old.deb")[0] == 0
    assert (bare.root / STALE).exists()
    assert bare.run("apt-get", "install", "-y", "-q", "/root/new.deb")[0] == 0
    assert not (bare.root / STALE).exists()
    assert installed(bare) == f"{own_version()} installed"
    assert works(bare)


def test_going_back_is_refused_unless_asked_for(bare: Bare) -> None:
    assert bare.run("dpkg", "--install", "/root/new.deb")[0] == 0
    status, said = bare.run("apt-get", "install", "-y", "-q", "/root/old.deb")
    assert (status != 0, "downgrade" in said.casefold()) == (True, True), said
    assert installed(bare) == f"{own_version()} installed"


def test_over_a_running_program(bare: Bare, pictures: Path) -> None:
    assert bare.run("dpkg", "--install", "/root/old.deb")[0] == 0
    with bare.open("who-to-call"):
        assert bare.screen.reads("Who are you worried about", pictures / "deb.over.png")
        assert bare.run("dpkg", "--install", "/root/new.deb")[0] == 0
        bare.screen.press("1")
        assert bare.screen.reads("Where did it happen", pictures / "deb.over.png")
    assert works(bare)


def test_missing_directory_is_said_and_999_stays(bare: Bare, pictures: Path) -> None:
    assert bare.run("dpkg", "--install", "/root/new.deb")[0] == 0
    (bare.root / BUNDLED).unlink()
    status, said = bare.run("who-to-call", "check", "--self", user=ORDINARY)
    assert (status, "FAILED  list of numbers" in said) == (1, True)
    with bare.open("who-to-call"):
        assert bare.screen.reads("The list of numbers is missing", pictures / "deb.missing.png")
        assert bare.screen.reads("999", pictures / "deb.missing.png")


def test_policy_of_the_computer(bare: Bare, pictures: Path) -> None:
    assert bare.run("dpkg", "--install", "/root/new.deb")[0] == 0
    policy = bare.root / "etc/who-to-call/policy.json"
    policy.parent.mkdir()
    policy.write_text(json.dumps({"HomeCouncil": "luton", "TextSize": 125}))
    command = ("who-to-call", "now", "--about", "child", "--in", "luton")
    _status, said = bare.run(*command, user=ORDINARY, network=False)
    try:
        with bare.open("who-to-call"):
            bare.screen.answer("Who are you worried", "1", pictures / "deb.policy.png")
            # Enter takes the council that IT named.
            bare.screen.answer("Where did it happen", "Return", pictures / "deb.policy.png")
            assert bare.screen.reads(first_number(said), pictures / "deb.policy.png")
    finally:
        shutil.rmtree(policy.parent)
