"""A screen of its own: find the window, press keys, read what a person would read."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

SETTLED = 60
"""Seconds after which something that has not happened will not happen."""


@dataclass(frozen=True)
class Screen:
    """A virtual screen, named as DISPLAY names it."""

    display: str

    def window(self) -> str:
        """The number of the program's window, or nothing while there is none."""
        found = self._tool("xdotool", "search", "--onlyvisible", "--name", "^Who to Call")
        return (found.stdout.split() or [""])[0]

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, in the window as it now is."""
        wait_until(self.window)
        self._tool("xdotool", "windowfocus", self.window())
        for key in keys:
            assert self._tool("xdotool", "key", key).returncode == 0
            time.sleep(0.8)  # a question counts only keys pressed once it has been read

    def answer(self, question: str, key: str, picture: Path) -> None:
        """Press a key once its question can be read: on a busy machine the next page comes late."""
        assert self.reads(question, picture), question
        self.press(key)

    def reads(self, wanted: str, picture: Path) -> bool:
        """Whether these words come to be on the screen."""
        return wait_until(lambda: squeezed(wanted) in squeezed(self.text(picture)), 20)

    def text(self, picture: Path) -> str:
        """What a person reads on the screen, kept as a picture too."""
        large = picture.with_suffix(".large.png")
        self._tool("import", "-window", "root", str(picture))
        self._tool("convert", str(picture), "-resize", "200%", "-colorspace", "Gray", str(large))
        ways = ("11", "6")  # words wherever they stand; one block, for a small dialog
        said = [self._tool("tesseract", str(large), "-", "--psm", way).stdout for way in ways]
        large.unlink()
        return "\n".join(said)

    def _tool(self, *words: str) -> subprocess.CompletedProcess[str]:
        env = os.environ | {"DISPLAY": self.display}
        return subprocess.run(words, env=env, capture_output=True, text=True, check=False)


@contextmanager
def virtual_screen() -> Iterator[Screen]:
    """A screen nobody sees, for as long as it is needed."""
    read, write = os.pipe()
    size = ["-screen", "0", "1280x1024x24"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), *size, "-nolisten", "tcp", "-ac"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as told:
        display = ":" + told.readline().strip()
    try:
        yield Screen(display)
    finally:
        server.terminate()
        server.wait()


def squeezed(text: str) -> str:
    """Words without their spaces: a reader of pictures is unsure of those."""
    return re.sub(r"\s+", "", text).casefold()


def wait_until(condition: Callable[[], object], seconds: float = SETTLED) -> bool:
    """Ask again and again until it is so, or until the time is up."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return bool(condition())


def first_number(said: str) -> str:
    """The number that the terminal command says to ring first."""
    number = re.search(r"RING FIRST\s+(0[\d ]{9,}\d)", said)
    assert number, said
    return number[1]


def only(folder: Path, pattern: str) -> Path:
    """The one file of this pattern."""
    (found,) = folder.glob(pattern)
    return found
