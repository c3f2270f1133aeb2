"""Signatures checked as in the window: in pure Python, as if `cryptography` were not there."""

from collections.abc import Iterator
from contextlib import contextmanager

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
