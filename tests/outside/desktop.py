"""A desktop of its own for one program: a screen, a bus, the accessibility bus, a home folder.

The program runs in it as on anybody's computer; the test presses keys and reads what a screen
reader is told. Everything a machine may lack is named when it is missing.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from shutil import which
from types import TracebackType

import pytest

from tests.outside.cross import ask_to_close
from tests.outside.session_bus import named
from tests.outside.tree import Node, node_of

READER = Path(__file__).with_name("reader.py")
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
CHECKOUT = Path(__file__).parents[2]
LONGEST = 60.0
"""Seconds a test waits for something to appear; a busy machine is no failure."""
READINGS = 10
MOST_TABS = 90
ANSWERS = {"1", "2", "3", "4", "5", "6", "9", "0", "Return", "n", "y"}
FROM_HERE = (sys.executable, "-m", "desktop_app")
READ_S = 0.7
"""A page takes keys only once it has been read, and a digit waits for an address to follow."""


def lacking() -> str:
    """What this machine lacks for looking at a program from outside; empty when nothing."""
    programs = ["Xvfb", "xdotool", "dbus-daemon", "dbus-send"]
    missing = [each for each in programs if which(each) is None]
    if not LAUNCHER.exists():
        missing.append("at-spi2-core")
    if not Path("/usr/lib/python3/dist-packages/pyatspi").exists():
        missing.append("python3-pyatspi")
    return ", ".join(missing)


needed = pytest.mark.skipif(
    not sys.platform.startswith("linux") or bool(lacking()),
    reason=f"looking from outside needs Linux and: {lacking() or 'nothing more'}",
)


class Desktop:
    """The desktop; use it in a `with`, so that nothing goes on running."""

    def __init__(self, folder: Path, program: Sequence[str] = FROM_HERE) -> None:
        self._started_as = tuple(program)
        self.home, self._buses = folder / "home", folder / "buses"
        self.runtime = folder / "runtime"
        for each in (self.home, self._buses, self.runtime):
            each.mkdir(mode=0o700)
        self._running: list[subprocess.Popen[str]] = []
        self._display = ""
        self._bus = ""
        self.program: subprocess.Popen[str] | None = None
        self._reader: subprocess.Popen[str] | None = None

    def __enter__(self) -> Desktop:
        screen = self._run(
            ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"], {}
        )
        self._display = f":{_line(screen)}"
        bus = self._run(["dbus-daemon", "--session", "--print-address=1", "--nofork"], {})
        self._bus = _line(bus)
        self._run([str(LAUNCHER), "--launch-immediately"], self._outer())
        self.wait(lambda: named(self._bus, "org.a11y.Bus"), "the accessibility bus")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for each in reversed(self._running):
            if each.poll() is None:
                _ask_to_end(_youngest(each.pid) if each is self.program else each.pid)
                try:
                    each.wait(10)
                except subprocess.TimeoutExpired:
                    each.kill()
                    each.wait(10)
            for pipe in (each.stdin, each.stdout):
                if pipe is not None:
                    pipe.close()

    def open(self, *before: str, heard: bool = True, asked: Sequence[str] = ()) -> None:
        """Start the program, perhaps below another one such as strace; wait for its window.

        `asked`: what stands behind the program's name, such as "workshop".
        """
        environ = {
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.runtime),
            "DISPLAY": self._display,
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONDONTWRITEBYTECODE": "1",
        }
        if heard:
            environ |= {
                "DBUS_SESSION_BUS_ADDRESS": self._bus,
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            }
        command = [*before, *self._started_as, *asked]
        self.program = self._run(command, environ)
        self.wait(lambda: bool(self.title()), "the window")
        self._xdotool("windowfocus", "--sync", self.window())

    def window(self) -> str:
        """The number of the program's window; empty while there is none."""
        found = self._xdotool("search", "--onlyvisible", "--class", "who-to-call").split()
        return found[0] if found else ""

    def title(self) -> str:
        """What stands in the title bar."""
        window = self.window()
        return self._xdotool("getwindowname", window).strip() if window else ""

    def press(self, *keys: str) -> None:
        """Press keys one after the other; a digit, Enter or N once the page has been read."""
        for key in keys:
            if key in ANSWERS:
                time.sleep(READ_S)
            self._xdotool("key", key)
            if key in ANSWERS:
                time.sleep(READ_S)

    def answer(self, question: str, key: str) -> None:
        """Answer a question; a key that came before the question counted as read comes again."""
        self.wait_to_hear(question)

        def gone() -> bool:
            self.press(key)
            return not any(question in each for each in self.said())

        self.wait(gone, f"what follows {question!r}")

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--delay", "60", text)

    def tree(self) -> Node:
        """What a screen reader is told now."""
        return node_of(self._asked("tree"))

    def focused(self) -> Node | None:
        """What has the keyboard now and can be seen; nothing stands below it here."""
        told = self._asked("focus")
        return node_of(told) if told else None

    def tab_to(self, name: str) -> None:
        """Press Tab until the control of this name has the keyboard."""
        for _ in range(MOST_TABS):
            now = self.focused()
            if now is not None and now.name == name:
                return
            self.press("Tab")
        pytest.fail(f"Tab never came to {name!r}")

    def _asked(self, question: str) -> dict[str, object]:
        """The reader's answer. What disappears while it is read ends a reading; then again."""
        assert self.program is not None
        for _ in range(READINGS):
            told = self._reader_says(f"{question} {_youngest(self.program.pid)}")
            if told:
                return dict(json.loads(told) or {})
            time.sleep(0.3)  # another process is waited for, not a clock
        pytest.fail("the accessibility tree cannot be read")

    def _reader_says(self, question: str) -> str:
        """One process answers all questions: to start it takes longer than to read a tree."""
        if self._reader is None:
            self._reader = self.beside(SYSTEM_PYTHON, str(READER), asked=True)
        assert self._reader.stdin is not None
        self._reader.stdin.write(f"{question}\n")
        self._reader.stdin.flush()
        return _line(self._reader)

    def said(self) -> list[str]:
        """Every name and text that can be seen now."""
        told = self._asked("said")["said"]
        assert isinstance(told, list)
        return told

    def wait_to_hear(self, part: str) -> list[str]:
        """Wait until something with these words can be seen."""
        heard: list[str] = []

        def there() -> bool:
            heard[:] = self.said()
            return any(part in each for each in heard)

        self.wait(there, part)
        return heard

    def wait(self, true: Callable[[], bool], what: str) -> None:
        """Wait until this is so; fails, with what was waited for, when it never is."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            ended = self.program.poll() if self.program is not None else None
            if ended is not None:
                pytest.fail(f"the program ended ({ended}) while the test waited for {what}")
            if true():
                return
            time.sleep(0.2)  # another process is waited for, not a clock
        pytest.fail(f"{what} did not come in {LONGEST:.0f} s")

    def close(self) -> int:
        """Close the window as its cross does; the exit status of the program."""
        assert self.program is not None
        ask_to_close(self._display, int(self.window()))
        return self.program.wait(LONGEST)

    def beside(self, *command: str, asked: bool = False) -> subprocess.Popen[str]:
        """Run another program here, such as a screen reader; it ends with the desktop."""
        return self._run(list(command), self._outer(), asked=asked)

    def _outer(self) -> dict[str, str]:
        """The surroundings of what belongs to the desktop and not to the program."""
        return {
            "HOME": str(self._buses),
            "XDG_RUNTIME_DIR": str(self._buses),
            "DISPLAY": self._display,
            "PATH": os.environ["PATH"],
            "DBUS_SESSION_BUS_ADDRESS": self._bus,
        }

    def _run(
        self, command: list[str], environ: dict[str, str], *, asked: bool = False
    ) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command,
            env=environ or {"PATH": os.environ["PATH"], "HOME": str(self._buses)},
            cwd=CHECKOUT,
            stdin=subprocess.PIPE if asked else subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._running.append(process)
        return process

    def _xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env={"DISPLAY": self._display, "PATH": os.environ["PATH"]},
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST,
        )
        return done.stdout


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def _ask_to_end(process: int) -> None:
    """A faketime that is killed itself leaves behind what it keeps by its process number, and
    whichever comes to the same number later does not start: the program below it goes first.
    """
    with suppress(ProcessLookupError):
        os.kill(process, signal.SIGTERM)


def _youngest(process: int) -> int:
    """The program below a watcher such as strace; the process itself when it watches nothing."""
    below = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return _youngest(int(below[-1])) if below else process
