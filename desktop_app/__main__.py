"""`python -m desktop_app`: no arguments opens the window, `workshop` its own, else a command."""

import gc
import sys


def main() -> int:
    """Open the window, or answer in the terminal when there are arguments."""
    try:
        if opens_workshop(sys.argv[1:]):
            from desktop_app.app.workshop.main import main as workshop

            return workshop(sys.argv[2:])
        if sys.argv[1:2] == ["part"]:
            return run_part(sys.argv[2:])
        if len(sys.argv) > 1:
            from desktop_app.cli.main import main as terminal

            return terminal(sys.argv[1:])
        gc.disable()  # what comes in at the start stays; the window has a collector of its own
        from desktop_app.app.main import main as window

        return window()
    except Exception as error:  # not even its parts could be put together
        from desktop_app.no_window import say_fault

        return say_fault(error)


def opens_workshop(arguments: list[str]) -> bool:
    """Whether the workshop's window is asked for: alone, or with one file to open in it."""
    files = arguments[1:]
    return arguments[:1] == ["workshop"] and (not files or files[0].endswith(".wtcwork"))


def run_part(arguments: list[str]) -> int:
    """Do one thing for another process of this program, where its launcher is no Python."""
    from desktop_app.exchange.tables import workbook_part

    return workbook_part.main() if arguments == [workbook_part.MODULE] else 2


if __name__ == "__main__":
    sys.exit(main())
