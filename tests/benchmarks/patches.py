"""What a desk fetches when one number changes: patches over ten edits drawn by lot.

Each edit takes the place of one number wherever the real sources write it, the next release is
compiled from them as a steward's is, and the patch is made from the release before. The check
refuses numbers kept for drama, so the last digit is another one; the file is measured, then gone.
"""

import random
import re
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from desktop_app.authoring.compile import compile_directory
from desktop_app.authoring.read.errors import MistakesFound
from desktop_app.authoring.read.source_folders import checkout_tree
from desktop_app.authoring.read.source_tree import SourceTree
from desktop_app.updates.patch import patch_between
from tests.benchmarks.figures import Figure

EDITS, SEED = 10, 15
MOST_BYTES = 5_000
WRITTEN = re.compile(rb'number: "(0[0-9 ]{9,})"')


def run() -> list[Figure]:
    """The smallest, the middle and the largest of ten patches, beside the whole file."""
    with tempfile.TemporaryDirectory() as folder:
        before = _compiled(checkout_tree(), Path(folder) / "before.sqlite")
        changed = _changed(checkout_tree(), Path(folder) / "after.sqlite")
        sizes = sorted(len(patch_between(before, next(changed))) for _ in range(EDITS))
    return [
        Figure("directory, whole", len(before), "bytes"),
        Figure(f"patch for one number, smallest of {EDITS}", sizes[0], "bytes"),
        Figure("the same, the middle", sizes[EDITS // 2], "bytes"),
        Figure("the same, the largest", sizes[-1], "bytes", MOST_BYTES),
    ]


def _changed(sources: SourceTree, file: Path) -> Iterator[bytes]:
    """Directories in each of which another number has changed; edits the check refuses are left."""
    chance = random.Random(SEED)
    numbers = sorted({each for text in sources.texts.values() for each in _numbers(text.content)})
    chance.shuffle(numbers)
    for number in numbers:
        last = (number[-1] - ord("0") + chance.randrange(1, 10)) % 10
        try:
            yield _compiled(_with(sources, number, b"%b%d" % (number[:-1], last)), file)
        except MistakesFound:
            continue  # a number that rules of the check name


def _numbers(content: bytes) -> list[bytes]:
    return WRITTEN.findall(content)


def _with(sources: SourceTree, number: bytes, other: bytes) -> SourceTree:
    texts = {
        name: replace(text, content=text.content.replace(number, other))
        for name, text in sources.texts.items()
    }
    return replace(sources, texts=texts)


def _compiled(sources: SourceTree, file: Path) -> bytes:
    file.unlink(missing_ok=True)
    compile_directory(sources, file)
    return file.read_bytes()
