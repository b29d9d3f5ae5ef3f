"""Broken bundles of every kind: a refusal in words, or a bundle that is whole. Few of them here;
`make fuzz` takes a hundred thousand."""

from __future__ import annotations

import contextlib
import json
import random
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.errors import ContentError
from kiosk.content.model import decode
from kiosk.store import admission
from kiosk.store.admission import Policy, parse
from kiosk.store.staging import stage
from tests.fixtures import kiosk_files as make
from tests.fuzz import bundles, mutate

LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8)
TREES = st.recursive(
    LEAVES,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=12,
)
GOOD = json.loads(make.items()[0][1])


def places(data: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The ways to all values of a document."""
    inner = data.items() if isinstance(data, dict) else enumerate(data)
    found: list[tuple[Any, ...]] = []
    for key, value in inner:
        found.append((*here, key))
        if isinstance(value, (dict, list)):
            found += places(value, (*here, key))
    return found


PLACES = places(GOOD)


def replaced(document: Any, way: tuple[Any, ...], value: Any) -> bytes:
    """The document with another value at this place."""
    data = json.loads(json.dumps(document))
    here = data
    for step in way[:-1]:
        here = here[step]
    here[way[-1]] = value
    return json.dumps(data).encode()


def outcome(data: bytes, folder: Path) -> str:
    """The code of the refusal, or “taken”; anything else is raised."""
    (folder / "x.kiosk").write_bytes(data)
    shutil.rmtree(folder / "staging", ignore_errors=True)
    try:
        staged = stage(folder / "x.kiosk", folder / "staging", Policy())
    except ContentError as error:
        return error.code if error.words and error.fix else "no words"
    decode((staged.folder / "content.json").read_bytes())
    return "taken"


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(way=st.sampled_from(PLACES), value=TREES)
def test_any_value_in_any_place(way: tuple[Any, ...], value: Any, tmp_path: Path) -> None:
    files = [("content.json", replaced(GOOD, way, value)), *make.items()[1:]]
    found = outcome(make.bundle_file(files), tmp_path)
    assert found == "taken" or found.startswith("E"), found


@settings(max_examples=100)
@given(data=st.data())
def test_any_value_in_any_place_of_the_manifest(data: st.DataObject) -> None:
    good = make.manifest(b"x", make.items())
    raw = replaced(good, data.draw(st.sampled_from(places(good))), data.draw(TREES))
    with contextlib.suppress(ContentError):  # anything else is a fault
        assert 0 < parse(raw).sequence <= admission.MOST_SEQUENCE


def test_the_mutations_reach_every_part(tmp_path: Path) -> None:
    """A short run of `make fuzz`: no fault, and refusals from all over the reader."""
    run = bundles.Run(tmp_path, seed=7)
    for number in range(160):
        run.case(number)
    assert run.faults == []
    assert {"E142", "E151", "E184", "E141", "E105", "picture taken"} <= set(run.outcomes)


@pytest.mark.parametrize("number", [2192, 12632, 17131, 31423])
def test_what_was_a_fault_once(tmp_path: Path, number: int) -> None:
    run = bundles.Run(tmp_path, seed=1)
    run.case(number)
    assert run.faults == []


@pytest.mark.parametrize("kind", [mutate.content, mutate.archive, mutate.picture])
def test_a_seed_repeats_a_case(kind: Any) -> None:
    assert kind(random.Random(5)) == kind(random.Random(5))
    assert kind(random.Random(5)) != kind(random.Random(6))
