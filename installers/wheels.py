"""Which file of the package registry each Python package came from: its name and its SHA-256.

The lock file allows several files a version (a wheel for each system, the sources). A bill of
materials names the one that was taken. Found once, when packages are fetched; kept beside them.
"""

# mypy: disable-error-code="import-not-found, unused-ignore"

import json
import re
import sys
from collections.abc import Iterator
from email.parser import HeaderParser
from pathlib import Path
from typing import NamedTuple

from installers import fetching
from installers.product import CannotBuild


class Wheel(NamedTuple):
    """A file of the registry."""

    file: str
    sha256: str


def taken(platform: tuple[str, str]) -> dict[str, Wheel]:
    """The wheel that each package of this platform came from, by its plain name."""
    folder = fetching.wheels(platform)
    known = folder.with_suffix(".json")
    if not known.is_file():
        found = dict(_asked(folder))
        half = known.with_suffix(".half")
        half.write_text(json.dumps(found, indent=1) + "\n", "utf-8")
        half.rename(known)
    return {name: Wheel(*wheel) for name, wheel in json.loads(known.read_text("utf-8")).items()}


def _asked(folder: Path) -> Iterator[tuple[str, Wheel]]:
    allowed = hashes_of(folder.with_suffix(".txt").read_text("utf-8"))
    for record in sorted(folder.glob("*.dist-info")):
        told = HeaderParser().parsestr((record / "METADATA").read_text("utf-8"))
        tags = HeaderParser().parsestr((record / "WHEEL").read_text("utf-8")).get_all("Tag", [])
        name = plain(told["Name"])
        yield name, chosen(_offered(name, told["Version"]), set(tags), allowed.get(name, set()))


def _offered(name: str, version: str) -> list[Wheel]:
    sys.path.append(str(fetching.build_tools()))
    from unearth import PackageFinder

    finder = PackageFinder(ignore_compatibility=True)
    files = [package.link for package in finder.find_matches(f"{name}=={version}")]
    return [Wheel(link.filename, (link.hashes or {}).get("sha256", "")) for link in files]


def chosen(offered: list[Wheel], tags: set[str], allowed: set[str]) -> Wheel:
    """The offered file that has exactly these tags; stops the build unless the lock allows it."""
    for wheel in offered:
        if tags_of(wheel.file) == tags and wheel.sha256 in allowed:
            return wheel
    raise CannotBuild(
        f"No file the lock allows has the tags {', '.join(sorted(tags))}: the bill of materials "
        "could not say where this package came from."
    )


def tags_of(file: str) -> set[str]:
    """The tags in a wheel's name, `py2.py3-none-any` taken apart; none when it is no wheel."""
    found = re.fullmatch(r".+-([^-]+)-([^-]+)-([^-]+)\.whl", file)
    if found is None:
        return set()
    pythons, abis, platforms = (part.split(".") for part in found.groups())
    return {f"{a}-{b}-{c}" for a in pythons for b in abis for c in platforms}


def hashes_of(lock: str) -> dict[str, set[str]]:
    """The SHA-256 sums a lock file allows, by the plain name of each package."""
    entries = re.split(r"^(?=\S)", lock, flags=re.MULTILINE)
    named = ((re.match(r"[\w.-]+(?===)", entry), entry) for entry in entries)
    return {
        plain(name[0]): set(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
        for name, entry in named
        if name
    }


def plain(name: str) -> str:
    """A package's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()
