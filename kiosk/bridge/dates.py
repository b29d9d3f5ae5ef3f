"""How a language writes dates: by the program's pattern, or as its locale does where it has none.

English order and the form of a month beside a day are wrong in most other languages.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QDate, QLocale

from kiosk.catalogs import speaks

_WEEKDAY = re.compile(r"[\s,،]*dddd(?:'[^']*')?[\s,،]*")
_BEFORE_MONTH = re.compile(r"^[^My]*(?=MMMM)")
"""All before the month when the year comes after it: "d. ", "d 'de' "."""
_DAY = re.compile(r"('[^']*')|\s*d\S*")


def pattern_for(tag: str, locale: QLocale, day: QDate, pattern: str) -> str:
    """The pattern for a date; `pattern` is the translated one, English where there is no other.

    Of a locale it is the long form without the weekday; a month without a day stands by itself.
    """
    if "MMM" not in pattern or speaks(tag):
        return pattern
    whole = _WEEKDAY.sub("", locale.dateFormat(QLocale.FormatType.LongFormat))
    if "d" in pattern:
        return whole
    form = QLocale.FormatType.LongFormat if "MMMM" in pattern else QLocale.FormatType.ShortFormat
    name = locale.standaloneMonthName(day.month(), form).replace("'", "''")
    without_day = _DAY.sub(lambda found: found[1] or "", _BEFORE_MONTH.sub("", whole))
    return without_day.strip().replace("MMMM", f"'{name}'")
