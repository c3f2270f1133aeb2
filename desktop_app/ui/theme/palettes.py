"""The colours of each theme, with the contrast each pair of text and ground reaches.

Ratios are WCAG 2 contrast; tests/ui/theme/test_palettes.py computes every one again. `card` is
what stands on `paper`, `raised` a card under the pointer; `soft` is the second voice of `ink`;
`rim` and `edge` border what can be pressed; `tint` is a quiet ground in the accent's hue; `focus`
and `halo` are the two lines of the focus ring; `pretend` is the banner of a made-up time.
"""

from typing import NamedTuple


class Palette(NamedTuple):
    """Every colour the style sheet may name."""

    paper: str
    card: str
    raised: str
    ink: str
    soft: str
    line: str
    rim: str
    edge: str
    accent: str
    accent_fill: str
    accent_hover: str
    on_accent: str
    tint: str
    focus: str
    halo: str
    emergency: str
    on_emergency: str
    open_ink: str
    open_fill: str
    should_be_ink: str
    should_be_fill: str
    closed_ink: str
    closed_fill: str
    unknown_ink: str
    unknown_fill: str
    caution_ink: str
    caution_fill: str
    caution_edge: str
    pretend_ink: str
    pretend_fill: str


LIGHT = Palette(
    paper="#f1f5f7",
    card="#ffffff",
    raised="#f4fafd",
    ink="#12222d",  # on card 16.2, on paper 14.8, on tint 14.1
    soft="#4a5c68",  # on card 6.9, on paper 6.3, on tint 6.0
    line="#d8e1e6",
    rim="#b9c7d0",
    edge="#7b8d98",  # on card 3.4, on paper 3.1
    accent="#0b5878",  # on card 7.8, on paper 7.1, on tint 6.8
    accent_fill="#0b5878",
    accent_hover="#084660",
    on_accent="#ffffff",  # on accent_fill 7.8, on accent_hover 10.2
    tint="#e6f1f6",
    focus="#12222d",  # on halo 12.1
    halo="#ffdd00",
    emergency="#a81c1c",
    on_emergency="#ffffff",  # on emergency 7.4
    open_ink="#0a5c36",  # on open_fill 7.0
    open_fill="#def3e7",
    should_be_ink="#3d5200",  # on should_be_fill 7.7
    should_be_fill="#eef5cf",
    closed_ink="#3f4d57",  # on closed_fill 7.3
    closed_fill="#e7ecef",
    unknown_ink="#6b4300",  # on unknown_fill 7.6
    unknown_fill="#ffefcc",
    caution_ink="#4f3200",  # on caution_fill 10.9
    caution_fill="#fff6e0",
    caution_edge="#b87400",  # on caution_fill 3.5
    pretend_ink="#ffffff",  # on pretend_fill 9.9
    pretend_fill="#5b2a86",
)

DARK = Palette(
    paper="#0f171c",
    card="#182229",
    raised="#1f2c35",
    ink="#eef3f6",  # on card 14.5, on paper 16.2, on tint 12.4
    soft="#a9bac5",  # on card 8.1, on paper 9.1, on tint 6.9
    line="#2b3942",
    rim="#415460",
    edge="#7d909c",  # on card 4.9, on paper 5.5
    accent="#83cdec",  # on card 9.2, on paper 10.3, on tint 7.8
    accent_fill="#83cdec",
    accent_hover="#a9def4",
    on_accent="#06212e",  # on accent_fill 9.4, on accent_hover 11.4
    tint="#14303d",
    focus="#0f171c",  # on halo 13.4
    halo="#ffdd00",
    emergency="#a81c1c",
    on_emergency="#ffffff",  # on emergency 7.4
    open_ink="#8fe3b4",  # on open_fill 8.7
    open_fill="#123624",
    should_be_ink="#d3e58a",  # on should_be_fill 9.5
    should_be_fill="#2c350e",
    closed_ink="#c9d4db",  # on closed_fill 7.6
    closed_fill="#2e3b44",
    unknown_ink="#ffd27a",  # on unknown_fill 8.7
    unknown_fill="#45310a",
    caution_ink="#ffe2a8",  # on caution_fill 11.7
    caution_fill="#33260c",
    caution_edge="#d39a2d",  # on caution_fill 5.9
    pretend_ink="#ffffff",  # on pretend_fill 9.9
    pretend_fill="#5b2a86",
)

CONTRAST = Palette(
    paper="#000000",
    card="#000000",
    raised="#1a1a1a",
    ink="#ffffff",  # on card 21.0, on paper 21.0, on tint 21.0
    soft="#ffffff",
    line="#ffffff",
    rim="#ffffff",
    edge="#ffffff",
    accent="#ffff00",  # on card 19.6, on paper 19.6, on tint 19.6
    accent_fill="#ffff00",
    accent_hover="#ffffff",
    on_accent="#000000",  # on accent_fill 19.6, on accent_hover 21.0
    tint="#000000",
    focus="#000000",  # on halo 16.7
    halo="#00ffff",
    emergency="#ffffff",
    on_emergency="#8b0000",  # on emergency 10.0
    open_ink="#00ff7f",  # on open_fill 15.6
    open_fill="#000000",
    should_be_ink="#b6ff00",  # on should_be_fill 17.3
    should_be_fill="#000000",
    closed_ink="#ffffff",
    closed_fill="#000000",
    unknown_ink="#ffff00",  # on unknown_fill 19.6
    unknown_fill="#000000",
    caution_ink="#ffffff",
    caution_fill="#000000",
    caution_edge="#ffff00",
    pretend_ink="#000000",  # on pretend_fill 11.5
    pretend_fill="#ff9cff",
)
