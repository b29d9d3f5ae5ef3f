"""The chart geometries as QML sees them: inputs in, everything to draw out."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont

from kiosk.bridge.charts import NeighbourGeometry, RankingGeometry
from kiosk.bridge.late import LateHelper
from kiosk.bridge.textfit import TextFit
from kiosk.bridge.timeline import TimelineGeometry

pytestmark = pytest.mark.usefixtures("qapp")

FONT = QFont("Manrope")
FONT.setPixelSize(26)


def made(helper: LateHelper, **inputs: Any) -> Any:
    """A helper with its inputs set, as QML leaves it."""
    for name, value in inputs.items():
        assert helper.setProperty(name, value), name
    helper.componentComplete()
    return helper


def ranking(places: list[int], editions: list[str] | None = None, **more: Any) -> Any:
    names = editions or [str(2017 + i) for i in range(len(places))]
    inputs = {"width": 600.0, "height": 690.0, "inset": 40.0, "u": 1.0, "font": FONT, "named": -1}
    return made(RankingGeometry(), editions=names, labels=names, places=places, **(inputs | more))


def neighbours(**more: Any) -> Any:
    inputs: dict[str, Any] = {
        "editions": ["2017", "2018", "2020"],
        "places": [57, 4, 6],
        "neighbourEditions": ["2017", "2018", "2018"],
        "neighbourPlaces": [2, 1, 5],
        "neighbourNames": ["Old", "First", "Fifth"],
        "own": "Mark",
        "pitch": 12.0,
        "row": 58.0,
        "height": 690.0,
        "width": 600.0,
        "dots": [QPointF(40, 672), QPointF(200, 36), QPointF(560, 60)],
        "u": 1.0,
    }
    return made(NeighbourGeometry(), **(inputs | more))


def test_what_was_laid_out_for_the_same_inputs_is_not_laid_out_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = ranking([57, 4, 6], lowest=57)
    curve, grounds = first.curve, first.grounds
    monkeypatch.setattr(RankingGeometry, "compute", lambda _self: {"pitch": 1.0})
    again = ranking([57, 4, 6], lowest=57)
    assert (again.curve, again.grounds) == (curve, grounds)
    assert again.setProperty("width", 601.0)
    assert again.curve == []


def test_dots_stand_at_their_places_and_years() -> None:
    dots = ranking([57, 4, 6], ["2017", "2018", "2020"], lowest=57).dots
    assert [round(dot.y()) for dot in dots] == [690, 37, 62]
    assert [round(dot.x()) for dot in dots] == [40, 213, 560]


def test_the_worst_place_is_the_last_line_unless_more_is_asked_for() -> None:
    assert ranking([24, 9]).tickPlaces[-1] == 24
    assert ranking([24, 9], lowest=60).tickPlaces[-1] == 60
    assert ranking([1, 1]).pitch > 0


def test_five_hundred_places_draw_fewer_lines() -> None:
    assert len(ranking([57, 4]).lines) == 57
    assert len(ranking([480, 12], lowest=500).lines) <= 140


def test_labels_of_many_editions_do_not_overlap() -> None:
    names = ["2006", *(str(year) for year in range(2016, 2025)), "Nov 2025"]
    geometry = ranking([24, 9, 10, 11, 9, 10, 8, 9, 10, 11, 11], names)
    shown = geometry.shownEditions
    assert shown[0] == 0
    assert shown[-1] == len(names) - 1
    for left, right in itertools.pairwise(shown):
        end = geometry.editionSpots[left].x() + geometry.text_width(names[left])
        assert geometry.editionSpots[right].x() >= end + 20 - 1e-6


def test_place_labels_keep_off_each_other_and_off_the_thread() -> None:
    places = [40, 35, 38, 30, 33, 28, 25, 29, 20, 22, 15, 18, 9, 12, 7, 5]
    geometry = ranking(places)
    height = geometry.text_height()
    boxes = []
    for i in geometry.shownPlaces:
        spot = geometry.placeSpots[i]
        boxes.append((spot.x(), spot.y(), geometry.text_width(str(places[i]))))
    assert len(boxes) >= 8
    for (ax, ay, aw), (bx, by, bw) in itertools.combinations(boxes, 2):
        beside = ax + aw + 12 <= bx or bx + bw + 12 <= ax
        assert beside or ay + height <= by or by + height <= ay
    for x, y, width in boxes:
        inside = [p for p in geometry.curve if x < p.x() < x + width and y < p.y() < y + height]
        assert inside == []


@pytest.mark.parametrize(("width", "height"), [(600.0, 690.0), (480.0, 470.0)])
def test_the_thread_leaves_air_around_a_place_label(width: float, height: float) -> None:
    geometry = ranking([57, 4, 6], named=1, lowest=57, width=width, height=height)
    assert geometry.shownPlaces == [0, 2]
    for i, place in ((0, "57"), (2, "6")):
        spot, air = geometry.placeSpots[i], 10
        box = QRectF(spot, QSizeF(geometry.text_width(place), geometry.text_height()))
        box.adjust(-air, -air, air, air)
        assert [p for p in geometry.curve if box.contains(p)] == []


def test_no_place_label_lies_on_the_large_dot_at_the_end() -> None:
    places = [60, 58, 41, 44, 30, 31, 22, 25, 18, 12, 14, 9, 6, 7, 3, 1]
    for width in range(250, 700, 10):
        geometry = ranking(places, lowest=500, width=float(width))
        end = geometry.dots[-1]
        for i in geometry.shownPlaces[:-1]:
            spot = geometry.placeSpots[i]
            across = spot.x() - 15 < end.x() < spot.x() + geometry.text_width(str(places[i])) + 15
            along = spot.y() - 15 < end.y() < spot.y() + geometry.text_height() + 15
            assert not (across and along), (width, places[i])


def test_the_named_point_has_no_second_label() -> None:
    assert 1 in ranking([57, 4, 20]).shownPlaces
    assert 1 not in ranking([57, 4, 20], named=1).shownPlaces


def test_ground_is_four_paths_of_stitches() -> None:
    grounds = ranking([57, 4]).grounds
    assert len(grounds) == 4
    assert all(path.startswith("M") and path.endswith("z") for path in grounds)


def test_nothing_is_drawn_without_room() -> None:
    geometry = ranking([57, 4], width=0.0)
    assert geometry.curve == []
    assert geometry.grounds == []
    assert geometry.pitch == 0


def test_a_changed_input_is_told_and_changes_the_picture() -> None:
    geometry = ranking([57, 4])
    told: list[int] = []
    geometry.changed.connect(lambda: told.append(1))
    before = geometry.dots[1].y()
    geometry.setProperty("places", [57, 30])
    assert told == [1]
    assert geometry.dots[1].y() > before
    geometry.setProperty("places", [57, 30])
    assert told == [1]


def test_names_are_those_of_the_last_edition_that_has_any() -> None:
    geometry = neighbours()
    assert geometry.edition == "2018"
    assert geometry.rowNames == ["First", "Mark", "Fifth"]
    assert geometry.rowPlaces == [1, 4, 5]
    assert (geometry.ownRow, geometry.ownPoint) == (1, 1)


def test_names_stand_apart_and_elbows_lead_to_them() -> None:
    geometry = neighbours()
    tops = geometry.rowTops
    assert all(b - a >= 58 for a, b in itertools.pairwise(tops))
    assert geometry.elbows.count("M") == 2
    assert geometry.ownElbow.startswith("M-378.0 36.0")
    assert geometry.ownElbow.endswith(f"L46.0 {tops[1]:.1f}H60.0")


def test_without_neighbours_the_own_name_stands_at_the_last_point() -> None:
    geometry = neighbours(neighbourEditions=[], neighbourPlaces=[], neighbourNames=[])
    assert geometry.rowNames == ["Mark"]
    assert geometry.ownPoint == 2
    assert geometry.rowTops == [60.0]


def test_an_edition_without_an_own_place_names_only_the_others() -> None:
    geometry = neighbours(editions=["2017", "2018", "2020"], places=[57])
    assert geometry.ownRow == -1
    assert geometry.rowNames == ["First", "Fifth"]
    assert geometry.ownElbow == ""


def timeline(years: list[int], width: float = 1920.0) -> Any:
    inputs = {"node": 118.0, "fold": 178.0, "inset": 150.0, "reach": 96.0, "u": 1.0}
    return made(TimelineGeometry(), years=years, width=width, **inputs)


def test_a_long_gap_is_folded_and_says_how_long_it_is() -> None:
    geometry = timeline([1989, 2017, 2018, 2020, 2021])
    assert geometry.gapYears == [28]
    assert geometry.nodes[0].x() < geometry.gaps[0].x() < geometry.nodes[1].x()
    assert geometry.total == 1920


def test_the_line_reaches_beyond_both_sides_and_shares_grow() -> None:
    geometry = timeline([2004, 2010])
    assert geometry.line[0].x() == -96
    assert geometry.line[-1].x() == pytest.approx(2016)
    assert geometry.shares == pytest.approx([246 / 2112, 1866 / 2112])


def test_nine_years_in_portrait_need_a_longer_line() -> None:
    geometry = timeline(list(range(2001, 2010)), width=1080.0)
    assert geometry.total > 1080
    xs = [node.x() for node in geometry.nodes]
    assert all(b - a >= 118 - 1e-6 for a, b in itertools.pairwise(xs))


def fit(texts: list[str], **more: Any) -> Any:
    inputs: dict[str, Any] = {"font": FONT, "sizes": [60.0, 40.0, 20.0], "width": 300.0}
    return made(TextFit(), texts=texts, **(inputs | more))


def test_the_largest_size_that_fits_all_texts_is_chosen() -> None:
    assert fit(["4"]).size == 60
    assert fit(["4", "a longer text"]).size < 60
    assert fit(["far too long a text for any of these sizes, really"]).size == 20


def test_wrapped_texts_may_use_the_height() -> None:
    words = ["three short words", "one"]
    assert fit(words).size < fit(words, height=200.0).size
    wrapped = fit(words, height=200.0)
    assert wrapped.lines > 1
    assert wrapped.widest > 300


def test_a_word_that_is_too_long_makes_all_smaller() -> None:
    assert fit(["Unwahrscheinlichkeiten"], height=400.0).size == 20
