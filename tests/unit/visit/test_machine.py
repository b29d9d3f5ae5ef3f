"""Every event of a visit by example: what it does, and where it does nothing."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.visit import Place, advance
from kiosk.visit import events as ev
from kiosk.visit.machine import HISTORY_LIMIT

HOME = Place()


def test_a_fresh_stand_shows_the_attract_loop_with_the_stands_values(fresh: Any) -> None:
    state = fresh.state
    assert (state.mode, state.language, state.comfort.theme) == ("attract", "lt", "light")


def test_begin_wakes_the_stand_and_shows_home(fresh: Any) -> None:
    state = fresh.do(ev.Begin())
    assert (state.mode, state.place, state.history) == ("browsing", HOME, ())


def test_the_second_half_of_the_waking_tap_presses_nothing(fresh: Any) -> None:
    fresh.do(ev.Begin())
    assert fresh.do(ev.OpenSection(0), after=0.1).place == HOME
    assert fresh.do(ev.OpenSection(0), after=0.5).place == Place(0)


@pytest.mark.parametrize(
    "event",
    [
        ev.Touched(),
        ev.OpenSection(0),
        ev.OpenStory(0, 0),
        ev.Next(),
        ev.Previous(),
        ev.Back(),
        ev.GoHome(),
        ev.ChooseStep(0),
        ev.ChooseAnswer(0),
        ev.OpenPanel("language"),
        ev.ClosePanel(),
        ev.SetLanguage("en"),
        ev.SetTextSize("largest"),
        ev.SetTheme("contrast"),
        ev.SetLessMotion(less_motion=True),
        ev.SetReach(reach=True),
        ev.ResetComfort(),
        ev.KeepGoing(),
        ev.StartOver(),
        ev.AcceptPin(),
        ev.LeaveStaff(),
    ],
)
def test_only_begin_and_the_staff_gesture_reach_a_sleeping_stand(
    fresh: Any, event: ev.Event
) -> None:
    before = fresh.state
    after = fresh.do(event)
    assert (after.mode, after.place, after.language) == ("attract", HOME, before.language)
    assert (after.comfort, after.panel, after.answers) == (before.comfort, "", ())


def test_open_section_and_story_go_there_and_remember(visit: Any) -> None:
    state = visit.do(ev.OpenSection(1), ev.OpenStory(0, 1, 1))
    assert state.place == Place(0, 1, 1)
    assert state.history == (HOME, Place(1))


@pytest.mark.parametrize(
    "event",
    [
        ev.OpenSection(2),
        ev.OpenSection(-1),
        ev.OpenStory(2, 0),
        ev.OpenStory(-1, 0),
        ev.OpenStory(0, 2),
        ev.OpenStory(0, -1),
        ev.OpenStory(0, 0, 2),
        ev.OpenStory(0, 0, -1),
    ],
)
def test_what_does_not_exist_cannot_be_opened(visit: Any, event: ev.Event) -> None:
    assert visit.do(event).place == HOME


def test_next_goes_through_steps_pages_stories_and_then_home(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0))
    places = [visit.do(ev.Next()).place for _ in range(7)]
    assert places == [
        Place(0, 0, 1, 0),
        Place(0, 0, 1, 1),
        Place(0, 0, 1, 2),
        Place(0, 1, 0, 0),
        Place(0, 1, 0, 1),
        Place(0, 1, 1, 0),
        HOME,
    ]


def test_previous_goes_back_through_steps_and_pages_of_the_story(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0, 1), ev.ChooseStep(1))
    places = [visit.do(ev.Previous()).place for _ in range(3)]
    assert places == [Place(0, 0, 1, 0), Place(0, 0, 0, 0), Place(0, 0, 0, 0)]


def test_previous_enters_a_page_with_steps_at_its_last_step(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 1, 1))
    assert visit.do(ev.Previous()).place == Place(0, 1, 0, 1)


@pytest.mark.parametrize("event", [ev.Next(), ev.Previous(), ev.ChooseStep(0), ev.ChooseAnswer(0)])
def test_page_intents_do_nothing_off_a_page(visit: Any, event: ev.Event) -> None:
    assert visit.do(event).place == HOME
    section = visit.do(ev.OpenSection(0)).place
    state = visit.do(event)
    assert (state.place, state.answers) == (section, ())


def test_back_closes_the_panel_first_then_returns_the_way_one_came(visit: Any) -> None:
    visit.do(ev.OpenSection(1), ev.OpenStory(0, 0), ev.Next(), ev.OpenPanel("sources"))
    assert visit.do(ev.Back()).place == Place(0, 0, 1)
    assert visit.state.panel == ""
    assert visit.do(ev.Back()).place == Place(1)
    assert visit.do(ev.Back()).place == HOME
    assert visit.do(ev.Back()).place == HOME


def test_back_returns_to_the_very_step_that_was_left(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0, 1), ev.ChooseStep(2), ev.OpenSection(1))
    assert visit.do(ev.Back()).place == Place(0, 0, 1, 2)


def test_home_forgets_the_way(visit: Any) -> None:
    state = visit.do(ev.OpenSection(0), ev.OpenStory(0, 0), ev.GoHome())
    assert (state.place, state.history) == (HOME, ())


def test_steps_outside_the_page_are_refused(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0, 1))
    for step in (-1, 3, 99):
        assert visit.do(ev.ChooseStep(step)).place.step == 0
    assert visit.do(ev.ChooseStep(2)).place.step == 2


def test_the_first_answer_counts_and_each_question_has_its_own(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 1), ev.ChooseAnswer(3), ev.ChooseAnswer(1), ev.Next())
    state = visit.do(ev.ChooseAnswer(1))
    assert state.answers == ((Place(0, 1, 0, 0), 3), (Place(0, 1, 0, 1), 1))
    assert state.answer_at(Place(0, 1, 0, 0)) == 3
    assert state.answer_at(Place(0, 1, 1, 0)) == -1


@pytest.mark.parametrize("answer", [-1, 4])
def test_answers_that_a_question_does_not_offer_are_refused(visit: Any, answer: int) -> None:
    visit.do(ev.OpenStory(0, 1))
    assert visit.do(ev.ChooseAnswer(answer)).answers == ()


def test_a_page_without_question_takes_no_answer(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0))
    assert visit.do(ev.ChooseAnswer(0)).answers == ()


def test_a_panel_opens_closes_and_toggles(visit: Any) -> None:
    assert visit.do(ev.OpenPanel("language")).panel == "language"
    assert visit.do(ev.OpenPanel("accessibility")).panel == "accessibility"
    assert visit.do(ev.OpenPanel("accessibility")).panel == ""
    visit.do(ev.OpenPanel("language"))
    assert visit.do(ev.ClosePanel()).panel == ""


@pytest.mark.parametrize("panel", ["sources", "takeaway"])
def test_what_belongs_to_a_page_opens_only_on_one(visit: Any, panel: Any) -> None:
    assert visit.do(ev.OpenPanel(panel)).panel == ""
    visit.do(ev.OpenStory(0, 0))
    assert visit.do(ev.OpenPanel(panel)).panel == panel


def test_a_panel_that_does_not_exist_is_refused(visit: Any) -> None:
    unknown: Any = "settings"
    assert visit.do(ev.OpenPanel(unknown)).panel == ""


@pytest.mark.parametrize("move", [ev.OpenSection(1), ev.OpenStory(0, 0), ev.GoHome(), ev.Next()])
def test_moving_on_closes_the_panel(visit: Any, move: ev.Event) -> None:
    visit.do(ev.OpenStory(0, 1), ev.OpenPanel("sources"))
    assert visit.do(move).panel == ""


def test_language_changes_in_place(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0, 1), ev.ChooseStep(1))
    state = visit.do(ev.SetLanguage("ar"))
    assert (state.language, state.place) == ("ar", Place(0, 0, 1, 1))


def test_a_language_that_the_bundle_lacks_is_refused(visit: Any) -> None:
    assert visit.do(ev.SetLanguage("xx")).language == "lt"


def test_comfort_changes_and_goes_back_to_the_stands_values(visit: Any) -> None:
    visit.do(ev.SetTextSize("largest"), ev.SetTheme("contrast"))
    comfort = visit.do(ev.SetLessMotion(less_motion=True)).comfort
    assert (comfort.text_size, comfort.theme, comfort.less_motion) == ("largest", "contrast", True)
    assert not comfort.reach
    assert visit.do(ev.SetReach(reach=True)).comfort.reach
    assert visit.do(ev.ResetComfort()).comfort == visit.rules.comfort


def test_comfort_that_does_not_exist_is_refused(visit: Any) -> None:
    unknown: Any = "huge"
    visit.do(ev.SetTextSize(unknown), ev.SetTheme(unknown))
    assert visit.state.comfort == visit.rules.comfort


def test_start_over_ends_the_visit_completely(visit: Any) -> None:
    visit.do(ev.SetLanguage("en"), ev.SetTextSize("large"), ev.OpenStory(0, 1), ev.ChooseAnswer(0))
    state = visit.do(ev.StartOver())
    assert (state.mode, state.place, state.history) == ("attract", HOME, ())
    assert (state.language, state.comfort, state.answers) == ("lt", visit.rules.comfort, ())


def test_the_second_half_of_the_tap_on_start_over_does_not_wake_the_stand(visit: Any) -> None:
    visit.do(ev.StartOver())
    assert visit.do(ev.Begin(), after=0.1).mode == "attract"
    assert visit.do(ev.Begin(), after=0.5).mode == "browsing"


def test_a_stand_that_has_just_started_wakes_at_once(fresh: Any) -> None:
    assert fresh.do(ev.Begin(), after=0).mode == "browsing"


def test_staff_pass_by_the_pin_and_leave_to_visitors(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0), ev.OpenPanel("language"))
    state = visit.do(ev.OpenStaff())
    assert (state.mode, state.panel) == ("pin", "")
    assert visit.do(ev.AcceptPin()).mode == "staff"
    state = visit.do(ev.LeaveStaff())
    assert (state.mode, state.place) == ("attract", HOME)


def test_the_staff_gesture_works_on_a_sleeping_stand(fresh: Any) -> None:
    assert fresh.do(ev.OpenStaff()).mode == "pin"


def test_a_right_pin_counts_only_while_it_is_asked_for(fresh: Any) -> None:
    assert fresh.do(ev.AcceptPin()).mode == "attract"
    fresh.do(ev.Begin())
    assert fresh.do(ev.AcceptPin()).mode == "browsing"
    fresh.do(ev.OpenStaff(), ev.LeaveStaff())
    assert fresh.do(ev.AcceptPin()).mode == "attract"


def test_visitors_intents_do_nothing_behind_the_pin_pad(visit: Any) -> None:
    visit.do(ev.OpenStaff())
    state = visit.do(ev.OpenSection(0), ev.SetLanguage("en"), ev.GoHome(), ev.Begin())
    assert (state.mode, state.place, state.language) == ("pin", HOME, "lt")


def test_the_staff_gesture_inside_staff_screens_does_not_ask_again(visit: Any) -> None:
    visit.do(ev.OpenStaff(), ev.AcceptPin())
    assert visit.do(ev.OpenStaff()).mode == "staff"


def test_the_way_back_is_bounded(visit: Any) -> None:
    for _ in range(HISTORY_LIMIT * 2):
        visit.do(ev.OpenSection(0), ev.OpenSection(1))
    assert len(visit.state.history) == HISTORY_LIMIT
    for _ in range(HISTORY_LIMIT):
        visit.do(ev.Back())
    assert visit.state.history == ()
    assert visit.do(ev.Back()).place == HOME


def test_two_taps_in_a_row_open_one_thing(visit: Any) -> None:
    visit.do(ev.OpenSection(0))
    assert visit.do(ev.OpenStory(0, 0), after=0.2).place == Place(0)


def test_quick_steps_inside_a_story_are_not_swallowed(visit: Any) -> None:
    visit.do(ev.OpenStory(0, 0))
    visit.do(ev.Next())
    assert visit.do(ev.Next(), ev.Next(), after=0.05).place == Place(0, 0, 1, 2)


def test_advance_changes_no_state_in_place(visit: Any) -> None:
    before = visit.state
    after = advance(before, ev.OpenSection(0), visit.now + 1, visit.rules)
    assert before.place == HOME
    assert after.place == Place(0)
