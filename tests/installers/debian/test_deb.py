"""The .deb on a Debian with nothing on it: apt brings what it needs, and takes it away again."""

import shutil
from pathlib import Path

from tests.installers.debian.bare import ORDINARY, Bare
from tests.installers.screen import first_number, only


def test_installs_answers_and_leaves_nothing(bare: Bare, new: Path, pictures: Path) -> None:
    before = bare.files()
    package = only(new, "*.deb")
    shutil.copy(package, bare.root / "root" / package.name)
    assert bare.run("apt-get", "update", "-q")[0] == 0
    packages = ("install", "-y", "-q", "--no-install-recommends", f"/root/{package.name}")
    status, said = bare.run("apt-get", *packages)
    assert status == 0, said[-2000:]
    (bare.root / "root" / package.name).unlink()

    status, said = bare.run("who-to-call", "check", "--self", user=ORDINARY, network=False)
    assert (status, said.count("passed"), said.count("FAILED")) == (0, 12, 0), said
    command = ("who-to-call", "now", "--about", "child", "--in", "bedford-borough")
    _status, said = bare.run(*command, user=ORDINARY, network=False)
    with bare.open("who-to-call"):
        assert bare.screen.reads("Who are you worried about", pictures / "deb.home.png")
        bare.screen.press("1")
        bare.screen.answer("Where did it happen", "1", pictures / "deb.where.png")
        assert bare.screen.reads(first_number(said), pictures / "deb.answer.png")

    assert bare.run("apt-get", "purge", "-y", "--autoremove", "who-to-call")[0] == 0
    left = {name for name in bare.files() - before if name.startswith(("usr/", "opt/"))}
    assert not {name for name in left if "who-to-call" in name.lower()}
