"""A shared working file in a terminal: laid on a share, taken, put back, and how it stands."""

import argparse

from desktop_app.authoring.read.sources import Place
from desktop_app.cli.plain_parser import PlainError
from desktop_app.cli.workshop.history import shown
from desktop_app.clock import SystemClock
from desktop_app.workshop.history import TEXT
from desktop_app.workshop.places import in_words
from desktop_app.workshop.sharing.merged_texts import Side
from desktop_app.workshop.sharing.share import Share
from desktop_app.workshop.sharing.share_steps import (
    Clashes,
    lay_out,
    me,
    put,
    standing,
    take,
)
from desktop_app.workshop.sharing.three_ways import Clash
from desktop_app.workshop.work_file import WorkFile

NOBODY = "Nobody has it."
NOT_PUT = "Say which value stands, and put it again: --choose 1=mine,2=theirs"
BAD_CHOICE = "“{}” is no choice. Write the number of the clash and mine or theirs: 1=mine,2=theirs"
NO_SUCH = "There is no clash {} here any more. Look again: put without --choose"


def lay(options: argparse.Namespace) -> int:
    """Put a working file on a share as its first state."""
    me(options.by)
    with WorkFile.open(options.work) as work:
        share = lay_out(work, options.folder)
    print(f"{share.path}: on the share as state 1. Others take it with: who-to-call workshop take")
    return 0


def take_home(options: argparse.Namespace) -> int:
    """Copy the newest state of a share to this computer."""
    share, now = Share.at(options.share), SystemClock().now()
    found = take(
        share, options.work, me(options.by), now, copy=options.copy, over=options.take_over
    )
    if found.passed_over:
        print(found.passed_over)
    print(f"{options.work}: state {found.generation} of {share.path}.")
    return 0


def put_back(options: argparse.Namespace) -> int:
    """Put a copy back, merged with what came meanwhile."""
    now = SystemClock().now()
    with WorkFile.open(options.work) as work:
        choices = {}
        if options.choose:
            open_ones = standing(work, now).merge.merged.open
            choices = dict(_choice(part, open_ones) for part in options.choose.split(","))
        try:
            done = put(work, me(options.by), now, choices, keep=options.keep_lock)
        except Clashes as clashes:
            for number, clash in enumerate(clashes.clashes, 1):
                print(_two_values(number, clash))
            raise PlainError(f"{clashes.sentence} {NOT_PUT}") from clashes
    if done.passed_over:
        print(done.passed_over)
    for sentence in done.look_at:
        print(f"Look at this: {sentence}")
    print(f"State {done.generation}: {_facts(done.brought)} put, {_facts(done.received)} received.")
    return 0


def share_status(options: argparse.Namespace) -> int:
    """Who has the share, and what it and this copy have that the other lacks."""
    now = SystemClock().now()
    with WorkFile.open(options.work, read_only=True) as work:
        found = standing(work, now)
    if found.passed_over:
        print(found.passed_over)
    print(f"{found.share.path}: state {found.generation}.")
    print(found.lock.in_words(now) if found.lock else NOBODY)
    print(f"To put: {_facts(len(found.merge.events))}. To receive: {_facts(found.received)}.")
    for number, clash in enumerate(found.merge.merged.open, 1):
        print(_two_values(number, clash))
    return 0


def _facts(count: int) -> str:
    return f"{count} fact{'' if count == 1 else 's'}"


def _two_values(number: int, clash: Clash) -> str:
    where = clash.file if clash.place == TEXT else in_words(clash.place)
    return f"{number}. {where}: mine: {shown(clash.mine)}; theirs: {shown(clash.theirs)}"


def _choice(part: str, clashes: tuple[Clash, ...]) -> tuple[tuple[str, Place], Side]:
    number, _, side = part.strip().partition("=")
    try:
        position, chosen = int(number), Side(side.strip())
    except ValueError:
        raise PlainError(BAD_CHOICE.format(part.strip())) from None
    if not 0 < position <= len(clashes):
        raise PlainError(NO_SUCH.format(position))
    return clashes[position - 1].key, chosen
