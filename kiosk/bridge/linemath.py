"""Maths of a chart of values over time: the scale of values, the scale of dates, their ticks.

Plain functions, nothing of Qt. Dates are years with a fraction: 2020.5 is the middle of 2020. A
date without a month counts as the first day of its year, one without a day as that of its month.
"""

from __future__ import annotations

import datetime
import math
from collections.abc import Sequence
from itertools import accumulate

YEAR_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
MONTH_STEPS = (1, 2, 3, 6, 12)
STEPS = (1, 2, 5)
FINE_STEPS = (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8)
"""Where only two or three values have room, 1, 2 and 5 would waste up to half of it."""


def year_of(iso: str) -> float:
    """A date of the bundle (YYYY, YYYY-MM or YYYY-MM-DD) as a year with a fraction."""
    year, month, day = [*(int(part) for part in iso.split("-")), 1, 1][:3]
    try:
        date = datetime.date(year, month, day)
    except ValueError:  # the 30th of February, or the year 0: the check names it
        return year + (month - 1) / 12
    start = datetime.date(year, 1, 1)
    days = 366 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 365
    return year + (date - start).days / days


def value_ticks(low: float, high: float, most: int, *, from_zero: bool) -> list[float]:
    """Round values at even steps that span all from `low` to `high`.

    Two at least and `most` at most, but three where the values change their sign. With `from_zero`
    zero is one of them. Values that are all equal get room on both sides; all zero, room above.
    """
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    if high - low <= 1e-12 * max(abs(low), abs(high), 1e-300):
        room = abs(high) / 10 or 1.0
        low, high = (low, high + room) if low == 0 else (low - room, high + room)
    most = max(3 if low < 0 < high else 2, most)
    factors = FINE_STEPS if most < 4 else STEPS
    step = (high - low) / (most - 1)
    while True:
        step = _round_step(step, factors)
        first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
        if last - first < most or last - first == 1:
            return [n * step for n in range(first, max(last, first + 1) + 1)]
        step *= 1.01


def _round_step(least: float, factors: Sequence[float]) -> float:
    """The smallest of the factors times a power of ten that is not below `least`."""
    power = 10.0 ** math.floor(math.log10(least))
    steps = (factor * power for factor in (*factors, 10 * factors[0]))
    return next(step for step in steps if step >= least * (1 - 1e-9))


def tick_decimals(ticks: Sequence[float]) -> int:
    """How many decimals the ticks need, three at most."""
    size = max((abs(tick) for tick in ticks), default=1.0)
    exact = (k for k in range(3) if all(abs(round(t, k) - t) <= 1e-9 * size for t in ticks))
    return next(exact, 3)


def year_ticks(first: float, last: float, most: int) -> list[str]:
    """Dates for the axis as the bundle writes them: whole years, or months of a short time.

    At most `most`, at round steps; the ends of the data are the caller's business.
    """
    if last - first >= 2 or most < 2:
        years = range(math.ceil(first - 1e-6), math.floor(last + 1e-6) + 1)
        step = next((s for s in YEAR_STEPS if len(years) / s <= most), YEAR_STEPS[-1])
        return [f"{year:04d}" for year in years if year % step == 0]
    slack = 0.1  # months are not of one length
    months = range(math.ceil(first * 12 - slack), math.floor(last * 12 + slack) + 1)
    step = next((s for s in MONTH_STEPS if len(months) / s <= most), MONTH_STEPS[-1])
    return [f"{month // 12:04d}-{month % 12 + 1:02d}" for month in months if month % step == 0]


def parts(known: Sequence[bool]) -> list[tuple[int, int]]:
    """Where a line is drawn without a break: first and one past the last index of each part."""
    found: list[tuple[int, int]] = []
    start = None
    for i, there in enumerate([*known, False]):
        if there and start is None:
            start = i
        elif not there and start is not None:
            found.append((start, i))
            start = None
    return found


def shared(flat: Sequence[object], counts: Sequence[int]) -> list[slice]:
    """Which part of a flat list belongs to each of several lists of known lengths."""
    ends = list(accumulate(counts))
    return [
        slice(end - count, min(end, len(flat))) for end, count in zip(ends, counts, strict=True)
    ]
