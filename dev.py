"""The one command for working on Who to Call: `python3 dev.py run`, `python3 dev.py test`.

It makes everything it needs by itself: the virtual environment, the locked dependencies, the
compiled directory and, on Debian and Ubuntu, the system libraries that Qt needs. Its parts are
in .ci/workshop. Standard library only; written so that an old Python still reads far enough to
say that it is too old.
"""

import os
import sys

OLDEST = (3, 11)
ROOT = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 - before the version check

if sys.version_info < OLDEST:
    sys.exit(
        "Who to Call needs Python 3.11 or newer; this is Python %d.%d. "  # noqa: UP031
        "Start dev.py with a newer one, for example: python3.11 dev.py run" % sys.version_info[:2]
    )

sys.path.insert(0, os.path.join(ROOT, ".ci"))  # noqa: PTH118
sys.dont_write_bytecode = True  # nothing appears in .ci but what people wrote

from collections.abc import Callable  # noqa: E402

from workshop import directory, environment  # noqa: E402

# Parts that only some commands need are imported there: a second `run` costs a blink.


def run(arguments: list[str]) -> int:
    """Open the window; with arguments, give the terminal command's answer."""
    from workshop import window

    if not arguments:
        window.look_for_a_screen()
    environment.ensure()
    if not arguments:
        window.look_for_libraries()
    directory.ensure()
    environment.become("desktop_app", arguments)


def test(arguments: list[str]) -> int:
    """Run the tests; `--for PATH` those of a file, `--areas` with three areas; the rest: pytest."""
    if "--for" in arguments:
        from workshop import covering

        at = arguments.index("--for")
        named = covering.arguments_for("".join(arguments[at + 1 : at + 2]))
        arguments = [*arguments[:at], *arguments[at + 2 :], *named]
    _prepare_for_tests()
    if "--areas" in arguments:
        from workshop import areas

        return areas.test_each([each for each in arguments if each != "--areas"])
    return environment.module("pytest", arguments)


def check(arguments: list[str]) -> int:
    """Check everything; --fast, --slow, --installers, --stewardship, --area ID."""
    from workshop import steps

    if "--area" in arguments:
        environment.ensure()
        return environment.module("desktop_app", ["check", *arguments])
    if "--installers" in arguments:
        environment.ensure()
        directory.ensure()
        return environment.module("installers.check", [])

    if "--stewardship" in arguments:
        from workshop import stewardship

        _prepare_for_tests()
        return stewardship.check(arguments)

    _prepare_for_tests(compile_directory=False)
    return steps.check_all(arguments)


def compile_directory(arguments: list[str]) -> int:
    """Compile an area into db/build/directory.sqlite, changed or not; --area ID: another."""
    environment.ensure()
    return directory.compile_now(arguments)


def bench(arguments: list[str]) -> int:
    """Measure speed and memory beside a bare Qt window."""
    _prepare_for_tests()
    return environment.part_of_the_checkout("tests.benchmarks", arguments)


def fuzz(arguments: list[str]) -> int:
    """Feed every parser of outside bytes with spoilt samples; --seconds N."""
    _prepare_for_tests()
    return environment.part_of_the_checkout("tests.fuzz", arguments)


def shots(arguments: list[str]) -> int:
    """Write a picture of every page."""
    _prepare_for_tests()
    return environment.part_of_the_checkout("tests.shots", arguments)


def house_map(_arguments: list[str]) -> int:
    """Write docs/architecture.md anew from the modules' own words."""
    from workshop import house_map as page

    return page.write()


def installer(arguments: list[str]) -> int:
    """Build installers: windows, deb, portable, all."""
    environment.ensure()
    directory.ensure()
    return environment.part_of_the_checkout("installers", arguments)


def lock(arguments: list[str]) -> int:
    """Resolve the dependencies again and write the lock files; --upgrade takes newer versions."""
    from workshop import locks

    environment.ensure()
    return locks.write(arguments)


def _prepare_for_tests(*, compile_directory: bool = True) -> None:
    from workshop import machine

    environment.ensure()
    machine.ensure(
        needed=[machine.OFFSCREEN],
        wanted=[machine.DISPLAY, machine.VIRTUAL_DISPLAY, machine.WITNESSES],
    )
    if compile_directory:
        directory.ensure()


COMMANDS: dict[str, Callable[[list[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "compile": compile_directory,
    "bench": bench,
    "fuzz": fuzz,
    "shots": shots,
    "map": house_map,
    "installer": installer,
    "lock": lock,
}


def usage() -> str:
    """List the commands, each with its one sentence."""
    lines = ["python3 dev.py COMMAND [ARGUMENT]..."]
    for name, command in COMMANDS.items():
        lines.append(f"  {name:<10} {(command.__doc__ or '').strip()}")
    return "\n".join(lines)


def main(arguments: list[str]) -> int:
    """Do what was asked; answer with the exit status."""
    if not arguments or arguments[0] in {"help", "-h", "--help"}:
        print(usage())
        return 0
    command = COMMANDS.get(arguments[0])
    if command is None:
        print(f"dev.py has no command {arguments[0]!r}.\n\n{usage()}", file=sys.stderr)
        return 2
    try:
        return command(arguments[1:])
    except environment.CannotGoOn as reason:
        print(f"dev.py: {reason}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
