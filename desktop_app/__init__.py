"""Who to Call: the right safeguarding number, for this minute."""

__version__ = "0.1.0"

import os as _os
import sys as _sys

# Whoever can set this variable could move the UK to another time zone, and a closed line would be
# shown as open: the time zones of the system or of the installation count, and no others.
if _os.environ.pop("PYTHONTZPATH", None) is not None and "zoneinfo" in _sys.modules:
    _sys.modules["zoneinfo"].reset_tzpath()
    _sys.modules["zoneinfo"].ZoneInfo.clear_cache()
