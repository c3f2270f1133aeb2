"""The folder that Linux gets: `who-to-call`, `runtime` (Python) and `app` (our program)."""

from pathlib import Path

from installers import fetching, program, terms
from installers.linux import debian, icu_data, runtime
from installers.machine import run, say
from installers.product import SLUG, Build, CannotBuild

START = Path(__file__).with_name("who-to-call.sh")
MAIN = Path(__file__).with_name("main.py")
LICENCES = "licences"
"""Where the copyright files of Debian's parts lie: the rest carry theirs with them."""
EXECUTABLE = frozenset({SLUG, f"runtime/bin/{runtime.PYTHON}"})


def assemble(build: Build) -> Path:
    """Put the whole program together in the build's work folder."""
    _look_at_machine()
    tree = build.work / "linux"
    runtime.put(tree / "runtime", build)
    app = tree / "app"
    program.put_packages(fetching.wheels(fetching.LINUX), app)
    for file in app.glob("PySide6/Qt/lib/libicudata.so.*"):
        icu_data.slim(file, build.work / "icu")
    for file in sorted(app.glob("PySide6/Qt/lib/libicu*")):
        run(["strip", "--strip-unneeded", str(file)])
    terms.put_qt_notice(program.put_program(app, build), fetching.wheels(fetching.LINUX))
    terms.put_texts(debian.copyrights(runtime.debian_packages()), tree / LICENCES)
    (app / "__main__.py").write_text(MAIN.read_text("utf-8"), "utf-8")
    program.compile_in_place([str(tree / "runtime/bin" / runtime.PYTHON)], app, "app")
    (tree / SLUG).write_text(START.read_text("utf-8"), "utf-8")
    program.settle(tree, build.epoch, executable=EXECUTABLE)
    say(f"Linux program folder: {program.size_of(tree) / 1e6:.1f} MB")
    return tree


def _look_at_machine() -> None:
    # What the packages link to is taken from this machine, so it must be the oldest we promise.
    release = Path("/etc/os-release").read_text("utf-8")
    if 'VERSION_ID="12"' not in release or "ID=debian" not in release:
        raise CannotBuild("The Linux packages are made on Debian 12; this is another system.")
