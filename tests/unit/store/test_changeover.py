"""What to show now, as a pure machine: news in, orders out, and nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.store.changeover import (
    FRAME_SECONDS,
    HEALTHY_SECONDS,
    Drawn,
    Fault,
    Loaded,
    News,
    Order,
    Pointed,
    Rehearsed,
    SceneEnded,
    Situation,
    Tick,
    WentBack,
    advance,
    begin,
    deadline,
)


class Stand:
    """A machine with a clock, and what it has ordered so far."""

    def __init__(self, shown: str = "old", *, good: bool = True) -> None:
        self.now = 100.0
        self.situation = begin(shown, self.now, good=good)
        self.orders: list[Order] = []

    def tell(self, *news: News, after: float = 0.0) -> list[tuple[str, str]]:
        """What these news lead to; time passes before the first."""
        self.now += after
        given: list[Order] = []
        for each in news:
            self.situation, orders = advance(self.situation, each, self.now)
            given += orders
        self.orders += given
        return [(order.what, order.version) for order in given]

    def show_new(self) -> None:
        """New content on the screen, not proven yet."""
        self.tell(Pointed("new", good=False), Rehearsed("new"), Loaded("new"), SceneEnded())
        assert self.situation.shown == "new"


def test_new_content_is_rehearsed_loaded_and_shown_when_a_scene_ends() -> None:
    stand = Stand()
    assert stand.tell(Pointed("new", good=False)) == [("rehearse", "new")]
    assert stand.tell(SceneEnded()) == []
    assert stand.tell(Rehearsed("new")) == [("load", "new")]
    assert stand.tell(SceneEnded()) == []
    assert stand.tell(Loaded("new")) == []
    assert stand.tell(SceneEnded()) == [("show", "new")]
    assert stand.situation.shown == "new"


def test_it_is_confirmed_when_a_picture_comes_after_a_minute_without_fault() -> None:
    stand = Stand()
    stand.show_new()
    due = deadline(stand.situation)
    assert due == stand.now + HEALTHY_SECONDS
    assert stand.tell(Drawn(), Tick(), after=HEALTHY_SECONDS - 1) == []
    assert stand.tell(Tick(), after=1) == [("draw", "new")]
    assert deadline(stand.situation) == stand.now + FRAME_SECONDS
    assert stand.tell(Drawn(), after=0.1) == [("confirm", "new")]
    assert deadline(stand.situation) is None
    assert stand.tell(Fault("too late")) == []


def test_a_machine_that_slept_is_asked_for_a_picture_before_it_is_judged() -> None:
    stand = Stand()
    stand.show_new()
    assert stand.tell(Tick(), after=36_000) == [("draw", "new")]
    assert stand.tell(Drawn()) == [("confirm", "new")]


def test_a_picture_that_does_not_come_leads_back() -> None:
    stand = Stand()
    stand.show_new()
    stand.tell(Tick(), after=HEALTHY_SECONDS)
    assert stand.tell(Tick(), after=FRAME_SECONDS - 1) == []
    assert stand.tell(Tick(), after=1) == [("give up", "new")]
    assert stand.tell(WentBack("old", good=True)) == [("load", "old")]
    assert stand.tell(Loaded("old"), SceneEnded()) == [("show", "old")]
    assert deadline(stand.situation) is None


def test_a_fault_within_the_minute_leads_back_with_its_reason() -> None:
    stand = Stand()
    stand.show_new()
    assert stand.tell(Fault("a block is missing"), after=3) == [("give up", "new")]
    assert stand.orders[-1].reason == "a block is missing"
    assert stand.situation.shown == "new"  # until the loop comes to its next scene


def test_a_refused_rehearsal_leaves_the_old_content_alone() -> None:
    stand = Stand()
    stand.tell(Pointed("new", good=False))
    assert stand.tell(Rehearsed("new", "bad")) == [("give up", "new")]
    assert stand.tell(WentBack("old", good=True)) == []
    assert stand.situation.shown == "old"


def test_content_that_cannot_be_loaded_is_given_up() -> None:
    stand = Stand()
    stand.tell(Pointed("new", good=False), Rehearsed("new"))
    assert stand.tell(Loaded("new", "no such file")) == [("give up", "new")]


def test_what_is_refused_is_not_tried_again_on_a_disk_that_cannot_note_it() -> None:
    stand = Stand()
    stand.show_new()
    stand.tell(Fault("bad"), WentBack("old", good=True))
    assert stand.tell(Pointed("new", good=False), Pointed("new", good=False)) == []
    assert stand.tell(Loaded("old"), SceneEnded()) == [("show", "old")]
    assert stand.tell(Pointed("new", good=False)) == []


def test_staff_can_ask_again_for_what_was_refused() -> None:
    stand = Stand()
    stand.tell(Pointed("new", good=False), Rehearsed("new", "bad"), WentBack("old", good=True))
    assert stand.tell(Pointed("old", good=True)) == []
    assert stand.tell(Pointed("new", good=False)) == [("rehearse", "new")]


def test_a_proven_version_and_the_factory_content_need_no_rehearsal_and_no_proof() -> None:
    stand = Stand()
    for version in ("older", "factory"):
        good = version != "factory"
        assert stand.tell(Pointed(version, good=good)) == [("load", version)]
        assert stand.tell(Loaded(version), SceneEnded()) == [("show", version)]
        assert deadline(stand.situation) is None


def test_a_newer_version_takes_the_place_of_one_on_its_way() -> None:
    stand = Stand()
    stand.tell(Pointed("new", good=False))
    assert stand.tell(Pointed("newer", good=False)) == [("forget", "new"), ("rehearse", "newer")]
    assert stand.tell(Rehearsed("new"), Loaded("new"), SceneEnded()) == []
    stand.tell(Rehearsed("newer"), Loaded("newer"))
    assert stand.tell(Pointed("old", good=True)) == [("forget", "newer")]
    assert stand.tell(SceneEnded()) == []


def test_a_trial_goes_on_while_something_newer_is_on_its_way() -> None:
    stand = Stand()
    stand.show_new()
    stand.tell(Pointed("newer", good=False))
    assert stand.tell(Tick(), after=HEALTHY_SECONDS) == [("draw", "new")]
    assert stand.tell(Drawn()) == [("confirm", "new")]
    assert stand.tell(Rehearsed("newer")) == [("load", "newer")]


def test_a_start_with_unproven_content_is_a_trial_too() -> None:
    assert deadline(begin("new", 5, good=False)) == 5 + HEALTHY_SECONDS
    assert deadline(begin("new", 5, good=True)) is None
    assert deadline(begin("factory", 5, good=False)) is None


IDS = st.sampled_from(["factory", "a", "b", "c"])
REASON = st.sampled_from(["", "bad"])
NEWS = st.one_of(
    st.builds(Pointed, IDS, st.booleans()),
    st.builds(WentBack, IDS, st.booleans()),
    st.builds(Rehearsed, IDS, REASON),
    st.builds(Loaded, IDS, REASON),
    st.builds(Fault, REASON),
    st.sampled_from([SceneEnded(), Drawn(), Tick()]),
)


@given(st.lists(st.tuples(NEWS, st.floats(0, 90))), st.booleans())
def test_whatever_is_heard_the_screen_changes_only_in_order(
    steps: list[tuple[News, float]], good: bool
) -> None:
    """Only between scenes, only to what was loaded, and unproven content only after a rehearsal."""
    situation, now = begin("a", 0, good=good), 0.0
    rehearsed: set[str] = set()
    loaded: set[str] = set()
    proven: set[str] = set()
    for news, seconds in steps:
        now += seconds
        before = situation
        situation, orders = advance(situation, news, now)
        if isinstance(news, Pointed | WentBack) and news.good:
            proven.add(news.version)
        if isinstance(news, Rehearsed) and not news.reason:
            rehearsed.add(news.version)
        if isinstance(news, Loaded) and not news.reason:
            loaded.add(news.version)
        shows = [order.version for order in orders if order.what == "show"]
        assert (situation.shown != before.shown) <= bool(shows)
        for version in shows:
            assert isinstance(news, SceneEnded)
            assert version in loaded
            assert version in rehearsed | proven | {"factory"}
        check(situation, before, orders, now)
        if isinstance(news, Tick):  # else whoever keeps the time would ask again at once, for ever
            due = deadline(situation)
            assert due is None or due > now


def check(situation: Situation, before: Situation, orders: tuple[Order, ...], now: float) -> None:
    """What holds at any time."""
    assert bool(situation.coming) == bool(situation.stage)
    assert situation.coming != situation.shown
    for order in orders:
        if order.what == "confirm":
            assert before.since is not None
            assert now - before.since >= HEALTHY_SECONDS
        if order.what == "give up":
            assert situation.refused == order.version
