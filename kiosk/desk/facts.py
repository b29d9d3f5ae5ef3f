"""What there is to know about the stand: program, pages, memory, trusted publishers. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import kiosk
from kiosk.content.errors import ContentError
from kiosk.content.model import Bundle
from kiosk.guard.ladder import Record
from kiosk.paths import Places
from kiosk.said import joined
from kiosk.settings import read
from kiosk.store import trust

STATUS = Path("/proc/self/status")


class FactsDesk:
    """Facts of the running program and of its stand."""

    def __init__(
        self,
        places: Places,
        bundle: Callable[[], Bundle],
        clock_trouble: Callable[[], str] = str,
        ladder: Record | None = None,
    ) -> None:
        self._places = places
        self._bundle = bundle
        self._clock_trouble = clock_trouble
        self._ladder = ladder or Record()

    def rung(self) -> int:
        """In how careful a form the program runs."""
        return self._ladder.rung

    def failing_page(self) -> str:
        """What was shown when the program ended the last time of too many."""
        return self._ladder.page if self._ladder.rung else ""

    def examine(self) -> list[str]:
        """What has to be looked at or mended before tomorrow, red first. Takes a while."""
        from kiosk.doctor.examine import examine_stand

        found = [each for each in examine_stand(self._places) if each.state != "green"]
        found.sort(key=lambda each: each.state != "red")
        return [joined(each.words, each.fix) for each in found]

    def clock(self) -> tuple[str, str]:
        """What the clock shows, and why it is not believed; empty if it is."""
        return f"{datetime.now().astimezone():%Y-%m-%d %H:%M}", self._clock_trouble()

    def program(self) -> str:
        """The program's version."""
        return kiosk.__version__

    def pages(self) -> int:
        """How many pages the content has."""
        return sum(len(story.pages) for part in self._bundle().sections for story in part.stories)

    def megabytes(self) -> int:
        """Memory of this process in MB; 0 where the system does not say."""
        try:
            lines = STATUS.read_text().splitlines()
        except OSError:
            return 0
        found = (line.split()[1] for line in lines if line.startswith("VmRSS:"))
        return int(next(found, 0)) // 1024

    def keys(self) -> list[str]:
        """Name and fingerprint of the trusted keys, or the words why they cannot be read."""
        try:
            known = trust.load(self._places.trusted_keys)
        except ContentError as error:
            return [error.words]
        return [" · ".join(filter(None, (key.name, key.fingerprint))) for key in known.keys]

    def takes_unsigned(self) -> bool:
        """Whether content without a signature would be taken."""
        try:
            trusting = bool(trust.load(self._places.trusted_keys).keys)
        except ContentError:
            return False
        return read(self._places).settings.updates.takes_unsigned(trusting=trusting)
