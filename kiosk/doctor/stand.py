"""How the stand is set up and how it runs: settings, code, keys, hours, supervisor, last ends."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime, timedelta

from kiosk.content.errors import ContentError
from kiosk.doctor import ends
from kiosk.doctor.findings import Finding
from kiosk.guard import exits, hours
from kiosk.guard.health import read_health
from kiosk.paths import Places
from kiosk.said import said
from kiosk.settings import Loaded, Settings
from kiosk.store import trust

DRAWN_SECONDS = 20.0
RECENT_DAYS = 7


def look(places: Places, loaded: Loaded) -> Iterator[Finding]:
    """All about the stand."""
    settings = loaded.settings
    for problem in loaded.problems:
        fix = said("Mend that line; until then the last good settings rule.")
        yield Finding("settings", "red", problem.whole, fix)
    if not loaded.problems:
        name = settings.stand.name or "a stand without a name"
        yield Finding("settings", "green", f"{name}, without a mistake")
    yield _pin(settings)
    yield _keys(places, settings)
    yield _hours(settings)
    yield _supervisor(places)
    yield _ends(places)


def _pin(settings: Settings) -> Finding:
    if settings.staff.pin:
        return Finding("staff code", "green", "is set")
    words = said("No code is set: nobody can reach the pages of the staff, or leave the kiosk.")
    return Finding("staff code", "red", words, "kiosk config pin")


def _keys(places: Places, settings: Settings) -> Finding:
    try:
        known = trust.load(places.trusted_keys)
    except ContentError as error:
        return Finding("trusted keys", "red", error.words, error.fix, error.code)
    names = ", ".join(key.name or key.fingerprint for key in known.keys)
    unsigned = settings.updates.takes_unsigned(trusting=bool(known.keys))
    if unsigned and settings.updates.usb:
        words = said("Content is taken from anybody's stick, signed or not.")
        fix = said("kiosk trust KEY, with headquarters' key")
        return Finding("trusted keys", "amber", words, fix)
    return Finding("trusted keys", "green", f"content is taken from {names or 'nobody'}")


def _hours(settings: Settings) -> Finding:
    opening = settings.hours
    plan = hours.hours_of(opening.week, opening.dates)
    if plan.always:
        return Finding("hours", "green", "open day and night")
    tomorrow = datetime.now().astimezone().date() + timedelta(days=1)
    ranges = plan.of(tomorrow)
    if not ranges:
        words = said("Tomorrow, {day}, the stand is closed.", day=tomorrow)
        fix = said('If it is not: add "{day} 9:00-17:00" to hours.dates.', day=tomorrow)
        return Finding("hours", "amber", words, fix)
    return Finding("hours", "green", f"tomorrow {hours.words(ranges) or 'all day'}")


def _supervisor(places: Places) -> Finding:
    health = read_health(places)
    if health is None or not health.fresh:
        words = said("The kiosk does not run now, or nobody looks after it.")
        fix = said("Start it: kiosk run, or the stand's service.")
        return Finding("supervisor", "amber", words, fix)
    if health.supervisor.get("rung"):
        known = str(health.supervisor.get("reason") or "")
        why = ends.reason(known) if known else said("it ended too often")
        words = said("The kiosk runs in a more careful form: {why}.", why=why)
        fix = said("Install other content, or restart the kiosk.")
        return Finding("supervisor", "red", words, fix)
    screen = health.screen
    ago = screen.get("drawnSecondsAgo") if screen else None
    if not isinstance(ago, int | float):
        words = said("The kiosk runs, but nobody can see its window.")
        fix = said("Is the screen plugged in and switched on?")
        return Finding("supervisor", "amber", words, fix)
    if ago > DRAWN_SECONDS:
        words = said("The last picture was drawn {seconds} s ago.", seconds=round(ago))
        return Finding("supervisor", "red", words, said("Restart the kiosk."))
    up = health.supervisor.get("upSeconds", 0) / 3600
    return Finding("supervisor", "green", f"has run for {up:.1f} h, draws")


def _ends(places: Places) -> Finding:
    """Crashes and hangs of the last days, by the clock of the stand."""
    since = time.time() - RECENT_DAYS * 86_400
    faults = [end for end in exits.read(places.exits) if not end.planned and _at(end.at) >= since]
    if not faults:
        return Finding("last ends", "green", f"no crash and no hang in {RECENT_DAYS} days")
    last = faults[-1]
    where = said("{time}, on {page}", time=last.at, page=last.page) if last.page else last.at
    words = said(
        "Crashes and hangs in {days} days: {count}; the last: {where}: {why}.",
        days=RECENT_DAYS,
        count=len(faults),
        where=where,
        why=ends.reason(last.words),
    )
    fix = said("Send the log to whoever looks after the program.")
    return Finding("last ends", "amber", words, fix)


def _at(text: str) -> float:
    try:
        return datetime.fromisoformat(text).timestamp()
    except ValueError:
        return 0.0
