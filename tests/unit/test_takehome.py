"""What staff carry home: how the stand is, and how the kiosk ran, also when nothing is known."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kiosk import factory
from kiosk.content.model import Bundle
from kiosk.guard.health import write_health
from kiosk.paths import under
from kiosk.store.reader import load
from kiosk.takehome import files
from tests.unit.guard.test_health import Beat, Facts


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    """The content that is shown."""
    return load(factory.default_content()).bundle


def test_health_goes_home_for_people_and_programs(tmp_path: Path, bundle: Bundle) -> None:
    places = under(tmp_path)
    write_health(places, Beat(), Facts(rung=2, reason="it crashed on a/b/c"))
    found = files(places, bundle)
    assert json.loads(found["health.json"])["supervisor"]["restarts"] == 2
    told = found["health.txt"].decode()
    assert "starts of the screen after the first: 2" in told
    assert "not as it should be: it crashed on a/b/c" in told
    assert "memory: 123456789 bytes" in told


@pytest.mark.parametrize("text", [None, "", '{"written": {"seconds": 5}}'])
def test_what_is_not_known_is_said(tmp_path: Path, bundle: Bundle, text: str | None) -> None:
    places = under(tmp_path)
    places.state.mkdir()
    if text is not None:
        places.health.write_text(text)
    found = files(places, bundle)
    assert ("health.json" in found) is (text is not None)
    assert "content on screen: lithuania" in found["health.txt"].decode()
