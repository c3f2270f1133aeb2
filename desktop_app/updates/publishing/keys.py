"""The steward's keys: made once, encrypted with a passphrase, each held by one person.

A key is kept as a PKCS #12 file, which other programs can read as well; its passphrase is stretched
so that guessing costs a third of a second a try. The public half lies beside it as a small text.
"""

import json
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import PrivateFormat
from cryptography.hazmat.primitives.serialization.pkcs12 import (
    PBES,
    load_pkcs12,
    serialize_key_and_certificates,
)
from securesystemslib.signer import CryptoSigner, Key, SSlibKey

from desktop_app.updates.publishing.errors import NotPublished
from desktop_app.updates.publishing.persons import must_be_a_name

PRIVATE, PUBLIC = ".p12", ".public.json"
HOLDER = "x-holder"
"""The field of a public key that says who holds it: "targets-1"."""
PERSON = "x-person"
"""The field of a public key that says which person that is: two signatures are two people's."""
ROUNDS = 600_000
SHORTEST_PASSPHRASE = 12
PUBLISHING = "publishing"
NAMES = ("root-1", "root-2", "root-3", "targets-1", "targets-2", "targets-3", PUBLISHING)
"""Two of three root keys change keys, two of three targets keys data; publishing dates it."""


def make_key(
    folder: Path, name: str, passphrase: str, rounds: int = ROUNDS, *, person: str = ""
) -> SSlibKey:
    """Make one key in a folder; NotPublished when the name is unknown or taken.

    `person`: the name of whoever holds it, signed with the root.
    """
    if name not in NAMES and not _spare(name):
        raise NotPublished(f"No key is called “{name}”. Names: {', '.join(NAMES)}, or root-4 …")
    must_be_long_enough(passphrase)
    private, public = folder / (name + PRIVATE), folder / (name + PUBLIC)
    if private.exists() or public.exists():
        raise NotPublished(
            f"A key called “{name}” is in {folder} already; keys are never replaced."
        )
    named = {PERSON: must_be_a_name(person)} if person else {}
    signer = CryptoSigner.generate_ed25519()
    folder.mkdir(parents=True, exist_ok=True)
    _write_private(private, _locked(signer, name, passphrase, rounds))
    key = signer.public_key
    key.unrecognized_fields.update({HOLDER: name, **named})
    text = json.dumps({"keyid": key.keyid, **key.to_dict()}, indent=2) + "\n"
    public.write_text(text, encoding="utf-8")
    return key


def must_be_long_enough(passphrase: str) -> None:
    """Raise NotPublished when a passphrase is too short to keep a key."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise NotPublished(f"A passphrase needs {SHORTEST_PASSPHRASE} characters or more.")


def unlock(path: Path, passphrase: str) -> CryptoSigner:
    """Open a private key; NotPublished when the passphrase is wrong or the file is no key."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise NotPublished(f"The key {path} cannot be read: {error.strerror}.") from error
    try:
        private = load_pkcs12(content, passphrase.encode()).key
    except ValueError:
        raise NotPublished(f"{path.name} did not open: wrong passphrase, or not a key.") from None
    if not isinstance(private, Ed25519PrivateKey):
        raise NotPublished(f"{path.name} is not a key of this program.")
    return CryptoSigner(private)


def public_key(path: Path) -> SSlibKey:
    """Read the public half of a key; NotPublished when it is none."""
    try:
        said = json.loads(path.read_text(encoding="utf-8"))
        key = Key.from_dict(said.pop("keyid"), said)
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        raise NotPublished(f"{path} is not the public half of a key.") from None
    if not isinstance(key, SSlibKey) or key.keytype != "ed25519" or not holder(key):
        raise NotPublished(f"{path} is not the public half of a key of this program.")
    return key


def public_keys(folder: Path) -> dict[str, SSlibKey]:
    """The public halves in a folder, by the names of their holders."""
    found = [public_key(path) for path in sorted(folder.glob("*" + PUBLIC))]
    return {holder(key): key for key in found}


def holder(key: Key) -> str:
    """Who holds a key."""
    return str(key.unrecognized_fields.get(HOLDER, ""))


def person(key: Key) -> str:
    """The name of whoever holds a key; empty where the root does not say."""
    return str(key.unrecognized_fields.get(PERSON, ""))


def role_of(name: str) -> str:
    """The part a key plays by its name: root, targets, or publishing."""
    return name.rpartition("-")[0] or name


def _spare(name: str) -> bool:
    role, _, number = name.rpartition("-")
    return role in {"root", "targets", PUBLISHING} and number.isdigit() and len(number) <= 3


def _locked(signer: CryptoSigner, name: str, passphrase: str, rounds: int) -> bytes:
    private = Ed25519PrivateKey.from_private_bytes(_raw(signer))
    locking = (
        PrivateFormat.PKCS12.encryption_builder()
        .kdf_rounds(rounds)
        .key_cert_algorithm(PBES.PBESv2SHA256AndAES256CBC)
        .hmac_hash(SHA256())
        .build(passphrase.encode())
    )
    return serialize_key_and_certificates(name.encode(), private, None, None, locking)


def _raw(signer: CryptoSigner) -> bytes:
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    private = load_pem_private_key(signer.private_bytes, None)
    assert isinstance(private, Ed25519PrivateKey)
    return private.private_bytes_raw()


def _write_private(path: Path, content: bytes) -> None:
    path.touch(mode=0o600, exist_ok=False)
    path.write_bytes(content)
