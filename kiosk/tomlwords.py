"""What Python's reader of TOML complains about, in words for staff. Imports `kiosk.said` only."""

from __future__ import annotations

from kiosk.said import marked, said

_UNCLOSED = marked("a text is not closed with its quotation mark")
_BACKSLASH = marked("a backslash in a text is written twice")
_HIDDEN = marked("a sign stands here that nobody can see")
_TWICE = marked("this key stands there twice")
_SECTION_TWICE = marked("this section stands there twice")

_REASONS = (
    ("Invalid statement", marked("neither a key nor a section begins here")),
    ("Expected newline or end", marked("something follows after the value")),
    ("Expected ']", marked("the bracket after the name of the section is missing")),
    ("Expected '='", marked("the equals sign after the key is missing")),
    ("Invalid initial character", marked("the key is missing, or begins with a sign that is none")),
    ("Invalid value", marked("this is no value; texts need quotation marks")),
    ("Invalid date", marked("there is no such day or time")),
    ("Unclosed array", marked("a list is not closed with its bracket")),
    ("Unclosed inline table", marked("a brace is not closed")),
    ("Unterminated string", _UNCLOSED),
    ("Illegal character '\\n'", _UNCLOSED),
    ("Illegal character", _HIDDEN),
    ("Found invalid character", _HIDDEN),
    ("Expected ", _UNCLOSED),
    ("Unescaped", _BACKSLASH),
    ("Invalid hex value", _BACKSLASH),
    ("Escaped character", _BACKSLASH),
    ("Cannot overwrite", _TWICE),
    ("Duplicate inline", _TWICE),
    ("Cannot declare", _SECTION_TWICE),
    ("Cannot redefine", _SECTION_TWICE),
    ("Cannot mutate", _SECTION_TWICE),
)
"""How a message of `tomllib` begins, and what is said instead; the first that fits counts."""


def reason(message: str) -> str:
    """Why a line cannot be understood; a message that is not known here stays as it is."""
    words = next((words for start, words in _REASONS if message.startswith(start)), "")
    return said(words) if words else message[:1].lower() + message[1:]
