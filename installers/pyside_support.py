"""PySide's own Python modules, laid beside its library so that they are compiled once.

PySide carries them as text inside its library and compiles them at every start: 20 ms of each.
Where a folder `files.dir` lies beside that library it reads them from there instead (what its
switch SBK_EMBED=0 makes); the build compiles what lies there like every other module. The text is
the wheel's own, byte for byte, so each platform gets that of its own library. One module lies there
empty: it writes type stubs for developers, and only loading it takes 20 ms of every start.
"""

import base64
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from installers.product import CannotBuild

FOLDER, PACKAGE = "files.dir", "shibokensupport/"
_LOADER = f"{PACKAGE}signature/loader.py"
STUB_WRITER = f"{PACKAGE}signature/lib/pyi_generator.py"
"""Loaded with PySide, and called by nothing but the command that writes PySide's own .pyi files."""
LIBRARIES = ("libshiboken6.abi3.so*", "shiboken6.abi3.dll")
_BEGINNING = b"UEsDB"
"""How a zip file begins in base64."""
_PIECE = re.compile(rb"[A-Za-z0-9+/=\n]{16,}")
_GAP = 64
"""Bytes of filling between two pieces, at most: the text is cut up, as one compiler needs it."""


def lay_open(packages: Path) -> None:
    """Write PySide's modules beside its library, in a folder of fetched packages."""
    library = _library(packages / "shiboken6")
    try:
        modules = dict(_modules(library.read_bytes()))
    except (ValueError, zipfile.BadZipFile) as error:
        raise CannotBuild(f"{library.name} holds no modules that can be read: {error}") from error
    for needed in (_LOADER, STUB_WRITER):
        if needed not in modules:
            raise CannotBuild(f"{library.name} holds no {needed}: is this another PySide?")
    modules[STUB_WRITER] = b""
    for name, text in modules.items():
        file = library.parent / FOLDER / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text)


def _library(folder: Path) -> Path:
    found = [file for pattern in LIBRARIES for file in sorted(folder.glob(pattern))]
    if len(found) != 1:
        raise CannotBuild(f"{folder.name} holds {len(found)} libraries of PySide, expected one.")
    return found[0]


def _modules(content: bytes) -> Iterator[tuple[str, bytes]]:
    archive = base64.b64decode(b"".join(_pieces(content)))
    with zipfile.ZipFile(io.BytesIO(archive)) as opened:
        for name in opened.namelist():
            if name.startswith(PACKAGE) and name.endswith(".py"):
                yield name, opened.read(name)


def _pieces(content: bytes) -> Iterator[bytes]:
    """The text of the archive: pieces one close behind the other, from its beginning on."""
    end = content.index(_BEGINNING)
    for piece in _PIECE.finditer(content, end):
        if piece.start() - end > _GAP:
            return
        yield piece.group()
        end = piece.end()
