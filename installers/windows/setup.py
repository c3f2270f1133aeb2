"""setup.exe: what one person installs for themselves, without an administrator."""

import shlex
import sys
from pathlib import Path

from installers import icon
from installers.machine import run
from installers.product import (
    NAME,
    OLDEST_BUILD,
    OLDEST_WINDOWS,
    PUBLISHER,
    ROOT,
    WINDOWS_NAME,
    Build,
)
from installers.program import files_in, size_of
from installers.windows import signing

SCRIPT = Path(__file__).with_name("setup.nsi")


def build(app: Path, build: Build) -> Path:
    """Pack the Windows folder into setup.exe."""
    target = build.dist / f"{WINDOWS_NAME}-{build.version}-setup{build.unsigned}.exe"
    listing = build.work / "setup-files.nsh"
    listing.write_text(file_list(app), "utf-8")
    picture = build.work / "setup.ico"
    picture.write_bytes(icon.windows_icon())
    defined = {
        "VERSION": build.version,
        "OUT": str(target),
        "FILES": str(listing),
        "ICON": str(picture),
        "SIZEKB": str(size_of(app) // 1024),
        "NAME": NAME,
        "WINDOWS_NAME": WINDOWS_NAME,
        "PUBLISHER": PUBLISHER,
        "OLDEST_WINDOWS": OLDEST_WINDOWS,
        "OLDEST_BUILD": str(OLDEST_BUILD),
    }
    if build.certificate:
        defined["SIGN"] = str(_signer(build.certificate, build.work))
    words = [f"-D{name}={value}" for name, value in defined.items()]
    # makensis works in the script's folder, and runs the signing program from there.
    same = {"SOURCE_DATE_EPOCH": str(build.epoch), "PYTHONPATH": str(ROOT)}
    run(["makensis", "-V2", "-INPUTCHARSET", "UTF8", *words, str(SCRIPT)], env=same)
    signing.sign(target, build)
    return target


def _signer(certificate: Path, work: Path) -> Path:
    # A script, because a command line would pass through two quotings: makensis's and the shell's.
    script = work / "sign.sh"
    words = [sys.executable, "-m", "installers.windows.sign_one", str(certificate)]
    script.write_text(f'#!/bin/sh\nexec {shlex.join(words)} "$1"\n', "utf-8")
    script.chmod(0o755)
    return script


def file_list(app: Path) -> str:
    """The files of the folder as NSIS commands, in one order: `File /r` takes the disk's."""
    lines, folder = [], None
    for file in sorted(files_in(app), key=lambda path: (path.parent.as_posix(), path.name)):
        if file.parent != folder:
            folder = file.parent
            inside = folder.relative_to(app).as_posix()
            below = "" if inside == "." else "\\" + inside.replace("/", "\\").replace("$", "$$")
            lines.append(f'SetOutPath "$Stage{below}"')
        lines.append(f'File "{str(file).replace("$", "$$")}"')
    return "\n".join(lines) + "\n"
