"""The geometry of a chart over time as QML sees it."""

from __future__ import annotations

import itertools
from typing import Any

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont

from kiosk.bridge.late import LateHelper
from kiosk.bridge.linechart import LineGeometry, dips
from kiosk.bridge.lineends import LineEndsGeometry
from kiosk.bridge.linescale import LineScale

pytestmark = pytest.mark.usefixtures("qapp")

FONT = QFont("Manrope")
FONT.setPixelSize(26)
SCALES = ["%1 million", "%1 billion", "%1 trillion"]


def made(helper: LateHelper, **inputs: Any) -> Any:
    """A helper with its inputs set, as QML leaves it."""
    for name, value in inputs.items():
        assert helper.setProperty(name, value), name
    helper.componentComplete()
    return helper


def texts_of(values: list[float | None]) -> list[str]:
    return ["" if value is None else f"{value:g}" for value in values]


def scale(values: list[float | None], **more: Any) -> Any:
    inputs = {"height": 690.0, "pitch": 90.0, "localeName": "en", "scales": SCALES}
    plain = [value or 0.0 for value in values]
    return made(LineScale(), values=plain, texts=texts_of(values), **(inputs | more))


def chart(*series: dict[str, float | None], **more: Any) -> Any:
    dates = [date for one in series for date in one]
    values = [value for one in series for value in one.values()]
    numbers = scale(values, fromZero=more.get("fromZero", True))
    inputs: dict[str, Any] = {
        "counts": [len(one) for one in series],
        "dates": dates,
        "values": [value or 0.0 for value in values],
        "texts": texts_of(values),
        "low": numbers.low,
        "high": numbers.high,
        "width": 600.0,
        "height": 690.0,
        "inset": 22.0,
        "u": 1.0,
        "font": FONT,
        "localeName": "en",
        "monthPattern": "MMM yyyy",
    }
    return made(LineGeometry(), **(inputs | more))


def years(*values: float | None, first: int = 2020) -> dict[str, float | None]:
    return {str(first + i): value for i, value in enumerate(values)}


def places(points: list[QPointF]) -> list[tuple[int, int]]:
    return [(round(point.x()), round(point.y())) for point in points]


def test_months_below_the_plot_are_written_as_the_language_has_them() -> None:
    found = chart({"2018-06": 0, "2020-06": 50}, localeName="pl").dateTexts
    assert [text.replace("\u00a0", " ") for text in found][::2] == ["cze 2018", "cze 2020"]
    found = chart({"2018-06": 0, "2020-06": 50}, localeName="hu").dateTexts
    assert found[0].replace("\u00a0", " ") == "2018. jún."


def test_points_stand_at_their_dates_and_values() -> None:
    geometry = chart({"2020": 0, "2021": 50, "2024": 100})
    assert places(geometry.dots) == [(22, 690), (161, 345), (578, 0)]
    assert geometry.zero == 690


def test_negative_values_hang_below_zero() -> None:
    geometry = chart(years(-10, 10))
    assert places(geometry.dots) == [(22, 690), (578, 0)]
    assert geometry.zero == 345
    assert any(geometry.grounds)


def test_values_all_below_zero_weave_nothing() -> None:
    assert not any(chart(years(-5, -3, -4)).grounds)


def test_a_scale_that_does_not_begin_at_zero_weaves_nothing() -> None:
    assert chart(years(90, 95), fromZero=False).grounds == []


def test_equal_values_are_a_level_line() -> None:
    assert {y for _, y in places(chart(years(7, 7, 7)).dots)} == {86}
    assert {y for _, y in places(chart(years(0, 0)).dots)} == {690}


def test_a_gap_is_left_open_and_a_lone_value_keeps_its_dot() -> None:
    geometry = chart(years(1, 2, None, 3, None, 4, 5))
    assert len(geometry.starts) == 3
    assert len(geometry.dots) == 5
    xs = [point.x() for point in geometry.thread]
    gap = xs[geometry.starts[1]] - xs[geometry.starts[1] - 1]
    assert gap > 300


def test_a_long_thread_carries_dots_at_its_ends_only() -> None:
    values = [float(i % 7) for i in range(60)]
    assert len(chart(years(*values, first=1960)).dots) == 2
    with_gap = [*values[:20], None, 3.0, None, *values[23:]]
    assert len(chart(years(*with_gap, first=1960)).dots) == 3


def test_the_thread_never_leaves_the_span_of_its_values() -> None:
    thread = chart(years(95.2, 186.1, 276.3, 228.5, 294.6)).thread
    top, bottom = min(p.y() for p in thread), max(p.y() for p in thread)
    assert top == pytest.approx(690 * (300 - 294.6) / 300)
    assert bottom == pytest.approx(690 * (300 - 95.2) / 300)


def test_other_series_are_sewn_and_the_own_one_is_not() -> None:
    one, two = years(1, 2), years(3, None, 4, 5)
    geometry = chart(one, two, amber=1)
    assert len(geometry.sewn) == 1
    assert places(geometry.knots) == [(22, 552), (207, 414)]
    assert len(geometry.dots) == 3


def test_ends_are_the_last_values_that_are_known() -> None:
    geometry = chart(years(1, 2, None), years(3, 4, 5))
    assert geometry.endTexts == ["2", "5"]
    assert places(geometry.ends) == [(300, 414), (578, 0)]


def boxes(geometry: Any) -> list[tuple[float, float, float, float]]:
    height = geometry.text_height()
    return [
        (spot.x(), spot.y(), spot.x() + geometry.text_width(text), spot.y() + height)
        for spot, text in zip(geometry.labelSpots, geometry.labelTexts, strict=True)
    ]


@pytest.mark.parametrize(
    "series",
    [
        [years(95.2, 186.1, 276.3, 228.5, 294.6)],
        [years(7, 7, 7, 7), years(7, 7, 7, 7), years(7.1, 7, 7, 7)],
        [years(*(float((i * 37) % 11) for i in range(60)), first=1960)] * 4,
        [years(2e11, 1e12, 9.5e11)],
        [years(-3.2, -7.1, 2.5, 4, -0.5), years(1, -1, None, 3, 3.1)],
    ],
    ids=["few", "equal", "many", "huge", "negative"],
)
def test_values_never_touch_each_other_or_a_line(series: list[dict[str, float | None]]) -> None:
    geometry = chart(*series)
    found = boxes(geometry)
    for one, other in itertools.combinations(found, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)
    for left, top, right, bottom in found:
        assert left >= 0
        assert right <= 600
        assert not any(left < p.x() < right and top < p.y() < bottom for p in geometry.thread)


def test_the_first_value_and_the_extremes_are_told_first() -> None:
    values = [50.0] * 60
    values[20], values[40] = 10.0, 90.0
    geometry = chart(years(*values, first=1960))
    assert geometry.labelTexts == ["50", "90", "10"]


def test_a_dip_has_its_value_below() -> None:
    geometry = chart(years(90, 20, 90, 95))
    spots = dict(zip(geometry.labelTexts, geometry.labelSpots, strict=True))
    assert spots["20"].y() > geometry.dots[1].y()
    assert dips([1.0, 3.0, 2.0], 1)
    assert not dips([1.0, 3.0, 4.0], 1)
    assert not dips([3.0, 1.0], 0)


def test_years_below_the_plot_never_touch() -> None:
    geometry = chart(years(*(float(i) for i in range(60)), first=1965))
    assert geometry.dateTexts[0] == "1965"
    assert geometry.dateTexts[-1] == "2024"
    ends = [
        (spot.x(), spot.x() + geometry.text_width(text))
        for spot, text in zip(geometry.dateSpots, geometry.dateTexts, strict=True)
    ]
    assert all(left[1] + 20 <= right[0] for left, right in itertools.pairwise(ends))


def test_months_are_written_as_the_language_does() -> None:
    months = {"2023-01": 1.0, "2023-06": 2.0, "2023-11": 3.0}
    assert chart(months).dateTexts[0] == "Jan"
    lithuanian = chart(months, localeName="lt").dateTexts
    assert lithuanian != chart(months).dateTexts
    last = chart({"2014": 1.0, "2024-02": 2.0}).dateTexts[-1]
    assert last == "Feb 2024"


def test_days_of_one_year_say_their_day() -> None:
    days = chart({"2020-05-15": 1.0, "2020-05-20": 2.0}).dateTexts
    assert days == ["15\u00a0May", "20\u00a0May"]


def test_nothing_is_laid_out_without_values_or_room() -> None:
    assert chart(years(None, None)).dots == []
    assert chart(years(1, 2), width=0.0).dots == []


def test_round_values_are_written_by_their_size() -> None:
    assert scale([95.2, 294.6]).tickTexts == ["0", "100", "200", "300"]
    assert scale([2e11, 1e12]).tickTexts[-1] == "1,000 billion"
    assert scale([3e6, 9e6]).tickTexts[1] == "2 million"
    assert scale([2e5, 9e5]).tickTexts[-1] == "1,000,000"
    assert scale([0.2, 1.1]).tickTexts == ["0", "0.5", "1.0", "1.5"]
    assert scale([-7.0, 4.0]).tickTexts[0] == "\u221210"


def test_round_values_are_those_of_the_locale() -> None:
    assert scale([0.2, 1.1], localeName="lt").tickTexts[1] == "0,5"


def test_a_low_plot_has_fewer_round_values() -> None:
    assert len(scale([0, 1000], height=100.0).tickTexts) == 2
    assert len(scale([0, 1000]).tickTexts) > 4


def ends(*points: tuple[float, float], **more: Any) -> Any:
    inputs = {"row": 80.0, "tail": 60.0, "width": 600.0, "height": 690.0, "u": 1.0, "amber": 0}
    given = [QPointF(x, y) for x, y in points]
    return made(LineEndsGeometry(), points=given, **(inputs | more))


def test_names_keep_apart_and_inside() -> None:
    tops = ends((578, 10), (578, 12), (578, 11), (578, 689)).tops
    assert tops[0] < tops[2] < tops[1] < tops[3]
    assert all(b - a >= 80 - 1e-6 for a, b in itertools.pairwise(sorted(tops)))
    assert max(tops) <= 690 - 60 + 1e-6


def test_the_elbow_of_the_thread_is_apart_from_the_others() -> None:
    geometry = ends((578, 10), (300, 400), amber=1)
    assert geometry.ownElbow.startswith("M-278.0 400.0")
    assert geometry.elbows.startswith("M0.0 10.0")
    assert geometry.elbows.count("M") == 1
