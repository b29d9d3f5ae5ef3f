"""Attempts to get out of the real kiosk: `python -m tests.breakout --times 20`."""
