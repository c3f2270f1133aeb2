"""Versions that Windows Installer can compare, and what a mistaken one is told."""

import pytest

from installers.product import CannotBuild, checked_version, own_version


@pytest.mark.parametrize("version", ["0.1.0", "1.2.3", "255.255.65535"])
def test_good_versions(version: str) -> None:
    assert checked_version(version) == version


@pytest.mark.parametrize("version", ["1.2", "1.2.3.4", "1.2.3b1", "256.0.0", "01.2.3", "1.2.65536"])
def test_bad_versions(version: str) -> None:
    with pytest.raises(CannotBuild, match="three numbers such as"):
        checked_version(version)


def test_the_sources_carry_a_version_that_installs() -> None:
    assert checked_version(own_version())
