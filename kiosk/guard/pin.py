"""The staff's PIN: its rules, its hash and the check of a typed one. Imports nothing of the kiosk
but how words are said.

A check takes about half a second at full cost, so callers with a screen run `verify` on a worker
thread.
"""

from __future__ import annotations

import itertools
import os
import re

from kiosk.said import said

MIN_DIGITS = 6
ADVISED_DIGITS = 8
MAX_DIGITS = 12
"""As many as the pad on the screen takes."""

FULL_COST = 17
"""log2 of scrypt's N (RFC 7914); with r = 8 a check takes half a second and 128 MB."""

ENCODED_PATTERN = r"scrypt\$n=([1-9]|1[0-9]),r=8,p=1\$([A-Za-z0-9+/]{22}==)\$([A-Za-z0-9+/]{43}=)"
"""What `hash_pin` writes: cost (at most 512 MB), salt of 16 bytes, hash of 32, in base64."""


def weakness(pin: str) -> str:
    """Why a PIN is refused, in words that tell what to do; empty if it is good enough."""
    if not (pin.isascii() and pin.isdigit()):
        return said("a PIN has digits only, because it is typed on a pad of digits")
    if len(pin) < MIN_DIGITS:
        return said(
            "at least {least} digits, better {advised}", least=MIN_DIGITS, advised=ADVISED_DIGITS
        )
    if len(pin) > MAX_DIGITS:
        return said("at most {most} digits", most=MAX_DIGITS)
    if _is_row(pin) or _is_repeated(pin):
        return said("too easy to guess; no rows like 123456 and no repeats like 000000 or 121212")
    return ""


def hash_pin(pin: str, cost: int = FULL_COST) -> str:
    """The text to keep for a PIN: `scrypt$n=17,r=8,p=1$SALT$HASH`."""
    import base64

    salt = os.urandom(16)
    texts = [base64.b64encode(part).decode() for part in (salt, _scrypt(pin, salt, cost))]
    return "$".join(["scrypt", f"n={cost},r=8,p=1", *texts])


def verify(pin: str, encoded: str) -> bool:
    """True when the PIN is the one of the encoded hash; a broken hash fits no PIN."""
    import base64
    import hmac

    match = re.fullmatch(ENCODED_PATTERN, encoded)
    if match is None or not pin or len(pin) > MAX_DIGITS:
        return False
    salt, digest = (base64.b64decode(match[number]) for number in (2, 3))
    return hmac.compare_digest(_scrypt(pin, salt, int(match[1])), digest)


def _scrypt(pin: str, salt: bytes, cost: int) -> bytes:
    # The start of the kiosk reads the pattern above and need not wait for OpenSSL.
    import hashlib

    # OpenSSL refuses more than 32 MB unless the limit is raised.
    limit = 128 * 8 * ((1 << cost) + 3) + 1024 * 1024
    return hashlib.scrypt(pin.encode(), salt=salt, n=1 << cost, r=8, p=1, maxmem=limit, dklen=32)


def _is_row(pin: str) -> bool:
    """123456, 654321, 890123, 246802: each digit the same step from the one before."""
    steps = {(int(second) - int(first)) % 10 for first, second in itertools.pairwise(pin)}
    return len(steps) == 1


def _is_repeated(pin: str) -> bool:
    """121212, 123123, 12341234: one shorter group over and over, the last one perhaps cut."""
    return any(
        pin == (pin[:length] * len(pin))[: len(pin)] for length in range(1, len(pin) // 2 + 1)
    )
