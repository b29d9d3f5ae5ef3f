"""The records of the supervisor behave as those of `dataclasses`, as far as they go."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from kiosk import record


def point(make: Callable[..., Any], **more: Any) -> Any:
    """A kind of record with one field that has to be given and two that need not."""

    @make(frozen=True, **more)
    class Point:
        """A place."""

        x: int
        y: float = 1.5
        name: str = ""

        @property
        def sum(self) -> float:
            """Both numbers."""
            return self.x + self.y

    return Point


OURS, THEIRS = point(record.dataclass), point(dataclasses.dataclass)
MAKERS = [OURS, THEIRS]


@pytest.mark.parametrize(
    ("given", "named"),
    [((1,), {}), ((1, 2.0), {"name": "a"}), ((), {"y": 3.0, "x": 2}), ((1, 2.0, "b"), {})],
)
def test_a_record_is_made_and_taken_apart(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = (kind(*given, **named) for kind in MAKERS)
    assert record.asdict(ours) == dataclasses.asdict(theirs)
    assert repr(ours) == repr(theirs)
    assert ours.sum == theirs.sum
    changed = record.replace(ours, y=9.0)
    assert record.asdict(changed) == dataclasses.asdict(dataclasses.replace(theirs, y=9.0))
    assert record.asdict(ours)["y"] == ours.y != 9.0


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), ((), {"y": 1.0}), ((1,), {"x": 1}), ((1,), {"z": 1}), ((1, 2, 3, 4), {})],
)
@pytest.mark.parametrize("kind", MAKERS)
def test_what_does_not_fit_makes_no_record(
    kind: Any, given: tuple[Any, ...], named: dict[str, Any]
) -> None:
    with pytest.raises(TypeError):
        kind(*given, **named)


@pytest.mark.parametrize("kind", MAKERS)
def test_a_record_cannot_be_changed(kind: Any) -> None:
    one = kind(1)
    with pytest.raises(AttributeError):
        one.x = 2
    with pytest.raises(AttributeError):
        del one.x
    assert one.x == 1


@pytest.mark.parametrize("kind", MAKERS)
def test_records_are_equal_by_their_fields_and_their_kind(kind: Any) -> None:
    class Other(kind):
        """Looks the same."""

    assert kind(1) == kind(1, 1.5)
    assert hash(kind(1)) == hash(kind(1, 1.5))
    assert kind(1) != kind(2)
    assert kind(1) != Other(1)
    assert kind(1) != 1


def test_how_the_fields_are_declared() -> None:
    assert record.field_types(OURS) == {"x": "int", "y": "float", "name": "str"}
