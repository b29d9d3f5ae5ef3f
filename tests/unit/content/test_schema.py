"""The generated schema says the same as the model, and the reference names every field."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
from jsonschema import Draft202012Validator

from kiosk.content.blocks import BLOCK_TYPES
from kiosk.content.schema import bundle_schema, reference, schema_text

ROOT = Path(__file__).parents[3]
FIXTURES = ROOT / "tests" / "fixtures"


def test_it_is_a_schema_and_the_good_bundle_follows_it() -> None:
    Draft202012Validator.check_schema(bundle_schema())
    validator = Draft202012Validator(bundle_schema())
    assert validator.is_valid(json.loads((FIXTURES / "good.json").read_bytes()))
    assert not validator.is_valid({"format": 1})


def test_the_committed_schema_is_up_to_date() -> None:
    assert (ROOT / "docs" / "content.schema.json").read_text(encoding="utf-8") == schema_text()


def test_the_committed_reference_is_up_to_date() -> None:
    blocks = (FIXTURES / "blocks").glob("*.json")
    examples = {path.stem: json.loads(path.read_bytes()) for path in blocks}
    assert (ROOT / "docs" / "blocks.md").read_text(encoding="utf-8") == reference(examples)


def test_the_reference_names_every_field() -> None:
    text = reference({})
    for name, kind in BLOCK_TYPES.items():
        chapter = text.partition(f"\n## {name}\n")[2].partition("\n## ")[0]
        for field in msgspec.structs.fields(kind):
            assert f"| {field.encode_name} |" in chapter or f"**{field.encode_name}**" in chapter
