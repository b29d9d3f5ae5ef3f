"""Older bundle formats: numbered steps on plain dicts, before anything is decoded.

`STEPS[n]` takes a document of format n and returns one of format n + 1. No disk, no Qt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.content.errors import ContentError
from kiosk.said import said

Document = dict[str, object]
Step = Callable[[Document], Document]

STEPS: Mapping[int, Step] = {}
"""Format 1 is the first one: there is nothing to convert yet."""


def migrate(document: Document, current: int, steps: Mapping[int, Step] = STEPS) -> Document:
    """The document in the current format; its input is not changed by steps that keep the rules.

    Raises `ContentError` E114 for a newer format and E115 for one that no step knows.
    """
    version = document.get("format")
    if not isinstance(version, int) or isinstance(version, bool):
        return document
    if version > current:
        raise newer(version, current)
    while version < current:
        step = steps.get(version)
        if step is None:
            raise older(version, current)
        version += 1
        document = {**step(dict(document)), "format": version}
    return document


def newer(version: int, current: int) -> ContentError:
    """The refusal of a format that this program does not know yet."""
    return ContentError(
        "E114",
        said(
            "This bundle has format {version}; this program reads formats up to {current}.",
            version=version,
            current=current,
        ),
        said("Update the program on this stand, or ask the author for the older format."),
    )


def older(version: int, current: int) -> ContentError:
    """The refusal of a format that can no longer be converted."""
    return ContentError(
        "E115",
        said(
            "This bundle has format {version}, which cannot be converted to format {current}.",
            version=version,
            current=current,
        ),
        said("Ask the author to save it again with a current editor."),
    )
