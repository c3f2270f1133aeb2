"""Signatures checked as in the window: in pure Python, as if `cryptography` were not there."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import securesystemslib.signer._key as keys
from securesystemslib._vendor.ed25519 import ed25519
from securesystemslib.exceptions import UnsupportedLibraryError


def _as_in_the_window(self: keys.SSlibKey, signature: bytes, data: bytes) -> None:
    if self.scheme != keys.ED25519:
        raise UnsupportedLibraryError("as in the window")
    self._verify_ed25519_fallback(signature, data)


@contextmanager
def pure_python() -> Iterator[None]:
    """Other threads may go on making keys meanwhile: no switch of the module is touched."""
    checked = keys.SSlibKey._verify
    keys.SSlibKey._verify = _as_in_the_window  # type: ignore[method-assign]
    try:
        yield
    finally:
        keys.SSlibKey._verify = checked  # type: ignore[method-assign]


_worked_out = lru_cache(maxsize=65_536)(keys.checkvalid)


@contextmanager
def each_signature_once() -> Iterator[None]:
    """The same code, but the same signature of the same bytes is worked out only once in a run.

    A signature takes five milliseconds and the tests check some hundred thousand, most of them
    the same few: what is found out about one cannot change. A refusal is never kept.
    """
    check = keys.checkvalid
    keys.checkvalid = ed25519.checkvalid = _worked_out
    try:
        yield
    finally:
        keys.checkvalid = ed25519.checkvalid = check
