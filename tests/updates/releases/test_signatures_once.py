"""Signatures are what an update costs on a desk: the program asks for each only once."""

from collections import Counter
from pathlib import Path

import pytest
from securesystemslib.signer import SSlibKey

from desktop_app.updates.verify.signed_list import vouches
from tests.updates.lab import Lab


def kept_releases(lab: Lab) -> None:
    """Four releases taken one after another, a key changed before each: as long as it gets."""
    for number in range(2, 6):
        lab.steward.rotate("targets" if number % 2 else "root", 1)
        lab.release(number)
        lab.take(lab.file())


def test_an_update_after_many_changes_of_keys_checks_few_signatures(
    lab: Lab, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_releases(lab)
    lab.release(6)
    asked: Counter[tuple[str, str, bytes]] = Counter()
    verify = SSlibKey.verify_signature

    def counted(key: SSlibKey, signature: object, data: bytes) -> None:
        asked[key.keyid, getattr(signature, "signature", ""), data] += 1
        verify(key, signature, data)  # type: ignore[arg-type]

    monkeypatch.setattr(SSlibKey, "verify_signature", counted)
    vouches.cache_clear()
    assert lab.take(lab.file()).release == 6
    # A new root is checked by the one before it and by itself: by python-tuf, and once by us.
    assert max(asked.values()) <= 4
    assert asked.total() < 80


def test_a_list_that_was_changed_is_asked_about_anew(lab: Lab) -> None:
    lab.release(2)
    lab.take(lab.file())
    targets = lab.in_use().path.parent / "metadata/targets.json"
    root = (lab.place.trust / "root.json").read_bytes()
    content = targets.read_bytes()
    assert vouches(root, "targets", content)
    changed = content.replace(b'"version":2', b'"version":3')
    assert changed != content
    assert not vouches(root, "targets", changed)
    assert vouches(root, "targets", content)


@pytest.mark.parametrize("content", [b"", b"{}", b"[" * 5000, b"\xff"])
def test_a_list_nobody_can_read_is_no_answer_that_is_kept(content: bytes, lab: Lab) -> None:
    root = Path(lab.place.trust / "root.json").read_bytes()
    held = vouches.cache_info().currsize
    with pytest.raises(Exception):  # noqa: B017, PT011  # any of FAULTS, told apart by nobody
        vouches(root, "targets", content)
    assert vouches.cache_info().currsize == held
