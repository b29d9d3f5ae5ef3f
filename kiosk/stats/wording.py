"""What tables and rows of the statistics are called, in a language. Pure.

Texts of the program come from its catalogs, titles of pages from the bundle that is shown now: a
page that is no longer in it goes by its address.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from kiosk.catalogs import interface_text
from kiosk.content.model import Bundle
from kiosk.content.values import Localized
from kiosk.stats import kinds
from kiosk.stats.figures import OPEN, UNKNOWN_HOUR
from kiosk.stats.report import TableName
from kiosk.stats.suppression import LEAST

HIDDEN = f"<{LEAST}"
"""Stands for a number that is not shown."""


def titles_of(bundle: Bundle, language: str) -> Mapping[str, str]:
    """Addresses of pages, and tags of languages, to what people call them.

    Pages with the same title are told apart by their sections.
    """

    def read(text: Localized) -> str:
        found = text.get(language) or text.get(bundle.fallback) or next(iter(text.values()))
        return " ".join(found.replace("\u00ad", "").split())

    pages = [
        (f"{section.id}/{story.id}/{page.id}", read(page.title), read(section.title))
        for section in bundle.sections
        for story in section.stories
        for page in story.pages
    ]
    often = Counter(title for _, title, _ in pages)
    titles = {entry.tag: entry.name for entry in bundle.languages}
    return titles | {
        address: title if often[title] == 1 else f"{title} ({section})"
        for address, title, section in pages
    }


class Wording:
    """Names for tables and rows in one language."""

    def __init__(self, language: str, titles: Mapping[str, str]) -> None:
        """`language` is a tag; `titles` comes from `titles_of`."""
        self.language = language
        self._titles = titles
        self._names = _names(language)

    def title(self, table: TableName) -> str:
        """What a table is about."""
        language = self.language
        return {
            "days": interface_text(language, "Visits by day"),
            "months": interface_text(language, "Visits by month"),
            "hours": interface_text(language, "Visits by hour of the day"),
            "ends": interface_text(language, "How visits ended"),
            "visit_times": interface_text(language, "Length of visits"),
            "pages": interface_text(language, "Page views"),
            "page_times": interface_text(language, "Time on a page"),
            "languages": interface_text(language, "Page views by language"),
            "right": interface_text(language, "Right answers"),
            "wrong": interface_text(language, "Wrong answers"),
            "codes": interface_text(language, "Codes shown for phones"),
            "panels": interface_text(language, "Panels opened"),
        }[table]

    def name(self, table: TableName, key: str) -> str:
        """What a row is called."""
        if table == "hours" and key != UNKNOWN_HOUR:
            return f"{key}:00–{key}:59"
        if table in {"right", "wrong"}:
            address, _, number = key.rpartition("/")
            question = interface_text(self.language, "question %1").replace("%1", number)
            return f"{self._titles.get(address, address)}, {question}"
        if table in {"pages", "codes", "languages"}:
            return self._titles.get(key) or self._names.get((table, key), key)
        return self._names.get((table, key), key)

    def count(self, count: int | None) -> str:
        """A count as people write it, or the sign for one that is not shown."""
        return HIDDEN if count is None else self.number(count)

    def number(self, count: int) -> str:
        """Thousands apart: 12,345 in English, elsewhere with a space that does not break."""
        return f"{count:,}".replace(",", "," if self.language.startswith("en") else "\u00a0")


def _names(language: str) -> dict[tuple[str, str], str]:
    """Rows with a name of the program's own, by table and key."""
    open_end = interface_text(language, "end not known")
    times = _times(language)
    return {
        ("hours", UNKNOWN_HOUR): interface_text(language, "hour not known"),
        ("ends", kinds.IDLE): interface_text(language, "by walking away"),
        ("ends", kinds.START_OVER): interface_text(language, "by “Start over”"),
        ("ends", kinds.STAFF): interface_text(language, "by staff with their code"),
        ("ends", OPEN): open_end,
        ("visit_times", OPEN): open_end,
        ("page_times", OPEN): open_end,
        ("page_times", kinds.LEFT): interface_text(language, "left standing"),
        ("codes", kinds.SOURCES): interface_text(language, "In the panel of the sources"),
        ("codes", kinds.TAKEAWAY): interface_text(language, "In the panel “Take with you”"),
        ("panels", "language"): interface_text(language, "Language"),
        ("panels", "accessibility"): interface_text(language, "Accessibility"),
        ("panels", kinds.SOURCES): interface_text(language, "Sources"),
        ("panels", kinds.TAKEAWAY): interface_text(language, "Take with you"),
        **{("visit_times", key): times[key] for key in kinds.VISIT_TIMES},
        **{("page_times", key): times[key] for key in kinds.PAGE_TIMES if key in times},
    }


def _times(language: str) -> dict[str, str]:
    """The classes of durations."""
    return {
        "0-5": interface_text(language, "under 5 seconds"),
        "0-15": interface_text(language, "under 15 seconds"),
        "5-15": interface_text(language, "5 to 15 seconds"),
        "15-60": interface_text(language, "15 to 60 seconds"),
        "60-": interface_text(language, "over a minute"),
        "60-180": interface_text(language, "1 to 3 minutes"),
        "180-600": interface_text(language, "3 to 10 minutes"),
        "600-": interface_text(language, "over 10 minutes"),
    }
