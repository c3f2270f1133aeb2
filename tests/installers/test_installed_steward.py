"""What an installer packs, with demonstration keys: a change made in it reaches a desk of it."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.paths import compiled_here
from desktop_app.updates.publishing import site
from installers import program
from installers.product import Build
from tests.workshop.publishing.release_office import (
    DOCUMENT,
    NEW,
    OLD,
    PASSPHRASE,
    PERSONS,
    ReleaseOffice,
    make_office,
)


@dataclass(frozen=True, kw_only=True)
class Installed:
    """The packed program, run as somebody who installed it runs it."""

    lib: Path
    office: ReleaseOffice

    def run(self, account: str, *words: object) -> str:
        """What the program says to one account of the computer; a test fails on any mistake."""
        home = self.office.folder / account
        home.mkdir(exist_ok=True)
        own = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "PYTHONPATH": str(self.lib)}
        done = subprocess.run(
            [sys.executable, "-m", "desktop_app", *map(str, words)],
            cwd=home,
            env={"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **own},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    def signed(self, name: str) -> tuple[object, ...]:
        secret = self.office.folder / "passphrase"
        secret.write_text(PASSPHRASE + "\n", "utf-8")
        desk = self.office.desk
        return (
            "--desk",
            desk.folder,
            "--key",
            desk.keys / f"{name}.p12",
            "--passphrase-file",
            secret,
        )


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Installed:
    office = make_office(tmp_path / "office", PERSONS)
    trust = tmp_path / "db/trust"
    site.write_trust(office.desk, trust)
    monkeypatch.setattr(program, "TRUST", trust)
    monkeypatch.setattr(program, "DIRECTORY", compiled_here())
    program.put_program(tmp_path / "lib", Build("1.2.3", 0, tmp_path, tmp_path))
    return Installed(lib=tmp_path / "lib", office=office)


@pytest.mark.slow
def test_a_change_made_in_the_installed_program_reaches_an_installed_desk(
    installed: Installed,
) -> None:
    folder, out = installed.office.folder, installed.office.out
    work, change_set, typed = folder / "new.wtcwork", folder / "new.wtcchange", folder / "typed"
    anna, ben = ("--by", "Anna Steward"), ("--by", "Ben Checker")
    installed.run("anna", "workshop", "new", work)
    installed.run("anna", "workshop", "number", work, OLD, NEW, "--document", DOCUMENT, *anna)
    given = ("workshop", "hand-over", work, change_set, *anna)
    installed.run("anna", *given, *installed.signed("targets-1"))
    typed.write_text(NEW, "utf-8")
    checked = ("workshop", "accept", change_set, *ben, "--typed", typed)
    assert "1 number to retype." in installed.run("ben", *checked, *installed.signed("targets-2"))
    published = ("workshop", "publish", change_set, out)
    installed.run("anna", *published, *installed.signed("publishing"))
    told = installed.run("desk", "update", out)
    assert "1 number changed" in told
    assert NEW in installed.run("desk", "search", NEW)
    assert "Anna" not in installed.run("desk", "check", "--self")
