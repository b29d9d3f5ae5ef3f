"""PINs: which are refused, how they are kept, how they are checked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.guard import pin
from kiosk.guard.pin import hash_pin, verify, weakness

CHEAP = 4


def test_a_pin_at_full_cost_is_kept_as_scrypt_and_verified() -> None:
    encoded = hash_pin("73519026")
    assert encoded.startswith("scrypt$n=17,r=8,p=1$")
    assert "73519026" not in encoded
    assert verify("73519026", encoded)
    assert not verify("73519027", encoded)


def test_full_cost_is_what_the_rules_ask_for() -> None:
    assert 1 << pin.FULL_COST == 2**17


def test_the_hash_is_that_of_the_standard() -> None:
    """Made with OpenSSL's scrypt over PIN "7351902", salt of 16 zero bytes, N = 16."""
    import base64
    import hashlib

    salt = bytes(16)
    digest = hashlib.scrypt(b"7351902", salt=salt, n=16, r=8, p=1, dklen=32)
    salt_text, digest_text = (base64.b64encode(part).decode() for part in (salt, digest))
    assert verify("7351902", f"scrypt$n=4,r=8,p=1${salt_text}${digest_text}")


def test_the_same_pin_never_has_the_same_hash_twice() -> None:
    assert len({hash_pin("73519026", CHEAP) for _ in range(5)}) == 5


@pytest.mark.parametrize(
    "typed",
    ["", "7351902", "735190267", " 73519026", "73519026\n", "７３５１９０２６", "7" * 10_000],
)
def test_nothing_but_the_pin_itself_fits(typed: str) -> None:
    assert not verify(typed, hash_pin("73519026", CHEAP))


GOOD = hash_pin("73519026", CHEAP)
BROKEN = {
    "empty": "",
    "the PIN itself": "73519026",
    "one letter short": GOOD[:-1],
    "one letter more": GOOD + "=",
    "a line more": GOOD + "\n",
    "a blank before": " " + GOOD,
    "another method": GOOD.replace("scrypt", "plain"),
    "another cost": GOOD.replace("n=4", "n=5"),
    "no cost": GOOD.replace("n=4", "n=0"),
    "a cost beyond all limits": GOOD.replace("n=4", "n=99"),
    "a negative cost": GOOD.replace("n=4", "n=-1"),
    "another block size": GOOD.replace("r=8", "r=1"),
    "no parallelism": GOOD.replace("p=1", "p=0"),
    "no salt and no hash": "$".join([*GOOD.split("$")[:2], "", ""]),
    "nothing but the cost": "scrypt$n=4,r=8,p=1$$",
}


@pytest.mark.parametrize("encoded", BROKEN.values(), ids=BROKEN)
def test_a_broken_hash_fits_no_pin_and_costs_nothing(encoded: str) -> None:
    assert not verify("73519026", encoded)
    assert not verify("", encoded)


@settings(max_examples=60)
@given(st.text(max_size=80), st.text(max_size=12))
def test_no_text_at_all_opens_or_breaks_the_check(encoded: str, typed: str) -> None:
    assert not verify(typed, encoded)


@settings(max_examples=50)
@given(st.from_regex(r"\A[0-9]{6,12}\Z"), st.from_regex(r"\A[0-9]{6,12}\Z"))
def test_only_the_same_digits_fit(kept: str, typed: str) -> None:
    assert verify(typed, hash_pin(kept, CHEAP)) == (kept == typed)


@pytest.mark.parametrize("good", ["735190", "73519026", "19870412", "112358", "908172635445"])
def test_good_pins(good: str) -> None:
    assert weakness(good) == ""


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ("", "digits only"),
        ("73519", "at least 6 digits, better 8"),
        ("7" * 13, "at most 12"),
        ("73519a", "digits only"),
        ("7351-90", "digits only"),
        (" 735190", "digits only"),
        ("７３５１９０", "digits only"),
        ("٧٣٥١٩٠", "digits only"),
        ("000000", "too easy"),
        ("99999999", "too easy"),
        ("123456", "too easy"),
        ("12345678", "too easy"),
        ("654321", "too easy"),
        ("789012", "too easy"),
        ("210987", "too easy"),
        ("135791", "too easy"),
        ("121212", "too easy"),
        ("1212121", "too easy"),
        ("123123", "too easy"),
        ("73517351", "too easy"),
    ],
)
def test_weak_pins_are_refused_in_words(bad: str, words: str) -> None:
    assert words in weakness(bad)


def test_the_pad_on_the_screen_takes_every_pin_that_can_be_set() -> None:
    """The bridge is read as text: this test needs no Qt."""
    pad = (Path(pin.__file__).parents[1] / "bridge/pinpad.py").read_text()
    assert f"PIN_DIGITS_MOST = {pin.MAX_DIGITS}\n" in pad
