"""The program starts itself again whichever way it was started, without its own arguments."""

import pytest

from desktop_app.desktop.own_process import command_with

STARTED = [
    (["python3", "-m", "desktop_app"], 0, ["python3", "-m", "desktop_app", "workshop"]),
    (["pythonw.exe", "-I", "start.py", "x"], 1, ["pythonw.exe", "-I", "start.py", "workshop"]),
    (["/usr/bin/who-to-call"], 0, ["/usr/bin/who-to-call", "workshop"]),
]


@pytest.mark.parametrize(("started_as", "taken", "again"), STARTED)
def test_the_same_command_with_other_arguments(
    started_as: list[str], taken: int, again: list[str]
) -> None:
    assert command_with("workshop", started_as=started_as, taken=taken) == again
