"""What the machine lacks is installed where we may, else the exact command is told."""

import os
import subprocess
import sys
from collections.abc import Callable

import pytest

from workshop import machine
from workshop.environment import CannotGoOn

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="elsewhere Qt brings everything itself"
)

ABSENT = machine.Part("libnothing1", "libnothing.so.1")
HERE = machine.Part("libc6", "libc.so.6")
FOR_SCREENS = machine.Part("nothing-vfb", program="Nothingvfb")


@pytest.fixture
def apt(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Note what is asked of apt, which changes nothing here."""
    asked: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        return subprocess.CompletedProcess(command, 0, "", "")

    monkeypatch.setattr(subprocess, "run", run)
    return asked


@pytest.fixture
def debian(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Be on Debian, as this user."""

    def user(number: int) -> None:
        monkeypatch.setattr(os, "geteuid", lambda: number)

    monkeypatch.setattr(
        machine, "which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None
    )
    return user


def test_a_complete_machine_is_left_alone(
    apt: list[list[str]], debian: Callable[[int], None]
) -> None:
    debian(0)
    machine.ensure(needed=[(HERE,)])
    assert apt == []


def test_root_updates_once_and_installs_only_what_is_missing(
    apt: list[list[str]], debian: Callable[[int], None]
) -> None:
    debian(0)
    with pytest.raises(CannotGoOn):
        machine.ensure(needed=[(HERE, ABSENT)])
    assert [command[:2] for command in apt] == [["apt-get", "update"], ["apt-get", "install"]]
    assert apt[1][-1] == "libnothing1"
    assert "libc6" not in apt[1]


def test_somebody_else_is_told_the_exact_command(
    apt: list[list[str]], debian: Callable[[int], None]
) -> None:
    debian(1000)
    command = "sudo apt-get install -y --no-install-recommends libnothing1$"
    with pytest.raises(CannotGoOn, match=command):
        machine.ensure(needed=[(ABSENT,)])
    assert apt == []


def test_what_is_only_wanted_is_told_and_the_work_goes_on(
    apt: list[list[str]], debian: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    debian(1000)
    machine.ensure(needed=[(HERE,)], wanted=[(FOR_SCREENS,)])
    assert "nothing-vfb" in capsys.readouterr().err


def test_another_linux_is_told_the_name_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "which", lambda name: None)
    with pytest.raises(CannotGoOn, match=r"lacks libnothing\.so\.1"):
        machine.ensure(needed=[(ABSENT,)])


@pytest.mark.parametrize(("known", "name"), [(0, "libglib2.0-0t64"), (100, "libglib2.0-0")])
def test_the_new_name_of_glib_is_used_where_it_is_known(
    monkeypatch: pytest.MonkeyPatch, known: int, name: str
) -> None:
    answer = subprocess.CompletedProcess[bytes]([], known)
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: answer)
    assert machine._package_names([machine.Part("libglib2.0-0", "libglib-2.0.so.0")]) == [name]
