"""A new block type: three files from the tool, and every test of the blocks passes with them.

Works in a copy of the repository, so that what is tested is what somebody would get.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.copying import copy_tree

ROOT = Path(__file__).resolve().parents[2]
SLOTS = ("story", "evidence", "full")


def run(copy: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A Python module run inside the copy."""
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-m", *words]
    return subprocess.run(
        command, cwd=copy, env=environ, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository with one new block type in each slot."""
    folder = tmp_path_factory.mktemp("copy")
    copy_tree(ROOT, folder)
    for slot in SLOTS:
        done = run(folder, "tools.new_block", f"sample{slot}", "--slot", slot)
        assert done.returncode == 0, done.stderr
    return folder


@pytest.mark.parametrize("slot", SLOTS)
def test_the_example_decodes(copy: Path, slot: str) -> None:
    code = (
        "import msgspec, pathlib, sys\n"
        "from kiosk.content.blocks import AnyBlock\n"
        "example = pathlib.Path('tests/fixtures/blocks', sys.argv[1] + '.json').read_bytes()\n"
        "block = msgspec.json.decode(example, type=AnyBlock)\n"
        "print(type(block).__name__, block.slot, block.text['en'])\n"
    )
    words = [sys.executable, "-c", code, f"sample{slot}"]
    done = subprocess.run(words, cwd=copy, capture_output=True, text=True, check=False)
    name = f"Sample{slot}Block"
    assert done.stdout.split()[:2] == [name, slot], done.stderr


def test_the_rest_is_generated(copy: Path) -> None:
    schema = (copy / "docs/content.schema.json").read_text(encoding="utf-8")
    reference = (copy / "docs/blocks.md").read_text(encoding="utf-8")
    types = (copy / "kiosk/qml/Kiosk/Core/core.qmltypes").read_text(encoding="utf-8")
    for slot in SLOTS:
        assert f"Sample{slot}Block" in schema
        assert f"## sample{slot}" in reference
        assert f'"Kiosk.Core/Sample{slot}Block 1.0"' in types


def test_the_lint_sees_a_misspelt_field_and_nothing_else(copy: Path) -> None:
    view = copy / "kiosk/qml/Kiosk/Blocks/SamplestoryView.qml"
    right = view.read_text(encoding="utf-8")
    view.write_text(right.replace("root.block.text", "root.block.txet"), encoding="utf-8")
    done = run(copy, "tools.qml", "check")
    view.write_text(right, encoding="utf-8")
    assert done.returncode != 0
    complaints = [line for line in done.stdout.splitlines() if "Sample" in line]
    assert complaints
    assert [line for line in complaints if "txet" not in line] == []


@pytest.mark.timeout(300)
def test_the_views_pass_every_test_of_the_blocks(copy: Path) -> None:
    done = run(
        copy, "pytest", "-q", "-p", "no:cacheprovider", "tests/bridge/blocks", "-k", "sample"
    )
    assert done.returncode == 0, done.stdout
    assert "passed" in done.stdout


def test_a_name_is_not_taken_twice(copy: Path) -> None:
    done = run(copy, "tools.new_block", "samplestory")
    assert done.returncode == 1
    assert "exists already" in done.stderr


@pytest.mark.parametrize("name", ["Quote", "two words", "class", "x1", "base"])
def test_a_bad_name_writes_nothing(copy: Path, name: str) -> None:
    before = sorted(copy.rglob("*.py"))
    assert run(copy, "tools.new_block", name).returncode == 1
    assert sorted(copy.rglob("*.py")) == before
