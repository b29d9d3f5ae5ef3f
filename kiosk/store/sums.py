"""SHA-256 of the files of a bundle on disk, each read at most once, in bounded memory. No Qt."""

from __future__ import annotations

import hashlib
from pathlib import Path

from kiosk.content.errors import ContentError
from kiosk.store.copying import open_regular, pieces


class Sums:
    """`Sums(folder)("assets/chain.jpg")`: the sum in hex, "" for a file that cannot be read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._known: dict[str, str] = {}

    def __call__(self, name: str) -> str:
        """The sum of a file of the bundle."""
        if name not in self._known:
            self._known[name] = self._sum(name)
        return self._known[name]

    def _sum(self, name: str) -> str:
        digest = hashlib.sha256()
        try:
            with open_regular(self._folder, name) as file:
                for piece in pieces(file, name):
                    digest.update(piece)
        except ContentError:
            return ""
        return digest.hexdigest()
