"""Feed every parser of outside bytes with spoilt samples: `python3 dev.py fuzz --seconds N`.

Each gets the same share of the time. What a parser raises that it may not is written down with the
bytes that did it, and the exit status is 1.
"""

import argparse
import random
import sys
import tempfile
import time
from pathlib import Path

from tests.fuzz.received import RECEIVED
from tests.fuzz.targets import TARGETS, Target, spoilt

EVERY = (*TARGETS, *RECEIVED)

FOUND = Path(__file__).parent / "found"


def main() -> int:
    """Run for so many seconds, and say what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="parsers to feed; all when none is named")
    parser.add_argument("--seconds", type=float, default=60, help="for all of them together")
    parser.add_argument("--seed", type=int, default=None, help="to do the same again")
    options = parser.parse_args()
    seed = random.SystemRandom().getrandbits(48) if options.seed is None else options.seed
    chosen = [each for each in EVERY if not options.names or each.name in options.names]
    print(f"seed {seed}")
    found = 0
    for target in chosen:
        chance, share = random.Random(f"{seed} {target.name}"), options.seconds / len(chosen)
        fed, broken = feed(target, chance, share)
        print(f"{target.name:<20} {fed:>9,} fed  {'BROKEN ' + broken if broken else 'holds'}")
        found += bool(broken)
    return 1 if found else 0


def feed(target: Target, chance: random.Random, seconds: float) -> tuple[int, str]:
    """How many spoilt samples one parser was fed, and what broke it (kept in a file)."""
    ends, fed = time.monotonic() + seconds, 0
    while time.monotonic() < ends:
        content = spoilt(chance.choice(target.samples), chance)
        fed += 1
        if broken := breaks(target, content):
            FOUND.mkdir(exist_ok=True)
            (FOUND / f"{target.name.replace(' ', '-')}.bin").write_bytes(content)
            return fed, broken
    return fed, ""


def breaks(target: Target, content: bytes) -> str:
    """What a parser raises that it may not; empty when it holds."""
    with tempfile.TemporaryDirectory() as room:
        try:
            target.eat(content, Path(room))
        except Exception as error:
            trace = error.__traceback__
            while trace is not None and trace.tb_next is not None:
                trace = trace.tb_next
            at = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else ""
            return f"{type(error).__name__}: {str(error)[:120]} at {at}"
    return ""


if __name__ == "__main__":
    sys.exit(main())
