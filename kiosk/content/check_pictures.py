"""Rules of pictures and their words that types alone cannot say. No disk, no Qt."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content import limits
from kiosk.content.blocks.gallery import GalleryBlock
from kiosk.content.blocks.image import ImageBlock
from kiosk.content.problems import Finding, Pointer
from kiosk.content.values import Localized, Picture
from kiosk.said import said


def image_findings(block: ImageBlock, at: Pointer) -> Iterator[Finding]:
    """Of one picture."""
    yield from _described(block.picture, block.caption or {}, at)


def _described(picture: Picture, caption: Localized, at: Pointer) -> Iterator[Finding]:
    for tag, written in caption.items():
        if picture.alt.get(tag, "").strip() == written.strip():
            yield Finding(
                code="W215",
                words=said("The description of the picture only repeats its caption."),
                fix=said("Say in “alt” what there is to see, for those who do not see it."),
                pointer=(*at, "picture", "alt", tag),
            )


def gallery_findings(block: GalleryBlock, at: Pointer) -> Iterator[Finding]:
    """Of several pictures and the words below each."""
    for index, one in enumerate(block.pictures):
        here = (*at, "pictures", index)
        yield from _described(one.picture, one.title, here)
        for tag, written in (one.text or {}).items():
            words = len(written.split())
            if words > limits.CAPTION_WORDS:
                yield Finding(
                    code="E176",
                    words=said(
                        "This text has {words} words; {caption_words} fit below a picture’s title.",
                        words=words,
                        caption_words=limits.CAPTION_WORDS,
                    ),
                    fix=said("Say only what one does not see."),
                    pointer=(*here, "text", tag),
                )
