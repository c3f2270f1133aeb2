"""The two programs people start on Windows: the window, and the command for a terminal."""

import shutil
from pathlib import Path

from installers import icon
from installers.machine import run
from installers.product import (
    NAME,
    OLDEST_BUILD,
    OLDEST_WINDOWS,
    PUBLISHER,
    SUMMARY,
    WINDOWS_NAME,
    Build,
)

SOURCES = Path(__file__).with_name("launcher")
WINDOW, COMMAND = f"{WINDOWS_NAME}.exe", "who-to-call.exe"
PROGRAMS = (WINDOW, COMMAND)
GCC = "x86_64-w64-mingw32-gcc"
SAFE = ["-Wl,--no-insert-timestamp", "-Wl,--dynamicbase,--nxcompat,--high-entropy-va"]


def build(app: Path, build: Build) -> None:
    """Compile both programs into the program folder."""
    work = build.work / "launcher"
    work.mkdir(parents=True)
    for name in ("launcher.c", "launcher.rc", "app.manifest"):
        text = (SOURCES / name).read_text("utf-8")
        (work / name).write_text(filled(text, build.version), "utf-8")
    (work / "app.ico").write_bytes(icon.windows_icon())
    same = {"SOURCE_DATE_EPOCH": str(build.epoch)}
    resources = ["launcher.rc", "-O", "coff", "-o", "r.o"]
    run(["x86_64-w64-mingw32-windres", "--codepage=65001", *resources], cwd=work, env=same)
    for program, kind in ((WINDOW, ["-mwindows"]), (COMMAND, ["-DCONSOLE"])):
        flags = ["-O2", "-s", "-Wall", "-Wextra", "-Werror", "-municode", "-static", *SAFE, *kind]
        run([GCC, *flags, "launcher.c", "r.o", "-o", program, "-lshell32"], cwd=work, env=same)
        shutil.copy(work / program, app / program)


def filled(text: str, version: str) -> str:
    """A source text with the program's names and this version put in."""
    places = {
        "@NAME@": NAME,
        "@WINDOWS_NAME@": WINDOWS_NAME,
        "@PUBLISHER@": PUBLISHER,
        "@SUMMARY@": SUMMARY,
        "@OLDEST_WINDOWS@": OLDEST_WINDOWS,
        "@OLDEST_BUILD@": str(OLDEST_BUILD),
        "@VERSION@": version,
        "@VERSION_COMMAS@": version.replace(".", ",") + ",0",
    }
    for place, words in places.items():
        text = text.replace(place, words)
    return text
