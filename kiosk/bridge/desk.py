"""What the staff screens need of the world behind them; `kiosk.app` hands in the real one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

from kiosk.content.model import Language
from kiosk.visit import Rules

if TYPE_CHECKING:  # making records takes its time, and these are not for the first frame
    from kiosk.staffrecords import (
        DayHours,
        LanguageChoice,
        StickOffer,
        StickSettings,
        Trial,
        VersionEntry,
    )


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

    def hours(self, day: int) -> DayHours:
        """The opening hours of a day of the week (0 is Monday)."""
        ...

    def move_hours(self, day: int, by: int, *, closing: bool) -> str:
        """Move opening or closing by half an hour; 0 takes the change back. Words, or ""."""
        ...

    def rules(self) -> Rules:
        """The rules of the next visit."""
        ...

    def offered(self) -> list[Language]:
        """The languages of the next visit."""
        ...


class VersionsDesk(Protocol):
    """The versions of the content on this stand. Words are for staff."""

    def entries(self, language: str) -> list[VersionEntry]:
        """All versions, newest first, the factory content last."""
        ...

    def trouble(self) -> str:
        """Why something else is shown than was asked for; empty if nothing is."""
        ...

    def choose(self, version_id: str) -> str:
        """Show another version; empty: the one before. Words when it cannot be, else "".

        May take a second: call it off the GUI thread.
        """
        ...


class FactsDesk(Protocol):
    """What there is to know about the stand."""

    def rung(self) -> int:
        """In how careful a form the program runs: 0 as it should, 3 safe mode."""
        ...

    def failing_page(self) -> str:
        """What was shown when the program ended the last time of too many."""
        ...

    def program(self) -> str:
        """The program's version."""
        ...

    def pages(self) -> int:
        """How many pages the content has."""
        ...

    def megabytes(self) -> int:
        """Memory of the program in MB; 0 where nobody says."""
        ...

    def examine(self) -> list[str]:
        """What has to be looked at or mended before tomorrow. Takes a while."""
        ...

    def clock(self) -> tuple[str, str]:
        """What the clock shows, and why it is not believed; empty if it is."""
        ...

    def keys(self) -> list[str]:
        """The trusted publishers."""
        ...

    def takes_unsigned(self) -> bool:
        """Whether content without a signature would be taken."""
        ...


class SticksDesk(Protocol):
    """Sticks and what is on them. Words are for staff.

    All calls but `try_out`, `answer`, `forget`, `stick_names` and `trial` may take seconds: never
    on the GUI thread.
    """

    @property
    def trial(self) -> Trial:
        """How far the bundle that is tried out has come."""
        ...

    def allowed(self) -> bool:
        """Whether the settings let sticks in at all."""
        ...

    def look(self) -> list[StickOffer]:
        """What the sticks offer now."""
        ...

    def stick_names(self) -> list[str]:
        """Names of the sticks of the last look."""
        ...

    def try_out(self, number: int, told: Callable[[], None]) -> None:
        """Begin with an offer of the last look; `told` hears, in any thread, of every change."""
        ...

    def answer(self, *, use: bool) -> None:
        """Use the bundle that was tried out, or let it go."""
        ...

    def forget(self) -> None:
        """Staff have read the outcome."""
        ...

    def export(self) -> str:
        """Write statistics, health and log to a stick; words about what came of it."""
        ...

    def save_settings(self) -> str:
        """Write the settings to a stick; words about what came of it."""
        ...

    def settings_changes(self, number: int) -> StickSettings:
        """What the settings on a stick would change."""
        ...

    def take_settings(self, shown: StickSettings) -> str:
        """Take over what was shown. Words when it cannot be, else ""."""
        ...


class ResetDesk(Protocol):
    """A forgotten PIN and the stick that resets it. Both calls take a while."""

    def look(self) -> str:
        """Empty when a good reset file is there, `NO_STICK`, or the words why it is refused."""
        ...

    def keep(self, pin: str) -> str:
        """Set the new PIN. Empty, or the words why not."""
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
    def reset(self) -> ResetDesk | None:
        """What makes a new PIN after the old one was forgotten."""
        ...

    @property
    def versions(self) -> VersionsDesk | None:
        """What the page of versions shows and chooses."""
        ...

    @property
    def facts(self) -> FactsDesk | None:
        """What the page about the stand says."""
        ...

    @property
    def sticks(self) -> SticksDesk | None:
        """What the page of the sticks shows and does."""
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
