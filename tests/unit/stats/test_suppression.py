"""No number below five is told, nor can it be worked out, also by somebody who knows the rules."""

from __future__ import annotations

from collections import defaultdict
from itertools import product
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.stats.suppression import LEAST, hidden_inside, hidden_parts, small

Shown = tuple[int | None, ...]


def published(parts: tuple[int, ...]) -> Shown:
    """The total and the parts as they stand in a report; no parts when there is no table."""
    total = sum(parts)
    hidden = hidden_parts(parts) if total >= LEAST else None
    if hidden is None:
        return (total if total >= LEAST else None,)
    return (total, *(None if gone else n for n, gone in zip(parts, hidden, strict=True)))


@pytest.mark.parametrize(("length", "most"), [(1, 40), (2, 30), (3, 14), (4, 9), (5, 6)])
def test_nobody_can_work_out_a_small_part(length: int, most: int) -> None:
    """Every table there is: those that look alike leave more than one value for a small part.

    Whoever sees a report can do no more than this, also with the rules in hand.
    """
    alike: defaultdict[Shown, list[tuple[int, ...]]] = defaultdict(list)
    for parts in product(range(1, most + 1), repeat=length):
        alike[published(parts)].append(parts)
    hidden = 0
    for shown, tables in alike.items():
        assert all(count is None or count >= LEAST for count in shown)
        for index in range(length if len(shown) > 1 else 0):
            values = {parts[index] for parts in tables}
            if any(small(value) for value in values):
                hidden += 1
                assert shown[index + 1] is None
                assert len(values) > 1, (shown, tables)
    assert hidden > (50 if length > 1 else -1)


@given(st.lists(st.integers(0, 300), max_size=40))
def test_each_missing_part_could_be_five_or_more(parts: list[int]) -> None:
    hidden = hidden_parts(parts)
    if hidden is None:
        return
    missing = [count for count, gone in zip(parts, hidden, strict=True) if gone]
    assert all(gone for count, gone in zip(parts, hidden, strict=True) if small(count))
    assert not any(gone for count, gone in zip(parts, hidden, strict=True) if count == 0)
    if missing:
        assert sum(missing) - (len(missing) - 1) >= LEAST
        assert len(missing) > 1
    if not any(small(count) for count in parts):
        assert not missing


@given(st.lists(st.integers(0, 300), min_size=1, max_size=40))
def test_little_more_is_left_out_than_needed(parts: list[int]) -> None:
    """With equals kept together two sizes are always enough."""
    hidden = hidden_parts(parts) or []
    extra = {count for count, gone in zip(parts, hidden, strict=False) if gone and not small(count)}
    assert len(extra) <= 1


@given(st.lists(st.integers(0, 300), max_size=12), st.randoms())
def test_the_order_of_the_parts_plays_no_part(parts: list[int], chance: Random) -> None:
    order = list(range(len(parts)))
    chance.shuffle(order)
    hidden, mixed = hidden_parts(parts), hidden_parts([parts[index] for index in order])
    assert (hidden is None) == (mixed is None)
    if hidden is not None:
        assert mixed == [hidden[index] for index in order]


def test_the_smallest_others_go() -> None:
    assert hidden_parts([300, 40, 6, 1]) == [False, False, True, True]
    assert hidden_parts([300, 40, 3, 2]) == [False, True, True, True]
    assert hidden_parts([300, 6, 6, 1]) == [False, True, True, True]
    assert hidden_parts([300, 1]) == [True, True]
    assert hidden_parts([3, 3, 3]) == [True, True, True]
    assert hidden_parts([7, 8, 0]) == [False] * 3
    assert hidden_parts([]) == []


@pytest.mark.parametrize("parts", [[3], [2, 3], [1, 1, 1, 1, 1]])
def test_a_table_without_cover_is_no_table(parts: list[int]) -> None:
    assert hidden_parts(parts) is None


@pytest.mark.parametrize(
    ("part", "whole", "hidden"),
    [(4, 50, True), (50, 53, True), (50, 50, False), (50, 55, False), (0, 9, False)],
)
def test_a_part_of_a_whole_without_its_rest(part: int, whole: int, hidden: bool) -> None:
    assert hidden_inside(part, whole) is hidden
