"""What a stand takes: its keys, its site and its settings, put together."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk import updates
from kiosk.content.errors import ContentError
from kiosk.paths import Places
from kiosk.settings import Settings, Stand, Updates
from kiosk.store import signing, trust
from kiosk.store.trust import Trust

KEY = signing.generate().public


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return Places(tmp_path / "kiosk.toml", tmp_path / "state")


def test_a_stand_that_nobody_has_set_up_takes_anything(places: Places) -> None:
    policy = updates.policy(places, Settings(), 0)
    assert not policy.needs_signature
    assert policy.site == ""


@pytest.mark.parametrize("trusting", [True, False])
@pytest.mark.parametrize(
    ("required", "without_keys", "with_keys"),
    [(None, False, True), (True, True, True), (False, False, False)],
)
def test_when_a_signature_is_needed(
    places: Places, trusting: bool, required: bool | None, without_keys: bool, with_keys: bool
) -> None:
    if trusting:
        trust.save(places.trusted_keys, Trust().added(KEY))
    settings = Settings(updates=Updates(require_signature=required))
    policy = updates.policy(places, settings, 7)
    assert policy.needs_signature == (with_keys if trusting else without_keys)
    assert policy.floor == 7


def test_the_site_comes_from_the_settings(places: Places) -> None:
    assert updates.policy(places, Settings(stand=Stand(site="riga")), 0).site == "riga"


def test_keys_that_cannot_be_read_are_a_refusal(places: Places) -> None:
    places.state.mkdir()
    places.trusted_keys.write_bytes(b"{")
    with pytest.raises(ContentError, match="E186"):
        updates.policy(places, Settings(), 0)
