"""Names of files inside a bundle: which are allowed, and what is wrong with the others.

Used by the check (what the content says) and by the reader (what lies on disk). No disk, no Qt.
"""

from __future__ import annotations

import re

from kiosk.content import limits
from kiosk.said import said

ALLOWED = re.compile(r"[a-z0-9][a-z0-9_./-]{0,180}\Z")
PICTURES = ("png", "jpg", "jpeg", "webp")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?![^/]*\Z)|(?:data|file|https?|qrc|image|mailto):")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?\Z", re.IGNORECASE)
_OTHER_PICTURES = {"gif", "tif", "tiff", "bmp", "heic", "heif", "avif", "ico", "psd", "pdf"}
_FILMS = {"mp4", "m4v", "mov", "webm", "mkv", "avi", "mpg", "mpeg", "wmv", "ogv"}


def shown(path: str) -> str:
    """A path for messages: what a stick calls its files must not steer a terminal or a page."""
    line = "".join(sign if sign.isprintable() else "\ufffd" for sign in path[:81])
    return line if len(line) <= 80 else f"{line[:79]}…"


def fault(path: str) -> tuple[str, str, str] | None:
    """Code, words and fix for a path that a bundle may not hold; None for a good one."""
    return _leaves(path) or _form(path) or _type(path)


def _leaves(path: str) -> tuple[str, str, str] | None:
    put = said("Put the file into the folder assets and write assets/name.png.")
    if _DRIVE.match(path) or path.startswith(("/", "\\")) or ".." in re.split(r"[\\/]", path):
        return "E130", said("“{name}” is a path that leaves the bundle.", name=shown(path)), put
    if _SCHEME.match(path):
        words = said("“{name}” is an address; only file names are possible.", name=shown(path))
        return "E131", words, put
    return None


def _form(path: str) -> tuple[str, str, str] | None:
    rename = said("Use small letters a to z, digits, hyphens and dots: assets/old-town.jpg.")
    if len(path) > limits.PATH_LENGTH:
        words = said(
            "“{name}” is too long ({count} signs; {path_length} are possible).",
            name=shown(path),
            count=len(path),
            path_length=limits.PATH_LENGTH,
        )
        return "E133", words, said("Use a shorter file name.")
    parts = path.split("/")
    if len(parts) > limits.PATH_DEPTH:
        return (
            "E133",
            said("“{name}” lies too deep.", name=shown(path)),
            said("Use at most {path_depth} levels.", path_depth=limits.PATH_DEPTH),
        )
    return _parts(path, parts, rename)


def _parts(path: str, parts: list[str], rename: str) -> tuple[str, str, str] | None:
    if any(_DEVICE.match(part) for part in parts):
        return (
            "E133",
            said("“{name}” is a name that Windows keeps for itself.", name=shown(path)),
            rename,
        )
    if any(not part or part.endswith((".", " ")) or part == "." for part in parts):
        return "E133", said("“{name}” is not a good file name.", name=shown(path)), rename
    if not ALLOWED.match(path):
        return (
            "E133",
            said("“{name}” has signs that a file name here may not have.", name=shown(path)),
            rename,
        )
    if not path.startswith("assets/"):
        words = said("“{name}” does not lie in the folder assets.", name=shown(path))
        return "E133", words, said("Put the file into the folder assets and write assets/name.png.")
    return None


def _type(path: str) -> tuple[str, str, str] | None:
    ending = path.rpartition("/")[2].rpartition(".")[2].lower()
    if ending in PICTURES:
        return None
    if ending in {"svg", "svgz"}:
        return (
            "E153",
            said("“{name}” is a vector drawing (SVG).", name=shown(path)),
            said("Export it as PNG."),
        )
    if ending in _OTHER_PICTURES:
        words = said(
            "“{name}” is of a type that is not possible; possible: PNG, JPEG or WebP.",
            name=shown(path),
        )
        return "E155", words, said("Export it as PNG or JPEG.")
    if ending in _FILMS:
        words = said(
            "“{name}” is a film; this version of the program shows none.", name=shown(path)
        )
        return "E139", words, said("Remove it, and show a picture of it instead.")
    words = said(
        "“{name}” is of a type that a bundle does not hold; possible: PNG, JPEG or WebP.",
        name=shown(path),
    )
    return "E139", words, said("Remove it, or convert it.")
