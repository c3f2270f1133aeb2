"""Every pair of text and ground can be read, in every theme and by the WCAG's own arithmetic."""

import re
from pathlib import Path

import pytest

from desktop_app import paths
from desktop_app.ui.theme import palettes
from desktop_app.ui.theme.appearance import Look
from desktop_app.ui.theme.palettes import CONTRAST, DARK, LIGHT, Palette
from desktop_app.ui.theme.style import stylesheet

THEMES = {"light": LIGHT, "dark": DARK, "high contrast": CONTRAST}
WRITTEN = re.compile(r"(?P<ground>[a-z_]+) (?P<ratio>\d+\.\d)")

TEXT_PAIRS = (
    *((text, ground) for text in ("ink", "soft", "accent") for ground in ("card", "paper", "tint")),
    *((text, "raised") for text in ("ink", "soft", "accent")),
    *(("on_accent", ground) for ground in ("accent_fill", "accent_hover")),
    ("on_emergency", "emergency"),
    *((f"{state}_ink", f"{state}_fill") for state in ("open", "should_be", "closed", "unknown")),
    ("caution_ink", "caution_fill"),
    ("pretend_ink", "pretend_fill"),
)
"""Every pair of text and ground on screen: at least 4.5 to 1 in every theme."""

SHAPE_PAIRS = (
    ("edge", "card"),
    ("edge", "paper"),
    ("accent", "card"),
    ("caution_edge", "caution_fill"),
    ("focus", "halo"),
)
"""Borders and marks that carry meaning: at least 3 to 1."""


def luminance(colour: str) -> float:
    """Relative luminance of "#rrggbb" (WCAG 2.2)."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """How well one colour stands out from another: 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_arithmetic_is_the_one_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_stands_out_from_its_ground(theme: str, text: str, ground: str) -> None:
    palette = THEMES[theme]
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("shape", "ground"), SHAPE_PAIRS)
def test_shapes_that_mean_something_stand_out(theme: str, shape: str, ground: str) -> None:
    palette = THEMES[theme]
    assert contrast(getattr(palette, shape), getattr(palette, ground)) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_the_ratios_written_beside_the_colours_are_true(theme: str) -> None:
    name = {"light": "LIGHT", "dark": "DARK", "high contrast": "CONTRAST"}[theme]
    with open(palettes.__file__, encoding="utf-8") as file:  # noqa: PTH123
        source = file.read()
    block = source.split(f"{name} = Palette(")[1].split("\n)")[0]
    rows = re.findall(r'^    (\w+)="(#\w+)",  # (.+)$', block, re.MULTILINE)
    assert len(rows) >= 5
    for token, colour, told in rows:
        for written in WRITTEN.finditer(told):
            ground = getattr(THEMES[theme], written["ground"])
            true = contrast(colour, ground)
            assert true == pytest.approx(float(written["ratio"]), abs=0.06), (token, written[0])


@pytest.mark.parametrize("palette", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("percent", [100, 200])
def test_the_style_sheet_knows_all_its_colours(palette: Palette, percent: int) -> None:
    template = (paths.resources() / "style.qss").read_text("utf-8")
    filled = stylesheet(template, Look(palette, percent), Path("/home/a@b c/icons"))
    assert "@" not in filled.replace("a@b c", "")


@pytest.mark.parametrize("palette", THEMES.values(), ids=THEMES)
def test_a_tick_is_drawn_in_a_colour_that_shows_on_its_box(palette: Palette) -> None:
    icons = paths.resources() / "icons"
    filled = stylesheet("@tick", Look(palette, 100), icons)
    assert f'stroke="{palette.on_accent}"' in Path(filled).read_text("utf-8")
    assert contrast(palette.on_accent, palette.accent_fill) >= 4.5


def test_every_colour_words_are_written_in_is_held_against_its_grounds() -> None:
    template = (paths.resources() / "style.qss").read_text("utf-8")
    written_in = set(re.findall(r"[{;\s]color: @(\w+)", template))
    tested = {token for pair in TEXT_PAIRS for token in pair}
    assert written_in <= tested
