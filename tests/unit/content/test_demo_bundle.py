"""assets/demo shows everything that a bundle can hold, up to every limit.

The limits are read from the model's own types: a new block type, field or limit without its page in
the demo bundle fails here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

import msgspec
import pytest

from kiosk import icons
from kiosk.bridge.records import bare_hint, fields_of
from kiosk.content import limits, takeaway
from kiosk.content.blocks import BLOCK_TYPES
from kiosk.content.blocks.gallery import GalleryBlock
from kiosk.content.blocks.quote import QuoteBlock
from kiosk.content.blocks.route import RouteRegion
from kiosk.content.blocks.takeaway import TakeawayBlock
from kiosk.content.blocks.text import TextBlock
from kiosk.content.coverage import Coverage
from kiosk.content.model import Bundle, Contact, Page
from kiosk.content.values import Record
from kiosk.store.inspect import check_folder, examine_assets
from kiosk.store.reader import load

DEMO = Path(__file__).parents[3] / "assets" / "demo"
BUNDLE = load(DEMO).bundle
ONCE = {Bundle, Contact}
"""There is one of these in a bundle: what it may leave out is there."""
NOT_SHOWN = {
    (Bundle, "languages"): "a tour takes its pictures in each of them",
    (Bundle, "format"): "always the current one",
}
"""Fields whose limits the demo bundle does not reach, and why."""

Values = dict[tuple[type[Record], str], list[Any]]


def gather(record: Record, values: Values) -> None:
    """The values of every field of a record and of all records in it."""
    for field in record.__struct_fields__:
        value = getattr(record, field)
        values[(type(record), field)].append(value)
        for inner in value if isinstance(value, list) else (value,):
            if isinstance(inner, Record):
                gather(inner, values)


@pytest.fixture(scope="module")
def values() -> Values:
    """All values of the demo bundle by record type and field."""
    found: Values = defaultdict(list)
    gather(BUNDLE, found)
    return found


def record_types(kind: type[Record], met: set[type[Record]] | None = None) -> set[type[Record]]:
    """A record type and those that its fields hold, at any depth."""
    met = set() if met is None else met
    met.add(kind)
    for _field, hint in fields_of(kind):
        bare = bare_hint(hint)
        inner = bare_hint(get_args(bare)[0]) if get_origin(bare) is list else bare
        for choice in get_args(inner) or (inner,):
            if isinstance(choice, type) and issubclass(choice, Record) and choice not in met:
                record_types(choice, met)
    return met


TYPES = sorted(record_types(Bundle), key=lambda kind: kind.__name__)


def limited(kind: type[Record]) -> Iterator[tuple[str, Any, dict[str, Any]]]:
    """Fields with limits: name, bare type, the limits by their names."""
    for field, hint in fields_of(kind):
        if (kind, field) in NOT_SHOWN or get_origin(hint) is not Annotated:
            continue
        bounds = {name: value for meta in hint.__metadata__ for name, value in known(meta)}
        yield field, bare_hint(hint), bounds


def known(meta: Any) -> list[tuple[str, Any]]:
    """The limits that an annotation sets."""
    names = ("ge", "le", "min_length", "max_length")
    return [(name, getattr(meta, name)) for name in names if getattr(meta, name) is not None]


def test_the_walk_meets_the_whole_model() -> None:
    assert set(BLOCK_TYPES.values()) < set(TYPES)
    assert len(TYPES) > 35


def test_the_check_lets_it_pass_and_warns_of_missing_translations_only() -> None:
    problems = check_folder(DEMO, icons=frozenset(icons.glyphs()), coverage=Coverage())
    assert {problem.code for problem in problems} == {"W208"}


def test_english_and_lithuanian_are_complete() -> None:
    problems = check_folder(DEMO)
    assert {problem.part for problem in problems} == {"language 3 (de)", "language 4 (ar)"}


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_every_field_is_there_and_may_be_absent(kind: type[Record], values: Values) -> None:
    assert values[(kind, kind.__struct_fields__[0])], f"there is no {kind.__name__}"
    for field in msgspec.structs.fields(kind):
        given = values[(kind, field.name)]
        if field.required or (kind, field.name) in NOT_SHOWN:
            continue
        default = [] if field.default_factory is not msgspec.NODEFAULT else field.default
        assert any(value != default for value in given), f"{field.name} is nowhere given"
        assert kind in ONCE or default in given, f"{field.name} is nowhere left out"


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_every_choice_is_made(kind: type[Record], values: Values) -> None:
    for field, hint in fields_of(kind):
        if get_origin(hint) is Literal:
            assert set(get_args(hint)) <= set(values[(kind, field)]), field


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_lists_are_as_short_and_as_long_as_they_get(kind: type[Record], values: Values) -> None:
    for field, bare, bounds in limited(kind):
        if get_origin(bare) is not list:
            continue
        lengths = {len(value) for value in values[(kind, field)]}
        assert bounds["max_length"] in lengths, field
        assert kind in ONCE or bounds.get("min_length", 0) in lengths, field


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_numbers_are_as_small_and_as_large_as_they_get(kind: type[Record], values: Values) -> None:
    for field, bare, bounds in limited(kind):
        if bare not in (int, float):
            continue
        given = set(values[(kind, field)])
        ends = {bounds["ge"], bounds["le"]}
        assert given & ends if kind is RouteRegion else ends <= given, f"{field}: {sorted(ends)}"


def test_texts_have_as_many_words_as_they_may_have() -> None:
    longest = {TextBlock: limits.TEXT_WORDS, QuoteBlock: limits.QUOTE_WORDS}
    for kind, most in longest.items():
        for tag in ("en", "lt"):
            texts = [block.text[tag] for block in blocks() if isinstance(block, kind)]
            assert max(len(text.split()) for text in texts) == most, (kind, tag)
    for tag in ("en", "lt"):
        told = [
            picture.text[tag]
            for block in blocks()
            if isinstance(block, GalleryBlock)
            for picture in block.pictures
            if picture.text
        ]
        assert max(len(text.split()) for text in told) == limits.CAPTION_WORDS


def test_a_code_is_as_long_as_it_may_be() -> None:
    codes = [
        takeaway.code(block, BUNDLE.contact, lambda text: (text or {})["en"])
        for block in blocks()
        if isinstance(block, TakeawayBlock)
    ]
    assert max(len(code.encode()) for code in codes) == limits.CODE_BYTES


def test_every_combination_of_slots_is_there() -> None:
    slots = {tuple(sorted({block.slot for block in page.blocks})) for page in pages()}
    assert slots == {("story",), ("evidence",), ("evidence", "story"), ("full",), ("full", "story")}
    beside = {type(block) for page in pages() if len(page.blocks) > 1 for block in page.blocks}
    alone = {type(block) for page in pages() if len(page.blocks) == 1 for block in page.blocks}
    for kind in BLOCK_TYPES.values():
        assert kind in alone, kind
        assert kind in beside or kind.slot == "full", kind


def test_words_are_longer_than_a_line_and_say_where_they_break() -> None:
    titles = [text for page in pages() for text in page.title.values()]
    assert any("\u00ad" in title for title in titles)
    words = [word for block in blocks() if isinstance(block, TextBlock) for word in split(block)]
    assert max(map(len, words)) == limits.WORD_LETTERS


def split(block: TextBlock) -> list[str]:
    """The words of a text, without those that say where they break."""
    return [word for text in block.text.values() for word in text.split() if "\u00ad" not in word]


def pages() -> list[Page]:
    """All pages."""
    stories = [story for section in BUNDLE.sections for story in section.stories]
    return [page for story in stories for page in story.pages]


def blocks() -> list[Any]:
    """All blocks."""
    return [block for page in pages() for block in page.blocks]


def test_the_default_bundle_does_not_see_it() -> None:
    files, problems = examine_assets(DEMO.parents[1])
    assert problems == []
    assert not [name for name in files if name.startswith("assets/demo")]
