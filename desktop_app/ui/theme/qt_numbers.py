"""Values of Qt's own lists by their number, for what the first picture needs.

Naming `Qt.AlignmentFlag` and its like loads Qt's whole namespace, for which the first picture would
wait 14 to 30 ms, up to a seventh of the start; setting the property by number does the same
without. A test holds them to Qt's names.
"""

PLAIN_TEXT = 0
"""Qt.TextFormat.PlainText"""
CENTRED = 0x84
"""Qt.AlignmentFlag.AlignCenter"""
NO_FOCUS, TAB_FOCUS = 0, 1
"""Qt.FocusPolicy.NoFocus, TabFocus"""
NEVER_A_SCROLL_BAR = 1
"""Qt.ScrollBarPolicy.ScrollBarAlwaysOff"""
ICON_ONLY, TEXT_BESIDE_ICON, TEXT_UNDER_ICON = 0, 2, 3
"""Qt.ToolButtonStyle.ToolButtonIconOnly, ToolButtonTextBesideIcon, ToolButtonTextUnderIcon"""
