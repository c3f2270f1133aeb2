"""dev.py itself: its commands, and what it says when it cannot help."""

import ast
import runpy
import sys
from pathlib import Path

import pytest

import dev
from workshop import window
from workshop.environment import CannotGoOn

SOURCE = Path(dev.__file__)


def test_an_old_python_can_read_dev_py() -> None:
    ast.parse(SOURCE.read_text("utf-8"), feature_version=(3, 6))


def test_an_old_python_is_told_plainly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    with pytest.raises(SystemExit, match=r"3\.11 or newer; this is Python 3\.9"):
        runpy.run_path(str(SOURCE))


@pytest.mark.parametrize("name", dev.COMMANDS)
def test_every_command_is_explained(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main(["--help"]) == 0
    explained = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines()}
    assert explained[name]


def test_an_unknown_command_is_told_with_the_known_ones(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert dev.main(["tset"]) == 2
    assert "no command 'tset'" in capsys.readouterr().err


def test_what_stops_the_work_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(arguments: list[str]) -> int:
        raise CannotGoOn("the reason.")

    monkeypatch.setitem(dev.COMMANDS, "run", stop)
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err == "dev.py: the reason.\n"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a screen can lack")
def test_a_machine_without_a_screen_is_pointed_to_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ["DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"]:
        monkeypatch.delenv(name, raising=False)
    with pytest.raises(CannotGoOn, match="no screen here"):
        window.look_for_a_screen()
