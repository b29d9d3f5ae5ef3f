"""The one exception for content that cannot be shown. Imports nothing, so that a start is fast."""

from __future__ import annotations

TYPE_CHECKING = False  # typing itself is not imported here
if TYPE_CHECKING:
    from kiosk.content.problems import Problem


class ContentError(Exception):
    """Content that cannot be used: a code for the safe screen, plain words, and what to do next."""

    def __init__(self, code: str, words: str, fix: str) -> None:
        super().__init__(f"{code}: {words} {fix}")
        self.code = code
        self.words = words
        self.fix = fix
        self.problems: tuple[Problem | str, ...] = ()
        """All that was found wrong, where there is more to say than the first."""
