"""The stand's settings: what `kiosk.toml` may say, as frozen records. No Qt.

`kiosk.toml` is the base, the staff's `settings.toml` lies over it. `read` finds every mistake of
both at once; `load` never fails: with mistakes it returns the last settings that had none,
together with the problems, for the caller to log.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from msgspec import Meta

from kiosk import durable
from kiosk.guard.pin import ENCODED_PATTERN
from kiosk.paths import Places
from kiosk.said import marked, said
from kiosk.settings_parts import Codes, Opening, Section

if TYPE_CHECKING:
    from kiosk.settings_check import Checked, Problem

Tag = Annotated[
    str,
    Meta(
        pattern=r"\A[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?\Z",
        description=marked("a language tag like en, lt or pt-BR"),
    ),
]
Wait = Annotated[
    int, Meta(ge=10, le=3600, description=marked("a whole number of seconds, 10 to 3600"))
]


class Stand(Section, frozen=True):
    """Which stand this is."""

    name: Annotated[
        str,
        Meta(
            pattern=r"\A[^\x00-\x1f\x7f\ud800-\udfff]{0,80}\Z",
            description=marked("a text of at most 80 characters on one line"),
        ),
    ] = ""
    site: Annotated[
        str,
        Meta(
            pattern=r"\A([a-z0-9][a-z0-9-]{0,39})?\Z",
            description=marked("a short name of small letters, digits and hyphens, at most 40"),
        ),
    ] = ""
    preset: Annotated[
        Literal["fair", "lobby", "reception"],
        Meta(description=marked('"fair", "lobby" or "reception"')),
    ] = "fair"


class Screen(Section, frozen=True):
    """How the screen hangs and looks; lengths as measured on the spot, None if nobody has."""

    rotation: Annotated[Literal[0, 90, 180, 270], Meta(description=marked("0, 90, 180 or 270"))] = 0
    theme: Annotated[
        Literal["dark", "light", "contrast"],
        Meta(description=marked('"dark", "light" or "contrast"')),
    ] = "dark"
    diagonal_inches: (
        Annotated[float, Meta(ge=5, le=150, description=marked("a number of inches, 5 to 150"))]
        | None
    ) = None
    distance_mm: (
        Annotated[float, Meta(ge=100, le=10000, description=marked("a number of mm, 100 to 10000"))]
        | None
    ) = None
    bottom_mm: (
        Annotated[float, Meta(ge=0, le=5000, description=marked("a number of mm, 0 to 5000"))]
        | None
    ) = None


class Languages(Section, frozen=True):
    """The language a visit starts in, the order of the chooser (empty: as the bundle says), and
    those of the bundle's languages that this stand does not offer."""

    start: Annotated[
        str,
        Meta(
            pattern=r"\A([a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?)?\Z",
            description=marked('a language tag like "en", "lt" or "pt-BR"'),
        ),
    ] = ""
    order: Annotated[
        tuple[Tag, ...],
        Meta(
            max_length=14,
            description=marked('a list of language tags like ["lt", "en"], at most 14'),
        ),
    ] = ()
    off: Annotated[
        tuple[Tag, ...],
        Meta(
            max_length=14,
            description=marked('a list of language tags like ["lt", "en"], at most 14'),
        ),
    ] = ()


class Idle(Section, frozen=True):
    """Seconds without a touch: on a page, in a panel, and of the question before the reset."""

    seconds: Wait = 60
    panel_seconds: Wait = 120
    warning_seconds: Annotated[
        int, Meta(ge=5, le=300, description=marked("a whole number of seconds, 5 to 300"))
    ] = 30


class Staff(Section, frozen=True):
    """The staff's PIN as scrypt text, written by `kiosk config pin`; empty: none is set."""

    pin: Annotated[
        str,
        Meta(
            pattern=rf"\A({ENCODED_PATTERN})?\Z",
            description=marked("written by `kiosk config pin`, never by hand"),
        ),
    ] = ""


class Updates(Section, frozen=True):
    """How new content may reach the stand.

    `require_signature` unset: unsigned content is taken until the stand trusts a key, and from then
    on only signed content; true: never without a signature; false: unsigned content is taken, with
    a mark in the staff menu. Each folder in the folder `sticks` counts as a stick, for systems that
    mount them by themselves.
    """

    usb: Annotated[bool, Meta(description=marked("true or false"))] = True
    sticks: Annotated[
        str,
        Meta(
            pattern=r"\A((/|[A-Z]:\\)[^\x00-\x1f\x7f\ud800-\udfff]{0,200})?\Z",
            description=marked("the full path of a folder"),
        ),
    ] = ""
    require_signature: Annotated[bool, Meta(description=marked("true or false"))] | None = None

    def takes_unsigned(self, *, trusting: bool) -> bool:
        """Whether unsigned content is taken; `trusting`: the stand trusts some key."""
        return not trusting if self.require_signature is None else not self.require_signature


class Upkeep(Section, frozen=True):
    """When the screen is started anew although nothing is wrong, once nobody is there.

    `memory_megabytes` is how much memory it may take (0: any; less than 300 counts as 300),
    `restart_at` the time of night at which each day begins afresh; empty: never.
    """

    memory_megabytes: Annotated[
        int,
        Meta(ge=0, le=64000, description=marked("a whole number of megabytes; 0 for no ceiling")),
    ] = 900
    restart_at: Annotated[
        str,
        Meta(
            pattern=r"\A(([01][0-9]|2[0-3]):[0-5][0-9])?\Z",
            description=marked('a time like "04:00"; "" for never'),
        ),
    ] = "04:00"

    def night_minute(self) -> int:
        """`restart_at` in minutes after midnight, -1 for never."""
        hours, _, minutes = self.restart_at.partition(":")
        return int(hours) * 60 + int(minutes) if minutes else -1


class Settings(Section, frozen=True):
    """All settings of a stand."""

    stand: Stand = Stand()
    screen: Screen = Screen()
    languages: Languages = Languages()
    idle: Idle = Idle()
    hours: Opening = Opening()
    staff: Staff = Staff()
    updates: Updates = Updates()
    upkeep: Upkeep = Upkeep()
    codes: Codes = Codes()


@dataclass(frozen=True)
class Loaded:
    """Settings in effect, where each key comes from, and all problems of the files.

    `origins` names file and line of every key that a file sets; the other keys have their
    defaults. `fallen_back` is true when problems made the kiosk take the kept copy of the last
    good settings, or the defaults where there is none.
    """

    settings: Settings
    origins: Mapping[str, tuple[Path, int]] = field(default_factory=dict[str, tuple[Path, int]])
    problems: tuple[Problem, ...] = ()
    fallen_back: bool = False


def load(places: Places) -> Loaded:
    """The settings to start with. Keeps a copy of settings without mistakes; never fails."""
    loaded = read(places)
    if loaded.problems:
        return loaded
    content = msgspec.json.encode(loaded.settings)
    try:
        if _content(places.good_settings) != content:
            durable.write(places.good_settings, content)
    except OSError as error:
        from kiosk.settings_check import Problem

        why = error.strerror
        words = said(
            "the copy of the settings cannot be kept ({reason}); check the disk", reason=why
        )
        problem = Problem(places.good_settings, 0, words)
        return Loaded(loaded.settings, loaded.origins, (problem,))
    return loaded


def read(places: Places) -> Loaded:
    """What the files say, or the last good settings together with the problems. Writes nothing."""
    files = (places.settings, places.staff_settings)
    if not places.settings_named and not any(os.path.lexists(file) for file in files):
        return Loaded(Settings())
    # A stand without settings starts without reading TOML.
    from kiosk.settings_check import check_file

    return _combine(
        places,
        check_file(places.settings, Settings, needed=places.settings_named),
        check_file(places.staff_settings, Settings),
    )


def _combine(places: Places, base: Checked, staff: Checked) -> Loaded:
    """The settings that two checked files make together: the staff's over the base."""
    problems = (*base.problems, *staff.problems)
    if problems:
        return Loaded(_last_good(places.good_settings), problems=problems, fallen_back=True)
    return Loaded(_settings({**base.values, **staff.values}), {**base.origins, **staff.origins})


def _settings(values: Mapping[str, Any]) -> Settings:
    """Settings of checked values by their dotted keys."""
    document: dict[str, dict[str, Any]] = {}
    for key, value in values.items():
        section, _, name = key.partition(".")
        document.setdefault(section, {})[name] = value
    return msgspec.convert(document, Settings)


def _last_good(path: Path) -> Settings:
    """The kept copy, as far as this version of the program understands it."""
    from kiosk.settings_check import check_document

    try:
        document = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except (OSError, msgspec.DecodeError):
        return Settings()
    return _settings(check_document(document, Settings, path, {}).values)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
