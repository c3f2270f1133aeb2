"""Signatures checked as in the window: in pure Python, as if `cryptography` were not there."""

from collections.abc import Iterator
from contextlib import contextmanager

import securesystemslib.signer._key as keys


@contextmanager
def pure_python() -> Iterator[None]:
    checked = keys.SSlibKey.verify_signature

    def verify(self: keys.SSlibKey, signature: keys.Signature, data: bytes) -> None:
        before, keys.CRYPTO_IMPORT_ERROR = keys.CRYPTO_IMPORT_ERROR, "as in the window"
        try:
            checked(self, signature, data)
        finally:
            keys.CRYPTO_IMPORT_ERROR = before

    keys.SSlibKey.verify_signature = verify  # type: ignore[method-assign]
    try:
        yield
    finally:
        keys.SSlibKey.verify_signature = checked  # type: ignore[method-assign]
