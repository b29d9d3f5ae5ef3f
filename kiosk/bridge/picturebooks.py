"""The addresses of pictures, which must differ from bundle to bundle.

Qt keeps a picture by its address as long as it likes, so the same name in other content (or the
same file saved anew) needs another one: `image://picture/<edition>/<name>`. An edition is known as
long as somebody can still ask for its addresses, a screen that fades out for example.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path
from weakref import WeakValueDictionary

Find = Callable[[str], Path | None]


class Edition:
    """The pictures of one bundle; called with a name it gives the address, "" for none."""

    def __init__(self, number: int, find: Find) -> None:
        self.find = find
        self._number = number

    def __call__(self, name: str) -> str:
        """The address of a picture that may be shown."""
        return f"image://picture/{self._number}/{name}" if self.find(name) else ""


class Pictures:
    """Who finds the pictures of which edition. May be used from any thread."""

    def __init__(self) -> None:
        self._editions: WeakValueDictionary[str, Edition] = WeakValueDictionary()
        self._numbers = count(1)

    def use(self, find: Find) -> Edition:
        """Begin an edition; it lasts as long as the result."""
        number = next(self._numbers)
        edition = Edition(number, find)
        self._editions[str(number)] = edition
        return edition

    def find(self, address: str) -> Path | None:
        """The file of `<edition>/<name>`; None when it may not be shown, or no longer."""
        number, _, name = address.partition("/")
        edition = self._editions.get(number)
        return None if edition is None else edition.find(name)
