"""Attacks with keys: wrong ones, too few, stolen ones, and ones that were taken back."""

from datetime import timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner

from desktop_app.updates.errors import Why
from tests.updates.attacks.registry import attack, newest, other_lab, rewritten
from tests.updates.lab import Lab


@attack(Why.NOT_SIGNED)
def a_stranger_signs_a_whole_release_of_their_own(lab: Lab) -> Path:
    return other_lab(lab).stick()


@attack(Why.NOT_SIGNED)
def a_stranger_packs_a_release_file_of_their_own(lab: Lab) -> Path:
    return other_lab(lab).file()


@attack(Why.NOT_SIGNED)
def a_stranger_offers_a_next_root_of_their_own(lab: Lab) -> Path:
    stranger = other_lab(lab).steward
    stranger.rotate("targets", 0)
    return stranger.home


@attack(Why.NOT_SIGNED)
def one_of_the_two_signatures_on_the_data_is_missing(lab: Lab) -> Path:
    lab.release(2, signers=lab.steward.keys["targets"][:1])
    return lab.file()


@attack(Why.NOT_SIGNED)
def nobody_signed_the_data(lab: Lab) -> Path:
    lab.release(2, signers=[])
    return lab.file()


@attack(Why.NOT_SIGNED, Why.MALFORMED)
def one_signature_is_there_twice(lab: Lab) -> Path:
    lab.release(2)
    targets = lab.steward.home / "metadata" / "2.targets.json"
    rewritten(targets, lambda said: said.update(signatures=said["signatures"][:1] * 2))
    _dated(lab)
    return lab.stick()


@attack(Why.NOT_SIGNED)
def one_key_signs_under_two_names(lab: Lab) -> Path:
    lab.release(2)
    targets = lab.steward.home / "metadata" / "2.targets.json"

    def rename(said: dict[str, list[dict[str, str]]]) -> None:
        first, second = said["signatures"][:2]
        second["sig"] = first["sig"]

    rewritten(targets, rename)
    _dated(lab)
    return lab.stick()


@attack(Why.NOT_SIGNED)
def the_publishing_key_alone_changes_data(lab: Lab) -> Path:
    lab.release(2, signers=lab.steward.keys["snapshot"])
    return lab.file()


@attack(Why.NOT_SIGNED)
def root_keys_sign_data(lab: Lab) -> Path:
    lab.release(2, signers=lab.steward.keys["root"])
    return lab.file()


@attack(Why.NOT_SIGNED)
def a_signature_has_one_other_bit(lab: Lab) -> Path:
    lab.release(2)

    def flip(said: dict[str, list[dict[str, str]]]) -> None:
        sig = said["signatures"][0]["sig"]
        said["signatures"][0]["sig"] = ("0" if sig[0] != "0" else "1") + sig[1:]

    stick = lab.stick()
    rewritten(newest(stick, "timestamp"), flip)
    return stick


@attack(Why.NOT_SIGNED)
def a_signature_is_no_signature(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    rewritten(newest(stick, "timestamp"), lambda said: said["signatures"][0].update(sig="zz"))
    return stick


@attack(Why.NOT_SIGNED)
def the_timestamp_has_no_signatures(lab: Lab) -> Path:
    lab.release(2)
    stick = lab.stick()
    rewritten(newest(stick, "timestamp"), lambda said: said.update(signatures=[]))
    return stick


@attack(Why.NOT_SIGNED)
def the_timestamp_is_signed_by_a_stranger(lab: Lab) -> Path:
    lab.release(2)
    lab.steward.keys["timestamp"] = [CryptoSigner.generate_ed25519()]
    _dated(lab)
    return lab.stick()


@attack(Why.NOT_SIGNED)
def the_snapshot_is_signed_by_a_stranger(lab: Lab) -> Path:
    lab.release(2)
    lab.steward.keys["snapshot"] = [CryptoSigner.generate_ed25519()]
    _dated(lab)
    return lab.stick()


@attack(Why.NOT_SIGNED)
def two_stolen_keys_sign_after_they_were_taken_back(lab: Lab) -> Path:
    stolen = [lab.steward.rotate("targets", 0), lab.steward.rotate("targets", 1)]
    lab.release(2, signers=stolen)
    return lab.file()


@attack(Why.NOT_SIGNED)
def one_stolen_key_and_one_good_one_sign(lab: Lab) -> Path:
    stolen = lab.steward.rotate("targets", 0)
    lab.release(2, signers=[stolen, lab.steward.keys["targets"][1]])
    return lab.file()


@attack(Why.NOT_SIGNED)
def a_taken_back_publishing_key_dates_a_release(lab: Lab) -> Path:
    stolen = lab.steward.rotate("snapshot", 0)
    lab.steward.keys["timestamp"] = [stolen]
    lab.release(2)
    return lab.file()


@attack(Why.NOT_SIGNED)
def a_change_of_keys_is_signed_by_one_root_key(lab: Lab) -> Path:
    lab.steward.rotate("targets", 0)
    _sign_root_with(lab, lab.steward.keys["root"][:1])
    lab.release(2)
    return lab.file()


@attack(Why.NOT_SIGNED)
def a_change_of_keys_is_signed_by_targets_keys(lab: Lab) -> Path:
    lab.steward.rotate("targets", 0)
    _sign_root_with(lab, lab.steward.keys["targets"])
    lab.release(2)
    return lab.file()


@attack(Why.NOT_SIGNED)
def a_change_of_root_keys_is_signed_by_the_new_ones_alone(lab: Lab) -> Path:
    for index in (0, 1, 2):
        lab.steward.keys["root"][index] = CryptoSigner.generate_ed25519()
    root = lab.steward.lists["root"].signed
    for keyid in list(root.roles["root"].keyids):
        root.revoke_key(keyid, "root")
    for signer in lab.steward.keys["root"]:
        root.add_key(signer.public_key, "root")
    lab.steward.sign("root", timedelta(days=3650))
    lab.release(2)
    return lab.file()


@attack(Why.NOT_SIGNED)
def a_change_of_root_keys_is_signed_by_the_old_ones_alone(lab: Lab) -> Path:
    old = list(lab.steward.keys["root"])
    for index in (0, 1):
        lab.steward.rotate("root", index)
    path = lab.steward.home / "metadata" / "3.root.json"
    found = lab.steward.lists["root"]
    found.signatures.clear()
    for signer in old[:2]:
        found.sign(signer, append=True)
    path.write_bytes(found.to_bytes())
    lab.release(2)
    return lab.file()


@attack(Why.OLDER, Why.NOT_SIGNED, Why.MALFORMED)
def a_root_skips_a_number(lab: Lab) -> Path:
    lab.steward.lists["root"].signed.version += 1
    lab.steward.rotate("targets", 0)
    metadata = lab.steward.home / "metadata"
    (metadata / "3.root.json").rename(metadata / "2.root.json")
    lab.release(2)
    return lab.file()


@attack(Why.OLDER)
def an_old_root_returns_under_the_next_number(lab: Lab) -> Path:
    metadata = lab.steward.home / "metadata"
    (metadata / "2.root.json").write_bytes((metadata / "1.root.json").read_bytes())
    lab.release(2)
    return lab.stick()


@attack(Why.NOT_SIGNED, Why.MALFORMED)
def the_threshold_in_a_root_was_lowered_by_hand(lab: Lab) -> Path:
    lab.steward.rotate("targets", 0)
    path = lab.steward.home / "metadata" / "2.root.json"
    rewritten(path, lambda said: said["signed"]["roles"]["targets"].update(threshold=1))
    lab.release(2, signers=lab.steward.keys["targets"][:1])
    return lab.file()


def _dated(lab: Lab) -> None:
    """Date the lists as they now lie on the disk: only their signatures are wrong."""
    lab.steward.date(timedelta(days=90))


def _sign_root_with(lab: Lab, signers: list[CryptoSigner]) -> None:
    found = lab.steward.lists["root"]
    found.signatures.clear()
    for signer in signers:
        found.sign(signer, append=True)
    lab.steward.write("root")
