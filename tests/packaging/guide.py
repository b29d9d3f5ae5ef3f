"""The printed guide, read as somebody reads it who has nothing else."""

from __future__ import annotations

import html
import re
from pathlib import Path

PIN = "480615"
ASKED = (
    ("Site of this stand", "riga"),
    ("Language it starts in", "lt"),
    ("Is the screen turned?", ""),
    ("Code of the staff", PIN),
    ("The same code once more", PIN),
)
"""The questions, and what is typed; nothing means Enter."""


def lines(stick: Path, language: str = "en") -> list[str]:
    """What the guide says has to be typed, in its order."""
    page = (stick / f"guide-{language}.html").read_text(encoding="utf-8")
    return [html.unescape(each) for each in re.findall(r"<code>(.*?)</code>", page, re.DOTALL)]


def line(stick: Path, beginning: str, language: str = "en") -> str:
    """The first line to type that begins so. Raises LookupError when the guide has none."""
    for each in lines(stick, language):
        if each.startswith(beginning):
            return each
    raise LookupError(f"The guide names no line {beginning} …")
