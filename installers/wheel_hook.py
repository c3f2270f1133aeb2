"""Asked by hatchling before a wheel is packed: a directory that nobody signed does not go out.

Where no key ceremony was held there is no db/trust, and nothing to compare.
"""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class SignedDirectoryHook(BuildHookInterface[Any]):
    """Stops the build with one sentence when db/trust signs another directory."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compare, before anything is packed."""
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from installers.product import CannotBuild
        from installers.signed_directory import release_signed

        trust, directory = root / "db/trust", root / "db/build/directory.sqlite"
        if not trust.is_dir():
            return
        try:
            release_signed(trust, directory)
        except (CannotBuild, OSError, ValueError, LookupError, TypeError) as error:
            sys.exit(f"The wheel is not built. {error}")
