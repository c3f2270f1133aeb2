"""`who-to-call release`: prepare, sign and publish a directory (see docs/updates.md)."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app import paths
from desktop_app.cli.plain_parser import PlainError, day_argument
from desktop_app.cli.release_changes import must_open, print_draft
from desktop_app.clock import SystemClock

if TYPE_CHECKING:
    from securesystemslib.signer import CryptoSigner

    from desktop_app.updates.publishing.workspace import Workspace

NEEDS_TOOLS = (
    "Publishing needs the tools of a checkout: run python3 dev.py once and use that installation."
)


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command, its steps and their options."""
    parser = commands.add_parser("release", help="publish a directory (stewards)")
    steps = parser.add_subparsers(metavar="STEP", required=True)
    _add_keys(steps)
    _add_build(steps)
    _add_sign(steps)
    publish = _step(steps, "publish", "hand out what was signed", _publish, key=True)
    publish.add_argument("out", metavar="OUT", type=Path)
    rotate = _step(steps, "rotate", "put a new key in the place of an old one", _rotate)
    rotate.add_argument("old", metavar="OLD", help="the holder's name: targets-2")
    rotate.add_argument("--with", dest="new", metavar="FILE", type=Path, required=True)
    still = _step(
        steps, "still-current", "say that the last release still counts", _still, key=True
    )
    still.add_argument("out", metavar="OUT", type=Path)
    still.add_argument("--until", metavar="DATE", type=day_argument, required=True)
    trust = _step(steps, "trust", "write the keys and lists that installers carry", _trust)
    trust.add_argument("--to", metavar="DIR", type=Path, default=paths.trust_here())
    _step(steps, "status", "say whose signatures are missing", _status)


def _add_keys(steps: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    keys = steps.add_parser("init-keys", help="make keys, and the root that names them")
    keys.add_argument("folder", metavar="DIR", type=Path)
    how = keys.add_mutually_exclusive_group()
    how.add_argument("--one", metavar="NAME", help="make one key only, on its holder's machine")
    how.add_argument(
        "--public", metavar="FOLDER", type=Path, help="begin a desk from seven public halves"
    )
    keys.add_argument(
        "--held-by",
        metavar="KEY=PERSON",
        action="append",
        default=[],
        help="who holds a key, signed with it: targets-1=“Ann Example”",
    )
    _add_passphrase(keys)
    keys.set_defaults(run=_run, step=_init_keys)


def _add_build(steps: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    build = _step(steps, "build", "check a compiled directory and lay it out for signing", _build)
    build.add_argument("--directory", metavar="FILE", type=Path, default=None)
    build.add_argument(
        "--explain-shrink", metavar="TEXT", default="", help="why it is much smaller than before"
    )
    build.add_argument(
        "--front-door-moves",
        metavar="TEXT",
        default="",
        help="say on purpose, and why, that a council's front-door number becomes another's",
    )


def _add_sign(steps: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    sign = steps.add_parser("sign", help="add a signature to what waits on the desk")
    _add_desk(sign)
    what = sign.add_mutually_exclusive_group(required=True)
    what.add_argument("--key", metavar="FILE", type=Path)
    what.add_argument("--merge", metavar="DESK", type=Path, help="take over signatures from a copy")
    _add_passphrase(sign)
    sign.set_defaults(run=_run, step=_sign)


def _step(
    steps: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    help_text: str,
    run: Callable[[argparse.Namespace], None],
    *,
    key: bool = False,
) -> argparse.ArgumentParser:
    parser = steps.add_parser(name, help=help_text)
    _add_desk(parser)
    if key:
        parser.add_argument("--key", metavar="FILE", type=Path, required=True)
        _add_passphrase(parser)
    parser.set_defaults(run=_run, step=run)
    return parser


def _add_desk(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--desk", metavar="DIR", type=Path, default=Path())


def _add_passphrase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--passphrase-file", metavar="FILE", type=Path, help="its first line, instead of asking"
    )


def _run(options: argparse.Namespace) -> int:
    from desktop_app.updates.publishing.errors import NotPublished

    try:
        options.step(options)
    except NotPublished as mistake:
        raise PlainError(str(mistake)) from mistake
    except ModuleNotFoundError as missing:
        raise PlainError(NEEDS_TOOLS) from missing
    except OSError as error:
        raise PlainError(f"{error.filename}: {error.strerror}. Nothing was published.") from error
    return 0


def _init_keys(options: argparse.Namespace) -> None:
    from desktop_app.updates.publishing import ceremony, keys

    desk, now = _desk(options.folder), SystemClock().now()
    if options.public:
        ceremony.draft_first_root(desk, keys.public_keys(options.public), now)
        print("The first root is drafted. Two root holders sign it: who-to-call release sign")
        return
    names = [options.one] if options.one else list(keys.NAMES)
    folder = options.folder if options.one else desk.keys
    passphrases = {name: passphrase(options, f"for {name}", new=True) for name in names}
    persons = _persons(options.held_by, names)
    made = {
        name: keys.make_key(folder, name, passphrases[name], person=persons.get(name, ""))
        for name in names
    }
    print(f"{len(made)} key{'' if len(made) == 1 else 's'} made in {folder}.")
    if options.one:
        print(f"Give {options.one}.public.json to the steward; the other file stays with you.")
        return
    ceremony.draft_first_root(desk, made, now)
    roots = [name for name in names if keys.role_of(name) == "root"]
    paths = {name: folder / (name + keys.PRIVATE) for name in roots}
    ceremony.accept_first_root(desk, [keys.unlock(paths[n], passphrases[n]) for n in roots])
    print("The first root is signed. Now give each holder their key and delete it here.")


def _persons(given: list[str], names: list[str]) -> dict[str, str]:
    """Who holds which key, as it was said."""
    found = {}
    for said in given:
        name, _, who = said.partition("=")
        if name not in names or not who.strip():
            raise PlainError(f"“{said}” is not KEY=PERSON. Keys: {', '.join(names)}.")
        found[name] = who
    return found


def _build(options: argparse.Namespace) -> None:
    from desktop_app.updates.publishing import draft

    desk = _desk(options.desk)
    directory = options.directory or paths.directory_file()
    explained = draft.Explained(options.explain_shrink, options.front_door_moves)
    must_open(directory)
    manifest = draft.build(desk, directory, SystemClock().now(), explained)
    print_draft(desk)
    print(f"Release {manifest.release} of {manifest.dated} waits for two signatures.")


def _sign(options: argparse.Namespace) -> None:
    from desktop_app.updates.publishing import signing

    desk = _desk(options.desk)
    if options.merge:
        gained = signing.merge(desk, _desk(options.merge))
        print(f"Signatures taken over: {', '.join(gained) or 'none that were not here already'}.")
    else:
        print_draft(desk)
        signed = signing.sign(desk, _signer(options))
        print(f"Signed: {', '.join(signed)}.")
    _status(options)


def _publish(options: argparse.Namespace) -> None:
    from desktop_app.updates.publishing import site

    now = SystemClock().now()
    one = site.publish(_desk(options.desk), options.out, _signer(options), now)
    print(f"Published in {options.out}; in one file: {one}")


def _rotate(options: argparse.Namespace) -> None:
    from desktop_app.updates.publishing import ceremony, keys

    new = keys.public_key(options.new)
    ceremony.rotate(_desk(options.desk), options.old, new, SystemClock().now())
    print(f"{keys.holder(new)} takes the place of {options.old} once two root holders have signed.")
    _status(options)


def _still(options: argparse.Namespace) -> None:
    from desktop_app.updates.publishing import site

    desk, now = _desk(options.desk), SystemClock().now()
    one = site.still_current(desk, options.out, _signer(options), now, options.until)
    print(f"Said to be current until {options.until}; in one file: {one}")


def _trust(options: argparse.Namespace) -> None:
    from desktop_app.updates.publishing import draft, site
    from desktop_app.updates.releases.release_store import is_whole

    manifest = draft.manifest_in(site.write_trust(_desk(options.desk), options.to))
    print(f"The keys and the signed lists of release {manifest.release} lie in {options.to}.")
    compiled = paths.compiled_here()
    if not is_whole(compiled, manifest.length, manifest.sha256):
        print(f"{compiled} is not that release: compile it from the sources that were signed.")


def _status(options: argparse.Namespace) -> None:
    from desktop_app.updates.publishing.signing import waiting

    found = waiting(_desk(options.desk))
    for draft in found:
        print(draft.sentence)
    if not found:
        print("Nothing waits on this desk.")


def _signer(options: argparse.Namespace) -> CryptoSigner:
    from desktop_app.updates.publishing.keys import unlock

    return unlock(options.key, passphrase(options, f"of {options.key.name}"))


def passphrase(options: argparse.Namespace, whose: str, *, new: bool = False) -> str:
    """The passphrase: the first line of a file, or asked for."""
    kept: Path | None = options.passphrase_file
    if kept:
        with kept.open(encoding="utf-8") as file:
            return file.readline().rstrip("\r\n")
    from getpass import getpass

    given = getpass(f"Passphrase {whose}: ")
    if new and getpass("The same again: ") != given:
        raise PlainError("The two passphrases differ. Nothing was made.")
    return given


def _desk(folder: Path) -> Workspace:
    from desktop_app.updates.publishing.workspace import Workspace

    return Workspace(folder)
