"""What the kiosk's log says, for tests. Knows its lines only."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

TROUBLE = frozenset({"WARNING", "ERROR", "CRITICAL"})


def records(text: str) -> Iterator[dict[str, Any]]:
    """The records of a log; a line that is being written is left out."""
    for line in text.splitlines(keepends=True):
        if line.endswith("\n"):
            yield json.loads(line)


def troubles(text: str) -> list[str]:
    """Warnings and errors, a line of words each."""
    told = (one for one in records(text) if one["level"] in TROUBLE)
    return [f"{one['level']} {one['name']}: {one['message']}" for one in told]
