"""All looks at the stand, one after the other; one that fails says so and ends no other."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from kiosk.doctor import content, machine, screen, stand
from kiosk.doctor.findings import Finding
from kiosk.doctor.machine import System
from kiosk.doctor.screen import Machine
from kiosk.paths import Places
from kiosk.said import said
from kiosk.settings import read

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Surroundings:
    """Where the facts about the machine come from."""

    machine: Machine = field(default_factory=Machine)
    system: System = field(default_factory=System)


def examine(places: Places, around: Surroundings | None = None) -> Iterator[Finding]:
    """All findings, in the order in which they are told. Takes a few seconds; changes nothing."""
    yield from examine_content(places)
    yield from examine_stand(places, around)


def examine_content(places: Places) -> Iterator[Finding]:
    """What the next start would show."""
    settings = read(places).settings
    yield from _guarded("content", lambda: content.look(places, settings, content.shown(places)))


def examine_stand(places: Places, around: Surroundings | None = None) -> Iterator[Finding]:
    """All but the content: takes a fraction of a second."""
    around = around or Surroundings()
    loaded = read(places)
    settings = loaded.settings
    looks: list[tuple[str, Callable[[], Iterable[Finding]]]] = [
        ("screen", lambda: screen.look(settings, around.machine)),
        ("machine", lambda: machine.look(places, settings, around.system)),
        ("stand", lambda: stand.look(places, loaded)),
    ]
    for name, look in looks:
        yield from _guarded(name, look)


def _guarded(name: str, look: Callable[[], Iterable[Finding]]) -> Iterator[Finding]:
    try:
        yield from look()
    except Exception:
        log.exception("the look at %s has failed", name)
        words = said("A part of the stand could not be looked at; the log says why.")
        fix = said("Send the log to whoever looks after the program.")
        yield Finding(name, "amber", words, fix)
