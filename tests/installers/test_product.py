"""Versions that Windows Installer can compare, and what a mistaken one is told."""

import pytest

from installers import product
from installers.product import CannotBuild, checked_version, own_version
from tests.any_area.usual_directory import usual_directory
from tests.area import AREA


@pytest.mark.parametrize("version", ["0.1.0", "1.2.3", "255.255.65535"])
def test_good_versions(version: str) -> None:
    assert checked_version(version) == version


@pytest.mark.parametrize("version", ["1.2", "1.2.3.4", "1.2.3b1", "256.0.0", "01.2.3", "1.2.65536"])
def test_bad_versions(version: str) -> None:
    with pytest.raises(CannotBuild, match="three numbers such as"):
        checked_version(version)


def test_the_sources_carry_a_version_that_installs() -> None:
    assert checked_version(own_version())


def test_an_installer_for_another_area_than_was_compiled_is_not_built() -> None:
    served = product.area_of(usual_directory())
    assert (served.id, served.name) == (AREA.id, AREA.name)
    assert served.councils == tuple((each.slug, each.name) for each in AREA.councils)
    product.must_be_for("", usual_directory())
    product.must_be_for(AREA.id, usual_directory())
    with pytest.raises(CannotBuild, match=f"is for {AREA.name} .* not for vale-and-fen"):
        product.must_be_for("vale-and-fen", usual_directory())
