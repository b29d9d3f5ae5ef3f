"""Disk errors in the words of the people who look after a stand. No Qt."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Generator
from pathlib import Path

from kiosk.content.errors import ContentError
from kiosk.lock import BusyError
from kiosk.said import said

_FULL = {errno.ENOSPC, errno.EDQUOT}
_RIGHTS = {errno.EACCES, errno.EPERM}
_STAYS = said("The content on screen stays as it is.")


class StoreError(ContentError):
    """The store cannot do what was asked of it. Codes E199 to E199."""


@contextlib.contextmanager
def in_words(folder: Path) -> Generator[None]:
    """Turn an `OSError` of the state folder, or a lock that others hold, into a `StoreError`."""
    try:
        yield
    except OSError as error:
        raise disk_error(error, folder) from error


def disk_error(error: OSError, folder: Path) -> StoreError:
    """What an error of the disk means here."""
    if isinstance(error, BusyError):
        words = said("Another update is running on this stand.")
        return StoreError("E199", words, said("Wait until it has ended, then try again."))
    if error.errno in _FULL and _out_of_names(folder):
        words = said("The disk of this stand has no room for one more file. {stays}", stays=_STAYS)
        return StoreError("E192", words, said("Remove files that are not needed, then try again."))
    if error.errno in _FULL:
        words = said("The disk of this stand is full. {stays}", stays=_STAYS)
        return StoreError("E192", words, said("Free some room on it, then try again."))
    if error.errno == errno.EROFS:
        words = said("The disk of this stand is write-protected. {stays}", stays=_STAYS)
        fix = said("Start the stand again; if that does not help, its disk has to be checked.")
        return StoreError("E193", words, fix)
    if error.errno in _RIGHTS:
        words = said("{folder} may not be written. {stays}", folder=folder, stays=_STAYS)
        return StoreError("E195", words, said("Do this as the user of the kiosk, or with sudo."))
    words = said(
        "The disk of this stand reports a fault ({value}). {stays}",
        value=error.strerror or error,
        stays=_STAYS,
    )
    return StoreError("E194", words, said("Try once more; then have the disk checked."))


def unknown_version(version_id: str) -> StoreError:
    """The refusal of an id that is none."""
    words = said("There is no version {version_id} on this stand.", version_id=version_id)
    return StoreError("E196", words, said("“kiosk versions” lists those that there are."))


def _out_of_names(folder: Path) -> bool:
    """Whether it is the number of files that is used up, not the room for their content."""
    if os.name == "nt":
        return False
    place = next((each for each in (folder, *folder.parents) if each.exists()), Path("/"))
    try:
        facts = os.statvfs(place)
    except OSError:
        return False
    return facts.f_files > 0 and facts.f_favail == 0
