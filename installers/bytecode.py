"""Compiles a folder: run by the Python that the bytecode is for, with nothing but itself.

`python bytecode.py FOLDER SHOWN_AS`: FOLDER/a/b.py becomes FOLDER/a/b.pyc, and tracebacks call it
SHOWN_AS/a/b.py. Unchecked hashes, so that no date of a source file matters.
"""

import py_compile
import sys
from pathlib import Path


def main(folder: Path, shown_as: str) -> int:
    """Compile every module; the first that cannot be compiled ends it with Python's own words."""
    for source in sorted(folder.rglob("*.py")):
        py_compile.compile(
            str(source),
            cfile=str(source.with_suffix(".pyc")),
            dfile=f"{shown_as}/{source.relative_to(folder).as_posix()}",
            doraise=True,
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2]))
