"""Signatures checked as in the window: in pure Python, as if `cryptography` were not there."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

import securesystemslib.signer._key as keys
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


@contextmanager
def each_signature_once() -> Iterator[None]:
    """The same code, but the same signature of the same bytes is worked out only once.

    A signature takes five milliseconds and the tests check some hundred thousand, most of them
    the same few: what is found out about one cannot change.
    """
    check = keys.checkvalid
    keys.checkvalid = lru_cache(maxsize=4096)(check)  # a refusal is an exception: never kept
    try:
        yield
    finally:
        keys.checkvalid = check
