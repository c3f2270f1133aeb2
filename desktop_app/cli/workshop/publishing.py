"""A change set in a terminal: handed over, looked through, accepted or refused, published."""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from securesystemslib.signer import CryptoSigner

from desktop_app.cli.opening import checked_directory
from desktop_app.cli.release import passphrase
from desktop_app.clock import SystemClock
from desktop_app.domain.compare.change_kinds import ABOUT_ANSWERS
from desktop_app.domain.compare.changes import listing, summary
from desktop_app.updates.publishing.draft import Explained
from desktop_app.updates.publishing.keys import unlock
from desktop_app.updates.publishing.workspace import Workspace
from desktop_app.workshop.publishing.change_set import (
    ChangeSet,
    read_change_set,
    write_change_set,
)
from desktop_app.workshop.publishing.hand_over import Maker, ReleaseRequest, hand_over
from desktop_app.workshop.publishing.numbers_to_retype import NumberToRetype
from desktop_app.workshop.publishing.publish import publish
from desktop_app.workshop.publishing.review import Review, accept, refuse, review
from desktop_app.workshop.work_file import WorkFile

USUALLY = timedelta(days=31)
NO_ANSWER_CHANGES = "Every answer, in every place and at every moment compared, is the same."
FIRST = "Nothing was published from this desk before. It is held against the directory in use here."
NOT_KNOWN = "Its file began from other sources than the last release: some changes have no name."
TYPE = "Type each number from its document, or from a call, not from the list above."


def give(options: argparse.Namespace) -> int:
    """Make the change set of everything since the last release."""
    now = SystemClock().now()
    until = options.until or now.date() + USUALLY
    explained = Explained(options.explain_shrink, options.front_door_moves)
    with WorkFile.open(options.work) as work:
        made = hand_over(
            work,
            Workspace(options.desk),
            _lender(options),
            Maker(by=options.by, signer=_signer(options), at=now),
            ReleaseRequest(next_expected_by=until, explained=explained),
            _step,
        )
    write_change_set(made, options.out)
    print(f"{options.out}: signed by you. Give it to somebody else to check.")
    return 0


def look(options: argparse.Namespace) -> int:
    """Print everything the change set would change, and who made it."""
    with _reviewed(options) as seen:
        _print(seen)
    return 0


def take(options: argparse.Namespace) -> int:
    """Type the numbers, and sign."""
    now = SystemClock().now()
    with _reviewed(options) as seen:
        _print(seen)
        typed = _typed(seen.numbers, options.typed)
        checker = Maker(by=options.by, signer=_signer(options), at=now)
        done = accept(seen, Workspace(options.desk), checker, typed)
    write_change_set(done, options.change_set)
    print(f"{options.change_set}: signed by its maker and by you. It can be published.")
    return 0


def send_back(options: argparse.Namespace) -> int:
    """Refuse it with a reason."""
    found = read_change_set(options.change_set)
    write_change_set(
        refuse(found, options.by, SystemClock().now(), options.reason), options.change_set
    )
    print(f"{options.change_set}: refused. Give it back to {found.said['by']}.")
    return 0


def hand_out(options: argparse.Namespace) -> int:
    """Write the release for desks and installers."""
    clock = SystemClock()
    began = clock.monotonic()
    with _reviewed(options, answers=False) as seen:
        desk = Workspace(options.desk)
        one = publish(seen, desk, options.out, _signer(options), clock.now(), _step)
        number = seen.manifest.release
    spent = clock.monotonic() - began
    print(f"Release {number} lies in {options.out}, {spent:.1f} s; in one file: {one}")
    return 0


@contextmanager
def _reviewed(options: argparse.Namespace, *, answers: bool = True) -> Iterator[Review]:
    found: ChangeSet = read_change_set(options.change_set)
    with tempfile.TemporaryDirectory(prefix="who-to-call-") as folder:
        desk, own = Workspace(options.desk), Path(folder)
        yield review(found, desk, _lender(options), own, _step, answers=answers)


def _lender(options: argparse.Namespace) -> Path:
    return options.directory or checked_directory().path


def _signer(options: argparse.Namespace) -> CryptoSigner:
    return unlock(options.key, passphrase(options, f"of {options.key.name}"))


def _step(name: str) -> None:
    print(f"{name} …", flush=True)


def _print(seen: Review) -> None:
    print(f"Release {seen.manifest.release} of {seen.manifest.dated}, by {', '.join(seen.makers)}.")
    if not seen.change_set.base:
        print(FIRST)
    elif not seen.every_change_is_known:
        print(NOT_KNOWN)
    if seen.manifest.shrink_explained:
        print(f"It is much smaller than the last, ON PURPOSE: {seen.manifest.shrink_explained}")
    if seen.manifest.moved_doors:
        print(f"Front-door numbers move ON PURPOSE: {seen.manifest.moved_explained}")
    answers = [change for change in seen.changes if change.kind in ABOUT_ANSWERS]
    others = [change for change in seen.changes if change.kind not in ABOUT_ANSWERS]
    for line in listing(answers):
        print(line)
    if not answers:
        print(NO_ANSWER_CHANGES)
    print(f"Held against the last release: {summary(others)}")
    for line in listing(others):
        print(line)
    print(f"{len(seen.numbers)} number{'' if len(seen.numbers) == 1 else 's'} to retype.")


def _typed(numbers: tuple[NumberToRetype, ...], file: Path | None) -> dict[str, str]:
    """What was typed for each, in their order: asked for, or the lines of a file."""
    if file is not None:
        lines = file.read_text(encoding="utf-8").splitlines()
        return {each.digits: line for each, line in zip(numbers, lines, strict=False)}
    if numbers:
        print(TYPE)
    return {each.digits: input(f"{each.places[0]}: ") for each in numbers}
