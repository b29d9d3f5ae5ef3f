"""The strict reader: from a bundle's folder to a decoded bundle, for the running kiosk.

Opens only content.json and, when they are shown, files in assets/. Fast: it stops at the first
fault and neither imports `kiosk.content.check` nor jsonschema. No Qt.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

import msgspec

from kiosk.content import limits
from kiosk.content.errors import ContentError
from kiosk.content.migrate import migrate, newer
from kiosk.content.model import FORMAT, Bundle, decode
from kiosk.content.sound import require_sound
from kiosk.said import said
from kiosk.store.files import read_regular

CONTENT = "content.json"


class Loaded(msgspec.Struct, frozen=True):
    """A bundle and the folder it lies in."""

    bundle: Bundle
    folder: Path

    def picture(self, name: str) -> Path | None:
        """The path of a picture that may be shown; None if it is missing or not fit to be shown."""
        return _shown(self.folder, name)


class _Head(msgspec.Struct):
    format: int


def load(content: Path) -> Loaded:
    """Read and decode a bundle: a folder, or its content.json.

    Raises `ContentError` with a code for the safe screen, plain words and what to do.
    """
    folder = bundle_folder(content)
    bundle = bundle_from(read_content(folder))
    return Loaded(bundle, folder)


def bundle_folder(content: Path) -> Path:
    """The folder of a bundle that is named by folder or by content.json; `ContentError` if none."""
    try:
        if content.is_dir():
            return content
        there = content.exists()
    except OSError as error:
        raise _refused(error) from None
    if not there:
        words = said("There is nothing at {content}.", content=content)
        raise ContentError(
            "E190", words, said("Check the path, or whether the stick is plugged in.")
        )
    if content.name != CONTENT:
        words = said("{name} is neither a bundle's folder nor a content.json.", name=content.name)
        fix = said("Name the folder that holds content.json.")
        if content.suffix == ".kiosk":
            words = said("{name} is a bundle file, not a folder.", name=content.name)
            fix = said("Look into it with: kiosk inspect {name}", name=content.name)
        raise ContentError("E135", words, fix)
    return content.parent


def read_content(folder: Path) -> bytes:
    """The raw bytes of content.json; raises `ContentError`."""
    try:
        return read_regular(folder, CONTENT, limits.CONTENT_BYTES)
    except FileNotFoundError:
        words = said("The bundle has no content.json.")
        fix = said("Choose the folder in which content.json lies.")
        raise ContentError("E101", words, fix) from None
    except OSError as error:
        raise _refused(error) from None


def _refused(error: OSError) -> ContentError:
    words = said("content.json cannot be read ({strerror}).", strerror=error.strerror)
    fix = said("Try another stick or copy; check that the file may be read.")
    return ContentError("E190", words, fix)


def bundle_from(raw: bytes) -> Bundle:
    """A sound bundle of the current format from the bytes of content.json."""
    if not raw.strip():
        raise ContentError("E103", said("content.json is empty."), said("Copy the file again."))
    try:
        version = msgspec.json.decode(raw, type=_Head).format
        bundle = decode(raw) if version == FORMAT else _converted(raw, version)
    except RecursionError:
        words = said("Lists and objects are nested too deep (limit {depth}).", depth=limits.DEPTH)
        raise ContentError("E108", words, said("Run “kiosk check” for the place.")) from None
    except msgspec.ValidationError as error:
        if not raw.lstrip(b" \t\r\n\xef\xbb\xbf").startswith(b"{"):
            words = said("content.json must be an object: it begins with { and ends with }.")
            raise ContentError("E109", words, said("Put the content in braces.")) from None
        words = said("The content does not follow the format: {error}.", error=error)
        raise ContentError("E113", words, said("Run “kiosk check” for all places.")) from None
    except (msgspec.DecodeError, UnicodeError, ValueError) as error:
        words = said("content.json is not JSON: {error}.", error=error)
        raise ContentError("E105", words, said("Run “kiosk check” for the place.")) from None
    require_sound(bundle)
    return bundle


def _converted(raw: bytes, version: int) -> Bundle:
    if version > FORMAT:
        raise newer(version, FORMAT)
    return msgspec.convert(migrate(json.loads(raw), FORMAT), Bundle)


def forget_pictures() -> None:
    """Look at every picture anew: the files of a folder that is being edited change."""
    _shown.cache_clear()


@lru_cache(maxsize=1024)
def _shown(folder: Path, name: str) -> Path | None:
    # Not before the first picture: the start is faster
    from kiosk.content import names
    from kiosk.store.pictures import examine

    if names.fault(name):
        return None
    try:
        examine(read_regular(folder, name, limits.PICTURE_BYTES), name)
    except (ContentError, OSError):
        return None
    return folder / name
