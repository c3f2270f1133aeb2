"""What db/trust signs is what is packed: whoever packs the directory asks here first.

Standard library only: the wheel is built with hatchling alone.
"""

import hashlib
import json
from pathlib import Path

from installers.product import CannotBuild

LISTS = ("root.json", "targets.json", "snapshot.json", "timestamp.json")


def release_signed(trust: Path, directory: Path) -> int:
    """The release that the lists of `trust` sign; CannotBuild when `directory` is another file.

    What is installed would show none of its numbers: it holds them against these lists.
    """
    for name in LISTS:
        _must_be_a_list(trust / name)
    target = json.loads((trust / "targets.json").read_bytes())["signed"]["targets"][directory.name]
    if hashlib.sha256(directory.read_bytes()).hexdigest() != target["hashes"]["sha256"]:
        raise CannotBuild(
            "The directory is not the one that db/trust signs, so what is installed would show "
            "none of its numbers. Have it signed, publish it and write the folder again: "
            "who-to-call release trust"
        )
    return int(target["custom"]["release"])


def _must_be_a_list(path: Path) -> None:
    try:
        sound = bool(json.loads(path.read_bytes())["signatures"])
    except (OSError, ValueError, KeyError, TypeError):
        sound = False
    if not sound:
        raise CannotBuild(
            f"{path.relative_to(path.parents[2])} is missing or is no signed list. "
            "Write the folder again: who-to-call release trust"
        )
