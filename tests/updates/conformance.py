"""Our update client behind the command line that the public TUF conformance suite drives.

    python -m tests.updates.conformance --metadata-dir DIR init ROOT
    python -m tests.updates.conformance --metadata-dir DIR --metadata-url URL refresh
    python -m tests.updates.conformance … --target-name NAME --target-base-url URL
        --target-dir DIR download

It is the client that takes updates, with three differences that the suite asks for: it reads over
HTTP, leaves a root.json beside its lists, and judges age strictly by the real clock (set
`WHO_TO_CALL_LENIENT=1` to judge as laptops do: then exactly the tests about expiry fail).
"""

import argparse
import os
import shutil
import sys
from pathlib import Path

from tuf.api.exceptions import DownloadError, RepositoryError

from desktop_app.updates.verify.tuf_updater import LONG_AGO, DatedUpdater

LENIENT = "WHO_TO_CALL_LENIENT"


class ConformingUpdater(DatedUpdater):
    """The same client, leaving root.json where the suite looks for it."""

    links_root = True


def main() -> int:
    """Do what the suite asks; exit status 1 when it is refused."""
    asked = _parser().parse_args()
    if asked.command == "init":
        shutil.copyfile(asked.root, asked.metadata_dir / "root.json")
        return 0
    try:
        _serve(asked)
    except (RepositoryError, DownloadError, OSError, ValueError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1
    return 0


def _serve(asked: argparse.Namespace) -> None:
    updater = ConformingUpdater(
        str(asked.metadata_dir),
        asked.metadata_url,
        asked.target_dir,
        asked.target_base_url,
        bootstrap=None,
    )
    if os.environ.get(LENIENT):
        updater.judge_age_at(LONG_AGO)
    if asked.command == "refresh":
        updater.refresh()
        return
    for name in asked.target_name:
        target = updater.get_targetinfo(name)
        if target is None:
            raise ValueError(f"{name} is not listed")
        if updater.find_cached_target(target) is None:
            updater.download_target(target)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="tests.updates.conformance")
    parser.add_argument("--metadata-dir", type=Path, required=True)
    parser.add_argument("--metadata-url")
    parser.add_argument("--target-name", action="append", default=[])
    parser.add_argument("--target-dir")
    parser.add_argument("--target-base-url")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("init").add_argument("root", type=Path)
    commands.add_parser("refresh")
    commands.add_parser("download")
    return parser


if __name__ == "__main__":
    sys.exit(main())
