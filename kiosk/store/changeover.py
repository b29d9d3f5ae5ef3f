"""What to show now: a pure machine, (situation, news, time) -> situation and orders.

New content is rehearsed, loaded, shown when a scene of the attract loop ends, and confirmed after
a minute in which its pictures really came; whatever goes wrong on the way leads back to what was
good before, with a reason for staff. Nothing here reads a clock, a disk or a screen: whoever
carries the orders out (`kiosk.changing`) reports how it went. No Qt.
"""

from __future__ import annotations

from typing import Literal

import msgspec
from msgspec.structs import replace

from kiosk.said import said
from kiosk.store.records import FACTORY

HEALTHY_SECONDS = 60.0
"""So long new content has to be on the screen without a fault."""
FRAME_SECONDS = 5.0
"""So long a picture may take to come when one is asked for."""

Stage = Literal["", "rehearsing", "loading", "waiting"]


class Situation(msgspec.Struct, frozen=True):
    """What is on the screen (`shown`), and what is on its way there (`coming`, "" for nothing).

    While `shown` has still to prove itself, `since` is when it came to the screen, and `asked`
    when the picture was asked for that has to come at the end. `stage` says how far `coming` is,
    `good` whether it was healthy before. `refused` will not be tried again before something else
    was wanted.
    """

    shown: str = FACTORY
    since: float | None = None
    asked: float | None = None
    coming: str = ""
    stage: Stage = ""
    good: bool = False
    refused: str = ""


class Pointed(msgspec.Struct, frozen=True):
    """The store says what is to be shown, and whether it was healthy on the screen before."""

    version: str
    good: bool


class WentBack(msgspec.Struct, frozen=True):
    """The store has given a version up; this one, and not that, is to be shown instead."""

    version: str
    good: bool


class Rehearsed(msgspec.Struct, frozen=True):
    """A rehearsal has come to its end; "" or what was wrong."""

    version: str
    reason: str = ""


class Loaded(msgspec.Struct, frozen=True):
    """Content lies ready in memory; or why it does not."""

    version: str
    reason: str = ""


class SceneEnded(msgspec.Struct, frozen=True):
    """A scene of the attract loop has had its time: nobody is there, nothing moves."""


class Drawn(msgspec.Struct, frozen=True):
    """The picture that was asked for is on the screen."""


class Fault(msgspec.Struct, frozen=True):
    """Something of what is on the screen could not be shown."""

    reason: str


class Tick(msgspec.Struct, frozen=True):
    """Time has passed."""


News = Pointed | WentBack | Rehearsed | Loaded | SceneEnded | Drawn | Fault | Tick


class Order(msgspec.Struct, frozen=True):
    """Something to be done with a version."""

    what: Literal["rehearse", "load", "show", "draw", "confirm", "give up", "forget"]
    version: str
    reason: str = ""


Answer = tuple[Situation, tuple[Order, ...]]


def begin(shown: str, now: float, *, good: bool) -> Situation:
    """The situation at the start, with this on the screen."""
    return Situation(shown, since=None if good or shown == FACTORY else now)


def deadline(situation: Situation) -> float | None:
    """When the next `Tick` is wanted; None while none is."""
    if situation.since is None:
        return None
    if situation.asked is None:
        return situation.since + HEALTHY_SECONDS
    return situation.asked + FRAME_SECONDS


def advance(situation: Situation, news: News, now: float) -> Answer:
    """The situation after a piece of news, and what is to be done now."""
    if isinstance(news, Pointed | WentBack):
        return _pointed(situation, news)
    if isinstance(news, Rehearsed | Loaded):
        return _prepared(situation, news)
    if isinstance(news, SceneEnded):
        return _scene_ended(situation, now)
    if situation.since is None:
        return situation, ()
    return _on_trial(situation, situation.since, news, now)


def _pointed(situation: Situation, news: Pointed | WentBack) -> Answer:
    wanted = news.version
    if isinstance(news, Pointed):
        if wanted == situation.refused:
            return situation, ()
        situation = replace(situation, refused="")
    if wanted == situation.coming:
        return situation, ()
    dropped = (Order("forget", situation.coming),) if situation.coming else ()
    if wanted == situation.shown:
        return replace(situation, coming="", stage=""), dropped
    ready = news.good or wanted == FACTORY
    order = Order("load" if ready else "rehearse", wanted)
    stage: Stage = "loading" if ready else "rehearsing"
    return replace(situation, coming=wanted, stage=stage, good=ready), (*dropped, order)


def _prepared(situation: Situation, news: Rehearsed | Loaded) -> Answer:
    expected = "rehearsing" if isinstance(news, Rehearsed) else "loading"
    if news.version != situation.coming or situation.stage != expected:
        return situation, ()
    if news.reason:
        after = replace(situation, coming="", stage="", refused=news.version)
        return after, (Order("give up", news.version, news.reason),)
    if isinstance(news, Rehearsed):
        return replace(situation, stage="loading"), (Order("load", news.version),)
    return replace(situation, stage="waiting"), ()


def _scene_ended(situation: Situation, now: float) -> Answer:
    if situation.stage != "waiting":
        return situation, ()
    shown, since = situation.coming, None if situation.good else now
    return Situation(shown, since, refused=situation.refused), (Order("show", shown),)


def _on_trial(situation: Situation, since: float, news: Drawn | Fault | Tick, now: float) -> Answer:
    if isinstance(news, Fault):
        return _failed(situation, news.reason)
    asked = situation.asked
    if asked is None:
        if isinstance(news, Tick) and now - since >= HEALTHY_SECONDS:
            return replace(situation, asked=now), (Order("draw", situation.shown),)
    elif isinstance(news, Drawn):
        proven = replace(situation, since=None, asked=None)
        return proven, (Order("confirm", situation.shown),)
    elif now - asked >= FRAME_SECONDS:
        return _failed(situation, said("The picture stood still."))
    return situation, ()


def _failed(situation: Situation, reason: str) -> Answer:
    shown = situation.shown
    after = replace(situation, since=None, asked=None, refused=shown)
    return after, (Order("give up", shown, reason),)
