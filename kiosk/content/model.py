"""The content model: what a bundle says, as frozen typed records. No Qt, no disk.

`decode` is the strict way from bytes to a `Bundle`; it reports one problem at most. All problems
of a broken bundle at once are the business of `kiosk.content.check`, which the running kiosk does
not import.
"""

from collections.abc import Sequence
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from kiosk.content.blocks import BLOCK_TYPES, AnyBlock
from kiosk.content.blocks.base import Block
from kiosk.content.blocks.figures import FiguresBlock
from kiosk.content.values import IconName, Id, LanguageTag, Localized, Number, Picture, Record

FORMAT = 1
"""Version of the bundle format that this program reads and writes."""

Accent = Literal["sea", "fir", "brick", "flax"]
Pattern = Literal["link", "snake", "roof", "star"]
Drawing = Literal[
    "bars",
    "chain",
    "circles",
    "dots",
    "grid",
    "network",
    "question",
    "ranking",
    "rays",
    "rings",
    "thread",
    "timeline",
]


class Language(Record, frozen=True, kw_only=True):
    """A language of the bundle under its own name. Direction is guessed from the tag if absent."""

    tag: LanguageTag
    name: Annotated[str, Meta(min_length=1, max_length=40)]
    direction: Literal["ltr", "rtl"] | None = None

    @property
    def mirrored(self) -> bool:
        """True when the language is written from right to left."""
        if self.direction is not None:
            return self.direction == "rtl"
        return self.tag.split("-")[0] in {"ar", "dv", "fa", "he", "ps", "ur", "yi"}


class Source(Record, frozen=True, kw_only=True):
    """Where a statement comes from. The address is shown as text, never opened."""

    id: Id
    publisher: Annotated[str, Meta(min_length=1, max_length=120)]
    title: Annotated[str, Meta(min_length=1, max_length=200)]
    year: Annotated[int, Meta(ge=1000, le=2200)] | None = None
    url: Annotated[str, Meta(max_length=400)] | None = None
    note: Localized | None = None


class Contact(Record, frozen=True, kw_only=True):
    """Whom a visitor can write to. Shown as text and code only."""

    name: Localized
    email: Annotated[str, Meta(max_length=120)] | None = None
    phone: Annotated[str, Meta(max_length=40)] | None = None
    url: Annotated[str, Meta(max_length=400)] | None = None


class AttractScene(Record, frozen=True, kw_only=True):
    """A scene of the attract loop: `number` needs a value, `ranking` a story with a ranking.

    `chain` shows people hand in hand; it is for bundles that tell of such a chain. `bands` and
    `number` suit any bundle.
    """

    scene: Literal["chain", "ranking", "bands", "number"]
    line: Localized
    story: str | None = None
    value: Number | None = None


class Tile(Record, frozen=True, kw_only=True):
    """How a story shows itself in its section: one drawing and one fact."""

    fact: Localized
    drawing: Drawing


class Page(Record, frozen=True, kw_only=True):
    """One thought that fits on one screen."""

    id: Id
    title: Localized
    notes: Localized | None = None
    blocks: Annotated[list[AnyBlock], Meta(min_length=1, max_length=6)]

    @property
    def slots(self) -> list[str]:
        """Where each block stands: the slot of its type, or "aside" (`stands_aside`)."""
        return [
            "aside" if stands_aside(self.blocks, index) else block.slot
            for index, block in enumerate(self.blocks)
        ]

    @property
    def step_count(self) -> int:
        """Steps of the page: those of its one block that has any, else 1."""
        return max(block.step_count() for block in self.blocks)


ASIDE = 2
"""Numbers that find room beside a chart."""


def stands_aside(blocks: Sequence[Block], index: int) -> bool:
    """Whether a block is a few small numbers for the room that the chart before them leaves."""
    block = blocks[index]
    return (
        isinstance(block, FiguresBlock)
        and len(block.items) <= ASIDE
        and any(other.slot == "evidence" and other.leaves_room() for other in blocks[:index])
    )


class Story(Record, frozen=True, kw_only=True):
    """One to five pages about one thing. `picture` is shown when it is its section's hero."""

    id: Id
    title: Localized
    tile: Tile
    picture: Picture | None = None
    action: Localized | None = None
    related: Annotated[list[str], Meta(max_length=4)] = []
    pages: Annotated[list[Page], Meta(min_length=1, max_length=5)]


class Section(Record, frozen=True, kw_only=True):
    """An area of the bundle: its face (icon, accent, pattern) and its stories."""

    id: Id
    title: Localized
    lead: Localized
    icon: IconName
    accent: Accent
    pattern: Pattern
    hero: Id
    stories: Annotated[list[Story], Meta(min_length=1, max_length=9)]


class Bundle(Record, frozen=True, kw_only=True):
    """Everything that a stand shows. Without an `invitation` the program's own words invite."""

    schema: str | None = msgspec.field(default=None, name="$schema")
    format: Annotated[int, Meta(ge=1)]
    id: Id
    version: Annotated[str, Meta(min_length=1, max_length=40)]
    title: Localized
    lead: Localized
    mark: Localized
    languages: Annotated[list[Language], Meta(min_length=1, max_length=14)]
    fallback: LanguageTag
    invitation: Localized | None = None
    attract: Annotated[list[AttractScene], Meta(min_length=1, max_length=8)]
    contact: Contact | None = None
    sources: list[Source] = []
    sections: Annotated[list[Section], Meta(min_length=2, max_length=6)]


def decode(document: bytes) -> Bundle:
    """Decode a content.json of the current format.

    Raises `msgspec.DecodeError` (broken JSON) or `msgspec.ValidationError` (not a bundle).
    """
    return msgspec.json.decode(document, type=Bundle)


__all__ = [
    "BLOCK_TYPES",
    "FORMAT",
    "AnyBlock",
    "AttractScene",
    "Block",
    "Bundle",
    "Contact",
    "Language",
    "Page",
    "Picture",
    "Section",
    "Source",
    "Story",
    "Tile",
    "decode",
]
