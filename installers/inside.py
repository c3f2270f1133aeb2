"""What is built into the files that ship: SQLite in a DLL, PCRE2 in Qt, a typeface.

No package registry lists these, and scanners go by names and versions. Each version is read from
the file that ships, so that a newer Qt or Python tells its own. A library that does not say its
version is listed without one: never with a guess.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from installers.machine import say
from installers.product import CannotBuild


class Kind(NamedTuple):
    """A library, where it is looked for, and how it says its version (None: it does not)."""

    name: str
    file: str
    version: bytes | None
    licence: str
    cpe: str = ""
    """Vendor and product as the National Vulnerability Database names them."""
    said: str = ""
    purl: str = ""
    """The package URL without a version; `pkg:generic/NAME` when empty."""


class Found(NamedTuple):
    """A library in a file that ships; `version` is empty where it does not say."""

    kind: Kind
    version: str
    path: Path

    @property
    def cpe(self) -> str:
        """The name vulnerability lists use; empty where they have none, or there is no version."""
        known = self.kind.cpe and self.version
        return f"cpe:2.3:a:{self.kind.cpe}:{self.version}:*:*:*:*:*:*:*" if known else ""


FOUNDATION, QT_COMPANY, MICROSOFT = "Python Software Foundation", "The Qt Company", "Microsoft"
QT_TERMS = "LGPL-3.0-only OR GPL-2.0-only OR GPL-3.0-only"
OF_PYTHON = "built into CPython for Windows by python.org"
OF_QT = "built into Qt by The Qt Company"
OF_MICROSOFT = "Microsoft’s, free to pass on with a program"
JPEG_TERMS = "IJG AND BSD-3-Clause AND Zlib"
PUBLIC_SANS = Kind(
    "Public Sans",
    "PublicSans-Regular.ttf",
    rb"Version (\d\.\d{3})",
    "OFL-1.1",
    said="the typeface",
    purl="pkg:github/uswds/public-sans",
)
WINDOWS = (
    Kind("cpython", "python313.dll", rb"ProductVersion(3\.\d+\.\d+)", "PSF-2.0", "python:python"),
    Kind("sqlite", "sqlite3.dll", rb"(3\.\d{1,2}\.\d+)", "blessing", "sqlite:sqlite", OF_PYTHON),
    Kind(
        "openssl",
        "libcrypto-3.dll",
        rb"OpenSSL (3\.\d+\.\d+)",
        "Apache-2.0",
        "openssl:openssl",
        OF_PYTHON,
    ),
    Kind(
        "expat",
        "pyexpat.pyd",
        rb"expat_(2\.\d+\.\d+)",
        "MIT",
        "libexpat_project:libexpat",
        OF_PYTHON,
    ),
    Kind("zlib", "python313.dll", rb"HACL(1\.\d+\.\d+)", "Zlib", "zlib:zlib", OF_PYTHON),
    Kind("bzip2", "_bz2.pyd", rb"(1\.0\.\d+), \d", "bzip2-1.0.6", "bzip:bzip2", OF_PYTHON),
    Kind("xz", "_lzma.pyd", None, "LicenseRef-public-domain", "tukaani:xz", OF_PYTHON),
    Kind("mpdecimal", "_decimal.pyd", rb"\0(\d\.\d\.\d)\0", "BSD-2-Clause", "", OF_PYTHON),
    Kind(
        "libffi",
        "libffi-8.dll",
        rb"libffi-(3\.\d+\.\d+)",
        "MIT",
        "libffi_project:libffi",
        OF_PYTHON,
    ),
    Kind(
        "vcruntime140",
        "vcruntime140.dll",
        rb"FileVersion(14\.\d+\.\d+)",
        "LicenseRef-Microsoft-Visual-C-Runtime",
        said=OF_MICROSOFT,
    ),
    Kind(
        "msvcp140",
        "msvcp140.dll",
        rb"FileVersion(14\.\d+\.\d+)",
        "LicenseRef-Microsoft-Visual-C-Runtime",
        said=OF_MICROSOFT,
    ),
    Kind("qt", "Qt6Core.dll", rb"Qt (6\.\d+\.\d+) \(", QT_TERMS, "qt:qt"),
    Kind("pcre2", "Qt6Core.dll", rb"(10\.\d\d) \d{4}-\d", "BSD-3-Clause", "pcre:pcre2", OF_QT),
    Kind("zlib", "Qt6Core.dll", rb"(1\.\d+\.\d+) \(Qt\)", "Zlib", "zlib:zlib", OF_QT),
    Kind("libpng", "Qt6Gui.dll", rb"(1\.6\.\d+)", "libpng-2.0", "libpng:libpng", OF_QT),
    Kind("freetype", "Qt6Gui.dll", None, "FTL OR GPL-2.0-or-later", "freetype:freetype", OF_QT),
    Kind("harfbuzz", "Qt6Gui.dll", None, "MIT", "harfbuzz_project:harfbuzz", OF_QT),
    Kind("md4c", "Qt6Gui.dll", None, "MIT", "", OF_QT),
    Kind(
        "libjpeg-turbo",
        "qjpeg.dll",
        rb"libjpeg-turbo version (\d+\.\d+\.\d+)",
        JPEG_TERMS,
        "libjpeg-turbo:libjpeg-turbo",
        OF_QT,
    ),
    PUBLIC_SANS,
)
LINUX = (
    Kind(
        "sqlite",
        "libsqlite3.so.0",
        rb"(3\.\d{1,2}\.\d+)",
        "blessing",
        "",  # Debian mends without a new number: the Debian package is what a scanner must go by
        "Debian’s libsqlite3-0, which has the fixes that Debian’s own version names",
    ),
    Kind("qt", "libQt6Core.so.6", rb"Qt (6\.\d+\.\d+) \(", QT_TERMS, "qt:qt"),
    Kind("pcre2", "libQt6Core.so.6", rb"(10\.\d\d) \d{4}-\d", "BSD-3-Clause", "pcre:pcre2", OF_QT),
    Kind("harfbuzz", "libQt6Gui.so.6", None, "MIT", "harfbuzz_project:harfbuzz", OF_QT),
    Kind("md4c", "libQt6Gui.so.6", None, "MIT", "", OF_QT),
    Kind(
        "icu",
        "libicuuc.so.*",
        rb"(\d\d\.\d+)\0",
        "Unicode-3.0",
        "icu-project:international_components_for_unicode",
        "ships with Qt for Linux; Windows has its own",
    ),
    Kind(
        "libjpeg-turbo",
        "libqjpeg.so",
        rb"libjpeg-turbo version (\d+\.\d+\.\d+)",
        JPEG_TERMS,
        "libjpeg-turbo:libjpeg-turbo",
        OF_QT,
    ),
    PUBLIC_SANS,
)


MADE_BY = {
    OF_PYTHON: FOUNDATION,
    OF_QT: QT_COMPANY,
    OF_MICROSOFT: MICROSOFT,
    "cpython": FOUNDATION,
    "qt": QT_COMPANY,
    "icu": QT_COMPANY,
    "sqlite": "Debian",
    "Public Sans": "U.S. Web Design System",
}
"""Who built what ships: by how it came here, else by its name."""


def supplier(kind: Kind) -> str:
    """Who built the file that ships."""
    return MADE_BY.get(kind.said) or MADE_BY[kind.name]


def found(kinds: tuple[Kind, ...], folder: Path) -> Iterator[Found]:
    """Each of these in the folder that ships; stops the build when one is not where it was."""
    for kind in kinds:
        path = next(iter(sorted(folder.rglob(kind.file))), None)
        if path is None:
            raise CannotBuild(f"{kind.name} was looked for in {kind.file}, which does not ship.")
        yield Found(kind, version_in(path.read_bytes(), kind), path)


def version_in(content: bytes, kind: Kind) -> str:
    """The version these bytes state, empty where none; texts of two bytes a letter are read too."""
    if kind.version is None:
        return ""
    for text in (content, content.replace(b"\0", b"")):
        if stated := re.search(kind.version, text):
            return stated[1].decode("ascii")
    say(f"Beware: {kind.file} does not say which {kind.name} it holds; listed without a version")
    return ""


def vendored_ed25519(fetched: Path) -> str:
    """The commit of pyca/ed25519 that securesystemslib carries a copy of."""
    note = fetched / "securesystemslib/_vendor/test-ed25519-upstream.sh"
    stated = re.search(r'expected="([0-9a-f]{40})"', note.read_text("utf-8"))
    if stated is None:
        raise CannotBuild("securesystemslib no longer says which ed25519 it carries.")
    return stated[1]
