"""Which directory to open at the start: the newest release that is whole, never older than our own.

Standard library only and a few milliseconds: the file in use is hashed and held against the
signed list it came with, and that list against its fingerprint. Signatures are checked when a
release is taken, by a worker after every start, by every look for an update and before every
answer in the terminal (`confirm`); at the start only after damage was seen. Where the program came
without a steward's keys nothing can be checked, so nothing but its own directory is opened.
Nothing is written here.
"""

import os
from collections.abc import Mapping
from pathlib import Path

from desktop_app import paths
from desktop_app.updates.releases.in_use import (
    InUse,
    Origin,
    Signature,
    area_in,
    has_keys,
    release_in,
    trust_beside,
)
from desktop_app.updates.releases.release_store import (
    PROGRAM,
    ListedRelease,
    Pointer,
    ReleaseStore,
    is_whole,
    read_list,
)

WITHOUT_KEYS = (
    "Lists of numbers lie in this account’s folder, but this copy of the program came without the "
    "keys to check who signed them. None of them is used: release {number}, which came with the "
    "program, is. Ask your IT support."
)
OUT_OF_REACH = (
    "This account’s folder cannot be looked into, so a newer list of numbers in it is not used: "
    "release {number}, which came with the program, is. Ask your IT support."
)
DROPPED = (
    "The list of numbers that was in use is not signed by the people who look after the directory. "
    "It is no longer shown: release {number} is in use instead. Tell your IT support."
)
POINTED_BACK = (
    "An older list of numbers was in use, although a newer one had been taken. Release {number}, "
    "the newest one on this computer, is in use."
)
OPEN_TO_OTHERS = (
    "Other accounts of this computer could write to this account’s folder, so only what is signed "
    "counts: release {number} is in use. Tell your IT support."
)
OTHER_AREA = (
    "The list of numbers that was in use on this account is for {other}, and this program came "
    "with the list for {here}. None of its numbers is shown: the one that came with the program is "
    "in use."
)
DROPPED_OWN = (
    "The list of numbers that came with this program is not the one that was signed. It is no "
    "longer shown: release {number} is in use instead. Tell your IT support."
)


def directory_to_open(environ: Mapping[str, str] = os.environ) -> InUse:
    """The directory this account opens: one that was named, an update, or the program's own."""
    bundled = paths.directory_file(environ)
    if environ.get(paths.DIRECTORY_VARIABLE):
        return InUse(
            path=bundled,
            release=release_in(bundled),
            notice="",
            origin=Origin.NAMED,
            folder="",
            signature=Signature.MADE_HERE,
        )
    return directory_in_use(paths.user_data(environ), bundled)


def directory_in_use(user_folder: Path | None, bundled: Path) -> InUse:
    """The directory to open now; damage to an update never stops the program from starting."""
    store = ReleaseStore(user_folder) if user_folder else None
    pointer = store.pointed() if store else None
    if store is None or user_folder is None or _untouched(store, pointer):
        out_of_reach = has_keys(bundled) and paths.cannot_look_into()
        return own_one(bundled, OUT_OF_REACH if out_of_reach else "")
    if not has_keys(bundled):
        return own_one(bundled, WITHOUT_KEYS)
    found, told = None, OPEN_TO_OTHERS if paths.others_may_write(user_folder) else ""
    if pointer and not told:
        found = _whole_one(store, pointer.folder, pointer.list_sha256)
    if pointer is None or found is None:
        return _checked(store, bundled, told)
    here, here_name = area_in(bundled)
    if here and found.area and found.area != here:
        return own_one(bundled, OTHER_AREA.format(other=found.area_name, here=here_name))
    if found.release < release_in(bundled):
        return own_one(bundled)
    path, folder = store.directory(pointer.folder), pointer.folder
    return InUse(
        path=path,
        release=found.release,
        notice="",
        origin=Origin.UPDATE,
        folder=folder,
        sha256=found.sha256,
    )


def directory_confirmed(user_folder: Path | None, bundled: Path) -> InUse:
    """The directory in use, its signatures checked as well: some 50 ms, so never before the start.

    For a worker thread once the window stands, for every look for an update, and for the terminal.
    What is not signed is dropped; `Signature.FAILS` when nothing that was signed is left.
    """
    in_use = directory_in_use(user_folder, bundled)
    if in_use.signature is not Signature.UNCHECKED:
        return in_use
    store = ReleaseStore(user_folder) if user_folder else None
    from desktop_app.updates.releases.signatures import confirmed, fallen_back, own_release

    own = own_release(bundled, store)
    if not in_use.folder or store is None:
        if own.signature is not Signature.FAILS:
            return in_use._replace(release=own.release, signature=own.signature, sha256=own.sha256)
        return fallen_back(store, bundled, DROPPED_OWN)
    # By what is signed, not by what was read before: the list may be another one by now.
    signed = confirmed(store, in_use.folder, trust_beside(bundled))
    if signed is not None and signed.release >= own.release:
        holds, sha256 = Signature.HOLDS, signed.sha256
        return in_use._replace(release=signed.release, signature=holds, sha256=sha256)
    return fallen_back(store, bundled, DROPPED)._replace(dropped=in_use.folder)


def newest_confirmed(user_folder: Path | None, bundled: Path) -> InUse:
    """As `directory_confirmed`, but no note leads back behind the newest signed release kept here.

    The note may be set back by hand, or an update killed just before it was written. An update on
    its way asks `directory_confirmed`: it puts the note right itself and tells what changes.
    """
    in_use = directory_confirmed(user_folder, bundled)
    if user_folder is None or in_use.signature is not Signature.HOLDS or in_use.notice:
        return in_use
    from desktop_app.updates.releases.signatures import confirmed_releases

    store = ReleaseStore(user_folder)
    for folder, release, sha256 in confirmed_releases(store, trust_beside(bundled)):
        if release <= in_use.release:
            break
        path, told = store.directory(folder), POINTED_BACK.format(number=release)
        return InUse(
            path=path,
            release=release,
            notice=told,
            origin=Origin.RESTORED,
            folder=folder,
            signature=Signature.HOLDS,
            sha256=sha256,
        )
    return in_use


def _untouched(store: ReleaseStore, pointer: Pointer | None) -> bool:
    """Whether no update was ever put in use here."""
    return pointer.folder == PROGRAM if pointer else not store.folders()


def own_one(bundled: Path, notice: str = "") -> InUse:
    """The program's own directory; its signature is left to `confirm` where there are keys."""
    release = release_in(bundled)
    told = notice.format(number=release)
    if bundled == paths.compiled_here():
        signature = Signature.MADE_HERE
    else:
        signature = Signature.UNCHECKED if has_keys(bundled) else Signature.NO_KEYS
    return InUse(
        path=bundled,
        release=release,
        notice=told,
        origin=Origin.PROGRAM,
        folder="",
        signature=signature,
    )


def _whole_one(store: ReleaseStore, folder: str, fingerprint: str) -> ListedRelease | None:
    """What the signed list says of a stored release that is whole, or None."""
    try:
        said = read_list(store.metadata(folder))
    except (OSError, ValueError):
        return None
    if said.list_sha256 != fingerprint:
        return None
    whole = is_whole(store.directory(folder), said.length, said.sha256)
    return said if whole else None


def _checked(store: ReleaseStore, bundled: Path, notice: str = "") -> InUse:
    """What to open after damage was seen; now nothing counts without signatures.

    `notice`: the sentence to say where it is no damage, with a gap for the release's number.
    """
    try:
        from desktop_app.updates.releases.signatures import fallen_back
    except ImportError:  # an installation without the update engine has only its own directory
        return own_one(bundled)
    return fallen_back(store, bundled, notice)
