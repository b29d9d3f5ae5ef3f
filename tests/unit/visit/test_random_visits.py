"""Visits that nobody planned: no sequence of events reaches an impossible state."""

from __future__ import annotations

from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from msgspec.structs import replace

from kiosk.visit import Closing, Comfort, Rules, State, advance, deadline, start_state
from kiosk.visit import events as ev
from kiosk.visit.machine import HISTORY_LIMIT, seconds_left
from kiosk.visit.outline import Outline, PageOutline, SectionOutline, StoryOutline
from kiosk.visit.state import STAFF_PAGES, Mode, Panel, Place, TextSize, ThemeName

LANGUAGES = ("en", "lt", "ar")
indices = st.integers(-2, 6)
times = st.one_of(
    st.floats(0, 0.5),
    st.floats(0, 100),
    st.sampled_from([30.0, 60.0, 90.0, 120.0]),
    st.floats(0, 1e9),
    st.floats(-1e9, 0),
)


@st.composite
def _pages(draw: st.DrawFn) -> PageOutline:
    steps = draw(st.integers(1, 5))
    answers = draw(st.lists(st.integers(0, 5), max_size=steps))
    return PageOutline(steps, tuple(answers))


stories = st.builds(StoryOutline, st.lists(_pages(), min_size=1, max_size=4).map(tuple))
sections = st.builds(SectionOutline, st.lists(stories, min_size=1, max_size=4).map(tuple))
outlines = st.builds(
    Outline, st.lists(sections, min_size=2, max_size=4).map(tuple), st.just(LANGUAGES)
)
all_rules = st.builds(
    Rules,
    outline=outlines,
    language=st.sampled_from(LANGUAGES),
    comfort=st.builds(
        Comfort,
        st.sampled_from(get_args(TextSize)),
        st.sampled_from(get_args(ThemeName)),
        st.booleans(),
    ),
    idle_seconds=st.integers(10, 200),
    panel_seconds=st.integers(10, 400),
    warning_seconds=st.integers(5, 60),
)
events = st.one_of(
    st.sampled_from(
        [
            ev.Tick(),
            ev.Touched(),
            ev.Begin(),
            ev.Next(),
            ev.Next(),
            ev.Previous(),
            ev.Back(),
            ev.GoHome(),
            ev.ClosePanel(),
            ev.ResetComfort(),
            ev.KeepGoing(),
            ev.StartOver(),
            ev.OpenStaff(),
            ev.AcceptPin(),
            ev.LeaveStaff(),
            ev.Clean(),
            ev.Present(),
            ev.KeepHours(),
            ev.KeepHours(Closing()),
            ev.KeepHours(Closing("off")),
        ]
    ),
    st.builds(ev.OpenStaffPage, st.sampled_from(["", *STAFF_PAGES, "nothing"])),
    st.builds(ev.StepAway, st.integers(-1, 70)),
    st.builds(ev.OpenSection, indices),
    st.builds(ev.OpenStory, indices, indices, indices),
    st.builds(ev.ChooseStep, indices),
    st.builds(ev.ChooseAnswer, indices),
    st.builds(ev.OpenPanel, st.sampled_from([*get_args(Panel), "nothing"])),
    st.builds(ev.SetLanguage, st.sampled_from([*LANGUAGES, "xx", ""])),
    st.builds(ev.SetTextSize, st.sampled_from([*get_args(TextSize), "huge"])),
    st.builds(ev.SetTheme, st.sampled_from([*get_args(ThemeName), "pink"])),
    st.builds(ev.SetLessMotion, st.booleans()),
    st.builds(ev.SetReach, st.booleans()),
)


def assert_place(place: Place, rules: Rules) -> None:
    """The place exists in the outline."""
    if place.screen == "home":
        assert place == Place()
        return
    assert 0 <= place.section < len(rules.outline.sections)
    if place.screen == "section":
        assert place == Place(place.section)
        return
    found = rules.outline.sections[place.section].stories
    assert 0 <= place.story < len(found)
    pages = found[place.story].pages
    assert 0 <= place.page < len(pages)
    assert 0 <= place.step < pages[place.page].step_count


def assert_answers(state: State, rules: Rules) -> None:
    """Each question has one answer at most, and one that it offers."""
    assert len({place for place, _ in state.answers}) == len(state.answers)
    for place, answer in state.answers:
        assert_place(place, rules)
        story = rules.outline.sections[place.section].stories[place.story]
        assert 0 <= answer < story.pages[place.page].answer_counts[place.step]


def assert_possible(state: State, rules: Rules) -> None:
    """Everything that must be true of every state."""
    assert state.mode in get_args(Mode)
    assert_place(state.place, rules)
    assert len(state.history) <= HISTORY_LIMIT
    for place in state.history:
        assert_place(place, rules)
    assert state.panel in get_args(Panel)
    # The question lies over an open panel; nowhere else than over a visit is there one.
    assert not state.panel or state.mode in {"browsing", "warning"}
    assert state.panel not in {"sources", "takeaway"} or state.place.screen == "page"
    assert_answers(state, rules)
    assert state.language in rules.outline.languages
    assert state.comfort.text_size in get_args(TextSize)
    assert state.comfort.theme in get_args(ThemeName)
    assert state.last_activity <= state.now
    assert state.settled_at <= state.now
    assert 0 <= seconds_left(state, rules) <= max(rules.warning_seconds, 3600)
    due = deadline(state, rules)
    assert (due is None) == (state.mode in {"attract", "closed"})
    assert (state.mode == "closed") <= (state.closing is not None)
    assert (state.mode == "attract") <= (state.closing is None)
    assert due is None or due > state.now
    assert state.staff_page in ("", *STAFF_PAGES)
    assert not state.staff_page or state.mode == "staff"
    assert not state.presenting or state.mode in {"browsing", "warning", "pin"}
    assert state.mode != "away" or 0 < state.away_until - state.now <= 3600
    if state.mode in {"attract", "closed"}:
        assert_fresh(state, rules)


def assert_fresh(state: State, rules: Rules) -> None:
    """Nothing of the visit before is left."""
    start = start_state(rules, 0)
    assert (state.closing is None) == (state.mode == "attract")
    start = replace(start, mode=state.mode, closing=state.closing)
    times = {"now": 0.0, "last_activity": 0.0, "settled_at": 0.0}
    assert replace(state, **times) == replace(start, **times)


class Visits(RuleBasedStateMachine):
    """A stand that gets anything at any time, also from a clock that jumps both ways."""

    @initialize(rules=all_rules, now=st.floats(0, 1e6))
    def switch_on(self, rules: Rules, now: float) -> None:
        """Start the stand."""
        self.rules = rules
        self.clock = now
        self.state = start_state(rules, now)

    @rule(event=events, passed=times)
    def happen(self, event: ev.Event, passed: float) -> None:
        """Anything, at any time."""
        before = self.state
        self.clock = before.now + passed
        self.state = advance(before, event, self.clock, self.rules)
        assert self.state.now == max(before.now, self.clock)

    @rule(event=events)
    def happen_soon(self, event: ev.Event) -> None:
        """Anything, in the rhythm of a visitor."""
        self.happen(event, 1.0)

    @rule()
    def nobody_comes(self) -> None:
        """However the visit stands, a week later the stand is fresh."""
        later = self.state.now + 7 * 24 * 3600
        self.state = advance(self.state, ev.Tick(), later, self.rules)
        assert self.state.mode in {"attract", "closed"}

    @rule()
    def nobody_comes_but_the_clock_ticks(self) -> None:
        """The same in small ticks: the stand asks, and then it is fresh."""
        patience = max(self.rules.idle_seconds, self.rules.panel_seconds, 120)
        if self.state.presenting or self.state.away_minutes:
            patience = 3600
        for _ in range(int(patience + self.rules.warning_seconds) // 10 + 1):
            self.state = advance(self.state, ev.Tick(), self.state.now + 10, self.rules)
        assert self.state.mode in {"attract", "closed"}

    @invariant()
    def possible(self) -> None:
        """After each step."""
        if hasattr(self, "state"):
            assert_possible(self.state, self.rules)


Visits.TestCase.settings = settings(max_examples=150, stateful_step_count=40)
TestVisits = Visits.TestCase


@settings(max_examples=40)
@given(
    rules=all_rules,
    sequence=st.lists(st.tuples(events, st.floats(0.4, 9)), max_size=40),
    pause=st.integers(0, 400),
)
def test_one_late_tick_equals_many_small_ones(
    rules: Rules, sequence: list[tuple[ev.Event, float]], pause: int
) -> None:
    state = start_state(rules, 0)
    for event, passed in [(ev.Begin(), 1.0), *sequence]:
        state = advance(state, event, state.now + passed, rules)
    end = state.now + pause
    late = advance(state, ev.Tick(), end, rules)
    while state.now < end:
        state = advance(state, ev.Tick(), min(state.now + 1, end), rules)
    if late.mode in {"attract", "closed"}:
        assert_fresh(late, rules)
        assert_fresh(state, rules)
    else:
        assert late == state


@settings(max_examples=40)
@given(rules=all_rules)
def test_next_alone_shows_every_step_of_a_section_and_ends_at_home(rules: Rules) -> None:
    for number, section in enumerate(rules.outline.sections):
        state = advance(start_state(rules, 0), ev.Begin(), 1, rules)
        state = advance(state, ev.OpenStory(number, 0), 2, rules)
        seen: list[Place] = []
        while state.place.screen == "page":
            assert state.place not in seen
            seen.append(state.place)
            state = advance(state, ev.Next(), state.now + 1, rules)
        assert len(seen) == sum(story.pager_count for story in section.stories)
        assert state.place == Place()
