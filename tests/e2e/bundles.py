"""Small bundles for the tests that change what is shown, and a hand that publishes them."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from kiosk.store.reader import load
from kiosk.store.staged import Staged
from kiosk.store.versions import Store
from tests.bridge.conftest import document, text
from tests.e2e.driver import Stand


def small(title: str, **more: Any) -> dict[str, Any]:
    """A bundle that says its title on home, and in the attract loop "See" before it."""
    data = copy.deepcopy(document())
    line = text(f"See {title}", f"See {title}")
    data["attract"] = [{"scene": "bands", "line": line}]
    return data | {"title": text(title, title)} | more


def write(folder: Path, data: dict[str, Any]) -> Path:
    """Put a bundle into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "content.json").write_text(json.dumps(data, indent=1), encoding="utf-8")
    return folder


def store_of(stand: Stand) -> Store:
    """The versions on a stand."""
    return Store(stand.home / "state" / "content")


def publish(stand: Stand, data: dict[str, Any]) -> str:
    """Publish a bundle as an update does; the id of the version."""
    store = store_of(stand)
    with store.locked(), store.staging() as room:
        folder = write(room / "bundle", data)
        return store.publish(Staged(folder, load(folder).bundle)).id
