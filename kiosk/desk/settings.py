"""The settings that staff change on the stand: read anew, written durably over the base. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from kiosk.content.model import Bundle, Language
from kiosk.guard import hours
from kiosk.offer import in_order, offered, rules_for
from kiosk.paths import Places
from kiosk.settings import Loaded, Settings, read
from kiosk.settings_write import UnchangedError, change
from kiosk.staffrecords import DayHours, LanguageChoice
from kiosk.visit import Rules

STEPS: Mapping[str, tuple[int, ...]] = {
    "idle.seconds": (20, 30, 45, 60, 90, 120, 180, 300, 600),
    "idle.panel_seconds": (30, 60, 90, 120, 180, 240, 300, 600),
    "idle.warning_seconds": (10, 15, 20, 30, 45, 60),
    "screen.rotation": (0, 90, 180, 270),
}
"""Values that the stand's page offers; the file takes any in its limits."""


class SettingsDesk:
    """Settings of a stand as far as its page shows them, and the rules that follow from them."""

    def __init__(self, places: Places, bundle: Bundle, language: str | None = None) -> None:
        """`language` was named on the command line and wins over the settings."""
        self._places = places
        self._bundle = bundle
        self._language = language
        self._loaded: Loaded | None = None

    def use(self, bundle: Bundle) -> None:
        """Other content is shown: its languages count from now on."""
        self._bundle = bundle

    @property
    def last_read(self) -> Settings | None:
        """The settings of the last look at the files; another record after each. In any thread."""
        loaded = self._loaded
        return None if loaded is None else loaded.settings

    def trouble(self) -> list[str]:
        """File, line and words of each mistake because of which the last good settings rule."""
        return [problem.whole for problem in self._now().problems]

    def value(self, key: str) -> Any:
        """What a dotted key is now."""
        return _value(self._now().settings, key)

    def base(self, key: str) -> Any:
        """What it is without the changes made on the stand."""
        return _value(self._base(), key)

    def changed(self, key: str) -> bool:
        """Whether staff have changed it on the stand."""
        place = self._now().origins.get(key)
        return place is not None and place[0] == self._places.staff_settings

    def step(self, key: str, by: int) -> int:
        """The next offered value above (by 1) or below (by -1); the present one at the end."""
        now, steps = self.value(key), STEPS[key]
        further = [each for each in steps if (each > now if by > 0 else each < now)]
        return now if not further else min(further) if by > 0 else max(further)

    def languages(self) -> list[LanguageChoice]:
        """All languages of the content in the order of the chooser."""
        settings = self._now().settings
        tags = {each.tag for each in offered(self._bundle, settings)}
        return [
            LanguageChoice(each.tag, each.name, each.tag in tags)
            for each in in_order(self._bundle, settings)
        ]

    def start_language(self) -> str:
        """The language that a visit begins in."""
        return self.rules().language

    def change(self, values: Mapping[str, Any]) -> str:
        """Write changes; None takes one back. Words for staff when it cannot be, else ""."""
        self.read_again()
        if self.trouble():
            return self.trouble()[0]
        try:
            change(self._places, values)
        except UnchangedError as error:
            return error.words
        finally:
            self.read_again()
        return ""

    def read_again(self) -> None:
        """Look at the files anew at the next question."""
        self._loaded = None

    def offer(self, tag: str, *, on: bool) -> str:
        """Offer a language or not; the last one stays, and those of other content as they are."""
        languages = self.languages()
        off = [each.tag for each in languages if not each.offered and each.tag != tag]
        if not on:
            off.append(tag)
        if len(off) == len(languages):
            return ""
        here = {each.tag for each in languages}
        off += [each for each in self.value("languages.off") if each not in here]
        as_set_up = set(off) == set(self.base("languages.off"))
        return self.change({"languages.off": None if as_set_up else off})

    def move_up(self, tag: str) -> str:
        """One place nearer to the beginning of the chooser."""
        tags = [each.tag for each in self.languages()]
        place = tags.index(tag) if tag in tags else 0
        if place == 0:
            return ""
        tags[place - 1], tags[place] = tags[place], tags[place - 1]
        return self.change({"languages.order": tags})

    def hours(self, day: int) -> DayHours:
        """The opening hours of a day of the week (0 is Monday)."""
        key = f"hours.{hours.DAYS[day]}"
        ranges = hours.parse(self.value(key))
        base = hours.written(hours.parse(self.base(key)))
        return DayHours(
            opens=hours.clock(ranges[0][0]) if ranges else "",
            closes=hours.clock(ranges[-1][1]) if ranges else "",
            pauses=hours.words(ranges) if len(ranges) > 1 else "",
            base=base.replace("-", "–"),
            changed=self.changed(key),
        )

    def move_hours(self, day: int, by: int, *, closing: bool) -> str:
        """Move opening or closing by half an hour; 0 takes the change back. Words, or ""."""
        key = f"hours.{hours.DAYS[day]}"
        text = hours.moved(self.value(key), by, closing=closing) if by else None
        return self.change({key: text})

    def rules(self) -> Rules:
        """The rules of the next visit."""
        return rules_for(self._bundle, self._now().settings, self._language)

    def offered(self) -> list[Language]:
        """The languages of the next visit."""
        return offered(self._bundle, self._now().settings)

    def _now(self) -> Loaded:
        if self._loaded is None:
            self._loaded = read(self._places)
        return self._loaded

    def _base(self) -> Settings:
        nowhere = self._places.state / "no-changes.toml"
        return read(Places(self._places.settings, nowhere, self._places.settings_named)).settings


def _value(settings: Settings, key: str) -> Any:
    section, _, name = key.partition(".")
    return getattr(getattr(settings, section), name)
