"""The versions of the content as their page shows them, and choosing another one. No Qt."""

from __future__ import annotations

from kiosk.content.errors import ContentError
from kiosk.said import joined
from kiosk.staffrecords import VersionEntry
from kiosk.store.records import FACTORY, VersionInfo
from kiosk.store.versions import Store


class VersionsDesk:
    """What lies in the store. All calls read the disk; choosing may take a second."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def entries(self, language: str) -> list[VersionEntry]:
        """All versions, newest first, the factory content last; titles in a language."""
        active = self._store.active()
        chosen = active.id if active else FACTORY
        found = [_entry(info, language, chosen) for info in self._store.versions()]
        return [*found, VersionEntry(FACTORY, chosen=chosen == FACTORY, factory=True)]

    def trouble(self) -> str:
        """Why something else is shown than was asked for; empty if nothing is."""
        return self._store.trouble()

    def choose(self, version_id: str) -> str:
        """Show another version; empty: the one before. Words for staff when it cannot be."""
        try:
            self._store.choose(version_id or None)
        except ContentError as error:
            return joined(error.words, error.fix)
        return ""


def _entry(info: VersionInfo, language: str, chosen: str) -> VersionEntry:
    return VersionEntry(
        id=info.id,
        title=info.title_in(language),
        version=info.version,
        installed=info.installed,
        signed_by=info.signed_by,
        health=info.health,
        reason=info.reason,
        chosen=info.id == chosen,
    )
