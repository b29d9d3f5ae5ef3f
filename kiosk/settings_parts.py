"""Parts of the settings: where codes lead, and what a type cannot say, the opening hours. No Qt.

A rule hangs on a type's `Meta` as `mistake`, so that every check of a value finds it. Words are
marked here and said by the check.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from kiosk.said import marked


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """Base of the sections: every key has a default, unknown keys are refused."""


class Codes(Section, frozen=True):
    """Where codes for phones may lead: to these hosts and what lies below them; empty: to all."""

    hosts: Annotated[
        tuple[
            Annotated[
                str,
                Meta(pattern=r"\A([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}\Z", max_length=120),
            ],
            ...,
        ],
        Meta(
            max_length=100,
            description=marked('a list of hosts like ["example.org", "museum.example"]'),
        ),
    ] = ()


def _hours_mistake(text: str) -> str:
    from kiosk.guard.hours import mistake  # a stand without hours starts without it

    return mistake(text)


def _dates_mistake(texts: list[str]) -> str:
    from kiosk.guard.hours import mistake_in_dates

    return mistake_in_dates(texts)


DayHours = Annotated[
    str,
    Meta(
        max_length=60,
        description=marked(
            'hours like "9:00-17:00", "9:00-12:00, 13:00-17:00", "18:00-2:00", "closed" or "open"'
        ),
        extra={"mistake": _hours_mistake},
    ),
]


class Opening(Section, frozen=True):
    """When the stand is open: by day (not set: all day), by date, and what it shows otherwise.

    `closed` is "dim", a dark screen with the hours, or "off", a black one on a screen that is
    switched off where that is possible.
    """

    monday: DayHours = ""
    tuesday: DayHours = ""
    wednesday: DayHours = ""
    thursday: DayHours = ""
    friday: DayHours = ""
    saturday: DayHours = ""
    sunday: DayHours = ""
    dates: Annotated[
        tuple[Annotated[str, Meta(max_length=80)], ...],
        Meta(
            max_length=100,
            description=marked(
                'a list of days like ["2026-12-24 closed", "2026-12-31 10:00-14:00"]'
            ),
            extra={"mistake": _dates_mistake},
        ),
    ] = ()
    closed: Annotated[Literal["dim", "off"], Meta(description=marked('"dim" or "off"'))] = "dim"

    @property
    def week(self) -> tuple[str, ...]:
        """The texts of the days from Monday on."""
        return (
            self.monday,
            self.tuesday,
            self.wednesday,
            self.thursday,
            self.friday,
            self.saturday,
            self.sunday,
        )
