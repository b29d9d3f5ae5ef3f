"""How a record of the bundle is read for one language: texts, dates, numbers, source marks.

A `Reading` is made for each language change and handed to the exposed objects, which ask it for
every value they show.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QDate, QLocale

from kiosk.bridge.dates import pattern_for
from kiosk.content.model import Bundle, Language, Source

Translate = Callable[[str], str]

NARROW_SPACE = "\u202f"
"""Not in Manrope: a line with it would take another font and sit lower, so a plain no-break space
stands in for it."""


MINUS = "\u2212"
"""As wide as a plus; the hyphen that many locales write is too short before a digit."""


def locale_of(tag: str) -> QLocale:
    """The locale that formats numbers and dates for a language tag (English means British)."""
    return QLocale("en_GB" if tag == "en" else tag.replace("-", "_"))


def format_number(locale: QLocale, value: float, decimals: int) -> str:
    """A number as the locale writes it, in characters that Manrope has, with a true minus.

    What is rounded to zero has none.
    """
    zero = locale.toString(0.0, "f", decimals)
    if value <= 0 and locale.toString(abs(float(value)), "f", decimals) == zero:
        return drawable(zero)
    text = drawable(locale.toString(float(value), "f", decimals))
    return MINUS + text[1:] if text.startswith("-") else text


def quotation_marks(tag: str) -> tuple[str, str]:
    """The marks before and after somebody's words, as a language writes them."""
    opening, closing = locale_of(tag).quoteString("\n").split("\n")
    if tag.partition("-")[0] == "fr":  # its marks keep away from the words
        return f"{opening}\u00a0", f"\u00a0{closing}"
    return opening, closing


UNIT_GAP = re.compile(r"(?<=\d) (?=[^\W\d])|(?<=\d\.) (?=[^\W\d])")
"""The space between a number and the word that belongs to it: "23 August", "2020 m."."""


ISO_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
"""A month as content writes it: "2021-01"."""


ORDINAL_HYPHEN = re.compile(r"(?<=\d)-(?=[^\W\d])")
"""The hyphen of "6-oji" and "72-hour": a line never ends at it."""


def drawable(text: str) -> str:
    """A text in characters that the main font has, its ordinals kept in one piece."""
    return ORDINAL_HYPHEN.sub("\u2011", text.replace(NARROW_SPACE, "\u00a0"))


def date_text(tag: str, day: QDate, pattern: str) -> str:
    """A date by the pattern of a language (`dates.pattern_for`); numbers keep to their words."""
    locale = locale_of(tag)
    written = locale.toString(day, pattern_for(tag, locale, day, pattern))
    return UNIT_GAP.sub("\u00a0", drawable(written))


@dataclass
class Reading:
    """One language of one bundle, with the interface's own words for dates."""

    bundle: Bundle
    language: str
    translate: Translate
    picture_url: Callable[[str], str]
    icon_glyph: Callable[[str], str]
    marks: dict[str, int] = field(default_factory=dict)
    hosts: tuple[str, ...] = ()
    """Where codes may lead (`kiosk.content.takeaway.leads_well`)."""

    def __post_init__(self) -> None:
        self.locale = locale_of(self.language)

    def for_page(self, sources: Iterable[str]) -> Reading:
        """The same reading with footnote numbers in the order in which a page names its sources."""
        marks: dict[str, int] = {}
        for source in sources:
            marks.setdefault(source, len(marks) + 1)
        return replace(self, marks=marks)

    def text(self, localized: dict[str, str] | None) -> str:
        """The text in this language, else in the bundle's fallback, else in any."""
        return drawable(localized[self.language_of(localized)]) if localized else ""

    def language_of(self, localized: dict[str, str]) -> str:
        """The language in which a text is shown."""
        wanted = (tag for tag in (self.language, self.bundle.fallback) if tag in localized)
        return next(wanted, next(iter(localized)))

    def quoted(self, localized: dict[str, str]) -> str:
        """A text between the quotation marks of the language in which it is shown."""
        opening, closing = quotation_marks(self.language_of(localized))
        return opening + self.text(localized) + closing

    def opening_mark(self, localized: dict[str, str]) -> str:
        """What stands before the text in `quoted`."""
        return quotation_marks(self.language_of(localized))[0]

    def fallback_name(self, localized: dict[str, str] | None) -> str:
        """The own name of the language that `text` falls back to; empty when nothing is missing."""
        if not localized or self.language in localized:
            return ""
        return self.language_named(self.language_of(localized)).name

    def language_named(self, tag: str) -> Language:
        """The bundle's language record for a tag."""
        found = (language for language in self.bundle.languages if language.tag == tag)
        return next(found, Language(tag=tag, name=tag))

    def date(self, iso: str) -> str:
        """A year, a month or a day as the language writes it; what is no day as it is written."""
        parts = [int(part) for part in iso.split("-")]
        day = QDate(*parts, *[1] * (3 - len(parts)))
        if not day.isValid():
            return iso
        if len(parts) == 1:
            return date_text(self.language, day, self.translate("yyyy"))
        if len(parts) == 2:
            return date_text(self.language, day, self.translate("MMMM yyyy"))
        return date_text(self.language, day, self.translate("d MMMM yyyy"))

    def edition(self, name: str) -> str:
        """The name of an edition; one that is a month as the language writes it in short."""
        if (month := ISO_MONTH.fullmatch(name)) is None:
            return name
        day = QDate(int(month[1]), int(month[2]), 1)
        return date_text(self.language, day, self.translate("MMM yyyy"))

    def number(self, value: float, decimals: int) -> str:
        """A number as the language writes it."""
        return format_number(self.locale, value, decimals)

    def source(self, source_id: str) -> Source | None:
        """The source record of an id."""
        return next((source for source in self.bundle.sources if source.id == source_id), None)
