"""A kept list is judged without python-tuf, and as python-tuf would, whatever was spoilt."""

import copy
import itertools
import json
import random
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import securesystemslib.signer._key as signer_key
import tuf.api.serialization.json as tuf_json
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata

from desktop_app.updates.verify import signed_list
from desktop_app.updates.verify.signed_list import read_signed, vouches
from tests import sweeps
from tests.updates.lab import Lab

ROOT = Path(__file__).parents[3]
NO_LIST = "no list"
IN_PLACE: tuple[object, ...] = (
    None, True, False, 0, 1, -1, 2, 10**30, 1.5, "", "1", "\ud800", [], {}, [[]], {"a": 1},
)  # fmt: skip


def by_us(root: bytes, role: str, content: bytes) -> bool | str:
    try:
        return vouches.__wrapped__(root, role, content)
    except ValueError:
        return NO_LIST


def by_tuf(root: bytes, role: str, content: bytes) -> bool | str:
    """What python-tuf says of it; it asks for the role in another place."""
    try:
        judge, found = Metadata.from_bytes(root).signed, Metadata.from_bytes(content)
        if found.signed.type != role or judge.type != "root":
            return NO_LIST
        judge.verify_delegate(role, found.signed_bytes, found.signatures)
    except RepositoryError as error:
        return False if type(error).__name__ == "UnsignedMetadataError" else NO_LIST
    except Exception:
        return NO_LIST
    return True


def nodes(said: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The way to every value in a list."""
    inside = (
        said.items() if isinstance(said, dict)
        else enumerate(said) if isinstance(said, list) else ()
    )  # fmt: skip
    for key, value in inside:
        yield (*way, key)
        yield from nodes(value, (*way, key))


def spoilt(content: bytes) -> Iterator[bytes]:
    """Every value of a list replaced, taken away, doubled; then its bytes changed."""
    whole = json.loads(content)
    for way in nodes(whole):
        for value in (*IN_PLACE, "gone", "twice", "upper", "spaced", "one sign"):
            changed = copy.deepcopy(whole)
            *above, last = way
            parent = changed
            for key in above:
                parent = parent[key]
            if not put(parent, last, value):
                continue
            yield json.dumps(changed).encode()
    rng = random.Random(7)
    for _ in range(600):
        at = rng.randrange(len(content))
        yield content[:at] + bytes([rng.randrange(256)]) + content[at + 1 :]
    yield from (content.decode().encode(coding) for coding in ("utf-16", "utf-8-sig", "utf-32"))
    yield from (content[:-1], b"", b"[]", b"null", content + b" ", content + b"{}")


def put(parent: Any, key: Any, value: object) -> bool:
    """Spoil one value; whether it is another one now."""
    before = parent[key]
    if value == "gone":
        del parent[key]
    elif value == "twice":
        if not isinstance(parent, list):
            return False
        parent.append(before)
    elif value in ("upper", "spaced", "one sign"):
        if not isinstance(before, str) or not before:
            return False
        other = "0" if before[0] != "0" else "1"
        changes = {"upper": before.upper(), "spaced": f" {before}", "one sign": other + before[1:]}
        parent[key] = changes[str(value)]
        return bool(parent[key] != before)
    else:
        parent[key] = value
    return True


@pytest.fixture
def lists(lab: Lab) -> dict[str, bytes]:
    """The root and the list of targets of a release."""
    lab.release(2)
    home = lab.steward.home / "metadata"
    found = {role: lab.steward.lists[role].signed.version for role in ("root", "targets")}
    return {role: (home / f"{n}.{role}.json").read_bytes() for role, n in found.items()}


@pytest.mark.slow
@pytest.mark.parametrize("role", ["root", "targets"])
def test_a_spoilt_list_has_the_verdict_of_python_tuf(lists: dict[str, bytes], role: str) -> None:
    assert by_us(lists["root"], role, lists[role]) is True
    others = {}
    for content in sweeps.sampled(spoilt(lists[role]), 200, of=role):
        ours, theirs = by_us(lists["root"], role, content), by_tuf(lists["root"], role, content)
        if (ours is True) != (theirs is True) and not left_out(content):
            others[content] = (ours, theirs)
        assert theirs is True or ours is not True
    assert others == {}


def left_out(content: bytes) -> bool:
    """Whether python-tuf fills in what a list does not say; a list of ours says everything."""
    said = json.loads(content)["signed"]
    return said["spec_version"] is None or said["version"] is None


def test_a_spoilt_root_vouches_for_no_list_for_which_its_keys_do_not(
    lists: dict[str, bytes],
) -> None:
    """The first root came with the program and is believed; python-tuf reads all of it first."""
    others = {}
    for root in sweeps.sampled(spoilt(lists["root"]), 600, of="judge"):
        ours, theirs = (by(root, "targets", lists["targets"]) for by in (by_us, by_tuf))
        if theirs is False and ours is True:
            others[root] = (ours, theirs)
    assert others == {}


@pytest.mark.parametrize("role", ["root", "targets"])
def test_whoever_signs_the_verdict_is_that_of_python_tuf(lab: Lab, role: str) -> None:
    """Every choice of our three keys, of a stranger's and of another role's."""
    other = "targets" if role == "root" else "root"
    stranger = Lab.stranger(lab.folder / "stranger").steward
    signers = [*lab.steward.keys[role], lab.steward.keys[other][0], stranger.keys[role][0]]
    found, root = lab.steward.lists[role], lab.steward.lists["root"].to_bytes()
    kept = root if role == "targets" else (lab.place.trust / "root.json").read_bytes()
    seen = set()
    for count in range(len(signers) + 1):
        for some in itertools.combinations(signers, count):
            found.signatures.clear()
            for signer in some:
                found.sign(signer, append=True)
            ours = by_us(kept, role, found.to_bytes())
            assert ours == by_tuf(kept, role, found.to_bytes()), count
            assert ours == (len(set(some) & set(signers[:3])) >= 2)
            seen.add(ours)
    assert seen == {True, False}


def test_every_change_of_keys_has_the_verdict_of_python_tuf(lab: Lab) -> None:
    for number in range(2, 5):
        lab.steward.rotate("targets" if number % 2 else "root", 1)
        lab.release(number)
    home = lab.steward.home / "metadata"
    roots = [path.read_bytes() for path in home.glob("*.root.json")]
    lists = [path.read_bytes() for path in home.glob("*.targets.json")]
    verdicts = set()
    for root, content in itertools.product(roots, [*roots, *lists]):
        role = "root" if content in roots else "targets"
        ours = by_us(root, role, content)
        assert ours == by_tuf(root, role, content)
        verdicts.add(ours)
    assert verdicts == {True, False}


def test_a_list_of_another_role_is_none(lists: dict[str, bytes]) -> None:
    with pytest.raises(ValueError, match="no list of targets"):
        read_signed(lists["root"], "targets")


def test_what_holds_many_brackets_is_refused_and_halts_nothing() -> None:
    for content in (b"[" * 100_000, b'{"signed":' * 100_000):
        with pytest.raises((ValueError, RecursionError)):
            vouches(content, "targets", content)


def test_neither_python_tuf_nor_a_crypto_library_is_loaded_for_it(lab: Lab) -> None:
    """The whole check after a start, of a release that was taken, and a look that finds no news."""
    lab.release(2)
    lab.take(lab.file())
    script = (
        "import sys; from pathlib import Path\n"
        "from desktop_app.updates.place import UpdatePlace\n"
        "from desktop_app.updates.releases.choose import newest_confirmed\n"
        "from desktop_app.updates.verify.folders import sources_in\n"
        "from desktop_app.updates.source_filter import worth_trying\n"
        f"own, bundled = Path({str(lab.place.user_folder)!r}), Path({str(lab.place.bundled)!r})\n"
        "place = UpdatePlace(own, bundled)\n"
        "found = newest_confirmed(place.user_folder, place.bundled)\n"
        f"fresh, known = worth_trying(sources_in(Path({str(lab.folder)!r})).openers, place)\n"
        "heavy = {'tuf', 'cryptography', 'securesystemslib.signer', 'urllib3', 'ssl', 'socket'}\n"
        "print(found.release, found.signature, fresh, known, sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "2 holds [] True []"


def test_it_is_the_code_that_python_tuf_uses() -> None:
    """Both pieces are securesystemslib's, taken by a name that a new pin may change."""
    ours = vars(signed_list)
    assert ours["ed25519"].SignatureMismatch is signer_key.SignatureMismatch
    assert ours["encode_canonical"] is vars(tuf_json)["encode_canonical"]
