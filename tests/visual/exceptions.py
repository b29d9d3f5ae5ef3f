"""What the checks let pass, and why: the one place for it.

Each table belongs to one rule of `tests.visual.checks`; an entry names a kind of target (its QML
type) and the reason a designer would give.
"""

from __future__ import annotations

ADJOINING = {
    "Segment": "plates of one switch stand side by side in one frame; the choice shows at once",
    "StaffRow": "rows of one list, each the full width and a line between them",
    "StaffVersionRow": "rows of one list, each the full width and a line between them",
    "LanguageRow": "rows of one list, each the full width and a stitched line between them",
    "FootnoteMark": "all marks of a page open the same panel, a slip of the finger too",
    "TimelineNode": "years on one thread: the whole width between two years belongs to them",
}
"""Kinds of targets that may adjoin their like."""

SEE_THROUGH = {
    "RouteKnob": "only keys lead it: a finger on the map takes the light or a town, never the knob",
    "FootnoteMark": "a small sign after the last word: its target reaches over the words around "
    "it, which are no targets, and covers nothing",
}
"""Kinds of targets that other texts may reach into."""

STRIPS = {
    "TimelineThread": "more years than fit move past the middle; Next and the neighbours lead on",
}
"""Kinds of items that move sideways under the window as a scrolling row does."""

WHOLE_SCREEN = {
    "attract": "the whole screen is the target, the button on it only the promise",
    "countdown": "a touch anywhere keeps the visit going",
    "staff-message": "a touch anywhere begins a visit, the button on it is only the promise",
    "closed": "a touch anywhere begins a visit, the button on it is only the promise",
    "staff-cleaning": "no touch does anything while the glass is wiped",
}
"""Stops where an area above the targets may take their touches."""

NO_WALK = {
    "attract": "any key begins the visit",
    "staff-message": "any key begins a visit",
    "closed": "any key begins a visit",
    "staff-cleaning": "no key does anything while the glass is wiped",
}
"""Stops where Tab does not walk from target to target."""

WITHIN_REACH_ELSEWHERE = {
    "FootnoteMark": "the sources have a button at the foot of the page, or open from its last line",
    "RouteKnob": "only keys lead it, and Next does the same",
}
"""Kinds of targets that may stand above the reach of somebody who sits, and what replaces them."""

KEEPS_DIRECTION = {
    "TimelineNode": "time runs to the right in every language",
    "PinKey": "digits keep their places in every direction of writing",
}
"""Kinds of targets that read from left to right among their like, in a mirrored interface too."""

SCROLLS = {
    "whole-world-all": "sixty names of a region at reading size: the longest list there is",
    "cyber-fourth-climb": "the higher lines of Arabic letters leave two figures no room beside the "
    "chart; below the text they are a line more than the column holds",
}
"""Beginnings of the names of stops where a part may scroll at the standard text size."""
