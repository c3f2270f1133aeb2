"""The compiled directories these tests read."""

from tests.compiled_files import real_file, small_file

__all__ = ["real_file", "small_file"]
