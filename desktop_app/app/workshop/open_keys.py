"""Making keys, and putting one in the place of another, as the window's page asks for it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from desktop_app.app.workshop.open_release import Now
from desktop_app.app.workshop.window_errors import release_errors
from desktop_app.ui.workshop.release.release_work import KeyWanted, Progress
from desktop_app.ui.workshop.working_copy import WorkshopError
from desktop_app.updates.publishing import ceremony, keys, signing, site
from desktop_app.updates.publishing.draft import manifest_in
from desktop_app.updates.publishing.workspace import Workspace

DIFFER = "The two passphrases of {} differ. Nothing was made."
NAMELESS = "Say who holds {}. Nothing was made."
NO_KEYS = "Say for each key who holds it. Nothing was made."
NO_FOLDER = "Say in which folder. Nothing was made."
MADE = (
    "{} keys and the first root are in “{}”. Move each file ending in .p12 to its "
    "holder’s own stick now, and delete it here."
)
MADE_SOME = "Made in “{}”: {}. Keep the .p12 files; send the .public.json files on."
DOES: Mapping[str, str] = MappingProxyType(
    {
        "root": "Two of three change keys. Three people who do not share an office; lock two away.",
        "targets": "Two of three sign a release: maker and checker are never one person.",
        "publishing": "Says which release is the newest. It may stay where releases are published.",
    }
)
NOT_IN_USE = "No key is called “{}”. Keys in use: {}. Nothing was changed."
NO_OLD = "Say which key goes, like targets-2. Nothing was changed."
CHANGED = "{} takes the place of {} once it is signed. {}"
MADE_NEW = "The new key is in “{}”: move its .p12 file to its holder’s own stick. "
SIGNED = "Signed: {}. {}"
OTHER_RELEASE = (
    "A release waits there too, and its checker has to see it: sign it on “Check a release”."
)
OUT = "The change of keys lies in “{}”. In one file, for a stick: {}"


class OpenKeys:
    """Makes keys in a folder."""

    def __init__(self, now: Now, rounds: int = keys.ROUNDS) -> None:
        self._now, self._rounds = now, rounds

    @property
    def names(self) -> Mapping[str, str]:
        """The seven keys, and what each can do."""
        return {name: DOES[keys.role_of(name)] for name in keys.NAMES}

    def make(self, folder: str, wanted: Sequence[KeyWanted], progress: Progress) -> str:
        """Make them; all seven begin a folder of releases, with the first root signed."""
        _must_be_said(folder, wanted)
        desk, every = Workspace(Path(folder)), len(wanted) == len(keys.NAMES)
        into = desk.keys if every else desk.folder
        with release_errors():
            made = {}
            for each in wanted:
                progress(f"Make {each.name}")
                made[each.name] = keys.make_key(
                    into, each.name, each.passphrase, self._rounds, person=each.person
                )
            if not every:
                return MADE_SOME.format(into, ", ".join(made))
            ceremony.draft_first_root(desk, made, self._now())
            roots = [each for each in wanted if keys.role_of(each.name) == "root"]
            signers = [keys.unlock(into / (r.name + keys.PRIVATE), r.passphrase) for r in roots]
            ceremony.accept_first_root(desk, signers)
        return MADE.format(len(made), folder)

    def replace(self, folder: str, old: str, new: KeyWanted, public: str) -> str:
        """Put a new key in the place of an old one: made here, or elsewhere (its public half)."""
        if not folder:
            raise WorkshopError(NO_FOLDER)
        if not old:
            raise WorkshopError(NO_OLD)
        desk, told = Workspace(Path(folder)), ""
        with release_errors():
            if public:
                key = keys.public_key(Path(public))
            else:
                wanted = new._replace(name=_next_name(desk, old))
                _must_be_said(folder, [wanted])
                _must_be_in_use(desk, old)
                key = keys.make_key(
                    desk.folder, wanted.name, new.passphrase, self._rounds, person=new.person
                )
                told = MADE_NEW.format(desk.folder)
            ceremony.rotate(desk, old, key, self._now())
            return told + CHANGED.format(keys.holder(key), old, _waits(desk))

    def sign(self, folder: str, key: str, passphrase: str) -> str:
        """Sign the change of keys; a release that waits is signed where its checker sees it."""
        if not folder:
            raise WorkshopError(NO_FOLDER)
        desk = Workspace(Path(folder))
        with release_errors():
            signer = keys.unlock(Path(key), passphrase)
            if signer.public_key.keyid in desk.governing().roles["targets"].keyids:
                _must_be_the_last_release(desk)
            signed = signing.sign(desk, signer)
            return SIGNED.format(", ".join(signed), _waits(desk))

    def publish(self, folder: str, out: str, key: str, passphrase: str) -> str:
        """Write the signed change of keys into the update folder."""
        if not (folder and out):
            raise WorkshopError(NO_FOLDER)
        with release_errors():
            signer = keys.unlock(Path(key), passphrase)
            one = site.publish(Workspace(Path(folder)), Path(out), signer, self._now())
        return OUT.format(out, one)


def _must_be_in_use(desk: Workspace, old: str) -> None:
    """Before a key is made in vain."""
    names = sorted(keys.holder(each) for each in desk.governing().keys.values())
    if old not in names:
        raise WorkshopError(NOT_IN_USE.format(old, ", ".join(names)))


def _next_name(desk: Workspace, old: str) -> str:
    """targets-4 where three have been: no two keys of a folder ever have the same name."""
    role = keys.role_of(old)
    known = {keys.holder(each) for each in desk.governing().keys.values()}
    known |= {each.name.removesuffix(keys.PUBLIC) for each in desk.folder.glob("*" + keys.PUBLIC)}
    numbers = [
        int(n) for r, _, n in (each.rpartition("-") for each in known) if r == role and n.isdigit()
    ]
    return f"{role}-{max([*numbers, 3 if role != keys.PUBLISHING else 1]) + 1}"


def _must_be_the_last_release(desk: Workspace) -> None:
    """A release is laid out again when keys change; another one waits for its checker."""
    waiting, last = desk.draft_targets(), desk.published_targets()
    if waiting is None:
        return
    if last is None or manifest_in(waiting.signed).sha256 != manifest_in(last.signed).sha256:
        raise WorkshopError(OTHER_RELEASE)


def _waits(desk: Workspace) -> str:
    return " ".join(each.sentence for each in signing.waiting(desk))


def _must_be_said(folder: str, wanted: Sequence[KeyWanted]) -> None:
    """Everything is looked at before the first key is made."""
    if not folder:
        raise WorkshopError(NO_FOLDER)
    if not wanted:
        raise WorkshopError(NO_KEYS)
    for each in wanted:
        if not each.person:
            raise WorkshopError(NAMELESS.format(each.name))
        if each.passphrase != each.again:
            raise WorkshopError(DIFFER.format(each.name))
    with release_errors():
        for each in wanted:
            keys.must_be_long_enough(each.passphrase)
