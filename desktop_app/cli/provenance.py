"""Where the directory in use comes from and who signed it, for `who-to-call check --self`."""

from pathlib import Path

from desktop_app import paths
from desktop_app.updates.releases.in_use import InUse, Origin, Signature, has_keys, trust_beside
from desktop_app.updates.releases.release_store import ReleaseStore

ORIGINS = {
    Origin.PROGRAM: "release {} came with the program",
    Origin.UPDATE: "release {} is the update taken last",
    Origin.FALLBACK: "release {} is an older update, because what was in use is not sound",
    Origin.RESTORED: "release {} is the update taken last, though an older one was set to be used",
    Origin.NAMED: "release {} is the file that {} names",
}
SIGNED = "release {}, by the steward whose keys came with the program"
UNSIGNED = (
    "nobody can tell: this copy came without a steward’s keys ({} is not there), so it takes no "
    "update and opens nothing but its own list"
)
MADE_HERE = "nobody yet: it was compiled in this checkout"
NAMED = "nobody was asked: a file that is named is opened as it is"


class Unsigned(Exception):
    """Something here is not what was signed; the message says what, for IT."""


def origin(in_use: InUse) -> str:
    """Which release is in use, how it came here, and its file; Unsigned when one was dropped."""
    told = ORIGINS[in_use.origin].format(in_use.release, paths.DIRECTORY_VARIABLE)
    return f"{told}: {in_use.path}"


def signature(in_use: InUse, user_folder: Path | None) -> str:
    """Whether the directory in use is what was signed; Unsigned when it, or another, is not."""
    trust = trust_beside(paths.directory_file())
    if in_use.signature is Signature.FAILS:
        raise Unsigned(f"{in_use.path} is not what the lists in {trust} sign")
    if in_use.notice:
        raise Unsigned(_what_was_dropped(in_use, user_folder))
    if in_use.origin is Origin.NAMED:
        return NAMED
    if in_use.signature is Signature.HOLDS:
        return SIGNED.format(in_use.release)
    return MADE_HERE if in_use.signature is Signature.MADE_HERE else UNSIGNED.format(trust)


def _what_was_dropped(in_use: InUse, user_folder: Path | None) -> str:
    """The notice, and the folder it is about."""
    if user_folder is None or not has_keys(paths.directory_file()) or not in_use.dropped:
        place = ReleaseStore(user_folder).releases if user_folder else ""
        return f"{in_use.notice} {place}".rstrip()
    return f"{in_use.notice} {ReleaseStore(user_folder).releases / in_use.dropped}"
