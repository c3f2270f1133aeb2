"""One signed list as it was kept: read, and its signatures counted, without python-tuf.

What a desk already took is checked again after every start, on every desk; python-tuf would cost
each of them some fifteen megabytes and a hundred modules for that. Here are the two pieces of it
that the question needs: the canonical form of what was signed, and Ed25519 in pure Python (both
from securesystemslib, as in python-tuf). Whether an update is taken is decided by python-tuf; a
test holds the two to the same verdict over thousands of spoilt lists.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from securesystemslib._vendor.ed25519 import ed25519
from securesystemslib.exceptions import Error as SignedError
from securesystemslib.formats import encode_canonical

SPECIFICATION = "1."
"""The Update Framework's own version; a list of another one may mean something else."""
KIND = "ed25519"
"""The kind of a key and its scheme: no other is made by our stewards, nor checked on a desk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedList:
    """What a list says, the bytes that were signed, and who is said to have signed them."""

    said: Mapping[str, Any]
    signed_bytes: bytes
    signatures: Mapping[str, str]
    """By the id of the key."""

    @property
    def version(self) -> int:
        """Which of its kind it is, counted from 1."""
        version: int = self.said["version"]
        return version


def read_signed(content: bytes, role: str) -> SignedList:
    """Read a list of this role (`root`, `targets`); ValueError when it is none.

    Nothing in it is believed yet: `vouches` says whether it may be.
    """
    try:
        whole = json.loads(content.decode("utf-8"))
        said, signatures = whole["signed"], whole["signatures"]
        if said["_type"] != role or not said["spec_version"].startswith(SPECIFICATION):
            raise ValueError(f"it is no list of {role}")
        _whole_number(said["version"])
        by = {each["keyid"]: each["sig"] for each in signatures}
        if len(by) != len(signatures):
            raise ValueError("one key signed it twice")
        signed_bytes = (encode_canonical(said) or "").encode("utf-8")
    except (SignedError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error
    return SignedList(said=said, signed_bytes=signed_bytes, signatures=by)


@lru_cache(maxsize=64)
def vouches(root: bytes, role: str, content: bytes) -> bool:
    """Whether enough of this root's keys for a role signed this list; ValueError when it is none.

    Each signature costs some five milliseconds, and one update asks about the same few a hundred
    times. Files are read anew for each, so the same bytes have the same answer.
    """
    judge, found = read_signed(root, "root").said, read_signed(content, role)
    try:
        entry, keys = judge["roles"][role], judge["keys"]
        threshold = _whole_number(entry["threshold"])
        holders = {keyid: keys[keyid] for keyid in entry["keyids"] if keyid in keys}
        return sum(_signed(found, keyid, key) for keyid, key in holders.items()) >= threshold
    except (LookupError, TypeError, AttributeError) as error:
        raise ValueError(f"{type(error).__name__}: {error}") from error


def _signed(found: SignedList, keyid: str, key: Mapping[str, Any]) -> bool:
    if (key["keytype"], key["scheme"]) != (KIND, KIND) or keyid not in found.signatures:
        return False
    public, signature = key["keyval"]["public"], found.signatures[keyid]
    try:
        check: Callable[[bytes, bytes, bytes], None] = ed25519.checkvalid
        check(bytes.fromhex(signature), found.signed_bytes, bytes.fromhex(public))
    except Exception:  # its own words for "no", or what bytes of no point of the curve lead to
        return False
    return True


def _whole_number(value: object) -> int:
    if type(value) is not int or value < 1:
        raise ValueError(f"{str(value)[:40]} is no count")
    return value
