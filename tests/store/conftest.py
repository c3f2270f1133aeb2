"""The compiled directories these tests read."""

from tests.compiled_files import real, real_file, small, small_file

__all__ = ["real", "real_file", "small", "small_file"]
