"""What somebody plants where an update would lie, or beside the program; and what is found then."""

import hashlib
import json
import shutil
from pathlib import Path

from desktop_app.updates.file_names import DIRECTORY
from desktop_app.updates.releases.choose import directory_confirmed
from desktop_app.updates.releases.in_use import InUse
from desktop_app.updates.releases.release_store import Pointer
from tests.updates.lab import Lab

PLANT = "999999-aaaaaaaaaaaa"


FORGED = {"luton-children_front_door": "01632 960666"}


def plant(
    lab: Lab,
    release: int = 999_999,
    folder: str = PLANT,
    *,
    says: str = "",
    content: bytes = b"",
) -> Path:
    """Lay a forged release where an update would lie, with a list and a note that fit it."""
    content = content or lab.directory(release, numbers=FORGED).read_bytes()
    place = lab.place.store.releases / folder
    (place / "metadata").mkdir(parents=True)
    (place / DIRECTORY).write_bytes(content)
    said = {
        "signed": {
            "_type": "targets",
            "version": release,
            "targets": {
                DIRECTORY: {
                    "length": len(content),
                    "hashes": {"sha256": hashlib.sha256(content).hexdigest()},
                    "custom": {"release": release},
                }
            },
        },
        "signatures": [],
    }
    text = says or json.dumps(said)
    (place / "metadata/targets.json").write_text(text, encoding="utf-8", errors="surrogatepass")
    fingerprint = hashlib.sha256((place / "metadata/targets.json").read_bytes()).hexdigest()
    lab.place.store.pointer.write_bytes(Pointer(folder, fingerprint).as_bytes())
    return place


def confirmed(lab: Lab) -> InUse:
    return directory_confirmed(lab.place.user_folder, lab.place.bundled)


def no_keys(lab: Lab) -> None:
    """The program as it is packed where no steward has made keys."""
    shutil.rmtree(lab.place.trust)


def tamper(lab: Lab, release: int = 1) -> None:
    """Another directory in the place of the program's own, sealed as it should be."""
    shutil.copy(lab.directory(release, numbers=FORGED), lab.place.bundled)
