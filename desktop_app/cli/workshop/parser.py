"""`who-to-call workshop STEP NAME.wtcwork`: every step of a steward's work without a window.

What the steps do stands in desktop_app/workshop, which is loaded only when a step runs.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import MappingProxyType

from desktop_app.cli.plain_parser import PlainError
from desktop_app.cli.workshop.publishing_parser import SET, add_publishing

WHO = "WHO_TO_CALL_STEWARD"
FILES = MappingProxyType({"NAME.wtcwork": "work", SET: "change_set"})
NEEDS_TOOLS = "This installation has no workshop: install the whole program again."
Steps = argparse._SubParsersAction

DESCRIPTION = """\
Stewards' work on a working file (NAME.wtcwork). It holds every source file of the directory, every
change ever made with who, when and why, the calls and the evidence.

A first change, from nothing to a directory that carries it:
  who-to-call workshop new mine.wtcwork
  who-to-call workshop document mine.wtcwork mail-2026 --title "Mail of the MASH" \\
      --publisher "Elm Council" --dated "1 Dec 2026" --year 2026 --file mail.eml --by "A. Steward"
  who-to-call workshop number mine.wtcwork "01582 547653" "01582 547654" \\
      --document mail-2026 --by "A. Steward"
  who-to-call workshop log mine.wtcwork
  who-to-call workshop compile mine.wtcwork directory.sqlite
Nothing is saved that the checks of the directory refuse; `undo` takes the last change back.
"""


def add_command(commands: Steps[argparse.ArgumentParser]) -> None:
    """Describe the command, its steps and their options."""
    parser = commands.add_parser(
        "workshop",
        help="keep the directory's facts (stewards)",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    steps = parser.add_subparsers(metavar="STEP", required=True)
    _add_files(steps)
    _add_facts(steps)
    _add_history(steps)
    _add_calls(steps)
    _add_sharing(steps)
    add_publishing(partial(_step, steps))


def _add_files(steps: Steps[argparse.ArgumentParser]) -> None:
    new = _step(steps, "files:new", "begin a working file")
    new.add_argument(
        "--from", dest="folder", metavar="FOLDER", type=Path, help="a checkout's db; else what came"
    )
    new.add_argument("--area", metavar="ID", default="", help="which area, where there are several")
    _step(steps, "files:open", "say what stands in it, every row checked")
    export = _step(steps, "files:export", "write the source files into a folder (a checkout's db)")
    export.add_argument("folder", metavar="FOLDER", type=Path)
    _step(steps, "files:check", "say what the compile would refuse, and where")
    made = _step(steps, "files:compile", "make a directory file of it")
    made.add_argument("out", metavar="OUT", type=Path)
    made.add_argument("--directory", metavar="FILE", type=Path, help="whose postcodes are taken")
    made.add_argument("--preview", action="store_true", help="dated today, as if published now")


def _add_facts(steps: Steps[argparse.ArgumentParser]) -> None:
    edit = _step(steps, "facts:edit", "change one fact of a service", signed=True)
    edit.add_argument("place", metavar="PLACE", help="elm-adults/office/number, or a field alone")
    edit.add_argument("value", metavar="VALUE", nargs="?", help="as it would stand in the file")
    edit.add_argument("--take-away", action="store_true", help="take the entry away")
    _cite(edit)
    number = _step(steps, "facts:number", "change a number wherever it stands", signed=True)
    number.add_argument("old", metavar="OLD")
    number.add_argument("new", metavar="NEW")
    number.add_argument("--look", action="store_true", help="only say what it would change")
    _cite(number)
    document = _step(steps, "facts:document", "add a document, with its file", signed=True)
    document.add_argument("id", metavar="ID")
    for name, text in (
        ("title", "what it is called"),
        ("publisher", "who wrote it"),
        ("dated", "its date, in words, as honest as it is"),
    ):
        document.add_argument(f"--{name}", required=True, help=text)
    document.add_argument("--year", type=int, help="the year, where it shows one")
    document.add_argument("--address", default="", help="where it was read, as text")
    document.add_argument("--file", type=Path, help="the mail, page or PDF itself")
    page = _step(steps, "facts:text", "put a whole file in the place of one (no YAML)", signed=True)
    page.add_argument("name", metavar="FILE", help="national/guidance/what-to-say.md")
    page.add_argument("content", metavar="FROM", type=Path, help="the file that holds the new text")
    _cite(page)
    kept = _step(steps, "facts:evidence", "list the kept files, or write one out")
    kept.add_argument("--save", metavar="SHA256", default="", help="which one")
    kept.add_argument("--to", metavar="OUT", type=Path, help="where it goes")


def _add_history(steps: Steps[argparse.ArgumentParser]) -> None:
    _step(steps, "history:undo", "take the last change back", signed=True)
    _step(steps, "history:redo", "do again what was taken back", signed=True)
    log = _step(steps, "history:log", "every change: who, when, why, before and after")
    log.add_argument("--last", metavar="N", type=int, default=0, help="the last N only")


def _add_calls(steps: Steps[argparse.ArgumentParser]) -> None:
    _step(steps, "calls:ring", "which numbers somebody has to ring, reported ones first")
    record = _step(steps, "calls:record", "keep what was heard on one of them", signed=True)
    record.add_argument("number", metavar="NUMBER")
    record.add_argument(
        "result",
        metavar="RESULT",
        choices=("matches", "another_name", "moved", "recorded", "no_answer", "not_in_use"),
        help="matches, another_name, moved, recorded, no_answer, not_in_use",
    )
    record.add_argument(
        "--heard", metavar="FACTS", default="", help="of a call that matches: number,hours,name"
    )
    record.add_argument("--other", default="", help="the name or number that was heard instead")
    record.add_argument("--note", default="")


def _add_sharing(steps: Steps[argparse.ArgumentParser]) -> None:
    lay = _step(steps, "sharing:share", "lay it on a share, for several stewards", signed=True)
    lay.add_argument("folder", metavar="FOLDER", type=Path)
    take = _step(steps, "sharing:take", "copy the newest state of a share to here", signed=True)
    take.add_argument("share", metavar="SHARE", type=Path, help="FOLDER/NAME.wtcwork")
    take.add_argument("--copy", action="store_true", help="work beside whoever has it")
    take.add_argument("--take-over", action="store_true", help="take a lock that was left behind")
    put = _step(steps, "sharing:put", "put a copy back, merged with what came", signed=True)
    put.add_argument("--choose", metavar="N=SIDE", default="", help="1=mine,2=theirs")
    put.add_argument("--keep-lock", action="store_true", help="go on working on it")
    _step(steps, "sharing:shared", "who has the share, and what differs")


def _step(
    steps: Steps[argparse.ArgumentParser],
    step: str,
    text: str,
    *,
    signed: bool = False,
    file: str = "NAME.wtcwork",
) -> argparse.ArgumentParser:
    name = step.partition(":")[2]
    parser = steps.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    parser.add_argument(FILES[file], metavar=file, type=Path)
    if signed:
        parser.add_argument(
            "--by",
            metavar="NAME",
            default=os.environ.get(WHO, ""),
            help=f"who does this; or set {WHO}",
        )
    parser.set_defaults(run=_run, workshop_step=step)
    return parser


def _cite(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--document", metavar="ID", default="", help="where it was read")
    parser.add_argument("--why", metavar="TEXT", default="", help="one line for the history")


def _run(options: argparse.Namespace) -> int:
    try:
        from desktop_app.authoring.read.errors import MistakesFound
        from desktop_app.cli.workshop import steps
        from desktop_app.domain.services.errors import PlainlyTold
        from desktop_app.updates.publishing.errors import NotPublished
    except ModuleNotFoundError as missing:
        raise PlainError(NEEDS_TOOLS) from missing
    run: Callable[[argparse.Namespace], int] = steps.STEPS[options.workshop_step]
    try:
        return run(options)
    except MistakesFound as found:
        raise PlainError(" ".join(map(str, found.mistakes))) from found
    except PlainlyTold as told:
        raise PlainError(told.sentence) from told
    except NotPublished as mistake:
        raise PlainError(str(mistake)) from mistake
