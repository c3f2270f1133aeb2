"""The directory of a release, rebuilt on this computer from the one it has and a small patch.

No new trust: the patch is asked for by fingerprints that a signed list names, and what comes out is
held against the signed fingerprint of the whole file. Whatever is wrong with a patch, the whole
file is taken instead.
"""

import hashlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from tuf.api.exceptions import LengthOrHashMismatchError
from tuf.api.metadata import TargetFile

from desktop_app.updates.errors import Refused, Why
from desktop_app.updates.file_names import patch_name
from desktop_app.updates.patch import LARGEST_PATCH, PatchError, patched
from desktop_app.updates.verify.sources import NotThere, UpdateSource, read_small

SHA256 = "sha256"


def rebuilt(
    source: UpdateSource, target: TargetFile, base: Path, to: Path, progress: Callable[[int], None]
) -> bool:
    """Whether the directory stands there now, byte for byte the signed one; Refused to stop.

    `base` is the directory this computer has. False: there is no patch that fits.
    """
    done = False
    try:
        patch = _fetched(source, target, base)
        if patch:
            _write(patch, target, base, to, progress)
            done = True
    except (PatchError, LengthOrHashMismatchError):
        done = False  # not for this file, damaged, or made by somebody else
    finally:
        if not done:
            with suppress(OSError):
                to.unlink(missing_ok=True)
    return done


def _fetched(source: UpdateSource, target: TargetFile, base: Path) -> bytes:
    """The patch from the file this computer has; nothing when there is none to be had."""
    try:
        with base.open("rb") as file:
            known = hashlib.file_digest(file, SHA256).hexdigest()
        return read_small(source, patch_name(known, target.hashes[SHA256]), LARGEST_PATCH)
    except (NotThere, OSError, KeyError):
        return b""
    except Refused as refused:
        if refused.why is Why.STOPPED:
            raise
        return b""  # the whole file may still be had


def _write(
    patch: bytes, target: TargetFile, base: Path, to: Path, progress: Callable[[int], None]
) -> None:
    count = 0
    with base.open("rb") as old, to.open("wb") as new:
        for piece in patched(patch, old, target.length):
            new.write(piece)
            count += len(piece)
            progress(count)
    with to.open("rb") as new:
        target.verify_length_and_hashes(new)
