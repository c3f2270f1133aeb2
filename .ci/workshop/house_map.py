"""docs/architecture.md, made from what the modules say of themselves: `python3 dev.py map`."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from workshop import covering
from workshop.environment import ROOT

MAP = ROOT / "docs/architecture.md"
PROGRAM = ROOT / "desktop_app"
MARK = '"""'
HEAD = """# The house

Every room of `desktop_app`, made from the first sentence of each module (`python3 dev.py map`; a
test holds this page current). Why it is built so: [decisions](decisions). The words: [glossary](
glossary.md). One change from clone to commit: [CONTRIBUTING](../CONTRIBUTING.md).

## Floors

Each floor sees only the floors below it; rooms on one floor do not see each other
(`[tool.importlinter]` in `pyproject.toml`, run by `tests/test_architecture.py`).

"""


def write() -> int:
    """Write the page anew; answer with the exit status."""
    MAP.write_text(drawn(), "utf-8")
    return 0


def drawn() -> str:
    """The page as it must stand, from the sources as they are now."""
    return HEAD + "\n".join(_floors()) + "\n" + "\n".join(_rooms())


def _floors() -> Iterator[str]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    for contract in settings["tool"]["importlinter"]["contracts"]:
        if contract["type"] == "layers":
            yield f"{contract['name']}:\n"
            yield from (f"1. {layer.replace(' | ', ' · ')}" for layer in contract["layers"])
            yield ""


def _rooms() -> Iterator[str]:
    folders = sorted({path.parent for path in PROGRAM.rglob("*.py")})
    for folder in folders:
        modules = sorted(path for path in folder.glob("*.py") if path.stem != "__init__")
        yield f"## {folder.relative_to(ROOT).as_posix()}\n"
        if (folder / "__init__.py").is_file() and (
            purpose := first_sentence(folder / "__init__.py")
        ):
            yield f"{purpose}\n"
        if modules:
            yield "| module | what it is for | its tests |\n|---|---|---|"
            yield from (_row(module) for module in modules)
            yield ""


def _row(module: Path) -> str:
    tests = ", ".join(f"`{test}`" for test in covering.tests_for(module))
    return f"| `{module.name}` | {first_sentence(module)} | {tests} |"


def first_sentence(module: Path) -> str:
    """What a module says it is for: its docstring's first paragraph on one line."""
    text = module.read_text("utf-8")
    # All of a module would be read for its first words, of five hundred modules.
    head = text[: text.find(MARK, len(MARK)) + len(MARK)] if text.startswith(MARK) else text
    told = ast.get_docstring(ast.parse(head)) or ""
    return " ".join(told.partition("\n\n")[0].split()).replace("|", "\\|")
