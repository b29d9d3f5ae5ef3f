"""What the running kiosk relies on and types cannot say: unique ids, a hero, a fallback language.

Cheap enough for every start; everything else that a check refuses is tolerated on screen (a
related story or a source that does not exist is simply not shown). No disk, no Qt.
"""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.content.errors import ContentError
from kiosk.content.model import Bundle

_FIX = "Run “kiosk check” for the place."


def require_sound(bundle: Bundle) -> None:
    """Raises `ContentError` E116 for an id used twice and E117 for a name that leads nowhere."""
    tags = [language.tag for language in bundle.languages]
    _unique(tags, "languages")
    if bundle.fallback not in tags:
        raise ContentError("E117", f"There is no language “{bundle.fallback}”.", _FIX)
    _unique((section.id for section in bundle.sections), "sections")
    for section in bundle.sections:
        stories = [story.id for story in section.stories]
        _unique(stories, f"section “{section.id}”")
        if section.hero not in stories:
            words = f"Section “{section.id}” has no story “{section.hero}”."
            raise ContentError("E117", words, _FIX)
        for story in section.stories:
            _unique((page.id for page in story.pages), f"story “{story.id}”")


def _unique(ids: Iterable[str], where: str) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise ContentError("E116", f"“{name}” is used twice in {where}.", _FIX)
        seen.add(name)
