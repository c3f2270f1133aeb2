"""`who-to-call now`: whom to ring, for one moment or for thousands."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from desktop_app.cli.answer_json import advice_json
from desktop_app.cli.answer_text import advice_text
from desktop_app.cli.opening import clock_doubts, opened_directory, opened_places
from desktop_app.cli.plain_parser import PlainError, SaidOnce
from desktop_app.cli.standard_streams import typed_lines
from desktop_app.clock import SystemClock
from desktop_app.domain.decision.advice import Advice, Caution
from desktop_app.domain.decision.decision import advise
from desktop_app.domain.decision.merging import both_readings
from desktop_app.domain.hours.typed_moment import Instant, parse_instant
from desktop_app.domain.places.council_names import accepted_names, council_called
from desktop_app.domain.places.councils import Whereabouts, WhereStatus
from desktop_app.domain.services.directory import Directory
from desktop_app.domain.services.trust import Finding
from desktop_app.domain.situation.situation import Circumstance, Concern, Situation
from desktop_app.domain.text.quoted_text import quoted_short
from desktop_app.store.directory.directory import SqliteDirectory

NO_COUNCIL = ("unknown", "outside")
OTHER_NAMES = {
    "suicide": "mental-health-crisis",
    "crisis": "mental-health-crisis",
    "county-lines": "exploitation",
    "hoarding": "self-neglect",
    "fleeing": "homeless",
    "nrpf": "no-recourse",
    "no-recourse-to-public-funds": "no-recourse",
    "prevent": "radicalisation",
}
AMBIGUOUS = "instant_ambiguous"


def add_command(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Describe the command and its options."""
    parser = commands.add_parser("now", help="whom to ring now")
    parser.add_argument(
        "--about", action=SaidOnce, required=True, choices=[str(c) for c in Concern]
    )
    parser.add_argument(
        "--in",
        action=SaidOnce,
        dest="place",
        required=True,
        metavar="PLACE",
        help=f"a council of the directory, {', '.join(NO_COUNCIL)}, a postcode, part of one, a town"
        " or a village: where it happened, or, for an allegation, where the person works",
    )
    parser.add_argument(
        *("--with", "--also"),
        action="append",
        dest="also",
        default=[],
        type=circumstance_named,
        metavar="CIRCUMSTANCE",
        help=f"what else is known, once for each: {', '.join(Circumstance)}",
    )
    parser.add_argument(
        "--at",
        action=SaidOnce,
        metavar="INSTANT",
        help="UK time such as 2026-12-26T02:00; - reads one a line",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a moment")
    parser.set_defaults(run=run)


@dataclass(frozen=True, slots=True)
class AskedMoment:
    """A moment to answer for: with two readings where the UK's clocks change."""

    moments: tuple[datetime, ...]
    trouble: str = ""
    doubts: tuple[Finding, ...] = ()


def run(options: argparse.Namespace) -> int:
    """Answer for every moment asked about."""
    directory = opened_directory()
    where = place_named(options.place, directory)
    circumstances = frozenset(options.also)
    situation = Situation(Concern(options.about), where, circumstances)
    wrong = 0
    for asked in _asked(options.at, directory):
        if isinstance(asked, str):
            sys.stdout.flush()
            print(asked, file=sys.stderr)
            wrong += 1
        else:
            print(_rendered(_answer(situation, directory, asked), as_json=options.json))
    return 2 if wrong else 0


def circumstance_named(text: str) -> Circumstance:
    """The circumstance of `--with`, by its own name or another that people use."""
    word = text.strip().lower()
    word = OTHER_NAMES.get(word, word)
    if word not in set(Circumstance):
        raise argparse.ArgumentTypeError(
            f"invalid choice: “{quoted_short(text)}” is none of {', '.join(Circumstance)}"
        )
    return Circumstance(word)


def place_named(text: str, directory: SqliteDirectory) -> Whereabouts:
    """The place of `--in`: a council, "unknown", "outside", a postcode, a town or a village."""
    word = text.strip().lower()
    if word in NO_COUNCIL:
        return Whereabouts(WhereStatus(word))
    council = council_called(text, directory.councils())
    if council is not None:
        return Whereabouts(WhereStatus.KNOWN, (council,))
    answer = opened_places(directory).answer(text)
    if not answer.councils:
        known = f"{accepted_names(directory.councils())}, {', '.join(NO_COUNCIL)}"
        raise PlainError(f"{answer.text} --in takes {known}, a postcode or a place.")
    return answer.whereabouts


def _asked(at: str | None, directory: Directory) -> Iterator[AskedMoment | str]:
    if at is None:
        now = SystemClock().now()
        yield AskedMoment((now,), doubts=clock_doubts(directory))
    elif at == "-":
        yield from (_told(line) for line in typed_lines() if line.strip())
    else:
        yield _told(at)


def _told(text: str) -> AskedMoment | str:
    try:
        instant: Instant = parse_instant(text)
    except ValueError as wrong:
        return str(wrong)
    return AskedMoment(instant.moments, instant.trouble)


def _answer(situation: Situation, directory: Directory, asked: AskedMoment) -> Advice:
    answers = [advise(situation, directory, at, asked.doubts) for at in asked.moments]
    if len(answers) == 1:
        return answers[0]
    return both_readings(answers[0], answers[1], Caution(AMBIGUOUS, asked.trouble))


def _rendered(advice: Advice, *, as_json: bool) -> str:
    if as_json:
        return json.dumps(advice_json(advice), ensure_ascii=False)
    return advice_text(advice)
