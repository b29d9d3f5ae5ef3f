"""Drives the real kiosk in a real window: starts it, sees it, touches it, ends it."""

from tests.e2e.driver.kiosk import Kiosk, command
from tests.e2e.driver.stand import LANDSCAPE, PORTRAIT, Stand
from tests.e2e.driver.tree import Node
from tests.e2e.driver.waiting import until
from tests.e2e.driver.words import Content, Stop, plain, say, steps_of

__all__ = [
    "LANDSCAPE",
    "PORTRAIT",
    "Content",
    "Kiosk",
    "Node",
    "Stand",
    "Stop",
    "command",
    "plain",
    "say",
    "steps_of",
    "until",
]
