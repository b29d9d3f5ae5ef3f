"""Which content has passed a rehearsal here: by what it is, so that nobody waits for it twice.

`kiosk install` rehearses before it publishes; the running kiosk then finds the proof. What is
kept is a hash over all files of the bundle, with the program's version and the screen's shape.
Losing the file costs a rehearsal, no more. No Qt.
"""

from __future__ import annotations

import logging
from pathlib import Path

import msgspec

from kiosk import __version__, durable

log = logging.getLogger(__name__)

KEPT = 20
_CHUNK = 1 << 20


class Rehearsed:
    """The proofs in one file."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def proof(self, folder: Path, *, portrait: bool) -> str:
        """The hash of a bundle as it lies there now. Raises `OSError`."""
        import hashlib  # brings OpenSSL along: 3 MB that a stand needs only when content changes

        total = hashlib.sha256(f"{__version__} {portrait}".encode())
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            name = path.relative_to(folder).as_posix()
            total.update(f"{len(name)}:{name}:{path.stat().st_size}:".encode())
            with path.open("rb") as file:
                while part := file.read(_CHUNK):
                    total.update(part)
        return total.hexdigest()

    def holds(self, proof: str) -> bool:
        """Whether this was rehearsed and passed."""
        return proof in self._read()

    def note(self, proof: str) -> None:
        """Keep a proof; the oldest go. A disk that refuses is only logged."""
        kept = [*(old for old in self._read() if old != proof), proof][-KEPT:]
        try:
            durable.write(self._file, msgspec.json.encode(kept))
        except OSError as error:
            log.warning("a passed rehearsal cannot be noted (%s)", error.strerror)

    def _read(self) -> list[str]:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=list[str])
        except (OSError, msgspec.DecodeError):
            return []
