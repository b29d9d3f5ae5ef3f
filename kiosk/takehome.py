"""What staff carry home on a stick beside the log: the statistics, and how the stand is. No Qt."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from collections.abc import Iterator
from datetime import date

import kiosk
from kiosk import settings
from kiosk.content.errors import ContentError
from kiosk.content.model import Bundle
from kiosk.guard.health import read_health
from kiosk.paths import Places
from kiosk.stats import database
from kiosk.stats.export import csv_bytes
from kiosk.stats.figures import collect, last_days
from kiosk.stats.htmlpage import html_bytes
from kiosk.stats.report import report_of
from kiosk.stats.wording import Wording, titles_of
from kiosk.store import trust
from kiosk.store.versions import Store

DAYS = 366
"""The statistics cover so many days with today."""


def files(places: Places, bundle: Bundle) -> dict[str, bytes]:
    """The files by name; what cannot be read is a line in `health.txt` instead."""
    found: dict[str, bytes] = {}
    troubles: list[str] = []
    try:
        found |= _statistics(places, bundle)
    except (database.DamagedError, OSError, sqlite3.Error) as error:
        troubles.append(f"The statistics cannot be read ({error}).")
    lines = [*_health(places, bundle), *_running(places), *troubles]
    with contextlib.suppress(OSError):
        found["health.json"] = places.health.read_bytes()
    found["health.txt"] = "".join(f"{line}\n" for line in lines).encode()
    return found


def _statistics(places: Places, bundle: Bundle) -> dict[str, bytes]:
    first, last = last_days(date.today(), DAYS)  # noqa: DTZ011 - the day on the wall of the stand
    report = report_of(collect(database.read(places.statistics, first, last), first, last))
    stand = settings.read(places).settings
    language = stand.languages.start or bundle.fallback
    wording = Wording(language, dict(titles_of(bundle, language)))
    return {
        "statistics.csv": csv_bytes(report, wording),
        "statistics.html": html_bytes(report, wording, stand.stand.name),
    }


def _health(places: Places, bundle: Bundle) -> Iterator[str]:
    """How the stand is, line by line."""
    loaded = settings.read(places)
    store = Store(places.content)
    active = store.active()
    yield f"Juosta {kiosk.__version__}"
    yield f"stand: {loaded.settings.stand.name or '-'} ({loaded.settings.stand.site or 'no site'})"
    yield f"content on screen: {bundle.id} {bundle.version}"
    yield f"version to be shown: {active.id if active else 'factory'}"
    if words := store.trouble():
        yield f"trouble: {words}"
    for info in store.versions():
        reason = f": {info.reason}" if info.reason else ""
        yield f"version {info.id}: {info.health}{reason}"
    for problem in loaded.problems:
        yield f"settings: {problem}"
    try:
        for key in trust.load(places.trusted_keys).keys:
            yield f"trusted key: {key.name} {key.fingerprint}"
    except ContentError as error:
        yield f"trusted keys: {error.words}"
    try:
        free = shutil.disk_usage(places.state).free
        yield f"free disk: {free // 1_000_000} MB"
    except OSError as error:
        yield f"free disk: unknown ({error.strerror})"


def _running(places: Places) -> Iterator[str]:
    """How the kiosk runs, as the supervisor has written it down last."""
    health = read_health(places)
    if health is None:
        yield "running: not known"
        return
    known = health.supervisor
    yield f"written {health.document['written'].get('utc', '')}: {health.age:.0f} s ago"
    yield f"starts of the screen after the first: {known.get('restarts', '?')}"
    yield f"crashes and hangs: {known.get('faults', '?')}"
    if known.get("rung"):
        yield f"not as it should be: {known.get('reason', '')}"
    if screen := health.screen:
        yield f"memory: {screen.get('memoryBytes')} bytes"
        yield f"last frame: {screen.get('drawnSecondsAgo')} s before that"
