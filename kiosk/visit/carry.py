"""Taking a visit over into other content: the page one is on stays, when it is still there.

For those who write content and see each saving at once. Places are found again by their ids;
what has gone leads to what is above it. Pure; no Qt, no clock.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from msgspec.structs import replace

from kiosk.content.model import Bundle
from kiosk.visit.state import Place, Rules, State, page_at


class _Named(Protocol):
    @property
    def id(self) -> str: ...


def carry(state: State, old: Bundle, new: Bundle, rules: Rules) -> State:
    """The state of a visit to `old` as one to `new`, whose rules these are."""
    place = _moved(state.place, old, new, rules)
    history = [(one, _moved(one, old, new, rules)) for one in state.history]
    return replace(
        state,
        place=place,
        history=tuple(there for one, there in history if there.screen == one.screen),
        answers=tuple(_answers(state, old, new, rules)),
        language=state.language if state.language in rules.outline.languages else rules.language,
        panel=state.panel if place.screen == state.place.screen else "",
    )


def _moved(place: Place, old: Bundle, new: Bundle, rules: Rules) -> Place:
    """The place of the same ids, or the nearest above it that there is."""
    if place.screen == "home":
        return Place()
    section = _index(new.sections, old.sections[place.section].id)
    if section < 0:
        return Place()
    if place.screen == "section":
        return Place(section)
    was = old.sections[place.section].stories[place.story]
    stories = new.sections[section].stories
    story = _index(stories, was.id)
    if story < 0:
        return Place(section)
    page = _index(stories[story].pages, was.pages[place.page].id)
    if page < 0:
        return Place(section, story)
    there = Place(section, story, page)
    return replace(there, step=min(place.step, page_at(rules, there).step_count - 1))


def _index(records: Sequence[_Named], wanted: str) -> int:
    return next((i for i, record in enumerate(records) if record.id == wanted), -1)


def _answers(state: State, old: Bundle, new: Bundle, rules: Rules) -> list[tuple[Place, int]]:
    """The answers whose question is still there and still offers them."""
    kept: list[tuple[Place, int]] = []
    for place, answer in state.answers:
        there = _moved(place, old, new, rules)
        if there.screen != "page" or there.step != place.step:
            continue
        counts = page_at(rules, there).answer_counts
        same = _ids(old, place) == _ids(new, there)
        if same and there.step < len(counts) and answer < counts[there.step]:
            kept.append((there, answer))
    return kept


def _ids(bundle: Bundle, place: Place) -> tuple[str, str, str]:
    section = bundle.sections[place.section]
    story = section.stories[place.story]
    return section.id, story.id, story.pages[place.page].id
