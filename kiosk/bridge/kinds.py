"""Which block types a bundle uses: their views can be got ready before one of them is shown."""

from __future__ import annotations

from kiosk.content.model import BLOCK_TYPES, Bundle


def kinds_of(bundle: Bundle) -> list[str]:
    """The block types of a bundle, each once, in the order of their first block."""
    stories = (story for section in bundle.sections for story in section.stories)
    blocks = (block for story in stories for page in story.pages for block in page.blocks)
    names = {cls: name for name, cls in BLOCK_TYPES.items()}
    return list(dict.fromkeys(names[type(block)] for block in blocks))
