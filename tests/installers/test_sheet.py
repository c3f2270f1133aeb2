"""The IT sheet names what is: exit codes, policies, the family's identity."""

import re
import subprocess

from installers import product

SHEET = (product.ROOT / "docs/deploy.md").read_text("utf-8")
SCRIPT = (product.ROOT / "installers/windows/setup.nsi").read_text("utf-8")


def test_every_exit_code_of_setup_is_explained() -> None:
    paragraph = SHEET.partition("**What setup.exe answers**")[2].partition("\n\n")[0]
    explained = set(re.findall(r"(?<![\w.])(\d) (?=[a-z])", paragraph.replace("\n", " ")))
    given = set(re.findall(r"(?:!insertmacro Refuse|SetErrorLevel) (\d)", SCRIPT))
    assert explained == given | {"0"}


def test_policies_and_properties() -> None:
    rows = re.findall(r"^\| `([A-Z]+)` \| `(\w+)` \|", SHEET, re.MULTILINE)
    assert dict(rows) == {name.upper(): name for name in product.POLICIES}


def test_upgrade_code() -> None:
    assert f"{{{product.UPGRADE_CODE}}}".upper() in SHEET


def test_oldest_windows() -> None:
    assert f"Needed: {product.OLDEST_WINDOWS}" in SHEET


def test_recipe_for_macos_is_sound_shell_and_says_that_nobody_tried_it() -> None:
    recipe = product.ROOT / "installers/macos"
    assert subprocess.run(["sh", "-n", recipe / "build.sh"], check=False).returncode == 0
    assert "untested" in (recipe / "README.md").read_text("utf-8").casefold()
