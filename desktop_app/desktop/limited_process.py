"""Bounds of this process: memory and processor time, after which the system itself ends it."""

import sys

if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _EXTENDED_LIMITS = 9
    _MEMORY, _TIME, _QUIETLY = 0x100, 0x2, 0x400
    _TICKS = 10_000_000
    """Units of a hundred nanoseconds in a second."""

    class _Basic(ctypes.Structure):
        _fields_ = (
            ("process_time", ctypes.c_int64),
            ("job_time", ctypes.c_int64),
            ("flags", wintypes.DWORD),
            ("least_set", ctypes.c_size_t),
            ("most_set", ctypes.c_size_t),
            ("processes", wintypes.DWORD),
            ("affinity", ctypes.c_size_t),
            ("priority", wintypes.DWORD),
            ("scheduling", wintypes.DWORD),
        )

    class _Extended(ctypes.Structure):
        _fields_ = (
            ("basic", _Basic),
            ("transferred", ctypes.c_uint64 * 6),
            ("process_memory", ctypes.c_size_t),
            ("job_memory", ctypes.c_size_t),
            ("peak_process", ctypes.c_size_t),
            ("peak_job", ctypes.c_size_t),
        )

    def limit_process(memory: int, seconds: int) -> None:
        """At most this many bytes of memory and seconds of processor time, from now on."""
        kernel = ctypes.WinDLL("kernel32")
        kernel.CreateJobObjectW.restype = wintypes.HANDLE
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        job = wintypes.HANDLE(kernel.CreateJobObjectW(None, None))
        limits = _Extended()
        limits.basic.flags = _MEMORY | _TIME | _QUIETLY
        limits.basic.process_time = seconds * _TICKS
        limits.process_memory = memory
        kernel.SetInformationJobObject(
            job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        kernel.AssignProcessToJobObject(job, wintypes.HANDLE(kernel.GetCurrentProcess()))

else:
    import resource
    from contextlib import suppress

    def limit_process(memory: int, seconds: int) -> None:
        """At most this many bytes of memory and seconds of processor time, from now on."""
        for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
            with suppress(OSError, ValueError):  # not every system knows both
                _, greatest = resource.getrlimit(what)
                allowed = most if greatest == resource.RLIM_INFINITY else min(most, greatest)
                resource.setrlimit(what, (allowed, greatest))
