"""What is counted: the kinds of counters and the classes of durations. Imports nothing.

The names stand in the database and in exports: they never change their meaning. A new meaning
gets a new name.
"""

from __future__ import annotations

VISIT = "visit"
"""A visit, in the hour in which it began. No item."""
END = "end"
"""How a visit ended: one of `ENDS`. Kept, like `VISIT_TIME`, under the hour of its beginning."""
VISIT_TIME = "visit_time"
"""How long a visit was: a class of `VISIT_CLASSES`."""
PAGE = "page"
"""A page that was really shown, by its address `section/story/page`."""
PAGE_TIME = "page_time"
"""How long a page was shown: a class of `PAGE_CLASSES`, or `LEFT`."""
LANGUAGE = "language"
"""The language of a page view, as a tag."""
RIGHT = "right"
"""A right answer, by the address of its page and the number of the question from 1."""
WRONG = "wrong"
"""A wrong answer, named like a right one."""
CODE = "code"
"""A code for a phone was shown: the address of its page, or one of `CODED_PANELS`."""
PANEL = "panel"
"""A panel was opened, by its name."""

IDLE, START_OVER, STAFF = "idle", "start_over", "staff"
ENDS = (IDLE, START_OVER, STAFF)
"""Nobody touched it any more; a visitor chose "Start over"; staff took over with their PIN."""

LEFT = "left"
"""Nobody touched a page after it had come, and the visit ended there: how long it was read is not
known."""
SOURCES, TAKEAWAY = "sources", "takeaway"
CODED_PANELS = (SOURCES, TAKEAWAY)
"""Panels that show the codes of a page's sources and of the contact."""

VISIT_CLASSES = (("0-15", 15.0), ("15-60", 60.0), ("60-180", 180.0), ("180-600", 600.0))
PAGE_CLASSES = (("0-5", 5.0), ("5-15", 15.0), ("15-60", 60.0))
"""Name of a class and the seconds it ends before; what is longer is of the last class."""
VISIT_LONGEST = "600-"
PAGE_LONGEST = "60-"


def visit_class(seconds: float) -> str:
    """The class of a visit's length."""
    return next((name for name, end in VISIT_CLASSES if seconds < end), VISIT_LONGEST)


def page_class(seconds: float) -> str:
    """The class of the time that a page was shown."""
    return next((name for name, end in PAGE_CLASSES if seconds < end), PAGE_LONGEST)


VISIT_TIMES = (*(name for name, _ in VISIT_CLASSES), VISIT_LONGEST)
PAGE_TIMES = (*(name for name, _ in PAGE_CLASSES), PAGE_LONGEST, LEFT)
"""All classes, from short to long."""
