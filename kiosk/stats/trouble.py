"""What can be wrong with the statistics, in words for staff. Pure; used by the log and the page."""

from __future__ import annotations

from typing import Literal

from kiosk.catalogs import interface_text

Trouble = Literal["", "full", "held", "unwritable", "unreadable", "clock"]


def trouble_words(language: str, trouble: Trouble) -> str:
    """What is wrong and what to do; empty when all is well."""
    return {
        "": "",
        "full": interface_text(
            language, "The disk is full: new counts wait in memory. Free some room."
        ),
        "held": interface_text(
            language,
            "Another program holds the statistics: new counts wait in memory. Close that program.",
        ),
        "unwritable": interface_text(
            language,
            "The statistics cannot be written: new counts wait in memory. Check the disk and its "
            "rights.",
        ),
        "unreadable": interface_text(
            language, "The statistics cannot be read. Check the disk and its rights."
        ),
        "clock": interface_text(
            language, "The clock of this stand is wrong. Set date and time in the system."
        ),
    }[trouble]
