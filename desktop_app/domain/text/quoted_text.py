"""What somebody wrote, quoted in a sentence of ours."""

LONGEST_QUOTE = 60


def printable(text: str) -> str:
    """One line: what would turn it, or command a terminal, is shown as a question mark."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def quoted_short(text: str, most: int = LONGEST_QUOTE) -> str:
    """What somebody wrote, to stand in a sentence: one line, bearable, nothing that is not seen."""
    shown = printable(text[: most + 1])
    return shown if len(shown) <= most else f"{shown[:most]}…"
