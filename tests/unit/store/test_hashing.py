"""The sum is that of all pieces in their order, however large they are."""

from __future__ import annotations

import hashlib
import random

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.store.hashing import Digest


@settings(max_examples=50)
@given(sizes=st.lists(st.sampled_from([0, 1, 1000, 65_535, 65_536, 300_000]), max_size=6))
def test_pieces_make_the_sum_of_the_whole(sizes: list[int]) -> None:
    source = random.Random(len(sizes))
    pieces = [source.randbytes(size) for size in sizes]
    digest = Digest()
    for piece in pieces:
        digest.update(piece)
    assert digest.hexdigest() == hashlib.sha256(b"".join(pieces)).hexdigest()


def test_two_sums_at_once_do_not_mix() -> None:
    one, two = Digest(), Digest()
    for _ in range(20):
        one.update(b"a" * 100_000)
        two.update(b"b" * 100_000)
    assert one.hexdigest() == hashlib.sha256(b"a" * 2_000_000).hexdigest()
    assert two.hexdigest() == hashlib.sha256(b"b" * 2_000_000).hexdigest()
