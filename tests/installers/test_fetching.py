"""What the build takes from outside is exactly what was pinned."""

from pathlib import Path

import pytest

from installers import fetching, product


def test_changed_download_stops_the_build(tmp_path: Path) -> None:
    file = tmp_path / "runtime.tar.gz"
    file.write_bytes(b"something else")
    with pytest.raises(product.CannotBuild, match="not the file this build trusts"):
        fetching.check_sha256(file, fetching.RUNTIME_SHA256)


LOCK = "click==8 \\\n    --hash=sha256:aa\npip==26 \\\n    --hash=sha256:bb\n    # via x\nsix==1\n"


def test_pip_never_ships() -> None:
    left = fetching.locked_to_ship(LOCK)
    assert ("pip==" in left, "bb" in left) == (False, False)
    assert (left[:8], left[-7:]) == ("click==8", "six==1\n")


def test_every_shipped_package_has_a_hash() -> None:
    lock = fetching.locked_to_ship((product.ROOT / "requirements.txt").read_text("utf-8"))
    packages = [part for part in lock.split("\n\n")[0].split("\n") if "==" in part]
    assert packages
    assert [line for line in packages if not line.endswith("\\")] == []
