"""What a stand says while nobody has it: when staff are back, and when it is open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from kiosk.bridge.reading import UNIT_GAP, Reading, drawable
from kiosk.catalogs import interface_text
from kiosk.content.model import Language
from kiosk.visit.machine import seconds_left
from kiosk.visit.state import Rules, SignRow, State


def away_lines(state: State, rules: Rules, offered: Sequence[Language]) -> list[str]:
    """When staff are back, in the next languages of the stand."""
    if state.mode != "away":
        return []
    minutes = -(-seconds_left(state, rules) // 60)
    tags = [each.tag for each in offered if each.tag != state.language][:4]
    first, *others = (
        interface_text(tag, "Back in %n minutes", minutes).replace("%n", str(minutes))
        for tag in (state.language, *tags)
    )
    return unlike(first, others)


def theme(state: State) -> str:
    """A closed stand is dark, unless its visitors need contrast."""
    chosen = state.comfort.theme
    return "dark" if state.mode == "closed" and chosen == "light" else chosen


def sign(
    state: State, offered: Sequence[Language], reading_in: Callable[[str], Reading]
) -> dict[str, Any]:
    """How a closed stand looks, and its opening hours as the language writes them."""
    closing = state.closing if state.mode == "closed" else None
    if closing is None:
        return {"closedLook": "", "closedLines": [], "signDays": [], "signHours": []}
    reading = reading_in(state.language)
    tags = [each.tag for each in offered if each.tag != state.language][:4]
    first, *others = (interface_text(tag, "Closed now") for tag in (state.language, *tags))
    return {
        "closedLook": closing.look,
        "closedLines": unlike(first, others),
        "signDays": [_days(row, reading) for row in closing.rows],
        "signHours": [_hours(row, reading) for row in closing.rows],
    }


def unlike(words: str, others: list[str]) -> list[str]:
    """The others that say it differently, each once; a language without own words is mute."""
    return [other for other in dict.fromkeys(others) if other != words]


def _days(row: SignRow, reading: Reading) -> str:
    """The days of a line: "Monday–Friday", "24 December", "24 December – 2 January"."""
    if row.day:
        return " – ".join(_date(day, reading) for day in dict.fromkeys((row.day, row.until)))
    names = [reading.locale.standaloneDayName(each + 1) for each in (row.first, row.last)]
    written = "–".join(dict.fromkeys(names))
    return drawable(written[:1].upper() + written[1:])


def _date(day: str, reading: Reading) -> str:
    from PySide6.QtCore import QDate, Qt  # no attract loop needs all enumerations of Qt

    date = QDate.fromString(day, Qt.DateFormat.ISODate)
    written = reading.locale.toString(date, reading.translate("d MMMM"))
    return drawable(UNIT_GAP.sub("\u00a0", written))


def _hours(row: SignRow, reading: Reading) -> str:
    """When the stand is open on these days."""
    if row.hours:
        return row.hours
    return reading.translate("open all day") if row.open else reading.translate("closed")
