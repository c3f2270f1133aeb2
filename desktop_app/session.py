"""One session of the window: from the claim to be the only one to the end of the process."""

import os
import sys
from collections.abc import Sequence

from desktop_app.app import start


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the window and stay until it is closed."""
    from desktop_app.core_files import leave_no_core_file
    from desktop_app.ui.single_instance import OneWindow, runtime_folder, session_name

    leave_no_core_file()
    here = OneWindow(runtime_folder(), session_name())
    if not here.claim() and here.call_first():
        return 0
    try:
        app, program = start(sys.argv if arguments is None else arguments)
        here.wanted_in_front.connect(program.come_to_front)
        here.listen()
        status = app.exec()
    finally:
        here.leave()
    if program.hanging:
        # A share that does not answer holds a thread: Python and Qt would be taken apart around it.
        os._exit(status)
    return status
