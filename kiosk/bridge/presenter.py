"""What QML sees of a state: how each property of `kiosk.bridge.viewtable` is worked out.

Objects are made for the place that is shown, kept while something may still draw them (the screen
that fades out), and deleted afterwards, so the number of objects does not grow with the visit.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer

from kiosk.bridge import resting
from kiosk.bridge.expose import expose
from kiosk.bridge.kinds import kinds_of
from kiosk.bridge.reading import Reading
from kiosk.bridge.resting import unlike
from kiosk.bridge.viewtable import PadView
from kiosk.catalogs import interface_text, staff_text
from kiosk.content.model import Bundle, Language
from kiosk.content.values import sources_of
from kiosk.visit.machine import seconds_left
from kiosk.visit.outline import StoryOutline
from kiosk.visit.state import Place, Rules, State, page_at, story_at

_LEVELS = ("attract", "away", "closed", "home", "section", "page", "pin", "staff")

RETIRING_MILLISECONDS = 5000
"""Longer than any fade from one content to the next."""
KEPT = 24
"""Lists of exposed objects that are kept for the way back, beside those that are drawn."""
Key = tuple[Any, ...]


class Presenter:
    """Turns states into what QML sees, for one bundle."""

    def __init__(
        self,
        bundle: Bundle,
        picture_url: Callable[[str], str],
        icon_glyph: Callable[[str], str],
        parent: QObject,
    ) -> None:
        self.bundle = bundle
        self.edition = 0
        self._picture_url = picture_url
        self._icon_glyph = icon_glyph
        self._parent = parent
        self._kept: OrderedDict[Key, list[QObject]] = OrderedDict()
        self._now: set[Key] = set()
        """What the last view was made of, and the one before it; what a leaving screen shows."""
        self._before: set[Key] = set()
        self._leaving: set[Key] = set()
        self._last = Place(0, 0)
        self._kinds = kinds_of(bundle)
        self._offered = bundle.languages
        self.hosts: tuple[str, ...] = ()
        """Where codes may lead; empty: to every host."""

    def offer(self, languages: list[Language]) -> None:
        """Which languages visitors can choose, and in which order; all, if it is never said."""
        self._offered = languages

    def section_index(self, section_id: str) -> int:
        """Index of a section's id, -1 if there is none."""
        ids = [section.id for section in self.bundle.sections]
        return ids.index(section_id) if section_id in ids else -1

    def indices(self, address: str) -> tuple[int, int, int]:
        """Section, story and page index of an address; -1 where it names nothing."""
        section_id, story_id, page_id = [*address.split("/"), "", ""][:3]
        section = self.section_index(section_id)
        if section < 0:
            return -1, -1, -1
        stories = self.bundle.sections[section].stories
        story = next((i for i, story in enumerate(stories) if story.id == story_id), -1)
        if story < 0:
            return section, -1, -1
        pages = [page.id for page in stories[story].pages]
        return section, story, (pages.index(page_id) if page_id in pages else 0)

    def view(self, state: State, rules: Rules, pad: PadView) -> dict[str, Any]:
        """Every property of `VIEW` for a state."""
        self._before, self._now = self._now, set()
        place = state.place
        language = next(x for x in self.bundle.languages if x.tag == state.language)
        return {
            **self._texts(language),
            **self._content(state, place),
            **self._position(state, place, rules),
            "mode": "staff" if state.mode == "pin" else state.mode,
            "screen": self._screen(state),
            "place": self._address(state, place),
            "edition": self.edition,
            "depth": self._depth(state),
            "panel": state.panel,
            "textSize": state.comfort.text_size,
            "theme": resting.theme(state),
            "lessMotion": state.comfort.less_motion,
            "reach": state.comfort.reach,
            "answer": state.answer_at(place),
            "secondsLeft": seconds_left(state, rules),
            "warningSeconds": int(rules.warning_seconds),
            "pinLength": pad.length,
            "pinMessage": pad.message,
            "lockedSeconds": pad.locked_seconds,
            "staffName": pad.stand_name,
            "pinWords": staff_text(state.language, pad.words),
            "awayMinutes": state.away_minutes,
            "awayLines": resting.away_lines(state, rules, self._offered),
            **resting.sign(state, self._offered, self._reading),
            "presenting": state.presenting and state.mode in ("browsing", "warning"),
            "notes": self._notes(state),
        }

    def hold(self) -> None:
        """The screen that showed the view before goes; it is drawn until the next one goes."""
        self._leaving = self._before

    def drop_unused(self) -> None:
        """Delete what no screen can still be drawing, the longest unused first."""
        drawn = self._now | self._leaving
        spare = [key for key in self._kept if key not in drawn]
        for key in spare[: max(0, len(spare) - KEPT)]:
            for exposed in self._kept.pop(key):
                exposed.deleteLater()

    def retire(self) -> None:
        """Other content is shown: what was made goes when nothing can be fading out any more."""
        timer = QTimer(self._parent, singleShot=True, interval=RETIRING_MILLISECONDS)
        # Not the method itself: Qt's side would not keep the presenter alive until then
        timer.timeout.connect(lambda: self._dispose(timer))
        timer.start()

    def _dispose(self, timer: QTimer) -> None:
        timer.deleteLater()
        for objects in self._kept.values():
            for exposed in objects:
                exposed.deleteLater()
        self._kept.clear()

    # --- parts of the view -------------------------------------------------------------------

    def _address(self, state: State, place: Place) -> str:
        """What is another screen when it changes: with other content, all but the attract loop."""
        screen = self._screen(state)
        edition = self.edition if screen in ("home", "section", "page") else 0
        return f"{screen} {place.section} {place.story} {place.page} {edition}"

    @staticmethod
    def _screen(state: State) -> str:
        if state.mode in ("browsing", "warning"):
            return state.place.screen
        # A page of the staff is a screen of its own: "staffTouch"
        return state.mode + state.staff_page.capitalize()

    def _notes(self, state: State) -> str:
        """What the presenter wants to say on the page that is shown."""
        place = state.place
        if not state.presenting or place.screen != "page":
            return ""
        page = self.bundle.sections[place.section].stories[place.story].pages[place.page]
        return self._reading(state.language).text(page.notes) if page.notes else ""

    @classmethod
    def _depth(cls, state: State) -> int:
        """A number that grows along the reading direction: home, section, pages in order."""
        screen, place = cls._screen(state), state.place
        level = _LEVELS.index(screen) if screen in _LEVELS else len(_LEVELS)
        return level * 10_000 + max(place.story, 0) * 100 + place.page

    def _texts(self, language: Language) -> dict[str, Any]:
        reading = self._reading(language.tag)
        tags = [other.tag for other in self._offered if other.tag != language.tag][:4]
        return {
            "title": reading.text(self.bundle.title),
            "lead": reading.text(self.bundle.lead),
            "mark": reading.text(self.bundle.mark),
            "version": self.bundle.version,
            "language": language.tag,
            "languageName": language.name,
            "mirrored": language.mirrored,
            "invitation": reading.text(self.bundle.invitation) if self.bundle.invitation else "",
            "invitations": self._other_invitations(language.tag, tags),
            "chooseInvitations": unlike(
                interface_text(language.tag, "Choose your language"),
                [interface_text(tag, "Choose your language") for tag in tags],
            ),
            "kinds": self._kinds,
            "contact": self._contact(language.tag),
        }

    def _contact(self, language: str) -> QObject | None:
        """Whom visitors can write to, if the bundle says so."""
        contact = self.bundle.contact
        return contact and self._made(("contact", language), [contact], language)[0]

    def _other_invitations(self, language: str, tags: list[str]) -> list[str]:
        """The invitation in the other languages: the bundle's words, else the program's."""
        own = self.bundle.invitation or {}
        first, *others = (
            own.get(tag) or interface_text(tag, "Touch to begin") for tag in (language, *tags)
        )
        return unlike(first, others)

    def _content(self, state: State, place: Place) -> dict[str, Any]:
        """The objects of the place. Section, story and page stay those last shown on the screens
        above them, so that a screen that fades out never sees them vanish."""
        section = place.section if place.section >= 0 else self._last.section
        story = place.story if place.story >= 0 else self._last.story
        if place.section >= 0 and place.story < 0 and place.section != self._last.section:
            story = 0
        page = place.page if place.story >= 0 else 0
        self._last = Place(section, story)
        language = state.language
        bundle = self.bundle
        stories = bundle.sections[section].stories
        next_story = stories[story + 1] if story + 1 < len(stories) else None
        sections = self._made(("sections", language), bundle.sections, language)
        others = [s for i, s in enumerate(sections) if i != section]
        page_record = stories[story].pages[page]
        reading = self._reading(language).for_page(sources_of(page_record))
        key = (language, section, story)
        sources = [s for s in (reading.source(i) for i in reading.marks) if s is not None]
        return {
            "languages": self._made(
                ("languages", language, *(each.tag for each in self._offered)),
                self._offered,
                language,
            ),
            "scenes": self._made(("scenes", language), bundle.attract, language),
            "sections": sections,
            "otherSections": others,
            "section": sections[section],
            "story": self._made(("story", *key), [stories[story]], language)[0],
            "page": self._made(("page", *key, page), [page_record], language, reading)[0],
            "nextStory": next_story
            and self._made(("story", language, section, story + 1), [next_story], language)[0],
            "pageSources": self._made(("sources", *key, page), sources, language, reading),
        }

    def _position(self, state: State, place: Place, rules: Rules) -> dict[str, Any]:
        values = {
            "sectionCount": len(self.bundle.sections),
            "canBack": bool(state.panel) or bool(state.history) or place.screen != "home",
        }
        if place.screen != "page":
            counts = dict.fromkeys(("pageIndex", "step", "pagerIndex"), 0)
            counts |= dict.fromkeys(("pageCount", "stepCount", "pagerCount"), 1)
            ends = dict.fromkeys(("canPrevious", "atStoryEnd", "atSectionEnd"), False)
            return values | counts | ends
        story = story_at(rules, place)
        pager_index = self._pager_index(story, place)
        at_end = pager_index + 1 == story.pager_count
        stories = rules.outline.sections[place.section].stories
        return values | {
            "pageIndex": place.page,
            "pageCount": len(story.pages),
            "step": place.step,
            "stepCount": page_at(rules, place).step_count,
            "pagerIndex": pager_index,
            "pagerCount": story.pager_count,
            "canPrevious": pager_index > 0,
            "atStoryEnd": at_end,
            "atSectionEnd": at_end and place.story + 1 == len(stories),
        }

    @staticmethod
    def _pager_index(story: StoryOutline, place: Place) -> int:
        return sum(page.step_count for page in story.pages[: place.page]) + place.step

    # --- objects -----------------------------------------------------------------------------

    def _reading(self, language: str) -> Reading:
        return Reading(
            self.bundle,
            language,
            lambda text: interface_text(language, text),
            self._picture_url,
            self._icon_glyph,
            hosts=self.hosts,
        )

    def _made(
        self,
        key: Key,
        records: list[Any],
        language: str,
        reading: Reading | None = None,
    ) -> list[QObject]:
        """The exposed objects of records, made once per key and moved to the young end."""
        if key not in self._kept:
            reading = reading or self._reading(language)
            self._kept[key] = [expose(record, reading, self._parent) for record in records]
        self._kept.move_to_end(key)
        self._now.add(key)
        return self._kept[key]
