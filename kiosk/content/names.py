"""Names of files inside a bundle: which are allowed, and what is wrong with the others.

Used by the check (what the content says) and by the reader (what lies on disk). No disk, no Qt.
"""

from __future__ import annotations

import re

from kiosk.content import limits

ALLOWED = re.compile(r"[a-z0-9][a-z0-9_./-]{0,180}\Z")
PICTURES = ("png", "jpg", "jpeg", "webp")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?![^/]*\Z)|(?:data|file|https?|qrc|image|mailto):")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")
_DEVICE = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?\Z", re.IGNORECASE)
_OTHER_PICTURES = {"gif", "tif", "tiff", "bmp", "heic", "heif", "avif", "ico", "psd", "pdf"}
_FILMS = {"mp4", "m4v", "mov", "webm", "mkv", "avi", "mpg", "mpeg", "wmv", "ogv"}
_TYPES = "PNG, JPEG or WebP"


def shown(path: str) -> str:
    """A path for messages: what a stick calls its files must not steer a terminal or a page."""
    line = "".join(sign if sign.isprintable() else "\ufffd" for sign in path[:81])
    return line if len(line) <= 80 else f"{line[:79]}…"


def fault(path: str) -> tuple[str, str, str] | None:
    """Code, words and fix for a path that a bundle may not hold; None for a good one."""
    return _leaves(path) or _form(path) or _type(path)


def _leaves(path: str) -> tuple[str, str, str] | None:
    put = "Put the file into the folder assets and write assets/name.png."
    if _DRIVE.match(path) or path.startswith(("/", "\\")) or ".." in re.split(r"[\\/]", path):
        return "E130", f"“{shown(path)}” is a path that leaves the bundle.", put
    if _SCHEME.match(path):
        words = f"“{shown(path)}” is an address; only file names are possible."
        return "E131", words, put
    return None


def _form(path: str) -> tuple[str, str, str] | None:
    rename = "Use small letters a to z, digits, hyphens and dots: assets/old-town.jpg."
    if len(path) > limits.PATH_LENGTH:
        words = (
            f"“{shown(path)}” is too long ({len(path)} signs; {limits.PATH_LENGTH} are possible)."
        )
        return "E133", words, "Use a shorter file name."
    parts = path.split("/")
    if len(parts) > limits.PATH_DEPTH:
        return "E133", f"“{shown(path)}” lies too deep.", f"Use at most {limits.PATH_DEPTH} levels."
    return _parts(path, parts, rename)


def _parts(path: str, parts: list[str], rename: str) -> tuple[str, str, str] | None:
    if any(_DEVICE.match(part) for part in parts):
        return "E133", f"“{shown(path)}” is a name that Windows keeps for itself.", rename
    if any(not part or part.endswith((".", " ")) or part == "." for part in parts):
        return "E133", f"“{shown(path)}” is not a good file name.", rename
    if not ALLOWED.match(path):
        return "E133", f"“{shown(path)}” has signs that a file name here may not have.", rename
    if not path.startswith("assets/"):
        words = f"“{shown(path)}” does not lie in the folder assets."
        return "E133", words, "Put the file into the folder assets and write assets/name.png."
    return None


def _type(path: str) -> tuple[str, str, str] | None:
    ending = path.rpartition("/")[2].rpartition(".")[2].lower()
    if ending in PICTURES:
        return None
    if ending in {"svg", "svgz"}:
        return "E153", f"“{shown(path)}” is a vector drawing (SVG).", "Export it as PNG."
    if ending in _OTHER_PICTURES:
        words = f"“{shown(path)}” is of a type that is not possible; possible: {_TYPES}."
        return "E155", words, "Export it as PNG or JPEG."
    if ending in _FILMS:
        words = f"“{shown(path)}” is a film; this version of the program shows none."
        return "E139", words, "Remove it, and show a picture of it instead."
    words = f"“{shown(path)}” is of a type that a bundle does not hold; possible: {_TYPES}."
    return "E139", words, "Remove it, or convert it."
