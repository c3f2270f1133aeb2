"""The MSI under wine: a steward changes a number, two sign it, it is published."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.installers.screen import only
from tests.installers.wine.desk import PER_MACHINE, Desk
from tests.workshop.publishing.release_office import (
    DOCUMENT,
    NEW,
    OLD,
    PASSPHRASE,
    PERSONS,
    ReleaseOffice,
    make_office,
)

PROGRAM = PER_MACHINE + r"\who-to-call.exe"
WINDOW = PER_MACHINE + r"\WhoToCall.exe"
LONGEST = 900
"""Seconds for one step: a release is compiled, compared and proved on a busy machine."""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> ReleaseOffice:
    office = make_office(tmp_path_factory.mktemp("office"), PERSONS)
    (office.folder / "passphrase").write_text(PASSPHRASE + "\n", "utf-8")
    (office.folder / "typed").write_text(NEW, "utf-8")
    return office


@pytest.fixture(scope="module", autouse=True)
def installed(desk: Desk, new: Path) -> Iterator[None]:
    assert desk.install_msi(only(new, "*.msi")) == 0
    yield
    desk.remove_msi(only(new, "*.msi"))


def run(desk: Desk, *words: object) -> str:
    """A step of the workshop; a test fails on any mistake."""
    told = [desk.windows_path(each) if isinstance(each, Path) else str(each) for each in words]
    status, said = desk.run(PROGRAM, "workshop", *told, timeout=LONGEST)
    assert status == 0, said
    return said


def signed(desk: Desk, office: ReleaseOffice, name: str) -> tuple[object, ...]:
    key = office.desk.keys / f"{name}.p12"
    return (
        *("--desk", office.desk.folder, "--key", key),
        *("--passphrase-file", office.folder / "passphrase"),
    )


def test_a_change_is_made_compiled_signed_by_two_and_published(
    desk: Desk, office: ReleaseOffice
) -> None:
    work, change_set = office.folder / "new.wtcwork", office.folder / "new.wtcchange"
    anna, ben = ("--by", "Anna Steward"), ("--by", "Ben Checker")
    run(desk, "new", work)
    run(desk, "number", work, OLD, NEW, "--document", DOCUMENT, *anna)
    run(desk, "check", work)
    run(desk, "hand-over", work, change_set, *anna, *signed(desk, office, "targets-1"))
    typed = ("--typed", office.folder / "typed")
    said = run(desk, "accept", change_set, *ben, *typed, *signed(desk, office, "targets-2"))
    assert "1 number to retype." in said
    run(desk, "publish", change_set, office.out, *signed(desk, office, "publishing"))
    assert list(office.out.glob("*.wtcrelease"))


def test_the_window_of_the_workshop_opens(desk: Desk, pictures: Path) -> None:
    with desk.open(WINDOW, "workshop") as shown:
        assert desk.screen.reads("Begin a working copy", pictures / "workshop-begin.png")
        assert desk.screen.reads("999", pictures / "workshop-999.png")
        assert shown.process.poll() is None
