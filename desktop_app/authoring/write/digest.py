"""One figure over everything a release is made from: the same inputs, the same figure."""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from desktop_app.authoring.read.source_tree import SourceTree


def digest_of(sources: SourceTree, tables: Iterable[Path], postcodes: str) -> str:
    """SHA-256, in hexadecimal, over every source file, the tables and which postcodes they are."""
    digest = hashlib.sha256()
    for name, content in _inputs(sources, tables, postcodes):
        digest.update(f"{name}\n{len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _inputs(
    sources: SourceTree, tables: Iterable[Path], postcodes: str
) -> Iterator[tuple[str, bytes]]:
    for name in sources.names():
        yield name, sources.bytes(name)
    for path in tables:
        yield path.name, path.read_bytes()
    yield "postcodes", postcodes.encode()
