"""Helpers that QML has deleted are freed; living ones are not touched."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtQml import QQmlComponent, QQmlEngine, qmlRegisterType

from kiosk.bridge.late import release_deleted
from kiosk.bridge.typeset import Balance

QML = b'import Kiosk.Freed\nBalance { text: "Some words"; available: 200; pixelSize: 30 }'


@pytest.fixture
def component(qapp: Any) -> Iterator[QQmlComponent]:
    qmlRegisterType(Balance, "Kiosk.Freed", 1, 0, "Balance")  # type: ignore[call-overload]
    engine = QQmlEngine()
    made = QQmlComponent(engine)
    made.setData(QML, "")
    assert made.isReady(), made.errorString()
    yield made
    made.deleteLater()
    engine.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def living() -> int:
    gc.collect()
    return sum(isinstance(found, Balance) for found in gc.get_objects())


def make_and_delete(component: QQmlComponent, qapp: Any, count: int) -> None:
    made = [component.create() for _ in range(count)]
    for helper in made:
        helper.deleteLater()
    del made, helper
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def test_deleted_helpers_are_freed(component: QQmlComponent, qapp: Any) -> None:
    release_deleted()
    before = living()
    make_and_delete(component, qapp, 50)
    release_deleted()
    assert living() == before


def test_without_the_sweep_they_would_stay(component: QQmlComponent, qapp: Any) -> None:
    before = living()
    make_and_delete(component, qapp, 20)
    assert living() == before + 20, "PySide frees them by itself now: release_deleted can go"
    assert release_deleted() == 20


def test_a_living_or_still_named_helper_is_left_alone(component: QQmlComponent, qapp: Any) -> None:
    alive = component.create()
    named = component.create()
    named.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    release_deleted()
    assert alive.property("text") == "Some words"
    assert type(named) is Balance
    alive.deleteLater()
