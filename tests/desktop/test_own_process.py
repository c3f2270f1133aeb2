"""The program starts itself again whichever way it was started, without its own arguments."""

import sys

import pytest

from desktop_app.desktop.own_process import command_with, part_command

STARTED = [
    (["python3", "-m", "desktop_app"], 0, ["python3", "-m", "desktop_app", "workshop"]),
    (["pythonw.exe", "-I", "start.py", "x"], 1, ["pythonw.exe", "-I", "start.py", "workshop"]),
    (["/usr/bin/who-to-call"], 0, ["/usr/bin/who-to-call", "workshop"]),
    (
        [r"C:\Program Files\Who to Call\WhoToCall.exe", "-I", "-B", "-m", "desktop_app"],
        0,
        [r"C:\Program Files\Who to Call\WhoToCall.exe", "workshop"],
    ),
    (
        [r"C:\who-to-call.exe", "-I", "-m", "desktop_app", "now"],
        1,
        [r"C:\who-to-call.exe", "workshop"],
    ),
]


@pytest.mark.parametrize(("started_as", "taken", "again"), STARTED)
def test_the_same_command_with_other_arguments(
    started_as: list[str], taken: int, again: list[str]
) -> None:
    assert command_with("workshop", started_as=started_as, taken=taken) == again


def test_a_part_of_the_program_finds_what_this_process_finds() -> None:
    command = part_command("desktop_app.exchange.tables.workbook_part")
    assert command[0] == sys.executable
    assert "desktop_app.exchange.tables.workbook_part import main" in command[-1]
    assert repr(sys.path) in command[-1]


def test_our_launcher_is_asked_for_a_part_by_its_name() -> None:
    assert part_command("a.part", r"C:\WhoToCall.exe") == [r"C:\WhoToCall.exe", "part", "a.part"]
