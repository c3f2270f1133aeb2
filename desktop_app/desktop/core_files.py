"""No picture of this process's memory is left on the disk: it holds what was asked and typed."""

import sys

if sys.platform == "win32":
    import ctypes

    FAIL_CRITICAL_ERRORS, NO_FAULT_BOX = 0x1, 0x2

    def leave_no_core_file() -> None:
        """Keep Windows from reporting a crash of this process, and from dumping it."""
        ctypes.windll.kernel32.SetErrorMode(FAIL_CRITICAL_ERRORS | NO_FAULT_BOX)

else:
    import resource

    ONE_BYTE = 1
    """Linux writes no file this small, and runs no collector of crashes for exactly this limit."""

    def leave_no_core_file() -> None:
        """Keep the system from writing a core file, or handing one to a collector of crashes."""
        try:
            _, most = resource.getrlimit(resource.RLIMIT_CORE)
            least = ONE_BYTE if most == resource.RLIM_INFINITY else min(ONE_BYTE, most)
            resource.setrlimit(resource.RLIMIT_CORE, (least, least))
        except (OSError, ValueError):
            return  # the limit cannot be set here; the window must open all the same
