"""The table of the session's properties: what QML sees of a visit, by name and type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from PySide6.QtCore import Property, QObject, Signal

ViewProperty = tuple[Any, str, bool]

LISTS = "QVariantList"


class PadView(NamedTuple):
    """What is seen of the PIN pad; `words` say why something was refused."""

    length: int = 0
    message: str = ""
    locked_seconds: int = 0
    stand_name: str = ""
    words: str = ""


VIEW: dict[str, ViewProperty] = {
    "place": (str, "string", False),
    "edition": (int, "int", False),
    "depth": (int, "int", False),
    "mode": (str, "string", False),
    "screen": (str, "string", False),
    "title": (str, "string", False),
    "lead": (str, "string", False),
    "mark": (str, "string", False),
    "version": (str, "string", False),
    "languages": (LISTS, "Language", True),
    "scenes": (LISTS, "AttractScene", True),
    "sections": (LISTS, "Section", True),
    "otherSections": (LISTS, "Section", True),
    "section": (QObject, "Section", False),
    "story": (QObject, "Story", False),
    "page": (QObject, "Page", False),
    "nextStory": (QObject, "Story", False),
    "pageSources": (LISTS, "Source", True),
    "contact": (QObject, "Contact", False),
    "sectionCount": (int, "int", False),
    "pageIndex": (int, "int", False),
    "pageCount": (int, "int", False),
    "step": (int, "int", False),
    "stepCount": (int, "int", False),
    "pagerIndex": (int, "int", False),
    "pagerCount": (int, "int", False),
    "canBack": (bool, "bool", False),
    "canPrevious": (bool, "bool", False),
    "atStoryEnd": (bool, "bool", False),
    "atSectionEnd": (bool, "bool", False),
    "panel": (str, "string", False),
    "language": (str, "string", False),
    "languageName": (str, "string", False),
    "mirrored": (bool, "bool", False),
    "textSize": (str, "string", False),
    "theme": (str, "string", False),
    "lessMotion": (bool, "bool", False),
    "reach": (bool, "bool", False),
    "answer": (int, "int", False),
    "secondsLeft": (int, "int", False),
    "warningSeconds": (int, "int", False),
    "pinLength": (int, "int", False),
    "pinMessage": (str, "string", False),
    "lockedSeconds": (int, "int", False),
    "staffName": (str, "string", False),
    "pinWords": (str, "string", False),
    "awayMinutes": (int, "int", False),
    "awayLines": ("QStringList", "QStringList", False),
    "closedLook": (str, "string", False),
    "closedLines": ("QStringList", "QStringList", False),
    "signDays": ("QStringList", "QStringList", False),
    "signHours": ("QStringList", "QStringList", False),
    "presenting": (bool, "bool", False),
    "notes": (str, "string", False),
    "invitation": (str, "string", False),
    "invitations": ("QStringList", "QStringList", False),
    "chooseInvitations": ("QStringList", "QStringList", False),
    "kinds": ("QStringList", "QStringList", False),
}
"""Name of each property of the session to (Qt type, QML type, is a list of it).

Changes are signalled in this order: `place` first, so that the stage has put the new screen up
before the outgoing one could see the new page's content. `edition` counts the bundles shown so
far; the attract loop begins anew with it before it sees other scenes. `depth` orders places for
the direction of the film.
"""


def add_properties(namespace: dict[str, Any]) -> None:
    """Give the class under construction one notifying property per entry of `VIEW`."""
    for name, (qt_type, _qml_type, _is_list) in VIEW.items():
        signal = Signal()
        namespace[f"{name}Changed"] = signal
        namespace[name] = Property(qt_type, _reader(name), notify=signal)


def _reader(name: str) -> Callable[[Any], Any]:
    return lambda self: self.view[name]
