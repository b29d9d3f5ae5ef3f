"""The quiz block: questions with two to four answers; each question is a step."""

from typing import Annotated, ClassVar

from msgspec import Meta

from kiosk.content.blocks.base import Block
from kiosk.content.values import Id, Localized, Record, Slot


class QuizAnswer(Record, frozen=True, kw_only=True):
    """A possible answer; exactly one of a question is correct."""

    text: Localized
    correct: bool = False


class QuizQuestion(Record, frozen=True, kw_only=True):
    """A question, its answers, and the sentence that says why the right one is right."""

    question: Localized
    answers: Annotated[list[QuizAnswer], Meta(min_length=2, max_length=4)]
    why: Localized
    source: Id


class QuizBlock(Block, frozen=True, kw_only=True, tag="quiz"):
    """One to six questions. There is no score and no time limit."""

    slot: ClassVar[Slot] = "full"

    questions: Annotated[list[QuizQuestion], Meta(min_length=1, max_length=6)]

    def step_count(self) -> int:
        """One step per question."""
        return len(self.questions)
