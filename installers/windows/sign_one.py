"""Signs the uninstaller while setup.exe is being made: `sign_one CERTIFICATE FILE`."""

import sys
from pathlib import Path

from installers.windows.signing import sign_with

if __name__ == "__main__":
    sign_with(Path(sys.argv[1]), Path(sys.argv[2]))
