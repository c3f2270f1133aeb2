"""Signs the uninstaller while setup.exe is being made: `sign_one CERTIFICATE FILE`."""

import sys
from pathlib import Path

from installers.machine import run
from installers.windows.signing import command

if __name__ == "__main__":
    certificate, file = Path(sys.argv[1]), Path(sys.argv[2])
    signed = file.with_suffix(".signed")
    run(command(file, signed, certificate))
    signed.replace(file)
