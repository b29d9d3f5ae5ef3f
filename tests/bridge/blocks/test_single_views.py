"""What each block view does of its own: counting, climbing, steps, answers, room for extremes."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from PySide6.QtCore import QMetaObject

PORTRAIT = (1080, 1920)


def en(text: str) -> dict[str, str]:
    return {"en": text}


def figure(value: float, **more: Any) -> dict[str, Any]:
    texts = {name: en(text) if isinstance(text, str) else text for name, text in more.items()}
    block = {"type": "figure", "value": value, "label": en("in the world")}
    return block | {"asOf": "2018", "source": "a"} | texts


def ranking(places: list[int], **more: Any) -> dict[str, Any]:
    points = [{"edition": str(2010 + i), "place": place} for i, place in enumerate(places)]
    block = {"type": "ranking", "title": en("Place"), "points": points}
    return block | {"spoken": en("It rose."), "source": "a"} | more


def named(edition: str, *names: str) -> list[dict[str, Any]]:
    return [{"edition": edition, "place": i, "name": en(name)} for i, name in enumerate(names, 1)]


def timeline(*dates: str, text: str = "") -> dict[str, Any]:
    event = {"title": en("Something happened"), "source": "a"}
    more = {"text": en(text)} if text else {}
    events = [event | more | {"date": date} for date in dates]
    return {"type": "timeline", "events": events, "spoken": en("Years.")}


def quiz(*answers: str, right: int = 0, questions: int = 1) -> dict[str, Any]:
    given = [{"text": en(text), "correct": i == right} for i, text in enumerate(answers)]
    question = {"question": en("How long?"), "answers": given, "why": en("So."), "source": "a"}
    return {"type": "quiz", "questions": [question] * questions}


def bars(*values: float, label: str = "A label", **more: Any) -> dict[str, Any]:
    items = [{"label": en(f"{label} {i}"), "value": value} for i, value in enumerate(values)]
    block = {"type": "bars", "title": en("Lengths"), "bars": items, "spoken": en("Bars.")}
    return block | {"asOf": "1989", "source": "a"} | more


def digits(shown: Any) -> str:
    return shown.items("FigurePlate")[0].property("shownDigits")


def test_a_figure_counts_up_once_when_the_page_has_landed(stage: Any, wait: Any) -> None:
    shown = stage.show(figure(9724), less=False, arrived=False)
    assert digits(shown) == "0"
    shown.give(arrived=True)
    wait(200)
    assert 0 < int(digits(shown).replace(",", "")) < 9724
    wait(1500)
    assert digits(shown) == "9,724"
    shown.give(arrived=False)
    shown.give(arrived=True)
    shown.give(block=stage.exposed(figure(9724), "lt"))
    assert digits(shown).split() == ["9", "724"]


def test_a_figure_is_complete_at_once_when_nothing_shall_move(stage: Any) -> None:
    assert digits(stage.show(figure(9724), less=True, arrived=False)) == "9,724"
    assert digits(stage.show(figure(9724), less=False, still=True, arrived=False)) == "9,724"


def test_a_counting_figure_is_complete_when_movement_is_switched_off(stage: Any, wait: Any) -> None:
    shown = stage.show(figure(9724), less=False, arrived=True)
    assert digits(shown) != "9,724"
    stage.call("dress", "dark", "standard", False, True)
    wait(40)
    assert digits(shown) == "9,724"


def test_a_text_instead_of_a_number_is_shown_without_counting(stage: Any) -> None:
    shown = stage.show(figure(4, display="4-oji", suffix="th"), less=False, arrived=False)
    assert digits(shown) == "4\u2011oji"
    assert "th" not in shown.words()


@pytest.mark.parametrize("text", ["standard", "largest"])
@pytest.mark.parametrize("value", [4, 72, 181, 1989, 10_000, 1_234_567, 999_999_999])
def test_a_wide_figure_steps_down_until_it_fits(stage: Any, value: int, text: str) -> None:
    shown = stage.show(figure(value, suffix="km", prefix="≈"), text=text)
    plate = shown.place(shown.items("FigurePlate")[0])
    parts = [shown.place(item) for item in shown.items("FigureNumber")]
    assert len(parts) == 3
    assert all(plate.left() - 1 <= part.left() for part in parts)
    assert all(part.right() <= plate.right() + 1 for part in parts)


def test_a_short_figure_is_as_large_as_the_design_says(stage: Any) -> None:
    (number,) = stage.show(figure(4)).items("FigureNumber")
    assert number.property("size") == 370
    (number,) = stage.show(figure(1989)).items("FigureNumber")
    assert number.property("size") == 250


def test_a_long_label_goes_below_and_never_under_a_descender(stage: Any) -> None:
    shown = stage.show(figure(90, label="students admitted by November of the same year, or later"))
    label = shown.place(shown.items("FigureLabel")[0])
    (number,) = shown.items("FigureNumber")
    assert label.top() >= shown.place(number).bottom() + number.property("depth")


def test_the_number_is_spoken_with_what_it_counts(stage: Any) -> None:
    shown = stage.show(figure(4, suffix="th"))
    (plate,) = shown.items("FigurePlate")
    assert stage.call("spoken", plate) == "4th in the world"


def test_the_thread_climbs_once_when_the_page_has_landed(stage: Any, wait: Any) -> None:
    shown = stage.show(ranking([57, 4]), less=False, arrived=False)
    assert shown.view.property("progress") == 0
    shown.give(arrived=True)
    wait(700)
    assert 0 < shown.view.property("progress") < 1
    wait(1300)
    assert shown.view.property("progress") == 1
    shown.give(arrived=False)
    shown.give(arrived=True)
    assert shown.view.property("progress") == 1


def test_places_are_written_in_the_digits_of_the_language(stage: Any) -> None:
    stage.call("speak", "ar")
    shown = stage.show(ranking([57, 4]))
    digits_shown = {letter for word in shown.words() for letter in word if letter.isdigit()}
    stage.call("speak", "en")
    assert {"٥", "٧", "٤"} <= digits_shown
    assert not digits_shown & set("457")


def test_only_published_editions_carry_a_dot(stage: Any) -> None:
    assert len(stage.show(ranking([57, 4, 6])).items("RankingDot")) == 3


def test_the_own_name_is_the_one_in_amber(stage: Any) -> None:
    neighbours = named("2011", "United Kingdom", "United States", "France")
    shown = stage.show(ranking([57, 4], neighbours=neighbours))
    own = [name for name in shown.items("RankingName_") if name.property("own")]
    assert [name.property("name") for name in own] == ["Lithuania"]
    assert [name.property("place") for name in shown.items("RankingName_")] == [1, 2, 3, 4]


def test_the_block_may_say_whose_places_they_are(stage: Any) -> None:
    shown = stage.show(ranking([57, 4], name=en("Vilnius")))
    assert [name.property("name") for name in shown.items("RankingName_")] == ["Vilnius"]


def test_names_of_an_older_edition_say_so(stage: Any) -> None:
    shown = stage.show(ranking([57, 4, 6], neighbours=named("2011", "Estonia")))
    assert shown.words(shown.items("RankingNames")[0])[0] == "2011"


LONG = ["United Kingdom of Great Britain and Northern Ireland", "Switzerland", "Korea", "A", "B"]


@pytest.mark.parametrize("size", [(1920, 1080), PORTRAIT, (1024, 768)])
@pytest.mark.parametrize("text", ["standard", "large", "largest"])
def test_long_names_and_many_editions_keep_apart(
    stage: Any, size: tuple[int, int], text: str
) -> None:
    places = [40, 35, 38, 30, 33, 28, 25, 29, 20, 22, 15, 18, 9, 12, 7, 6]
    neighbours = named("2025", *LONG)
    shown = stage.show(ranking(places, neighbours=neighbours, note=en("A note.")), size, text=text)
    boxes = [shown.ink(t) for t in shown.texts(shown.items("RankingNames")[0])]
    boxes += [shown.ink(t) for t in shown.texts(shown.items("RankingPlot")[0])]
    for one, other in itertools.combinations(boxes, 2):
        common = one.intersected(other)
        assert min(common.width(), common.height()) <= 8
    edge = shown.place(shown.view)
    assert all(box.right() <= edge.right() + 1 for box in boxes)


def test_the_smallest_ranking_and_the_lowest_place(stage: Any) -> None:
    assert stage.show(ranking([1, 1])).view.isVisible()
    assert stage.show(ranking([480, 12], lowest=500)).view.isVisible()


def bars_of(shown: Any) -> list[Any]:
    return shown.items("Bar_")


def test_bars_are_as_long_as_their_values(stage: Any) -> None:
    shown = stage.show(bars(100, 50, 0))
    long, half, none = (bar.property("full") for bar in bars_of(shown))
    assert half == pytest.approx(long / 2)
    assert none <= 2


def test_bars_fill_from_the_start_edge_when_the_page_has_landed(stage: Any, wait: Any) -> None:
    shown = stage.show(bars(100, 50), less=False, arrived=False)
    assert [bar.property("filled") for bar in bars_of(shown)] == [0, 0]
    shown.give(arrived=True)
    wait(1300)
    assert [bar.property("filled") for bar in bars_of(shown)] == [1, 1]


@pytest.mark.parametrize("text", ["standard", "large", "largest"])
@pytest.mark.parametrize("size", [(1920, 1080), PORTRAIT, (1024, 768)])
def test_eight_bars_with_long_labels_fit(stage: Any, size: tuple[int, int], text: str) -> None:
    long = "A label of a bar that says more than is good for it"
    block = bars(*range(1, 9), label="One of eight" if text == "standard" else long)
    shown = stage.show(block | {"note": en("Rounded."), "unit": en("thousand")}, size, text=text)
    (column,) = shown.items("ScrollColumn")
    assert text != "standard" or size == (1024, 768) or not column.property("scrolls")
    assert shown.place(column).bottom() <= shown.place(shown.view).bottom() + 1
    assert column.property("scrolls") or shown.place(bars_of(shown)[-1]).bottom() <= (
        shown.place(column).bottom() + 1
    )
    for bar in bars_of(shown):
        one, other = (shown.ink(t) for t in shown.texts(bar))
        common = one.intersected(other)
        assert min(common.width(), common.height()) <= 8


def test_a_touched_year_is_asked_for(stage: Any) -> None:
    shown = stage.show(timeline("1989", "2017", "2018"), step=1)
    nodes = shown.items("TimelineNode")
    shown.tap(nodes[2])
    assert shown.heard == ["step 2"]


def test_dragging_along_the_thread_goes_through_the_years(stage: Any) -> None:
    shown = stage.show(timeline("2001", "2002", "2003", "2004"))
    stops = [shown.place(node).center() for node in shown.items("TimelineNode")]
    for stop in stops:
        stop.setY(stop.y() - 10)
    shown.drag([stops[0], (stops[0] + stops[1]) / 2, stops[1], stops[2]])
    assert shown.heard[-1] == "step 2"
    assert "step 1" in shown.heard


@pytest.mark.parametrize("size", [(1920, 1080), PORTRAIT])
@pytest.mark.parametrize("text", ["standard", "largest"])
def test_nine_years_never_overlap_and_the_chosen_one_is_visible(
    stage: Any, size: tuple[int, int], text: str
) -> None:
    dates = ["1990-03-11", "2004-03-29", "2004-05-01", *(str(2014 + i) for i in range(6))]
    for step in (0, 4, 8):
        shown = stage.show(timeline(*dates), size, text=text, step=step)
        nodes = shown.items("TimelineNode")
        boxes = [shown.place(node) for node in nodes]
        assert all(box.width() >= 112 and box.height() >= 140 for box in boxes)
        assert all(a.right() <= b.left() + 1 for a, b in itertools.pairwise(boxes))
        assert boxes[step].left() >= 0
        assert boxes[step].right() <= size[0]
        stage.window.property("view").deleteLater()


def test_events_of_one_year_show_their_dates(stage: Any) -> None:
    shown = stage.show(timeline("1990", "2004-03-29", "2004-05-01", "2015"))
    labels = [node.property("label") for node in shown.items("TimelineNode")]
    assert labels == ["1990", "29\u00a0March 2004", "1\u00a0May 2004", "2015"]


def test_a_folded_gap_says_how_long_it_is(stage: Any) -> None:
    shown = stage.show(timeline("1989", "2017", "2018", "2020"))
    assert [gap.property("years") for gap in shown.items("TimelineGap")] == [28]


def test_the_thread_is_lit_up_to_the_chosen_year(stage: Any) -> None:
    shown = stage.show(timeline("1989", "2017", "2018"), step=1)
    assert [n.property("lit") for n in shown.items("TimelineNode")] == [True, True, False]
    assert [n.property("current") for n in shown.items("TimelineNode")] == [False, True, False]
    shown.give(step=2)
    assert [n.property("lit") for n in shown.items("TimelineNode")] == [True, True, True]


def test_a_step_beyond_the_end_shows_the_last_event(stage: Any) -> None:
    assert stage.show(timeline("1989", "2017"), step=7).view.property("chosen") == 1


def test_a_long_text_scrolls_above_the_thread_at_the_largest_size(stage: Any, wait: Any) -> None:
    shown = stage.show(timeline("1989", "2017", text="Many words in a row. " * 16), text="largest")
    (story,) = shown.items("TimelineStory")
    assert story.property("scrolls")
    assert shown.place(story).bottom() <= shown.place(shown.items("TimelineThread")[0]).top()
    QMetaObject.invokeMethod(story, "turn")
    wait(600)
    assert story.property("position") > 0
    shown.give(step=1)
    assert story.property("position") == 0


def test_a_touched_answer_is_asked_for_and_only_the_first_counts(stage: Any) -> None:
    shown = stage.show(quiz("12 km", "32 km", "75 km", right=1))
    bands = shown.items("QuizAnswerBand")
    shown.tap(bands[2])
    assert shown.heard == ["answer 2"]
    shown.give(answer=2)
    shown.tap(bands[0])
    assert shown.heard == ["answer 2"]


def test_without_an_answer_nothing_is_given_away(stage: Any) -> None:
    shown = stage.show(quiz("12 km", "32 km", right=1))
    assert shown.items("QuizDisc") == []
    assert shown.items("QuizVerdict") == []
    assert "So." not in shown.words()


@pytest.mark.parametrize(("answer", "verdict"), [(1, "That’s it."), (0, "Not quite")])
def test_after_the_answer_the_right_one_is_woven(stage: Any, answer: int, verdict: str) -> None:
    shown = stage.show(quiz("12 km", "32 km", right=1), answer=answer)
    won = [band.property("won") for band in shown.items("QuizAnswerBand")]
    missed = [band.property("missed") for band in shown.items("QuizAnswerBand")]
    assert won == [False, True]
    assert missed == [answer == 0, False]
    assert verdict in shown.words()
    assert "So." in shown.words()


@pytest.mark.parametrize("mirrored", [False, True])
def test_within_reach_answers_stand_in_pairs_and_the_odd_one_takes_its_row(
    stage: Any, mirrored: bool
) -> None:
    stage.call("sit", True)
    shown = stage.show(quiz("12 km", "32 km", "75 km"), mirrored=mirrored)
    one, other, odd = [shown.place(band) for band in shown.items("QuizAnswerBand")]
    stage.call("sit", False)
    assert one.top() == other.top()
    assert not one.intersects(other)
    assert odd.top() > one.bottom()
    assert (odd.left(), odd.right()) == pytest.approx(
        (min(one.left(), other.left()), max(one.right(), other.right())), abs=1
    )


def test_the_next_question_starts_neutral(stage: Any) -> None:
    shown = stage.show(quiz("1", "2", questions=3), answer=0)
    shown.give(step=1, answer=-1)
    assert shown.items("QuizDisc") == []
    assert "Question 2 of 3" in shown.words()


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("size", [(1920, 1080), PORTRAIT, (1024, 768)])
@pytest.mark.parametrize("text", ["standard", "largest"])
def test_long_answers_stay_in_their_bands(
    stage: Any, count: int, size: tuple[int, int], text: str
) -> None:
    answers = [f"A rather long answer, number {i}, that needs two lines" for i in range(count)]
    shown = stage.show(quiz(*answers), size, text=text)
    bands = shown.items("QuizAnswerBand")
    for band in bands:
        (words,) = shown.texts(band)
        assert shown.place(band).contains(shown.ink(words))
    sizes = {shown.texts(band)[0].property("font").pixelSize() for band in bands}
    assert len(sizes) == 1
    assert shown.place(bands[-1]).bottom() <= shown.place(shown.view).bottom() + 1


@pytest.mark.parametrize("count", [2, 3, 4])
@pytest.mark.parametrize("size", [(1920, 1080), PORTRAIT])
def test_numbers_of_a_row_keep_apart(stage: Any, count: int, size: tuple[int, int]) -> None:
    item = {"value": 38000, "label": en("people of a long name"), "asOf": "2021", "source": "a"}
    shown = stage.show({"type": "figures", "items": [item] * count}, size)
    cells = [shown.place(cell) for cell in shown.items("FigureCell")]
    assert len(cells) == count
    for one, other in itertools.combinations(cells, 2):
        assert not one.intersects(other)


@pytest.mark.parametrize(
    "block",
    [figure(0), ranking([2, 1]), bars(0, 0), timeline("1990", "1990"), quiz("a", "b")],
    ids=["figure", "ranking", "bars", "timeline", "quiz"],
)
def test_the_smallest_blocks_are_shown(stage: Any, block: dict[str, Any]) -> None:
    assert stage.show(block).texts()
