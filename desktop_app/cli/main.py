"""The same answers in a terminal: `who-to-call now | where | search | show | check | …`."""

import sys
from collections.abc import Sequence

from desktop_app import __version__
from desktop_app.cli import check, exchange, new_area, now, release, search, show, update, where
from desktop_app.cli.opening import close_all
from desktop_app.cli.plain_parser import PlainError, PlainParser
from desktop_app.cli.standard_streams import flush_output, prepare, silence_output
from desktop_app.cli.workshop import parser as workshop
from desktop_app.desktop.core_files import leave_no_core_file
from desktop_app.domain.services.errors import DirectoryError
from desktop_app.no_window import say_fault

BAD_INPUT = 2


def main(arguments: Sequence[str]) -> int:
    """Run one command; the exit status is 2 after a mistake, told in one line."""
    try:
        return _told(arguments)
    except Exception as error:  # in what prepares, tells or closes as well
        silence_output()
        return say_fault(error)


def _told(arguments: Sequence[str]) -> int:
    leave_no_core_file()
    prepare()
    try:
        status = run(arguments)
        close_all()
        flush_output()
        return status
    except (PlainError, DirectoryError) as told:
        print(told, file=sys.stderr)
        return BAD_INPUT
    except BrokenPipeError:  # the reader has gone (`| head`)
        silence_output()
        return 0
    except OSError as refused:
        silence_output()
        print(f"This computer refused: {refused.strerror or refused}.", file=sys.stderr)
        return BAD_INPUT
    except KeyboardInterrupt:
        return 130
    finally:
        close_all()


def run(arguments: Sequence[str]) -> int:
    """Parse the command line and run its command."""
    parser = PlainParser(
        prog="who-to-call",
        description="Which safeguarding line to ring now. In immediate danger ring 999.",
        epilog="Without a command the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"Who to Call {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    everything = (now, where, search, show, check, update, release, workshop, exchange, new_area)
    for command in everything:
        command.add_command(commands)
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status
