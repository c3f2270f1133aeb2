"""What every package calls the program, and what one build is: names, identities, versions."""

import re
import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

ROOT = Path(__file__).resolve().parents[1]
DIRECTORY = ROOT / "db/build/directory.sqlite"
KITCHEN = ROOT / ".dev/installers"
"""Where downloads and half-finished work lie; deleting it costs time, nothing else."""

NAME = "Who to Call"
SLUG = "who-to-call"
WINDOWS_NAME = "WhoToCall"
PUBLISHER = "Who to Call contributors"
SUMMARY = "The right number to ring, for this minute"

OLDEST_WINDOWS = "64-bit Windows 10 (version 1809) or newer"
OLDEST_BUILD = 17763
"""The number Windows gives that version: what Qt 6 needs at least."""

UPGRADE_CODE = UUID("b1b4b3f4-5b0c-5a3e-9a59-5e1f8e4e0c11")
"""Ties every Windows version to the one before it: never changes."""
FAMILY = UUID("5c2f6a0e-7a41-5d0f-8a3b-2a7a4a5d9e21")
"""The root of every other stable identity (components, products, SBOM serial numbers)."""

MADE_UP = "made_up_numbers"
"""Stands in a directory's meta where it is to practise with, and its numbers ring nobody."""

POLICIES = (
    "HomeCouncil",
    "UpdateFolder",
    "Hotkey",
    "Tray",
    "TextSize",
    "Theme",
    "Area",
    "UntouchedMinutes",
    "Workshop",
    "PracticeCode",
)
"""What IT may set for every user: values of HKLM\\Software\\Policies\\WhoToCall."""

VERSION = re.compile(r"(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,4})")


class CannotBuild(Exception):
    """The build stops here; the message is the plain sentence the person at the terminal reads."""


@dataclass(frozen=True, slots=True)
class Build:
    """One run of the build: which version, dated when, made where, put where."""

    version: str
    epoch: int
    """The date written into every file and archive, in seconds since 1970."""
    work: Path
    dist: Path
    runtime_zip: Path | None = None
    """A newer Python for Windows than the pinned one, as python.org's embeddable zip."""
    runtime_sha256: str = ""
    certificate: Path | None = None
    """A PKCS#12 file to sign the Windows files with."""
    winget_url: str = ""
    """The folder on the web where the MSI will lie; empty for no winget manifests."""

    @property
    def unsigned(self) -> str:
        """The part of a Windows file's name that says that nobody vouches for it."""
        return "" if self.certificate else "-unsigned"


def own_version() -> str:
    """The version the sources say they are."""
    text = (ROOT / "desktop_app/__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
    if found is None:
        raise CannotBuild('desktop_app/__init__.py has no line __version__ = "…".')
    return found[1]


def checked_version(text: str) -> str:
    """A version that Windows Installer can compare, or a sentence saying what one looks like."""
    found = VERSION.fullmatch(text)
    parts = [int(part) for part in found.groups()] if found else []
    if not parts or parts[0] > 255 or parts[1] > 255 or parts[2] > 65535:
        raise CannotBuild(
            f"{text!r} is no version for an installer: three numbers such as 1.2.3, "
            "the first two at most 255, the last at most 65535."
        )
    return text


def release_of(directory: Path) -> dict[str, str]:
    """What the compiled directory says of itself: number, date and digest of its release."""
    if not directory.is_file():
        raise CannotBuild("There is no compiled directory. Run: python3 dev.py compile")
    connection = sqlite3.connect(f"{directory.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        return {str(key): str(value) for key, value in connection.execute("SELECT * FROM meta")}
    finally:
        connection.close()


@dataclass(frozen=True, slots=True)
class Served:
    """The area a compiled directory is for: what its packages say of it."""

    id: str
    name: str
    councils: tuple[tuple[str, str], ...]
    """Short name and name of each, in the order of every screen."""
    postcode: str


def area_of(directory: Path) -> Served:
    """The area of the compiled directory that goes into the packages."""
    if not directory.is_file():
        raise CannotBuild("There is no compiled directory. Run: python3 dev.py compile")
    connection = sqlite3.connect(f"{directory.as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        ((key, name),) = connection.execute("SELECT id, name FROM area").fetchall()
        query = "SELECT slug, name FROM council WHERE slug IS NOT NULL ORDER BY position"
        councils = tuple((str(slug), str(named)) for slug, named in connection.execute(query))
        query = "SELECT text FROM area_example WHERE kind = 'postcode' ORDER BY position"
        (postcode,) = connection.execute(query).fetchone()
    except (sqlite3.Error, ValueError, TypeError) as error:
        raise CannotBuild(f"{directory} does not say which area it is for: {error}") from error
    finally:
        connection.close()
    return Served(key, name, councils, postcode)


def must_be_for(area: str, directory: Path) -> None:
    """Stop the build where the compiled directory is for another area than was asked for."""
    served = area_of(directory)
    if area and area != served.id:
        raise CannotBuild(
            f"The compiled directory is for {served.name} ({served.id}), not for {area}. "
            "Compile the sources of the one you want first."
        )


def must_ring_somebody(directory: Path) -> None:
    """Stop the build where the compiled directory is to practise with and rings nobody."""
    if MADE_UP in release_of(directory):
        raise CannotBuild(
            f"{area_of(directory).name} is compiled to practise with: its numbers may be made up. "
            "Take `made_up_numbers` out of release.yaml, put real numbers in, and compile again."
        )


def epoch_of(directory: Path) -> int:
    """The date of the directory's release: the same sources give the same date everywhere."""
    dated = datetime.fromisoformat(release_of(directory)["dated"]).replace(tzinfo=UTC)
    return int(dated.timestamp())
