"""Every attack on the list is refused, with its reason, and the data in use stays byte for byte."""

import random
import time
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from desktop_app.updates.errors import SENTENCES, Refused, Why
from tests import sweeps
from tests.updates.attacks import (  # noqa: F401  # each enters its attacks into the list
    bombs,
    data,
    files,
    history,
    signatures,
)
from tests.updates.attacks.registry import ATTACKS, Attack
from tests.updates.lab import Lab


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_refused(tmp_path: Path, attack: Attack) -> None:
    lab = Lab(tmp_path, lasts=attack.first)
    refused = lab.refused(attack.prepare(lab), attack.terms, attack.now)
    assert refused.why in attack.why, refused.detail
    assert refused.sentence.startswith(SENTENCES[refused.why])


def test_the_list_is_as_long_as_was_promised() -> None:
    names = [attack.name for attack in ATTACKS]
    assert len(names) >= 80
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    "name",
    [
        "../../evil.txt",
        "/etc/evil.txt",
        "C:\\evil.txt",
        "..\\..\\evil.txt",
        "metadata/../../evil.txt",
        "\\\\server\\share\\evil",
        "metadata/CON.json",
        "targets/evil:stream",
        "metadata/evil\x00.json",
    ],
)
def test_names_that_lead_elsewhere_are_never_used(lab: Lab, name: str) -> None:
    lab.release(2)
    path = lab.file()
    with zipfile.ZipFile(path, "a") as packed:
        packed.writestr(name, "evil")
    assert lab.take(path).release == 2
    assert not list(lab.folder.rglob("*evil*"))
    assert not Path("/etc/evil.txt").exists()


@pytest.mark.slow
def test_any_flipped_bit_is_refused_or_harmless(lab: Lab) -> None:
    lab.release(2)
    content, chance = lab.file().read_bytes(), random.Random(5)
    flipped = lab.folder / "flipped.wtcrelease"
    for _ in range(40):
        changed = bytearray(content)
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
        flipped.write_bytes(changed)
        before = lab.fingerprint()
        try:
            lab.take(flipped)
        except Refused:
            assert lab.fingerprint() == before
        else:
            assert lab.number() == 2  # a bit that nothing depends on: the data is the signed data


@pytest.mark.slow
def test_a_bomb_costs_neither_time_nor_memory(lab: Lab) -> None:
    bomb = bombs.bomb(lab, ("targets/", sweeps.size(300, 1500)))
    assert bomb.stat().st_size < 8_000_000
    lab.refused(bomb)  # what is loaded once is loaded
    tracemalloc.start()
    began = time.process_time()  # a busy machine is no bomb
    refused = lab.refused(bomb)
    seconds, peak = time.process_time() - began, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert refused.why is Why.TOO_LARGE
    assert peak < 4_000_000
    assert seconds < 2


def test_the_one_private_name_we_lean_on_is_there() -> None:
    import inspect

    from tuf.ngclient._internal.trusted_metadata_set import TrustedMetadataSet

    source = inspect.getsource(TrustedMetadataSet)
    assert source.count("self.reference_time") == 5
    assert "is_expired(self.reference_time)" in source
