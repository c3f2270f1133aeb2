"""The maker's part: a release number and dates, compiled, drafted, signed once, in one file."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable, Collection
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from securesystemslib.signer import CryptoSigner

from desktop_app.authoring.compile import TABLES as SCHEMAS
from desktop_app.authoring.places.postcodes import which_postcodes
from desktop_app.authoring.read.sources import read_text
from desktop_app.authoring.write.digest import digest_of
from desktop_app.paths import schema_folder
from desktop_app.updates.publishing import draft, signing
from desktop_app.updates.publishing.keys import person
from desktop_app.updates.publishing.persons import must_be_a_name, same_person
from desktop_app.updates.publishing.workspace import Workspace
from desktop_app.workshop.compiling import compile_texts
from desktop_app.workshop.documents import evidence, evidence_bytes
from desktop_app.workshop.editing import ChangeReason, edit
from desktop_app.workshop.errors import WorkshopError
from desktop_app.workshop.history import Event, history, splices_of, written_value
from desktop_app.workshop.publishing.change_set import Base, ChangeSet, content_of, plain_base
from desktop_app.workshop.release_dates import release_file
from desktop_app.workshop.sharing.merge import taken_back
from desktop_app.workshop.source_tree import tree_of
from desktop_app.workshop.work_file import WorkFile
from desktop_app.workshop.yaml_edit import Edit

Progress = Callable[[str], None]
"""Called with each step's name as it begins."""
WHY = "Release {}"
NOT_THAT_DAY = "The next release must be expected after today: say another date."
NOT_YOURS = "This key is {}’s by the root, and you said that you are {}. Each signs with their own."
NO_PART = "This key signs no release: use a key called targets-1, targets-2 or targets-3."


@dataclass(frozen=True, slots=True, kw_only=True)
class Maker:
    """Who hands over: their name, their key, and when."""

    by: str
    signer: CryptoSigner
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseRequest:
    """What is said of the release: when the next is expected, and what is done on purpose."""

    next_expected_by: date
    explained: draft.Explained = draft.PLAIN


def _changed(work: WorkFile, acts: Collection[int]) -> dict[str, object]:
    """The texts of a working file, and what these acts did to them."""
    return {
        "work": work.id,
        "texts": work.texts,
        "events": [_plain(event) for event in history(work) if event.act in acts],
        "splices": [
            {"act": act, **asdict(piece)} for act in sorted(acts) for piece in splices_of(work, act)
        ],
    }


def silent(_step: str) -> None:
    """Tell nobody."""


def hand_over(
    work: WorkFile,
    desk: Workspace,
    directory: Path,
    maker: Maker,
    wanted: ReleaseRequest,
    progress: Progress = silent,
) -> ChangeSet:
    """Make the change set of everything since the last release, signed by its maker.

    `directory` lends its postcodes where nothing was published from this desk yet. NotPublished or
    WorkshopError with what to put right; nothing is signed then.
    """
    by = must_hold(desk, maker.signer, maker.by)
    published = desk.published_targets()
    last = draft.manifest_in(published.signed) if published else None
    previous = desk.directory_of(published.signed) if published else directory
    progress("Number and dates")
    _number(work, last.release + 1 if last else 0, (by, maker.at), wanted.next_expected_by)
    base = Base(release=last.release, sha256=last.sha256, digest=last.digest) if last else None
    acts, known = acts_since(work, base, previous)
    progress("Compile")
    with tempfile.TemporaryDirectory(prefix="who-to-call-") as folder:
        made = Path(folder) / "directory.sqlite"
        compile_texts(work.texts, made, previous)
        progress("Check what it would be to a desk")
        draft.build(desk, made, maker.at, wanted.explained)
    progress("Sign")
    desk.change_set.write_text("{}", encoding="utf-8")
    signing.sign(desk, maker.signer, checked=True)
    said = {"by": by, "made": maker.at.isoformat(), "base": plain_base(base)}
    content = content_of({**said, "every_change_is_known": known, **_changed(work, acts)})
    signature = maker.signer.sign(content)
    return ChangeSet(
        content=content,
        signature={"keyid": signature.keyid, "sig": signature.signature},
        targets=(desk.draft / "targets.json").read_bytes(),
        evidence={each.sha256: evidence_bytes(work, each.sha256) for each in evidence(work)},
    )


def must_hold(desk: Workspace, signer: CryptoSigner, by: str) -> str:
    """The name of whoever signs; raises unless the key signs releases and is theirs by the root."""
    name, root = must_be_a_name(by), desk.governing()
    keyid = signer.public_key.keyid
    if keyid not in root.roles["targets"].keyids:
        raise WorkshopError(NO_PART)
    named = person(root.keys[keyid])
    if named and not same_person(named, name):
        raise WorkshopError(NOT_YOURS.format(named, name))
    return named or name


def acts_since(work: WorkFile, base: Base | None, previous: Path) -> tuple[set[int], bool]:
    """The acts after the release before, and whether that release's own sources were found.

    Where they were not (the file began from others) it is every act: more to look at, never less.
    """
    acts = sorted({event.act for event in history(work)}, reverse=True)
    if base is None:
        return set(acts), False
    with closing(sqlite3.connect(f"{previous.resolve().as_uri()}?mode=ro", uri=True)) as other:
        which = which_postcodes(other)
    texts = work.texts
    for count, act in enumerate((*acts, 0)):
        if digest_of_texts(texts, which) == base.digest:
            return set(acts[:count]), True
        texts = taken_back(texts, reversed(splices_of(work, act)))
    return set(acts), False


def digest_of_texts(texts: dict[str, str], postcodes: str) -> str:
    """The figure that a directory made of these source files carries."""
    tables = [schema_folder() / table for table in SCHEMAS]
    return digest_of(tree_of(texts), tables, postcodes)


def _number(work: WorkFile, number: int, who: tuple[str, datetime], until: date) -> None:
    """Give the release its number and its dates, as a change of its own in the history."""
    by, at = who
    today = at.date()
    if until <= today:
        raise WorkshopError(NOT_THAT_DAY)
    name = release_file(work.texts)
    says = read_text(work.texts[name], name).content
    number = max(number, says["number"])
    facts = {"number": number, "dated": today, "next_expected_by": until}
    edits = [
        Edit(file=name, place=(key,), value=value)
        for key, value in facts.items()
        if says.get(key) != value
    ]
    if edits:
        edit(work, edits, ChangeReason(by=by, at=at, why=WHY.format(number)), needs_document=False)


def _plain(event: Event) -> dict[str, Any]:
    said = {name: getattr(event, name) for name in ("act", "kind", "by", "why", "document", "file")}
    before, after = written_value(event.before), written_value(event.after)
    place = list(event.place)
    return {**said, "at": event.at.isoformat(), "place": place, "before": before, "after": after}
