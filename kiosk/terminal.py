"""What a command writes, for a terminal or a pipe of any encoding: no sign ever ends a command.

Consoles of Windows lack →, a system without a locale has nothing but ASCII. No Qt.
"""

from __future__ import annotations

import codecs
import io
import sys

_SIMPLER = {"→": "->", "“": '"', "”": '"', "’": "'", "›": ">", "…": "...", "−": "-", "\u00a0": " "}
_HANDLER = "juosta-simpler"


def write_anything() -> None:
    """From now on a sign that a stream lacks is written as a simpler one or as an escape."""
    codecs.register_error(_HANDLER, _simpler)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_HANDLER)


def write_json(data: object) -> None:
    """Data for programs; what the stream lacks is written in JSON's own escapes."""
    import json

    text = json.dumps(data, ensure_ascii=False, indent=2)
    try:
        text.encode(sys.stdout.encoding or "utf-8")
    except UnicodeEncodeError:
        text = json.dumps(data, indent=2)
    sys.stdout.write(text + "\n")


def _simpler(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    signs = error.object[error.start : error.end]
    return "".join(_SIMPLER.get(sign) or _escaped(sign) for sign in signs), error.end


def _escaped(sign: str) -> str:
    return sign.encode("ascii", "backslashreplace").decode("ascii")
