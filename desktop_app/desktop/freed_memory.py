"""What was typed is given back to the system's memory as it is: here it is written over.

Python and Qt free a text without wiping it. Whoever reads this process's memory afterwards finds
it, until something else happens to be put there. So, after hiding, every size of block is asked for
a few times, filled with nothing, and given back. What lies in the caches of the processor, in swap,
in the memory of the screen reader or of the graphics driver is out of reach.
"""

import ctypes
import gc
import sys

SIZES, EACH = range(16, 2048, 16), 60
"""Bytes of the blocks, and how many of each: what one question with its answer leaves."""
HEADER = 8
"""Bytes the allocator of Linux keeps of each block."""
SMALL, SMALL_EACH = range(1, 512, 8), 200
"""The same for Python's own allocator of small things."""


def overwrite_freed() -> None:
    """Write over what was freed, as far as this process can reach it; some 20 ms."""
    gc.collect()
    held = [bytes(size) for size in SMALL for _ in range(SMALL_EACH)]
    del held
    try:
        library = ctypes.CDLL("ucrtbase" if sys.platform == "win32" else None)
        library.calloc.restype = ctypes.c_void_p
        library.calloc.argtypes = [ctypes.c_size_t, ctypes.c_size_t]
        library.free.argtypes = [ctypes.c_void_p]
    except (OSError, AttributeError):
        return  # another system: its memory is written over as it is used again
    blocks = [library.calloc(1, size - HEADER) for size in SIZES for _ in range(EACH)]
    for block in blocks:
        library.free(block)
