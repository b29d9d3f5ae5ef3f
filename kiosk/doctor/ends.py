"""Why the screen ended: the supervisor writes it down in English, staff read it in their language.

What it wrote is recognised by the templates that its words were made from.
"""

from __future__ import annotations

import re

from kiosk.said import marked, said

_TEMPLATES = (
    marked("it ended with code {code}"),
    marked("it was ended by the signal {name}"),
    marked("no picture came within {seconds} s"),
    marked("it did not answer for {seconds} s"),
    marked("its picture stood still for {seconds} s"),
    marked("there was no display"),
    marked("the machine or the program went out"),
)
_PATTERNS = [
    (template, re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>\\S+)", re.escape(template))))
    for template in _TEMPLATES
]
_AFTER = re.compile(r"(.+) after (\d+) s")


def reason(words: str) -> str:
    """The words of an end as `said`; words that are not known here stay as they are."""
    if after := _AFTER.fullmatch(words):
        return said("{why} after {seconds} s", why=reason(after[1]), seconds=after[2])
    for template, pattern in _PATTERNS:
        if match := pattern.fullmatch(words):
            return said(template, **match.groupdict())
    return words
