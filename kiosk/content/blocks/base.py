"""What all blocks share. A block file defines its Struct and nothing else."""

from typing import ClassVar

from kiosk.content.values import Record, Slot


class Block(Record, frozen=True, kw_only=True, tag_field="type"):
    """One thing on a page.

    `slot` says where the page puts it: "story" (the reading column), "evidence" (the picture side)
    or "full" (the whole page below the title). A block with steps (years, questions) overrides
    `step_count`; the visit machine walks through the steps before the next page.
    """

    slot: ClassVar[Slot] = "story"

    def leaves_room(self) -> bool:
        """Whether other blocks have a place within its room: story blocks beside a block of the
        slot "full", two small figures beside one of the slot "evidence"."""
        return False

    def step_count(self) -> int:
        """How many steps *Next* makes inside this block; 1 means none."""
        return 1
