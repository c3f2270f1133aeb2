"""A Debian package that parts of ours come from: its name for scanners, its licence, its text."""

import io
import re
import subprocess
import tarfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from installers.machine import run
from installers.product import CannotBuild

RELEASE = "debian-12"
SPDX = {
    "Apache-2.0": "Apache-2.0",
    "BSD-2-Clause": "BSD-2-Clause",
    "BSD-3-Clause": "BSD-3-Clause",
    "Expat": "MIT",
    "GPL-2": "GPL-2.0-only",
    "GPL-2+": "GPL-2.0-or-later",
    "GPL-3+": "GPL-3.0-or-later",
    "ISC": "ISC",
    "LGPL-2.1": "LGPL-2.1-only",
    "LGPL-2+": "LGPL-2.0-or-later",
    "LGPL-2.1+": "LGPL-2.1-or-later",
    "MIT": "MIT",
    "PSF-2": "PSF-2.0",
    "zlib": "Zlib",
    "Zlib": "Zlib",
}
"""Debian's short names in SPDX's words; others stay as Debian writes them."""


READ_BY_HAND = {"python3.11": ["PSF-2.0"]}
"""Source packages whose copyright file names licences in no fixed form."""


class DebianPackage(NamedTuple):
    """What a .deb says of itself."""

    name: str
    version: str
    architecture: str
    source: str
    """The source package it was built from: security notices speak of that one."""


def told(file: Path) -> DebianPackage:
    """The fields of a .deb that say which it is."""
    fields = ("Package", "Version", "Architecture", "Source")
    said = run(["dpkg-deb", "--field", str(file), *fields])
    read: dict[str, str] = dict(re.findall(r"^(\w+): (\S+)", said, re.MULTILINE))
    name = read["Package"]
    return DebianPackage(name, read["Version"], read["Architecture"], read.get("Source", name))


def copyrights(files: Iterable[Path]) -> dict[str, str]:
    """The copyright file of each package; a link to another's document folder is followed."""
    held = {told(file).name: _copyright_or_link(file) for file in files}
    return {name: _followed(name, held) for name in held}


def _followed(name: str, held: dict[str, str]) -> str:
    text = held[name]
    for _ in held:
        if not text.startswith("-> "):
            return text
        text = held.get(text.removeprefix("-> "), "")
    raise CannotBuild(f"The Debian package {name} comes without its copyright file.")


def _copyright_or_link(file: Path) -> str:
    """The text, or `-> NAME` where the documents are those of another package."""
    name = told(file).name
    packed = subprocess.run(["dpkg-deb", "--fsys-tarfile", file], capture_output=True, check=True)
    with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
        for member in archive:
            path = member.name.removeprefix("./")
            if path == f"usr/share/doc/{name}" and member.issym():
                return f"-> {Path(member.linkname).name}"
            if path != f"usr/share/doc/{name}/copyright":
                continue
            if member.issym():
                return f"-> {Path(member.linkname).parent.name}"
            content = archive.extractfile(member)
            return content.read().decode("utf-8", "replace") if content else ""
    raise CannotBuild(f"The Debian package {name} comes without its copyright file.")


def licences(copyright_text: str) -> list[str]:
    """The licences a copyright file names, each once, in SPDX's words where those are known."""
    return sorted(set(_named(copyright_text)))


def _named(copyright_text: str) -> Iterator[str]:
    if not copyright_text.startswith("Format:"):
        return
    for line in re.findall(r"^License: *(\S.*)$", copyright_text, re.MULTILINE):
        for name in re.split(r",? +(?:and|or) +", line.strip()):
            yield SPDX.get(name, name)
