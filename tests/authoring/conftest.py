"""The compiled directories these tests read."""

from tests.compiled_files import copied_postcodes, real_file, small_file

__all__ = ["copied_postcodes", "real_file", "small_file"]
