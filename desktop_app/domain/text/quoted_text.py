"""What somebody wrote, quoted in a sentence of ours."""

LONGEST_QUOTE = 60


def quoted_short(text: str, most: int = LONGEST_QUOTE) -> str:
    """What somebody wrote, to stand in a sentence: one line, bearable, nothing that is not seen."""
    shown = "".join(sign if sign.isprintable() else "?" for sign in text[: most + 1])
    return shown if len(shown) <= most else f"{shown[:most]}…"
