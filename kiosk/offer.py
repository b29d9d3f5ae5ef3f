"""What a stand makes of a bundle: the languages it offers, the rules of its visits. No Qt."""

from __future__ import annotations

import logging

from kiosk.content.model import Bundle, Language
from kiosk.settings import Settings
from kiosk.visit import Comfort, Rules, outline_of
from kiosk.visit.outline import Outline

log = logging.getLogger(__name__)


def in_order(bundle: Bundle, settings: Settings) -> list[Language]:
    """All languages of the bundle: those that the settings order first, then the others."""
    order = settings.languages.order
    place = {tag: number for number, tag in enumerate(order)}
    return sorted(bundle.languages, key=lambda each: place.get(each.tag, len(order)))


def offered(bundle: Bundle, settings: Settings) -> list[Language]:
    """The languages for visitors. Were all switched off, all would be offered."""
    wanted = in_order(bundle, settings)
    return [each for each in wanted if each.tag not in settings.languages.off] or wanted


def rules_for(bundle: Bundle, settings: Settings, language: str | None = None) -> Rules:
    """The rules of a visit on this stand; an unknown start language gives way to the fallback."""
    tags = [each.tag for each in offered(bundle, settings)]
    wanted = language or settings.languages.start
    if wanted and wanted not in [each.tag for each in bundle.languages]:
        log.warning("the content has no language %s; starting in %s", wanted, bundle.fallback)
    start = next((tag for tag in (wanted, bundle.fallback) if tag in tags), tags[0])
    return Rules(
        outline=Outline(outline_of(bundle).sections, tuple(tags)),
        language=start,
        comfort=Comfort(theme=settings.screen.theme),
        idle_seconds=settings.idle.seconds,
        panel_seconds=settings.idle.panel_seconds,
        warning_seconds=settings.idle.warning_seconds,
    )
