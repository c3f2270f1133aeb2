"""Programs the build lacks: installed by root on Debian, named to everybody else."""

import pytest

from installers import machine
from installers.product import CannotBuild

LACKING = {"some-package": "a-command-nobody-has", "coreutils": "ls", "other": "/no/such/file"}


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What apt would have been asked for; nothing is installed in a test."""
    asked: list[list[str]] = []
    monkeypatch.setattr(machine, "_install", asked.append)
    return asked


def test_ordinary_user_is_told_what_to_type(
    monkeypatch: pytest.MonkeyPatch, installed: list[list[str]]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    with pytest.raises(CannotBuild, match=r"sudo apt-get install -y some-package other$"):
        machine.ensure(LACKING)
    assert installed == []


def test_root_gets_them_or_is_told_that_they_could_not_be_had(
    monkeypatch: pytest.MonkeyPatch, installed: list[list[str]]
) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 0)
    monkeypatch.setattr(machine, "which", lambda name: name if name == "apt-get" else None)
    with pytest.raises(CannotBuild, match="lacks programs to build installers with"):
        machine.ensure({"some-package": "a-command-nobody-has"})
    assert installed == [["some-package"]]


def test_nothing_is_said_where_nothing_lacks(installed: list[list[str]]) -> None:
    machine.ensure({"coreutils": "ls", "base-files": "/etc/os-release"})
    assert installed == []


def test_failed_step_tells_its_own_last_words() -> None:
    with pytest.raises(CannotBuild, match=r"^sh failed \(3\):\nno such luck"):
        machine.run(["sh", "-c", "echo no such luck; exit 3"])


def test_step_reads_what_it_is_given_and_nothing_else() -> None:
    assert machine.run(["cat"], given="a passphrase") == "a passphrase"
    assert machine.run(["cat"]) == ""
