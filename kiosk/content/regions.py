"""The parts of the world that a map of countries is read by."""

from __future__ import annotations

from collections.abc import Iterable

REGIONS = {
    "europe": "150",
    "asia": "142",
    "africa": "002",
    "americas": "019",
    "oceania": "009",
}
"""Name in the table of countries to UN M49 number, in the order in which they are shown."""


def regions_of(codes: Iterable[str]) -> list[str]:
    """The regions that some countries lie in, in the order of `REGIONS`; unknown codes in none."""
    from kiosk.content.countries import COUNTRIES  # not at the start of a bundle without maps

    found = {COUNTRIES[code].region for code in codes if code in COUNTRIES}
    return [region for region in REGIONS if region in found]
