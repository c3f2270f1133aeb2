"""Windows' rules on Linux: what somebody has open cannot be replaced, removed or renamed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any


class WindowsRules:
    """While it is entered, changing a file that any handle points at is denied."""

    def __init__(self) -> None:
        self.denied = 0

    def __enter__(self) -> WindowsRules:
        self._real = {name: getattr(os, name) for name in ("replace", "rename", "unlink", "remove")}
        for name in self._real:
            setattr(os, name, self._guarded(name))
        return self

    def __exit__(self, *_: object) -> None:
        for name, function in self._real.items():
            setattr(os, name, function)

    def _guarded(self, name: str) -> Any:
        real = self._real[name]

        def guarded(path: Any, *others: Any, **more: Any) -> Any:
            if more.get("dir_fd") is None:
                for each in (path, *others):
                    self._check(os.path.realpath(each))
            return real(path, *others, **more)

        return guarded

    def _check(self, path: str) -> None:
        for held in _held():
            if held == path or held.startswith(path + os.sep):
                self.denied += 1
                raise PermissionError(13, "It is being used by another process", path)


def _held() -> set[str]:
    found = set()
    for handle in Path("/proc/self/fd").iterdir():
        try:
            found.add(str(handle.readlink()))
        except OSError:
            continue
    return found
