"""Every test checks signatures as the window does: in pure Python, without `cryptography`."""

from pathlib import Path

import pytest
import securesystemslib.signer._key as keys

from tests.updates.lab import Lab


@pytest.fixture(autouse=True)
def pure_python(monkeypatch: pytest.MonkeyPatch) -> None:
    checked = keys.SSlibKey.verify_signature

    def verify(self: keys.SSlibKey, signature: keys.Signature, data: bytes) -> None:
        before, keys.CRYPTO_IMPORT_ERROR = keys.CRYPTO_IMPORT_ERROR, "as in the window"
        try:
            checked(self, signature, data)
        finally:
            keys.CRYPTO_IMPORT_ERROR = before

    monkeypatch.setattr(keys.SSlibKey, "verify_signature", verify)


@pytest.fixture
def lab(tmp_path: Path) -> Lab:
    return Lab(tmp_path)
