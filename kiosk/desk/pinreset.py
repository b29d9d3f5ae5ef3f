"""A forgotten PIN: looking for a signed reset file, and keeping the new PIN. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from kiosk.content.errors import ContentError
from kiosk.guard import pin as pins
from kiosk.paths import Places
from kiosk.said import joined, said
from kiosk.settings import Settings, read
from kiosk.settings_write import UnchangedError, change
from kiosk.staffrecords import NO_STICK
from kiosk.store import pinreset, trust


class PinResetDesk:
    """Looks on the sticks that `folders` lists; keeps what was found until the new PIN is set."""

    def __init__(
        self,
        places: Places,
        folders: Callable[[], Iterable[Path]],
        kept: Callable[[Settings], None] = lambda _: None,
    ) -> None:
        """`kept` is told the settings with the new PIN."""
        self._places = places
        self._folders = folders
        self._kept = kept
        self._found: pinreset.PinReset | None = None

    def look(self) -> str:
        """Empty when a good reset file is there, `NO_STICK`, or the words why it is refused."""
        self._found = None
        words = NO_STICK
        for folder in self._folders():
            try:
                self._found = self._read(folder)
            except ContentError as error:
                words = joined(error.words, error.fix)
            if self._found is not None:
                return ""
        return words

    def keep(self, pin: str) -> str:
        """Set the new PIN; the reset file is used up first. Empty, or the words why not.

        Takes about half a second.
        """
        if self._found is None:
            return NO_STICK
        weak = pins.weakness(pin)
        if weak:
            return weak
        try:
            pinreset.spend(self._places.pin_resets, self._found)
            self._found = None
            change(self._places, {"staff.pin": pins.hash_pin(pin)})
        except UnchangedError as error:
            return error.words
        except ContentError as error:
            return joined(error.words, error.fix)
        except OSError as error:
            why = error.strerror
            return said("The stand's disk refuses ({reason}); nothing was changed.", reason=why)
        self._kept(read(self._places).settings)
        return ""

    def _read(self, folder: Path) -> pinreset.PinReset | None:
        known = trust.load(self._places.trusted_keys)
        site = read(self._places).settings.stand.site
        return pinreset.read(folder, known, site, self._places.pin_resets)
