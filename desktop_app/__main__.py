"""`python -m desktop_app`: no arguments opens the window, else a command."""

import sys


def main() -> int:
    """Open the window, or answer in the terminal when there are arguments."""
    try:
        if len(sys.argv) > 1:
            from desktop_app.cli.main import main as terminal

            return terminal(sys.argv[1:])
        from desktop_app.app.main import main as window

        return window()
    except Exception as error:  # not even its parts could be put together
        from desktop_app.no_window import say_fault

        return say_fault(error)


if __name__ == "__main__":
    sys.exit(main())
