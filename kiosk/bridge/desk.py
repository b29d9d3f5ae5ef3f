"""What the staff screens need of the world behind them; `kiosk.app` hands in the real one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from kiosk.content.model import Language
from kiosk.staffrecords import LanguageChoice
from kiosk.visit import Rules


class SettingsDesk(Protocol):
    """The settings that staff change on the stand, by dotted keys. Words are for staff."""

    def trouble(self) -> list[str]:
        """Each mistake because of which the last good settings rule."""
        ...

    def value(self, key: str) -> Any:
        """What a setting is now."""
        ...

    def base(self, key: str) -> Any:
        """What it is without the changes made on the stand."""
        ...

    def changed(self, key: str) -> bool:
        """Whether staff have changed it on the stand."""
        ...

    def step(self, key: str, by: int) -> int:
        """The next offered value above (1) or below (-1)."""
        ...

    def change(self, values: Mapping[str, Any]) -> str:
        """Write changes; None takes one back. Words when it cannot be, else ""."""
        ...

    def read_again(self) -> None:
        """Look at the files anew at the next question."""
        ...

    def languages(self) -> list[LanguageChoice]:
        """All languages of the content in the order of the chooser."""
        ...

    def start_language(self) -> str:
        """The language that a visit begins in."""
        ...

    def offer(self, tag: str, *, on: bool) -> str:
        """Offer a language or not. Words when it cannot be, else ""."""
        ...

    def move_up(self, tag: str) -> str:
        """One place nearer to the beginning. Words when it cannot be, else ""."""
        ...

    def rules(self) -> Rules:
        """The rules of the next visit."""
        ...

    def offered(self) -> list[Language]:
        """The languages of the next visit."""
        ...


class StaffDesk(Protocol):
    """PIN and facts of the stand. All calls are thread-safe.

    What a page needs is None where there is no real stand behind the screen.
    """

    @property
    def settings(self) -> SettingsDesk | None:
        """What the settings pages show and change."""
        ...

    @property
    def stand_name(self) -> str:
        """The stand's name from its settings; may be empty."""
        ...

    def has_pin(self) -> bool:
        """Whether staff have chosen a PIN."""
        ...

    def locked_seconds(self) -> float:
        """Seconds until the next try is allowed; 0 when it is allowed now."""
        ...

    def accepts(self, pin: str) -> bool:
        """Whether the PIN is right. Takes about half a second: call it off the GUI thread."""
        ...
