"""The folder that Windows gets, whichever package carries it there.

`WhoToCall.exe` and `who-to-call.exe` beside `runtime` (Python, nothing else) and `lib` (our program
and its packages).
"""

import os
import re
import shutil
from pathlib import Path
from shutil import which

from installers import archives, contents, fetching, program, terms
from installers.machine import run, say
from installers.product import Build, CannotBuild
from installers.windows import closure, launcher, runtime, signing

PATHS_FILE = "python313.zip\r\n.\r\n..\\lib\r\n"
"""Python reads its paths from here alone: no registry, no environment, no user folder."""
MODULES = "python313.zip"


def assemble(build: Build) -> Path:
    """Put the whole program together in the build's work folder and prove that it is whole."""
    app = build.work / "windows"
    python = native_python()
    if build.runtime_zip:
        found = runtime.unpack_embeddable(build.runtime_zip, build.runtime_sha256, build.work)
        _put_embeddable(found, app / "runtime")
    else:
        _put_runtime(runtime.unpack(build.work), app / "runtime", build, python)
    program.put_packages(fetching.wheels(fetching.WINDOWS), app / "lib")
    terms.put_qt_notice(program.put_program(app / "lib", build), fetching.wheels(fetching.WINDOWS))
    program.compile_in_place(python, app / "lib", "lib")
    launcher.build(app, build)
    for name in launcher.PROGRAMS:
        signing.sign(app / name, build)
    program.settle(app, build.epoch)
    closure.check(app)
    say(f"Windows program folder: {program.size_of(app) / 1e6:.1f} MB")
    return app


def native_python() -> list[str]:
    """A Python 3.13 of this machine: the one whose bytecode the Windows runtime reads."""
    named = os.environ.get("WHO_TO_CALL_PYTHON313")
    pyenv = Path("~/.pyenv/versions").expanduser()
    places = [named, which("python3.13"), *map(str, sorted(pyenv.glob("3.13.*/bin/python3.13")))]
    for place in filter(None, places):
        try:
            said = run([place, "-I", "-c", "import sys; print(sys.version_info[:2])"])
        except (CannotBuild, OSError):
            continue
        if re.search(r"\(3, 13\)", said):
            return [place]
    raise CannotBuild(
        "No Python 3.13 was found here; it compiles the modules for Windows. Install one, or name "
        "it in the environment variable WHO_TO_CALL_PYTHON313."
    )


def _put_runtime(source: Path, target: Path, build: Build, python: list[str]) -> None:
    target.mkdir(parents=True)
    for name in ("python313.dll", "python3.dll", *runtime.MICROSOFTS, "LICENSE.txt"):
        shutil.copy(source / name, target / name)
    for file in sorted((source / "DLLs").iterdir()):
        if file.suffix in {".dll", ".pyd"} and file.name not in runtime.LIBRARIES_LEFT_OUT:
            shutil.copy(file, target / file.name)
    modules = build.work / "standard-library"
    program.copy_kept(source / "Lib", modules, contents.standard_library_ships)
    program.compile_in_place(python, modules, MODULES)
    archives.write_stored_zip(target / MODULES, modules, build.epoch)
    (target / "python313._pth").write_text(PATHS_FILE, "ascii", newline="")


def _put_embeddable(source: Path, target: Path) -> None:
    target.mkdir(parents=True)
    for file in sorted(source.iterdir()):
        kept = file.suffix in {".dll", ".pyd", ".txt"} or file.name == MODULES
        if kept and file.name not in runtime.LIBRARIES_LEFT_OUT:
            shutil.copy(file, target / file.name)
    (target / "python313._pth").write_text(PATHS_FILE, "ascii", newline="")
