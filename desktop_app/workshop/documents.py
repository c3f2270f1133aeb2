"""The documents that facts are read in: every change names one, and a dropped file becomes one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from desktop_app.authoring.read.sources import read_once
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.work_file import WorkFile

LISTS = re.compile(r"(?:.*/)?documents[^/]*\.yaml")
"""Files that list documents."""
NO_DOCUMENT = (
    "Say which document this was read in: nothing is saved without one. "
    "Drop the mail or page here to make it a document."
)
UNKNOWN_DOCUMENT = "“{}” is not in the list of documents. Add it to the list first."
TOO_LARGE = "“{}” is larger than {} MB. Keep the page that shows the fact, and drop that."
EMPTY = "“{}” is empty. Nothing was kept."
LARGEST = 25 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A file that shows where a fact was read."""

    sha256: str
    name: str
    document: str
    at: datetime


def documents_in(texts: Mapping[str, str]) -> dict[str, dict[str, object]]:
    """Every document by its id, as the lists have it."""
    found: dict[str, dict[str, object]] = {}
    for name in sorted(texts):
        if LISTS.fullmatch(name):
            content = read_once(texts[name], name).content
            for entry in content if isinstance(content, list) else ():
                if isinstance(entry, dict) and isinstance(entry.get("id"), str):
                    found.setdefault(entry["id"], entry)
    return found


def must_be_known(document: str, texts: Mapping[str, str]) -> None:
    """Raise WorkshopError unless a document of this id is listed."""
    if not document:
        raise WorkshopError(NO_DOCUMENT)
    if document not in documents_in(texts):
        raise WorkshopError(UNKNOWN_DOCUMENT.format(document))


def keep_evidence(
    work: WorkFile, name: str, content: bytes, *, document: str, at: datetime
) -> Evidence:
    """Keep a file beside the sources as what a document was read from; kept twice is kept once."""
    if not content:
        raise WorkshopError(EMPTY.format(name))
    if len(content) > LARGEST:
        raise WorkshopError(TOO_LARGE.format(name, LARGEST >> 20))
    must_be_known(document, work.texts)
    sha256, plain = hashlib.sha256(content).hexdigest(), PurePath(name).name
    with work.changing() as change:
        row = {"sha256": sha256, "name": plain, "document": document, "at": at.isoformat()}
        change.put("evidence", {**row, "bytes": content})
    return Evidence(sha256=sha256, name=plain, document=document, at=at)


def evidence(work: WorkFile) -> list[Evidence]:
    """What is kept, without its bytes, in the order in which it came."""
    rows = work.rows("SELECT sha256, name, document, at FROM evidence ORDER BY at, sha256")
    return [
        Evidence(sha256=str(s), name=str(n), document=str(d), at=datetime.fromisoformat(str(at)))
        for s, n, d, at in rows
    ]


def evidence_bytes(work: WorkFile, sha256: str) -> bytes:
    """The bytes of one kept file; WorkshopError when there is none."""
    for row in work.rows("SELECT bytes FROM evidence WHERE sha256 = ?", (sha256,)):
        return bytes(row[0])
    raise WorkshopError("That file is not kept here.")
