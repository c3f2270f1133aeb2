"""python-tuf's client, loaded without opening a socket.

It brings along a web client that we never use, and that one tries out IPv6 with a socket of its own
the moment it is loaded. The window opens none, not even on the computer itself: told that there is
no IPv6, the web client does not try.
"""

import socket

_had, socket.has_ipv6 = socket.has_ipv6, False
try:
    from tuf.ngclient import FetcherInterface, Updater, UpdaterConfig
finally:
    socket.has_ipv6 = _had

__all__ = ["FetcherInterface", "Updater", "UpdaterConfig"]
