"""Changing the staff's `settings.toml`: checked, in one durable write, comments kept. No Qt."""

from __future__ import annotations

import errno
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from kiosk import durable, tomltext
from kiosk.lock import BusyError, FileLock
from kiosk.paths import Places
from kiosk.said import joined, said
from kiosk.settings import Settings
from kiosk.settings_check import Problem, check_text, kinds, wrong_value

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EROFS)
_KINDS = kinds(Settings)
PATIENCE_SECONDS = 3.0
"""How long a change waits for another one, which takes some milliseconds."""


class UnchangedError(Exception):
    """Nothing was written; the words say why and what to do. `problems`: of the file itself."""

    def __init__(self, words: str, problems: Sequence[Problem] = ()) -> None:
        super().__init__(words)
        self.words = words
        self.problems = tuple(problems)


def change(places: Places, values: Mapping[str, Any]) -> None:
    """Set dotted keys to their values over the base; None takes a key out of the staff's file.

    All of it or nothing, and one after the other: nobody writes over what somebody else just wrote.
    Raises `UnchangedError`.
    """
    wrong = [words for key, value in values.items() if (words := _wrong(key, value))]
    if wrong:
        raise UnchangedError(said("{wrong}. Nothing was changed.", wrong=joined(*wrong, by="; ")))
    file = places.staff_settings
    try:
        with FileLock(places.settings_lock).held(wait=False, seconds=PATIENCE_SECONDS):
            durable.write(file, _edited(file, values).encode())
    except BusyError as error:
        words = said("The settings are being changed by somebody else.")
        advice = said("Nothing was changed; try again in a moment.")
        raise UnchangedError(joined(words, advice)) from error
    except OSError as error:
        words = said("{file} cannot be written ({reason}).", file=file, reason=error.strerror)
        advice = (
            said("Nothing was changed; check the disk and its free room.")
            if error.errno in _FULL
            else said("Run this as the user of the kiosk, or with sudo.")
        )
        raise UnchangedError(joined(words, advice)) from error


def _wrong(key: str, value: Any) -> str:
    if key not in _KINDS:
        return said("{key} is unknown", key=key)
    return "" if value is None else wrong_value(key, value, _KINDS[key])


def _edited(file: Path, values: Mapping[str, Any]) -> str:
    content = file.read_bytes() if file.exists() else b""
    broken = [p for p in check_text(content, Settings, file).problems if not p.key]
    if broken:
        raise UnchangedError(
            said("Nothing was changed. Mend the file first, or remove it."), broken
        )
    text = content.decode("utf-8-sig")
    for key, value in values.items():
        section, _, name = key.partition(".")
        try:
            if value is None:
                text = tomltext.remove_value(text, section, name)
            else:
                text = tomltext.set_value(text, section, name, value)
        except (tomltext.CannotEditError, tomllib.TOMLDecodeError) as error:
            words = said(
                "{file} has {key} in a form that only a person can change; edit it there.",
                file=file,
                key=key,
            )
            raise UnchangedError(words) from error
    return text
