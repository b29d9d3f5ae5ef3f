"""What the staff's page of statistics shows: records only. Imports nothing of the kiosk.

The statistics make them, the bridge shows them; neither knows the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Period = Literal["today", "week", "year"]
"""Today by hours, the last seven days by days, the last twelve months by months."""


@dataclass(frozen=True)
class Bar:
    """Something counted: its name, the length of its bar from 0 to 1, and its number.

    Numbers are texts, ready to be read; `whole` is that of which it is a part, if that is told.
    """

    label: str
    share: float
    value: str
    whole: str = ""


@dataclass(frozen=True)
class Overview:
    """The numbers of a period, as they are. `trouble` says in words for staff what is wrong.

    `columns` goes through all hours, days or months of the period, also those without a visit.
    """

    visits: str = "0"
    views: str = "0"
    columns: tuple[Bar, ...] = ()
    pages: tuple[Bar, ...] = ()
    languages: tuple[Bar, ...] = ()
    quiz: tuple[Bar, ...] = ()
    trouble: str = ""


class Book(Protocol):
    """Where the overview comes from. All calls are thread-safe."""

    def overview(self, period: Period, language: str) -> Overview:
        """The numbers, with names in a language. Reads the disk: call it off the GUI thread."""
        ...
