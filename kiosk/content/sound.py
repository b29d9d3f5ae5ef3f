"""What the running kiosk relies on and types cannot say: unique ids, a hero, a fallback language.

Cheap enough for every start; everything else that a check refuses is tolerated on screen (a
related story or a source that does not exist is simply not shown). No disk, no Qt.
"""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.content.errors import ContentError
from kiosk.content.model import Bundle
from kiosk.said import said

_FIX = said("Run “kiosk check” for the place.")


def require_sound(bundle: Bundle) -> None:
    """Raises `ContentError` E116 for an id used twice and E117 for a name that leads nowhere."""
    tags = [language.tag for language in bundle.languages]
    _unique(tags, said("the languages"))
    if bundle.fallback not in tags:
        raise ContentError(
            "E117", said("There is no language “{fallback}”.", fallback=bundle.fallback), _FIX
        )
    _unique((section.id for section in bundle.sections), said("the sections"))
    for section in bundle.sections:
        stories = [story.id for story in section.stories]
        _unique(stories, said("section “{id}”", id=section.id))
        if section.hero not in stories:
            words = said("Section “{id}” has no story “{hero}”.", id=section.id, hero=section.hero)
            raise ContentError("E117", words, _FIX)
        for story in section.stories:
            _unique((page.id for page in story.pages), said("story “{id}”", id=story.id))


def _unique(ids: Iterable[str], where: str) -> None:
    seen: set[str] = set()
    for name in ids:
        if name in seen:
            raise ContentError(
                "E116", said("“{name}” is used twice in {where}.", name=name, where=where), _FIX
            )
        seen.add(name)
