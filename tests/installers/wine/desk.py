"""A Windows desk under wine: installs, starts, presses keys, reads the screen, takes stock."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.installers.screen import SETTLED, Screen, first_number, wait_until

SHIMS = Path(__file__).with_name("shims")
FIRST_OF_THE_LIST = "bedford-borough"
PER_USER = r"C:\users\{user}\AppData\Local\Programs\WhoToCall"
PER_MACHINE = r"C:\Program Files\WhoToCall"
VERSION = r"HKLM\Software\Microsoft\Windows NT\CurrentVersion"
TOO_OLD = [("win7", 0), ("win81", 0), ("win10", 17134)]
"""The last is Windows 10 1803, one before what Qt 6 needs."""


@dataclass
class Desk:
    """One Windows, in a folder of its own, on a screen of its own."""

    prefix: Path
    screen: Screen
    env: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.env = os.environ | {
            "WINEPREFIX": str(self.prefix),
            "WINEARCH": "win64",
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=;mscms=n;wbemprox=",
            "DISPLAY": self.screen.display,
            "LC_ALL": "C.UTF-8",
        }
        for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "APPDATA", "LOCALAPPDATA"):
            self.env.pop(name, None)

    @property
    def drive(self) -> Path:
        """The folder that Windows calls C:."""
        return self.prefix / "drive_c"

    @property
    def user(self) -> str:
        return os.environ.get("USER") or "root"

    def make(self) -> None:
        """Set Windows up, as Windows 10, with the three libraries wine lacks (never shipped)."""
        self.env["WINEDLLOVERRIDES"] = "mscoree,mshtml="
        self.run("wineboot", "-i")
        self.be("win10")
        self.env["WINEDLLOVERRIDES"] = "mscoree,mshtml=;mscms=n;wbemprox="
        for source in sorted(SHIMS.glob("*.c")):
            built = self.prefix / f"{source.stem}.dll"
            flags = ["-O2", "-shared", "-nostartfiles", "-Wl,-e,0"]
            subprocess.run(
                ["x86_64-w64-mingw32-gcc", *flags, "-o", built, source, "-ladvapi32"], check=True
            )
            target = self.drive / "windows/system32" / built.name
            target.unlink(missing_ok=True)
            built.rename(target)

    def be(self, windows: str, build: int = 0) -> None:
        """Pretend to be this version of Windows, or a certain build of it."""
        self.run("winecfg", "-v", windows)
        for name in ("CurrentBuild", "CurrentBuildNumber"):
            if build:
                self.run("reg", "add", VERSION, "/v", name, "/d", str(build), "/f")
        subprocess.run(["wineserver", "-w"], env=self.env, timeout=SETTLED, check=False)

    def run(self, *words: str, timeout: float = 240) -> tuple[int, str]:
        """Run a Windows program; its exit status (modulo 256) and what it printed."""
        pipe = subprocess.Popen(
            ["wine", *words],
            env=self.env,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,  # wine's programs fall over when this is a file
            stderr=subprocess.DEVNULL,
        )
        said, _nothing = pipe.communicate(timeout=timeout)
        return pipe.returncode, said.decode("utf-8", "replace").replace("\r", "")

    def windows_path(self, path: Path) -> str:
        return "Z:" + str(path).replace("/", "\\")

    def unix_path(self, path: str) -> Path:
        return self.drive / path.removeprefix("C:\\").replace("\\", "/")

    def install_msi(self, msi: Path, *words: str) -> int:
        return self.types(f'msiexec /i "{self.windows_path(msi)}" /qn {" ".join(words)}')

    def remove_msi(self, msi: Path) -> int:
        return self.types(f'msiexec /x "{self.windows_path(msi)}" /qn')

    def types(self, line: str, folder: str = "C:\\") -> int:
        """Do what IT's script does: run a line of the command prompt; its whole exit status."""
        script = self.drive / "line.cmd"
        lines = [
            "@echo off",
            "chcp 65001 >nul",
            f'cd /d "{folder}"',
            line,
            "echo status=%errorlevel%",
        ]
        script.write_text("\r\n".join(lines) + "\r\n", "utf-8", newline="")
        try:
            said = self.run("cmd", "/c", r"C:\line.cmd")[1]
        finally:
            script.unlink()
        found = re.search(r"^status=(-?\d+)$", said, re.MULTILINE)
        assert found, said
        return int(found[1])

    def restart(self) -> None:
        """Start Windows anew: what could not be replaced while it was in use is replaced."""
        self.run("wineboot", "-r")
        subprocess.run(["wineserver", "-w"], env=self.env, timeout=SETTLED, check=False)

    def install_setup(self, setup: Path, folder: str = "") -> int:
        """Install silently, into the usual folder or another (one whose parts may have spaces)."""
        here = self.drive / "setup.exe"
        shutil.copy(setup, here)
        try:
            if not folder:
                return self.run(r"C:\setup.exe", "/S")[0]
            # As one line: handed over word by word, a folder with spaces would be quoted, and the
            # installer wants it bare.
            return self.run("cmd", "/c", rf"C:\setup.exe /S /D={folder}")[0]
        finally:
            here.unlink()

    def remove_setup(self, folder: str) -> None:
        """Remove the per-user installation; its uninstaller goes on in a copy of itself."""
        self.run(folder + r"\uninstall.exe", "/S")
        wait_until(lambda: not self.unix_path(folder).exists())

    def letter(self, letter: str, folder: Path) -> None:
        """Give a folder a drive letter, as Windows gives one to a disk."""
        link = self.prefix / f"dosdevices/{letter.lower()}:"
        link.unlink(missing_ok=True)
        link.symlink_to(folder)

    def registry(self, key: str, value: str) -> str:
        """A value of the registry, or nothing."""
        _status, said = self.run("reg", "query", key, "/v", value)
        found = re.search(rf"^\s+{value}\s+REG_\w+\s+(.*)$", said, re.MULTILINE)
        return found[1].strip() if found else ""

    def files(self) -> set[str]:
        """Everything on C: that stays, temporary files left out."""
        found = (p.relative_to(self.drive) for p in self.drive.rglob("*") if not p.is_dir())
        return {str(path) for path in found if "Temp" not in path.parts}

    @contextmanager
    def open(self, program: str, *words: str) -> Iterator[Shown]:
        """Start a program and wait for its window; whatever happens, it is ended afterwards."""
        started = subprocess.Popen(
            ["wine", program, *words],
            env=self.env,
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        shown = Shown(self, started, program.rpartition("\\")[2])
        wait_until(self.screen.window)
        try:
            yield shown
        finally:
            if started.poll() is None:
                self.run("taskkill", "/f", "/im", shown.name)
                started.wait(timeout=SETTLED)

    def end(self) -> None:
        subprocess.run(["wineserver", "-k"], env=self.env, timeout=SETTLED, check=False)


@dataclass
class Shown:
    """A program whose window is open."""

    desk: Desk
    process: subprocess.Popen[bytes]
    name: str

    def close(self) -> int:
        """Close the window as a person does; the program's exit status."""
        wait_until(self._closes)
        return self.process.wait(timeout=SETTLED)

    def _closes(self) -> bool:
        # Asked again when the window was made anew between looking and asking.
        self.desk.run("taskkill", "/im", self.name)
        return wait_until(lambda: self.process.poll() is not None, 3)


def two_keys_give_the_number(desk: Desk, folder: str, picture: Path) -> None:
    """A child, in the first council of the list: the number on screen is the one the rules give."""
    command = ("now", "--about", "child", "--in", FIRST_OF_THE_LIST)
    status, said = desk.run(folder + r"\who-to-call.exe", *command)
    assert status == 0
    screen = desk.screen
    with desk.open(folder + r"\WhoToCall.exe") as shown:
        assert screen.reads("Who are you worried about", picture.with_suffix(".home.png"))
        screen.press("1")
        screen.answer("Where did it happen", "1", picture.with_suffix(".where.png"))
        assert screen.reads(first_number(said), picture.with_suffix(".answer.png"))
        assert screen.reads("Ring 999", picture.with_suffix(".answer.png"))
        assert shown.close() == 0
