"""A visit goes on in content that was saved anew: at the same page, or at what is above it."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.model import Bundle, decode
from kiosk.visit import Place, Rules, State, advance, outline_of, start_state
from kiosk.visit import events as ev
from kiosk.visit.carry import carry
from tests.bridge.conftest import document, page, section, story, words


def made(data: dict[str, Any]) -> Bundle:
    """The bundle of a document."""
    return decode(json.dumps(data).encode())


def rules(bundle: Bundle) -> Rules:
    """Rules for it."""
    return Rules(outline_of(bundle), "en", settle_seconds=0)


def walked(bundle: Bundle, *events: ev.Event) -> State:
    """The state after these events."""
    state = start_state(rules(bundle), 0)
    for event in (ev.Begin(), *events):
        state = advance(state, event, state.now + 1, rules(bundle))
    return state


OLD = made(document())


def without_first_section() -> dict[str, Any]:
    """The second section comes first, and another one after it."""
    data = document()
    new = section("new", story("fresh", page("only", words())))
    data["sections"] = [data["sections"][1], new]
    data["attract"] = [{"scene": "bands", "line": {"en": "Line"}}]
    return data


def carried(state: State, data: dict[str, Any]) -> State:
    """The state in this content."""
    new = made(data)
    return carry(state, OLD, new, rules(new))


def test_the_page_stays_where_its_ids_have_gone() -> None:
    data = document()
    data["sections"].reverse()
    data["sections"][1]["stories"].reverse()
    data["sections"][1]["hero"] = "second"
    state = carried(walked(OLD, ev.OpenStory(0, 0, 1)), data)
    assert state.place == Place(1, 1, 1)
    assert state.mode == "browsing"


def test_what_is_gone_leads_to_what_is_above_it() -> None:
    data = document()
    del data["sections"][0]["stories"][0]["pages"][1]
    assert carried(walked(OLD, ev.OpenStory(0, 0, 1)), data).place == Place(0, 0)
    data = document()
    del data["sections"][0]["stories"][0]
    data["sections"][0]["hero"] = "second"
    data["attract"] = [{"scene": "bands", "line": {"en": "Line"}}]
    assert carried(walked(OLD, ev.OpenStory(0, 0, 1)), data).place == Place(0)
    assert carried(walked(OLD, ev.OpenSection(0)), without_first_section()).place == Place()


def test_the_way_back_leads_to_places_that_there_are() -> None:
    state = walked(OLD, ev.OpenSection(0), ev.OpenStory(0, 0), ev.OpenStory(1, 0))
    assert len(state.history) == 3
    after = carried(state, without_first_section())
    assert after.place == Place(0, 0)
    assert after.history == (Place(),)


def test_a_step_that_is_gone_is_the_last_one_that_there_is() -> None:
    data = document()
    del data["sections"][0]["stories"][0]["pages"][1]["blocks"][0]["questions"][1]
    state = carried(walked(OLD, ev.OpenStory(0, 0, 1), ev.ChooseStep(1)), data)
    assert state.place == Place(0, 0, 1, 0)


def test_an_answer_stays_with_its_question() -> None:
    state = walked(OLD, ev.OpenStory(0, 0, 1), ev.ChooseAnswer(1))
    assert state.answer_at(Place(0, 0, 1)) == 1
    data = document()
    data["sections"].reverse()
    assert carried(state, data).answer_at(Place(1, 0, 1)) == 1
    data = document()
    data["sections"][0]["stories"][0]["pages"][1]["blocks"][0] = {
        "type": "text",
        "text": {"en": "No question any more"},
    }
    assert carried(state, data).answers == ()


def test_a_language_that_is_gone_gives_way() -> None:
    state = walked(OLD, ev.SetLanguage("lt"))
    assert carried(state, document()).language == "lt"
    data = copy.deepcopy(document())
    data["languages"] = [{"tag": "en", "name": "English"}]
    assert carried(state, data).language == "en"


@pytest.mark.parametrize("panel", ["language", "sources"])
def test_a_panel_stays_open_over_the_same_kind_of_screen(panel: Any) -> None:
    state = walked(OLD, ev.OpenStory(0, 0), ev.OpenPanel(panel))
    assert carried(state, document()).panel == panel
    assert carried(state, without_first_section()).panel == ""


STEPS = st.one_of(
    st.builds(ev.OpenSection, st.integers(0, 1)),
    st.builds(ev.OpenStory, st.integers(0, 1), st.integers(0, 1), st.integers(0, 1)),
    st.builds(ev.ChooseStep, st.integers(0, 2)),
    st.builds(ev.ChooseAnswer, st.integers(0, 1)),
    st.builds(ev.SetLanguage, st.sampled_from(["en", "lt"])),
    st.sampled_from([ev.Next(), ev.Previous(), ev.Back(), ev.GoHome(), ev.OpenStaff()]),
)
NEWS = [document(), without_first_section()]


@given(st.lists(STEPS, max_size=12), st.sampled_from([0, 1]))
def test_every_visit_goes_on_in_any_content(steps: list[ev.Event], which: int) -> None:
    """Whatever the visit and the content: no place, answer or way back that is not there."""
    new = made(NEWS[which])
    after = carry(walked(OLD, *steps), OLD, new, rules(new))
    for event in (ev.Back(), ev.Next(), ev.ChooseAnswer(0), ev.Previous(), ev.Back(), ev.GoHome()):
        after = advance(after, event, after.now + 1, rules(new))
    for place in (after.place, *after.history):
        assert place.section < len(new.sections)
        if place.screen == "page":
            assert place.page < len(new.sections[place.section].stories[place.story].pages)
